"""Lines that say who wrote, who speaks, where and when."""

from __future__ import annotations

import re

from pressroom.readers.common.head.dates import CAPITAL, DATE

SHORT = 80
_NAME = r"(?:[A-ZÀ-Þ][\w.'’-]*|de|van|von|der|den|la|bin|al)"
BYLINE = re.compile(
    r"(?i:by|von|par|por|di|door|text:?|interview:?|authors?:|(?:written|posted|reported|prepared|compiled"
    r"|drafted|interviewed|story|words|report) by)[:\s]\s*"
    rf"(?P<name>[A-ZÀ-Þ][\w.'’-]*(?:(?:, and | and | und | et | y |, | & "
    rf"| ){_NAME}){{0,12}})(?:\s*[,|–—-]\s.{{0,60}})?"
)
# who wrote or took the pictures, wherever in the text: "Text: A. Roe", "Photos: B. Poe / PSI"
CREDIT = re.compile(
    r"(?i:(?P<words>text(?:s|e)?|texto|testo|words|interview)|photo(?:graph)?s?|pictures?|images?|fotos?|bild(?:er)?)"
    r"(?: (?:by|credits?)| (?:and|und|et|y) \w+)?: "
    rf"(?P<name>{_NAME}(?:(?:, | and | und | et | y | / |/| & | \(?©? ?){_NAME}){{0,7}})\)?\.?"
)
SPEECH = re.compile(  # who speaks, under the title of a speech
    r"(?:opening |closing |keynote )?(?:speech|remarks|statement|address|lecture|keynote|interview|rede"
    r"|ansprache|grußwort|discours|allocution|discurso|intervención)"
    r"\s+(?:by|with|of|from|von|mit|de|par|del)\b.{3,160}",
    re.IGNORECASE,
)
_PLACE = rf"[{CAPITAL}][\w.'’-]+(?:[ ,/]+[{CAPITAL}][\w.'’()-]*){{0,5}}"
DATELINE = re.compile(
    rf"(?:(?:published|(?:last )?updated|posted|date|datum|issued|as of"
    rf"|for immediate release)[:\s]*(?:on\s+)?)?(?:{_PLACE}\s*[,:|/–—،，、：·-]+\s*)?"
    rf"(?:le |den |am |the |el |il |a |em |dnia |w dniu )?"
    rf"{DATE.pattern}(?:\s*[,|–—-]?\s*(?:at\s+)?\d{{1,2}}[:.]\d{{2}}.{{0,12}})?[.]?",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    r"(?:published|(?:last )?updated|posted|veröffentlicht|aktualisiert|publié|publicado|opublikowano"
    r"|опубліковано|نُشر|نشر|פורסם|发布|公開|게시)\b.{0,12}"
    rf"{DATE.pattern}.{{0,24}}$",
    re.IGNORECASE,
)
KEYED = re.compile(r"[^\W\d_][\w()/&'’. -]{0,38}?(?::\s|：)")

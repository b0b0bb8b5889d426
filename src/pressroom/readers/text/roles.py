"""What part a paragraph plays: byline, dateline, standfirst, salutation, address, signature, note, caption, turn."""

from __future__ import annotations

import re
from collections import Counter

from pressroom.model.document import Role
from pressroom.readers.text.dates import DATE
from pressroom.readers.text.features import Facts

HEAD = 8  # units at the top in which a byline or dateline may stand
_SHORT = 80

BYLINE = re.compile(
    r"(?:by|von|par|por|di|door|written by|posted by|reported by|story by|text:?|words by)[:\s]\s*(?P<name>[^\W\d_a-zß-ÿ][\w.'’-]+(?:[ ,&]+(?:and |und |et |y |with )?"
    r"(?:[A-ZÀ-Þ][\w.'’-]*|de|van|von|der|den|la|bin|al)){0,12})(?:\s*[,|–—-]\s.{0,60})?",
    re.IGNORECASE,
)
_PLACE = r"[A-ZÀ-Þ][\w.'’-]+(?:[ ,/]+[A-ZÀ-Þ][\w.'’()-]*){0,5}"
_DATELINE = re.compile(
    rf"(?:(?:published|updated|posted|date|datum|issued|as of|for immediate release)[:\s]*(?:on\s+)?)?(?:{_PLACE}\s*[,:|/–—-]+\s*)?"
    rf"{DATE.pattern}(?:\s*[,|–—-]?\s*(?:at\s+)?\d{{1,2}}[:.]\d{{2}}.{{0,12}})?[.]?",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"(?:dear|hello|hi|hey|greetings|to whom it may concern|sehr geehrte[rs]?|liebe[rs]?|guten tag|cher|chère|chers|chères|madame|monsieur"
    r"|estimad[oa]s?|querid[oa]s?|gentile|geachte|beste)\b[^.?]{0,70}[,:!]?",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:yours?(?: (?:sincerely|faithfully|truly|ever))?|sincerely(?: yours)?|(?:with )?(?:best|kind|warm|kindest|warmest)(?: (?:regards|wishes))?|regards"
    r"|respectfully(?: (?:yours|submitted))?|cordially|cheers|many thanks|thanks(?: again)?|thank you|in solidarity|mit (?:freundlichen|besten|herzlichen) grü(?:ß|ss)en"
    r"|(?:beste|viele|herzliche|liebe) grü(?:ß|ss)e|hochachtungsvoll|cordialement|bien à vous|(?:avec mes )?salutations(?: distinguées)?"
    r"|atentamente|saludos(?: cordiales)?|cordiali saluti|met vriendelijke groet(?:en)?)\s*[,.!]?",
    re.IGNORECASE,
)
_NOTE = re.compile(r"(?:notes?|sources?|quellen?|anmerkung|hinweis|nota|fuente|credit|photo(?:graph)?|picture|image)\s*:\s+\S", re.IGNORECASE)
CAPTION = re.compile(
    r"(?P<label>(?:figure|fig\.|table|tab\.|chart|graph|box|map|exhibit|plate|diagram|abbildung|abb\.|tabelle|tableau|graphique|tabla|gráfico|figura|cuadro)"
    r"\s*(?:\d{1,3}(?:[.-]\d{1,3})*[a-z]?|[IVX]{1,5}|[A-Z](?:\.?\d+)?))\s*(?P<sep>[.:|–—-]\s*|$)",
    re.IGNORECASE,
)
_TURN = re.compile(r"(?P<who>(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|The)\.?\s)?[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ(][\w.'’)-]*){0,3})\s?(?::|\.?\s[–—-])\s+\S")


def roles(facts: list[Facts], heads: set[int], title: int | None) -> dict[int, Role]:
    """Return the roles of units that play one, by index; ``heads`` are headings, which play none."""
    found: dict[int, Role] = {}
    _top(facts, heads, title, found)
    speakers = _speakers(facts, heads)
    for at, fact in enumerate(facts):
        if at in heads or at in found or fact.unit.kind != "text" or not fact.text:
            if at not in heads and at not in found and fact.unit.kind == "text" and speakers:
                _turn(fact, fact.start, speakers, at, found)
            continue
        text = fact.text
        if fact.size <= _SHORT and _CLOSING.fullmatch(text):
            _signature(facts, heads, at, found)
        elif fact.size <= _SHORT and _SALUTATION.fullmatch(text) and text[-1] in ",:!":
            found[at] = "salutation"
            _address(facts, heads, at, found)
        elif CAPTION.match(text) and fact.tail != ";" and _is_caption(text):
            found[at] = "caption"
        elif _NOTE.match(text):
            found[at] = "note"
        elif speakers:
            _turn(fact, text, speakers, at, found)
    return found


def _is_caption(text: str) -> bool:
    match = CAPTION.match(text)
    return bool(match) and (bool(match["sep"]) or len(text) == match.end())


def _turn(fact: Facts, text: str, speakers: frozenset[str], at: int, found: dict[int, Role]) -> None:
    match = _TURN.match(text)
    if match and match["who"] in speakers:
        found[at] = "turn"


def _speakers(facts: list[Facts], heads: set[int]) -> frozenset[str]:
    """Return the names ahead of a colon that come again: people who speak by turns."""
    names: Counter[str] = Counter()
    for at, fact in enumerate(facts):
        if at not in heads and fact.unit.kind == "text":
            match = _TURN.match(fact.start)
            if match:
                names[match["who"]] += 1
    again = {name for name, count in names.items() if count > 1}
    return frozenset(again) if len(again) > 1 else frozenset()


def _top(facts: list[Facts], heads: set[int], title: int | None, found: dict[int, Role]) -> None:
    """Find byline, dateline and standfirst among the first units."""
    begin = 0 if title is None else title + 1
    first = None
    for at in range(begin, min(begin + HEAD, len(facts))):
        fact = facts[at]
        if at in heads:
            break
        if fact.unit.kind != "text" or not fact.text or fact.size > _SHORT * 1.5:
            continue
        if fact.tail not in "?!;" and BYLINE.fullmatch(fact.text.rstrip(".")):
            found[at] = "byline"
        elif _DATELINE.fullmatch(fact.text):
            found[at] = "dateline"
        if at in found and first is None:
            first = at
    if title is not None and first is not None and first == begin + 1:
        fact = facts[begin]
        if fact.unit.kind == "text" and 40 < fact.size <= 350:
            found[begin] = "standfirst"


def _signature(facts: list[Facts], heads: set[int], at: int, found: dict[int, Role]) -> None:
    """A closing formula and the short lines after it, as far as they are followed by nothing longer."""
    after = at + 1
    while after < len(facts) and after - at < 8 and after not in heads:
        fact = facts[after]
        if fact.unit.kind not in ("text", "indented") or fact.size > _SHORT or fact.tail in "?:":
            break
        after += 1
    if after > at + 1 or at + 1 >= len(facts):
        for index in range(at, after):
            found[index] = "signature"


def _address(facts: list[Facts], heads: set[int], at: int, found: dict[int, Role]) -> None:
    """Short lines ahead of a salutation are who writes, to whom, and when."""
    before = at - 1
    while before >= 0 and at - before < 16 and before not in heads:
        fact = facts[before]
        if fact.unit.kind not in ("text", "indented") or fact.size > _SHORT or (fact.tail in ".!?" and fact.size > 40):
            break
        if fact.text and _DATELINE.fullmatch(fact.text):
            found[before] = "dateline"
        else:
            found.setdefault(before, "address")
        before -= 1

"""Phrases that many texts share: well-known headings, keys, names of speakers, answers that say nothing."""

from __future__ import annotations

import re

# what names a part of any paper and no subject
_PARTS = (
    r"key (?:points|findings|figures|messages|facts)|main (?:points|findings|messages|results)|highlights"
    r"|at a glance|in brief|executive summary|summary|abstract|introduction|background|overview"
    r"|auf einen blick|das wichtigste in kürze|kernaussagen|zusammenfassung|einleitung"
    r"|l['’]essentiel|en bref|points clés|chiffres clés|résumé|puntos clave|datos clave|resumen|introducción"
)
PART = re.compile(rf"(?:{_PARTS})[.:]?", re.IGNORECASE)
KNOWN = re.compile(
    rf"(?:{_PARTS}|purpose|scope"
    r"|motivation|rationale|context"
    r"|definitions?|terminology|methods?|methodology|approach|results?|findings|discussion|analysis"
    r"|conclusions?|outlook"
    r"|recommendations?|next steps|references|bibliography|further reading|sources|links|see also"
    r"|resources|appendix|annex"
    r"|acknowledge?ments|credits|copyright|licen[cs]e|contact|contacts|about|agenda|attendees"
    r"|present|participants|apologies"
    r"|minutes|actions?|action items|decisions|any other business|announcements|history|changelog"
    r"|specification"
    r"|implementation|requirements|examples?|alternatives|open issues|security|testing|notes|faq"
    r"|frequently asked questions"
    r"|preamble|foreword|preface|contents|table of contents|glossary|objectives|goals|timeline"
    r"|budget|risks|benefits"
    r"|fazit|ergebnisse|literatur|anhang|conclusion"
    r"|références"
    r"|conclusiones|hintergrund|ausblick)[.:]?",
    re.IGNORECASE,
)
KEY = re.compile(r"[A-Z][\w()/&'’.-]*(?: [\w()/&'’.-]+){0,3}:\s+\S")
SPOKEN = re.compile(
    r"(?:(?P<who>[A-Z]{1,3}|[A-Z][A-Z .'’-]+|Interviewer|Moderator|Question|Answer)\s?[:—–]"
    r"|(?P<asked>[QA]|Question|Answer)\s?-)\s"
)
ANSWER = re.compile(
    r"(?:(?:n/?a|none|no|yes|tb[dc]|nil|todo|not applicable|to be (?:done|determined|decided"
    r"|announced)|unknown|nothing|keine?|aucune?|ninguna?)\b(?: \([^()]*\))?[.!]?|[-–—?]+)",
    re.IGNORECASE,
)

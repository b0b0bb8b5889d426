"""What looks like a number and is none: dates, times, identifiers, references, names. Each with its reason."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import Language


@dataclass(frozen=True, slots=True)
class Mask:
    """A stretch of text in which no quantity is looked for, and why."""

    start: int
    end: int
    reason: str


class Masks:
    """All masks of a text, merged, in order."""

    def __init__(self, masks: list[Mask]) -> None:
        self.all: list[Mask] = []
        for mask in sorted(masks, key=lambda mask: (mask.start, -mask.end)):
            if not self.all or mask.start >= self.all[-1].end:
                self.all.append(mask)
        self._starts = [mask.start for mask in self.all]

    def covering(self, start: int, end: int) -> Mask | None:
        """Return a mask that overlaps [start, end), None when it is free."""
        at = bisect_right(self._starts, start) - 1
        for mask in self.all[max(at, 0) : at + 2]:
            if mask.start < end and start < mask.end:
                return mask
        return None


def masks(text: str, lang: str) -> Masks:
    """Find everything in ``text`` that must not be read as a quantity."""
    found: list[Mask] = []
    for pattern, reason, signs in _patterns(lang):
        if signs and not any(sign in text for sign in signs):
            continue
        group = "m" if "m" in pattern.groupindex else 0
        found += [Mask(*match.span(group), reason) for match in pattern.finditer(text)]
    return Masks(found)


_YEAR = r"(?:1[0-9]|20)\d\d"
# reasons are shown to the editor
_ANY = (
    (r"\b(?:https?://|www\.)[^\s<>\"]{1,500}|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}", "address on the web"),
    (r"\b\d{4}-\d{2}-\d{2}(?:T[\d:.Z+-]{1,20})?|\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b(?![/.\d])", "date"),
    (r"\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}(?:\.\d{2})?\s?[ap]\.?m\b\.?", "time of day"),
    (r"\bv?(?!\d{1,3}(?:\.\d{3})+\b)\d{1,4}\.\d{1,5}\.\d{1,5}(?:[.-]\w{1,10})*\b(?![,.]?\d)", "version"),
    (r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?![\w.])", "network address"),
    (r"\+\d{1,3}[\s(-]{1,2}\d[\d\s()-]{5,16}\d|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}-\d{3,4}-\d{4}\b|\b0\d{1,4}[ /-]\d{3,8}(?:[ -]\d{2,8}){0,3}\b", "telephone number"),
    (r"\[\s?\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,8}\s?\]", "reference mark"),
    (r"\b\d{1,3}(?:\.\d+)?°\s?\d{0,2}['′]?\s?\d{0,2}[\"″]?\s?[NSEW]\b", "coordinates"),
    (r"\b\w{1,20}\(\d{0,9}\)|\b[a-z_]\w{0,20}\s?==?\s?-?\d[\d.]{0,12}\b|\bexit \d{1,3}\b|`[^`\n]{1,200}`", "computer code"),
    (r"(?m)^\s{0,8}(?:\(?\d{1,3}[.)](?=\s)|\d{1,2}(?:\.\d{1,2}){1,4}\.?(?=\s+[^\W\d_a-z]))", "number of an item or section"),
    (r"(?m)^#{1,6}\s{0,4}\d[\d.]{0,8}", "number of a section"),
    (r"\b(?:S&P|FTSE|CAC|DAX|Nikkei|NASDAQ|Nasdaq|Stoxx|Euro Stoxx|Russell|Fortune|Dow|Top|Big|G|Group of|Windows|Formula|Apollo|Boeing|Airbus|iPhone|Galaxy|Agenda|Vision|Horizon|Euro|Super Bowl)[ -]?\d{1,5}\b", "name"),
    (r"\b[A-Z][A-Za-z]{0,14}-\d{1,4}[A-Za-z]?\b|\b(?!(?:USD|EUR|GBP|CHF|JPY|CNY|CAD|AUD|NZD|SEK|NOK|DKK|INR)\d)[A-Z]{1,4}\d{1,5}[A-Za-z]?\b|\b(?!(?:USD|EUR|GBP|CHF|JPY|CNY|CAD|AUD|NZD|SEK|NOK|DKK|INR)\d)(?=[A-Z\d-]{4,20}\b)[A-Z]{1,4}[A-Z\d]*-?\d{2,10}[A-Z]{0,3}\b", "name or identifier"),
)  # fmt: skip
_EN = (
    (rf"\b(?:(?:early|mid|late)[ -])?'?(?:{_YEAR[:-4]}\d0|\d0)s\b", "decade"),
    (
        # the look ahead for a digit spares the long list at nearly every word
        r"\b(?=[A-Za-z]{1,14}\.?\s?(?:[Nn]o\.?\s?)?\d)(?i:article|section|chapter|clause|paragraph|para|part|annex|appendix|rule|regulation|resolution|act|title|schedule|"
        r"figure|fig|table|page|pages|pp|p|vol|volume|no|nr|number|note|footnote|item|step|line|lines|room|suite|gate|platform|"
        r"flight|route|highway|junction|exit|unit|phase|level|grade|class|category|type|model|mark|version|release|lot|block|"
        r"apartment|flat|building|district|ward|zone|division|group|team|channel|season|episode|round|week|day|stage|matchday|lane|"
        r"box|bus|train|line|order|case|docket|bill|proposition|amendment|protocol|directive|convention|iso|iec|en|din|bs|rfc|"
        # "orders 42 trains" counts trains
        r"postcode|zip|question|q|tier)(?:s(?!\s\d[\d,.]*\s(?!(?:and|to|or|of)\b)[a-z]{3,}))?\.?\s?(?:no\.?\s?)?(?P<m>\d[\d.,:/()–-]{0,20}(?:\([a-z0-9]{1,3}\)){0,3}[a-z]?)(?:\s?(?:,|and|to|or)\s?\d{1,4}\b(?!\s?[%\w]))*",
        "reference",
    ),
    (r"\b\d{1,5} (?:[A-Z][\w'’]{1,20} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square|Place|Court|Way|Close|Terrace|Row)\b", "street address"),
    (r"(?<!\d[,.])\b\d{1,3}(?:,\d{3})*(?:st|nd|rd|th)\b", "ordinal"),
    (r"\b(?:World War|Chapter|Part|Volume|Act|Louis|Henry|Pope|Elizabeth|Charles|George|Type|Phase|Super Bowl) [IVXLC]{1,6}\b", "Roman numeral"),
    (r"\([^()\d]{0,60}\b(?:1[89]|20)\d\d[a-z]?(?:[;,:][^()]{0,80})?\)", "citation"),
    (r"(?i)\b(?:the|those|these|both|its|their|our|his|her) two\b(?: [a-z]+s)?|\bthe two \w+|\bone another\b|\bsquare one\b|\bat sixes and sevens\b|\bday one\b|\bone of\b|\btwo of\b|\bno one\b|\bone day\b|\bsixes and sevens\b|\bone-off\b|\bone-way\b|\btwo-way\b|\bnumber one\b|\bone by one\b|\bon the one hand\b|\bthe one\b|\bthat one\b|\bthis one\b|\banother one\b|\bany one\b|\bevery one\b|\beach one\b|\ball one\b", "idiom or definite pair"),
    (r"\b[A-Z][a-z]+ (?:One|Two|Three|Four|Five|Six|Seven)\b|\b(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten) [A-Z][a-z]{2,}(?: [A-Z][a-z]+)?\b", "name"),
    (r"\b24/7\b|\b9/11\b|\b50[-/]50\b|\b20/20\b|\b101\b(?= course)", "idiom"),
    (r"\bmid-\d{1,2}\b(?= (?:range|class))", "name"),
)  # fmt: skip


# reason → signs of which its texts hold at least one
_SIGNS = {
    "address on the web": ("://", "www.", "@"),
    "reference mark": ("[",),
    "coordinates": ("°",),
    "computer code": ("(", "=", "`", "exit"),
    "number of a section": ("#",),
}


_EVEN_BEFORE_A_NOUN = frozenset(
    ["jahr", "jahre", "jahres", "seit", "anfang", "ende", "mitte", "sommer", "winter", "en", "depuis", "année", "années", "fin", "début", "avant", "après", "desde", "hasta", "año", "años", "finales de", "principios de", "mediados de"]
)  # fmt: skip


def _of_table(table: Language) -> tuple[tuple[str, str], ...]:
    """Return what the words of a language's own table mask: references, years, roads, times of day."""
    references = "|".join(sorted(map(re.escape, table.references), key=len, reverse=True))
    sure = "|".join(
        sorted((word for word in table.dated if word in _EVEN_BEFORE_A_NOUN), key=len, reverse=True)
    )
    other = "|".join(
        sorted((word for word in table.dated if word not in _EVEN_BEFORE_A_NOUN), key=len, reverse=True)
    )
    no_unit = r"(?![,.]?\d)(?!\s?(?:%|€|\$|euro|prozent|jahre|ans\b|años))"
    return (
        (rf"\b(?i:{references})\.?\s?(?P<m>\d[\d.,/-]{{0,12}})", "reference"),
        (rf"\b(?i:{sure})\s(?P<m>{_YEAR})\b{no_unit}", "year"),
        (rf"\b(?i:{other})\s(?P<m>{_YEAR})\b{no_unit}(?!\s[a-zäöüßáéíóúñàâçèêôû])", "year"),
        (r"\b[A-Z]{1,2}[ -]\d{1,4}\b(?!\s(?:ans|años|Jahre))", "name or identifier"),
        (r"\b\d{1,2}\s?h\s?\d{2}\b|(?<=à )\d{1,2}\s?h\b|\b\d{1,2}(?:[.:]\d{2})? Uhr\b", "time of day"),
    )


@cache
def _patterns(lang: str) -> tuple[tuple[re.Pattern[str], str, tuple[str, ...]], ...]:
    """Return what to look for, the reason, and the signs without one of which a text cannot hold it."""
    table = language(lang)
    months = "|".join(sorted(map(re.escape, table.months), key=len, reverse=True))
    near = r"(?=[^\W\d]{3,11}\.?,?\s(?:de |del )?\d)"  # a month ahead of its day or year
    month = rf"(?:(?!may\b)(?i:{months})|May)\.?"
    seasons = "spring|summer|autumn|fall|winter|mid|early|late|Q[1-4]|H[12]|year|in|since|from|by|until|after|before|of|during|for|and|to|the|between|through|to|into|around|circa|back|as of"
    dated = (
        (rf"\b\d{{1,2}}(?:st|nd|rd|th|\.)?(?:\s?[–-]\s?\d{{1,2}}| (?:and|to|und|bis|et|au|y|al) \d{{1,2}})?\s(?:de |d['’])?{month}(?:,?\s(?:de )?\d{{4}})?\b", "date"),
        (rf"\b{near}{month}\s\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[–-]\s?\d{{1,2}})?(?:,?\s\d{{4}})?\b(?![.,]\d)", "date"),
        (rf"\b{near}{month}\s(?:de |del )?\d{{4}}\b", "date"),
        (rf"\b(?:{seasons})[ -](?P<m>{_YEAR}(?:\s?[–-]\s?(?:{_YEAR}|\d\d)|/\d{{2,4}})?)\b(?![,.]?\d)(?!\s?(?:%|per cent|[a-z]+s\b))", "year"),
        (rf"(?<![\d,.$£€])\b(?P<m>{_YEAR})(?:\s?[–/-]\s?(?:{_YEAR}|\d\d))?\b(?=\s?(?:[),.;:]|$|\n|and\b|to\b|when|after|before|by|in|as|was|were|is|but|with|for|on|had|has|at|'s|’s|season|election|budget|report|edition|census|World|Olympic|summer|winter|deal|agreement|law|act|elections|und|et|y|bis|à|a)\b|\s?[),.;:](?!\d))", "year"),
    )  # fmt: skip
    own = _EN if table is language("en") else _of_table(table)
    every = (*dated, *_ANY, *own)
    return tuple((re.compile(pattern), reason, _SIGNS.get(reason, ())) for pattern, reason in every)

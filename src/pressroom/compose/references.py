"""Places where the text names a table, a figure or a section by its number, as links to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import escape
from itertools import groupby

from pressroom.compose.anchors import make_table_anchor
from pressroom.compose.parts.named import ReferenceNames, collect_names
from pressroom.model.inline import Inline, Link, Text, words
from pressroom.model.report import Report

# letters of scripts without blanks may follow a number, others not
_NUMBER = r"\d{1,3}(?:[.-]\d{1,3})*[a-z]?(?![^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|%)"
_AND = (
    r"(?:\s*[,،、–~〜-]\s*|\s*(?:和|与|及|至|と|から|및|와|과|و|ו־?)\s*"
    r"|\s*(?:,\s*)?(?:and|or|to|und|oder|bis|et|ou|à|y|o|a|e|ed|en|i|і|й|та|&)\s+)"
)
# "Table 2 of the Act" is another's; "Table 2 of this report" is not
_ELSEWHERE = re.compile(
    r"\s*,?\s*(?:of|in|from|de|du|des|der|dem|vom|von|im|aus|del|dans)\b"
    r"(?!\s+(?:the\s+)?(?:this|these|dies|ce\b|cette|este|esta|el presente|present|section|chapter|annex"
    r"|appendix|Abschnitt|Anhang|annexe|anexo))",
    re.IGNORECASE,
)
_LAW = (
    r"(?:Acts?|Code|Law|Bill|Statutes?|Treaty|Convention|Regulations?|Directive|Constitution|Schedule|Ordinance"
    r"|Gesetz\w*|Verordnung\w*|Vertrag\w*|[A-ZÄÖÜ]\w*(?:gesetz|ordnung)\w*|[Ll]oi|[Dd]écret|[Tt]raité|[Rr]èglement"
    r"|[Ll]ey|[Dd]ecreto|[Tt]ratado|[Rr]eglamento|U\.?S\.?C|GG|BGB|StGB)\b"
)
# "the Companies Act 2006, section 3" and "section 3, Companies Act 2006"
_LAW_AHEAD = re.compile(rf"\b{_LAW}(?:['’]s)?[\s,(]*(?:\d{{4}})?[\s,()]*$")
_LAW_BEHIND = re.compile(rf"[\s,(]+(?:the\s+)?(?:[A-ZÄÖÜ]\w*\s+){{0,6}}{_LAW}")
_NEARBY = 60  # characters ahead in which a law is looked for
_HEADING_NUMBER = re.compile(r"(\d+(?:\.\d+)*)\.?")
# a number that is part of a heading's words, as in Markdown: "2. Rules", "2.1 General rules"
TYPED_NUMBER = re.compile(r"(\d+(?:\.\d+)+|\d+(?=[.)]))[.)]?\s")
KINDS = ("table", "figure", "section")
# what a reference begins behind: no letter, but the usual ones where words are joined to others, "如表1"
_AHEAD = r"(?:(?<![\w/.@#-])|(?<=[见如在由据和与及参照はのをがにともوبفك]))"


@dataclass(frozen=True, slots=True)
class References:
    """What can be referred to: the id in the page, by kind and number, or by ``names``. ``pattern`` finds the
    references by number.
    """

    targets: Mapping[tuple[str, str], str]
    pattern: re.Pattern[str]
    names: ReferenceNames = field(default_factory=ReferenceNames)
    used: set[str] = field(default_factory=set)  # ids that some link leads to

    def link(self, inlines: Iterable[Inline]) -> tuple[Inline, ...]:
        """Return running text with links in the place of what it refers to.

        Words that are joined from several lines of the source are looked at as one.
        """
        if not self.targets and not self.names.places:
            return tuple(inlines)
        done: list[Inline] = []
        for is_text, group in groupby(inlines, lambda inline: isinstance(inline, Text)):
            found = list(group)
            done += self._link_texts(found) if is_text else found
        return tuple(done)

    def list_missing(self, html: str) -> frozenset[str]:
        """Return the ids that links lead to and a page does not have: a template leaves out what it likes."""
        return frozenset(ident for ident in self.used if f'id="{escape(ident)}"' not in html)

    def _link_texts(self, texts: list[Inline]) -> Iterator[Inline]:
        value = words(texts)
        at = 0
        named = list(self.names.find(value))
        found = [(one.start, one.end, one.target.id, one.words) for one in named]
        found += [
            (start, end, ident, value[start:end])
            for start, end, ident in self.find(value)
            if not any(start < one.end and one.start < end for one in named)
        ]
        for start, end, ident, said in sorted(found):
            yield from _cut(texts, at, start)
            as_written = said == value[start:end]
            yield Link(tuple(_cut(texts, start, end)) if as_written else (Text(said),), f"#{ident}")
            self.used.add(ident)
            at = end
        yield from _cut(texts, at, len(value))

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, id) of each reference whose target exists, in order."""
        for found in self.pattern.finditer(text):
            kind = next(name for name in KINDS if found[name])
            if _ELSEWHERE.match(text, found.end()) or (kind == "section" and _is_of_a_law(text, found)):
                continue
            start = found.start()
            for number in re.finditer(_NUMBER, found["numbers"]):
                begin, end = (found.start("numbers") + place for place in number.span())
                ident = self.targets.get((kind, number[0]))
                if ident:
                    yield (start if start < found.start("numbers") else begin), end, ident
                start = found.start("numbers")  # the word belongs to the first number


NO_REFERENCES = References({}, re.compile("(?!)"))


def _is_of_a_law(text: str, found: re.Match[str]) -> bool:
    ahead = text[max(0, found.start() - _NEARBY) : found.start()]
    return bool(_LAW_AHEAD.search(ahead) or _LAW_BEHIND.match(text, found.end()))


def _cut(texts: Iterable[Inline], start: int, end: int) -> Iterator[Text]:
    """Yield the part of some texts between two offsets of their joined words, each with its place."""
    at = 0
    for text in texts:
        assert isinstance(text, Text)  # noqa: S101 - groupby has put texts alone here
        first, last = max(start - at, 0), min(end - at, len(text.value))
        if first < last:
            yield Text(text.value[first:last], None if text.start is None else text.start + first)
        at += len(text.value)


def collect_references(
    report: Report,
    tables: Mapping[int, str],
    figures: Mapping[str, str],
    missing: frozenset[str] = frozenset(),
    known: Mapping[str, str] | None = None,
) -> References:
    """Return what the text of a report may refer to, without the ids that are ``missing`` in its page.

    ``tables`` are the numbers of tables by their offset, ``figures`` those of the author's figures by id,
    ``known`` those of all figures, once the page was made.
    """
    targets: dict[tuple[str, str], str] = {}
    for start, number in tables.items():
        if number:
            targets["table", number] = make_table_anchor(start)
    for ident, number in figures.items():
        targets["figure", number] = ident
    sections = _number_sections(report)
    targets |= {("section", number): ident for number, ident in sections.items()}
    kept = {key: ident for key, ident in targets.items() if ident not in missing}
    names = collect_names(
        report,
        {make_table_anchor(start): number for start, number in tables.items()},
        {**figures, **(known or {})},
        {ident: number for number, ident in sections.items()},
    )
    there = {key: place for key, place in names.places.items() if place.id not in missing}
    return References(kept, make_pattern(report), replace(names, places=there))


def make_pattern(report: Report) -> re.Pattern[str]:
    """Return the pattern of "Table 1", "figures 2 and 3", "section 2.1" in the report's language."""
    alternatives = "|".join(f"(?P<{kind}>{_join_words(report, kind)})" for kind in KINDS)
    return re.compile(
        rf"{_AHEAD}(?:{alternatives})\s*(?P<numbers>{_NUMBER}(?:{_AND}{_NUMBER})*)", re.IGNORECASE
    )


def _join_words(report: Report, kind: str) -> str:
    names = sorted(report.label(f"refer_{kind}").split("|"), key=len, reverse=True)
    return "|".join(re.escape(name) for name in names)


def names_a_figure(report: Report) -> bool:
    """Tell whether a text names a figure by its number anywhere."""
    return any(found["figure"] for found in make_pattern(report).finditer(report.document.text))


def _number_sections(report: Report) -> dict[str, str]:
    """Return the ids of the sections by the numbers of their headings, without numbers that stand twice."""
    ahead = re.compile(rf"(?:{_join_words(report, 'section')})\s*", re.IGNORECASE)
    found: dict[str, str] = {}
    twice: set[str] = set()
    for section in report.document.walk():
        written = section.heading.number.strip()
        read = _HEADING_NUMBER.fullmatch(ahead.sub("", written)) or TYPED_NUMBER.match(section.heading.text)
        if read:
            twice |= {read[1]} & found.keys()
            found[read[1]] = section.id
    return {number: ident for number, ident in found.items() if number not in twice}

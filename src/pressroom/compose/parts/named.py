"""References by name: "[figure: Visitors by year]" prints "Figure 3", and 'section "Costs"' is a link."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from pressroom.language.quotation import find_quotation_marks
from pressroom.language.scripts import WITHOUT_BLANKS
from pressroom.model import walk
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Image, Table
from pressroom.model.inline import words
from pressroom.model.page import Page
from pressroom.model.report import Report

KINDS = ("table", "figure", "section")
_SEE = (
    "see|see also|siehe|siehe auch|vgl.|voir|voir aussi|cf.|véase|véase también|vedi|vedi anche|ver"
    "|ver também|zie|zie ook|zob.|zob. też|див.|див. також|انظر|ראו|见|参见|見|參見|参照|참조|참고"
)
_OPEN, _CLOSE = "[“\"„«»‚‘'‹「『]\u202f?", "\u202f?[”\"“«»’'‘›」』]"
_TYPED_NUMBER = re.compile(r"^\d+(?:\.\d+)*[.)]?\s+")  # that is part of a heading's words
_LONGEST = 160  # letters of a name


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """What can be referred to by its name: its kind, id, name as it is written, and number, "" for none."""

    kind: str
    id: str
    name: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class NamedReference:
    """A place of the text where something is named: where it leads, and the words that are printed there."""

    start: int
    end: int
    target: NamedPlace
    words: str


@dataclass(frozen=True, slots=True)
class ReferenceNames:
    """All that can be named in a report, and the patterns that find it."""

    places: Mapping[tuple[str, str], NamedPlace] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    lang: str = ""
    bracketed: re.Pattern[str] = re.compile("(?!)")
    quoted: re.Pattern[str] = re.compile("(?!)")

    def find(self, text: str) -> Iterator[NamedReference]:
        """Yield each reference by a name that exists, in order."""
        found = [*self._find_bracketed(text), *self._find_quoted(text)]
        yield from sorted(found, key=lambda reference: reference.start)

    def _find_bracketed(self, text: str) -> Iterator[NamedReference]:
        for found in self.bracketed.finditer(text):
            target = self.resolve(_kind_of(found), found["name"])
            if target:
                yield NamedReference(found.start(), found.end(), target, self._say(target, found))

    def _find_quoted(self, text: str) -> Iterator[NamedReference]:
        for found in self.quoted.finditer(text):
            target = self.resolve(_kind_of(found), found["name"])
            if target:
                start = found.start() if _kind_of(found) else found.start("said")
                yield NamedReference(start, found.end(), target, text[start : found.end()])

    def resolve(self, kind: str, name: str) -> NamedPlace | None:
        """Return what a name means: exactly that, or the only one that begins so; of any kind for ""."""
        wanted = fold_name(name)
        kinds = (kind,) if kind else ("section", "table", "figure")
        exact = [self.places[each, wanted] for each in kinds if (each, wanted) in self.places]
        if exact:
            return exact[0]
        begun = {
            place.id: place
            for (each, held), place in self.places.items()
            if each in kinds and held.startswith(wanted)
        }
        return next(iter(begun.values())) if len(begun) == 1 and wanted else None

    def _say(self, target: NamedPlace, found: re.Match[str]) -> str:
        if target.number and target.kind != "section":
            return f"{self.labels[target.kind]}\u00a0{target.number}"
        if target.number:
            word = found["section"] or self.labels["refer_section"].partition("|")[0]
            return f"{word}\u00a0{target.number}"
        opening, closing = find_quotation_marks(self.lang, 0)
        return f"{opening}{target.name}{closing}"


def collect_names(
    report: Report, tables: Mapping[str, str], figures: Mapping[str, str], sections: Mapping[str, str]
) -> ReferenceNames:
    """Return what a report's text can name. ``tables``, ``figures`` and ``sections`` are the numbers of the
    anchors that the page has, by their ids.
    """
    places: dict[tuple[str, str], NamedPlace] = {}

    def add(kind: str, ident: str, number: str, *names: str) -> None:
        shown = " ".join(names[0].split())
        for name in filter(None, map(fold_name, names)):
            places.setdefault((kind, name), NamedPlace(kind, ident, shown, number))

    for block, _ in walk.blocks(report.document):
        if isinstance(block, Table) and block.caption:
            ident = f"table-{block.span.start}"
            add("table", ident, tables.get(ident, ""), words(block.caption), block.label)
        elif isinstance(block, Image) and block.caption:
            ident = f"image-{block.span.start}"
            add("figure", ident, figures.get(ident, ""), words(block.caption), block.label)
    for figure in report.figures.drawn:
        add("figure", figure.id, figures.get(figure.id, ""), figure.title or figure.id, figure.id)
    for section in report.document.walk():
        said = section.heading.text
        number = sections.get(section.id, "")
        add("section", section.id, number, said, _TYPED_NUMBER.sub("", said), section.id)
    known = dict(report.labels)
    kinds = "|".join(f"(?P<{kind}>{_list_words(kind, known.get(f'refer_{kind}', ''))})" for kind in KINDS)
    see = "|".join(re.escape(word) for word in sorted(_SEE.split("|"), key=len, reverse=True))
    ahead, name = f"(?:{kinds}|{see})", rf"(?P<name>[^\[\]|\n“”„«»「」『』\"]{{1,{_LONGEST}}}?)"
    return ReferenceNames(
        places,
        known,
        report.lang,
        re.compile(rf"\[\s*{ahead}\s*[:：]\s*{name}\s*\]", re.IGNORECASE),
        re.compile(
            rf"(?:(?<!\w)|(?<=[{WITHOUT_BLANKS}])){ahead}(?:\s+|(?<=[{WITHOUT_BLANKS}]))(?P<said>{_OPEN}{name}{_CLOSE})",
            re.IGNORECASE,
        ),
    )


def list_unknown(page: Page) -> tuple[Diagnostic, ...]:
    """Return a warning for each "[figure: …]" that names nothing and stands on the page as it is written."""
    report = page.report
    names = collect_names(report, {}, {}, {})
    shown = page.tree.root.text_content()
    told = []
    for found in names.bracketed.finditer(report.document.text):
        if found[0] not in shown or names.resolve(_kind_of(found), found["name"]):
            continue
        kind = _kind_of(found)
        known = {place.name: place for (each, _), place in names.places.items() if kind in ("", each)}
        near = get_close_matches(found["name"], known, 1, 0.5)
        line = report.document.text.count("\n", 0, found.start()) + 1
        told.append(
            Diagnostic(
                Severity.WARNING,
                "reference-unknown",
                f"{found[0]} names no {kind or 'table, figure or section'} of this report",
                f"did you mean {near[0]}?" if near else _list_known(kind, known),
                where=f"{report.document.source}:{line}",
            )
        )
    return tuple(told)


def _list_known(kind: str, known: Mapping[str, NamedPlace]) -> str:
    names = "; ".join(known)
    return (
        f"write the words of its heading or caption; there are: {names}" if names else f"there is no {kind}"
    )


def _kind_of(found: re.Match[str]) -> str:
    return next((kind for kind in KINDS if found[kind]), "")


def part_brackets(text: str) -> tuple[str, ...]:
    """Return the parts of a text between references in brackets, which a page prints in other words."""
    return tuple(_BRACKETED.split(text)[::2])


def name_references(text: str) -> str:
    """Return a text that is shown apart from its page, with names in the place of references in brackets."""
    return _BRACKETED.sub(lambda found: found[1].strip(), text)


_BRACKETED = re.compile(r"\[[^\[\]:：\n]{1,20}[:：]([^\[\]\n]*)\]")


def fold_name(name: str) -> str:
    """Return a name as names are compared: in small letters, with one blank between words."""
    return " ".join(name.split()).casefold().rstrip(".")


def _list_words(kind: str, own: str) -> str:
    listed = sorted({kind, *own.split("|")} - {""}, key=len, reverse=True)
    return "|".join(re.escape(word) for word in listed)

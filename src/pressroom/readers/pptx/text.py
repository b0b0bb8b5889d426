"""The paragraphs of a shape: runs with their marks, levels and bullets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from pressroom.model.inline import Inline, LineBreak, Link, Text
from pressroom.readers.common.elements import attribute, local_name, parse_int
from pressroom.readers.common.flow import ListMark, Para
from pressroom.readers.common.inline_builder import MARKS
from pressroom.readers.common.links import sanitize_href
from pressroom.readers.common.office.counting import write_count
from pressroom.readers.common.whitespace import collapse_spaces, tidy_spaces
from pressroom.readers.pptx.styles import Bullet, count_scheme

FindLink = Callable[[str], str]
"""Returns the address that a relationship leads to, "" for none."""


@dataclass(slots=True)
class ItemCounter:
    """The numbers of counted items of one shape, by level."""

    _numbers: dict[int, tuple[str, int]] = field(default_factory=dict)

    def mark(self, bullet: Bullet, level: int) -> ListMark | None:
        """Return the place of the next paragraph in its list, None where it is in none."""
        self._numbers = {at: held for at, held in self._numbers.items() if at <= level}
        if bullet.kind == "none":
            self._numbers.pop(level, None)
            return None
        if bullet.kind == "bullet":
            self._numbers.pop(level, None)
            return ListMark(level, "•")
        scheme, last = self._numbers.get(level, ("", bullet.start - 1))
        number = last + 1 if scheme == bullet.scheme or not scheme else bullet.start
        self._numbers[level] = (bullet.scheme, number)
        style, ahead, behind = count_scheme(bullet.scheme)
        marker = f"{ahead}{write_count(number, style)}{behind}"
        return ListMark(level, marker, style, number)


def read_inlines(paragraph: etree._Element, find_link: FindLink) -> tuple[Inline, ...]:
    """Return the running text of a paragraph."""
    return tidy_spaces(_read_runs(paragraph, find_link))


def _read_runs(paragraph: etree._Element, find_link: FindLink) -> Iterator[Inline]:
    for entry in paragraph:
        match local_name(entry):
            case "r" | "fld":
                yield from _read_run(entry, find_link)
            case "br":
                yield LineBreak()
            case "oMath" | "oMathPara" | "m":
                yield Text("".join(str(text.text or "") for text in entry.iter("{*}t")))
            case "AlternateContent":
                form = next(iter(entry), None)
                if form is not None:
                    yield from _read_runs(form, find_link)


def _read_run(run: etree._Element, find_link: FindLink) -> Iterator[Inline]:
    text = next((str(entry.text or "") for entry in run if local_name(entry) == "t"), "")
    properties = next((entry for entry in run if local_name(entry) == "rPr"), None)
    # a line break within a title is a vertical tab in some programs
    parts = text.replace("_x000B_", "\v").split("\v")
    for at, part in enumerate(parts):
        if at:
            yield LineBreak()
        if part:
            yield from _dress(collapse_spaces(part), properties, find_link)


def _dress(text: str, properties: etree._Element | None, find_link: FindLink) -> Iterator[Inline]:
    made: Inline = Text(text)
    if not text.strip():
        yield made
        return
    shift = parse_int(attribute(properties, "baseline"), 0)
    looks = (
        ("superscript", shift > 0),
        ("subscript", shift < 0),
        ("strike", attribute(properties, "strike") in ("sngStrike", "dblStrike")),
        ("italic", attribute(properties, "i") in ("1", "true")),
        ("bold", attribute(properties, "b") in ("1", "true")),
    )
    for name, has in looks:
        if has:
            made = MARKS[name]((made,))
    for entry in properties if properties is not None else ():
        if local_name(entry) == "hlinkClick":
            href = sanitize_href(find_link(attribute(entry, "id")))
            made = Link((made,), href) if href else made
    yield made


def read_level(paragraph: etree._Element) -> int:
    """Return how deep a paragraph lies, from 0."""
    for entry in paragraph:
        if local_name(entry) == "pPr":
            return parse_int(attribute(entry, "lvl"), 0, least=0, most=8)
    return 0


def extract_words(element: etree._Element) -> str:
    """Return all words within an element."""
    lines = ("".join(str(text.text or "") for text in each.iter("{*}t")) for each in element.iter("{*}p"))
    return " ".join(" ".join(lines).split())


def make_para(inlines: tuple[Inline, ...], mark: ListMark | None, part: str = "plain") -> Para:
    """Return a paragraph for the flow; its look makes it no heading."""
    return Para(inlines, "" if mark else part, mark=mark)

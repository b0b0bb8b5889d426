"""Headings before the layout: even lines, and room for those that stand beside the text.

A style sheet asks for this by two custom properties, in em of the heading: ``--title-measure`` is the longest
line of h1, ``--heading-measure`` the width of the side column of h2. Numbers always stay with their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from pressroom.fonts import font_files
from pressroom.writers.common.markup import classes, keep_on_line, words

_MEASURE = re.compile(r"--(title|heading)-measure:\s*([\d.]+)em")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
# a number with its short word, but for years: "7 p.m.", "12 May"
_NUMBERED = re.compile(r"((?<!\S)(?!\d{4} )\d[\d.,]* \S{1,9}(?!\S))")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WORDS = re.compile(f"{_NUMBERED.pattern[1:-1]}|\\S+")
SHORT_WORD = 6  # letters; a last line of one such word looks like a mistake
LINE = 14.5  # points: a line of h2, and of the text beside it
TEXT_LETTERS = 64  # of a line of text at least
MOST_LINES = 3  # of a heading beside the text
_SHORT = 2  # lines of a heading that two lines of text, as everywhere, stand beside
_GAP = 7.25  # points between a heading and what clears it
_SLACK = 1.03  # kerning, rounding, and the gap after a number
_SMALLER, _SMALLEST = 0.9, 0.8  # of a heading's size: to save a line, and for a word wider than its column
_MEASURED = 100  # the size at which words are measured
_COUNTED = 6  # lines that there are rules for


def _make_rules() -> str:
    """Return the rules for sections with a heading beside them, and for what clears it.

    Rules, and no style of each element: WeasyPrint computes styles once for all elements that are alike, and
    what stands within a section with a style of its own is like nothing else. As many lines of the text stand
    beside a heading of three as it has itself, or it would run out of the page.
    """
    rules = []
    for lines in range(1, _COUNTED + 1):
        orphans = f";orphans:{lines}!important" if lines > _SHORT else ""
        rules.append(
            f'section[data-heading-lines="{lines}"]{{min-height:{lines * LINE:g}pt!important{orphans}}}'
        )
        room = f"{lines * LINE + _GAP:g}pt!important"
        rules.append(f'[data-clear="{lines}"]:not(.landscape){{margin-top:{room}}}')
        # a page of its own, at whose head a margin would be lost
        rules.append(f'.landscape[data-clear="{lines}"]{{padding-top:{room}}}')
    return "".join(rules)


HEADING_RULES = _make_rules()


def set_headings(root: Any, css: str) -> None:
    """Make the lines of title and headings even, and reserve the height of headings beside the text."""
    for heading in [element for element in root.iter() if element.tag in _HEADINGS]:
        if not _RIGHT_TO_LEFT.search(words(heading)):
            for holder in list(heading.iter()):
                keep_on_line(holder, _NUMBERED)
    measures = {name: float(value) for name, value in _MEASURE.findall(css)}
    if "title" in measures:
        for title in root.iter("h1"):
            _set_width(title, title, measures["title"])
    if "heading" in measures and (root.find(".//body").get("data-paper") or "") != "A5":
        for heading, section in list(_find_hanging(root)):
            _hang(heading, section, measures["heading"])
        clear_headings(root)


def clear_headings(root: Any) -> None:
    """Move what takes both columns below the heading that stands beside it."""
    for section in root.iter("section"):
        lines = int(section.get("data-heading-lines") or 0)
        for block in _iterate_blocks(section):
            if lines <= 0:
                break
            kinds = classes(block)
            if "landscape" in kinds or block.tag == "figure" or (block.tag == "table" and "wide" in kinds):
                block.set("data-clear", str(lines))
                break
            lines -= 1 + len(words(block)) // TEXT_LETTERS


def _find_hanging(root: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each heading that may stand beside the text, with its section.

    One with a note stays above the text: notes are lost from what is placed by itself.
    """
    for section in root.iter("section"):
        heading = section[0] if len(section) else None
        if heading is None or heading.tag != "h2":
            continue
        if any("footnote" in classes(span) for span in heading.iter("span")):
            _set_above(heading)
        else:
            yield heading, section


def _set_above(heading: Any) -> None:
    heading.set("class", " ".join(sorted(classes(heading) | {"above"})))


def _hang(heading: Any, section: Any, measure: float) -> None:
    """Put what a heading holds into ``span.hung``, an atom that no page break parts.

    One that takes more than MOST_LINES, or has a word wider than the column, stands above the text instead.
    """
    size = _find_size(words(heading), measure)
    if size is None:
        _set_above(heading)
        return
    hung = heading.makeelement("span", {"class": "hung"})
    hung.text, heading.text = heading.text, None
    for child in list(heading):
        heading.remove(child)
        hung.append(child)
    heading.append(hung)
    if size < 1:
        _add_style(hung, f"font-size:{size:.2f}em")
    lines = _set_width(hung, heading, measure / size)
    section.set("data-heading-lines", str(lines))


def _find_size(said: str, measure: float) -> float | None:
    """Return the size at which a heading fits its column, in em; None where it would be too small."""
    widths = [_measure(word) for word in said.split()]
    size = min(1.0, measure / (max(widths, default=0.0) * _SLACK or 1.0))
    if len(_break(widths, measure / size)) > MOST_LINES:
        size = min(size, _SMALLER)
    fits = size >= _SMALLEST and len(_break(widths, measure / size)) <= MOST_LINES
    return size if fits else None


def _set_width(element: Any, heading: Any, measure: float) -> int:
    """Limit an element to the width at which the lines of ``heading`` are even; return their number."""
    said = words(heading)
    if _RIGHT_TO_LEFT.search(said):
        return len(_break([_measure(word) for word in said.split()], measure))
    width, lines = balance(_WORDS.findall(said), measure)
    if lines > 1:
        _add_style(element, f"max-width:{min(width * _SLACK, measure):.2f}em")
    return lines


def balance(said: Sequence[str], measure: float) -> tuple[float, int]:
    """Return the narrowest width that needs no more lines than ``measure`` does, and how many these are.

    A width at which the last line is one short word is taken only where every width has that.
    """
    widths = [_measure(word) for word in said]
    fewest = len(_break(widths, measure))
    found = [measure]
    width = measure
    while (width := width - 0.1) > 0 and len(_break(widths, width)) <= fewest:
        if width < max(widths, default=0.0):
            break
        found.append(width)
    full = [each for each in found if not _ends_badly(_break(widths, each), said)]
    return (full or found)[-1], fewest


def _ends_badly(lines: Sequence[Sequence[int]], said: Sequence[str]) -> bool:
    return len(lines) > 1 and len(lines[-1]) == 1 and len(said[lines[-1][0]]) < SHORT_WORD


def _break(widths: Sequence[float], measure: float) -> list[list[int]]:
    """Break words into lines, each as full as it may be; return the words of each by their index."""
    space = _measure(" ")
    lines: list[list[int]] = [[]]
    reached = 0.0
    for index, width in enumerate(widths):
        if lines[-1] and reached + space + width > measure:
            lines.append([])
        reached = reached + space + width if lines[-1] else width
        lines[-1].append(index)
    return lines


@lru_cache(4096)
def _measure(text: str) -> float:
    """Return the width of a text in em, set in the bundled bold sans."""
    return float(_load_font().getlength(text)) / _MEASURED


@lru_cache(1)
def _load_font() -> Any:
    from PIL import ImageFont

    face = next(each for each in font_files() if each.family.endswith("Sans Pro") and each.weight == 700)
    return ImageFont.truetype(str(face.path), _MEASURED)


def _iterate_blocks(section: Any) -> Iterator[Any]:
    """Yield what stands in a section below its heading, block by block, sections inside it opened."""
    for child in section:
        if child.tag == "section":
            yield from _iterate_blocks(child)
        elif child.tag != "h2":
            yield child


def _add_style(element: Any, declaration: str) -> None:
    had = element.get("style")
    element.set("style", f"{had};{declaration}" if had else declaration)

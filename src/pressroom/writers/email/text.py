"""The page as plain text: for readers and programs without HTML, wrapped at 72 characters."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

WIDTH = 72
_RULED = {"h1": "=", "h2": "-"}
_BLOCKS = frozenset(
    {"p", "div", "ul", "ol", "li", "dl", "dt", "dd", "table", "blockquote", "pre", "figure", "figcaption"}
    | {"aside", "section", "header", "main", "nav", "hr", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_SPACE = re.compile(r"[ \t\r\n]+")
_SKIPPED = frozenset({"style", "script", "title"})
_UNPRINTED = frozenset({"preheader"})


def to_plain_text(root: HtmlElement) -> str:
    """Return the body's words, blocks parted by an empty line, ending in a newline."""
    found = [block.rstrip() for block in _format_blocks(root.find("body"), WIDTH)]
    text = "\n\n".join(block for block in found if block.strip())
    return (
        "".join(each for each in text if each == "\n" or unicodedata.category(each) not in {"Cc", "Cs"})
        + "\n"
    )


def _format_blocks(element: HtmlElement, width: int) -> Iterator[str]:
    """Yield the text of an element block by block; loose words between blocks are blocks of their own."""
    loose = [_collapse(element.text)]
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _SKIPPED or _UNPRINTED & _classes(child):
            loose.append(_collapse(child.tail))
        elif child.tag in _BLOCKS or child.find(".//table") is not None:
            yield _wrap("".join(loose), width)
            yield from _format_block(child, width)
            loose = [_collapse(child.tail)]
        else:
            loose += [_read_line(child), _collapse(child.tail)]
    yield _wrap("".join(loose), width)


def _format_block(element: HtmlElement, width: int) -> Iterator[str]:
    match element.tag:
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            yield _format_heading(element, width)
        case "p" | "dt" | "figcaption":
            yield _wrap(_read_line(element, inside=True), width)
        case "ul" | "ol":
            tight = "tiles" not in _classes(element)
            items = list(_format_items(element, width))
            yield ("\n" if tight else "\n\n").join(items)
        case "dl":
            yield _format_terms(element, width)
        case "table":
            if element.get("role") == "presentation":
                for cell in element.xpath("./tr/td|./tbody/tr/td"):
                    yield from _format_blocks(cell, width)
            else:
                yield from _format_table(element, width)
        case "blockquote":
            yield _prefix(_join_blocks(element, width - 2), "> ")
        case "pre":
            yield textwrap.indent(element.text_content().strip("\n"), "    ")
        case "hr":
            yield "* * *"
        case "figure":
            yield from _format_figure(element, width)
        case _:
            yield from _format_blocks(element, width)


def _format_heading(element: HtmlElement, width: int) -> str:
    text = _wrap(_read_line(element, inside=True), width)
    rule = _RULED.get(element.tag)
    longest = max(map(_count_columns, text.split("\n")))
    return f"{text}\n{rule * min(width, longest)}" if rule and text else text


def _format_items(element: HtmlElement, width: int) -> Iterator[str]:
    number = int(element.get("start", "1"))
    for item in element.iterchildren("li"):
        if "tile" in _classes(item):
            yield "\n".join(_wrap(_read_line(child, inside=True), width) for child in item.iter("p"))
            continue
        mark = f"{_format_count(number, element.get('type', '1'))}. " if element.tag == "ol" else "- "
        if "task" in _classes(item):
            mark = "[x] " if item.get("data-checked") == "true" else "[ ] "
        inner = _join_blocks(item, width - len(mark), "\n")
        yield mark + inner.replace("\n", "\n" + " " * len(mark))
        number += 1


def _format_count(number: int, kind: str) -> str:
    match kind:
        case "a" | "A":
            letters = ""
            while number > 0:
                number, rest = divmod(number - 1, 26)
                letters = chr(ord("a") + rest) + letters
            return letters if kind == "a" else letters.upper()
        case "i" | "I":
            return _format_roman(number) if kind == "I" else _format_roman(number).lower()
        case _:
            return str(number)


def _format_roman(number: int) -> str:
    signs = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
    text = ""
    for value, sign in signs:
        count, number = divmod(number, value)
        text += sign * count
    return text


def _format_terms(element: HtmlElement, width: int) -> str:
    lines: list[str] = []
    for child in element:
        words = _join_blocks(child, width - 4, "\n")
        if child.tag == "dt":
            lines.append(words + ":")
        elif lines and "\n" not in words and _count_columns(lines[-1]) + _count_columns(words) < width:
            lines[-1] += " " + words
        else:
            lines.append(textwrap.indent(words, "    "))
    return "\n".join(lines)


def _format_table(element: HtmlElement, width: int) -> Iterator[str]:
    caption = element.find("caption")
    if caption is not None:
        yield _wrap(_read_line(caption, inside=True), width)
    rows = [
        [
            (_read_line(cell, inside=True).strip(), "num" in _classes(cell))
            for cell in row.iterchildren("td", "th")
        ]
        for row in element.iter("tr")
    ]
    columns = max((len(row) for row in rows), default=0)
    widths = [
        max((_count_columns(row[index][0]) for row in rows if index < len(row)), default=0)
        for index in range(columns)
    ]
    if sum(widths) + 2 * max(columns - 1, 0) <= width:
        yield "\n".join(_format_row(row, widths) for row in rows)
        return
    head, *body = rows
    # too wide for columns: each row as its own few lines, every value with its column's name
    for row in body:
        yield "\n".join(
            _wrap(f"{head[index][0]}: {words}" if index < len(head) and head[index][0] else words, width)
            for index, (words, _) in enumerate(row)
            if words
        )


def _format_row(row: list[tuple[str, bool]], widths: list[int]) -> str:
    cells = []
    for (words, number), width in zip(row, widths, strict=False):
        gap = " " * (width - _count_columns(words))
        cells.append(gap + words if number else words + gap)
    return "  ".join(cells).rstrip()


def _format_figure(element: HtmlElement, width: int) -> Iterator[str]:
    caption = element.find(".//figcaption")
    parts = [_read_line(caption, inside=True).strip()] if caption is not None else []
    parts += [image.get("alt", "") for image in element.iter("img") if image.get("alt")]
    yield _wrap("[" + ". ".join(part.rstrip(".") for part in parts) + "]", width)


def _join_blocks(element: HtmlElement, width: int, between: str = "\n\n") -> str:
    return between.join(block for block in _format_blocks(element, max(width, 20)) if block.strip())


def _read_line(element: HtmlElement, *, inside: bool = False) -> str:
    """Return an element's words on one line, with a newline for each that was made by hand."""
    if element.tag == "br":
        return "\n"
    if element.tag == "img":
        return f"[{element.get('alt', '')}]" if element.get("alt") else ""
    if not isinstance(element.tag, str) or element.tag in _SKIPPED:
        return ""
    text = _collapse(element.text)
    for child in element:
        text += _read_line(child) + _collapse(child.tail)
    if inside:
        return text
    if element.tag == "sup" and "call" in _classes(element):
        return f"[{text}]"
    href = element.get("href", "") if element.tag == "a" else ""
    address = href.removeprefix("mailto:").removeprefix("tel:")
    if href and address.rstrip("/") not in text:
        return f"{text} <{href}>"
    return text


def _collapse(text: str | None) -> str:
    return _SPACE.sub(" ", text or "")


def _wrap(text: str, width: int) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n") if line.strip())
    return "\n".join(
        "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False))
        for line in lines
    )


def _prefix(text: str, prefix: str) -> str:
    return "\n".join((prefix + line).rstrip() for line in text.split("\n"))


def _count_columns(text: str) -> int:
    """Count the columns that a text takes in a fixed font: Chinese characters two, accents set above none."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in text
    )


def _classes(element: HtmlElement) -> frozenset[str]:
    return frozenset(element.get("class", "").split())

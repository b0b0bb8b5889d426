"""The page as plain text: for readers and programs without HTML, wrapped at 72 characters."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressroom.writers.common.cells import place_cells
from pressroom.writers.common.markers import format_count

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
        mark = f"{format_count(number, element.get('type', '1'))}. " if element.tag == "ol" else "- "
        if item.get("data-marker"):
            mark = f"{item.get('data-marker')} "
        if "task" in _classes(item):
            mark = "[x] " if item.get("data-checked") == "true" else "[ ] "
        inner = _join_blocks(item, width - len(mark), "\n")
        yield mark + inner.replace("\n", "\n" + " " * len(mark))
        number += 1


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
    rows = _read_rows(element)
    columns = max((end for row in rows for _, end, _, _ in row), default=0)
    widths = [0] * columns
    for row in rows:
        for left, end, words, _ in row:
            if end == left + 1:
                widths[left] = max(widths[left], _count_columns(words))
    for row in rows:
        for left, end, words, _ in row:  # words over several columns need the width of all
            lacking = _count_columns(words) - _measure(widths, left, end)
            widths[end - 1] += max(lacking, 0)
    if _measure(widths, 0, columns) <= width:
        yield "\n".join(_format_row(row, widths) for row in rows)
        return
    head, *body = rows
    heads = [next((words for left, end, words, _ in head if left <= at < end), "") for at in range(columns)]
    # too wide for columns: each row as its own few lines, every value with its column's name
    for row in body:
        yield "\n".join(
            _wrap(f"{heads[left]}: {words}" if heads[left] else words, width)
            for left, _, words, _ in row
            if words
        )


def _read_rows(table: HtmlElement) -> list[list[tuple[int, int, str, bool]]]:
    """Return the cells row by row: first column, end, words, and whether they are a number."""
    rows: list[list[tuple[int, int, str, bool]]] = [[] for _ in table.iter("tr")]
    for area in place_cells(table):
        words = _read_line(area.cell, inside=True).strip()
        rows[area.top].append((area.left, area.right, words, "num" in _classes(area.cell)))
    return rows


def _measure(widths: list[int], left: int, end: int) -> int:
    return sum(widths[left:end]) + 2 * max(end - left - 1, 0)


def _format_row(row: list[tuple[int, int, str, bool]], widths: list[int]) -> str:
    line = ""
    for left, end, words, number in row:
        room = _measure(widths, left, end)
        begin = _measure(widths, 0, left) + (2 if left else 0)
        line += " " * (begin - _count_columns(line))
        line += " " * (room - _count_columns(words)) + words if number else words
    return line.rstrip()


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
    if element.tag == "math":
        return str(element.get("alttext") or "")
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
    if href and address.rstrip("/") not in text and "address-link" not in _classes(element):
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

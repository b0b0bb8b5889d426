"""An article's plain text, taken out of the file that holds it.

A text is its title, a blank line, and paragraphs with a blank line between; sub-headings and list items stand
as paragraphs of their own, as they do in a text that somebody pastes.
"""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "div", "td", "blockquote", "br", "ul", "ol", "tr", "table"}
UNSEEN = {"script", "style", "nav", "header", "footer", "noscript"}
TWICE = re.compile(r"[\u00c2-\u00f4][\u0080-\u00bf]+")  # what was encoded in UTF-8 twice
EMPTY = {"br", "img", "hr", "input", "meta", "link", "source"}  # elements that have no end tag


@dataclass(frozen=True, slots=True)
class Select:
    """Where in its file an article stands.

    ``keys`` lead to a record in JSON, ``row`` is one of CSV, counted from 0, ``language`` a content of
    several. ``fields`` are those of the record, or of front matter, that hold the article, title first; for a
    page, the id or class of the part that does. ``first`` and ``last`` cut the paragraphs, as a slice does,
    of what is no part of the article: a date ahead of its title, notes behind it; ``drop`` names others.
    """

    keys: tuple[str | int, ...] = ()
    row: int = 0
    language: str = ""
    fields: tuple[str, ...] = ()
    first: int = 0
    last: int | None = None
    drop: tuple[str, ...] = ()


def extract(data: bytes, form: str, select: Select) -> str:
    """Return the plain text of an article from a file in one of FORMS."""
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    found = FORMS[form](TWICE.sub(_decoded, text), select)
    kept = [words for words in map(clean, found) if words and words not in select.drop]
    return "\n\n".join(kept[select.first : select.last]) + "\n"


def _decoded(found: re.Match[str]) -> str:
    return found[0].encode("latin-1").decode("utf-8", "replace")


def clean(words: str) -> str:
    """Return words with single blanks between them, as no reader would see them otherwise."""
    return re.sub(r"[ \t\n\r\f\u200b\u2060\ufeff]+", " ", words).strip()


def _markdown(text: str, select: Select) -> Iterable[str]:
    """Markdown, with front matter or without."""
    head = re.match(r"---\n((?:.*\n)*?)---\n|(?:#.*\n\n)?((?:\w[\w ]*:.*\n)+)\n", text)
    fields = _front_matter(head[1] or head[2] or "") if head else {}
    body = text[head.end() :] if head else text
    yield from (fields.get(name, "") for name in select.fields)
    if re.search(r"<p[ >]", body):
        yield from _html_blocks(body)
    else:
        yield from map(_plain_markdown, _markdown_blocks(body))


def _front_matter(text: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        found = re.match(r"(\w[\w ]*): ?(.*)", line)
        if found:
            name = found[1]
            fields[name] = found[2]
        elif name and line.startswith(" "):
            fields[name] += " " + line.strip()
    return {name: _unquoted(held.strip()) for name, held in fields.items()}


def _unquoted(held: str) -> str:
    """Return the words of a YAML string."""
    if held[:1] == "'":
        return held.strip("'").replace("''", "'")
    if held[:1] == '"':
        held = held.strip('"').replace("\\ ", " ").replace("\\_", "\u00a0").replace('\\"', '"')
        return re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), held)
    return held


def _markdown_blocks(body: str) -> list[str]:
    return re.split(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d+\.) )|(?<=\n)(?=#)", body)


def _plain_markdown(part: str) -> str:
    part = re.sub(r"<[^>]+>", "", part)
    part = re.sub(r"\{#[\w-]+\}", "", part)
    part = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", part)
    part = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", part)
    part = re.sub(r"^\s*(?:#+|[-*+] |>)\s*", "", part)
    part = re.sub(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1", r"\2", part, flags=re.DOTALL)
    return "" if re.fullmatch(r"[\s|:\-#*_=]*", part) else re.sub(r"\\([^\w\s])", r"\1", part)


def _page(text: str, select: Select) -> Iterable[str]:
    """A page of HTML."""
    return _html_blocks(text, *select.fields)


def _html_blocks(text: str, part: str = "") -> list[str]:
    """Return the paragraphs of HTML, of the whole or of the part with an id or class."""
    parser = _Blocks(part)
    parser.feed(text)
    return [*parser.blocks, "".join(parser.words)]


class _Blocks(HTMLParser):
    """Collects the words of HTML, paragraph by paragraph."""

    def __init__(self, part: str) -> None:
        super().__init__()
        self.part = part
        self.depth = 0 if part else 1  # of open elements, from the part on
        self.unseen = 0
        self.words: list[str] = []
        self.blocks: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {word for name, held in attrs if name in ("id", "class") and held for word in held.split()}
        if self.depth or self.part in names:
            self.depth += tag not in EMPTY
        self.unseen += tag in UNSEEN
        self._end_block(tag)

    def handle_endtag(self, tag: str) -> None:
        self._end_block(tag)
        self.unseen -= tag in UNSEEN and self.unseen > 0
        self.depth -= tag not in EMPTY and self.depth > bool(not self.part)

    def handle_data(self, data: str) -> None:
        if self.depth and not self.unseen:
            self.words.append(data)

    def _end_block(self, tag: str) -> None:
        if tag in BLOCKS:
            self.blocks.append("".join(self.words))
            self.words = []


def _csv(text: str, select: Select) -> Iterable[str]:
    """A row of comma-separated values, whose fields are HTML or lines."""
    csv.field_size_limit(10**9)
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return _record(next(itertools.islice(rows, select.row, None)), select)


def _json(text: str, select: Select) -> Iterable[str]:
    """A record somewhere in JSON."""
    record: Any = json.loads(text)
    for key in select.keys:
        record = record[key]
    return _record(record, select)


def _record(record: Mapping[str, str], select: Select) -> Iterable[str]:
    return (part for name in select.fields for part in _paragraphs(record.get(name) or ""))


def _paragraphs(text: str) -> Iterable[str]:
    if re.search(r"<(?:p|br|div|li)\b", text):
        return _html_blocks(text)
    return re.split(r"\n+", text)


def _messages(text: str, select: Select) -> Iterable[str]:
    """A message in XML with a content for each language: its title, lead and text."""
    root = ET.fromstring(text)
    space = root.tag.partition("}")[0] + "}"
    content = next(each for each in root.iter(space + "content") if each.get("lang") == select.language)
    yield content.findtext(space + "title") or ""
    yield from _paragraphs(content.findtext(space + "lead") or "")
    yield from _html_blocks(content.findtext(space + "text") or "")


FORMS: Mapping[str, Callable[[str, Select], Iterable[str]]] = {
    "lines": lambda text, _: text.splitlines(),
    "markdown": _markdown,
    "page": _page,
    "csv": _csv,
    "json": _json,
    "messages": _messages,
}

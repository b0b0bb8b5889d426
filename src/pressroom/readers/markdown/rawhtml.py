"""HTML between the paragraphs of a Markdown text: its blocks, each letter with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from html import escape, unescape
from typing import Any

from pressroom.model.document import Image, Table
from pressroom.model.inline import Code, InlineImage, Text
from pressroom.model.span import Span
from pressroom.readers.common.inline_builder import merge_texts
from pressroom.readers.common.outline import Item
from pressroom.readers.common.protocols import ReadHtml
from pressroom.readers.markdown.context import MarkdownContext
from pressroom.readers.markdown.htmltags import SHOWS, TAG, UNSEEN, is_markup
from pressroom.readers.markdown.origin import Origin

_COMMENT = re.compile(
    r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<![A-Za-z][^>]*>?", re.DOTALL
)
_UNSEEN = re.compile(rf"<({'|'.join(UNSEEN)})\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_SHOWS = re.compile(
    rf"<(?P<name>{'|'.join(sorted(SHOWS))})\b[^>]*>(?:(?P<inner>.*?)</(?P=name)\s*>)?",
    re.DOTALL | re.IGNORECASE,
)
_PART_OF_TABLE = re.compile(r"\s*</?(?:tr|td|th|tbody|thead|tfoot|caption|col|colgroup)\b", re.IGNORECASE)
_PICTURE = re.compile(r"""<img\b(?:"[^"]*"|'[^']*'|[^<>"'])*>""", re.IGNORECASE)
_TAG_OR_ENTITY = re.compile(rf"{TAG.pattern}|&(?:#\d{{1,7}}|#[xX][\dA-Fa-f]{{1,6}}|\w{{1,32}});")
_WORD = re.compile(r"\S+|\s+")


def read_html(
    content: str, origin: Origin, span: Span, context: MarkdownContext, read: ReadHtml
) -> list[Item]:
    """Return the headings and blocks of a piece of HTML; what no report shows is left out, with its reason.

    Tags that are no HTML stay as words, with a warning.
    """
    known = len(context.left_out)
    content = _leave_out(_COMMENT, "comment", content, origin, context)
    content = _leave_out(_UNSEEN, "script or style", content, origin, context)
    content = _tell_shown(content, origin, context)
    content = _keep_words(content, origin, context)
    markup = f"<table>{content}</table>" if _PART_OF_TABLE.match(content) else content
    if context.lang and "<q" in content:
        markup = f'<div lang="{escape(context.lang)}">{markup}</div>'  # for the marks of quotations
    found = read(markup, context.name, context.pictures)
    places = _Places(content, origin, context, span)
    items = [places.place(item) for item in found.items]
    for words, reason in found.left_out:
        start, end = places.find(words)
        context.leave_out(start, end, reason)
    for index, name in found.ids.items():
        context.ids[items[index].span.start] = name
    context.diagnostics += [replace(each, span=span) for each in found.diagnostics]
    if not items and len(context.left_out) == known:
        context.leave_out(span.start, span.end, "HTML without words")
    return items


def _leave_out(
    pattern: re.Pattern[str], reason: str, content: str, origin: Origin, context: MarkdownContext
) -> str:
    for found in pattern.finditer(content):
        start, end = origin.at(found.start()), origin.at(found.end() - 1)
        if start is not None and end is not None:
            context.leave_out(start, end + 1, reason)
    return pattern.sub(lambda found: _blank(found.group()), content)


def _tell_shown(content: str, origin: Origin, context: MarkdownContext) -> str:
    """Blank elements that show something which no report holds, with a note of each."""
    for found in _SHOWS.finditer(content):
        context.note_element(found["name"].lower(), origin.at(found.start()))
        start, end = origin.at(found.start()), origin.at(found.end() - 1)
        if start is not None and end is not None:
            context.leave_out(start, end + 1, found["name"].lower())
    return _SHOWS.sub(lambda found: _blank(found.group()), content)


def _keep_words(content: str, origin: Origin, context: MarkdownContext) -> str:
    """Write tags that are none as words of their length, in brackets that ``_BRACKETS`` turns back."""

    def keep(found: re.Match[str]) -> str:
        name = found["name"]
        ends = bool(re.search(rf"<{'' if found['end'] else '/'}{name}\b", context.source.text, re.IGNORECASE))
        if is_markup(name, found["attrs"], ends=ends):
            return found.group()
        context.note_words(found.group(), origin.at(found.start()))
        return _OPEN + found.group()[1:-1] + _CLOSE

    return TAG.sub(keep, content)


# stand for angle brackets that are words, in private use so that no text has them
_OPEN, _CLOSE = "\ue0b0", "\ue0b1"
_BRACKETS = {ord(_OPEN): "<", ord(_CLOSE): ">"}


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


@dataclass(slots=True)
class _Places:
    """Finds the words of blocks in the piece that they were read from, one after the other."""

    content: str
    origin: Origin
    context: MarkdownContext
    whole: Span
    _words: str = ""
    _offsets: list[int] = field(default_factory=list)
    _entities: dict[int, tuple[int, int]] = field(default_factory=dict)
    _pictures: list[tuple[int, int]] = field(default_factory=list)
    _at: int = 0

    def __post_init__(self) -> None:
        """Take the letters between the tags, which part no word: "wa<b>ter</b>" is one."""
        parts: list[str] = []
        last = 0
        for found in _TAG_OR_ENTITY.finditer(self.content):
            letters = "" if found["name"] else unescape(found.group())
            parts += [self.content[last : found.start()], letters]
            self._offsets += range(last, found.start())
            self._entities |= dict.fromkeys(
                range(len(self._offsets), len(self._offsets) + len(letters)), found.span()
            )
            self._offsets += [found.start()] * len(letters)
            last = found.end()
        self._offsets += range(last, len(self.content))
        self._words = "".join([*parts, self.content[last:]])
        self._pictures = [found.span() for found in _PICTURE.finditer(self.content)]

    def place(self, item: Item) -> Item:
        """Return a heading or block in its place."""
        placed, _ = self._place(item)
        found: Item = placed
        return found

    def find(self, words: str) -> tuple[int, int]:
        """Return the source offsets of words that are in no block, else those of the whole piece."""
        said = words.split()
        first = self._words.find(said[0]) if said else -1
        last = self._words.find(said[-1], first) if first >= 0 else -1
        start = self._source(first) if first >= 0 else None
        end = self._source(last + len(said[-1]) - 1) if last >= 0 else None
        return (self.whole.start, self.whole.end) if start is None or end is None else (start, end + 1)

    def _source(self, index: int) -> int | None:
        """Return where a letter stands in the source, None for one that is written as an entity."""
        return None if index in self._entities else self.origin.at(self._offsets[index])

    def _place(self, value: Any) -> tuple[Any, list[int]]:
        """Return a value of the model in its place, and the source offsets that it covers."""
        match value:
            case Text() | Code():
                return self._place_words(value)
            case tuple():
                return self._place_all(value)
            case InlineImage():
                return value, self._next_picture()
            case Span() | str() | None:
                return value, []
        if not is_dataclass(value):
            return value, []
        covered = self._next_picture() if isinstance(value, Image) else []
        names = [entry.name for entry in fields(value)]
        if isinstance(value, Table):  # its caption is written ahead of the rows
            names = ["caption", *(name for name in names if name != "caption")]
        changes: dict[str, Any] = {}
        for name in names:
            changes[name], more = self._place(getattr(value, name))
            covered = covered + more
        if "span" in changes:
            changes["span"] = self.context.span(min(covered), max(covered) + 1) if covered else self.whole
        return replace(value, **changes), covered  # type: ignore[type-var]  # a dataclass, as told above

    def _place_all(self, values: Sequence[Any]) -> tuple[tuple[Any, ...], list[int]]:
        found: list[Any] = []
        covered: list[int] = []
        for value in values:
            placed, more = self._place(value)
            found += placed if isinstance(value, Text) else [placed]
            covered += more
        texts = all(isinstance(each, Text) for each in found)
        return (merge_texts(found) if texts and found else tuple(found)), covered

    def _next_picture(self) -> list[int]:
        if not self._pictures:
            return []
        start, end = self._pictures.pop(0)
        ends = (self.origin.at(start), self.origin.at(end - 1))
        return [at for at in ends if at is not None]

    def _place_words(self, leaf: Text | Code) -> tuple[Any, list[int]]:
        texts: list[Text] = []
        covered: list[int] = []
        for found in _WORD.finditer(leaf.value):
            texts += self._place_word(found.group(), covered)
        merged = merge_texts(texts)
        if isinstance(leaf, Text):
            return list(merged), covered
        first = merged[0] if len(merged) == 1 else None
        start = first.start if isinstance(first, Text) else None
        return Code(leaf.value.translate(_BRACKETS), start), covered

    def _place_word(self, word: str, covered: list[int]) -> list[Text]:
        if word.isspace():
            start = self._source(self._at) if self._at < len(self._offsets) else None
            # a comment that was left out is blank here, and is no white space of the text
            inside = start is not None and self.context.source.text[start].isspace()
            return [Text(word, start if inside and len(word) == 1 else None)]
        at = self._words.find(word, self._at)
        if at < 0:
            at = self._words.find(word)
        if at < 0:
            return [Text(word.translate(_BRACKETS))]
        self._at = at + len(word)
        texts = []
        for index in range(at, self._at):
            source = self._source(index)
            texts.append(Text(self._words[index].translate(_BRACKETS), source))
            start, end = self._entities.get(index, (self._offsets[index], self._offsets[index] + 1))
            covered += [at for at in (self.origin.at(start), self.origin.at(end - 1)) if at is not None]
        return texts

"""A Markdown text to a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from markdown_it.token import Token

from pressroom.formulas import to_mathml
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Document, Heading, Image, MathBlock, Metadata, Paragraph, Table
from pressroom.model.inline import Math, Text, words
from pressroom.model.walk import blocks, inlines, runs
from pressroom.readers.common.collection import pause_collection
from pressroom.readers.common.encoding import decode
from pressroom.readers.common.flow import attach_captions
from pressroom.readers.common.outline import Item, build_sections, guess_bold_headings, split_title
from pressroom.readers.common.overrides import apply_overrides
from pressroom.readers.common.protocols import ReadHtml, ReadText
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.markdown.blocks import BlockReader
from pressroom.readers.markdown.context import MarkdownContext
from pressroom.readers.markdown.foreign import warn_of_foreign_marks
from pressroom.readers.markdown.front import read_front_matter, read_metadata
from pressroom.readers.markdown.nodes import build_tree
from pressroom.readers.markdown.origin import Origin, SourceLines
from pressroom.readers.markdown.parser import TooHeavyError, build_parser
from pressroom.readers.markdown.tornmarks import close_torn_marks, part_bold_lines

LONGEST_LINE = 20_000  # characters; the parser is slow on longer ones, and no hand wrote them
MOST_LINES = 50_000  # a thousand pages
MOST = 5_000_000  # characters; a thousand pages
_LONE_RETURN = re.compile(r"\r(?!\n)")
_CAPTION = re.compile(
    r"(?:(?:tab(?:le|elle|leau|la)?|fig(?:ure|ura)?|abb(?:ildung)?)\b\.?\s*\d*[a-z]?\s*[.:]|:)\s+\S",
    re.IGNORECASE,
)
_DEFINITION = re.compile(r"\s*(?:\[|[\"'(<]|https?:|[\w./#-]+\s*$)")


def read(
    data: bytes, source: str, settings: ReaderSettings, *, read_text: ReadText, read_html: ReadHtml
) -> Document:
    """Read a Markdown file; one beyond the parser's limits is read as plain text, with a warning."""
    text, found = decode(data, source, settings)
    try:
        document = parse(text, source, settings, read_html)
    except TooHeavyError as problem:
        warning = Diagnostic(
            Severity.WARNING,
            "markdown-too-heavy",
            f"read as plain text, since {problem}",
            "split the text, or break its long lines",
            where=source,
        )
        document, found = read_text(text, source, settings), (*found, warning)
    noticed = (*_warn_of_formulas(document), *warn_of_foreign_marks(document))
    return replace(document, diagnostics=(*found, *document.diagnostics, *noticed))


def _warn_of_formulas(document: Document) -> Iterator[Diagnostic]:
    """Tell of each formula that cannot be set and is shown as it is written."""
    displayed = [
        (block.tex, block.span.start) for block, _ in blocks(document) if isinstance(block, MathBlock)
    ]
    within = [each for run in runs(document) for each in inlines(run.inlines) if isinstance(each, Math)]
    unset = [(tex, start) for tex, start in displayed if not to_mathml(tex, display=True)]
    unset += [(each.tex, each.start or 0) for each in within if not to_mathml(each.tex)]
    for tex, start in sorted(unset, key=lambda each: each[1]):
        yield Diagnostic(
            Severity.WARNING,
            "formula-as-written",
            f"a formula cannot be set and is shown as it is written: {' '.join(tex.split())[:60]}",
            "see docs/writing.md for what formulas may hold, or put a picture of it in its place",
            where=f"{document.source}:{document.text.count(chr(10), 0, start) + 1}",
        )


def parse(text: str, source: str, settings: ReaderSettings, read_html: ReadHtml) -> Document:
    """Return the document of a Markdown text. Raises TooHeavyError."""
    _check_size(text)
    with pause_collection():
        return _parse(text, source, settings, read_html)


def _check_size(text: str) -> None:
    if len(text) > MOST:
        raise TooHeavyError(f"it has more than {MOST:,} characters")
    if len(text) > LONGEST_LINE and max(map(len, text.split("\n"))) > LONGEST_LINE:
        raise TooHeavyError(f"it has a line of more than {LONGEST_LINE:,} characters")
    if text.count("\n") > MOST_LINES:
        raise TooHeavyError(f"it has more than {MOST_LINES:,} lines")


def _parse(text: str, source: str, settings: ReaderSettings, read_html: ReadHtml) -> Document:
    front, offset = read_front_matter(text, source)
    env: dict[str, Any] = {}
    # the parser takes a lone carriage return for a line's end, which would move all lines after it;
    # blank lines in place of the front matter keep every line where it was
    even = close_torn_marks(_LONE_RETURN.sub(" ", text))
    parser = build_parser()
    nodes = build_tree(parser.parse("\n" * text.count("\n", 0, offset) + even[offset:], env))
    given = str(front.get("title") or "").strip()
    named = parser.parseInline(given, env) if given else []
    metadata = read_metadata(front)
    context = MarkdownContext(SourceLines.cut(even), source, lang=metadata.lang or settings.lang)
    reader = BlockReader(context, read_html, _notes_in_line(env))
    heading = _read_title(given, named, reader)
    items = reader.read_items(nodes)
    if offset:
        context.leave_out(0, len(text[:offset].rstrip()), "front matter")
    _unread_lines(nodes, offset, context)
    _unlinked(context)
    context.warn_of_tags()
    items = attach_captions(
        _captions(apply_overrides(guess_bold_headings(part_bold_lines(items, context)), settings))
    )
    title, items = _title(heading, items)
    blocks, sections = build_sections(items, context.ids)
    return Document(
        source,
        text,
        title,
        blocks,
        sections,
        _set_title(metadata, heading),
        tuple(context.footnotes),
        tuple(context.pictures.assets),
        left_out=tuple(sorted(context.left_out, key=lambda left: left.span.start)),
        diagnostics=tuple(context.diagnostics),
    )


def _captions(items: list[Item]) -> list[Item]:
    """Tell captions from paragraphs: "Table 2: …", "Figure: …" or ": …" beside a table or a picture."""
    found = list(items)
    for at, item in enumerate(items):
        beside = (*items[max(0, at - 1) : at], *items[at + 1 : at + 2])
        if (
            isinstance(item, Paragraph)
            and item.role == "body"
            and any(isinstance(other, Table | Image) for other in beside)
            and _CAPTION.match(words(item.inlines))
        ):
            found[at] = replace(item, role="caption")
    return found


def _notes_in_line(env: Mapping[str, Any]) -> Mapping[int, Mapping[str, object]]:
    listed: Mapping[int, Mapping[str, object]] = env.get("footnotes", {}).get("list", {})
    return listed


def _read_title(given: str, tokens: Sequence[Token], reader: BlockReader) -> Heading | None:
    """Return the title that the front matter gives, its marks and notes read as those of the text."""
    if not given:
        return None
    context = reader.context
    at = context.source.text.find(given)
    origin = Origin((0,), (at,)) if at >= 0 else Origin()
    span = context.span(at, at + len(given)) if at >= 0 else context.span(0, 3)
    inlines = reader.inlines.read(tokens[0].children or (), origin) if tokens else ()
    if not words(inlines).strip():
        inlines = (Text(given, at if at >= 0 else None),)
    return Heading(inlines, 0, span)


def _set_title(metadata: Metadata, title: Heading | None) -> Metadata:
    """Return what front matter says with its title in plain words, as pages and files are named."""
    if title is None:
        return metadata
    named = ((key, title.text if key == "title" else value) for key, value in metadata.settings)
    return replace(metadata, settings=tuple(named))


def _title(given: Heading | None, items: list[Item]) -> tuple[Heading | None, list[Item]]:
    """Return the title, from the first heading or else from the front matter.

    A front matter that gives another title than the first heading leaves that heading a section's.
    """
    title, rest = split_title(items)
    if not given or (title and title.text.casefold() == given.text.casefold()):
        return title, rest
    return given, items if title else rest


def _unread_lines(nodes: list[Any], offset: int, context: MarkdownContext) -> None:
    """Leave out with a reason what no node covers: the definitions of links."""
    read = bytearray(len(context.source.starts))
    for node in nodes:
        first, last = node.token.map or (0, 0)
        read[first:last] = b"\1" * (last - first)
    text = context.source.text
    begin = text.count("\n", 0, offset)
    for number in range(begin, len(read)):
        line = context.source.line(number)
        if not read[number] and line.strip():
            start = context.source.starts[number] + len(line) - len(line.lstrip())
            reason = "definition of a link" if _DEFINITION.match(line) else "mark of a block"
            context.leave_out(start, start + len(line.strip()), reason)


def _unlinked(context: MarkdownContext) -> None:
    addresses = sorted({address for address in context.unlinked if address})
    if not addresses:
        return
    shown = ", ".join(address[:60] for address in addresses[:3]) + (", …" if len(addresses) > 3 else "")
    context.diagnostics.append(
        Diagnostic(
            Severity.NOTE,
            "link-dropped",
            f"{len(addresses)} link(s) lead to no web, mail or telephone address and stay words: {shown}",
            "link to https://…",
            where=context.name,
        )
    )

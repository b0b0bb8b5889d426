"""Rich Text Format: paragraphs, headings, lists, tables, links and the look of the letters.

Pictures of kinds that no page can show, embedded objects and drawings are not read; the document says so.
"""

from __future__ import annotations

from pressroom.errors import PressroomError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Document, Footnote, Metadata
from pressroom.readers.common.assemble import Content, assemble
from pressroom.readers.common.flow import build_items
from pressroom.readers.common.pictures import Pictures
from pressroom.readers.common.rendering import NOWHERE
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.rtf.parser import RtfParser

MOST = 20_000_000  # bytes
MOST_AFTER_END = 20  # words; fewer are what some programs leave there


def read(data: bytes, source: str, settings: ReaderSettings) -> Document:
    """Read an RTF file. Raises PressroomError for a file that is none."""
    if not data.lstrip()[:6].startswith(b"{\\rtf"):
        raise PressroomError(
            "this is no RTF file",
            cure="give it the ending of the format it has",
            rule="document-damaged",
            where=source,
        )
    if len(data) > MOST:
        raise PressroomError(
            "the file has more than 20 MB", cure="save it as .docx", rule="document-refused", where=source
        )
    pictures = Pictures(source, settings.metafiles)
    parser = RtfParser(pictures)
    parser.parse(data, source)
    if parser.after_end:
        parser.left_out.append((parser.after_end, "after the end of the file"))
    title, items = build_items(parser.builder.flow)
    notes = enumerate(parser.builder.notes, 1)
    information = {name: text.strip() for name, text in parser.information.items()}
    author = information.get("author", "")
    content = Content(
        items=items,
        title=title,
        fallback_title=information.get("title", ""),
        footnotes=[Footnote(str(number), tuple(blocks), NOWHERE) for number, blocks in notes],
        left_out=[(text, reason) for text, reason in parser.left_out if text.strip()],
        metadata=Metadata(author=(author,) if author else (), subject=information.get("subject", "")),
        assets=pictures.assets,
        diagnostics=[*pictures.diagnostics, *_warn_of_loss(parser, source)],
    )
    return assemble(source, settings, content)


def _warn_of_loss(parser: RtfParser, source: str) -> list[Diagnostic]:
    lost = set(parser.lost)
    if len(parser.after_end.split()) > MOST_AFTER_END:
        lost.add("words after the end")
    if not lost:
        return []
    return [
        Diagnostic(
            Severity.WARNING,
            "rtf-lost",
            f"{' and '.join(sorted(lost))} of this RTF file are left out",
            "save it as .docx, which keeps them",
            where=source,
        )
    ]

"""An OpenDocument text to a document."""

from __future__ import annotations

from pressroom.errors import PressroomError
from pressroom.model.document import Document, Metadata
from pressroom.readers.common.assemble import Content, assemble, warn_of_formulas
from pressroom.readers.common.elements import local_name
from pressroom.readers.common.flow import build_items
from pressroom.readers.common.limits import Package, damaged, open_package
from pressroom.readers.common.links import note_dropped_links
from pressroom.readers.common.office.pages import drop_idle_breaks, turn_pages
from pressroom.readers.common.pictures import Pictures
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.odt.context import OdtContext
from pressroom.readers.odt.pages import OdtPages
from pressroom.readers.odt.styles import OdtStyles
from pressroom.readers.odt.text import TextReader


def read(data: bytes, source: str, settings: ReaderSettings) -> Document:
    """Read an OpenDocument text. Raises PressroomError for a file that is none, or is beyond repair."""
    package = open_package(data, source)
    if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
        raise PressroomError(
            "the file is protected by a password",
            cure="open it, take the password off, and save it",
            rule="document-encrypted",
            where=source,
        )
    root = package.xml("content.xml")
    if root is None:
        raise damaged(source, "it has no content.xml")
    text = next(
        (entry for entry in root.iter() if local_name(entry) == "text" and local_parent(entry) == "body"),
        None,
    )
    if text is None:
        raise PressroomError(
            "the file is no OpenDocument text (a spreadsheet or a presentation?)",
            cure="copy its text into a text document",
            rule="document-no-text",
            where=source,
        )
    styles = package.xml("styles.xml")
    roots = [each for each in (styles, root) if each is not None]
    context = OdtContext(package, OdtStyles(roots), Pictures(source, settings.metafiles))
    flow = TextReader(context).read_text(text, OdtPages.of(roots))
    title, items = build_items(drop_idle_breaks(flow))
    if styles is not None:
        for entry in styles.iter():
            if local_name(entry) in ("header", "footer"):
                context.leave_out(entry, f"page {local_name(entry)}")
    metadata, fallback = _metadata(package)
    content = Content(
        items=items,
        title=title,
        fallback_title=fallback,
        footnotes=context.footnotes,
        left_out=context.left_out,
        metadata=metadata,
        assets=context.pictures.assets,
        diagnostics=(
            *package.diagnostics,
            *context.pictures.diagnostics,
            *note_dropped_links(context.unlinked, source),
            *warn_of_formulas(context.formulas, source),
        ),
    )
    return turn_pages(assemble(source, settings, content))


def local_parent(element: object) -> str:
    """Return the name of an element's parent, "" for none."""
    parent = getattr(element, "getparent", lambda: None)()
    return "" if parent is None else local_name(parent)


def _metadata(package: Package) -> tuple[Metadata, str]:
    root = package.xml("meta.xml")
    found: dict[str, list[str]] = {}
    for entry in root.iter() if root is not None else ():
        if isinstance(entry.tag, str) and entry.text and entry.text.strip():
            found.setdefault(local_name(entry), []).append(entry.text.strip())
    author = found.get("creator") or found.get("initial-creator") or []
    metadata = Metadata(
        author=tuple(author[:1]),
        subject=" ".join(found.get("subject", [])[:1]),
        keywords=tuple(found.get("keyword", [])),
    )
    return metadata, " ".join(found.get("title", [])[:1])

"""What the page of a source shows, as JSON: its text, its marks, its settings, and what may be done."""

from __future__ import annotations

from dataclasses import asdict

from pressroom.cache.dependencies import digest
from pressroom.errors import PressroomError
from pressroom.preview.desk import Desk
from pressroom.preview.editing import is_editable, show_text
from pressroom.preview.layout.rendering import RenderedSource
from pressroom.preview.open_source import OpenSource
from pressroom.project.brand import list_brands
from pressroom.project.layers import find_sidecar
from pressroom.project.templates import list_templates
from pressroom.readers import READERS, ReaderSettings
from pressroom.readers.text.read import READ_AS_MARKDOWN


def describe(opened: OpenSource, desk: Desk) -> dict[str, object]:
    """Return the state of a source for its page."""
    rendered = opened.rendered
    text, base = _read(opened)
    return {
        "source": opened.key,
        "path": str(opened.path),
        "revision": opened.revision,
        "text": text,
        "base": base,
        "editable": _may_edit(opened) and text is not None,
        "headable": _may_set_headings(opened),
        "decidable": find_sidecar(opened.path, desk.place) is not None,
        "busy": opened.is_running,
        "canUndo": opened.history.can_undo,
        "canRedo": opened.history.can_redo,
        "sizes": rendered.sizes if rendered else (),
        "settings": rendered.settings if rendered else {},
        "details": rendered.details if rendered else {},
        "setBy": _tell_fixed(rendered) if rendered else {},
        "marks": asdict(rendered.marks) if rendered else None,
        "failed": rendered is not None and not rendered.pdf,
        "draft": {"section": opened.draft.section, "sizes": opened.draft.sizes} if opened.draft else None,
        "templates": list(list_templates(desk.place, desk.world)),
        "brands": list_brands(desk.place, desk.world),
    }


def _read(opened: OpenSource) -> tuple[str | None, str]:
    """Return the text of a source as the editor shows it, and the digest of the bytes that it stands for."""
    try:
        data = opened.history.read(opened.path)
        if _may_edit(opened):
            return show_text(data, opened.key, make_reader_settings(opened)), digest(data)
    except PressroomError:
        return None, ""
    text = opened.rendered.marks.text if opened.rendered else ""
    return text, digest(text.encode("utf-8", "replace"))


def _may_edit(opened: OpenSource) -> bool:
    """Tell whether the editor may change a source: one whose text is laid out as it stands in the file."""
    return is_editable(opened.path) and not (opened.rendered and opened.rendered.rearranged)


def _may_set_headings(opened: OpenSource) -> bool:
    """Tell whether settings decide on headings: they do in plain text, where nothing marks them."""
    if opened.rendered is None or opened.path.suffix.lower() not in READERS["text"].extensions:
        return False
    read_as_markdown = any(each.rule == READ_AS_MARKDOWN for each in opened.rendered.marks.findings)
    return opened.rendered.settings.get("markup") != "markdown" and not read_as_markdown


def make_reader_settings(opened: OpenSource) -> ReaderSettings:
    """Return how the bytes of a source are read: as its settings say."""
    settings = opened.rendered.settings if opened.rendered else {}
    return ReaderSettings(encoding=settings.get("encoding", ""))


def _tell_fixed(rendered: RenderedSource) -> dict[str, str]:
    """Return the settings that the text itself sets, which the file beside it cannot override."""
    return {key: where for key, where in rendered.set_by.items() if key in rendered.fixed}

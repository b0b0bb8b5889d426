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
from pressroom.readers.common.settings import ReaderSettings


def describe(sheet: OpenSource, desk: Desk) -> dict[str, object]:
    """Return the state of a source for its page."""
    rendered = sheet.rendered
    text, base = _read(sheet)
    return {
        "source": sheet.key,
        "path": str(sheet.path),
        "revision": sheet.revision,
        "text": text,
        "base": base,
        "editable": is_editable(sheet.path) and text is not None,
        "headable": _may_set_headings(sheet),
        "decidable": find_sidecar(sheet.path, desk.place) is not None,
        "busy": sheet.is_running,
        "canUndo": sheet.history.can_undo,
        "canRedo": sheet.history.can_redo,
        "sizes": rendered.sizes if rendered else (),
        "settings": rendered.settings if rendered else {},
        "details": rendered.details if rendered else {},
        "setBy": _tell_fixed(rendered) if rendered else {},
        "marks": asdict(rendered.marks) if rendered else None,
        "failed": rendered is not None and not rendered.pdf,
        "draft": {"section": sheet.draft.section, "sizes": sheet.draft.sizes} if sheet.draft else None,
        "templates": list(list_templates(desk.place, desk.world)),
        "brands": list_brands(desk.place, desk.world),
    }


def _read(sheet: OpenSource) -> tuple[str | None, str]:
    """Return the text of a source as the editor shows it, and the digest of the bytes that it stands for."""
    try:
        data = sheet.history.read(sheet.path)
        if is_editable(sheet.path):
            return show_text(data, sheet.key, make_reader_settings(sheet)), digest(data)
    except PressroomError:
        return None, ""
    text = sheet.rendered.marks.text if sheet.rendered else ""
    return text, digest(text.encode("utf-8", "replace"))


def _may_set_headings(sheet: OpenSource) -> bool:
    """Tell whether settings decide on headings: they do in plain text, where nothing marks them."""
    settings = sheet.rendered.settings if sheet.rendered else {}
    return sheet.path.suffix.lower() in (".txt", ".text") and settings.get("markup") != "markdown"


def make_reader_settings(sheet: OpenSource | None) -> ReaderSettings:
    """Return how the bytes of a source are read: as its settings say."""
    settings = sheet.rendered.settings if sheet and sheet.rendered else {}
    return ReaderSettings(encoding=settings.get("encoding", ""))


def _tell_fixed(rendered: RenderedSource) -> dict[str, str]:
    """Return the settings that the text itself sets, which the file beside it cannot override."""
    return {key: where for key, where in rendered.set_by.items() if key in rendered.fixed}

"""The panel: an overview of the key numbers in frames, one for each section."""

from __future__ import annotations

from pressroom.model.document import Document
from pressroom.model.figure import Panel, PanelEntry, PanelFrame
from pressroom.model.numbers import KeyNumber, Numbers, WordingForm

MOST_FRAMES = 3


def choose_panel(document: Document, numbers: Numbers) -> Panel | None:
    """Return the panel of a document's key numbers, None where there are none."""
    if not numbers.key:
        return None
    framed = [one for one in numbers.key if not _is_clause(one)][:MOST_FRAMES]
    frames = tuple(
        PanelFrame(document.find_section(one.quantity.start), (PanelEntry(one.id),)) for one in framed
    )
    return Panel(frames, tuple(one.id for one in numbers.key if one not in framed))


def _is_clause(number: KeyNumber) -> bool:
    taken = next((wording for wording in number.wordings if not wording.refused), None)
    return taken is not None and taken.form in (WordingForm.CLAUSE, WordingForm.SENTENCE)

"""Which key numbers stand in the frames of the panel: the first of a section large, a related one beneath.

The first frame is what the first key number is about; the others follow in the order of the text. A number
whose wording is a long clause stands in the list under the frames, unless it has a picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pressroom.figures.panel.glyphs import Glyph
from pressroom.model.document import Document
from pressroom.model.numbers import KeyNumber, WordingForm

FRAMES, MOST_FRAMES = 3, 4  # four only where each has a picture
MOST_LETTERS = 80  # of the words of a number without a picture
NEXT_SENTENCE = 4  # characters between two sentences of one paragraph


@dataclass(frozen=True, slots=True)
class Frame:
    """The key numbers of one frame, the first of them printed large."""

    section: str
    numbers: tuple[KeyNumber, ...]


def group_frames(
    document: Document, key: Sequence[KeyNumber], glyphs: Mapping[str, Glyph]
) -> tuple[Frame, ...]:
    """Return the frames of a panel, empty where there are no key numbers."""
    if not key:
        return ()
    shown = [one for one in key if one is key[0] or one.id in glyphs or _is_short(one)]
    heads = _choose_heads(document, shown, glyphs)
    frames = []
    for head in heads:
        section = document.find_section(head.quantity.start)
        alone = sum(document.find_section(one.quantity.start) == section for one in heads) == 1
        beneath = _find_related(head, shown, heads, glyphs) if alone else None
        frames.append(Frame(section, (head, beneath) if beneath else (head,)))
    first, *others = frames
    return (first, *sorted(others, key=lambda frame: frame.numbers[0].quantity.start))


def _choose_heads(
    document: Document, shown: Sequence[KeyNumber], glyphs: Mapping[str, Glyph]
) -> list[KeyNumber]:
    """Return the first number of each frame: one a section, those with a picture before others; where there
    are too few sections, more of one.
    """
    ranked = [shown[0], *sorted(shown[1:], key=lambda one: one.id not in glyphs)]
    sections: dict[str, KeyNumber] = {}
    for one in ranked:
        sections.setdefault(document.find_section(one.quantity.start), one)
    heads = list(sections.values())
    if len(heads) > FRAMES and not all(one.id in glyphs for one in heads[:MOST_FRAMES]):
        return heads[:FRAMES]
    if len(heads) < 2:
        heads += [one for one in ranked if one not in heads][: FRAMES - len(heads)]
    return heads[:MOST_FRAMES]


def _find_related(
    head: KeyNumber, shown: Sequence[KeyNumber], heads: Sequence[KeyNumber], glyphs: Mapping[str, Glyph]
) -> KeyNumber | None:
    """Return the number that stands beneath another: counted like it in the same sentence or the next, or of
    the same unit in the same sentence.
    """
    for one in shown:
        if one in heads or not _is_next(head, one):
            continue
        kinds = [glyphs[each.id].kind if each.id in glyphs else "" for each in (head, one)]
        units, sentences = (
            {head.quantity.unit, one.quantity.unit},
            {
                head.quantity.sentence,
                one.quantity.sentence,
            },
        )
        if kinds == ["marks", "marks"] or (kinds[0] == kinds[1] and len(units) == len(sentences) == 1):
            return one
    return None


def _is_next(one: KeyNumber, other: KeyNumber) -> bool:
    first, second = sorted((one.quantity.sentence, other.quantity.sentence), key=lambda span: span.start)
    return first == second or 0 <= second.start - first.end <= NEXT_SENTENCE


def _is_short(number: KeyNumber) -> bool:
    taken = next((wording for wording in number.wordings if not wording.refused), None)
    clause = taken is not None and taken.form in (WordingForm.CLAUSE, WordingForm.SENTENCE)
    return len(number.label) <= (MOST_LETTERS * 3 // 4 if clause else MOST_LETTERS)

"""Which key numbers stand in the frames of the panel: the first of a section large, a related one beneath.

The first frame is what the first key number is about; the others follow in the order of the text. A number
whose wording is a long clause stands in the list under the frames, unless it has a picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pressroom.figures.panel.glyphs import Glyph
from pressroom.model.document import Document
from pressroom.model.numbers import KeyNumber, NumberRelation, Numbers, RelationKind, WordingForm, find_shown
from pressroom.model.quantity import Quantity

FRAMES, MOST_FRAMES = 3, 4  # four only where each has a picture
MOST_LETTERS = 80  # of the words of a number without a picture
NEXT_SENTENCE = 4  # characters between two sentences of one paragraph


@dataclass(frozen=True, slots=True)
class NumberFrame:
    """The key numbers of one frame, the first of them printed large."""

    section: str
    numbers: tuple[KeyNumber, ...]


def group_frames(
    document: Document, numbers: Numbers, glyphs: Mapping[str, Glyph]
) -> tuple[NumberFrame, ...]:
    """Return the frames of a panel, empty where there are no key numbers."""
    key = numbers.key
    if not key:
        return ()
    shown = [one for one in key if one is key[0] or one.id in glyphs or _is_short(one)]
    heads = _choose_heads(document, shown, glyphs)
    frames = []
    for head in heads:
        section = document.find_section(head.quantity.start)
        alone = sum(document.find_section(one.quantity.start) == section for one in heads) == 1
        near = [one for one in shown if one not in heads and _is_next(head, one)]
        beneath = _find_related(head, near, glyphs, numbers.relations) if alone else None
        frames.append(NumberFrame(section, (head, beneath) if beneath else (head,)))
    first, *others = frames
    return (first, *sorted(others, key=lambda frame: frame.numbers[0].quantity.start))


def list_frames(document: Document, numbers: Numbers) -> tuple[NumberFrame, ...]:
    """Return a frame for each key number, in the order of the text."""
    ordered = sorted(numbers.key, key=lambda one: one.quantity.start)
    return tuple(NumberFrame(document.find_section(one.quantity.start), (one,)) for one in ordered)


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
    if not any(one.id in glyphs for one in heads[:FRAMES]):
        # beside the first number of the text, whose section has none, the picture that there is
        heads[1:1] = [one for one in ranked[1:] if one.id in glyphs][:1]
    if len(heads) > FRAMES and not all(one.id in glyphs for one in heads[:MOST_FRAMES]):
        return heads[:FRAMES]
    if len(heads) < 2:
        heads += [one for one in ranked if one not in heads][: FRAMES - len(heads)]
    return heads[:MOST_FRAMES]


def _find_related(
    head: KeyNumber,
    others: Sequence[KeyNumber],
    glyphs: Mapping[str, Glyph],
    relations: Sequence[NumberRelation],
) -> KeyNumber | None:
    """Return the number that stands beneath another: marks beneath marks, where the text gives one as the
    earlier figure or both count the same; without pictures, one of the same unit in the same sentence.
    """
    for one in others:
        kinds = [glyphs[each.id].kind if each.id in glyphs else "" for each in (head, one)]
        if kinds == ["marks", "marks"] and _count_alike(head.quantity, one.quantity, relations):
            return one
        same_sentence = head.quantity.sentence == one.quantity.sentence
        if kinds == ["", ""] and same_sentence and head.quantity.unit == one.quantity.unit:
            return one
    return None


def _count_alike(first: Quantity, second: Quantity, relations: Sequence[NumberRelation]) -> bool:
    """Tell whether two counts may share a shape: the text relates them, or they count the same."""
    starts = {first.start, second.start}
    related = any(
        relation.kind is RelationKind.EARLIER and starts <= {one.start for one in relation.quantities}
        for relation in relations
    )
    return related or (first.unit, first.subject.lower()) == (second.unit, second.subject.lower())


def _is_next(one: KeyNumber, other: KeyNumber) -> bool:
    first, second = sorted((one.quantity.sentence, other.quantity.sentence), key=lambda span: span.start)
    return first == second or 0 <= second.start - first.end <= NEXT_SENTENCE


def _is_short(number: KeyNumber) -> bool:
    taken = find_shown(number.wordings)
    clause = taken is not None and taken.form in (WordingForm.CLAUSE, WordingForm.SENTENCE)
    return len(number.label) <= (MOST_LETTERS * 3 // 4 if clause else MOST_LETTERS)

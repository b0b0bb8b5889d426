"""What stands under the text of a paper: the sections behind "ENDS", which are not for print."""

from __future__ import annotations

from collections.abc import Iterable

from pressroom.model.document import Block, Document, Paragraph
from pressroom.model.numbers import KeyNumber


def find_closing_parts(document: Document) -> frozenset[str]:
    """Return the ids of the sections of the first level behind the line that ends the text."""
    ended = _ends(document.blocks)
    found = []
    for section in document.sections:
        if ended:
            found.append(section.id)
        ended = ended or _ends(section.blocks) or any(_ends(each.blocks) for each in section.sections)
    return frozenset(found)


def list_text_numbers(document: Document, numbers: Iterable[KeyNumber]) -> tuple[KeyNumber, ...]:
    """Return key numbers without those that stand in the parts under the text."""
    closing = find_closing_parts(document)
    begin = min(
        (section.heading.span.start for section in document.sections if section.id in closing), default=None
    )
    return tuple(one for one in numbers if begin is None or one.quantity.start < begin)


def part_ending(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Part blocks ahead of the line that ends the text: figures of the text stand between the two."""
    at = next((number for number, block in enumerate(blocks) if _ends((block,))), len(blocks))
    return blocks[:at], blocks[at:]


def _ends(blocks: Iterable[Block]) -> bool:
    return any(isinstance(block, Paragraph) and block.role == "ending" for block in blocks)

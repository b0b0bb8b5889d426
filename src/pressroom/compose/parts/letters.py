"""The parts of a letter ahead of its text: whom it goes to, place and day, the salutation."""

from __future__ import annotations

from dataclasses import dataclass

from pressroom.model.document import Block, Paragraph


@dataclass(frozen=True, slots=True)
class LetterHead:
    """The opening of a letter by what its parts are."""

    recipient: tuple[Paragraph, ...]
    dateline: tuple[Paragraph, ...]
    rest: tuple[Block, ...]


def part_letter(opening: tuple[Block, ...]) -> LetterHead:
    """Return the opening of a letter in its parts; the salutation is part of the rest."""
    paragraphs = [block for block in opening if isinstance(block, Paragraph)]
    recipient = tuple(block for block in paragraphs if block.role == "address")
    dateline = tuple(block for block in paragraphs if block.role == "dateline")
    taken = {id(block) for block in (*recipient, *dateline)}
    return LetterHead(recipient, dateline, tuple(block for block in opening if id(block) not in taken))

"""Two numbered lists that a copy ran together."""

from __future__ import annotations

from pressroom.model.document import List, ListItem, Paragraph
from pressroom.model.inline import words
from tests.readers.text.covering import outline
from tests.readers.text.reading import BODY, read

LONG = "The harbour master told of the cranes, of the two new berths and of the sheds, " * 3
ALTERNATING = (
    "1. The lights on the pier were mended in May.",
    "2. Rota of the lock keepers",
    "3. Meeting with the ferry company:",
    "1. The talks are set for the second week of June, at noon.",
    "4. Berths for guests",
    f"2. {LONG.strip()}",
    "5. Sheds on the old quay",
    "3. Nothing has been done so far.",
)


def told(item: ListItem) -> str:
    (first, *_) = item.blocks
    assert isinstance(first, Paragraph)
    return words(first.inlines)


def test_the_inner_of_two_lists_stands_under_the_items_of_the_outer() -> None:
    document = read(f"Harbour board\n\n{BODY}\n\n" + "\n\n".join(ALTERNATING) + "\n")
    assert outline(document) == ["= Harbour board"]
    (outer,) = [block for block in document.blocks if isinstance(block, List)]
    assert [told(item) for item in outer.items] == [
        line.partition(" ")[2] for line in ALTERNATING if line not in ALTERNATING[3::2]
    ]
    inner = [block for item in outer.items for block in item.blocks if isinstance(block, List)]
    assert [(found.start, len(found.items)) for found in inner] == [(1, 1), (2, 1), (3, 1)]


def test_lists_that_begin_anew_are_no_such_lists() -> None:
    lines = ("1. Quays", "1. The quay is old.", "2. Berths", "1. The berths are new.", "2. Some are let.")
    document = read(f"Harbour board\n\n{BODY}\n\n" + "\n\n".join(lines) + "\n")
    nested = [
        block
        for each in document.blocks
        if isinstance(each, List)
        for item in each.items
        for block in item.blocks
        if isinstance(block, List)
    ]
    assert nested == []

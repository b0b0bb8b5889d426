"""The head of a text: its fields, and the title above them."""

from __future__ import annotations

import pytest

from pressroom.model.document import DefinitionList, Paragraph
from tests.readers.text.covering import outline
from tests.readers.text.reading import BODY, read

HEADS = {
    "as it is typed": "To: All staff\nFrom: Ann Example\nDate: 3 May 2024\nSubject: New opening hours",
    "set under each other": (
        "To:       All staff\nFrom:     Ann Example\nDate:     3 May 2024\nSubject:  New opening hours"
    ),
    "a value with a colon": (
        "To:    All staff\nFrom:  Ann Example\nDate:  3 May 2024\nRe:    New opening hours: all branches"
    ),
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_head_of_a_memo_is_told_and_shown_and_its_subject_is_the_title(head: str) -> None:
    document = read(f"MEMORANDUM\n\n{head}\n\nSUMMARY\n\n{BODY}\n\nWHAT IS NEXT\n\n{BODY}\n")
    assert document.title is None
    kind, fields = document.blocks
    assert isinstance(kind, Paragraph)
    assert isinstance(fields, DefinitionList)
    assert (fields.fields, len(fields.items)) == (True, 4)
    assert document.metadata.author == ("Ann Example",)
    assert document.metadata.date == "2024-05-03"
    assert document.metadata.subject.startswith("New opening hours")
    assert outline(document) == ["SUMMARY", "WHAT IS NEXT"]


def test_a_line_before_the_fields_is_the_title_and_the_date_stays_with_them() -> None:
    document = read(
        "The hall: closed from April\n\nTo: All staff\nFrom: Ann Example, Estates\nDate: 3 May 2024\n\n"
        f"{BODY}\n"
    )
    assert outline(document) == ["= The hall: closed from April"]
    assert isinstance(document.blocks[0], DefinitionList)
    assert len(document.blocks[0].items) == 3
    assert document.metadata.author == ("Ann Example, Estates",)


def test_the_line_above_the_fields_is_the_title_and_the_first_item_no_field() -> None:
    head = "Protokoll der Versammlung vom 14. März 2026\nAnwesend: 34 Mitglieder\nLeitung: Gerda Wolff\n"
    items = "".join(
        f"TOP {at}: {name}\n{BODY}\n" for at, name in ((1, "Begrüßung"), (2, "Bericht"), (3, "Kasse"))
    )
    assert outline(read(head + items)) == [
        "= Protokoll der Versammlung vom 14. März 2026",
        *("TOP 1 Begrüßung", "TOP 2 Bericht", "TOP 3 Kasse"),
    ]

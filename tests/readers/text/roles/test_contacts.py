"""The lines under which questions are taken."""

import pytest

from pressroom import readers
from pressroom.model import walk
from pressroom.model.document import Paragraph
from pressroom.model.inline import words
from pressroom.readers import ReaderSettings


def read(contact):
    text = f"Ferry for Marn\n\nThe ferry runs again, every hour of the day.\n\n{contact}\n\nENDS\n"
    document = readers.read(text.encode(), "a.txt", ReaderSettings())
    blocks = [block for block, _ in walk.blocks(document) if isinstance(block, Paragraph)]
    return [words(block.inlines) for block in blocks if block.role == "address"], document


@pytest.mark.parametrize(
    ("contact", "lines"),
    [
        ("Media contact:\nJan Weiss\nTel. 0555 123", "Media contact:\nJan Weiss\nTel. 0555 123"),
        ("For more information:\npress@marn.example", "For more information:\npress@marn.example"),
        ("Pressekontakt:\nAnn Roe\nTel. 0555 1", "Pressekontakt:\nAnn Roe\nTel. 0555 1"),
        ("Contact\n\nAnn Roe\nTel. 0555 1", "Ann Roe\nTel. 0555 1"),
    ],
)
def test_name_number_and_address_stand_together(contact, lines):
    assert read(contact)[0] == [lines]


@pytest.mark.parametrize(
    "contact", ["Contact:", "Contacts between the two ports have grown since the treaty was signed in May."]
)
def test_other_lines_are_text(contact):
    assert read(contact)[0] == []


OFFICES = (
    "PORT AGENCY FOR SAFETY AND TRADE, PAST\n\nMedia and Communications\n\nMinistry of the Sea (mos)\n\n"
    "Communication/Information\n\nJan Weiss, spokesperson\n\nTel. 0555 123 456\n"
)


def test_the_offices_that_a_paper_ends_with_are_no_sections():
    document = readers.read(
        f"Ferry for Marn\n\nThe ferry runs again, every hour of the day.\n\n{OFFICES}".encode(),
        "a.txt",
        ReaderSettings(),
    )
    assert document.sections == ()
    roles = [block.role for block, _ in walk.blocks(document) if isinstance(block, Paragraph)]
    assert roles == ["body", *["address"] * 6]


def test_offices_without_number_or_address_may_be_sections():
    text = "Offices\n\nThe port has two, one of them new.\n\nPort Agency\n\nOpen all day\n\nHarbour Office\n"
    document = readers.read(text.encode(), "a.txt", ReaderSettings())
    roles = [block.role for block, _ in walk.blocks(document) if isinstance(block, Paragraph)]
    assert "address" not in roles

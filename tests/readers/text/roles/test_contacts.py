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

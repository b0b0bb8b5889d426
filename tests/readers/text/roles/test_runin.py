"""Headings that run into their paragraphs."""

import pytest

from pressroom.model.inline import Strong, words
from pressroom.readers import ReaderSettings
from pressroom.readers.text.read import read_text

RUN_IN = (
    "Planning: The office draws up the plan by May and sends it to the council for a first look.\n\n"
    "Money: The plan costs 2 million crowns, which the county pays in three parts over two years.\n\n"
    "Staff and rooms: Nobody is to be hired, and two people move over from the roads office in summer.\n"
)


def read(text):
    return read_text(text, "a.txt", ReaderSettings())


def list_bold(document):
    return [words(block.inlines[0].children) for block in document.blocks if is_bold(block)]


def is_bold(block):
    return bool(getattr(block, "inlines", ())) and isinstance(block.inlines[0], Strong)


def test_they_are_set_apart_and_no_word_is_lost():
    document = read(f"Planning note for the spring\n\n{RUN_IN}")
    assert list_bold(document) == ["Planning:", "Money:", "Staff and rooms:"]
    assert "\n\n".join(words(block.inlines) for block in document.blocks) + "\n" == RUN_IN


@pytest.mark.parametrize(
    "text",
    [
        RUN_IN.partition("\n\nStaff")[0],
        RUN_IN.replace("Money", "Planning"),
        "Date: 4 May\n\nPlace: Hall\n\nPresent: A. Roe\n",
        "\n\n".join(f"{who}: {'That is what we say of it, and we say it again today.' * 2}" for who in "QAQ"),
    ],
)
def test_two_a_word_that_comes_again_and_fields_are_none(text):
    assert list_bold(read(f"Planning note for the spring\n\n{text}")) == []

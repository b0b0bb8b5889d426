"""The box ahead of a text: sentences of it, word for word, or what its author writes."""

from __future__ import annotations

import email
import email.policy
import io
import zipfile
from pathlib import Path

import pytest
from lxml import html

from pressroom import api
from pressroom.compose.parts.glance import MOST, choose_sentences, place_glance
from pressroom.model.numbers import Numbers
from pressroom.numbers import find
from pressroom.readers import ReaderSettings, read
from pressroom.translations import LANGUAGES

SAMPLES = Path(__file__).parents[2] / "translations" / "samples"
TEXT = """# Bridge

The bridge at Carrow opens in May, says the minister. It took four years.

## Cost

But it is dear. The bridge has cost £64 million, more than any bridge ahead of it in the county.

## Traffic

- no paragraph
"""


def read_text(text):
    return read(text.encode(), "text.md", ReaderSettings())


def test_the_first_sentence_and_those_of_key_numbers_stand_in_the_order_of_the_text():
    document = read_text(TEXT)
    assert choose_sentences(document, find(document, lang="en")) == [
        "The bridge at Carrow opens in May, says the minister.",
        "The bridge has cost £64 million, more than any bridge ahead of it in the county.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "It took four years, and many of the workers left.",  # goes on from another
        "four years it took, and many of the workers left.",
        "Four years it took, and many of the workers left",  # no end
        "Too short.",
        f"{'Four years it took, and many of the workers left, ' * 6}and more.",
    ],
)
def test_a_sentence_that_says_little_by_itself_is_not_taken(sentence):
    assert choose_sentences(read_text(f"# T\n\n{sentence}\n"), Numbers()) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_are_those_of_the_text_in_every_language(lang):
    text = (SAMPLES / f"{lang}.md").read_text()
    document = read_text(text)
    found = choose_sentences(document, find(document, lang=lang))
    assert 2 <= len(found) <= MOST
    assert all(sentence in text for sentence in found)


def test_without_a_wish_or_a_sentence_there_is_no_box():
    document = read_text("# T\n\n- a\n- b\n")
    assert place_glance(document, (), Numbers(), "en") is document
    assert place_glance(document, ("auto",), Numbers(), "en") is document


def _read_word(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml").decode()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("wanted", "lines", "marked"),
    [
        ("auto", ["The bridge at Carrow opens in May, says the minister."], True),
        (["The bridge opens.", "It cost £64 million."], ["The bridge opens.", "It cost £64 million."], False),
    ],
)
def test_the_box_stands_in_every_format_and_says_whose_words_it_has(wanted, lines, marked):
    made = api.make(TEXT.encode(), "all", name="text.md", lang="en", at_a_glance=wanted)
    (box,) = html.document_fromstring(made.outputs["html"]).xpath("//aside")
    assert [item.text_content() for item in box.iter("li")][: len(lines)] == lines
    assert box.xpath("string(p[@class='callout-title'])") == "At a glance"
    message = email.message_from_bytes(made.outputs["eml"], policy=email.policy.default)
    plain = " ".join(message.get_body(("plain",)).get_content().split())
    for text in (box.text_content(), plain, _read_word(made.outputs["docx"])):
        assert "At a glance" in text
        assert ("Sentences of the text, word for word." in text) == marked
        assert lines[0] in text

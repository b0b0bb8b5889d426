"""Sentences cut into tokens, and phrases looked up in them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.numbers.parsing.phrases import Phrases
from pressroom.numbers.parsing.tokens import MARGIN, Tokens, TokenType


def cut(text: str) -> list[str]:
    tokens = Tokens(text, 0, len(text))
    return [tokens.written(at) for at in range(tokens.size)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("over 1,100 soldiers", ["over", "1,100", "soldiers"]),
        ("US$5m (£4m)", ["US$", "5", "m", "(", "£", "4", "m", ")"]),
        ("a 40-kilometre fence", ["a", "40", "-", "kilometre", "fence"]),
        ("the A320 and Q3", ["the", "A320", "and", "Q3"]),
        ("14\u202f500 or 1’204", ["14\u202f500", "or", "1’204"]),
        ("9 a.m. in the U.S. today", ["9", "a.m.", "in", "the", "U.S.", "today"]),
        ("Korea’s ½ share", ["Korea’s", "½", "share"]),
        ("USD115 >= 3.5%", ["USD", "115", ">=", "3.5", "%"]),
        (".5 of 2.3.1", [".5", "of", "2.3.1"]),
    ],
)
def test_a_text_is_cut_into_words_numerals_and_signs(text, pieces):
    assert cut(text) == pieces


def test_places_outside_of_a_sentence_are_empty():
    tokens = Tokens("one two", 0, 7)
    for at in (-1, -MARGIN, 2, 2 + MARGIN - 1):
        assert (tokens.low(at), tokens.written(at), tokens.type(at), tokens.glued(at)) == (
            "",
            "",
            None,
            False,
        )


def test_a_stretch_of_a_text_keeps_the_offsets_of_the_whole():
    text = "Nothing here. Over 1,100 came."
    tokens = Tokens(text, 14, len(text))
    assert tokens.type(1) is TokenType.NUMERAL
    assert text[tokens.starts[1] : tokens.ends[1]] == "1,100" == tokens.cut(1, 2)


@given(st.text(max_size=200))
def test_nothing_but_spaces_is_lost(text):
    assert "".join(cut(text)) == re.sub(r"\s", "", text)


@given(st.text(st.sampled_from("aB1.,'’-$€½ \u202f\n"), max_size=200))
def test_columns_agree_with_the_text(text):
    tokens = Tokens(text, 0, len(text))
    for at in range(tokens.size):
        assert text[tokens.starts[at] : tokens.ends[at]] == tokens.written(at)
        assert tokens.glued(at) == (at > 0 and tokens.ends[at - 1] == tokens.starts[at])


@pytest.mark.parametrize(
    ("text", "end", "phrase"),
    [
        ("more than 5", 2, "more than"),
        ("more or less 5", 3, "more or less"),
        ("per-cent of", 3, "per cent"),
        ("km/h now", 3, "km/h"),
        ("more", None, None),
    ],
)
def test_the_longest_phrase_wins_across_hyphens(text, end, phrase):
    found = Phrases(["more than", "more or less", "per cent", "km/h", "km"]).at(Tokens(text, 0, len(text)), 0)
    assert found == ((end, phrase) if phrase else None)


def test_a_phrase_is_found_backwards_from_its_last_word():
    tokens = Tokens("it was no fewer than 5", 0, 22)
    assert Phrases(["than", "fewer than", "no fewer than"]).ending(tokens, 4) == (2, "no fewer than")


def test_capitals_are_kept_apart_where_asked():
    tokens = Tokens("mw MW", 0, 5)
    exact = Phrases(["MW"], exact=True)
    assert (exact.at(tokens, 0), exact.at(tokens, 1)) == (None, (2, "MW"))

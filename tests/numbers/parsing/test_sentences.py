"""Sentences that were written before the finder was tried on them: how well it does in each language."""

import pytest

from pressroom.numbers.parsing.sentences import split_sentences
from tests.numbers.sentences import LANGUAGES, news, score, sentences


@pytest.mark.parametrize("lang", LANGUAGES)
def test_values_and_qualifiers_are_found(lang):
    told = score(lang)
    assert told.sentences >= 60
    assert told.values >= 0.95, told.misses
    assert told.qualifiers >= 0.95, told.misses
    assert told.false <= 0.07, told.misses


def test_enough_sentences_have_no_number():
    for lang in LANGUAGES:
        every = sentences(lang)
        assert sum(not wanted for _, wanted in every) >= len(every) // 6


# F1 of values, of values with units, of qualifiers, and false numbers where there is none
NEWS = {
    "en": (0.97, 0.84, 0.95, 0.08),
    "de": (0.93, 0.78, 0.93, 0.24),
    "fr": (0.94, 0.82, 0.93, 0.1),
    "es": (0.94, 0.8, 0.93, 0.2),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_news_sentences_are_read(lang):
    told = news(lang)
    values, units, qualifiers, false = NEWS[lang]
    assert told.values >= values, told.misses
    assert told.units >= units, told.misses
    assert told.qualifiers >= qualifiers, told.misses
    assert told.false <= false, told.misses


def test_a_sum_may_open_a_sentence():
    text = "It is above the usual €1.4 billion. €2.1 billion was paid, of max. €3 billion."
    starts = split_sentences(text).starts
    assert [text[at:][:4] for at in starts] == ["It i", "€2.1"]

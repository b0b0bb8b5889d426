"""Sentences that were written before the finder was tried on them: how well it does in each language."""

import pytest

from tests.numbers.sentences import LANGUAGES, score, sentences


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

"""Wordings that are made of a sentence, and those that would say what it does not."""

from __future__ import annotations

import pytest

from pressroom.numbers import extract
from pressroom.numbers.gate.choice import find_wordings


@pytest.mark.parametrize(
    "sentence",
    [
        "Despite milk restrictions Alven, which produces around 10 per cent of all local cheese, did well.",
        "Unadjusted February unemployment totalled 1.86 million people.",
        "In November 2025, Alven purchased 75 per cent of shares in Brin Ferries, which runs two boats.",
    ],
)
def test_nobody_is_named_as_who_did_it_where_the_words_may_mean_another(sentence: str) -> None:
    quantity = next(one for one in extract(sentence, "en") if one.text.startswith(("10", "1.86", "75")))
    labels = [one.label for one in find_wordings(quantity, "en")]
    assert not any(" by " in label for label in labels)


def test_who_did_it_is_named_where_the_sentence_does() -> None:
    quantity = extract("On Monday the harbour police seized 40 kg of tobacco in the port.", "en")[0]
    assert any("seized by the harbour police" in one.label for one in find_wordings(quantity, "en"))


def test_who_is_named_by_a_country_keeps_the_capital() -> None:
    quantity = extract("Russian companies met about 60 percent of the energy needs of Alven.", "en")[0]
    labels = [one.label for one in find_wordings(quantity, "en")]
    assert any("by Russian companies" in label for label in labels)
    assert not any("russian" in label for label in labels)

"""What the pronoun at the opening of a sentence stands for."""

from __future__ import annotations

import pytest

from pressroom.model.quantity import Quantity
from pressroom.numbers.gate.choice import find_wordings
from pressroom.numbers.quantities import analyze, extract
from pressroom.numbers.wording.antecedents import find_antecedent


@pytest.mark.parametrize(
    ("ahead", "sentence", "lang", "words"),
    [
        ("The bridge opened in June.", "It cost 4 million euros.", "en", "The bridge"),
        ("In May the bridge opened.", "In 2025 it earned 4 million euros.", "en", "the bridge"),
        ("The new wards open in May.", "They have 120 beds.", "en", "The new wards"),
        ("Ann Roe pleaded guilty on Monday.", "She faces up to 20 years in prison.", "en", "Ann Roe"),
        ("The line opens in June.", "It is 6.4 kilometres long, has 11 stops and is new.", "en", "The line"),
        ("The population of Gorey is small.", "It has over 1,600 pupils.", "en", ""),
        ("Gorey is near the largest camp.", "It houses around 20,000 people.", "en", ""),
        ("The city sold the old bridge.", "It cost 4 million euros.", "en", ""),
        ("La ligne ouvre en juin.", "Elle a coûté 212 millions d’euros.", "fr", "La ligne"),
        ("Die Stadt hat die neue Fähre bestellt.", "Er kostet 4 Millionen Euro.", "de", ""),
        ("Das Land hat die neue Fähre bestellt.", "Sie kostet 4 Millionen Euro.", "de", "Die neue Fähre"),
    ],
)
def test_a_pronoun_stands_for_the_one_noun_that_it_can_mean(
    ahead: str, sentence: str, lang: str, words: str
) -> None:
    found = find_antecedent(sentence, (ahead,), lang)
    assert (found.words if found else "") == words


@pytest.mark.parametrize(
    ("ahead", "sentence"),
    [
        ("The port ordered a crane.", "It cost 4 million euros."),  # the port or the crane
        ("The minister spoke at noon about the bridge.", "They cost 4 million euros."),
        ("The bridge opened in June.", "They cost 4 million euros."),
        ("Its price rose in June.", "It is 40 euros."),  # what it means points back itself
        ("“The bridge opened,” she said.", "It cost 4 million euros."),
        ("The bridge opened in June.", "“It cost 4 million euros.”"),
        ("The bridge opened in June.", "When the port closed, it lost 4 million euros."),
        # stands for nothing
        ("The survey began in May.", "It is estimated that 40 boats sank."),
        ("The bridge opened in June.", "It took 3 years to build the road."),
        ("The bridge opened in June.", "It is 3 degrees warmer than in May."),
        ("The port closed.", "It is 40 kilometres from Kiel to the sea."),
        ("The port closed.", "It cost 3 million euros to rebuild the quay."),
    ],
)
def test_nothing_is_named_where_it_is_not_sure(ahead: str, sentence: str) -> None:
    assert find_antecedent(sentence, (ahead,), "en") is None


def test_the_sentence_before_the_last_where_the_same_is_told_of_on_and_on() -> None:
    ahead = ("The bridge opened in June.", "It is painted red.")
    found = find_antecedent("It cost 4 million euros.", ahead, "en")
    assert found is not None
    assert found.fill("It cost 4 million euros.") == "The bridge cost 4 million euros."
    assert (
        find_antecedent("It cost 4 million euros.", ("The bridge opened.", "Two bands played."), "en") is None
    )


def find_labels(quantity: Quantity) -> list[str]:
    return [wording.label for wording in find_wordings(quantity, "en") if not wording.refused]


def test_the_words_stand_in_square_brackets_in_a_tile() -> None:
    (quantity,) = extract("The bridge opened in June. It cost 4 million euros and is red.")
    assert "“[The bridge] cost 4 million euros and is red”" in find_labels(quantity)
    (alone,) = extract("It cost 4 million euros and is red.")
    assert find_labels(alone) == []


def test_the_paragraph_ahead_may_name_it() -> None:
    closing = analyze("The bridge opened in June.").closing
    (quantity,) = analyze("It has 310 lamps.", previous=closing).quantities
    assert find_labels(quantity)[-1] == "“[The bridge] has 310 lamps”"


def test_a_number_in_a_name_is_no_other_number() -> None:
    quantities = extract("The tram line 7 was opened in June. It has 11 stops and cost 212 million euros.")
    labels = find_labels(next(one for one in quantities if one.text.startswith("212")))
    assert labels == ["“[The tram line 7] has 11 stops and cost 212 million euros”"]

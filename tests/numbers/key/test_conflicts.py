"""Two values for one thing."""

import pytest

from pressroom.model.diagnostic import Severity
from pressroom.model.numbers import Numbers
from pressroom.numbers import collect_warnings, find
from pressroom.numbers.key import conflicts as conflicts_module
from pressroom.readers import ReaderSettings, read


def conflicts(*sentences: str):
    text = "Report\n\n" + "\n\n".join(sentences) + "\n"
    return find(read(text.encode(), "a.txt", ReaderSettings())).conflicts


TOLL = "The agency said that 43 people had died in the valley."


@pytest.mark.parametrize(
    "rival",
    [
        "The ministry, which keeps a register of its own, puts the death toll at 51.",
        "The army counted 51 dead in the valley.",
    ],
)
def test_rival_counts_are_told(rival):
    (conflict,) = conflicts(TOLL, rival)
    assert "43" in conflict.words
    assert "51" in conflict.words


def test_people_of_different_sorts_are_no_rival_count():
    first = "Some 37 per cent of the households with two people or more let a room."
    second = "Twelve per cent of the households with two people or more had guests of different towns."
    assert conflicts(first, second) == ()


def test_a_conflict_names_what_is_counted():
    (conflict,) = conflicts(TOLL, "The army counted 51 dead in the valley.")
    assert conflict.words == "the text gives 43 and 51 for “dead”"


def test_one_source_that_is_named_shorter_later_does_not_contradict_itself():
    first = "The civil protection agency said that 43 people had died in the valley."
    later = "The agency said that 51 people had died in the valley."
    assert conflicts(first, later) == conflicts(later, first) == ()
    assert conflicts(first, later.replace("agency", "army"))


def test_two_sources_of_one_sentence():
    (conflict,) = conflicts("The police say 83 people died in the valley; the hospital says 112 people died.")
    assert "83" in conflict.words
    assert "112" in conflict.words
    assert conflicts("Some 83 people died in the valley; on the coast 112 people died.") == ()


@pytest.mark.parametrize(
    "other",
    [
        "The army counted more than 40 dead in the valley.",
        "The army counted 43 dead in the valley.",
        "The army counted 51 schools in the valley.",
        "Up to 51 people could die, the army said.",
        "In the hills 51 sheep died.",
        "The army said that 5,100 people had been driven from the valley.",
    ],
)
def test_what_may_both_be_right_is_no_conflict(other):
    assert conflicts(TOLL, other) == ()


def test_money_that_somebody_values_otherwise():
    (conflict,) = conflicts(
        "The haul has a street value of £34 million. The office values it at £15 million."
    )
    assert "£15 million" in conflict.words


def test_a_conflict_is_a_warning_with_both_lines():
    found = conflicts(TOLL, "The army counted 51 dead in the valley.")
    (warning,) = collect_warnings(Numbers(conflicts=found))
    assert (warning.severity, warning.rule) == (Severity.WARNING, "conflicting-numbers")
    assert warning.span.line_start == 5
    assert "line 3" in warning.message


def test_a_long_text_is_held_against_the_first_claims_only(monkeypatch):
    asked = []
    hold = conflicts_module._are_rivals
    monkeypatch.setattr(conflicts_module, "_are_rivals", lambda *two: asked.append(two) or hold(*two))
    names = ("agency", "ministry", "council", "institute")
    claims = [
        f"The {names[number % 4]} said that {1000 + 7 * number} tonnes of grain were lost."
        for number in range(800)
    ]
    conflicts(*claims[:400])
    few = len(asked)
    conflicts(*claims)
    assert len(asked) - few <= 400 * conflicts_module.MOST_OF_A_THING + few
    assert len(asked) < 800 * 800 / 4


def test_values_many_times_apart_are_of_two_things():
    first = "According to the ministry 128,279 people were without work in July."
    assert not conflicts(first, "According to the funds 46 people without work lost their claim.")
    assert conflicts(first, "According to the funds 99,000 people were without work in July.")


def test_names_that_differ_by_a_letter_count_what_is_their_own():
    assert not conflicts("District A counted 1,400 boats. District B counted 2,100 boats.")
    assert not conflicts("Station 3 reports 1,400 boats. Station 4 reports 2,100 boats.")

"""Who confirmed which number: read strictly, and compared with what the text says now."""

from dataclasses import replace
from datetime import date
from tomllib import loads

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.errors import UsageError
from pressroom.model.diagnostic import Severity
from pressroom.model.numbers import KeyNumber, Numbers
from pressroom.numbers.key.confirmations import (
    HEAD,
    Confirmation,
    Standing,
    check_name,
    compare,
    confirm,
    parse_confirmations,
    render_confirmations,
    report_confirmations,
)
from tests.making import key_number, quantity, span

DAY = date(2026, 5, 3)
SENTENCE = "Over 1,100 farmers signed the petition against the new toll road on Monday."
ROW = {"words": "1,100", "sentence": SENTENCE, "tile": "over 1,100 farmers", "by": "Ann Lee", "on": DAY}


def farmers(
    sentence: str = SENTENCE, label: str = "farmers", text: str = "1,100", line: int = 4
) -> KeyNumber:
    found = replace(quantity(text, 5), sentence=span(0, len(sentence), line), sentence_text=sentence)
    return key_number(found, f"over {text}", label)


def numbers(*keys: KeyNumber) -> Numbers:
    return Numbers(quantities=tuple(key.quantity for key in keys), key=keys)


CONFIRMED = replace(confirm(farmers(), "Ann Lee", DAY), where="toll.toml:7")


def test_what_is_confirmed_is_what_stands_there():
    assert replace(CONFIRMED, where="") == Confirmation(
        "1,100", SENTENCE, "over 1,100 farmers", "Ann Lee", DAY
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"by": ""}, "by of a .* is no text"),
        ({"by": "Ann\nLee"}, "signs that cannot be printed"),
        ({"by": "A" * 101}, "longer than 100 characters"),
        ({"words": 7}, "words of a .* is no text"),
        ({"on": "2026-05-03"}, "on of a .* is no date"),
        ({"on": None}, "on of a .* is no date"),
        ({"pin": True}, "has no 'pin'"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_place(change, message):
    with pytest.raises(UsageError, match=message) as caught:
        parse_confirmations([(ROW | change, "toll.toml:7")])
    assert str(caught.value.diagnostic).startswith("toll.toml:7: ")


@pytest.mark.parametrize("key", ROW)
def test_an_entry_that_lacks_something_is_refused(key):
    with pytest.raises(UsageError, match=f"lacks '{key}'"):
        parse_confirmations([({name: value for name, value in ROW.items() if name != key}, "")])


@pytest.mark.parametrize(
    "name", ["", "  ", "Ann\nLee", "Ann\tLee", "Ann\x1b[2J", "\u202eeeL nnA", "Ann\u2028Lee", "A" * 101, "\0"]
)
def test_a_name_that_could_not_be_printed_is_refused(name):
    with pytest.raises(UsageError, match="the name of who confirms"):
        check_name(name)


@pytest.mark.parametrize("name", ['Ann "A." Lee', "Łucja O’Brien-Çelik", "ליאת כהן", "李安", "C:\\Ann"])
def test_other_names_are_kept(name):
    assert check_name(f" {name}\u00a0") == name


@given(
    st.builds(
        Confirmation,
        words=st.text(min_size=1),
        sentence=st.text(min_size=1),
        tile=st.text(min_size=1),
        by=st.text(st.characters(categories=["L", "P", "N"]), min_size=1, max_size=20),
        on=st.dates(),
    ).filter(lambda one: all(text.strip() for text in (one.words, one.sentence, one.tile)))
)
def test_an_entry_comes_back_as_it_was_written(confirmation):
    (row,) = loads(render_confirmations([confirmation], ""))["confirmed"]
    assert parse_confirmations([(row, "")]) == (confirmation,)


def test_the_explanation_stands_once():
    assert render_confirmations([CONFIRMED], "").startswith(HEAD + "[[confirmed]]\n")
    assert render_confirmations([CONFIRMED], HEAD).startswith("[[confirmed]]\n")
    assert render_confirmations([], "") == ""


MENDED = SENTENCE.replace("new", "planned")
OTHER = "Trains ran late."

COMPARED = [
    (numbers(farmers()), Standing.HELD, ""),
    (numbers(farmers(SENTENCE.upper())), Standing.HELD, ""),
    (
        numbers(farmers(label="farmers signed")),
        Standing.REWORDED,
        "“over 1,100 farmers signed”; confirmed was",
    ),
    (numbers(farmers(MENDED)), Standing.CHANGED, f"“{MENDED}”; confirmed was “{SENTENCE}”"),
    (replace(numbers(farmers(MENDED)), key=()), Standing.CHANGED, f"“{MENDED}”"),
    (replace(numbers(farmers()), key=()), Standing.NOT_KEY, "no longer among the key numbers"),
    (
        numbers(farmers(SENTENCE.replace("1,100", "900"), text="900")),
        Standing.GONE,
        "its place may be now: “Over 900 farmers",
    ),
    (numbers(farmers(OTHER)), Standing.GONE, f"(it stood in: “{SENTENCE}”)"),
    (numbers(), Standing.GONE, "is no longer in the text"),
]


@pytest.mark.parametrize(("now", "standing", "said"), COMPARED)
def test_what_has_become_of_a_confirmed_number(now, standing, said):
    (compared,) = compare([CONFIRMED], now)
    assert compared.standing is standing
    *warnings, summary = report_confirmations([compared], now, "toll.txt")
    assert summary.severity is Severity.NOTE
    assert [warning.rule for warning in warnings] == ["confirmation-outdated"] * bool(said)
    for warning in warnings:
        assert warning.severity is Severity.WARNING
        assert warning.message.startswith("the number '1,100', which Ann Lee confirmed on 2026-05-03, ")
        assert said in warning.message
        assert str(warning).startswith(("test.txt:4: ", "toll.toml:7: "))
        assert warning.cure


def test_the_one_that_is_gone_is_named_by_its_entry_and_its_cure_says_which():
    warning, _ = report_confirmations(compare([CONFIRMED], numbers()), numbers(), "toll.txt")
    assert str(warning).startswith("toll.toml:7: warning: ")
    assert "take its entry out (toll.toml:7)" in warning.cure


def test_of_two_tiles_of_one_sentence_the_one_with_the_same_words_is_meant():
    first, second = farmers(), replace(farmers(label="signatures"), id="kn-2")
    confirmed = confirm(second, "Ann Lee", DAY)
    (compared,) = compare([confirmed], numbers(first, second))
    assert (compared.standing, compared.key) == (Standing.HELD, second)


def test_how_many_are_confirmed_and_by_whom():
    toll = replace(farmers("The toll is £3.", label="a day", text="3", line=9), id="kn-2")
    now = numbers(farmers(), toll)
    ann, ben = confirm(toll, "Ann Lee", DAY), confirm(toll, "Ben Roe", DAY)
    assert report_confirmations(compare([], now), now, "toll.txt") == ()
    (both,) = report_confirmations(compare([ann, ben], now), now, "toll.txt")
    assert both.message == "1 of 2 key numbers confirmed by Ann Lee and Ben Roe"
    (all_,) = report_confirmations(compare([ann, CONFIRMED], now), now, "toll.txt")
    assert all_.message == "2 of 2 key numbers confirmed by Ann Lee"


def test_no_sentence_steers_the_terminal():
    now = numbers(farmers(MENDED + " \x1b[2J\u202e"))
    warning, _ = report_confirmations(compare([CONFIRMED], now), now, "toll.txt")
    assert warning.message.isprintable()

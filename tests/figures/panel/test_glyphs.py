"""Which picture a number may have by itself: nothing rounded, nothing that the text does not bear out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pressroom.figures.panel.glyphs import TO_COME, Glyph, find_glyph, find_unit
from pressroom.model.numbers import Numbers
from pressroom.model.quantity import Comparison, Interval, Kind, Modality, Qualifier, Role
from tests.making import document, key_number, quantity, span


def _found(text: str, digits: str, **changes: object) -> Glyph | str:
    start = text.index(digits)
    of = replace(quantity(digits, start), unit="nurse")
    of = replace(of, **changes)  # type: ignore[arg-type]  # fields of one class
    if of.kind is Kind.PERCENT and " of" in text:
        of = replace(of, end=text.index(" of"))
    return find_glyph(key_number(of, digits, "nurses"), document(text=text), Numbers())


@pytest.mark.parametrize(
    ("text", "digits", "changes", "kind"),
    [
        ("They hired 64 nurses.", "64", {}, "marks"),
        ("They hired 1,200,000 nurses.", "1,200,000", {}, "marks"),
        ("Some 68 per cent of nurses came.", "68", {"kind": Kind.PERCENT, "unit": "percent"}, "cells"),
        (
            "They moved 1.4 of 3.1 million tonnes.",
            "1.4",
            {
                "kind": Kind.DIMENSION,
                "unit": "tonne",
                "comparison": Comparison("whole", 3.1, "3.1 million tonnes", 14, 31),
            },
            "ruler",
        ),
        (
            "Tenders of 61 to 78 pounds came.",
            "61",
            {"kind": Kind.CURRENCY, "unit": "pound sterling", "value": Interval(61, 78)},
            "ruler",
        ),
    ],
)
def test_a_number_of_each_kind_has_its_picture(
    text: str, digits: str, changes: dict[str, object], kind: str
) -> None:
    found = _found(text, digits, **changes)
    assert isinstance(found, Glyph)
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "digits", "changes", "reason"),
    [
        ("They hired 1,137 nurses.", "1,137", {}, "no whole number of up to 120 marks"),
        ("It cost 46 millions.", "46", {"unit": "million"}, "not read with certainty"),
        ("Es kamen 3 Millionen Menschen.", "3", {"unit": "Mensch"}, "not read with certainty"),
        ("Es waren 111 Miliarden Kronen.", "111", {"unit": "Miliarden"}, "not read with certainty"),
        ("The match is on the 16", "16", {"unit": "partido"}, "not read with certainty"),
        ("Nurses are 500 times likelier to stay.", "500", {"unit": "time"}, "how many times as much"),
        ("The 300-nurse ward is open.", "300", {}, "part of a word"),
        ("They hired 12.5 nurses.", "12.5", {}, "counts no whole things"),
        ("It has 13 days a year.", "13", {"unit": "day per year"}, "it is a rate"),
        ("They pay 49 a berth.", "49", {"rate": "per berth"}, "it is a rate"),
        ("Up 300 nurses.", "300", {"role": Role.CHANGE}, "it is a change"),
        ("Up 300 nurses.", "300", {"qualifier": Qualifier.UP}, "it is a change"),
        ("Firms of 50 nurses.", "50", {"role": Role.THRESHOLD}, "it is a limit"),
        ("Not 40 nurses came.", "40", {"modality": Modality.NEGATED}, "supposed or denied"),
        ("It fell 7 per cent.", "7", {"kind": Kind.PERCENT, "unit": "percent"}, "what it is a share of"),
        ("Some 0.5 per cent of the fund.", "0.5", {"kind": Kind.PERCENT, "unit": "percent"}, "a hundred"),
        ("Some 250 per cent of the fund.", "250", {"kind": Kind.PERCENT, "unit": "percent"}, "than a whole"),
        ("Some 12 per cent of them.", "12", {"kind": Kind.PERCENT, "unit": "percent"}, "a share of"),
        ("By 2 points of it.", "2", {"kind": Kind.PERCENT, "unit": "percentage point"}, "no share"),
        ("It took 30 months.", "30", {"kind": Kind.DURATION, "unit": "month"}, "by itself"),
        ("A fence of 40 kilometres.", "40", {"kind": Kind.DIMENSION, "unit": "kilometre"}, "no whole"),
        ("It cost 40 euros.", "40", {"kind": Kind.CURRENCY, "unit": "euro"}, "no whole"),
        ("It was 30 degrees.", "30", {"kind": Kind.TEMPERATURE, "unit": "degree"}, "no scale"),
        ("There were 0 nurses.", "0", {}, "not above zero"),
        ("Dozens, or 12 nurses.", "12", {"value": None}, "a word and no value"),
    ],
)
def test_a_number_without_a_picture_has_its_reason(
    text: str, digits: str, changes: dict[str, object], reason: str
) -> None:
    found = _found(text, digits, **changes)
    assert isinstance(found, str)
    assert reason in found


def test_a_number_told_with_what_it_was_is_left_to_the_picture_of_both() -> None:
    of = replace(quantity("120", 0), unit="nurse", comparison=Comparison("from", 90, "90", 5, 7))
    told = find_glyph(key_number(of, "from 90 to 120", "nurses"), document(text="120"), Numbers())
    assert isinstance(told, str)
    assert "two values" in told
    assert isinstance(find_glyph(key_number(of, "120", "nurses"), document(text="120"), Numbers()), Glyph)


def test_a_share_with_decimals_is_a_length_on_a_ruler_to_a_hundred() -> None:
    text = "Some 30.4 % of the volume was fraud."
    of = replace(quantity("30.4", 5), text="30.4 %", end=11, kind=Kind.PERCENT, unit="percent")
    found = find_glyph(key_number(of, "30.4 %", "fraud"), document(text=text), Numbers())
    assert isinstance(found, Glyph)
    assert (found.kind, found.of, found.whole) == ("ruler", 100, "100 %")


@pytest.mark.parametrize(
    "text",
    [
        "They will hire 40 nurses.",
        "The bill has money to hire 40 nurses.",
        "A plan for 40 nurses is on the table.",
        "Some fear that 40 nurses leave.",
        "The clinic is to have 40 nurses by 2028.",
        "Un plan para ubicar 40 puntos.",
        "Le projet vise 40 places.",
        "Die Klinik soll 40 Betten haben.",
        "Es fehlt Geld, um 40 Betten zu schaffen.",
    ],
)
def test_what_is_still_to_come_has_no_picture(text: str) -> None:
    start = text.index("40")
    of = replace(quantity("40", start), unit="nurse", sentence=span(0, len(text)), sentence_text=text)
    key = key_number(of, "40", "nurses")
    assert find_glyph(key, document(text=text), Numbers()) == TO_COME


def test_a_plan_in_the_clause_beside_or_in_the_words_of_the_tile() -> None:
    text = "It hired 40 nurses, but will open no ward."
    of = replace(quantity("40", 9), unit="nurse", sentence=span(0, len(text)), sentence_text=text)
    assert isinstance(find_glyph(key_number(of, "40", "nurses"), document(text=text), Numbers()), Glyph)
    assert find_glyph(key_number(of, "40", "nurses to be hired"), document(text=text), Numbers()) == TO_COME
    planned = replace(of, modality=Modality.PLANNED)
    assert find_glyph(key_number(planned, "40", "nurses"), document(text=text), Numbers()) == TO_COME


@pytest.mark.parametrize(
    ("values", "unit"),
    [
        ((64.0,), 1),
        ((1100.0, 100.0, 10000.0, 7000.0), 100),
        ((140.0,), 10),
        ((126.0,), 2),
        ((1_840_000.0,), 20_000),
        ((37_269.0,), None),
        ((3_000_000.0, 3.0), None),
        ((), None),
    ],
)
def test_the_unit_of_a_mark_is_round_and_fits_every_value(
    values: tuple[float, ...], unit: int | None
) -> None:
    assert find_unit(values) == unit


def test_words_that_tell_of_another_such_number_leave_one_without_a_picture() -> None:
    text = "They hired 64 nurses and 300 clerks in 2 towns."
    own = replace(quantity("64", 11), unit="nurse", sentence=span(0, len(text)), sentence_text=text)
    other = replace(quantity("300", 25), unit="clerk", sentence=own.sentence, sentence_text=text)
    numbers = Numbers(quantities=(own, other))
    told = find_glyph(key_number(own, "64", "nurses and 300 clerks hired"), document(text=text), numbers)
    assert isinstance(told, str)
    assert "another such number" in told
    alone = find_glyph(key_number(own, "64", "nurses hired"), document(text=text), numbers)
    assert isinstance(alone, Glyph)


def test_things_that_are_seen_at_once_have_no_marks() -> None:
    assert "seen at once" in str(_found("They hired 8 nurses.", "8"))
    whole = Comparison("whole", 12, "12", 16, 18)
    assert isinstance(_found("They hired 8 of the 12 nurses.", "8", comparison=whole), Glyph)


def test_one_number_alone_has_no_hundred_marks() -> None:
    assert find_unit([1000]) == 100
    assert find_unit([1100, 10_000]) == 100


@pytest.mark.parametrize("of", ["GDP", "the gross domestic product", "its equity", "shareholders’ funds"])
def test_a_sum_held_against_another_is_no_part_of_it(of: str) -> None:
    found = _found(f"The deficit was 11% of {of}.", "11", kind=Kind.PERCENT, unit="percent")
    assert found == "the text does not say what it is a share of"

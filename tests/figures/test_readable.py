"""Whatever the data: labels apart, nothing outside, no warning, no crash, at both widths."""

from __future__ import annotations

import random

import pytest

from pressroom.figures import FIGURE_KINDS, NARROW_MM, WIDE_MM
from pressroom.figures.kinds import MARKS, why_unreadable
from pressroom.figures.plot.marks import Disc, Stroke, Words
from pressroom.model.figure import Datum, Figure, Series
from pressroom.model.quantity import Qualifier
from tests.figures.boxes import faults, plate

# data sets in all, spread over the kinds; each is laid out at both widths. As many for each single kind are
# measured by benchmarks/figures_readable.py
SETS = 500
WORDS = (
    "North",
    "Department for Environment, Food and Rural Affairs",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "Ål",
    "القاهرة والجيزة",
    "ירושלים",
    "Санкт-Петербург",
    "Ελλάδα",
    "x",
    "100% & <more> $5_a",
    "a-very-long-hyphenated-name-of-a-place",
)


def _name(rng: random.Random, index: int) -> str:
    return (
        f"{rng.choice(WORDS)} {index}"
        if rng.random() < 0.8
        else f"{index} {' '.join(rng.choices(WORDS, k=3))}"
    )


def _value(rng: random.Random, power: int, *, negative: bool) -> float:
    value = round(rng.random() * 10.0**power, rng.choice((0, 1, 3)) if power > 0 else 9)
    value = value or 10.0 ** min(power, 0)
    return -value if negative and rng.random() < 0.3 else value


def _datum(rng: random.Random, kind: str, power: int) -> Datum:
    rules = FIGURE_KINDS[kind]
    if rules.missing and rng.random() < 0.1:
        return Datum(None)
    value = _value(rng, power, negative=rules.negative)
    chance = rng.random()
    if not rules.bounds or chance < 0.6:
        return Datum(value)
    if chance < 0.7:
        return Datum(value, Qualifier.BETWEEN, value + abs(value) * rng.random() + 10.0**power / 10)
    return Datum(value, rng.choice((Qualifier.OVER, Qualifier.AT_MOST, Qualifier.ABOUT)))


def random_figure(kind: str, rng: random.Random) -> Figure:
    """A figure of a kind, with any data that the kind may hold."""
    rules = FIGURE_KINDS[kind]
    count = rng.randint(rules.categories[0], min(rules.categories[1], 60))
    names = [_name(rng, index) for index in range(count)]
    if kind in ("line", "area", "multiples", "column") and rng.random() < 0.6:
        first = rng.randint(1900, 2000)
        names = [str(first + index * rng.choice((1,))) for index in range(count)]
    power = rng.randint(-6, 15)
    many = rng.randint(rules.series[0], rules.series[1])
    rows = [[_datum(rng, kind, power) for _ in range(count)] for _ in range(many)]
    options: tuple[tuple[str, object], ...] = ()
    if kind == "share":
        of = rng.randint(1, 100) if rng.random() < 0.5 else 0
        count = 1 if of else min(count, 20)
        names = names[:count]
        options = (("of", of),) if of else ()
        rows = [
            [
                Datum(float(rng.randint(0, of or 100)), rng.choice((None, Qualifier.ABOUT, Qualifier.OVER)))
                for _ in range(count)
            ]
        ]
    if kind == "waffle":
        cut = sorted(rng.random() * 100 for _ in range(count))
        rows = [[Datum(round(b - a, 1)) for a, b in zip([0.0, *cut], cut, strict=False)]]
    if kind == "part":
        rows[1] = [Datum(2 * (one.high or one.value or 0) + 1e-9) for one in rows[0]]
    if kind == "timeline":
        rows = [
            [
                Datum(1900 + rng.random() * rng.choice((1, 100)), None, None, _name(rng, index))
                for index in range(count)
            ]
        ]
    if kind in MARKS:
        first = float(rng.randint(1, MARKS[kind]))
        qualifier = rng.choice((None, *Qualifier))
        high = float(rng.randint(int(first), MARKS[kind])) + 1 if qualifier is Qualifier.BETWEEN else None
        rows = [[Datum(first, qualifier, high)]]
    series = tuple(Series(_name(rng, index), tuple(row)) for index, row in enumerate(rows))
    return Figure("f", kind, "t", "a", tuple(names), series, (), options=options)


@pytest.mark.parametrize(("kind", "number"), [("grouped", 1033), ("share", 1064)])
def test_what_once_ran_out_of_the_picture(kind: str, number: int) -> None:
    rng = random.Random(f"{kind} {number}")
    figure = random_figure(kind, rng)
    assert not faults(plate(figure, NARROW_MM, rng.choice(("en", "de", "fr"))))


@pytest.mark.slow
@pytest.mark.parametrize("kind", FIGURE_KINDS)
def test_any_data_is_readable_at_both_widths(kind: str) -> None:
    drawn = 0
    for number in range(-(-SETS // len(FIGURE_KINDS))):
        rng = random.Random(f"{kind} {number}")
        figure = random_figure(kind, rng)
        if why_unreadable(figure):
            continue
        drawn += 1
        lang = rng.choice(("en", "de", "fr"))
        for width in (NARROW_MM, WIDE_MM):
            found = faults(plate(figure, width, lang))
            assert not found, (number, width, found[:4])
    assert drawn >= SETS // len(FIGURE_KINDS) // 2


@pytest.mark.parametrize("qualifier", [Qualifier.OVER, Qualifier.ABOUT, Qualifier.AT_MOST, None])
def test_words_stand_clear_of_the_sign_of_a_doubt(qualifier: Qualifier | None) -> None:
    datum = Datum(9.0, qualifier, None, "9 of 10")
    options = (("of", 10),)
    figure = Figure("f", "share", "t", "a", ("households",), (Series("", (datum,)),), (), options=options)
    assert not faults(plate(figure, NARROW_MM))
    drawn = plate(figure, WIDE_MM).marks
    ends = [mark.x + mark.radius for mark in drawn if isinstance(mark, Disc)]
    ends += [x for mark in drawn if isinstance(mark, Stroke) for x, _ in mark.points]
    assert min(mark.x for mark in drawn if isinstance(mark, Words)) > max(ends) + 4


@pytest.mark.parametrize(("space", "readable"), [("\u00a0", True), ("\u202f", True), ("\u0085", False)])
def test_a_name_may_hold_a_non_breaking_space_and_no_control_character(space: str, readable: bool) -> None:
    series = Series("", (Datum(24.0),))
    figure = Figure("", "marks", "Soldiers", "", (f"weary{space}soldiers",), (series,), ())
    assert (why_unreadable(figure) == "") is readable

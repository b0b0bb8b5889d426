"""Which picture is honest: on texts, and rule by rule on numbers made by hand."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from pressroom import figures, numbers, readers
from pressroom.model.document import Document
from pressroom.model.figure import Figures
from pressroom.model.numbers import Conflict, Event, Numbers
from pressroom.model.quantity import Comparison, Interval, Kind, Modality, Qualifier, Quantity
from tests.making import document, key_number, quantity, span
from tests.shared import SHARED

CASES = tomllib.loads((Path(__file__).parent / "choices.toml").read_text(encoding="utf-8"))["text"]


def read(text: str) -> Document:
    """Read a text with a title."""
    return readers.read(f"A short report\n\n{text}\n".encode(), "text.txt", readers.ReaderSettings())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["words"][:40])
def test_each_text_gets_the_picture_it_allows(case: dict[str, object]) -> None:
    of = read(str(case["words"]))
    found = figures.choose(of, numbers.find(of))
    assert [figure.kind for figure in found.drawn] == case["drawn"]
    said = " ".join(f"{refusal.kind} {refusal.reason}" for refusal in found.refused)
    for words in case.get("refused", []):
        assert words in said
    assert [figure.title for figure in found.drawn] == case.get("titles", [one.title for one in found.drawn])
    if "categories" in case:
        assert [list(figure.categories) for figure in found.drawn] == case["categories"]
    if "subtitles" in case:
        assert [figure.subtitle for figure in found.drawn] == case["subtitles"]
    for figure in found.drawn:
        assert figure.title
        assert len(figure.title.split()) <= 15
        assert figure.sources
        assert figure.alt.startswith(figure.title)
        if figure.kind == "change":
            before, after = (datum.label for datum in figure.series[0].data)
            assert before not in after, "each bar has its own number"


def test_twenty_texts_are_held() -> None:
    assert len(CASES) >= 20


def test_the_article_has_its_related_numbers_drawn_and_each_of_them_once() -> None:
    seed = SHARED / "seeds" / "article.txt"
    if not seed.is_file():
        pytest.skip("the article is not beside the clone")
    of = readers.read(seed.read_bytes(), "article.txt", readers.ReaderSettings())
    found = numbers.find(of)
    chosen = figures.choose(of, found)
    kinds = [figure.kind for figure in chosen.drawn]
    assert kinds[0] == "earlier"
    assert {"measures", "occasions"} <= set(kinds)
    labels = [datum.label for one in chosen.drawn for series in one.series for datum in series.data]
    assert len(set(labels)) == len(labels)
    assert {key.display for key in found.key} <= set(labels)
    assert all(len(figure.title.split()) <= 15 for figure in chosen.drawn)
    assert all(refusal.reason for refusal in chosen.refused)


TEXT = "Of the 40 wards 12 wards closed, says the mayor; 30 wards closed, says the clerk. " * 2


def a_quantity(text: str, start: int, /, **changes: object) -> Quantity:
    """A quantity of wards in TEXT."""
    plain = replace(quantity(text, start, subject="wards closed"), unit="ward", sentence=span(0, len(TEXT)))
    return replace(plain, **changes)


def choose(
    *quantities: Quantity, events: tuple[Event, ...] = (), conflicts: tuple[Conflict, ...] = ()
) -> Figures:
    """Choose with every quantity a key number."""
    keys = tuple(
        replace(
            key_number(one, f"{one.qualifier_text} {one.text}".strip(), _label(one), f"kn-{index}"),
            edited=("label",),
        )
        for index, one in enumerate(quantities)
    )
    of = document(text=TEXT)
    return figures.choose(of, Numbers(quantities, keys, (), events, conflicts))


def _label(one: Quantity) -> str:
    return f"{one.subject}, {one.comparison.text}" if one.comparison else one.subject


def test_a_part_of_few_is_counted_signs_and_of_many_a_bar() -> None:
    few = choose(a_quantity("12", 16, comparison=Comparison("whole", 40, "40", 7, 9))).drawn[0]
    assert (few.kind, dict(few.options)["of"], few.series[0].data[0].label) == ("share", 40, "12 of 40")
    many = choose(a_quantity("12", 16, comparison=Comparison("whole", 4000, "4,000", 7, 9)))
    assert many.refused[0].reason == "a share below one in a hundred cannot be seen"
    bar = choose(a_quantity("120", 16, comparison=Comparison("whole", 400, "400", 7, 9))).drawn[0]
    assert (bar.kind, [series.data[0].value for series in bar.series]) == ("part", [120, 400])


def test_a_change_is_drawn_with_its_bound_and_a_range_is_not() -> None:
    before = Comparison("from", 90, "90", 7, 9)
    one = a_quantity("120", 16, comparison=before)
    over = replace(one, qualifier=Qualifier.OVER, qualifier_text="over")
    for quantity_, words in ((one, "120"), (over, "over 120")):
        (plain,) = choose(quantity_).drawn
        assert (plain.kind, [datum.label for datum in plain.series[0].data]) == ("change", ["90", words])
    found = choose(replace(one, value=Interval(100.0, 120.0)))
    assert "no one length" in found.refused[0].reason


def test_a_range_is_drawn_from_end_to_end() -> None:
    drawn = choose(a_quantity("12", 16, value=Interval(10.0, 14.0), qualifier=Qualifier.BETWEEN)).drawn[0]
    assert (drawn.kind, drawn.series[0].data[0].value, drawn.series[0].data[0].high) == ("interval", 10, 14)


def test_two_sources_are_both_shown() -> None:
    first, second = (
        a_quantity("12", 16, attribution="the mayor"),
        a_quantity("30", 49, attribution="the clerk"),
    )
    drawn = choose(first, second, conflicts=(Conflict(first, second, "12 or 30"),)).drawn
    assert [figure.kind for figure in drawn] == ["sources"]
    assert drawn[0].categories == ("According to the mayor", "According to the clerk")
    here, there = (
        replace(one, sentence_text=f"{one.text} wards closed in {town}, says {one.attribution}.")
        for one, town in ((first, "Kiel"), (second, "Lyon"))
    )
    apart = choose(here, there, conflicts=(Conflict(here, there, ""),)).refused
    assert "two places" in apart[0].reason
    nameless = replace(second, attribution="")
    refused = choose(first, nameless, conflicts=(Conflict(first, nameless, ""),)).refused
    assert "name a source" in refused[0].reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"kind": Kind.CURRENCY}, "different kinds"),
        ({"unit": "street"}, "count different things"),
        ({"subject": "wards opened"}, "do not count the same"),
        ({"attribution": "the clerk"}, "different sources"),
        ({"modality": Modality.PLANNED}, "planned"),
        ({"start": 5000, "end": 5002}, "does not compare"),
        ({"qualifier": Qualifier.UP}, "a change, not an amount"),
    ],
)
def test_each_condition_of_a_bar_chart_is_told(changes: dict[str, object], reason: str) -> None:
    first = a_quantity("12", 16, attribution="the mayor")
    found = choose(first, a_quantity("30", 49, **{"attribution": "the mayor", **changes}))
    assert not found.drawn
    assert any(reason in refusal.reason for refusal in found.refused)


def test_one_in_five_keeps_its_five() -> None:
    ratio = a_quantity("12", 16, text="1 in 5", value=0.2, kind=Kind.RATIO)
    drawn = choose(ratio).drawn[0]
    assert (drawn.kind, dict(drawn.options)["of"], drawn.series[0].data[0].value) == ("share", 5, 1.0)


def test_ids_differ_and_sections_are_named() -> None:
    events = tuple(
        Event(f"{year}", 0, 4, f"{year}", f"What happened in {year}", span(year, year + 1))
        for year in (2001, 2004, 2010)
    )
    found = choose(a_quantity("12", 16, comparison=Comparison("target", 40, "40", 7, 9)), events=events)
    assert [figure.id for figure in found.drawn] == ["figure-1", "figure-2"]
    assert [figure.kind for figure in found.drawn] == ["target", "timeline"]

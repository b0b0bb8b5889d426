"""What two values of a sentence are called, in which order they stand, and when they make no picture."""

from __future__ import annotations

import pytest

from pressroom import figures, numbers, readers
from pressroom.model.figure import Figure


def draw(sentence: str) -> Figure | None:
    """Return the change that is drawn of a sentence, None for none."""
    of = readers.read(f"A short report\n\n{sentence}\n".encode(), "text.txt", readers.ReaderSettings())
    chosen = figures.choose(of, numbers.find(of), lang="en")
    return next((one for one in chosen.drawn if one.kind == "change"), None)


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        (
            "In Aldmoor, police stopped 10,880 people for drink-driving in 2018, compared to 4,020 in 2025.",
            {"In 2018": "10,880", "In 2025": "4,020"},
        ),
        (
            "Unadjusted May unemployment totalled 1.91 million people, up from 1.90 million in April.",
            {"In April": "1.90 million", "May": "1.91 million"},
        ),
        (
            "Aldmoor’s trade surplus was £136 million, down from £1.13 billion in the same month last year.",
            {"In the same month last year": "£1.13 billion", "Later": "£136 million"},
        ),
        (
            "The chances of a cut in March have dropped to 21% from 27% last week.",
            {"Last week": "27%", "Later": "21%"},
        ),
        (
            "Imports were £2.79 billion, compared with £1.91 billion in February last year.",
            {"In February last year": "£1.91 billion", "Later": "£2.79 billion"},
        ),
        (
            "The yard declared a dividend of 6.86p per share, up from 6.24p year-on-year.",
            {"Earlier": "6.24p", "Later": "6.86p per share"},
        ),
    ],
)
def test_rows_stand_in_the_order_of_time_with_their_times_in_full(
    sentence: str, rows: dict[str, str]
) -> None:
    figure = draw(sentence)
    assert figure is not None
    told = [datum.label for datum in figure.series[0].data]
    assert dict(zip(figure.categories, told, strict=True)) == rows
    assert list(figure.categories) == list(rows)


def test_the_title_says_what_a_count_is_of() -> None:
    figure = draw("Unadjusted May unemployment totalled 1.91 million people, up from 1.90 million in April.")
    assert figure is not None
    assert figure.title.startswith("Unadjusted May unemployment totalled 1.91 million people")


@pytest.mark.parametrize(
    "sentence",
    [
        "Reserves hit a new high of more than £51 billion on 4 March, compared with £50 billion in May.",
        "The growth rate of the coast accelerated to 4.9 per cent, from 2.9 per cent in October/December.",
    ],
)
def test_what_would_lose_its_thing_or_half_its_time_is_not_drawn(sentence: str) -> None:
    assert draw(sentence) is None

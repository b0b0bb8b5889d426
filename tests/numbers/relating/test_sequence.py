"""Events in an order that the text gives, and dates that nothing orders."""

from __future__ import annotations

import pytest

from pressroom import numbers, readers
from pressroom.numbers.relating import sequence, sites

SINCE = "Since the flood of the valley in May 2021, the town has changed. "
SIGNED = "A contract was signed in June and took effect this month."


def sequences(text: str) -> list[tuple[list[tuple[str, str]], tuple[str, ...]]]:
    """Return the sequences of a text: dates with what happened, and dates without a place."""
    source = f"A short report\n\n{text}\n".encode()
    of = readers.read(source, "text.txt", readers.ReaderSettings())
    return [
        ([(event.text, event.what) for event in one.events], one.unplaced)
        for one in numbers.find(of).sequences
    ]


def test_what_came_since_then_up_to_this_month_is_in_order() -> None:
    told = [
        ("May 2021", "the flood of the valley"),
        ("June", "A contract was signed"),
        ("this month", "took effect"),
    ]
    assert sequences(SINCE + SIGNED) == [(told, ())]


@pytest.mark.parametrize(
    "text",
    [
        SIGNED,
        SINCE,
        SINCE.replace(" 2021", "") + SIGNED,
        SINCE + SIGNED.replace("was signed", "will be signed"),
        SINCE + SIGNED.replace("took effect", "could take effect"),
        SINCE + SIGNED.replace("this month", "soon"),
        SINCE + "\n\nMore news\n\n" + SIGNED,
        SINCE + "It rained a lot, and nobody knew what was to be done about it. " + SIGNED,
    ],
)
def test_what_the_text_does_not_order_is_no_sequence(text: str) -> None:
    assert sequences(text) == []


LIST = """Timetable:

- 30 June: decision by the cabinet
- 15 August: start of works
- 1 December: harbour open
"""


def test_a_list_of_dates_is_in_order_and_other_dates_are_named() -> None:
    told = [
        ("30 June", "decision by the cabinet"),
        ("15 August", "start of works"),
        ("1 December", "harbour open"),
    ]
    assert sequences(f"The unions meet in September.\n\n{LIST}") == [(told, ("September",))]


@pytest.mark.parametrize(
    "text",
    [
        LIST.replace("15 August", "15 May"),
        LIST.replace("1 December: harbour open", "The harbour opens in December"),
        LIST.replace("start of works", "start of works " * 7),
    ],
)
def test_a_list_out_of_order_or_of_other_words_is_no_sequence(text: str) -> None:
    assert sequences(text) == []


def test_however_many_sentences_open_with_since_few_are_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    parse = sites.parse
    monkeypatch.setattr(sites, "parse", lambda text, lang: parsed.append(text) or parse(text, lang))
    sequences("".join(f"Since the flood of {at} May 2021 it is shut. It fell in June. " for at in range(200)))
    assert 0 < len(parsed) <= sequence.MOST_OPENINGS + sequence.LONGEST_PARAGRAPH + 1

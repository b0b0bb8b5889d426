"""All numbers of a text are found with work that grows with its length, not with its square."""

import sys
from collections import Counter

import pytest

from pressroom import numbers
from pressroom.readers import ReaderSettings, read

SETTINGS = ReaderSettings()
# methods that look at no more of a text than they are told to, or at two characters
BOUNDED = frozenset({"find", "rfind", "startswith", "endswith", "count", "isascii", "encode"})
TEXTS = {
    "dates in one sentence": lambda at: f"from {at} to {at + 5} per cent in May 2024; ",
    "what was to be": lambda at: f"It was to cost ${at} million, but is now to cost ${at + 9} million. ",
    "changes": lambda at: f"It fell {at % 90}% to ${at} million by June, from ${at + 7} million in 2023. ",
    "parts": lambda at: f"{at} of {at + 9} people said so. ",
    "names": lambda at: f"Airbus {at} is here. Airbus {at} is gone. ",
    "fields": lambda at: f"People in need: {at}\n",
}


def count_work(text):
    """Return how often each function calls others in C, and how many characters their strings have."""
    numbers.find(read(b"A title\n\nIn May 2024 it sold 25 boats, 5% more than in April.", "a.md", SETTINGS))
    document = read(text.encode(), "a.md", SETTINGS)
    seen = Counter()

    def note(frame, event, called):
        if event != "c_call":
            return
        seen[frame.f_code.co_name, "calls"] += 1
        if isinstance(held := called.__self__, str) and called.__name__ not in BOUNDED:
            seen[frame.f_code.co_name, called.__name__] += len(held)

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        numbers.find(document)
    finally:
        sys.setprofile(before)
    return seen


@pytest.mark.parametrize("kind", TEXTS)
def test_four_times_the_text_is_four_times_the_work(kind):
    short, long = (
        count_work("A title\n\n" + "".join(TEXTS[kind](at) for at in range(100, 100 + sentences)))
        for sentences in (150, 600)
    )
    steep = {place: (short[place], size) for place, size in long.items() if size > 5 * short[place] + 40_000}
    assert steep == {}


def test_a_sentence_with_many_dates_is_held_once():
    text = "A title\n\n" + "in May 2024; " * 300
    events = numbers.find(read(text.encode(), "a.txt", SETTINGS)).events
    assert len(events) == 300
    assert len({id(event.what) for event in events}) == 1

"""The choice of key numbers takes work by the number of sentences, not by its square."""

from pressroom import numbers
from pressroom.numbers.key.choose import _Choice
from pressroom.readers import ReaderSettings, read


def test_a_number_is_weighed_again_only_when_another_is_chosen(monkeypatch):
    weighed = []
    weigh = _Choice.weigh
    monkeypatch.setattr(_Choice, "weigh", lambda choice, at: weighed.append(at) or weigh(choice, at))
    text = "A title\n\n" + " ".join(f"It cost {at} pounds." for at in range(200, 500))
    found = numbers.find(read(text.encode(), "a.txt", ReaderSettings()))
    assert len(weighed) <= (len(found.key) + 2) * 300

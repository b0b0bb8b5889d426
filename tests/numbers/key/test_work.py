"""The choice of key numbers takes work by the number of sentences, not by its square."""

from pressroom import numbers
from pressroom.model.document import Document
from pressroom.numbers.key.choose import _Choice
from pressroom.readers import ReaderSettings, read


def test_a_number_is_weighed_again_only_when_another_is_chosen(monkeypatch):
    weighed = []
    weigh = _Choice.weigh
    monkeypatch.setattr(_Choice, "weigh", lambda choice, at: weighed.append(at) or weigh(choice, at))
    text = "A title\n\n" + " ".join(f"It cost {at} pounds." for at in range(200, 500))
    found = numbers.find(read(text.encode(), "a.txt", ReaderSettings()))
    assert len(weighed) <= (len(found.key) + 2) * 300


def test_the_sections_of_all_dates_are_found_at_once(monkeypatch):
    walks = []
    walk = Document.walk
    monkeypatch.setattr(Document, "walk", lambda document: walks.append(document) or walk(document))
    days = "".join(f"## Part {day}\n\nOn {day} May 2026 the council met.\n\n" for day in range(1, 29))
    found = numbers.find(read(f"# A title\n\n{days}".encode(), "a.md", ReaderSettings()))
    assert len(found.events) == 28
    assert len(walks) < len(found.events) / 2

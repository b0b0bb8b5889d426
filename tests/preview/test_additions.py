"""Texts that come into the project get plain names of their own, and take no other's place."""

import json
from pathlib import Path

import pytest

from pressroom.download.fetch import Fetched
from pressroom.errors import UsageError
from pressroom.preview.additions import add_fetched, add_sample, add_source, list_samples, name_pasted
from pressroom.project.place import Place, find_default_folder
from pressroom.world import RealWorld

WORLD = RealWorld()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path, find_default_folder())


def test_a_file_goes_to_the_seeds_where_there_is_such_a_folder(place: Place):
    assert add_source("a.txt", b"One.", place, WORLD) == place.root / "a.txt"
    (place.root / "seeds").mkdir()
    assert add_source("a.txt", b"One.", place, WORLD) == place.root / "seeds" / "a.txt"


def test_no_file_takes_the_place_of_another_or_of_its_settings(place: Place):
    (place.root / "a.txt").write_text("Mine.")
    (place.root / "a-2.toml").write_text('title = "Mine"')
    assert add_source("a.txt", b"Theirs.", place, WORLD).name == "a-3.txt"
    assert (place.root / "a.txt").read_text() == "Mine."


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../etc/x.txt", "x.txt"),
        ("..\\..\\x.md", "x.md"),
        ("C:\\My notes (final).TXT", "My-notes-final.txt"),
        (".hidden.txt", "hidden.txt"),
        ("????.txt", "text.txt"),
        ("Größe Ü.txt", "Größe-Ü.txt"),
        ("a" * 300 + ".txt", "a" * 80 + ".txt"),
    ],
)
def test_a_name_is_a_plain_one_in_the_folder(place: Place, given: str, name: str):
    path = add_source(given, b"One.", place, WORLD)
    assert (path.parent, path.name) == (place.root, name)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [("a.png", b"x", "no kind that can be read"), ("a", b"x", "no kind"), ("a.txt", b" \n", "nothing in it")],
)
def test_what_cannot_be_read_is_refused(place: Place, name: str, data: bytes, message: str):
    with pytest.raises(UsageError, match=message):
        add_source(name, data, place, WORLD)
    assert list(place.root.iterdir()) == []


def test_a_pasted_text_is_called_by_its_first_words():
    assert (
        name_pasted("\n  The harbour, in 2025: what comes next for it\n\nText")
        == "the-harbour-in-2025-what-comes.txt"
    )
    assert name_pasted("***") == "text.txt"


def test_a_sample_is_copied_with_its_settings(place: Place):
    sample = list_samples(WORLD)[0]
    assert add_sample(sample.name, place, WORLD).read_bytes() == sample.read_bytes()
    with pytest.raises(UsageError, match="no such sample"):
        add_sample("../secret.txt", place, WORLD)


def test_what_was_fetched_keeps_its_encoding_and_its_origin(place: Place):
    fetched = Fetched(b"<p>Gr\xf6\xdfe</p>", "https://a.example/page", "text/html", "latin-1")
    path = add_fetched(fetched, "https://a.example/page", place, WORLD)
    assert (path.name, path.read_bytes()) == ("page.html", fetched.data)
    assert path.with_suffix(".toml").read_text() == 'encoding = "latin-1"\n'
    assert json.loads((place.root / "page.html.json").read_text())["address"] == "https://a.example/page"


def test_nothing_is_put_where_a_link_leads_out_of_the_project(place: Place, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (place.root / "seeds").symlink_to(outside)
    with pytest.raises(UsageError, match="leads out"):
        add_source("a.txt", b"One.", place, WORLD)
    assert list(outside.iterdir()) == []

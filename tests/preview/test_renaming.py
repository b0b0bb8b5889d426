"""A text is renamed or leaves the list with all that belongs to it, and nothing else is touched."""

from pathlib import Path

import pytest

from pressroom.build.plan import Request, make_plan
from pressroom.errors import UsageError
from pressroom.preview.renaming import REMOVED, remove_source, rename_source
from pressroom.project.place import Place, find_default_folder
from pressroom.world import RealWorld

WORLD = RealWorld()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    root = tmp_path / "project"
    (root / "seeds").mkdir(parents=True)
    for name in ("a.html", "a.toml", "a.html.json", "b.txt", "b.md", "b.toml"):
        (root / "seeds" / name).write_text(f"# {name}")
    return Place(root, find_default_folder())


def read_all(place: Place) -> dict[str, str]:
    return {
        path.relative_to(place.root).as_posix(): path.read_text()
        for path in place.root.rglob("*")
        if path.is_file()
    }


def test_what_belongs_to_a_text_gets_its_new_name(place: Place):
    before = read_all(place)
    path = rename_source(place.root / "seeds/a.html", "Ferries in May", place, WORLD)
    assert path.name == "Ferries-in-May.html"
    after = read_all(place)
    for ending in ("html", "toml", "html.json"):
        assert after.pop(f"seeds/Ferries-in-May.{ending}") == before.pop(f"seeds/a.{ending}")
    assert after == before


@pytest.mark.parametrize("place_in", ["seeds", ""])
def test_a_removed_text_is_no_source_and_nothing_is_lost(place: Place, place_in: str):
    folder = place.root / "seeds"
    if not place_in:
        for path in folder.iterdir():
            path.rename(place.root / path.name)
        folder.rmdir()
        folder = place.root
    before = set(read_all(place).values())
    assert remove_source(folder / "a.html", place, WORLD) == place.root / REMOVED / "a.html"
    sources = make_plan(Request(), place, WORLD).sources
    assert {path.name for path in sources} == {"b.txt", "b.md"}
    assert set(read_all(place).values()) == before


def test_texts_of_one_name_are_removed_one_after_another(place: Place):
    names = []
    for words in ("One.", "Two."):
        (place.root / "seeds/c.txt").write_text(words)
        names.append(remove_source(place.root / "seeds/c.txt", place, WORLD).name)
    assert names == ["c.txt", "c-2.txt"]
    assert (place.root / REMOVED / "c.txt").read_text() == "One."


def test_settings_of_two_texts_stay_with_the_other(place: Place):
    rename_source(place.root / "seeds/b.txt", "c", place, WORLD)
    assert (place.root / "seeds/c.toml").read_text() == (place.root / "seeds/b.toml").read_text()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("x.html", "x.html"),
        ("X.HTML", "X.html"),
        ("x.txt", "x.txt.html"),
        ("../../x", "x.html"),
        ("a", "a.html"),
    ],
)
def test_a_text_stays_of_its_kind_and_in_its_folder(place: Place, name: str, found: str):
    path = rename_source(place.root / "seeds/a.html", name, place, WORLD)
    assert path == place.root / "seeds" / found
    assert path.read_text() == "# a.html"


@pytest.mark.parametrize(("name", "message"), [("b", "already"), ("..", "no name"), (" ", "no name")])
def test_a_name_that_is_taken_or_says_nothing_is_refused(place: Place, name: str, message: str):
    (place.root / "seeds/b.html").write_text("Another.")
    before = read_all(place)
    with pytest.raises(UsageError, match=message):
        rename_source(place.root / "seeds/a.html", name, place, WORLD)
    assert read_all(place) == before


def test_a_text_from_elsewhere_stays_where_it_is(place: Place, tmp_path: Path):
    other = tmp_path / "other.txt"
    other.write_text("Mine.")
    linked = place.root / "seeds/linked.txt"
    linked.symlink_to(other)
    for path in (other, linked):
        with pytest.raises(UsageError):
            remove_source(path, place, WORLD)
        with pytest.raises(UsageError):
            rename_source(path, "x", place, WORLD)
    assert other.read_text() == "Mine."
    assert linked.is_symlink()


def test_nothing_goes_where_a_link_leads_out_of_the_project(place: Place, tmp_path: Path):
    (place.root / REMOVED).symlink_to(tmp_path)
    with pytest.raises(UsageError, match="link"):
        remove_source(place.root / "seeds/a.html", place, WORLD)
    assert (place.root / "seeds/a.html").exists()

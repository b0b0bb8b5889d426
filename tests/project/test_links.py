"""Symbolic links in a folder that somebody else made: none of them brings in a file from elsewhere."""

from pathlib import Path

import pytest

from pressroom.cache.recording import RecordingWorld
from pressroom.cache.steps import Steps
from pressroom.circulate.mail import edition
from pressroom.errors import UsageError
from pressroom.pipeline.pictures.fetching import fetch_pictures
from pressroom.project import brand, layers, place, templates
from pressroom.project.files import TRUSTED, leads_out
from pressroom.project.place import Listing, Place
from pressroom.readers import read
from pressroom.readers.common.settings import ReaderSettings
from pressroom.world import MemoryWorld, RealWorld
from tests.making import ROOT
from tests.writers.email.making import PNG

WORLD = RealWorld()
TEXTS = frozenset({".txt", ".csv"})


@pytest.fixture
def here(tmp_path):
    """A folder somebody was given, beside which there is something of theirs."""
    (tmp_path / "given").mkdir()
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "secret.txt").write_text("secret")
    return Place(tmp_path / "given", ROOT)


def link(here: Place, name: str, target: str) -> Path:
    """Put a link into the folder that was given."""
    path = here.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)
    return path


def put(here: Place, name: str, data: bytes = b"x") -> Path:
    """Put a file into the folder that was given."""
    path = here.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_source_over_a_link_is_passed_over(here):
    own, outside = put(here, "a.txt"), link(here, "b.txt", "../own/secret.txt")
    inside, table = link(here, "c.txt", "a.txt"), link(here, "d.csv", str(here.root.parent / "own/x.csv"))
    link(here, "README.txt", "../own/secret.txt")
    assert place.list_texts(here.root, WORLD, TEXTS).sources == (own, inside)
    assert place.list_sources(here, WORLD, TEXTS) == Listing((own, inside), (outside, table))


def test_a_folder_of_links_alone_has_no_sources(here):
    link(here, "b.txt", "../own/secret.txt")
    with pytest.raises(UsageError, match="but 1 that links lead out of it to"):
        place.list_folder(here.root, here, WORLD, TEXTS)
    with pytest.raises(UsageError, match="no sources in"):
        place.list_sources(here, WORLD, TEXTS)


def test_what_is_passed_over_is_said_with_its_cure(here, monkeypatch):
    monkeypatch.chdir(here.root)
    said = str(place.report_passed_over(link(here, "b.txt", "../own/secret.txt"), here))
    assert said == (
        "b.txt: warning: this is a link that leads out of its folder, and is passed over. "
        "Cure: if it is to be made, name it: report make b.txt"
    )


def test_seeds_that_are_elsewhere_are_refused(here):
    link(here, "seeds", "../own")
    with pytest.raises(UsageError, match="leads out of its folder"):
        place.list_sources(here, WORLD, TEXTS)


def test_settings_that_are_elsewhere_are_refused(here):
    (here.root.parent / "own" / "x.toml").write_text('title = "secret"')
    text = put(here, "a.txt")
    link(here, "a.toml", "../own/x.toml")
    with pytest.raises(UsageError, match="leads out of its folder"):
        layers.read_file_layers(text, here, WORLD)
    link(here, "report.toml", "../own/x.toml")
    with pytest.raises(UsageError, match="leads out of its folder"):
        place.find(here.root, WORLD)


@pytest.mark.parametrize("name", ["templates", "templates/memo", "templates/memo/template.toml"])
def test_a_template_that_is_elsewhere_is_refused(here, name):
    for folder in ("own", "own/memo"):
        (here.root.parent / folder / "memo").mkdir(parents=True, exist_ok=True)
        (here.root.parent / folder / "memo" / "template.toml").write_text("description = 'secret'")
    target = {"templates": "own", "templates/memo": "own/memo"}.get(name, "own/memo/template.toml")
    link(here, name, str(here.root.parent / target))
    with pytest.raises(UsageError, match="leads out of its folder"):
        templates.load("memo", here, WORLD)


@pytest.mark.parametrize("name", ["reference.docx", "reference.dotx", "screen.css", "a.j2", "_words.txt"])
def test_a_file_of_a_template_that_is_elsewhere_is_refused(here, name):
    put(here, "templates/memo/template.toml", b"")
    link(here, f"templates/memo/{name}", str(here.root.parent / "own" / "secret.txt"))
    with pytest.raises(UsageError, match="leads out of its folder"):
        templates.load("memo", here, WORLD)


def test_a_brand_and_a_logo_that_are_elsewhere_are_refused(here):
    given = (ROOT / "assets" / "brand.toml").read_bytes()
    file = put(here, "assets/brand.toml", b'logo = "logo.svg"\n' + given.replace(b"\nlogo", b"\n# logo"))
    logo = put(here, "assets/logo.svg", b"<svg/>")
    assert brand.load(here, WORLD)[0].logo
    logo.unlink()
    link(here, "assets/logo.svg", str(here.root.parent / "own" / "secret.txt"))
    with pytest.raises(UsageError, match="leads out of its folder"):
        brand.load(here, WORLD)
    file.rename(here.root.parent / "own" / "brand.toml")
    link(here, "assets/brand.toml", str(here.root.parent / "own" / "brand.toml"))
    with pytest.raises(UsageError, match="leads out of its folder"):
        brand.load(here, WORLD)


def test_a_translation_that_is_elsewhere_is_not_sent(here):
    text = put(here, "a.txt")
    assert edition.find_translation(text, "de", here, WORLD) == text
    link(here, "a.de.txt", "../own/secret.txt")
    with pytest.raises(UsageError, match="leads out of its folder"):
        edition.find_translation(text, "de-AT", here, WORLD)


def test_outputs_go_over_a_link_only_where_that_is_asked_for(here):
    assert here.find_output_folder(None, WORLD) == here.root / "dist"
    dist = link(here, "dist", "../own")
    with pytest.raises(UsageError, match="dist is a link that leads out of this folder") as caught:
        here.find_output_folder(None, WORLD)
    assert caught.value.diagnostic.cure.endswith(f"--out {dist}")
    assert here.find_output_folder(dist, WORLD) == dist


def test_a_link_may_lead_into_a_folder_that_is_trusted(here, monkeypatch):
    file = link(here, "b.txt", "../own/secret.txt")
    assert leads_out(file, here.root, WORLD)
    for trusted in ("/nowhere:" + str(here.root.parent / "own"), "*"):
        monkeypatch.setenv(TRUSTED, trusted)
        assert not leads_out(file, here.root, WORLD)
    monkeypatch.setenv(TRUSTED, str(here.root.parent / "own" / "more"))
    assert leads_out(file, here.root, WORLD)


def test_nothing_is_outside_by_its_name_alone(here):
    put(here, "a/b.txt")
    assert WORLD.is_inside(here.root / "a" / "b.txt", here.root)
    assert WORLD.is_inside(here.root / "a" / ".." / "a" / "b.txt", here.root)
    for outside in (here.root / "..", here.root / "a" / ".." / ".." / "own", Path("/")):
        assert not WORLD.is_inside(outside, here.root)
    link(here, "over", str(here.root))
    assert WORLD.is_inside(here.root / "over" / "a" / "b.txt", here.root / "over")
    made_up = MemoryWorld()
    assert made_up.is_inside(Path("/p/a/b"), Path("/p"))
    assert not made_up.is_inside(Path("/p/../b"), Path("/p"))


def test_a_report_is_made_again_when_its_picture_is_no_longer_elsewhere(here):
    from pressroom.cache.dependencies import are_current, describe_changes

    picture = link(here, "p.png", "../own/p.png")
    (here.root.parent / "own" / "p.png").write_bytes(PNG)
    world = RecordingWorld(WORLD)
    document = read(b"# T\n\n![words](p.png)\n", "a.md", ReaderSettings())
    fetched = fetch_pictures(document, here.root, world, Steps(""))
    assert not fetched.assets
    assert "by a link" in fetched.diagnostics[0].message
    assert are_current(world.dependencies, {})
    picture.unlink()
    put(here, "p.png", PNG)
    assert not are_current(world.dependencies, {})
    assert "p.png no longer leads out of its folder" in "\n".join(describe_changes(world.dependencies, {}))

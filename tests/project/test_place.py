import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from pressroom.errors import UsageError
from pressroom.project import brand, place, scaffold, templates, toml
from pressroom.project.files import TRUSTED
from pressroom.project.place import Listing, Place
from pressroom.world import MemoryWorld, RealWorld
from tests.making import ROOT

HERE = Place(Path("/p"), Path("/default"))
BRAND = (ROOT / "assets" / "brand.toml").read_bytes()


def test_the_project_is_the_nearest_folder_with_settings():
    world = MemoryWorld({"/p/report.toml": b"", "/p/a/b/text.txt": b""})
    assert place.find(Path("/p/a/b"), world).root == Path("/p")
    assert place.find(Path("/q"), world).root == Path("/q")


def test_sources_are_the_readable_visible_files_of_seeds():
    names = ("b.txt", "a.MD", "c.toml", ".hidden.txt", "~lock.txt", "_draft.txt")
    world = MemoryWorld({f"/p/seeds/{name}": b"x" for name in names})
    found = place.list_sources(HERE, world, frozenset({".txt", ".md"}))
    assert [path.name for path in found.sources] == ["a.MD", "b.txt"]


def test_a_folder_without_seeds_has_its_own_texts_as_sources():
    names = ("b.txt", "README.md", "requirements.txt", "Licence.txt", "x.bin")
    world = MemoryWorld({f"/p/{name}": b"x" for name in names} | {"/default/seeds/s.txt": b"x"})
    assert place.list_sources(HERE, world, frozenset({".txt", ".md"})) == Listing((Path("/p/b.txt"),))


def test_a_print_beside_its_text_is_no_source():
    world = MemoryWorld({f"/p/{name}": b"x" for name in ("a.docx", "a.pdf", "b.PDF", "c.pdf", "c.md")})
    found = place.list_texts(Path("/p"), world, frozenset({".docx", ".pdf", ".md"}))
    assert [path.name for path in found.sources] == ["a.docx", "b.PDF", "c.md"]


def test_tables_beside_texts_are_their_data_and_alone_they_are_sources():
    known = frozenset({".csv", ".xlsx", ".pdf", ".md"})
    tables = {f"/p/{name}": b"x" for name in ("a.csv", "b.xlsx", "b.pdf")}
    found = place.list_texts(Path("/p"), MemoryWorld(tables), known)
    assert [path.name for path in found.sources] == ["a.csv", "b.pdf", "b.xlsx"]
    found = place.list_texts(Path("/p"), MemoryWorld({**tables, "/p/c.md": b"x"}), known)
    assert [path.name for path in found.sources] == ["b.pdf", "c.md"]


def test_a_sample_is_told_from_a_text_of_the_project():
    assert place.is_sample(Path("/default/seeds/s.txt"), HERE)
    assert not place.is_sample(Path("/p/s.txt"), HERE)
    assert not place.is_sample(Path("/default/seeds/s.txt"), Place(Path("/default"), Path("/default")))


def test_the_default_project_stands_in_for_a_missing_folder():
    world = MemoryWorld({"/default/seeds/sample.txt": b"x"})
    found = place.list_sources(HERE, world, frozenset({".txt"}))
    assert found == Listing((Path("/default/seeds/sample.txt"),))


def test_no_sources_is_an_error_that_says_what_to_do():
    with pytest.raises(UsageError, match="no sources in seeds"):
        place.list_sources(HERE, MemoryWorld({"/p/seeds/x.bin": b""}), frozenset({".txt"}))


def test_the_own_template_comes_before_the_default_one():
    world = MemoryWorld(
        {
            "/p/templates/memo/template.toml": b"description = 'own'\ncontents = 'never'",
            "/p/templates/memo/report.html.j2": b"own",
            "/default/templates/memo/template.toml": b"description = 'default'",
            "/default/templates/brief/template.toml": b"",
        }
    )
    assert list(templates.list_templates(HERE, world)) == ["brief", "memo"]
    own = templates.load("memo", HERE, world)
    assert (own.description, own.contents, own.folder) == ("own", "never", "templates/memo")
    assert own.files["report.html.j2"] == "own"


TEMPLATE_FAULTS = [
    ({"contents": "'often'"}, "contents = 'often' is unknown"),
    ({"contents_from_pages": "'four'"}, "is no whole number from 0"),
    ({"contents": ""}, "no valid TOML"),
]


@pytest.mark.parametrize(("settings", "message"), TEMPLATE_FAULTS)
def test_wrong_template_settings_are_named(settings, message):
    text = "\n".join(f"{key} = {value}" for key, value in settings.items())
    world = MemoryWorld({"/p/templates/memo/template.toml": text.encode()})
    with pytest.raises(UsageError, match=message) as caught:
        templates.load("memo", HERE, world)
    assert caught.value.diagnostic.where.startswith("templates/memo/template.toml")


def test_an_unknown_template_names_the_nearest():
    world = MemoryWorld({"/p/templates/briefing/template.toml": b""})
    with pytest.raises(UsageError, match="did you mean briefing"):
        templates.load("brefing", HERE, world)
    with pytest.raises(UsageError, match="there are: briefing"):
        templates.load("x", HERE, world)


BASE = {
    "/default/templates/base/template.toml": b"contents = 'never'\ncontents_from_pages = 9",
    "/default/templates/base/report.html.j2": b"base",
    "/default/templates/base/print.css": b"p{color:red}",
    "/default/templates/base/reference.docx": b"docx",
}


def test_a_template_has_what_it_inherits():
    world = MemoryWorld(
        BASE
        | {
            "/p/templates/memo/template.toml": b"inherits = 'base'\ncontents = 'always'",
            "/p/templates/memo/print.css": b"p{color:blue}",
        }
    )
    memo = templates.load("memo", HERE, world)
    assert (memo.contents, memo.contents_from_pages, memo.description) == ("always", 9, "")
    assert memo.files["report.html.j2"] == memo.files["base/report.html.j2"] == "base"
    assert memo.files["print.css"] == "p{color:red}\np{color:blue}"
    assert memo.reference == b"docx"
    assert memo.find_place("report.html.j2") == "/default/templates/base/report.html.j2"
    assert memo.find_place("print.css") == "templates/memo/print.css"
    assert memo.find_place("nothing.j2") == "templates/memo/nothing.j2"


@pytest.mark.parametrize(
    ("inherits", "message"),
    [
        (b"'bse'", "there is no template 'bse'.*did you mean base"),
        (b"'memo'", "leads back to the template itself"),
        (b"3", "inherits = 3 is no name of a template"),
    ],
)
def test_what_is_inherited_must_be_there_and_no_circle(inherits, message):
    world = MemoryWorld(BASE | {"/p/templates/memo/template.toml": b"inherits = " + inherits})
    with pytest.raises(UsageError, match=message) as caught:
        templates.load("memo", HERE, world)
    assert caught.value.diagnostic.where.partition(".toml")[0] == "templates/memo/template"


def test_a_template_file_that_is_not_utf8_is_named():
    world = MemoryWorld({"/p/templates/a/template.toml": b"", "/p/templates/a/report.html.j2": b"\xff"})
    with pytest.raises(UsageError, match=r"report\.html\.j2: error: the file is not UTF-8"):
        templates.load("a", HERE, world)


def test_toml_errors_carry_their_line():
    with pytest.raises(UsageError) as caught:
        toml.parse(b"a = 1\nb = \n", "report.toml")
    assert caught.value.diagnostic.where == "report.toml:2"
    with pytest.raises(UsageError, match="not UTF-8"):
        toml.parse(b"a = '\xff'", "report.toml")


def test_the_house_brand_is_read():
    found = brand.parse_brand(BRAND, "assets/brand.toml")
    assert found.colours.accent == "#12507b"
    assert found.fonts.serif[0] == "Source Serif Pro"
    assert brand.find_logo_name(BRAND, "assets/brand.toml") == ""


def test_the_logo_stands_beside_its_brand():
    data = b'logo = "mark.png"\n' + BRAND.replace(b"logo =", b"# logo =")
    world = MemoryWorld({"/p/assets/brand.toml": data, "/p/assets/mark.png": b"\x89PNG"})
    found, sha256 = brand.load(HERE, world)
    assert (found.logo.name, found.logo.media_type, found.logo.data) == ("mark.png", "image/png", b"\x89PNG")
    other = MemoryWorld({"/p/assets/brand.toml": data, "/p/assets/mark.png": b"\x89PNG2"})
    assert brand.load(HERE, other)[1] != sha256
    with pytest.raises(UsageError, match="no PNG, JPEG or SVG file of the same folder"):
        brand.load(HERE, MemoryWorld({"/p/assets/brand.toml": data.replace(b'"mark.', b'"../mark.')}))


@pytest.mark.parametrize("accent", ["#ffcc00", "#8fd3a8", "#888888"])
def test_a_pale_accent_is_told_with_what_is_printed_instead(accent):
    found = brand.parse_brand(BRAND.replace(b"#12507b", accent.encode()), "assets/brand.toml")
    (said,) = brand.find_changes(found)
    assert (said.rule, said.where) == ("accent-pale", "assets/brand.toml")
    assert accent in said.message
    assert found.colours.accent_text in said.message


@pytest.mark.parametrize("accent", ["#12507b", "#141414", "#000000", "#9c2f1c"])
def test_a_readable_accent_needs_no_word(accent):
    found = brand.parse_brand(BRAND.replace(b"#12507b", accent.encode()), "assets/brand.toml")
    assert brand.find_changes(found) == ()
    assert found.colours.accent_text == found.colours.accent_mark == accent


BRAND_FAULTS = [
    (b'accent = "#12507b"', b'accent = "blue"', "colours.accent"),
    (b'name = "Pressroom"', b"name = 3", "name"),
    (b'serif = ["Source', b'serif = ["url(x);Source', "fonts.serif"),
    (b"[colours]", b"[colors]", "a brand has no colors"),
]


@pytest.mark.parametrize(("old", "new", "key"), BRAND_FAULTS)
def test_a_wrong_brand_entry_is_named(old, new, key):
    assert old in BRAND
    with pytest.raises(UsageError, match=key):
        brand.parse_brand(BRAND.replace(old, new), "assets/brand.toml")


def test_a_new_project_is_whole_and_never_overwrites(tmp_path):
    world = RealWorld()
    written, _ = scaffold.create(tmp_path / "new", world)
    names = {str(path.relative_to(tmp_path / "new")) for path in written}
    assert {"report.toml", "assets/brand.toml", "templates/briefing/report.html.j2"} <= names
    assert templates.load("briefing", place.find(tmp_path / "new", world), world).folder
    with pytest.raises(UsageError, match="not empty"):
        scaffold.create(tmp_path / "new", world)
    with pytest.raises(UsageError, match="there is no template 'mmo'"):
        scaffold.create(tmp_path / "other", world, "mmo")


def test_tables_of_a_toml_file_have_lines():
    data = b'# [[figure]]\na = 1\n[[figure]]\nmark = "bar"\n\n [[ figure ]]\n[[figures]]\n'
    assert toml.find_tables(data, "figure") == (3, 6)


class Shared(MemoryWorld):
    """A machine on which every report.toml belongs to another user."""

    def is_of_others(self, path: Path) -> bool:
        return path in self.files


@pytest.mark.parametrize("trusted", ["", "/elsewhere", "/p/a"])
def test_a_project_of_another_user_is_refused_with_the_way_to_trust_it(trusted):
    world = Shared({"/p/report.toml": b""}, variables={TRUSTED: trusted})
    with pytest.raises(UsageError, match="belongs to another user") as caught:
        place.find(Path("/p/a"), world)
    assert caught.value.diagnostic.cure.endswith("PRESSROOM_TRUSTED=/p")


@pytest.mark.parametrize("trusted", ["/p", "/elsewhere:/p", "*"])
def test_a_project_that_is_trusted_is_used(trusted):
    world = Shared({"/p/report.toml": b""}, variables={TRUSTED: trusted})
    assert place.find(Path("/p/a"), world).root == Path("/p")


def test_files_of_this_user_and_of_the_administrator_are_not_those_of_others(tmp_path, monkeypatch):
    own, stranger = tmp_path / "report.toml", os.getuid() + 1000
    own.touch()
    world = RealWorld()
    assert not world.is_of_others(own)
    assert not world.is_of_others(Path("/"))
    assert not world.is_of_others(tmp_path / "none")
    stat = os.stat
    # of one file alone: while the test runs, other objects of the process may be cleaned up as well
    other = SimpleNamespace(st_uid=stranger)
    monkeypatch.setattr(os, "stat", lambda path, **more: other if path == own else stat(path, **more))
    assert world.is_of_others(own)

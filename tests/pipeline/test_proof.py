"""Confirmations are recorded beside the source, each with what was confirmed, and nowhere else."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pressroom.cache.steps import Steps
from pressroom.errors import UsageError
from pressroom.model.diagnostic import Diagnostic
from pressroom.pipeline.analysis import analyse, find_language, find_numbers
from pressroom.pipeline.proof import Approval, confirm_numbers, make_proof
from pressroom.pipeline.source import Source, load
from pressroom.project.place import Place
from pressroom.project.settings import make_option_layer
from pressroom.world import MemoryWorld
from tests.making import ROOT

TEXT = """The ferry returns

More than 2,300 passengers used the new ferry in May. At least 140 drivers crossed on the first day.

What comes next

A second boat is to sail in June.
"""
SIDECAR = """# of the press office
lang = "en-GB" # never en-US

[[number]]
words = "2,300"
label = "passengers"
"""
PLACE = Place(Path("/p"), Path("/p"))


def make_world(sidecar: str | None = None, text: str = TEXT) -> MemoryWorld:
    files = {"/p/ferry.txt": text.encode()} | ({"/p/ferry.toml": sidecar.encode()} if sidecar else {})
    return MemoryWorld(files, now=datetime(2026, 5, 3, 9, tzinfo=UTC))


def read(world: MemoryWorld, name: str = "ferry.txt") -> Source:
    return load(PLACE.root / name, PLACE, world, make_option_layer({}), Steps("1"))


def confirm(world: MemoryWorld, by: str, *chosen: int) -> list[dict[str, object]]:
    source = read(world)
    numbers = find_numbers(source, find_language(source), Steps("1"))
    confirm_numbers(source, numbers, Approval(by, frozenset(chosen)), PLACE, world)
    return tomllib.loads(sidecar_of(world)).get("confirmed", [])


def sidecar_of(world: MemoryWorld) -> str:
    return world.files[Path("/p/ferry.toml")].decode()


def said(world: MemoryWorld) -> list[Diagnostic]:
    found = analyse(read(world), world, Steps("1")).diagnostics
    return [each for each in found if each.rule in ("confirmation-outdated", "key-numbers-confirmed")]


def test_all_are_confirmed_with_their_sentence_tile_name_and_day():
    world = make_world()
    first, second = confirm(world, "Ann Lee")
    assert [row["words"] for row in (first, second)] == ["2,300", "140"]
    assert first["sentence"] == "More than 2,300 passengers used the new ferry in May."
    assert str(first["tile"]).startswith("more than 2,300 passengers")
    assert (first["by"], first["on"]) == ("Ann Lee", date(2026, 5, 3))
    assert [each.message for each in said(world)] == ["2 of 2 key numbers confirmed by Ann Lee"]


def test_one_is_confirmed_as_the_sheet_counts():
    world = make_world()
    (only,) = confirm(world, "Ann Lee", 2)
    assert only["words"] == "140"
    assert [each.message for each in said(world)] == ["1 of 2 key numbers confirmed by Ann Lee"]


def test_what_stands_in_the_sidecar_stays_byte_for_byte():
    world = make_world(SIDECAR.replace("\n", "\r\n"))
    confirm(world, "Ann Lee")
    assert sidecar_of(world).startswith(SIDECAR.replace("\n", "\r\n") + "\r\n# ")
    once = sidecar_of(world)
    confirm(world, "Ann Lee")
    assert sidecar_of(world) == once
    assert "\n" not in once.replace("\r\n", "")


def test_two_people_may_confirm_one_number_each_once():
    world = make_world()
    confirm(world, "Ann Lee")
    confirm(world, "Ben Roe", 1)
    rows = confirm(world, "Ben Roe", 1)
    assert [(row["words"], row["by"]) for row in rows] == [
        ("2,300", "Ann Lee"),
        ("140", "Ann Lee"),
        ("2,300", "Ben Roe"),
    ]
    assert [each.message for each in said(world)] == ["2 of 2 key numbers confirmed by Ann Lee and Ben Roe"]


def test_a_text_that_changed_is_told_with_its_line_and_confirmed_anew():
    world = make_world()
    confirm(world, "Ann Lee")
    world.files[Path("/p/ferry.txt")] = TEXT.replace("new ferry", "old ferry").encode()
    warning, summary = said(world)
    assert str(warning).startswith(
        "ferry.txt:3: warning: the number '2,300', which Ann Lee confirmed on 2026-05-03"
    )
    assert "report proof ferry.txt --confirm" in warning.cure
    assert summary.message == "1 of 2 key numbers confirmed by Ann Lee"
    rows = confirm(world, "Ben Roe", 1)
    assert [(row["words"], row["by"]) for row in rows] == [("140", "Ann Lee"), ("2,300", "Ben Roe")]
    assert len(said(world)) == 1


def test_a_tile_worded_otherwise_since_is_told():
    world = make_world()
    confirm(world, "Ann Lee")
    entry = '\n[[number]]\nwords = "2,300"\nlabel = "people on board"\n'
    world.files[Path("/p/ferry.toml")] += entry.encode()
    warning, _ = said(world)
    assert "now has the tile “more than 2,300 people on board”" in warning.message


def test_a_number_that_is_gone_is_told_until_all_are_confirmed_anew():
    world = make_world()
    confirm(world, "Ann Lee")
    world.files[Path("/p/ferry.txt")] = TEXT.replace(
        " At least 140 drivers crossed on the first day.", ""
    ).encode()
    warning, _ = said(world)
    assert "'140'" in warning.message
    assert "is no longer in the text" in warning.message
    assert str(warning).startswith("ferry.toml:10: ")
    assert [row["words"] for row in confirm(world, "Ann Lee", 1)] == ["140", "2,300"]
    assert [row["words"] for row in confirm(world, "Ann Lee")] == ["2,300"]


def test_a_number_that_the_editor_hides_is_no_key_number():
    world = make_world()
    confirm(world, "Ann Lee")
    world.files[Path("/p/ferry.toml")] += b'\n[[number]]\nwords = "2,300"\nhide = true\n'
    warning, summary = said(world)
    assert "is no longer among the key numbers" in warning.message
    assert summary.message == "1 of 1 key numbers confirmed by Ann Lee"


def test_a_variant_without_some_sections_is_not_held_against_what_was_confirmed():
    world = make_world()
    confirm(world, "Ann Lee")
    world.files[Path("/p/ferry.toml")] = (
        b'leave_out = ["What comes next"]\n' + world.files[Path("/p/ferry.toml")]
    )
    assert said(world) == []


@pytest.mark.parametrize(("chosen", "message"), [(3, "there is no key number 3"), (99, "no key number 99")])
def test_a_number_that_the_sheet_does_not_have_is_refused(chosen, message):
    world = make_world()
    with pytest.raises(UsageError, match=f"{message}.*from 1 to 2"):
        confirm(world, "Ann Lee", 1, chosen)
    assert set(world.files) == {Path("/p/ferry.txt")}


def test_a_text_without_key_numbers_has_nothing_to_confirm():
    with pytest.raises(UsageError, match="no key numbers to confirm"):
        confirm(make_world(text="Nothing\n\nNothing happened in the harbour.\n"), "Ann Lee")


@pytest.mark.parametrize("name", ["Ann\nLee", "\u202eeeL nnA", "", "\x1b[31mAnn"])
def test_a_name_that_could_not_be_printed_leaves_everything_as_it_was(name):
    world = make_world(SIDECAR)
    with pytest.raises(UsageError, match=r"--by: .*the name of who confirms"):
        confirm(world, name)
    assert sidecar_of(world) == SIDECAR


def test_a_name_with_quotes_comes_back():
    (row, _) = confirm(make_world(), 'Ann "\\" Lee')
    assert row["by"] == 'Ann "\\" Lee'


def test_the_settings_of_the_project_take_no_confirmation():
    world = MemoryWorld({"/p/report.txt": TEXT.encode(), "/p/report.toml": b'lang = "en"\n'})
    source = read(world, "report.txt")
    numbers = find_numbers(source, "en", Steps("1"))
    with pytest.raises(UsageError, match="the file of that name is the text or the project's own"):
        confirm_numbers(source, numbers, Approval("Ann Lee"), PLACE, world)
    assert world.files[Path("/p/report.toml")] == b'lang = "en"\n'


def test_a_sidecar_that_is_a_link_out_of_the_folder_is_refused(tmp_path):
    from pressroom.world import RealWorld

    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "ferry.txt").write_text(TEXT)
    outside = tmp_path / "outside.toml"
    outside.write_text('lang = "en"\n')
    place = Place(folder, folder)
    source = load(folder / "ferry.txt", place, RealWorld(), make_option_layer({}), Steps("1"))
    numbers = find_numbers(source, "en", Steps("1"))
    (folder / "ferry.toml").symlink_to(outside)  # after it was read
    with pytest.raises(UsageError, match="by a link"):
        confirm_numbers(source, numbers, Approval("Ann Lee"), place, RealWorld())
    assert outside.read_text() == 'lang = "en"\n'


def test_a_sidecar_in_a_form_that_cannot_be_kept_is_refused_and_stays():
    entry = '{words = "9", sentence = "x", tile = "9 x", by = "Ann", on = 2026-05-01}'
    text = f"confirmed = [{entry}]\n"
    world = make_world(text)
    with pytest.raises(UsageError, match="cannot be changed here"):
        confirm(world, "Ann Lee")
    assert sidecar_of(world) == text


def test_only_a_sheet_on_paper_has_pages():
    world = make_world()
    world.files[PLACE.root / "assets" / "brand.toml"] = (ROOT / "assets" / "brand.toml").read_bytes()
    made = make_proof(read(world), ("html",), PLACE, world, Steps("1"))
    assert (list(made.outputs), made.pages) == (["proof.html"], 0)

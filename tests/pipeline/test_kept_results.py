"""What is kept from one make is what the next one takes: every step of it, and the same outputs."""

import json
from pathlib import Path

import pytest

from pressroom.cache.steps import Steps
from pressroom.cache.store import Store
from pressroom.cli.main import run
from pressroom.pipeline import report
from pressroom.pipeline.source import load
from pressroom.project.place import Place
from pressroom.project.settings import make_option_layer
from pressroom.world import RealWorld
from tests.making import ROOT

SEEDS = sorted(path for path in (ROOT / "seeds").iterdir() if path.suffix in (".txt", ".md"))
WITHOUT_PICTURES = {"archive-letter", "opening-speech"}
# a text whose settings hold lists, tables, dates and large integers
SETTINGS = f"""---
title: Sheep
author: [A. Writer, B. Writer]
date: 2026-05-03
keywords: [hill, dale]
flock: {2**63 - 1}
figure:
  - mark: bar
    title: Flocks
    data: [{{farm: Hill, sheep: 120}}, {{farm: Dale, sheep: 80}}]
    y: [sheep]
levels: {{Fells: 2}}
---

# Sheep

More than 200 sheep were counted in May 2024, up from 150 a year before.

## Fells

Of them, 40 percent graze there.
"""


def made(source: Path, store: Store) -> tuple[Steps, dict[str, bytes]]:
    place, world = Place(source.parent, ROOT), RealWorld()
    steps = Steps("1", store)
    read = load(source, place, world, make_option_layer({}), steps)
    return steps, dict(report.make(read, ("html",), place, world, steps).outputs)


def check_second_make(source: Path, folder: Path) -> list[str]:
    """Make a source twice with one store; return the steps that the second took from it."""
    store = Store(folder / "store", RealWorld())
    first, before = made(source, store)
    second, after = made(source, store)
    assert (second.made, second.kept, second.damaged) == ([], first.made, [])
    assert after == before
    return second.kept


@pytest.mark.parametrize("source", SEEDS, ids=lambda path: path.name)
def test_a_second_make_takes_every_step_from_the_store(source, tmp_path):
    kept = check_second_make(source, tmp_path)
    assert kept[:3] == ["document", "numbers", "figures"]
    assert set(kept[3:]) <= {"drawing"}
    assert "drawing" in kept or source.stem in WITHOUT_PICTURES


def test_settings_of_any_form_come_back_as_they_were(tmp_path):
    (tmp_path / "sheep.md").write_text(SETTINGS)
    assert "drawing" in check_second_make(tmp_path / "sheep.md", tmp_path)


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / "sheep.md").write_text(SETTINGS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(capfd) -> dict[str, object]:
    assert run(["make", "sheep.md", "--format", "html", "--json"]) == 0
    (found,) = json.loads(capfd.readouterr().out)["outcomes"]
    return found


def test_the_command_says_that_no_step_was_made(project, capfd):
    assert set(make(capfd)["steps"]) == {"document", "numbers", "figures", "drawing"}
    (project / "dist" / "sheep.html").unlink()
    second = make(capfd)
    assert (second["state"], second["steps"], rules(second)) == (
        "made",
        [],
        rules(second) - {"kept-result-damaged"},
    )


@pytest.mark.slow
def test_a_damaged_store_costs_time_and_one_note(project, capfd):
    make(capfd)
    output = project / "dist" / "sheep.html"
    before = output.read_bytes()
    output.unlink()
    for path in (project / "dist" / ".pressroom" / "store" / "results").rglob("?" * 64):
        path.write_bytes(b"{}")
    found = make(capfd)
    assert set(found["steps"]) == {"document", "numbers", "figures", "drawing"}
    assert [each["severity"] for each in found["diagnostics"] if each["rule"] == "kept-result-damaged"] == [
        "note"
    ]
    assert output.read_bytes() == before
    output.unlink()
    assert (make(capfd)["steps"], output.read_bytes()) == ([], before)


def rules(found: dict[str, object]) -> set[str]:
    return {each["rule"] for each in found["diagnostics"]}

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pressroom.check.machine import Finding, State
from pressroom.cli.commands import doctor

GOOD = Finding("Pango", State.OK, "1.50")
BAD = Finding("lxml", State.OLD, "5.0, needs 6.1 or newer", "upgrade it")
EXTRA = Finding("lp", State.MISSING, "only needed to print", "install it", needed=False)


def run(
    monkeypatch: pytest.MonkeyPatch, findings: tuple[Finding, ...], *options: str
) -> tuple[object, str, str]:
    monkeypatch.setattr("pressroom.check.machine.inspect", lambda out: out)
    monkeypatch.setattr("pressroom.check.machine.examine", lambda _machine: findings)
    done = CliRunner().invoke(doctor.command, options, standalone_mode=False)
    assert done.exception is None
    return done.return_value, done.stdout, done.stderr


def test_prints_a_line_for_each_and_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    status, out, err = run(monkeypatch, (GOOD, BAD, EXTRA))
    assert status == 3
    assert out.splitlines() == [
        "ok  Pango  1.50",
        "NO  lxml   too old: 5.0, needs 6.1 or newer",
        "           Cure: upgrade it",
        "--  lp     missing: only needed to print",
        "           Cure: install it",
    ]
    assert err == "Something needed is missing.\n"


def test_all_well_though_something_optional_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    status, _, err = run(monkeypatch, (GOOD, EXTRA))
    assert status == 0
    assert err == "All that is needed is here.\n"


def test_json_is_one_object_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    status, out, err = run(monkeypatch, (GOOD, BAD), "--json")
    assert status == 3
    assert err == ""
    data = json.loads(out)
    assert data["well"] is False
    assert data["findings"][1] == {
        "name": "lxml",
        "state": "too old",
        "detail": "5.0, needs 6.1 or newer",
        "cure": "upgrade it",
        "needed": True,
    }


def test_looks_at_the_folder_that_make_would_write_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr("pressroom.check.machine.inspect", asked.append)
    monkeypatch.setattr("pressroom.check.machine.examine", lambda _machine: (GOOD,))
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(doctor.command, (), standalone_mode=False)
    CliRunner().invoke(doctor.command, ("--out", "elsewhere"), standalone_mode=False)
    assert asked == [tmp_path / "dist", tmp_path / "elsewhere"]

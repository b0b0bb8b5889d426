"""Web addresses as sources of report make."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pressroom.cli.main import run
from pressroom.download import connect as connecting
from tests.download.serving import serving

PAGE = b"<!DOCTYPE html><html><body><h1>Boats</h1><p>All boats are back by the evening.</p></body></html>"
HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    monkeypatch.setattr(connecting, "getproxies", dict)
    return tmp_path


@pytest.mark.slow
def test_a_page_is_fetched_once_kept_and_made(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving({"/news/boats": (200, HTML, PAGE)}) as (base, asked):
        assert run(["make", f"{base}/news/boats", "--format", "html", "--out", "out"]) == 0
    assert asked == ["/news/boats"]
    said = capsys.readouterr().err
    assert f"fetching {base}/news/boats, once" in said
    assert (folder / "out" / "sources" / "boats.html").read_bytes() == PAGE
    record = json.loads((folder / "out" / "sources" / "boats.html.json").read_bytes())
    assert record["address"] == f"{base}/news/boats"
    assert b"All boats are back" in (folder / "out" / "boats.html").read_bytes()


def test_an_address_that_fails_makes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving({}) as (base, _):
        assert run(["make", f"{base}/gone", "--out", "out"]) == 1
    said = capsys.readouterr().err
    assert "404" in said
    assert "Cure:" in said
    assert not (folder / "out").exists()


def test_a_dry_run_fetches_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving({}) as (base, asked):
        assert run(["make", f"{base}/x", "--dry-run"]) == 2
    assert asked == []
    assert "--dry-run" in capsys.readouterr().err

"""Libraries imported with and without what speeds them up make the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pressroom.loading.kept import keep, locate_folder, read_kept

MAKE = """
import hashlib, sys
if sys.argv[1] == "with":
    from pressroom.loading import install
    install()
import weasyprint
page = "<p lang=en style='hyphens:auto;width:3em;font-variant:small-caps'>Extraordinary affairs &amp; words"
print(hashlib.sha256(weasyprint.HTML(string=page).write_pdf()).hexdigest())
print(*sorted(name for name in ("cffi", "fontTools.subset") if name in sys.modules))
"""


def make(how: str, cache: Path) -> list[str]:
    """Return the hash of a PDF and the modules that were loaded, from a process of its own."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    ended = subprocess.run(
        [sys.executable, "-P", "-c", MAKE, how], env=environment, capture_output=True, text=True, check=True
    )
    assert ended.stderr == ""
    return ended.stdout.splitlines()


def test_the_same_bytes_with_and_without(tmp_path: Path) -> None:
    own, loaded = make("without", tmp_path / "none")
    assert loaded == "cffi fontTools.subset"
    assert not (tmp_path / "none").exists()
    first, _ = make("with", tmp_path / "cache")
    second, loaded = make("with", tmp_path / "cache")
    assert own == first == second
    assert loaded == ""  # taken from where they are kept
    assert {each.name.partition("-")[0] for each in tmp_path.glob("cache/*/*/*")} == {"cffi"}


def test_what_cannot_be_used_leads_to_the_own_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own, _ = make("without", tmp_path)
    make("with", tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    kept = next(each.name for each in Path(locate_folder()).iterdir() if each.name.startswith("cffi"))
    held = read_kept(kept)
    assert isinstance(held, dict)
    for wrong in ({**held, "_version": 1}, {"unknown": 1}, {}, ()):
        keep(kept, wrong)
        assert make("with", tmp_path)[0] == own


def test_a_cache_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert make("with", tmp_path / "file")[0] == make("without", tmp_path)[0]

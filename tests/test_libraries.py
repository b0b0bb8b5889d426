from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pressroom import libraries
from pressroom.libraries import (
    LIBRARIES,
    SystemLibrary,
    commands,
    loads,
    main,
    missing,
    packages,
    pango_version,
)

ABSENT = SystemLibrary("Absent", ("libno-such-thing.so.0",), "libno-such-thing0")


def test_tells_a_library_that_loads_from_one_that_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "LIBRARIES", (*LIBRARIES, ABSENT))
    assert missing() == (ABSENT,)
    assert not loads(ABSENT)


def test_names_a_package_once() -> None:
    assert packages(LIBRARIES) == ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")


def test_pango_tells_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (1, 44) <= pango_version() < (3,)
    monkeypatch.setattr(libraries, "LIBRARIES", (SystemLibrary("Pango", ABSENT.files, "pango"),))
    assert pango_version() == ()


def test_the_libraries_are_those_that_weasyprint_opens(clone: Path) -> None:
    from weasyprint.text import ffi

    source = Path(ffi.__file__).read_text(encoding="utf-8")
    for library in LIBRARIES:
        for file in library.files:
            assert f"'{file}'" in source


def test_prints_packages_for_bootstrap(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(libraries, "LIBRARIES", (ABSENT,))
    main([])
    assert capsys.readouterr().out == "libno-such-thing0\n"
    main(["one", "two"])
    printed = capsys.readouterr().out
    for system, command in commands(["one", "two"]):
        assert system in printed
        assert command in printed
    assert "sudo apt-get install -y one two" in printed


def test_runs_before_anything_is_installed() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", libraries.__file__], capture_output=True, text=True, check=True
    )
    assert done.stdout == "\n"

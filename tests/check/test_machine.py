from __future__ import annotations

import dataclasses
import re
import tomllib
from pathlib import Path

import pytest

from pressroom import libraries
from pressroom.check import machine
from pressroom.check.machine import PACKAGES, PROGRAMS, Machine, State, examine, inspect, is_well
from pressroom.sandbox.restrict import Restrictions, find_restrictions
from tests.making import ROOT

FINE = Machine(
    python=(3, 11, 2),
    packages=dict(PACKAGES),
    libraries=(),
    pango=(1, 50, 12),
    fonts=(),
    programs={name: f"/usr/bin/{name}" for name, *_ in PROGRAMS},
    out="/reports/dist",
    refusal="",
    restrictions=Restrictions(files=True, sockets=True, calls=True),
)


def test_nothing_to_mend() -> None:
    findings = examine(FINE)
    assert is_well(findings)
    assert {finding.state for finding in findings} == {State.OK}
    assert all(not finding.cure for finding in findings)
    names = [finding.name for finding in findings]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("change", "name", "state", "cure"),
    [
        ({"python": (3, 10, 9)}, "Python", State.OLD, "3.11"),
        ({"packages": {**PACKAGES, "lxml": "5.4.0"}}, "lxml", State.OLD, "upgrade"),
        ({"packages": {**PACKAGES, "pillow": None}}, "pillow", State.MISSING, "script/bootstrap"),
        ({"pango": (1, 42, 0)}, "Pango", State.OLD, "release"),
        ({"fonts": ("SourceSerifPro-It.ttf",)}, "fonts", State.MISSING, "again"),
        ({"refusal": "Read-only file system"}, "output folder", State.CLOSED, "--out"),
    ],
)
def test_what_is_needed_and_not_well(change: dict[str, object], name: str, state: State, cure: str) -> None:
    findings = examine(dataclasses.replace(FINE, **change))
    assert not is_well(findings)
    [bad] = [finding for finding in findings if finding.state is not State.OK]
    assert (bad.name, bad.state, bad.needed) == (name, state, True)
    assert cure in bad.cure
    assert bad.detail


@pytest.mark.parametrize(
    ("field", "name", "cure"),
    [("files", "files", "Landlock"), ("sockets", "network", "seccomp"), ("calls", "system calls", "seccomp")],
)
def test_a_restriction_that_the_system_does_not_offer_is_told_and_not_needed(
    field: str, name: str, cure: str
) -> None:
    restrictions = dataclasses.replace(FINE.restrictions, **{field: False})
    findings = examine(dataclasses.replace(FINE, restrictions=restrictions))
    assert is_well(findings)
    [bad] = [finding for finding in findings if finding.state is not State.OK]
    assert (bad.name, bad.state) == (name, State.UNHELD)
    assert cure in bad.cure


def test_this_machine_is_asked_what_it_holds(tmp_path: Path) -> None:
    assert inspect(tmp_path).restrictions == find_restrictions()


@pytest.mark.parametrize("library", libraries.LIBRARIES, ids=lambda library: library.name)
def test_each_library_has_its_commands(library: libraries.SystemLibrary) -> None:
    findings = examine(dataclasses.replace(FINE, libraries=(library,)))
    assert not is_well(findings)
    [bad] = [finding for finding in findings if finding.state is not State.OK]
    assert bad.name == library.name
    assert f"sudo apt-get install -y {library.package}" in bad.cure
    assert "sudo dnf install -y pango" in bad.cure
    assert "brew install pango" in bad.cure


@pytest.mark.parametrize("name", [name for name, *_ in PROGRAMS])
def test_pressroom_can_do_without_programs(name: str) -> None:
    findings = examine(dataclasses.replace(FINE, programs={**FINE.programs, name: None}))
    assert is_well(findings)
    [bad] = [finding for finding in findings if finding.state is not State.OK]
    assert (bad.name, bad.state, bad.needed) == (name, State.MISSING, False)
    assert "apt-get install" in bad.cure


@pytest.mark.parametrize(
    ("installed", "state"),
    [
        ("6.1.0", State.OK),
        ("6.1", State.OK),
        ("6.1.0.post1", State.OK),
        ("6.10", State.OK),
        ("7.0rc1", State.OK),
        ("6.0.9", State.OLD),
        ("6", State.OLD),
        ("6.1.dev0", State.OK),
        ("unknown", State.OLD),
    ],
)
def test_versions_are_compared_as_numbers(installed: str, state: State) -> None:
    findings = examine(dataclasses.replace(FINE, packages={**PACKAGES, "lxml": installed}))
    assert [finding.state for finding in findings if finding.name == "lxml"] == [state]


def test_each_package_that_is_asked_for_has_a_lowest_version_that_is_no_lower() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    bounds = [re.fullmatch(r"([\w-]+)(?:\[\w+\])?(?:[>=]=([\d.]+))?", each) for each in asked]
    lowest = {bound[1]: bound[2] for bound in bounds if bound and bound[2]}
    assert len(lowest) == sum("=" in each for each in asked)

    def parts(version: str) -> list[int]:
        return [int(part) for part in (*version.split("."), *"00")][:3]

    low = [name for name in lowest if parts(PACKAGES.get(name, "0")) < parts(lowest[name])]
    assert low == []


def test_this_machine_is_fit(tmp_path: Path) -> None:
    findings = examine(inspect(tmp_path / "not" / "yet" / "dist"))
    assert is_well(findings), [finding for finding in findings if finding.state is not State.OK]
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_output_folder(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("in the way")
    seen = inspect(tmp_path / "dist")
    assert seen.refusal
    assert not is_well(examine(seen))


def test_sees_what_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(machine, "PACKAGES", {"no-such-package": "1"})
    monkeypatch.setattr("pressroom.fonts.SCRIPT_FAMILIES", {})
    monkeypatch.setattr("pressroom.fonts.FAMILIES", {"No Such Font": ("no_such_font", "NoSuchFont")})
    monkeypatch.setattr("shutil.which", lambda _name: None)
    from pressroom.fonts import font_files

    font_files.cache_clear()
    try:
        seen = inspect(tmp_path)
    finally:
        font_files.cache_clear()
    assert seen.packages == {"no-such-package": None}
    assert "no_such_font" in seen.fonts[0]
    assert set(seen.programs.values()) == {None}

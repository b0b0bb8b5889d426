"""What goes out with a release: its bill of materials, the licences, a wheel that can be made again."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PINS = set(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "requirements.txt").read_text(), re.MULTILINE))
BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"


def run_sbom(*options: str, **variables: str) -> str:
    command = [sys.executable, "-I", ROOT / "script" / "sbom", *options]
    environment = {**os.environ, **variables}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_the_bill_of_materials_names_every_package_of_the_lock_with_its_licence() -> None:
    bom = json.loads(run_sbom(SOURCE_DATE_EPOCH="86400"))
    assert (bom["bomFormat"], bom["specVersion"]) == ("CycloneDX", "1.6")
    assert bom["metadata"]["timestamp"] == "1970-01-02T00:00:00Z"
    components = {(each["name"], each["version"]): each for each in bom["components"]}
    assert set(components) == PINS
    assert [name for name, each in components.items() if not each.get("licenses")] == []
    assert all(each["properties"] for each in components.values())


def test_the_bill_of_materials_is_the_same_each_time() -> None:
    assert run_sbom() == run_sbom()


def test_the_page_of_licences_is_that_of_the_lock() -> None:
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    assert page == run_sbom("--table"), "python script/sbom --table > docs/licences.md"


@pytest.mark.slow
def test_a_wheel_has_the_same_bytes_wherever_and_whenever_it_is_built(tmp_path: Path) -> None:
    built = []
    for name in ("one", "another"):
        clone = tmp_path / name / "clone"
        for part in ("src", "seeds", "templates", "assets"):
            shutil.copytree(ROOT / part, clone / part, ignore=shutil.ignore_patterns("__pycache__"))
        for part in ("pyproject.toml", "README.md", "LICENSE"):
            shutil.copy(ROOT / part, clone)
            os.utime(clone / part, (len(built) * 1e9,) * 2)
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "TZ": f"UTC-{len(built)}"}
        command = [sys.executable, "-c", BUILD, str(tmp_path / name)]
        done = subprocess.run(command, cwd=clone, env=environment, capture_output=True, text=True, check=True)
        built.append((tmp_path / name / done.stdout.split()[-1]).read_bytes())
    assert built[0] == built[1]

"""docs/extending.md and docs/templates.md, done: each section's files are written, its commands run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("extending.md", "templates.md")
PAGE = "\n".join((ROOT / "docs" / name).read_text(encoding="utf-8") for name in PAGES)
FENCE = re.compile(r"^(?P<marks>`{3,})(?P<language>\w*)\n(?P<text>.*?)^(?P=marks)$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^`([^`]+)`:$", re.MULTILINE)
FOLDERS = ("src", "templates", "assets", "seeds", "docs", "benchmarks", "tests")
COMMANDS = {
    "report": '"{python}" -m pressroom "$@"',
    "python": '"{python}" "$@"',
    "pip": '"{python}" -m pip "$1" --quiet --disable-pip-version-check --no-index --no-deps '
    '--no-build-isolation --target "{tree}/installed" "$2"',
    "script/test": '"{python}" -m pytest -p no:cacheprovider "$@"',
}


@dataclass(frozen=True)
class Step:
    """A block of the page: what it is (its language), the file that it belongs to, its text."""

    language: str
    file: str
    text: str


def sections() -> dict[str, list[Step]]:
    """Return the steps of each section of the page, by its heading."""
    parts = re.split(r"^## (.+)\n", PAGE, flags=re.MULTILINE)
    return {title: list(_steps(text)) for title, text in zip(parts[1::2], parts[2::2], strict=True)}


def _steps(text: str) -> Iterator[Step]:
    file, end = "", 0
    for block in FENCE.finditer(text):
        named = FILE.findall(text[end : block.start()])
        file = named[-1] if named else (file if block["language"] == "diff" else "")
        end = block.end()
        yield Step(block["language"], file, block["text"])


# without what a pool of earlier tests may have set: the steps run from a folder that holds their modules
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"}


class Tree:
    """A copy of the source tree in which a section is carried out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.printed = ""
        for name in FOLDERS:
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", folder)
        for name, command in COMMANDS.items():
            path = folder / ("" if "/" in name else "bin") / name
            path.parent.mkdir(exist_ok=True)
            path.write_text("#!/bin/sh\nexec " + command.format(python=sys.executable, tree=folder) + "\n")
            path.chmod(0o755)

    def do(self, step: Step) -> None:
        """Carry out one step."""
        match step.language:
            case "sh":
                self.printed = ""
                for line in step.text.splitlines():
                    self.run(line)
            case "output":
                printed = " ".join(self.printed.split())
                for line in step.text.splitlines():
                    assert line in printed, f"{line!r} is not in:\n{self.printed}"
            case "diff":
                self.change(step.file, step.text)
            case _:
                assert step.file, f"no file is named for this block:\n{step.text}"
                path = self.folder / step.file
                assert not path.exists(), f"{step.file} is there already"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(step.text, encoding="utf-8")

    def change(self, file: str, diff: str) -> None:
        """Change a file by a diff without line numbers; what it takes away stands there exactly once."""
        lines = diff.splitlines()
        old = "".join(f"{line[1:]}\n" for line in lines if line[0] in " -")
        new = "".join(f"{line[1:]}\n" for line in lines if line[0] in " +")
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"docs/extending.md is out of date: {file} does not have once\n{old}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def run(self, line: str) -> None:
        path = f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
        imported = f"{self.folder / 'src'}{os.pathsep}{self.folder / 'installed'}"
        done = subprocess.run(
            ["/bin/sh", "-c", line],
            cwd=self.folder,
            env={**_ENVIRONMENT, "PATH": path, "PYTHONPATH": imported},
            capture_output=True,
            text=True,
            check=False,
        )
        self.printed += done.stdout + done.stderr
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"


def test_the_code_of_the_page_is_in_our_style(tmp_path: Path) -> None:
    for number, step in enumerate(step for steps in sections().values() for step in steps):
        if step.language == "python" and not step.file.startswith("tests/"):
            (tmp_path / f"block_{number}.py").write_text(step.text, encoding="utf-8")
    config = ["--config", str(ROOT / "pyproject.toml")]
    for command in (["check", "--quiet"], ["format", "--check"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, *config, "."],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout


@pytest.mark.slow
@pytest.mark.timeout(300)  # several processes, each of which starts Pressroom anew
@pytest.mark.parametrize("title", [title for title, steps in sections().items() if steps])
def test_the_steps_of_the_page_work(title: str, tmp_path: Path) -> None:
    tree = Tree(tmp_path)
    steps = sections()[title]
    for step in steps:
        tree.do(step)
    assert any("report make" in step.text for step in steps)
    made = [path.name for path in (tmp_path / "dist").iterdir() if path.is_file()]
    assert made

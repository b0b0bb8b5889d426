"""docs/architecture.md is true, and every name of the code that the manual mentions exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture_page import COMMAND, PAGE, definition, written
from tests.import_graph import ROOT, TOP

PAGES = [*sorted(ROOT.glob("docs/**/*.md")), ROOT / "CONTRIBUTING.md", ROOT / "README.md"]
NAME = re.compile(rf"`({TOP}(?:\.\w+)+)[`(]")
FOLDERS = "src|tests|docs|script|benchmarks|templates|assets|seeds"
FILE = re.compile(rf"`((?:{FOLDERS})/[\w./-]*)`")
ADDED = re.compile(r"^`([^`]+)`:$", re.MULTILINE)  # the files that a page writes
WRITING = ("extending.md", "templates.md")


def test_the_page_is_what_the_code_says() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == written(page), f"run {COMMAND}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_names_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    added = set(ADDED.findall(text)) if page.name in WRITING else set()
    assert [name for name in NAME.findall(text) if definition(name) is None] == []
    assert [name for name in FILE.findall(text) if name not in added and not (ROOT / name).exists()] == []


def test_a_name_is_looked_up_where_it_is_defined() -> None:
    assert definition("pressroom.readers.read") is not None
    assert definition("pressroom.numbers.find") is not None
    assert definition("pressroom.figures.FIGURE_KINDS") is not None
    for name in ("pressroom.nothing", "pressroom.readers.nothing", "pressroom.world.World.nothing"):
        assert definition(name) is None

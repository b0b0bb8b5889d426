"""The texts that are printed: as Pressroom gets them, and as Markdown that every other program reads."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ARTICLE, PLAN = ROOT / "seeds" / "border-brief.txt", ROOT / "seeds" / "heat-plan.md"
WORDS_A_PAGE = 420  # as Pressroom sets them
TABLES = 40
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_BLOCKS = re.compile(r"^```.*?^```\n", re.DOTALL | re.MULTILINE)
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


@dataclass(frozen=True, slots=True)
class Text:
    """A text: the file that Pressroom gets, the same as Markdown, its headings and its different numbers."""

    name: str
    source: Path
    markdown: Path
    headings: int
    numbers: frozenset[str]


def make_texts(folder: Path, environment: Mapping[str, str]) -> list[Text]:
    """Write all texts into a folder."""
    plan = _FRONT.sub("", PLAN.read_text(encoding="utf-8"))
    body = _BLOCKS.sub("", plan)  # charts, which the others would print as code
    paragraphs = [each for each in body.split("\n\n") if re.match(r"[A-Z]", each) and len(each) > 150]
    return [
        _make(folder, "article", _mark_headings(ARTICLE, environment), ARTICLE),
        _make(folder, "prose", _make_prose(body)),
        _make(folder, "heat plan", _add_title("Keeping a city cool", body), PLAN),
        _make(folder, f"{TABLES} tables", _make_tables()),
        _make(folder, "100 pages", _make_long(100, paragraphs)),
        _make(folder, "300 pages", _make_long(300, paragraphs)),
        _make(folder, "500 pages", _make_long(500, paragraphs)),
    ]


def list_numbers(text: str) -> frozenset[str]:
    """Return the different numbers of a text, without the signs that part thousands or end a sentence."""
    return frozenset(found.rstrip(".,").replace(",", "") for found in _NUMBER.findall(text))


def _make(folder: Path, name: str, markdown: str, source: Path | None = None) -> Text:
    path = folder / name.replace(" ", "-") / "text.md"
    path.parent.mkdir(parents=True)
    path.write_text(markdown, encoding="utf-8")
    body = _FRONT.sub("", markdown)
    headings = len(re.findall(r"^#+ ", body, re.MULTILINE))
    return Text(name, source or path, path, headings, list_numbers(body))


def _add_title(title: str, body: str) -> str:
    return f'---\ntitle: "{title}"\nlang: en-GB\n---\n\n{body.lstrip()}'


def _mark_headings(path: Path, environment: Mapping[str, str]) -> str:
    """Return a plain text as Markdown, with the headings marked that Pressroom finds in it."""
    command = [sys.executable, "-P", "-m", "pressroom", "outline", str(path), "--json"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    lines = path.read_text(encoding="utf-8").splitlines()
    for line, level in _list_headings(json.loads(done.stdout)):
        lines[line - 1] = f"\n{'#' * level} {lines[line - 1]}\n"
    return _add_title(lines[0].strip("# \n"), "\n".join(lines[1:]))


def _list_headings(found: object) -> list[tuple[int, int]]:
    """Return line and level of each heading of an outline, whatever else stands in it."""
    headings: list[tuple[int, int]] = []
    if isinstance(found, dict):
        if isinstance(found.get("line"), int) and isinstance(found.get("level"), int):
            headings.append((found["line"], found["level"]))
        for each in found.values():
            headings += _list_headings(each)
    if isinstance(found, list):
        for each in found:
            headings += _list_headings(each)
    return headings


def _make_prose(body: str) -> str:
    """Return what a text says without a number: nothing is drawn of it."""
    plain = [each for each in body.split("\n\n") if re.match(r"[A-Z#]", each) and not re.search(r"\d", each)]
    return _add_title("Keeping a city cool", "\n\n".join(plain) + "\n")


def _make_long(pages: int, paragraphs: list[str]) -> str:
    """Return a text of about so many pages: chapters of four sections, in the words of the heat plan."""
    parts, words, number = [], 0, 0
    while words < pages * WORDS_A_PAGE:
        if number % 20 == 0:
            parts.append(f"# Chapter {number // 20 + 1}")
        if number % 5 == 0:
            parts.append(f"## District {number // 5 + 1}")
        paragraph = paragraphs[(number * 7) % len(paragraphs)]
        parts.append(f"{paragraph} District {number // 5 + 1} had {1000 + number * 37:,} residents.")
        words += len(parts[-1].split())
        number += 1
    return _add_title(f"A report of {pages} pages", "\n\n".join(parts) + "\n")


def _make_tables() -> str:
    """Return a text of tables with twelve rows and five columns each."""
    parts = []
    for number in range(1, TABLES + 1):
        rows = [
            f"| Ward {row} | "
            + " | ".join(f"{number * row * column + 17:,}" for column in range(2, 6))
            + " |"
            for row in range(1, 13)
        ]
        parts.append(f"## Area {number}\n\nThe counts of area {number} for four years.\n")
        parts.append(
            "| Ward | 2022 | 2023 | 2024 | 2025 |\n|:-----|-----:|-----:|-----:|-----:|\n"
            + "\n".join(rows)
            + "\n"
        )
    return _add_title(f"{TABLES} tables", "\n".join(parts))

"""Whole small texts of many kinds: their outline, their blocks, and nothing lost."""

from __future__ import annotations

import json
import lzma
import random
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.readers.text.covering import outline, shapes
from tests.readers.text.reading import assert_whole, read
from tests.shared import SHARED

DEV = SHARED / "benchmarks" / "sections" / "dev.jsonl.xz"
ARTICLE = SHARED / "seeds" / "article.txt"
SAMPLES = Path(__file__).parent / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_samples(name: str) -> None:
    document = read((SAMPLES / f"{name}.txt").read_bytes().decode())
    expected = (SAMPLES / f"{name}.outline").read_text(encoding="utf-8").splitlines()
    assert outline(document) == expected


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not at hand")
def test_the_article_has_its_six_headings() -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    document = read(text)
    lines = text.splitlines()
    short = [line for line in lines if len(line) < 80]
    assert len(short) == 6
    assert outline(document) == [f"= {short[0]}", *short[1:]]
    assert set(shapes(document)) == {"body"}
    assert all(section.heading.level_guessed for section in document.sections)


@pytest.mark.skipif(not DEV.exists(), reason="the sections benchmark is not at hand")
def test_nothing_of_the_benchmark_is_lost() -> None:
    with lzma.open(DEV, "rt") as file:
        records = [json.loads(line)["text"] for line in file]
    for text in random.Random(7).sample(records, 220):
        assert_whole(text)


ATOMS = [
    "Heading Here",
    "1. ",
    "1.1 Foo",
    "(a) ",
    "- ",
    "* item",
    "\t",
    "    ",
    "  ",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\x0c",
    "> ",
    ">> q",
    "",
    " a ",
    " b ",
    "",
    "",
    "",
    "---",
    "---",
    "",
    "",
    "---",
    "====",
    "~~~",
    "```",
    "a\tb",
    "Key: value",
    "Author: A B",
    "[1] note",
    "text [1] more.",
    "“quoted text here all of it”",
    "Page 3",
    "3",
    "Contents",
    "Foo ..... 3",
    "Table 1. Cap",
    "Dear Sir,",
    "Yours sincerely,",
    "By John Smith",
    "3 May 2024",
    "\xad",
    "\xa0",
    "word-\n",
    "\u200b",
    "I. ",
    "A. b",
    "+---+",
    "long words go on and on until the line is full",
    "\ufeff",
    "Name   Value   More",
    "x     1     2",
    "-- Someone",
    "[^x]: note",
    "•",
    "o Item",
    "☐ task",
    "[ ] task",
    "\x85",
    "\x1c",
    "\u2028",
    "\x0b",
    "Note: x",
]


@settings(max_examples=250, deadline=None)
@example([("(a) \n\n\ufeff\n\nI. \n  \nBy John Smith", "\n\n")])
@example([("- \n\n--- [ ] task-- Someone\n\n\n- \n\xad\n\r", "\n")])
@example([("•\n\nPage 3\n\n• \n\n---   ```Contents\nNote: x ", "")])
@example([("Page 3\n    \nBy John Smith Yours sincerely,\xad\n\n\ufeff\nword-\n\u200b", " ")])
@example([("Heading Here", "\n"), ("1. ", ""), ("\n", " "), ("Heading Here", "\n"), ("1. ", "\n")])
@given(st.lists(st.tuples(st.sampled_from(ATOMS), st.sampled_from(["", "\n", " ", "\n\n"])), max_size=30))
def test_nothing_of_a_made_text_is_lost(parts: list[tuple[str, str]]) -> None:
    assert_whole("".join(atom + end for atom, end in parts))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_nothing_of_any_text_is_lost(text: str) -> None:
    assert_whole(text)


def test_empty_text_is_an_empty_document() -> None:
    document = read("")
    assert (document.title, document.blocks, document.sections) == (None, (), ())
    assert read(" \n\t\n").blocks == ()

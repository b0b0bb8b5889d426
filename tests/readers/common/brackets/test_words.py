"""The words of lines in brackets: every language has all of them, and docs/writing.md tells them truly."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from pressroom import readers
from pressroom.compose.references import KINDS
from pressroom.model.document import Callout, Divider, Image, Landscape
from pressroom.readers.common.brackets.lines import CALLOUTS, read_bracket_line
from pressroom.readers.common.brackets.words import WORDS
from pressroom.readers.common.settings import ReaderSettings
from pressroom.translations import LANGUAGES, VARIANTS, translate

CODES = sorted({*LANGUAGES, *VARIANTS})
PAGE = Path(__file__).parents[4] / "docs" / "writing.md"


def read_table() -> dict[str, list[str]]:
    """The rows of the table in docs/writing.md by their code, without the language's name."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("| language |"))
    found = {}
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        name, *cells = (cell.strip() for cell in line.strip("|").split("|"))
        found[name.rpartition("`")[0].rpartition("`")[2]] = [cell.strip("`") for cell in cells]
    return found


def test_every_language_of_reports_has_the_words() -> None:
    assert sorted(WORDS) == CODES
    for code, words in WORDS.items():
        for field in dataclasses.fields(words):
            if not field.name.startswith("end"):
                assert getattr(words, field.name), (code, field.name)
        assert words.end or words.end_behind, code


@pytest.mark.parametrize("code", CODES)
def test_the_table_of_the_documentation_is_what_is_understood(code: str) -> None:
    page, landscape, upright, box, closed, marking, picture, kinds = read_table()[code]
    asked = [read_bracket_line(f"[{words}]") for words in (page, landscape, upright, box, closed)]
    assert [(each.kind, each.name) for each in asked if each] == [
        ("page", ""),
        ("landscape", ""),
        ("end", "landscape"),
        ("box", "box"),
        ("end", "box"),
    ]
    said = read_bracket_line(f"[{marking}: GEHEIM]")
    assert said is not None
    assert (said.kind, said.words) == ("marking", "GEHEIM")
    assert picture in WORDS[code].picture.split("|")
    for word, kind in zip(kinds.split(", "), ("figure", "table", "section"), strict=True):
        assert kind in KINDS
        assert word in translate(f"refer_{kind}", code).casefold().split("|")


@pytest.mark.parametrize("code", CODES)
def test_all_of_it_works_in_a_text_of_the_language(code: str) -> None:
    page, landscape, upright, box, closed, _, picture, _ = read_table()[code]
    text = (
        "A plan\n\nThe harbour is to have two new berths by 2028, which costs a lot.\n\n"
        f"[{page}]\n\n[{landscape}]\n\nSome words are here.\n\n[{upright}]\n\n"
        f"[{box}: Who]\n\nAnn was asked.\n\n[{closed}]\n\n[{picture}: port.jpg]\n\nMore words are here.\n"
    )
    document = readers.read(text.encode(), "text.txt", ReaderSettings())
    laid_out = (Callout, Divider, Image, Landscape)
    assert [type(block) for block in document.blocks if isinstance(block, laid_out)] == [
        Divider,
        Landscape,
        Callout,
        Image,
    ]
    assert [each.message for each in document.diagnostics if each.rule == "bracket-line"] == []


def test_no_word_means_two_things() -> None:
    kinds = ("page", "landscape", "portrait", "box", "marking")
    seen: dict[str, str] = dict.fromkeys(CALLOUTS, "callout")
    for words in WORDS.values():
        for kind in kinds:
            for word in getattr(words, kind).split("|"):
                assert seen.setdefault(word, kind) == kind, word

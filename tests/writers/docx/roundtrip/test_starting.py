"""Words ahead of a block's mark belong to the block: there LibreOffice stores what is typed at its start."""

from __future__ import annotations

import pytest
from lxml import etree

from pressroom.writers.docx.roundtrip.source_text.edits import PulledEdits
from tests.writers.docx.roundtrip.judging import take_back
from tests.writers.docx.roundtrip.random_sources import RandomSource
from tests.writers.docx.roundtrip.test_pull import W, edited, of, published

TEXT = """# Report on the ferries

## How they run

The first ferry leaves at dawn.

*Nobody* complains of that.

- one boat on weekdays
- two boats on Sundays

3. count the boats
4. count the people

| Route | Boats |
|-------|------:|
| Outer islands | 12 |

> The captain is content.

> [!NOTE]
> The quay is closed.

Timetable
: a list of hours
"""


def _type_ahead(words: str, of_words: str, *, tracked: bool, gone: int = 0) -> PulledEdits:
    """Type ahead of the mark of a block, in place of its first letters where ``gone``."""

    def change(root: etree._Element) -> None:
        node = of(root, of_words)
        letters = next(letters for letters in node.iter(f"{W}t") if letters.text)
        letters.text = (letters.text or "")[gone:]
        mark = next(
            mark for mark in node.iter(f"{W}bookmarkStart") if mark.get(f"{W}name", "").startswith("_pr")
        )
        while mark.getparent() is not node:
            mark = mark.getparent()
        before = mark.getprevious()
        while before is not None and before.tag == f"{W}bookmarkStart":
            mark, before = before, before.getprevious()
        run = f"<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>"
        run = f"<w:ins w:id='900' w:author='A'>{run}</w:ins>" if tracked else run
        mark.addprevious(etree.fromstring(f"<x xmlns:w='{W[1:-1]}'>{run}</x>")[0])

    return take_back(edited(published(TEXT), change), RandomSource("ferries.md", TEXT, ()))


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize(
    ("start", "marked"),
    [
        ("Report on the ferries", "# Report on the ferries"),
        ("How they run", "## How they run"),
        ("The first ferry", "The first ferry"),
        ("one boat", "- one boat"),
        ("count the people", "4. count the people"),
        ("Outer islands", "| Outer islands"),
        ("Route", "| Route"),
        ("12", "| 12"),
        ("The captain", "> The captain"),
        ("The quay", "> The quay"),
        ("a list of hours", ": a list of hours"),
        ("Timetable", "\nTimetable"),
    ],
)
def test_words_typed_at_the_start_are_there_in_the_source(start: str, marked: str, tracked: bool) -> None:
    result = _type_ahead("Now ", start, tracked=tracked)
    assert result.apply() == TEXT.replace(marked, marked.replace(start, f"Now {start}"))
    assert result.conflicts == ()


@pytest.mark.parametrize("tracked", [False, True])
def test_a_first_word_that_was_replaced_is_replaced(tracked: bool) -> None:
    result = _type_ahead("Every", "The first ferry", tracked=tracked, gone=len("The"))
    assert result.apply() == TEXT.replace("The first ferry", "Every first ferry")
    assert result.conflicts == ()


def test_words_typed_ahead_of_markup_are_there_too() -> None:
    result = _type_ahead("Surely ", "complains of that", tracked=False)
    assert "Surely" in result.apply()
    assert result.conflicts == ()

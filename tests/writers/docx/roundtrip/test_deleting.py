"""What a deleted paragraph takes with it: its own lines."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.writers.docx.roundtrip.judging import take_back
from tests.writers.docx.roundtrip.random_sources import RandomSource
from tests.writers.docx.roundtrip.test_pull import W, edited, of, published, removed

TEXT = """---
title: The state of the quays
lang: en
---

## Walls

The north wall leans, says the [survey][s] of last year.[^a]

The south wall is sound.

[s]: https://example.org/survey

<!-- ask the engineers again -->

[^a]: Volume two of it.

The east wall was rebuilt.
{attributes}
## Money

It costs more than was planned.

```chart
mark = "bar"
data.values = [{{a = "x", n = 3}}, {{a = "y", n = 5}}]
x = "a"
y = "n"
title = "Two bars"
```

Nobody knows why.

> The mayor spoke of a riddle.

- stone
- timber

<div>

Boxed words stand here.

</div>

| Wall | Metres |
|------|-------:|
| North | 120 |
| South | 80 |

The last word.
""".format(attributes="")


def take(*words: str, text: str = TEXT, name: str = "quays.md") -> tuple[str, list[str]]:
    """Delete paragraphs in Word; return the source after the pull, and the reasons of its conflicts."""

    def change(root: etree._Element) -> None:
        for each in words:
            removed(each)(root)

    source = RandomSource(name, text, ())
    pulled = take_back(edited(published(text, name), change), source)
    return pulled.apply(), [conflict.reason for conflict in pulled.conflicts]


@pytest.mark.parametrize(
    ("words", "gone"),
    [
        ("south wall is sound", "The south wall is sound.\n\n"),
        ("east wall", "The east wall was rebuilt.\n\n"),
        ("costs more", "It costs more than was planned.\n\n"),
        ("Nobody knows", "Nobody knows why.\n\n"),
        ("Money", "## Money\n\n"),
        ("riddle", "> The mayor spoke of a riddle.\n\n"),
        ("timber", "- timber\n"),
        ("Boxed words", "Boxed words stand here.\n\n"),
        ("last word", "\n\nThe last word."),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_deleted_paragraph_takes_its_own_lines_and_nothing_else(words: str, gone: str, end: str) -> None:
    text = TEXT.replace("\n", end)
    assert TEXT.count(gone) == 1
    assert take(words, text=text) == (TEXT.replace(gone, "").replace("\n", end), [])


def test_neighbours_that_are_deleted_together_leave_what_stands_between_them() -> None:
    after, reasons = take("south wall is sound", "east wall", "Money", "costs more")
    wanted = TEXT
    for gone in (
        "The south wall is sound.",
        "The east wall was rebuilt.",
        "## Money",
        "It costs more than was planned.",
    ):
        wanted = wanted.replace(f"{gone}\n\n", "")
    assert (after, reasons) == (wanted, [])


def test_a_note_that_only_a_deleted_paragraph_called_stays_and_is_told() -> None:
    after, reasons = take("north wall leans")
    assert after == TEXT.replace("The north wall leans, says the [survey][s] of last year.[^a]\n\n", "")
    assert reasons == ["its call was removed in Word with the paragraph; the note stays in the source"]


def test_a_table_that_is_deleted_row_by_row_is_gone_with_its_rule() -> None:
    def change(root: etree._Element) -> None:
        for row in [
            row
            for row in root.iter(f"{W}tr")
            if "Metres" in "".join(row.itertext()) or "0" in "".join(row.itertext())
        ]:
            row.getparent().remove(row)

    source = RandomSource("quays.md", TEXT, ())
    pulled = take_back(edited(published(TEXT), change), source)
    assert pulled.apply() == TEXT[: TEXT.index("| Wall")] + "The last word.\n"
    assert pulled.conflicts == ()


@pytest.mark.parametrize("kept", ["whole paragraph", "its words"])
def test_a_tracked_deletion_does_the_same(kept: str) -> None:
    def change(root: etree._Element) -> None:
        node = of(root, "south wall is sound")
        for run in list(node.iter(f"{W}r")):
            struck = etree.Element(f"{W}del", {f"{W}id": "900", f"{W}author": "A"})
            run.getparent().replace(run, struck)
            struck.append(run)
            for letters in run.iter(f"{W}t"):
                letters.tag = f"{W}delText"
        if kept == "whole paragraph":
            look = etree.SubElement(node.find(f"{W}pPr"), f"{W}rPr")
            etree.SubElement(look, f"{W}del", {f"{W}id": "901", f"{W}author": "A"})

    pulled = take_back(edited(published(TEXT), change), RandomSource("quays.md", TEXT, ()))
    assert pulled.apply() == TEXT.replace("The south wall is sound.\n\n", "")
    assert pulled.conflicts == ()


def test_the_title_stays_and_is_told() -> None:
    text = "# A title\n\nWords below it.\n"
    assert take("A title", text=text) == (
        text,
        ["removed in Word, and without a title the file's name would be printed"],
    )

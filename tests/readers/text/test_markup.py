"""Plain text that is plainly Markdown."""

from __future__ import annotations

import pytest

from pressroom.readers import ReaderSettings, read
from pressroom.readers.text.markup import find_markdown
from tests.readers import content

MARKDOWN = [
    "## Aims\n\nWe plant **900 trees**.\n",
    "# Aims\n\nWords.\n\n# Costs\n\nWords.\n",
    "Here is the plan:\n\n**Aims:** trees\n**Costs:** none\n**Who:** us\n\n- one\n- two\n",
    "See [the plan](https://x.org/a) and **note** it.\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n\nThis is **so**.\n",
]
PLAIN = [
    "The plan\n\nWe plant 900 trees.\n\n- one\n- two\n",
    "#1 of the charts\n\n#quays #boats\n",
    "# a comment of a script\nmake all\n",
    "#!/bin/sh\n# one\n# two\necho **x**\n",
    "5 * 4 ** 2 and 3 ** 2\n",
    "> quoted\n\n1. one\n2. two\n",
    "He said **** it, and *left*.\n",
    "A single **stress** in a text.\n",
]


@pytest.mark.parametrize("text", MARKDOWN)
def test_a_text_that_is_plainly_markdown_is_read_as_that_and_says_so(text: str) -> None:
    document = read(text.encode(), "x.txt", ReaderSettings())
    assert [each.rule for each in document.diagnostics] == ["read-as-markdown"]
    assert not set("#*|[") & set(content.words(document))
    kept = read(text.encode(), "x.txt", ReaderSettings(markup="plain"))
    assert kept.diagnostics == ()
    assert set("#*[|") & set(content.words(kept) + kept.text)


@pytest.mark.parametrize("text", PLAIN)
def test_other_text_is_not(text: str) -> None:
    assert find_markdown(text) == ()
    assert read(text.encode(), "x.txt", ReaderSettings()).diagnostics == ()


def test_a_text_is_read_as_markdown_where_the_settings_say_so() -> None:
    document = read(b"A *stressed* word.", "x.txt", ReaderSettings(markup="markdown"))
    assert content.words(document) == "A stressed word."
    assert document.diagnostics == ()


@pytest.mark.parametrize("piece", ["\n", " \n", "![a](", "[a](/", "|---", "`", "**a ", "[", "```"])
def test_signs_are_sought_once(piece: str) -> None:
    assert find_markdown(piece * 60_000) == ()  # the limit of time tells whether each looks at all


def test_signs_of_tables_are_in_one_line() -> None:
    assert "tables" in find_markdown("# A\n\n| a | b |\n|:---|---:|\n| 1 | 2 |\n")
    assert "tables" not in find_markdown("# A\n\n# B\n\n---\n| 1\n")

"""Articles of a wiki, copied from their pages."""

from __future__ import annotations

import pytest

from pressroom.readers.text.lines.lines import split_lines
from pressroom.readers.text.units.wikipage import find_wiki_page
from tests.readers import content
from tests.readers.text.covering import outline
from tests.readers.text.reading import read

ARTICLE = """\
Lake Alven
From Wikipedia, the free encyclopedia
Jump to search
Lake Alven covers 18.4 square kilometres[1] and is 31 metres deep.[2]: 17 [a]

Contents
1\tGeography
2\tQuays

Geography{edit}
The lake lies 62 metres above the sea.[citation needed]

Quays{edit}
Old quay (1911)
New quay (1964)

References{edit}
^ a b "Lakes of Alven". Survey Office. 2019.
"""
EDITS = [
    "[edit]",
    "\n[edit]",
    "[edit | edit source]",
    "[Bearbeiten | Quelltext bearbeiten]",
    "[modifier | modifier le code]",
]


@pytest.mark.parametrize("edit", EDITS)
def test_marks_for_editing_show_the_headings_and_are_left_out(edit: str) -> None:
    document = read(ARTICLE.replace("{edit}", edit))
    assert outline(document) == ["= Lake Alven", "Geography", "Quays", "References"]
    words = content.words(document)
    assert "covers 18.4 square kilometres and is 31 metres deep. Geography" in words
    assert "above the sea. Quays Old quay (1911) New quay (1964) References" in words
    assert words.endswith('References "Lakes of Alven". Survey Office. 2019.')
    assert [len(block.items) for block in content.blocks(document) if hasattr(block, "items")] == [2]
    assert content.misplaced(document) == []


def test_a_report_with_references_is_no_article() -> None:
    text = "The quay was built in 1911.[1] It is old.[2]\n\n[1] Town archive.\n[2] The same.\n"
    page = find_wiki_page(split_lines(text))
    assert (page.passages, page.left, page.headings) == ({}, {}, frozenset())
    assert "[edit]" in content.words(
        read("Press [edit]\n\nThen press save, and wait for the page to come back.\n")
    )

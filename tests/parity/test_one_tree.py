"""A composed page is parsed once, whatever it is made into."""

from __future__ import annotations

import pytest
import tinyhtml5
from lxml.html import tostring

import pressroom
from pressroom.model import page as pages
from pressroom.writers import WRITERS, write
from tests.writers.docx.full import full_page

TEXT = "\n\n".join(["A bridge", *(f"{n}. Part\n\nOver 2,300 people crossed it." for n in range(1, 90))])


def test_all_formats_and_print_sheets_are_written_from_one_tree(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    parsed: list[str] = []
    parse_html = pages.parse_html

    def count(text: str) -> object:
        parsed.append(text)
        return parse_html(text)

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("WeasyPrint parses the page again")

    monkeypatch.setattr(pages, "parse_html", count)
    monkeypatch.setattr(tinyhtml5, "parse", refuse)
    made = pressroom.make(
        TEXT.encode(),
        ("pdf", "docx", "html", "email"),
        name="bridge.txt",
        print="booklet",
        contents="always",
        word_pages="pdf",
    )
    assert made.pages > 4
    assert len(made.outputs) == 5
    assert len(parsed) == 2  # the page, and the mail that frames it
    assert len(set(parsed)) == 2


@pytest.mark.parametrize("name", WRITERS)
def test_a_writer_leaves_the_tree_as_it_is(name):
    page = full_page()
    before = tostring(page.tree.root)
    write(name, page)
    assert tostring(page.tree.root) == before

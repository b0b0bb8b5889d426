"""A composed page is parsed once, whatever it is made into."""

from __future__ import annotations

import tinyhtml5

import pressroom
from pressroom.model import page as pages

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

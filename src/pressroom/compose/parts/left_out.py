"""Passages of the text that a page does not print: a template may leave out what it likes, and says so."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.compose.parts.named import part_brackets
from pressroom.model.document import Document
from pressroom.model.inline import words
from pressroom.model.page import Page
from pressroom.model.walk import runs

FEWEST, MOST = 12, 60  # letters of a passage that it is known by


def find_left_out(page: Page) -> tuple[str, ...]:
    """Return the words of those paragraphs, items, cells and headings that a page does not print.

    Letters alone are compared, since a page adds numbers of notes and signs of its own. A passage counts as
    printed where its beginning or its end is, and one of a few letters always.
    """
    printed = _keep_letters(str(page.tree.root.text_content()))
    at = 0
    left = []
    for passage in _list_passages(page.report.document):
        letters = max(map(_keep_letters, part_brackets(passage)), key=len)
        if len(letters) < FEWEST:
            continue
        # nearly all stands in the order of the text, so that the search goes on from the last place
        places = (printed.find(end, begin) for begin in (at, 0) for end in (letters[:MOST], letters[-MOST:]))
        found = next((place for place in places if place >= 0), None)
        if found is None:
            left.append(passage)
        else:
            at = found
    return tuple(left)


def _list_passages(document: Document) -> Iterator[str]:
    """Yield the text in its order; its title may be another one by a setting."""
    return (words(run.inlines) for run in runs(document) if run.span != getattr(document.title, "span", None))


def _keep_letters(text: str) -> str:
    return "".join(filter(str.isalpha, text)).casefold()

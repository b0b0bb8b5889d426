"""Quotations with who is quoted."""

from __future__ import annotations

from pressroom.model.document import Quote
from pressroom.model.inline import words
from tests.readers.text.reading import BODY, read


def test_quotes_with_their_author() -> None:
    _, found, _ = read(
        f"{BODY}\n\n> We did what we could.\n> It was late.\n>\n> — A witness\n\n{BODY}\n"
    ).blocks
    assert isinstance(found, Quote)
    assert words(found.attribution) == "— A witness"

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


def test_the_second_paragraph_of_a_quotation_is_set_as_the_first() -> None:
    text = (
        f'{BODY}\n\nThe keeper of the lights said: "They were lit every night of the year.\n\n'
        f'"Nobody has asked us to put them out, and we would not do so."\n\n{BODY}\n'
    )
    assert not [block for block in read(text).blocks if isinstance(block, Quote)]
    closed = read(text.replace("of the year.", 'of the year."'))
    assert [isinstance(block, Quote) for block in closed.blocks] == [False, False, True, False]

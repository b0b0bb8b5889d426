"""Units that are corrected when all are known."""

from __future__ import annotations

from tests.readers import content
from tests.readers.text.covering import outline, shapes
from tests.readers.text.reading import BODY, read


def test_an_article_in_the_middle_of_the_page_is_called_by_the_line_below() -> None:
    heads = "".join(
        f"{f'ARTICLE {n}':^76}\n{name:^76}\n\n{BODY}\n\n" for n, name in (("I", "AIMS"), ("II", "PAY"))
    )
    assert outline(read(heads)) == ["ARTICLE I AIMS", "ARTICLE II PAY"]


def test_a_star_that_the_text_calls_begins_a_note() -> None:
    text = (
        f"Growth Returns\n\nGrowth is to return in 2025, at 1.7%*. {BODY}\n\n{BODY}\n\n"
        "* Further information is to be found in the enclosed\n\nchapter on it at www.example.org/\n\n"
        "forecasts.\n"
    )
    document = read(text)
    assert shapes(document) == ["body", "body", "note"]
    assert content.words(document).endswith(
        "* Further information is to be found in the enclosed chapter on it at www.example.org/ forecasts."
    )


def test_a_star_that_nothing_calls_begins_an_item() -> None:
    document = read(f"Growth Returns\n\n{BODY}\n\n* Further information is enclosed\n* And more of it\n")
    assert shapes(document)[-1] != "note"

"""Units that are corrected when all are known."""

from __future__ import annotations

from tests.readers.text.covering import outline
from tests.readers.text.reading import BODY, read


def test_an_article_in_the_middle_of_the_page_is_called_by_the_line_below() -> None:
    heads = "".join(
        f"{f'ARTICLE {n}':^76}\n{name:^76}\n\n{BODY}\n\n" for n, name in (("I", "AIMS"), ("II", "PAY"))
    )
    assert outline(read(heads)) == ["ARTICLE I AIMS", "ARTICLE II PAY"]

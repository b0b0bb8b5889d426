"""Marks of Markdown that lost their other half."""

from __future__ import annotations

import pytest

from pressroom.model.document import Paragraph
from pressroom.model.inline import words
from tests.readers.text.covering import outline
from tests.readers.text.reading import BODY, read


def test_stars_without_their_other_half_are_left_out() -> None:
    text = (
        f"Minutes of the harbour board\n\n31/22 **Rota of the keepers\n\n{BODY}\n\n32/22 Review **lights on the pier\n\n"  # noqa: E501 - as pasted
        f"{BODY} It is for *people who row or sail**. *\n\n33/22 Berths\n\n{BODY}\n"
    )
    document = read(text)
    assert outline(document) == [
        "= Minutes of the harbour board",
        "31/22 Rota of the keepers",
        "32/22 Review lights on the pier",
        "33/22 Berths",
    ]
    said = [words(block.inlines) for block in document.sections[1].blocks if isinstance(block, Paragraph)]
    assert said == [f"{BODY} It is for people who row or sail."]
    assert [left.reason for left in document.left_out] == ["mark of Markdown without its other half"] * 5
    assert [told.message for told in document.diagnostics] == [
        "left out: mark of Markdown without its other half (lines 3, 7, 9)"
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Fees\n\n{BODY} It is *new* and **dear**.\n\n{BODY} It is *old*.\n",  # they pair
        f"Fees\n\n{BODY} The fee is 4 pounds*.\n\n**Provisional, as the board said in May.\n\n**Two of three.\n",  # noqa: E501 - as pasted
        f"Calls\n\n{BODY} It takes *args and **kwargs.\n\n{BODY} Pass **kwargs and **opts.\n",
        f"Buffers\n\n{BODY}\n\n    int take(char **buffer);\n\n    int give(char **buffer);\n",
        f"Review **lights on the pier\n\n{BODY}\n",  # once
    ],
)
def test_other_stars_stay(text: str) -> None:
    assert not read(text).left_out

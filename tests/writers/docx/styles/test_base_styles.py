"""The brand's styles, taken together."""

from __future__ import annotations

import pytest
from lxml import etree

from pressroom.writers.docx.package.markup import XMLNS, qualify
from pressroom.writers.docx.package.sections import make_paper
from pressroom.writers.docx.styles.base_styles import make_base_styles
from pressroom.writers.docx.styles.definitions import BaseStyle
from tests.making import BRAND

WORD_S_DEFAULTS = {"default-font": "character", "normal-table": "table"}


@pytest.fixture
def styles() -> dict[str, BaseStyle]:
    return {style.role: style for style in make_base_styles(BRAND, make_paper("A4"))}


def paragraph_properties(style: BaseStyle) -> etree._Element:
    return etree.fromstring(f"<w:pPr {XMLNS}>{style.paragraph}</w:pPr>")


def test_a_style_is_based_on_one_of_its_kind_and_followed_by_one_that_there_is(
    styles: dict[str, BaseStyle],
) -> None:
    kinds = WORD_S_DEFAULTS | {role: style.kind for role, style in styles.items()}
    for role, style in styles.items():
        assert kinds.get(style.based_on) == style.kind if style.based_on else role == "normal", role
        assert not style.following or style.following in styles, role


def test_a_divider_is_a_rule(styles: dict[str, BaseStyle]) -> None:
    assert paragraph_properties(styles["divider"]).find(f"{qualify('w:pBdr')}/{qualify('w:top')}") is not None


def test_chapters_stand_apart_in_the_contents(styles: dict[str, BaseStyle]) -> None:
    before = [
        int(paragraph_properties(styles[f"toc-{level}"]).find(qualify("w:spacing")).get(qualify("w:before")))
        for level in range(1, 6)
    ]
    assert before[0] > max(before[1:])

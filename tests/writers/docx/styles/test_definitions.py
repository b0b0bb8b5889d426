"""Styles and their properties as markup."""

from __future__ import annotations

import pytest

from pressroom.writers.docx.styles.definitions import BaseStyle, size, style_xml


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("Normal", False),
        ("heading 3", False),
        ("List Bullet 2", False),
        ("toc 1", False),
        ("Tile Number", True),
        ("Byline", True),
    ],
)
def test_styles_that_word_does_not_know_are_declared_as_ours(name: str, own: bool) -> None:
    xml = style_xml(BaseStyle("role", (name,)), {"role": "Ident"})
    assert ('w:customStyle="1"' in xml) == own


@pytest.mark.parametrize(("points", "half"), [(9, 18), (10.5, 21)])
def test_sizes_are_told_in_half_points(points: float, half: int) -> None:
    assert size(points) == f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'

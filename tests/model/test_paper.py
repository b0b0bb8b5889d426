"""Paper sizes."""

from __future__ import annotations

import re

import pytest

from pressroom.model.paper import DEFAULT_PAPER, PAGE_SIZES, PAPER_SIZES, SHEET_SIZES


@pytest.mark.parametrize(
    ("name", "points"),
    [
        ("A4", (595.28, 841.89)),
        ("Letter", (612.0, 792.0)),
        ("Tabloid", (792.0, 1224.0)),
        ("A5", (419.53, 595.28)),
    ],
)
def test_points_are_those_of_the_standards(name: str, points: tuple[float, float]) -> None:
    assert PAPER_SIZES[name].points == points


@pytest.mark.parametrize("name", PAPER_SIZES)
def test_the_media_name_states_the_same_size(name: str) -> None:
    size = PAPER_SIZES[name]
    found = re.fullmatch(r"(?:iso|na)_\w+_([\d.]+)x([\d.]+)(mm|in)", size.media)
    assert found
    scale = 25.4 if found[3] == "in" else 1
    assert (float(found[1]) * scale, float(found[2]) * scale) == pytest.approx((size.width, size.height))


def test_sheets_are_upright_and_pages_are_some_of_them() -> None:
    assert all(size.width < size.height for size in PAPER_SIZES.values())
    assert set(PAGE_SIZES) == set(SHEET_SIZES) - {"Tabloid"}
    assert DEFAULT_PAPER in PAGE_SIZES

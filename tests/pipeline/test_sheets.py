import io

import pikepdf
import pytest

from pressroom.errors import UsageError
from pressroom.pipeline.sheets import PrintOptions, make_sheets
from pressroom.writers.pdf import render
from tests.writers.sheets.press_profile import press_profile
from tests.writers.torture import small

PAGE = small('<p>One</p><div class="page-break"></div>' * 8 + "<p>End</p>")


def test_print_files_are_named_by_what_they_are():
    how = PrintOptions(("booklet", "2up", "grey", "shop"), "A4", cover_apart=True, profile=press_profile())
    made, noticed = make_sheets(PAGE, render(PAGE), how)
    assert list(made) == ["booklet.pdf", "booklet-cover.pdf", "2up.pdf", "grey.pdf", "shop.pdf"]
    counts = {name: len(pikepdf.open(io.BytesIO(data)).pages) for name, data in made.items()}
    assert counts["booklet-cover.pdf"] == 2
    assert counts["grey.pdf"] == counts["shop.pdf"]
    assert counts["2up.pdf"] == -(-counts["grey.pdf"] // 2)
    assert [found.rule for found in noticed] == ["shop-unmet"]


def test_nothing_is_made_unasked():
    assert make_sheets(PAGE, None, PrintOptions((), "A4")) == ({}, ())


def test_a_shop_without_its_profile_is_refused_with_the_cure():
    with pytest.raises(UsageError, match="press_profile"):
        make_sheets(PAGE, render(PAGE), PrintOptions(("shop",), "A4"))

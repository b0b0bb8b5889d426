"""Number formats of spreadsheets."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.readers.sheets.formats import Locale, find_locale, show_value

MAY = dt.datetime.fromisoformat("2026-05-03T14:07:09")


@pytest.mark.parametrize(
    ("value", "pattern", "shown"),
    [
        (1204, "General", "1204"),
        (1204.0, "General", "1204"),
        (0.1 + 0.2, "General", "0.3"),
        (1204.5, "#,##0", "1,205"),
        (1204.567, "#,##0.00", "1,204.57"),
        (0.125, "0%", "13%"),
        (0.125, "0.0%", "12.5%"),
        (-3, "0;(0)", "(3)"),
        (-3.2, "0.0", "-3.2"),
        (0, '0;-0;"none"', "none"),
        (-0.001, "0.0", "0.0"),
        (1234567, '0.0,,"M"', "1.2M"),
        (5, "00000", "00005"),
        (5, '0 "boats"', "5 boats"),
        (5, "$#,##0.00", "$5.00"),
        (5, "[$€-407] #,##0", "€ 5"),
        (5, "[Red]0", "5"),
        (5.5, "0.##", "5.5"),
        (5, "0.##", "5"),
        (123456, "0.00E+00", "1.23E+05"),
        (1e308, "0." + "0" * 290, f"1{'0' * 308}.{'0' * 290}"),
        (1.0, "%" * 290 + "0", "%" * 290 + f"1{'0' * 580}"),
        (float("inf"), "0.0", "Infinity"),
        (float("inf"), "General", "Infinity"),
        (float("nan"), "0.0", "NaN"),
        (-(10**400), "#,##0", "-1.00000E+400"),
        (10**4_000, "General", "1.00000E+4000"),
        (True, "General", "yes"),
        (None, "General", ""),
        ("words", "@", "words"),
        (MAY, "mm-dd-yy", "2026-05-03 14:07"),
        (dt.datetime.fromisoformat("2026-05-03"), "mm-dd-yy", "2026-05-03"),
        (MAY, "d mmmm yyyy", "3 May 2026"),
        (MAY, "ddd dd.mm.yyyy", "Sun 03.05.2026"),
        (MAY, "h:mm AM/PM", "2:07 pm"),
        (MAY, "hh:mm:ss", "14:07:09"),
        (MAY, "mmm yy", "May 26"),
        (dt.time(9, 5), "hh:mm", "09:05"),
        (dt.date(2026, 5, 3), "General", "2026-05-03"),
        (dt.timedelta(hours=26, minutes=3), "[h]:mm", "26:03:00"),
    ],
)
def test_a_value_is_shown_as_its_format_says(value: object, pattern: str, shown: str) -> None:
    assert show_value(value, pattern, Locale()) == shown


def test_a_language_has_marks_of_its_own() -> None:
    assert show_value(1204.5, "#,##0.0", find_locale("de")) == "1.204,5"
    assert show_value(MAY, "d mmmm", find_locale("fr")) == "3 mai"
    assert find_locale("xx-nothing") == Locale()


@given(
    st.one_of(
        st.integers(-(10**18), 10**18),
        st.floats(allow_nan=False, allow_infinity=False, width=32),
        st.datetimes(),
        st.dates(),
        st.times(),
        st.booleans(),
        st.text(max_size=4),
    ),
    st.text('0#?.,%E+-;"\\[]$€@_*dmyhsAMP/ ()x', max_size=14),
)
def test_no_format_is_a_fault(value: object, pattern: str) -> None:
    assert isinstance(show_value(value, pattern, Locale()), str)

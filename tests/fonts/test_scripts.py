import pytest

from pressroom.fonts import SCRIPT_FAMILIES, font_files
from pressroom.fonts.scripts import add_fonts, find_fonts, list_letters, name_packages
from pressroom.model.brand import Fonts

HOUSE = Fonts(("Source Serif Pro", "serif"), ("Source Sans Pro", "sans-serif"), ("monospace",))


@pytest.mark.parametrize(
    ("lang", "serif", "sans"),
    [
        ("ar", "Amiri", "IBM Plex Sans Arabic"),
        ("fa-IR", "Amiri", "IBM Plex Sans Arabic"),
        ("he", "Frank Ruhl Libre", "Heebo"),
        ("ja", "Noto Serif CJK JP", "Noto Sans CJK JP"),
        ("zh", "Noto Serif CJK SC", "Noto Sans CJK SC"),
        ("zh-Hant-TW", "Noto Serif CJK TC", "Noto Sans CJK TC"),
        ("zh_TW", "Noto Serif CJK TC", "Noto Sans CJK TC"),
        ("ko-KR", "Noto Serif CJK KR", "Noto Sans CJK KR"),
    ],
)
def test_a_language_has_its_fonts_behind_the_first_of_the_brand(lang, serif, sans):
    found = add_fonts(HOUSE, lang)
    assert found.serif[:2] == ("Source Serif Pro", serif)
    assert found.sans[:2] == ("Source Sans Pro", sans)
    assert (found.serif[-1], found.sans[-1], found.mono) == ("serif", "sans-serif", HOUSE.mono)


def test_others_need_none_and_no_family_stands_twice():
    assert add_fonts(HOUSE, "uk") is HOUSE
    assert find_fonts("uk") is None
    assert add_fonts(add_fonts(HOUSE, "ar"), "ar") == add_fonts(HOUSE, "ar")
    assert add_fonts(Fonts(("serif",), ("sans-serif",), ()), "he").serif[0] == "Frank Ruhl Libre"


def test_families_of_scripts_come_with_pressroom():
    assert {font.family for font in font_files()} >= set(SCRIPT_FAMILIES)
    assert all(font.path.is_file() for font in font_files())


@pytest.mark.parametrize(
    ("letters", "cure"),
    [
        ("維尔", "Chinese, Japanese or Korean letters: fonts-noto-cjk on"),
        ("かキ、", "Chinese, Japanese or Korean letters: fonts-noto-cjk on"),
        ("한", "fonts-noto-cjk on"),
        ("ก", "Thai letters: fonts-noto-core on"),
        ("한ก", "fonts-noto-cjk"),
        ("\U0001f692", "symbols: fonts-noto-core fonts-symbola on"),
        ("\U0003134b", "a font with"),
        ("\ue000", "symbols"),
    ],
)
def test_what_is_missing_is_named_with_its_package(letters, cure):
    assert cure in name_packages(letters)
    assert "Debian and Ubuntu" in name_packages(letters)


def test_the_first_letters_are_named_with_their_codes():
    assert list_letters("維") == "維 (U+7DAD)"
    assert list_letters("abcdefghij").endswith("h (U+0068) and 2 more")

"""Which fonts a language needs besides the brand's, and which package has letters that a machine lacks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pressroom.model.brand import Fonts
from pressroom.model.language_tags import is_traditional_chinese

GENERIC = frozenset(("serif", "sans-serif", "monospace"))


@dataclass(frozen=True, slots=True)
class ScriptFonts:
    """Families for the letters of a script, in order: those of packages, of macOS, of Windows.

    ``word`` are the serif and the sans that a Word file names: they come with Word.
    """

    serif: tuple[str, ...]
    sans: tuple[str, ...]
    word: tuple[str, str]


ARABIC = ScriptFonts(
    ("Amiri", "Noto Naskh Arabic", "Geeza Pro", "Times New Roman"),
    ("IBM Plex Sans Arabic", "Geeza Pro", "Segoe UI", "Tahoma"),
    ("Times New Roman", "Arial"),
)
HEBREW = ScriptFonts(
    ("Frank Ruhl Libre", "Noto Serif Hebrew", "Times New Roman"),
    ("Heebo", "Noto Sans Hebrew", "Arial Hebrew", "Arial"),
    ("Times New Roman", "Arial"),
)
JAPANESE = ScriptFonts(
    ("Noto Serif CJK JP", "Noto Serif JP", "Hiragino Mincho ProN", "Yu Mincho"),
    ("Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic"),
    ("Yu Mincho", "Yu Gothic"),
)
KOREAN = ScriptFonts(
    ("Noto Serif CJK KR", "Noto Serif KR", "AppleMyungjo", "Batang"),
    ("Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic"),
    ("Batang", "Malgun Gothic"),
)
SIMPLIFIED = ScriptFonts(
    ("Noto Serif CJK SC", "Noto Serif SC", "Songti SC", "SimSun"),
    ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei"),
    ("SimSun", "Microsoft YaHei"),
)
TRADITIONAL = ScriptFonts(
    ("Noto Serif CJK TC", "Noto Serif TC", "Songti TC", "PMingLiU"),
    ("Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei"),
    ("PMingLiU", "Microsoft JhengHei"),
)
_BY_LANGUAGE = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "sd", "ug", "ckb"), ARABIC),
    **dict.fromkeys(("he", "yi"), HEBREW),
    "ja": JAPANESE,
    "ko": KOREAN,
    "zh": SIMPLIFIED,
}

_CJK = ("Chinese, Japanese or Korean letters", "fonts-noto-cjk")
# first word of a letter's name in Unicode → what the letters are called, and the package of Debian and Ubuntu
_PACKAGES = {
    **dict.fromkeys(("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "KATAKANA-HIRAGANA"), _CJK),
    **dict.fromkeys(("IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH"), _CJK),
}
_OTHERS = "fonts-noto-core"
_SYMBOLS = ("symbols", "fonts-noto-core fonts-symbola")
SHOWN = 8  # letters that a message names


def find_fonts(lang: str) -> ScriptFonts | None:
    """Return the fonts that a language (BCP 47) needs besides those of the brand, None for none."""
    if is_traditional_chinese(lang):
        return TRADITIONAL
    return _BY_LANGUAGE.get(lang.replace("_", "-").partition("-")[0].lower())


def add_fonts(fonts: Fonts, lang: str) -> Fonts:
    """Return the families of a brand with those for the letters of a language, behind the brand's first."""
    found = find_fonts(lang)
    if found is None:
        return fonts
    return replace(fonts, serif=_insert(fonts.serif, found.serif), sans=_insert(fonts.sans, found.sans))


def _insert(names: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    ahead = 0 if names[:1] and names[0] in GENERIC else 1
    return (*names[:ahead], *(name for name in more if name not in names), *names[ahead:])


def name_packages(letters: Iterable[str]) -> str:
    """Return what to install for letters that no font has: "Chinese, Japanese or Korean letters: …"."""
    needed: dict[tuple[str, str], None] = dict.fromkeys(_find_package(letter) for letter in sorted(letters))
    packages = list(dict.fromkeys(package for _, each in needed for package in each.split()))
    kinds = " and ".join(dict.fromkeys(kind for kind, _ in needed))
    return f"install a font with {kinds}: {' '.join(packages)} on Debian and Ubuntu, or the Noto fonts"


def _find_package(letter: str) -> tuple[str, str]:
    name = unicodedata.name(letter, "")
    if not letter.isalpha():
        return _PACKAGES.get(name.split(" ")[0], _SYMBOLS)
    script = name.split(" ")[0]
    return _PACKAGES.get(script, (f"{script.capitalize()} letters" if script else "these letters", _OTHERS))


def list_letters(letters: Iterable[str]) -> str:
    """Return letters as a message shows them: each with its code, the first eight."""
    every = sorted(letters)
    shown = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in every[:SHOWN])
    return shown + (f" and {len(every) - SHOWN} more" if len(every) > SHOWN else "")

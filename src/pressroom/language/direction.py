"""Which way a text runs, and which way its language does."""

from __future__ import annotations

import re

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "dv", "ckb", "arc", "syr"})
_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_WORD = re.compile(r"[^\W\d_]+")
_NEARLY_ALL = 0.8  # share of words of the other direction that turns a line whose first word runs on


def is_right_to_left(lang: str) -> bool:
    """Tell whether a language, given as BCP 47 tag, is written from right to left."""
    return lang.partition("-")[0].lower() in _RIGHT_TO_LEFT


def find_direction(text: str, around: str) -> str:
    """Return "rtl" or "ltr", the direction of a line whose surroundings run in the direction ``around``.

    A line turns when its first word and most of its words run the other way, or nearly all do. The first
    letter alone, which the bidi algorithm goes by where nobody says otherwise, would turn a line that only
    begins with a name or a quotation in another script.
    """
    words = _WORD.findall(text)
    if not words or (around == "ltr" and text.isascii()):
        return around
    turned = [("rtl" if _LEFTWARD.match(word) else "ltr") != around for word in words]
    share = sum(turned) / len(turned)
    if share > 0.5 and (turned[0] or share > _NEARLY_ALL):
        return "ltr" if around == "rtl" else "rtl"
    return around

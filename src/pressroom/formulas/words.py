"""Formulas in words, for whoever cannot see them: "x squared plus 1", "the square root of 2"."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from pressroom.formulas.typeset import read_mathml

if TYPE_CHECKING:
    from lxml.etree import _Element

_LARGE = frozenset("∑∏∫∬∮⋃⋂⋁⋀")
_BRACES = ("⏟", "⏞", "⎵", "⎴")
_INVISIBLE = re.compile("[\u2061-\u2064\u200b]")
_ACCENTS = {"^": "hat", "\u02c6": "hat", "~": "tilde", "\u02dc": "tilde", "\u223c": "tilde", "→": "vector"}
_ACCENTS |= dict.fromkeys(("¯", "―", "\u203e", "_", "‾", "\u0305"), "bar") | {"˙": "dot", "¨": "double_dot"}


def say(mathml: str, lang: str) -> str:
    """Return a formula given as MathML in words of a language, with signs where there is no table for it."""
    table = _tables().get(lang.partition("-")[0].lower(), {})
    words = _Speaker(table).say(read_mathml(mathml))
    return re.sub(r"\s+([,;.])", r"\1", " ".join(words.split())).rstrip(",")


@cache
def _tables() -> dict[str, dict[str, str]]:
    text = (files("pressroom.formulas") / "words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


class _Speaker:
    """Says formulas with one table of words."""

    def __init__(self, table: dict[str, str]) -> None:
        self.table = table

    def word(self, key: str, *parts: str) -> str:
        """Return a phrase of the table with its parts, which have the names a, b and c."""
        phrase = self.table.get(key) or _tables()["signs"][key]
        return phrase.format(**dict(zip("abc", parts, strict=False)))

    def say(self, element: _Element) -> str:
        """Return the words of an element."""
        name = str(element.tag).rpartition("}")[2]
        method = getattr(self, f"_say_{name}", None)
        return method(element) if method else self._say_all(element)

    def _say_all(self, element: _Element) -> str:
        parts = list(element)
        said: list[str] = []
        for index, child in enumerate(parts):
            beside = (*parts[max(0, index - 1) : index], *parts[index + 1 : index + 2])
            if str(child.tag).endswith("mo") and any(str(one.tag).endswith("mtable") for one in beside):
                continue  # the bracket of a matrix, which its words tell
            said.append(self.say(child))
        return " ".join(said)

    def _say_mi(self, element: _Element) -> str:
        text = _INVISIBLE.sub("", element.text or "").strip()
        return self.table.get(text, text)

    _say_mn = _say_mi
    _say_mtext = _say_mi

    def _say_mo(self, element: _Element) -> str:
        text = self._say_mi(element)
        before = element.getprevious()
        leads = before is None or str(before.tag).endswith("mo")
        if text == self.table.get("−") and leads and "negative" in self.table:
            return self.table["negative"]
        return f"{text} " if text else ""

    def _say_mspace(self, element: _Element) -> str:  # noqa: ARG002 - one of many of this signature
        return " "

    def _say_mfrac(self, element: _Element) -> str:
        over, under = self._parts(element)
        plain = all(part.replace(".", "").isalnum() for part in (over, under))
        return self.word("over" if plain else "fraction", over, under)

    def _say_msqrt(self, element: _Element) -> str:
        return self.word("root", self._say_all(element))

    def _say_mroot(self, element: _Element) -> str:
        return self.word("nth_root", *self._parts(element))

    def _say_msup(self, element: _Element) -> str:
        base, power = self._parts(element)
        if set((element[1].text or "").strip() or " ") <= {"′", "'"}:
            return self.word("prime", base)
        key = {"2": "squared", "3": "cubed"}.get(power, "power")
        return self.word(key, base, power)

    def _say_msub(self, element: _Element) -> str:
        base, low = self._parts(element)
        return self._limits(element[0], base, low, "") or self.word("sub", base, low)

    def _say_msubsup(self, element: _Element) -> str:
        base, low, high = self._parts(element)
        said = self._limits(element[0], base, low, high)
        if said:
            return said
        key = {"2": "squared", "3": "cubed"}.get(high, "power")
        return self.word(key, self.word("sub", base, low), high)

    def _say_munder(self, element: _Element) -> str:
        base, below = self._parts(element)
        if (element[1].text or "").strip() in _BRACES:
            return base
        return self._limits(element[0], base, below, "") or self.word("below", base, below)

    _say_munderover = _say_msubsup

    def _limits(self, operator: _Element, base: str, low: str, high: str) -> str:
        """Return a sum or an integral with its limits, "" for what is none."""
        text = (operator.text or "").strip()
        if text not in _LARGE and text not in ("lim", "max", "min", "sup", "inf"):
            return ""
        if text not in _LARGE:
            return self.word("limit", base, low)
        return self.word("from_to", base, low, high) if high else self.word("over_all", base, low)

    def _say_mover(self, element: _Element) -> str:
        base, above = self._parts(element)
        mark = (element[1].text or "").strip()
        if mark in _BRACES:
            return base
        if (element[0].text or "").strip() in _LARGE:
            return f"{base} {above}"
        return self.word(_ACCENTS[mark], base) if mark in _ACCENTS else self.word("above", base, above)

    def _say_mtable(self, element: _Element) -> str:
        rows = [", ".join(self.say(cell).strip() for cell in row) for row in element]
        names = [str(name) for part in element.iter() for name in part.attrib]
        aligned = any("align" in name for name in names) and all(len(row) <= 2 for row in element)
        if aligned:
            return "; ".join(row.replace(", ", " ") for row in rows)
        return self.word("matrix", str(len(rows)), "; ".join(rows))

    def _parts(self, element: _Element) -> list[str]:
        return [" ".join(self.say(child).split()) for child in element]

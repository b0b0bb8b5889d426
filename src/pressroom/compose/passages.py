"""Passages in another language or of another direction than the report, marked by ``lang`` and ``dir``.

Both are told by the letters: which way they run, which script they are of, and for whole paragraphs in the
report's own script which words they are. What the author has marked stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from pressroom.language import guess_language
from pressroom.language.direction import find_direction
from pressroom.language.words import FREQUENT
from pressroom.model.page import PageTree

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LINES = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td", "th", "caption", "figcaption")
)
_LISTS = frozenset(("ul", "ol", "dl", "blockquote", "aside"))
_LINE_SPANS = frozenset(("footnote", "folio"))  # spans that are laid out as lines of their own
_KEPT = frozenset(("pre", "code", "script", "style", "head", "math"))
_FEWEST = 8  # words of a passage whose language is told by them
_USUAL = 0.2  # share of frequent words that a text in its language has at least
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# a stretch of two letters or more of a script other than the Latin one, with what stands between its words
_SCRIPTS = {
    "arabic": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "cyrillic": "\u0400-\u052f",
    "greek": "\u0370-\u03ff\u1f00-\u1fff",
    "han": "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff",
    "hangul": "\uac00-\ud7af\u1100-\u11ff",
    "thai": "\u0e00-\u0e7f",
    "devanagari": "\u0900-\u097f",
    "armenian": "\u0530-\u058f",
    "georgian": "\u10a0-\u10ff",
}
_BETWEEN = r"[\s\d.,:;!?'’\-–—()%\u200c-\u200f\u3000-\u303f\uff00-\uff0f\uff1a-\uff1f]"
_STRETCHES = {
    name: re.compile(f"[{letters}]{{2,}}(?:{_BETWEEN}*[{letters}]+)*") for name, letters in _SCRIPTS.items()
}
_ANY = re.compile(f"[{''.join(_SCRIPTS.values())}]{{2}}")
_OWN = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "sd", "ug", "ckb"), "arabic"),
    **dict.fromkeys(("he", "yi"), "hebrew"),
    **dict.fromkeys(("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "tg", "mn"), "cyrillic"),
    **dict.fromkeys(("zh", "ja"), "han"),
    **dict.fromkeys(("hi", "mr", "ne"), "devanagari"),
    "el": "greek",
    "ko": "hangul",
    "th": "thai",
    "hy": "armenian",
    "ka": "georgian",
}


def mark_passages(tree: PageTree, lang: str) -> PageTree:
    """Return a page with ``lang`` and ``dir`` at the passages that differ from what stands round them."""
    marker = _Marker(lang.partition("-")[0].lower())
    body = tree.copy().find("body")
    if body is None:
        return tree
    marker.walk(body, tree.root.get("dir") or "ltr", marker.lang)
    if not marker.changed:
        return tree
    from lxml.html import tostring

    return PageTree(tostring(body.getroottree(), encoding="unicode", doctype="<!DOCTYPE html>"))


class _Marker:
    """Marks one page; ``changed`` tells whether there was anything to mark."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.changed = False

    def walk(self, element: HtmlElement, direction: str, lang: str) -> None:
        """Mark an element, whose surroundings run in ``direction`` and are in ``lang``, and all in it."""
        if not isinstance(element.tag, str) or element.tag in _KEPT:
            return
        if "band" in (element.get("class") or "").split():
            return  # single words at both ends of a line
        is_line = element.tag in _LINES or bool(_LINE_SPANS & set((element.get("class") or "").split()))
        if element.get("dir"):
            direction = element.get("dir", direction)
        elif (is_line or element.tag in _LISTS) and self._turns(element, direction):
            direction = "ltr" if direction == "rtl" else "rtl"
            element.set("dir", direction)
            self.changed = True
        if element.get("lang"):
            lang = element.get("lang", lang).partition("-")[0].lower()
        elif is_line:
            found = self._find_language(" ".join(_own_words(element)), lang)
            if found and found != lang:
                lang = found
                element.set("lang", lang)
                self.changed = True
        for child in list(element):
            self.walk(child, direction, lang)
        if element.tag != "a" or not element.get("href", "").startswith(("http", "mailto")):
            self._mark_stretches(element, lang)

    def _turns(self, element: HtmlElement, direction: str) -> bool:
        """Tell whether an element runs otherwise than its surroundings; a list does if all its items do."""
        if element.tag in _LISTS:
            texts = [child.text_content() for child in element]
            return bool(texts) and all(find_direction(text, direction) != direction for text in texts)
        return find_direction(" ".join(_own_words(element)), direction) != direction

    def _find_language(self, text: str, lang: str) -> str:
        """Return the language of a line in another one than ``lang``, "" where that cannot be told."""
        if not text.isascii() and _ANY.search(text):
            own = _OWN.get(lang)
            letters = sum(map(str.isalpha, text))
            for name, stretch in _STRETCHES.items():
                if name != own and sum(len(part) for part in stretch.findall(text)) * 2 > letters:
                    return guess_language(text).lang
        words = [word.casefold() for word in _WORD.findall(text)]
        if len(words) < _FEWEST or lang != self.lang or lang not in FREQUENT or _may_be(words, lang):
            return ""
        others = [other for other in FREQUENT if _may_be(words, other)]
        guess = guess_language(text) if others else None  # a guess is slow, and most odd lines are names
        return guess.lang if guess and guess.lang in others and not guess.close else ""

    def _mark_stretches(self, element: HtmlElement, lang: str) -> None:
        """Put a span round the stretches of another script in the words right in an element."""
        from lxml.html import builder

        own = _OWN.get(lang)
        for holder, attribute in [(element, "text"), *((child, "tail") for child in element)]:
            text = getattr(holder, attribute)
            if not text or text.isascii() or not _ANY.search(text):
                continue
            others = [each for name, each in _STRETCHES.items() if name != own]
            found = sorted(part.span() for each in others for part in each.finditer(text))
            if not found:
                continue
            setattr(holder, attribute, text[: found[0][0]])
            at = 0 if attribute == "text" else list(element).index(holder) + 1
            ends = [start for start, _ in found[1:]] + [len(text)]
            for number, ((start, end), until) in enumerate(zip(found, ends, strict=True)):
                words = text[start:end]
                marks = {"lang": guess_language(words).lang}
                if find_direction(words, "ltr") == "rtl":
                    marks["dir"] = "rtl"
                span = builder.SPAN(words, **marks)
                span.tail = text[end:until]
                element.insert(at + number, span)
            self.changed = True


def _may_be(words: list[str], lang: str) -> bool:
    """Tell whether words, in lower case, are those of a text in a language by the share of frequent ones."""
    frequent = _list_frequent(lang)
    return sum(word in frequent for word in words) >= len(words) * _USUAL


@cache
def _list_frequent(lang: str) -> frozenset[str]:
    return frozenset(FREQUENT[lang].split())


def _own_words(element: HtmlElement) -> Iterator[str]:
    """Return the words of a line, without those of lines in it."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _LINES | _LISTS | _KEPT:
            note = "footnote" in (child.get("class") or "")
            if not note:
                yield from _own_words(child)
        yield child.tail or ""

"""Cuts a sentence into tokens: words, numbers with their sign of currency, punctuation; each with its place.

The same cuts are made in the treebanks that the weights are learned from.
"""

import re

Span = tuple[int, int]

_APOSTROPHE = "['’]"
_CURRENCY = "[$£€¥₹]"
# A number keeps its sign of currency, its separators (also groups behind a space), scale and per cent.
_NUMBER = (
    rf"(?:[A-Z]{{0,3}}{_CURRENCY}|[+\-−±~]|(?:US|A|C|HK|NZ|S|R)\$)?"
    r"(?:\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)|\d+)(?:['’]\d{3}(?!\d)|[.,:]\d+)*"
    rf"(?:(?:bn|tn|mn?|k|th|st|nd|rd|s|am|pm)\b|{_CURRENCY}|%|‰|°C?)?"
)
_TOKEN = re.compile(
    r"(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)\]}'\"»”’]"
    r"|[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+"
    rf"|{_NUMBER}(?![\w\-/])"
    r"|\.{2,}|-{2,}"
    # words: letters and digits, joined by hyphens, apostrophes, points, ampersands, slashes inside
    rf"|(?:[#@]|[A-Z]{{0,3}}{_CURRENCY})?\w+(?:(?:[-‐‑'’.&/+]|,(?=\d)|:(?=\d))\w+|[%‰])*"
    r"|\S"
)

# In the middle of a sentence a point belongs to what stands before it where that has points already, is one
# letter, is short with a capital ("Inc."), or where the sentence goes on.
_ABBREVIATION = re.compile(r"(?:\w+(?:\.\w+)+|[A-ZÀ-Þ]\w{1,3}|\w)(?=\.)|\w{1,5}(?=\.\s*[a-zß-ÿ\d,;:)])")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_ENGLISH = re.compile(
    rf"(?P<stem>.+?)(?P<rest>n{_APOSTROPHE}t|{_APOSTROPHE}(?:s|ll|re|ve|d|m))", re.IGNORECASE
)
_ELISION = re.compile(rf"(?:qu|lorsqu|puisqu|jusqu|quoiqu|[cdjlmnst]){_APOSTROPHE}(?=\w)", re.IGNORECASE)
_FRENCH_CLITIC = re.compile(
    r"(?P<stem>.*?[^\W\d_])(?P<rest>-t-(?:elles?|ils?|on)|-(?:elles?|ils?|on|je|tu|nous|vous|ce|lui|leur|moi|en|y))",
    re.IGNORECASE,
)
_WHOLE = {"rendez-vous", "aujourd'hui", "aujourd’hui", "parce-que", "est-ce"}
_GERMAN_ORDINAL = re.compile(r"\d{1,3}\.")


def find_tokens(text: str, lang: str) -> list[Span]:
    """The tokens of a sentence, as offsets of their begin and end; what lies between them is white space."""
    spans: list[Span] = []
    end = len(text.rstrip().rstrip("\"'”’»“)]"))
    for match in _TOKEN.finditer(text):
        begin, stop = match.span()
        if (
            text[begin:stop] == "."
            and spans
            and spans[-1][1] == begin
            and _keeps_point(text, spans[-1], end, lang)
        ):
            spans[-1] = (spans[-1][0], stop)
        else:
            spans.extend(_cut(text, begin, stop, lang))
    return spans


def _keeps_point(text: str, before: Span, end: int, lang: str) -> bool:
    begin, stop = before
    if stop + 1 >= end:  # the last point is the sentence's, but that of an acronym is its own as well
        return bool(_ACRONYM.fullmatch(text, begin, stop))
    if text[stop - 1].isdigit():
        return lang == "de" and bool(_GERMAN_ORDINAL.fullmatch(text, begin, stop + 1))
    match = _ABBREVIATION.match(text, begin)
    return match is not None and match.end() == stop


def _cut(text: str, begin: int, stop: int, lang: str) -> list[Span]:
    word = text[begin:stop]
    if lang == "fr":
        return _cut_french(word, begin)
    if lang == "en":
        if " " in word:  # no group of thousands in English
            return [(begin + part.start(), begin + part.end()) for part in re.finditer(r"\S+", word)]
        match = _ENGLISH.fullmatch(word)
        if match:
            middle = begin + match.start("rest")
            return [(begin, middle), (middle, stop)]
    return [(begin, stop)]


def _cut_french(word: str, begin: int) -> list[Span]:
    spans: list[Span] = []
    at = 0
    while word.lower() not in _WHOLE and (match := _ELISION.match(word, at)):
        spans.append((begin + at, begin + match.end()))
        at = match.end()
    clitic = _FRENCH_CLITIC.fullmatch(word, at)
    if clitic and word[at:].lower() not in _WHOLE:
        middle = clitic.start("rest")
        return [*spans, (begin + at, begin + middle), (begin + middle, begin + len(word))]
    return [*spans, (begin + at, begin + len(word))]

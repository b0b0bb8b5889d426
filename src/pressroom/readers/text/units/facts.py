"""What is looked at of each unit, found once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.lines.numbering import LeadingNumber, parse_number
from pressroom.readers.text.units.units import Unit

# a full stop that ends no sentence: "e. V.", "George W.", "Ltd."
_ABBREVIATED = re.compile(
    r"(?:(?<![^\W_])[A-ZÀ-Þ]|\b(?:Inc|Ltd|Co|Corp|Bros|Jr|JR|Sr|SR|Esq|Nr|No|etc|usw|bzw|Str))\.$"
)
_CLOSERS = "\"'”’)]»*_」』）】〉》"
# marks of other scripts as the ones that they are in Latin
_MARKS = str.maketrans("。．！？：；，、؟؛،।", "..!?:;,,?;,.")
_SQUARE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3]")
_LETTERS = 2.5  # of Latin that say as much as a letter that fills a square
_LETTERS_OF_A_WORD = 5
LONGEST = 170  # characters; no heading is longer


def measure_text(texts: Iterable[str], size: int) -> int:
    """Return how much a text of ``size`` characters says, in letters of Latin."""
    squares = sum(0 if text.isascii() else len(_SQUARE.findall(text)) for text in texts)
    return size + round(squares * (_LETTERS - 1))


def count_words(text: str) -> int:
    """Return how many words a text has, about as many where it sets none apart by blanks."""
    words = len(text.split())
    squares = 0 if text.isascii() else len(_SQUARE.findall(text))
    return max(words, round(squares * _LETTERS / _LETTERS_OF_A_WORD))


class UnitFacts:
    """What is looked at of one unit, found once."""

    __slots__ = ("aside", "body", "head", "number", "said", "size", "start", "tail", "text", "unit")

    def __init__(self, unit: Unit, lines: Lines) -> None:
        self.unit = unit
        self.aside = False
        self.said = False
        raw = lines.raw
        self.size = measure_text(raw[unit.first : unit.last + 1], unit.size)
        last = unit.last - (1 if unit.drawn else 0)
        first = unit.first + (1 if len(unit.drawn) > 1 else 0)
        self.number: LeadingNumber | None = None
        if unit.size <= LONGEST + 30 and unit.kind in _CANDIDATES:
            self.text = " ".join([raw[at].strip() for at in range(first, last + 1)])
            self.number = parse_number(self.text, unit.mark)
            self.body = self.text[self.number.length :] if self.number else self.text
        else:
            self.text = self.body = ""
        self.start = self.text or raw[first][:80].strip()
        ending = raw[last].rstrip()
        self.tail = ending[-1].translate(_MARKS)
        if self.tail in _CLOSERS and len(ending) > 1:
            inner = ending.rstrip(_CLOSERS).translate(_MARKS)
            self.tail = inner[-1] if inner and inner[-1] in ".!?:,;" else self.tail
        if self.tail == "." and self.text.count(" ") > 1 and _ABBREVIATED.search(self.text):
            self.tail = self.text[-2]
        self.head = raw[first].lstrip()[0]

    def take_number_for_words(self) -> None:
        """Make the number ahead of this unit a part of its words."""
        self.number = None
        self.body = self.text

    def take_number(self, number: LeadingNumber) -> None:
        """Take what this unit begins with for its number."""
        self.number = number
        self.body = self.text[number.length :]

    def read_fully(self) -> None:
        """Take all words for the text, however many; an editor called them a heading."""
        self.text = self.text or self.start
        self.body = self.body or self.text

    def set_aside(self) -> None:
        """Exclude this unit from the candidates, and its number from the outline."""
        self.aside = True
        self.number = None


_CANDIDATES = frozenset(("text", "item", "indented", "quoted"))

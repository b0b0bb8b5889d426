"""Articles read as `report make` reads them: the tiles of each, and its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import starmap
from pathlib import Path

from benchmarks.tile_scores.corpus import Article, digest
from benchmarks.tile_scores.judgements import Important, hash_words

from pressroom import numbers, readers
from pressroom.language import guess_language
from pressroom.model.document import Document
from pressroom.model.numbers import KeyNumber, Numbers, WordingForm
from pressroom.model.quantity import Interval, Kind, Quantity
from pressroom.numbers.parsing.sentences import split_sentences

OWN_WORDS = (WordingForm.CLAUSE, WordingForm.SENTENCE)


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile as printed, with the sentence that it is taken from.

    ``context`` is what a judge needs beside the sentence: of a number in the title, the first paragraph.
    """

    number: str
    value: float | Interval | None
    kind: Kind
    sentence: str
    display: str
    label: str
    detail: str
    form: WordingForm
    context: str = ""

    @property
    def hash(self) -> str:
        """The name under which its verdict is kept."""
        return hash_words(self.sentence, self.display, self.label, self.detail)

    @property
    def words(self) -> int:
        """How many words stand beside the number, or hold it."""
        return len(self.label.split())

    @property
    def verbatim(self) -> bool:
        """Whether it shows the text's own words."""
        return self.form in OWN_WORDS


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its tiles."""

    article: Article
    text: str
    tiles: tuple[Tile, ...]

    @property
    def hash(self) -> str:
        """The name under which its important numbers are kept."""
        return digest(self.text)

    def find_missed(self, important: Iterable[Important]) -> list[Important]:
        """Return those important numbers that no tile stands for."""
        return [one for one in important if not any(self._shows(tile, one) for tile in self.tiles)]

    def _shows(self, tile: Tile, one: Important) -> bool:
        """Tell whether a tile is of that number, holds it in its words, or shows the same value."""
        own = " ".join(one.number.split())
        if hash_words(tile.sentence) == one.sentence:
            printed = f"{tile.number} {tile.display} {tile.label}"
            return _holds(printed, own) or _holds(own, tile.number)
        return any(
            quantity.value is not None and (quantity.value, quantity.kind) == (tile.value, tile.kind)
            for quantity in numbers.extract(own, self.article.language)
        )


def read_texts(texts: Path, articles: Iterable[Article]) -> Iterator[tuple[Article, str]]:
    """Yield those of the articles whose texts are in a folder, with their texts."""
    for article in articles:
        place = texts / article.half / f"{article.id}.txt"
        if place.is_file():
            yield article, place.read_text(encoding="utf-8")


def read_articles(texts: Path, articles: Iterable[Article]) -> Iterator[Reading]:
    """Read those of the articles whose texts are in a folder."""
    return starmap(read_article, read_texts(texts, articles))


def read_article(article: Article, text: str) -> Reading:
    """Read an article; its language is found as that of any text is."""
    document, _, found = find_in_article(article, text)
    title, _, rest = text.partition("\n\n")
    opening = rest.partition("\n\n")[0].strip()
    in_title = document.text.find(title) + len(title)
    return Reading(
        article,
        text,
        tuple(_tile(key, opening if key.quantity.start < in_title else "") for key in found.key),
    )


def find_in_article(article: Article, text: str) -> tuple[Document, str, Numbers]:
    """Return an article as a document, its language, and its numbers."""
    document = readers.read(text.encode(), f"{article.id}.txt", readers.ReaderSettings())
    lang = document.metadata.lang or guess_language(document.text).lang
    return document, lang, numbers.find(document, lang=lang, reference_date=document.metadata.date)


def find_numbers(article: Article, text: str) -> tuple[str, tuple[Quantity, ...]]:
    """Return the language of an article, and all its numbers that may be key, shown or left out."""
    lang, found = find_in_article(article, text)[1:]
    left = (one.quantity for one in found.skipped if one.quantity is not None)
    return lang, (*(key.quantity for key in found.key), *left)


def split_text(text: str, lang: str) -> list[str]:
    """Return the sentences of an article as numbers are found in them, those of the title first."""
    return [
        paragraph[begin:end].strip()
        for paragraph in (" ".join(part.split()) for part in text.strip().split("\n\n"))
        for begin, end in split_sentences(paragraph, lang).stretches(len(paragraph) + 1)
    ]


def _holds(words: str, number: str) -> bool:
    """Tell whether words hold a number, and not as a part of a longer one."""
    part = re.escape(" ".join(number.split()))
    return bool(re.search(rf"(?<![\d.,]){part}(?!\d|[.,]\d)", " ".join(words.split())))


def _tile(key: KeyNumber, context: str) -> Tile:
    quantity = key.quantity
    form = next((wording.form for wording in key.wordings if not wording.refused), WordingForm.PHRASE)
    return Tile(
        number=quantity.text,
        value=quantity.value,
        kind=quantity.kind,
        sentence=quantity.sentence_text,
        display=key.display,
        label=key.label,
        detail=key.detail,
        form=form,
        context=context,
    )

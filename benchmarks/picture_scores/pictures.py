"""The pictures of an article, each as it is printed, with the sentences that it is taken from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import starmap
from pathlib import Path

from benchmarks.tile_scores.corpus import Article
from benchmarks.tile_scores.judgements import hash_words
from benchmarks.tile_scores.reading import find_in_article, read_texts

from pressroom import figures
from pressroom.model.document import Document
from pressroom.model.figure import Figure
from pressroom.model.numbers import KeyNumber


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: ``place`` is "panel", beside a key number, or "text"; ``display``, ``label`` and ``detail``
    are what is printed of that number, "" in the text. ``values`` are the printed words of its values with
    their qualifiers, a tuple a series; ``options`` how it is drawn.
    """

    place: str
    kind: str
    title: str
    subtitle: str
    names: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]
    options: str
    note: str
    display: str
    label: str
    detail: str
    sentences: tuple[str, ...]

    @property
    def hash(self) -> str:
        """The name under which its verdict is kept."""
        printed = (self.title, self.subtitle, *self.names, *(word for row in self.values for word in row))
        rest = (self.options, self.note, self.display, self.label, self.detail)
        return hash_words(self.place, self.kind, *printed, *rest, *self.sentences)


@dataclass(frozen=True, slots=True)
class PicturedArticle:
    """An article with its pictures, and how many key numbers it has."""

    article: Article
    pictures: tuple[Picture, ...]
    key_numbers: int


def read_pictures(texts: Path, articles: Iterable[Article]) -> Iterator[PicturedArticle]:
    """Read those of the articles whose texts are in a folder."""
    return starmap(find_pictures, read_texts(texts, articles))


def find_pictures(article: Article, text: str) -> PicturedArticle:
    """Return an article with the pictures that a report of it has."""
    document, lang, found = find_in_article(article, text)
    chosen = figures.choose(document, found, lang=lang)
    key = {one.id: one for one in found.key}
    entries = (entry for frame in chosen.panel.frames for entry in frame.entries) if chosen.panel else ()
    pictures = [
        *(_describe(entry.glyph, document, key[entry.number]) for entry in entries if entry.glyph),
        *(_describe(figure, document) for figure in chosen.drawn),
    ]
    return PicturedArticle(article, tuple(pictures), len(found.key))


def _describe(figure: Figure, document: Document, number: KeyNumber | None = None) -> Picture:
    sentences = (document.text[span.start : span.end] for span in figure.sources)
    return Picture(
        place="panel" if number else "text",
        kind=figure.kind,
        title=figure.title,
        subtitle=figure.subtitle,
        names=() if number else figure.categories,
        values=tuple(
            tuple(f"{datum.label} {datum.qualifier or ''}".rstrip() for datum in series.data)
            for series in figure.series
        ),
        options=str(figure.options),
        note="" if number else figure.note,
        display=number.display if number else "",
        label=number.label if number else "",
        detail=number.detail if number else "",
        sentences=tuple(" ".join(sentence.split()) for sentence in sentences),
    )

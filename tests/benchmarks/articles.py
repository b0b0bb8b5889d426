"""An article of the corpus for tests, with a text of their own."""

from __future__ import annotations

from benchmarks.tile_scores.corpus import Article, digest


def make_article(text: str) -> Article:
    """Return an English article of the half "work"."""
    return Article(
        id="en-ferry-01",
        source="Ferry Board",
        genre="news",
        language="en",
        half="work",
        repository="board/news",
        commit="",
        path="ferry.md",
        form="markdown",
        hash=digest(text),
    )

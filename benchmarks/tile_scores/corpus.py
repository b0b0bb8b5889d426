"""The list of articles that tiles are measured on: where each is kept, and which half it belongs to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from benchmarks.tile_scores.articles import Select, extract
from benchmarks.tile_scores.clones import read_file

Half = Literal["work", "kept"]
HALVES: tuple[Half, ...] = ("work", "kept")


class ChangedTextError(Exception):
    """The text taken out of a file is not the one that was judged."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article. ``source`` is who published it; all of a source's articles belong to one half.

    ``id`` begins with the language; ``hash`` is that of the extracted text.
    """

    id: str
    source: str
    genre: str
    language: str
    half: Half
    repository: str
    commit: str
    path: str
    form: str
    hash: str
    select: Select = field(default_factory=Select)


def read_list(text: str) -> list[Article]:
    """Return the articles of a list: a line of JSON for each."""
    return [_article(json.loads(line)) for line in text.split("\n") if line.strip()]


def write_list(articles: list[Article]) -> str:
    """Return the text of a list, without what a reader need not be told."""
    lines = []
    for article in articles:
        fields = asdict(article)
        standard = asdict(Select())
        fields["select"] = {name: held for name, held in fields["select"].items() if held != standard[name]}
        lines.append(json.dumps(fields, ensure_ascii=False))
    return "\n".join(lines) + "\n"


def take_text(article: Article, clones: Path) -> str:
    """Return an article's text.

    Raises MissingFileError, and ChangedTextError where it is another than was judged.
    """
    data = read_file(clones, article.repository, article.commit, article.path)
    text = extract(data, article.form, article.select)
    if digest(text) != article.hash:
        raise ChangedTextError(f"{article.id}: its text is not the one that was judged")
    return text


def digest(text: str) -> str:
    """Return the hash of a text, long enough to be its name."""
    return sha256(text.encode()).hexdigest()


def _article(fields: Mapping[str, Any]) -> Article:
    select: dict[str, Any] = {
        name: tuple(held) if isinstance(held, list) else held for name, held in fields["select"].items()
    }
    return Article(**{**fields, "select": Select(**select)})

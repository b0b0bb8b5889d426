"""Which values of each feature have a row of their own: those of the treebanks and of texts without trees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.syntax.treebanks import Sentence

from pressroom.syntax.features import KINDS, find_features
from pressroom.syntax.tokens import find_tokens

LEAST = {"norm": 2, "suffix3": 3, "suffix5": 4, "prefix3": 3, "shape": 3}  # rarer values are unknown
MOST_RAW = {"norm": 14000, "suffix3": 3000, "suffix5": 5000, "prefix3": 3000, "shape": 60}
LEAST_RAW = 6


@dataclass
class Vocabulary:
    """The values of each feature that have a row (row 0: unknown), tags and relations."""

    features: dict[str, list[str]]
    tags: list[str]
    relations: list[str]

    def rows(self, sentence: Sentence, index: dict[str, dict[str, int]]) -> list[list[int]]:
        return [
            [index[kind].get(value, 0) for kind, value in zip(KINDS, find_features(word), strict=True)]
            for word in sentence.words
        ]


def make_vocabulary(sentences: list[Sentence], raw: list[tuple[str, ...]]) -> tuple[Vocabulary, Counter[str]]:
    """What is known: features of the treebank, and those that are frequent in texts without trees."""
    counts = count_features([sentence.words for sentence in sentences])
    others = count_features(raw)
    features = {
        kind: [
            "",
            *sorted(
                {v for v, n in counts[kind].items() if n >= LEAST[kind] and v}
                | {v for v, n in others[kind].most_common(MOST_RAW[kind]) if n >= LEAST_RAW and v}
            ),
        ]
        for kind in KINDS
    }
    tags = sorted({tag for sentence in sentences for tag in sentence.tags})
    relations = sorted({relation for sentence in sentences for relation in sentence.relations})
    return Vocabulary(features, tags, relations), counts["norm"]


def count_features(sentences: Iterable[tuple[str, ...]]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for words in sentences:
        for word in words:
            for kind, value in zip(KINDS, find_features(word), strict=True):
                counts[kind][value] += 1
    return counts


def read_raw(path: Path | None, lang: str) -> list[tuple[str, ...]]:
    """The words of texts without trees, a sentence a line."""
    if path is None:
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [tuple(line[begin:end] for begin, end in find_tokens(line, lang)) for line in lines]
    return [words for words in found if 4 <= len(words) <= 60]

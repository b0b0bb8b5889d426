"""Sheets for judges, as JSON Lines: of tiles without where they come from, and of articles in sentences."""

from __future__ import annotations

import json
from collections.abc import Iterable

from benchmarks.tile_scores.judgements import Judgements, hash_words
from benchmarks.tile_scores.reading import Reading, split_text


def export_tiles(readings: Iterable[Reading], judgements: Judgements) -> str:
    """Return the tiles that have no verdict, in an order that does not tell which article each is of."""
    sheet = {
        tile.hash: {
            "tile": tile.hash,
            "number": tile.number,
            "sentence": tile.sentence,
            **({"context": tile.context} if tile.context else {}),
            "display": tile.display,
            "label": tile.label,
            "detail": tile.detail,
            "verdict": "",
        }
        for reading in readings
        for tile in reading.tiles
        if tile.hash not in judgements.verdicts
    }
    return _lines(sheet[key] for key in sorted(sheet))


def export_articles(readings: Iterable[Reading], judgements: Judgements) -> str:
    """Return the articles whose important numbers nobody has named, each sentence with its hash."""
    return _lines(
        {
            "article": reading.hash,
            "sentences": [
                {"sentence": hash_words(words), "text": words}
                for words in split_text(reading.text, reading.article.language)
            ],
            "important": [],
        }
        for reading in sorted(readings, key=lambda reading: reading.hash)
        if reading.hash not in judgements.important
    )


def _lines(entries: Iterable[object]) -> str:
    return "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)

"""Print how many tiles say what their sentences say, by judgements that are kept by hash.

    .venv/bin/python -m benchmarks.tiles TEXTS [--half work|kept]   the table
    .venv/bin/python -m benchmarks.tiles TEXTS --export FILE        tiles without a verdict, for a judge
    .venv/bin/python -m benchmarks.tiles TEXTS --export-articles FILE
                                                                    articles without important numbers
    .venv/bin/python -m benchmarks.tiles --import FILE              take the judgements of a sheet

TEXTS is the folder that benchmarks.tiles_corpus writes. All sheets are JSON Lines. A judge fills in "verdict"
(right, weak, misleading or wrong), or "important" with {"sentence": HASH, "number": TEXT} for each number
that an article's tiles should show; what else a line holds is not kept. The half "kept" is for the end: who
works on tiles looks at its table alone.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.tile_scores.arguments import make_parser, print_missing
from benchmarks.tile_scores.corpus import read_list
from benchmarks.tile_scores.judgements import Judgements, join_judgements, read_judgements, write_judgements
from benchmarks.tile_scores.reading import read_articles
from benchmarks.tile_scores.sheets import export_articles, export_tiles
from benchmarks.tile_scores.table import make_rows, write_table

FOLDER = Path(__file__).resolve().parent / "tiles"
SOURCES = FOLDER / "sources.jsonl"
JUDGEMENTS = FOLDER / "judgements.jsonl"


def main() -> int:
    parser = make_parser(__doc__, "tiles")
    parser.add_argument(
        "--export-articles", type=Path, metavar="FILE", help="write the articles that nobody has judged"
    )
    asked = parser.parse_args()
    judgements = _kept()
    if asked.judged:
        judgements = join_judgements(judgements, read_judgements(asked.judged.read_text(encoding="utf-8")))
        JUDGEMENTS.write_text(write_judgements(judgements), encoding="utf-8")
    if asked.texts:
        show(asked, judgements)
    return 0


def show(asked: argparse.Namespace, judgements: Judgements) -> None:
    """Read the articles and write what is asked for."""
    articles = read_list(SOURCES.read_text(encoding="utf-8"))
    wanted = [article for article in articles if asked.half in (None, article.half)]
    readings = list(read_articles(asked.texts, wanted))
    if asked.export:
        asked.export.write_text(export_tiles(readings, judgements), encoding="utf-8")
    if asked.export_articles:
        asked.export_articles.write_text(export_articles(readings, judgements), encoding="utf-8")
    if not asked.export and not asked.export_articles:
        print(write_table(make_rows(readings, judgements)))
    print_missing(len(readings), len(wanted), asked.texts)


def _kept() -> Judgements:
    return read_judgements(JUDGEMENTS.read_text(encoding="utf-8")) if JUDGEMENTS.is_file() else Judgements()


if __name__ == "__main__":
    sys.exit(main())

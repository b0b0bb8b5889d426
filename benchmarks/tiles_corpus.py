"""Write the articles that tiles are measured on, from clones of the repositories that hold them.

    .venv/bin/python -m benchmarks.tiles_corpus --clones FOLDER --out FOLDER [--sources FILE]

A clone is a folder owner/name or owner+name, bare or not. Writes OUT/work/ID.txt and OUT/kept/ID.txt:
articles to work with, and articles to look at only at the end. Not all licences allow the texts to be kept
here, so benchmarks/tiles/sources.jsonl says where each is.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.tile_scores.clones import MissingFileError
from benchmarks.tile_scores.corpus import ChangedTextError, read_list, take_text

SOURCES = Path(__file__).resolve().parent / "tiles" / "sources.jsonl"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--clones", type=Path, required=True, help="the folder of clones")
    parser.add_argument("--out", type=Path, required=True, help="where to write the texts")
    parser.add_argument("--sources", type=Path, default=SOURCES, help="the list of the articles")
    asked = parser.parse_args()
    problems = []
    articles = read_list(asked.sources.read_text(encoding="utf-8"))
    for article in articles:
        try:
            text = take_text(article, asked.clones)
        except (MissingFileError, ChangedTextError) as problem:
            problems.append(str(problem))
            continue
        place = asked.out / article.half / f"{article.id}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    print(f"{len(articles) - len(problems)} of {len(articles)} articles written to {asked.out}")
    for words in problems:
        print(words)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

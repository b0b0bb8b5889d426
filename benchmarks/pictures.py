"""Print how many pictures say what their sentences say, by judgements that are kept by hash.

    .venv/bin/python -m benchmarks.pictures TEXTS [--half work|kept]   the table
    .venv/bin/python -m benchmarks.pictures TEXTS --export FILE        pictures without a verdict, for a judge
    .venv/bin/python -m benchmarks.pictures --import FILE              take the judgements of a sheet

TEXTS is the folder that benchmarks.tiles_corpus writes. Sheets are JSON Lines. A judge sees the sentences and
the picture as printed and fills in "verdict" and "useful". A picture is right if every mark, label, title,
order and scale is borne out by the text and nothing is compared that the text does not compare; misleading if
a reader would take away something that the sentence does not say; wrong if a mark, label, number, order or
source is not what it says. It is useful if it shows something that the number alone does not.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence

from benchmarks.picture_scores.pictures import Picture, PicturedArticle, read_pictures
from benchmarks.picture_scores.verdicts import (
    VERDICTS,
    Verdict,
    export_pictures,
    read_verdicts,
    write_verdicts,
)
from benchmarks.tile_scores.arguments import make_parser, print_missing
from benchmarks.tile_scores.corpus import HALVES, read_list
from benchmarks.tiles import SOURCES

JUDGEMENTS = SOURCES.parent / "picture_judgements.jsonl"
HEAD = ("", "pictures", "right %", "misleading %", "wrong", "useful %", "unjudged")


def main() -> int:
    asked = make_parser(__doc__, "pictures").parse_args()
    verdicts = read_verdicts(JUDGEMENTS.read_text(encoding="utf-8")) if JUDGEMENTS.is_file() else {}
    if asked.judged:
        verdicts |= read_verdicts(asked.judged.read_text(encoding="utf-8"))
        JUDGEMENTS.write_text(write_verdicts(verdicts), encoding="utf-8")
    if asked.texts:
        wanted = read_list(SOURCES.read_text(encoding="utf-8"))
        wanted = [one for one in wanted if asked.half in (None, one.half)]
        articles = [*read_pictures(asked.texts, wanted)]
        if asked.export:
            asked.export.write_text(export_pictures(articles, verdicts), encoding="utf-8")
        else:
            print(write_table(articles, verdicts))
        print_missing(len(articles), len(wanted), asked.texts)
    return 0


def write_table(articles: Sequence[PicturedArticle], verdicts: Mapping[str, Verdict]) -> str:
    """Return the scores as a table in Markdown, all pictures first, then by half, place and kind; and how
    many articles with key numbers have a picture.
    """
    pictures = [(article, one) for article in articles for one in article.pictures]
    groups: dict[str, list[Picture]] = {"all": [one for _, one in pictures]}
    groups |= {
        f"{half} half": [one for article, one in pictures if article.article.half == half] for half in HALVES
    }
    for _, one in sorted(pictures, key=lambda pair: (pair[1].place, pair[1].kind)):
        groups.setdefault(one.place, []).append(one)
        groups.setdefault(f"{one.place}: {one.kind}", []).append(one)
    lines = [HEAD, tuple("---" for _ in HEAD)]
    lines += [_row(name, members, verdicts) for name, members in groups.items()]
    table = "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
    numbered = [one for one in articles if one.key_numbers]
    pictured = sum(bool(one.pictures) for one in numbered)
    return f"{table}\n{len(articles)} articles, {len(numbered)} with key numbers, {pictured} with a picture"


def _row(name: str, pictures: Iterable[Picture], verdicts: Mapping[str, Verdict]) -> tuple[str, ...]:
    members = [*pictures]
    judged = [verdicts[one.hash] for one in members if one.hash in verdicts]
    counts = {word: sum(one.word == word for one in judged) for word in VERDICTS}
    shares = [f"{100 * counts[word] / len(judged):.1f}" if judged else "-" for word in VERDICTS[:2]]
    useful = f"{100 * sum(one.useful for one in judged) / len(judged):.0f}" if judged else "-"
    return name, str(len(members)), *shares, str(counts["wrong"]), useful, str(len(members) - len(judged))


if __name__ == "__main__":
    sys.exit(main())

"""The table of tiles: what was judged of how many, by half, by language and by genre."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.tile_scores.corpus import HALVES
from benchmarks.tile_scores.judgements import Judgements
from benchmarks.tile_scores.reading import Reading

HEAD = (
    "",
    "articles",
    "tiles",
    "an article",
    "right %",
    "weak %",
    "misleading %",
    "wrong",
    "verbatim %",
    "median words",
    "missed an article",
    "no tile",
    "unjudged",
    "articles unjudged",
)


@dataclass(frozen=True, slots=True)
class Row:
    """Scores of some articles; verdicts count judged tiles alone, misses judged articles alone.

    ``without`` are articles that have an important number and no tile.
    """

    name: str
    articles: int
    tiles: int
    verdicts: dict[str, int]
    verbatim: int
    words: float
    missed: int
    without: int
    judged_articles: int

    @property
    def judged(self) -> int:
        """How many tiles have a verdict."""
        return sum(self.verdicts.values())

    def share(self, verdict: str) -> float:
        """Return the share of judged tiles with a verdict, in percent."""
        return _percent(self.verdicts.get(verdict, 0), self.judged)


def make_row(name: str, readings: Sequence[Reading], judgements: Judgements) -> Row:
    """Return the scores of some articles."""
    tiles = [tile for reading in readings for tile in reading.tiles]
    verdicts: dict[str, int] = {}
    for tile in tiles:
        verdict = judgements.verdicts.get(tile.hash)
        if verdict:
            verdicts[verdict] = verdicts.get(verdict, 0) + 1
    judged = [reading for reading in readings if reading.hash in judgements.important]
    important = {reading.hash: judgements.important[reading.hash] for reading in judged}
    return Row(
        name=name,
        articles=len(readings),
        tiles=len(tiles),
        verdicts=verdicts,
        verbatim=sum(tile.verbatim for tile in tiles),
        words=median([tile.words for tile in tiles]) if tiles else 0,
        missed=sum(len(reading.find_missed(important[reading.hash])) for reading in judged),
        without=sum(bool(important[reading.hash]) and not reading.tiles for reading in judged),
        judged_articles=len(judged),
    )


def make_rows(readings: Sequence[Reading], judgements: Judgements) -> list[Row]:
    """Return a row for all, then one a half, a language and a genre."""
    groupings: tuple[Callable[[Reading], str], ...] = (
        lambda reading: f"{reading.article.half} half",
        lambda reading: reading.article.language,
        lambda reading: reading.article.genre,
    )
    rows = [make_row("all", readings, judgements)]
    for group in groupings:
        for name in _in_order({group(reading) for reading in readings}):
            members = [reading for reading in readings if group(reading) == name]
            rows.append(make_row(name, members, judgements))
    return rows


def write_table(rows: Iterable[Row]) -> str:
    """Return rows as a table in Markdown."""
    lines = [HEAD, tuple("---" for _ in HEAD), *map(_cells, rows)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.name,
        str(row.articles),
        str(row.tiles),
        f"{row.tiles / row.articles:.1f}" if row.articles else "-",
        *(f"{row.share(verdict):.1f}" if row.judged else "-" for verdict in ("right", "weak", "misleading")),
        str(row.verdicts.get("wrong", 0)),
        f"{_percent(row.verbatim, row.tiles):.1f}",
        f"{row.words:g}",
        f"{row.missed / row.judged_articles:.2f}" if row.judged_articles else "-",
        str(row.without),
        str(row.tiles - row.judged),
        str(row.articles - row.judged_articles),
    )


def _in_order(names: set[str]) -> list[str]:
    halves = [f"{half} half" for half in HALVES]
    return [name for name in halves if name in names] + sorted(names.difference(halves))


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0

"""What readers said of pictures, kept by hash: of texts nothing is kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from benchmarks.picture_scores.pictures import Picture, PicturedArticle
from benchmarks.tile_scores.judgements import read_entries, take_verdict

VERDICTS = ("right", "misleading", "wrong")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader said of a picture, and whether it shows something that the number alone does not."""

    word: str
    useful: bool


def read_verdicts(text: str) -> dict[str, Verdict]:
    """Return the verdicts of JSON Lines by the hashes of their pictures; a later line replaces an earlier.

    A line is {"picture": HASH, "verdict": WORD, "useful": true}; other fields, such as a judge's note, are
    passed over. Raises WrongJudgementError.
    """
    found = {}
    for number, entry in read_entries(text, ("picture",), "no picture"):
        word = take_verdict(entry, number, VERDICTS)
        found[str(entry["picture"])] = Verdict(word, bool(entry.get("useful")))
    return found


def write_verdicts(verdicts: Mapping[str, Verdict]) -> str:
    """Return verdicts as JSON Lines, sorted by hash."""
    entries = (
        {"picture": name, "verdict": one.word, "useful": one.useful} for name, one in sorted(verdicts.items())
    )
    return "".join(json.dumps(entry) + "\n" for entry in entries)


def export_pictures(articles: Iterable[PicturedArticle], verdicts: Mapping[str, Verdict]) -> str:
    """Return the pictures without a verdict as JSON Lines, in an order that does not tell their articles."""
    sheet: dict[str, Picture] = {
        picture.hash: picture
        for article in articles
        for picture in article.pictures
        if picture.hash not in verdicts
    }
    rows = (
        {"picture": name, **asdict(picture), "verdict": "", "useful": None}
        for name, picture in sorted(sheet.items())
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)

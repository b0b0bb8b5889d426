"""What readers said of tiles and articles, kept by hash: of texts nothing is kept.

A tile is judged once for its sentence and what is printed; where either changes, it is another tile.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

VERDICTS = ("right", "weak", "misleading", "wrong")
LONG_ENOUGH = 16  # hexadecimal digits of a hash that no two of some thousand sentences share


class WrongJudgementError(Exception):
    """A line of judgements that cannot be taken."""


@dataclass(frozen=True, slots=True)
class Important:
    """A number that an article's tiles should show: the hash of its sentence, and the number as written."""

    sentence: str
    number: str


@dataclass(frozen=True, slots=True)
class Judgements:
    """Verdicts by the hash of a tile, and important numbers by the hash of an article."""

    verdicts: Mapping[str, str] = field(default_factory=dict)
    important: Mapping[str, tuple[Important, ...]] = field(default_factory=dict)


def hash_words(*words: str) -> str:
    """Return a short hash of some texts; how their blanks are broken into lines does not count."""
    joined = json.dumps([" ".join(each.split()) for each in words], ensure_ascii=False)
    return sha256(joined.encode()).hexdigest()[:LONG_ENOUGH]


def read_judgements(text: str) -> Judgements:
    """Return the judgements of JSON Lines; a later line replaces an earlier one of the same hash.

    A line is {"tile": HASH, "verdict": WORD} or {"article": HASH, "important": [{"sentence": HASH, "number":
    TEXT}, …]}; other fields, such as a judge's note, are passed over. Raises WrongJudgementError.
    """
    verdicts: dict[str, str] = {}
    important: dict[str, tuple[Important, ...]] = {}
    for number, entry in read_entries(text, ("tile", "article"), "neither a tile nor an article"):
        if "tile" in entry:
            verdicts[entry["tile"]] = take_verdict(entry, number, VERDICTS)
        else:
            important[entry["article"]] = tuple(_important(entry.get("important", ())))
    return Judgements(verdicts, important)


def write_judgements(judgements: Judgements) -> str:
    """Return judgements as JSON Lines, sorted by hash."""
    tiles = [{"tile": tile, "verdict": verdict} for tile, verdict in sorted(judgements.verdicts.items())]
    articles = [
        {
            "article": article,
            "important": [{"sentence": one.sentence, "number": one.number} for one in numbers],
        }
        for article, numbers in sorted(judgements.important.items())
    ]
    return "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in (*tiles, *articles))


def join_judgements(old: Judgements, new: Judgements) -> Judgements:
    """Return both, the new ones in place of the old."""
    return Judgements({**old.verdicts, **new.verdicts}, {**old.important, **new.important})


def read_entries(text: str, keys: Sequence[str], lacking: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of JSON Lines with the numbers of their lines. Raises WrongJudgementError, with what
    is ``lacking`` in a line that has none of the keys.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except json.JSONDecodeError as problem:
            raise WrongJudgementError(f"line {number}: {problem}") from None
        if not isinstance(entry, dict) or entry.keys().isdisjoint(keys):
            raise WrongJudgementError(f"line {number}: {lacking}")
        yield number, entry


def take_verdict(entry: Mapping[str, Any], number: int, known: Sequence[str]) -> str:
    """Return the verdict of a line. Raises WrongJudgementError where it is none of those that are known."""
    verdict = entry.get("verdict")
    if verdict not in known:
        raise WrongJudgementError(f"line {number}: the verdict is none of {', '.join(known)}")
    return str(verdict)


def _important(entries: Iterable[Mapping[str, str]]) -> Iterable[Important]:
    return (Important(entry["sentence"], entry["number"]) for entry in entries)

"""Words lost by the readers in a folder of files, against an independent reader of each format.

Called by ``python benchmarks/readers.py FOLDER``; ``-v`` names the files below the mark.
"""

from __future__ import annotations

import re
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.reading.private import PRIVATE
from benchmarks.reading.references import CONVERTED, REFERENCES, by_libreoffice
from tests.readers import content

from pressroom.errors import PressroomError
from pressroom.readers import ReaderSettings, extensions, read

_TOKEN = re.compile(r"[^\W_]+")
LARGEST = 20_000_000
REFERENCE = "reference"  # the folder in which the texts that LibreOffice exports are kept
SHORTEST_PRIVATE = 4  # letters of a word that tells
MARK = 0.98  # recall below which -v names a file


@dataclass
class Tally:
    """What came of the files of one format."""

    files: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    words: int = 0
    found: int = 0
    leaked: list[str] = field(default_factory=list)
    recalls: list[tuple[float, str, list[str]]] = field(default_factory=list)
    seconds: float = 0.0


def measure_folder(folder: Path, verbose: bool) -> None:
    """Print a line for each format of the files in a folder."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    known = set(extensions())
    texts = folder / REFERENCE
    files = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in known and texts not in path.parents and path.stat().st_size <= LARGEST
    ]
    by_libreoffice([path for path in files if path.suffix.lower() in CONVERTED], texts)
    for path in files:
        _measure_file(path, tallies[path.suffix.lower()], texts / f"{path.stem}.txt")
    for ending, tally in sorted(tallies.items()):
        recall = tally.found / tally.words if tally.words else 1.0
        worst = sorted(tally.recalls)
        refused = ", ".join(f"{count} {rule}" for rule, count in tally.refused.most_common()) or "none"
        print(
            f"{ending:6} {tally.files:4} files  recall {recall:.4f} of {tally.words:,} words"
            f"  below {MARK}: {sum(each[0] < MARK for each in worst)} of {len(worst)}"
            f"  empty {len(tally.empty)}  leaked {len(tally.leaked)}  faults {len(tally.faults)}"
            f"  refused: {refused}  {tally.seconds:.0f} s"
        )
        for name in (*tally.faults, *tally.empty, *tally.leaked):
            print("   fault, empty or leaked:", name)
        for value, name, lost in worst if verbose else ():
            if value < MARK:
                print(f"   {value:.3f} {name}: {' '.join(lost[:12])}")


def _measure_file(path: Path, tally: Tally, converted: Path) -> None:
    tally.files += 1
    data = path.read_bytes()
    start = time.perf_counter()
    try:
        document = read(data, path.name, ReaderSettings())
    except PressroomError as error:
        rule = error.diagnostic.rule
        tally.refused[rule] += 1
        if "unforeseen" in error.diagnostic.message:
            tally.faults.append(f"{path.name}: {error.diagnostic.message}")
        return
    finally:
        tally.seconds += time.perf_counter() - start
    ending = path.suffix.lower()
    if ending in CONVERTED:
        wanted = converted.read_text(encoding="utf-8-sig") if converted.exists() else ""
    else:
        wanted = REFERENCES.get(ending, _no_words)(data)
    told = " ".join((document.text, *(each.message for each in document.diagnostics)))
    have = count_words(told)
    want = count_words(wanted)
    if want and not _letters(document.text):
        tally.empty.append(path.name)
    lost = want - have
    leaked = _find_leaked(PRIVATE.get(ending, _no_words)(data), want, content.words(document))
    if leaked:
        tally.leaked.append(f"{path.name}: {' '.join(leaked[:8])}")
    total = sum(want.values())
    if total:
        tally.words += total
        tally.found += total - sum(lost.values())
        tally.recalls.append((1 - sum(lost.values()) / total, path.name, list(lost)))


def _find_leaked(private: str, shown: Counter[str], text: str) -> list[str]:
    """Return words that stand nowhere but in what is private, and yet in the report."""
    if not private.strip():
        return []
    hidden = [word for word in count_words(private) if len(word) >= SHORTEST_PRIVATE and word not in shown]
    have = count_words(text)
    return [word for word in hidden if word in have]


def _letters(text: str) -> bool:
    return any(map(str.isalnum, text))


def count_words(text: str) -> Counter[str]:
    """Count words without case and without the hyphens within them."""
    text = re.sub(r"(?<=\w)[-\u00ad\u2010\u2011]\s*\n\s*(?=\w)", "", text)
    text = re.sub(r"(?<=\w)[-\u00ad\u2010\u2011’'](?=\w)", "", text)
    for letter, plain in (("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi"), ("ﬄ", "ffl")):
        text = text.replace(letter, plain)
    return Counter(_TOKEN.findall(text.casefold()))


def _no_words(_: bytes) -> str:
    return ""

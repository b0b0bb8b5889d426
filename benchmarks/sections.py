"""Every figure of the section parser: accuracy, cross-validation, few headings, throughput, hostile texts.

    python -P benchmarks/sections.py [../shared/benchmarks/sections] [--quick | --left-out]

The folder holds score.py and the two collections, dev.jsonl.xz and more.jsonl.xz, which are taken
together. The figures that count are those "its source left out": each repository of either collection is
read with weights that were fitted on all others. "Fewer than three headings" are the texts of the variants
a-f that have two true headings at most, some of them none: of the lines that are found to be headings
there, the share that is true. It is measured by the whole reader like all others, and printed for each
collection as well.

Cross-validation takes five minutes, and needs numpy, scipy and scikit-learn; --quick leaves it out, and the
slow hostile texts; --left-out prints nothing else.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import lzma
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any

HERE = Path(__file__).parent
sys.path[:] = [str(HERE.parent / "src"), *(path for path in sys.path if path != str(HERE)), str(HERE)]

from sections_adapter import parse

from pressroom.errors import PressroomError
from pressroom.readers.common.settings import ReaderSettings
from pressroom.readers.text.headings import find
from pressroom.readers.text.read import read_text

SHIPPED = find.WEIGHTS

COLLECTIONS = ("dev", "more")
BARS = {"a-f": 0.975, "b": 0.96, "c": 0.96, "d": 0.975, "f": 0.995, "g": 0.90}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "folder", nargs="?", type=Path, default=HERE.parent.parent / "shared/benchmarks/sections"
    )
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--quick", action="store_true", help="without cross-validation")
    only.add_argument("--left-out", action="store_true", help="cross-validation and nothing else")
    options = parser.parse_args()
    files = [options.folder / f"{name}.jsonl.xz" for name in COLLECTIONS]
    score = loaded(options.folder / "score.py")
    if not options.left_out:
        accuracy(score, files)
        throughput(files[0])
        hostile(options.quick)
    if not options.quick:
        cross_validation(score, files)


def loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def line(name: str, value: float, bar: float, unit: str = "", *, most: bool = False) -> None:
    good = value <= bar if most else value >= bar
    print(f"{'ok  ' if good else 'MISS'} {name:<48} {value:8.3f}{unit}  (bar {bar:g}{unit})")


def accuracy(score: ModuleType, files: Sequence[Path]) -> None:
    """Print what the weights that are shipped find."""
    counts = Counts(score)
    for file in files:
        for record in records(file):
            counts.add(record, file)
    print(score.table(counts.groups))
    for name, bar in BARS.items():
        line(f"heading F1, {name}", counts.summarise(name)["F1"], bar)
    line("home, a-f", counts.summarise("a-f")["home"], 0.93)
    line("kind, a-f", counts.summarise("a-f")["kind"], 0.975)
    counts.print_few("")


class Counts:
    """What was found, by group of texts."""

    def __init__(self, score: ModuleType) -> None:
        self.groups: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._few: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._score = score

    def add(self, record: dict[str, Any], file: Path) -> None:
        """Read a text, and count what is right and wrong."""
        found = self._score.score_doc(record, parse(record["text"]), False)[0]
        collection = file.name.partition(".")[0]
        marked = record["variant"][0] != "g"
        for name in (record["variant"], *(("ALL a-f", f"{collection} a-f") if marked else ())):
            self.groups[name] += found
        if is_of_few(record):
            self._few[""] += found
            self._few[f", {collection}"] += found

    def summarise(self, variant: str) -> dict[str, float]:
        """Return the figures of one variant, or of a-f."""
        name = "ALL a-f" if variant == "a-f" else next(key for key in self.groups if key[:2] == f"{variant}_")
        return dict(self._score.summary(self.groups[name]))

    def print_few(self, how: str) -> None:
        """Print the precision in texts of fewer than three headings."""
        line(f"precision, fewer than three headings{how}", precision(self._few[""]), 0.85)
        for part in sorted(self._few.keys() - {""}):
            print(f"     precision, fewer than three headings{part:8} {precision(self._few[part]):8.3f}")


def records(file: Path) -> Iterator[dict[str, Any]]:
    with lzma.open(file, "rt") as lines:
        yield from map(json.loads, lines)


def is_of_few(record: dict[str, Any]) -> bool:
    return record["variant"][0] != "g" and sum(b["kind"] == "heading" for b in record["blocks"]) < 3


def precision(counts: Counter[str]) -> float:
    return counts["tp"] / max(1, counts["tp"] + counts["fp"])


def timed(text: str) -> float:
    begin = time.perf_counter()
    with suppress(PressroomError):
        read_text(text, "text", ReaderSettings())
    return time.perf_counter() - begin


def throughput(file: Path) -> None:
    texts = [record["text"] for record in records(file)]
    size = sum(len(text.encode()) for text in texts) / 1e6
    line(
        "throughput, median of 5",
        size / statistics.median(sum(map(timed, texts)) for _ in range(5)),
        5,
        " MB/s",
    )
    whole = "\n\n".join(texts)
    small = statistics.median(timed(whole[:2_000_000]) for _ in range(3)) / 2
    line("20 MB to 2 MB, time per MB", timed((whole * 2)[:20_000_000]) / 20 / small, 1.5, most=True)


def hostile(quick: bool) -> None:
    texts = {
        "one line of 10 MB": "word " * 2_000_000,
        "one word of 10 MB": "a" * 10_000_000,
        "100,000 short lines": "A short line of no more than that.\n" * 100_000,
        "100,000 numbered lines": "".join(f"{n}. item that is here\n" for n in range(100_000)),
        "5,000 nested quotes": "\n".join(">" * n + " x" for n in range(5_000)),
        "5,000 quote marks, one line": "> " * 5_000 + "x",
        "1,500 steps of a list": "\n".join(" " * n + "- x" for n in range(1_500)),
    }
    texts |= {f"1 MB of {letter!r}": letter * 1_000_000 for letter in "a.-=>|*#[(\"'` \t\n\r\f\xad\u200b1:"}
    if quick:
        texts = {name: text[: len(text) // 10] for name, text in texts.items()}
    for name, text in texts.items():
        line(name, timed(text) / max(0.1, len(text) / 1e6), 2, " s/MB", most=True)


def cross_validation(score: ModuleType, files: Sequence[Path]) -> None:
    """Score each source by weights fitted on all others."""
    import fit_sections

    docs = [doc for file in files for doc in fit_sections.load(file)]
    counts = Counts(score)
    try:
        weights_of = fit_sections.cross_validated(docs, strict=False)
        for file in files:
            for record in records(file):
                find.WEIGHTS = weights_of[record["source"]["repo"]]
                counts.add(record, file)
    finally:
        find.WEIGHTS = SHIPPED
    print("each source by weights that never saw it:")
    print(score.table(counts.groups))
    for name, bar in (("a-f", 0.972), ("b", 0.955)):
        line(f"heading F1, {name}, its source left out", counts.summarise(name)["F1"], bar)
    line("home, a-f, its source left out", counts.summarise("a-f")["home"], 0.90)
    counts.print_few(", left out")


if __name__ == "__main__":
    main()

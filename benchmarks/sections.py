"""Every figure of the section parser: accuracy, cross-validation, few headings, throughput, hostile texts.

    python -P benchmarks/sections.py [../shared/benchmarks/sections] [--quick]

The folder holds score.py and dev.jsonl.xz. Cross-validation needs numpy, scipy and scikit-learn; --quick leaves it out,
and the slow hostile texts.
"""  # noqa: E501 - as long as what it prints or names

from __future__ import annotations

import argparse
import importlib.util
import json
import lzma
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
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

BARS = {"a-f": 0.975, "b": 0.96, "c": 0.96, "d": 0.975, "f": 0.995, "g": 0.90}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "folder", nargs="?", type=Path, default=HERE.parent.parent / "shared/benchmarks/sections"
    )
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    file = options.folder / "dev.jsonl.xz"
    score = loaded(options.folder / "score.py")
    fitted = accuracy(score, file)
    throughput(file)
    hostile(options.quick)
    if not options.quick:
        cross_validation(score, file, fitted)


def loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def line(name: str, value: float, bar: float, unit: str = "", *, most: bool = False) -> None:
    good = value <= bar if most else value >= bar
    print(f"{'ok  ' if good else 'MISS'} {name:<44} {value:8.3f}{unit}  (bar {bar:g}{unit})")


def accuracy(score: ModuleType, file: Path) -> float:
    groups, _, _, _ = score.run(parse, str(file))
    print(score.table(groups))
    for name, bar in BARS.items():
        key = (
            next(key for key in groups if key == "ALL a-f" if name == "a-f")
            if name == "a-f"
            else next(key for key in groups if key.startswith(f"{name}_"))
        )
        line(f"heading F1, {name}", score.summary(groups[key])["F1"], bar)
    total = score.summary(groups["ALL a-f"])
    line("home, a-f", total["home"], 0.93)
    line("kind, a-f", total["kind"], 0.975)
    few: Counter[str] = Counter()
    for record in filter(is_of_few, records(file)):
        few += score.score_doc(record, parse(record["text"]), False)[0]
    line("precision, fewer than three headings", precision(few), 0.80)
    return float(total["F1"])


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


def cross_validation(score: ModuleType, file: Path, fitted: float) -> None:
    """Score each source by weights fitted on all others; ``fitted`` is the F1 of those that are shipped."""
    import fit_sections

    docs = fit_sections.load(file)
    groups: defaultdict[str, Counter[str]] = defaultdict(Counter)
    few: Counter[str] = Counter()
    try:
        for repo, weights in fit_sections.cross_validated(docs, strict=False).items():
            find.WEIGHTS = weights
            for record in records(file):
                if record["source"]["repo"] == repo:
                    counts = score.score_doc(record, parse(record["text"]), False)[0]
                    for name in ("ALL a-f" if record["variant"][0] != "g" else "g", record["variant"]):
                        groups[name] += counts
                    few += counts if is_of_few(record) else Counter()
    finally:
        find.WEIGHTS = SHIPPED
    print("each source by weights that never saw it:")
    print(score.table(groups))
    total = score.summary(groups["ALL a-f"])
    line("heading F1, a-f, its source left out", total["F1"], 0.965)
    b = next(key for key in groups if key.startswith("b_"))
    line("heading F1, b, its source left out", score.summary(groups[b])["F1"], 0.95)
    line("home, a-f, its source left out", total["home"], 0.91)
    line("F1, a-f: the bar less that of sources left out", BARS["a-f"] - total["F1"], 0.01, most=True)
    line("F1, a-f: fitted less that of sources left out", fitted - total["F1"], 0.01, most=True)
    print(f"     precision, fewer than three headings, left out {precision(few):8.3f}")


if __name__ == "__main__":
    main()

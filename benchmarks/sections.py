"""Every figure of the section parser: accuracy, cross-validation, few headings, throughput, hostile texts.

    python -P benchmarks/sections.py [../shared/benchmarks/sections] [--quick]

The folder holds score.py and dev.jsonl.xz. Cross-validation needs numpy, scipy and scikit-learn; --quick leaves it out,
and the slow hostile texts.
"""  # noqa: E501

from __future__ import annotations

import argparse
import importlib.util
import json
import lzma
import statistics
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).parent
sys.path[:] = [str(HERE.parent / "src"), *(path for path in sys.path if path != str(HERE)), str(HERE)]

from sections_adapter import parse  # noqa: E402

from pressroom.errors import PressroomError  # noqa: E402
from pressroom.readers.settings import ReaderSettings  # noqa: E402
from pressroom.readers.text import read_text  # noqa: E402

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
    accuracy(score, file)
    throughput(file)
    hostile(options.quick)
    if not options.quick:
        cross_validation(file)


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


def accuracy(score: ModuleType, file: Path) -> None:
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
    with lzma.open(file, "rt") as records:
        for record in map(json.loads, records):
            if record["variant"][0] != "g" and sum(b["kind"] == "heading" for b in record["blocks"]) < 3:
                few += score.score_doc(record, parse(record["text"]), False)[0]
    line("precision, fewer than three headings", few["tp"] / max(1, few["tp"] + few["fp"]), 0.80)


def timed(text: str) -> float:
    begin = time.perf_counter()
    with suppress(PressroomError):
        read_text(text, "text", ReaderSettings())
    return time.perf_counter() - begin


def throughput(file: Path) -> None:
    with lzma.open(file, "rt") as records:
        texts = [json.loads(record)["text"] for record in records]
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


def cross_validation(file: Path) -> None:
    import fit_sections

    docs = fit_sections.load(file)
    groups = fit_sections.evaluate(docs, fit_sections.cross_validated(docs, strict=False))
    fit_sections.report("left out", groups)
    line("heading F1, a-f, its source left out", fit_sections.f1(groups["a-f"]), 0.965)
    line("heading F1, b, its source left out", fit_sections.f1(groups["b"]), 0.95)


if __name__ == "__main__":
    main()

"""Print how well the numbers of texts are found, and what it costs.

    python benchmarks/numbers.py [--errors N]

Value F1, value and unit F1 and qualifier F1 of every suite in ../shared/benchmarks/numbers, the share of
spans to be refused that were read as a quantity, our own sentences in four languages, the cost of import and
first use, and the throughput.
"""

from __future__ import annotations

import os
import sys

# where Python puts a script's folder first on the path, this file would hide the standard library's "numbers"
HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100,PTH120 - pathlib may import what is hidden
sys.path = [place for place in sys.path if place != HERE]

import json
import re
import statistics
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

sys.path.append(HERE)

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "benchmarks" / "numbers"
RUNS = 7
TEXTS = ("border-brief.txt", "heat-plan.md")  # prose, and a plan that is full of figures


def suites(errors: str) -> None:
    """Print the scorer's table of all suites."""
    command = [
        sys.executable,
        str(DATA / "score.py"),
        "--adapter",
        str(ROOT / "benchmarks" / "numbers_adapter.py"),
    ]
    subprocess.run([*command, "--errors", errors, *map(str, sorted(DATA.glob("*.jsonl")))], check=True)


def refused() -> None:
    """Print how many spans that must not be read as quantities were."""
    from numbers_adapter import extract

    hit = total = 0
    for line in (DATA / "cases.jsonl").read_text().splitlines():
        record = json.loads(line)
        found = extract(record["text"])
        for span in record["reject"]:
            total += 1
            hit += any(each["start"] < span["end"] and span["start"] < each["end"] for each in found)
    print(f"\nspans to be refused that were read as a quantity: {hit} of {total} ({100 * hit / total:.1f} %)")


# what another finder holds for a quantity and we do not, by the look of its text
OTHER_CONVENTIONS = (
    (
        "an article for one: a gallon",
        re.compile(r"(?i)an?\b(?! (?:hundred|thousand|million|billion|half|third|quarter))"),
    ),
    ("a year or a decade", re.compile(r"(?:1[5-9]|20)\d\d")),
    ("a dozen or a gross as a unit", re.compile(r"(?i).*\b(?:dozen|gross)\b")),
    ("scientific notation and formulas", re.compile(r".*\d(?:[eE][-+]?\d|\s?[×x^*]\s?\d|\s?\+/-)")),
    ("one, where nothing is counted", re.compile(r"(?i)one\b")),
    ("a number named by an equation: equals 20", re.compile(r"(?i)equal")),
    ("the second end of a range alone: 40 - 50 years old", re.compile(r"50 years old")),
    ("an ordinal as a bound", re.compile(r"(?i).*\w+th\b")),
)


def conventions(name: str) -> None:
    """Print where a suite's conventions are not ours, by kind, and the value F1 without those quantities."""
    from numbers_adapter import extract
    from score import in_scope

    kinds: Counter[str] = Counter()
    right = wanted = seen = 0
    for line in (DATA / f"{name}.jsonl").read_text().splitlines():
        record = json.loads(line)
        gold = record["expected"]
        found = extract(record["text"])
        seen += sum(
            in_scope(one, record["scope"]) and not any(_overlap(one, g) for g in gold) for one in found
        )
        for each in gold:
            over = [one for one in found if _overlap(one, each)]
            kind = next((kind for kind, look in OTHER_CONVENTIONS if look.match(each["text"])), "")
            if any(_same(one["value"], each["value"]) for one in over):
                right, wanted, seen = right + 1, wanted + 1, seen + 1
            elif kind:
                kinds[kind] += 1
            else:
                kinds["a miss of ours"] += 1
                wanted, seen = wanted + 1, seen + len(over)
    print(f"\n{name}: value F1 {200 * right / (wanted + seen):.1f} without what is held otherwise:")
    for kind, count in kinds.most_common():
        print(f"  {count:3}  {kind}")


def _overlap(one: dict[str, int], other: dict[str, int]) -> bool:
    return one["start"] < other["end"] and other["start"] < one["end"]


def _same(ours: object, theirs: object) -> bool:
    one, other = (value if isinstance(value, list) else [value] for value in (ours, theirs))
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and all(abs(a - b) <= 1e-6 * max(1, abs(b)) for a, b in pairs)


# sentences in the manner of news wires, labelled before the rules saw them: how well they were read at
# first sight (value, value and unit, qualifier F1, false where none is). One part was then learned from at
# once, another late, the third last: none of them is unseen today
NEWS_FIRST = {
    "en": {
        "learned": (97.9, 85.6, 95.5, 12.9),
        "late": (97.8, 84.0, 94.5, 6.9),
        "last": (97.7, 91.4, 97.1, 9.3),
    },
    "de": {
        "learned": (89.3, 72.0, 100.0, 50.0),
        "late": (97.2, 81.4, 89.2, 22.2),
        "last": (94.1, 83.2, 100.0, 25.0),
    },
    "fr": {
        "learned": (84.9, 77.7, 85.7, 35.7),
        "late": (93.9, 83.8, 96.3, 0.0),
        "last": (93.3, 86.0, 90.3, 16.7),
    },
    "es": {
        "learned": (89.7, 70.3, 84.2, 50.0),
        "late": (95.1, 79.0, 76.2, 11.1),
        "last": (94.7, 84.1, 90.9, 25.0),
    },
}


def news() -> None:
    """Print how well news sentences are read, in the scorer's own terms."""
    sys.path.append(str(DATA))
    from numbers_adapter import as_scored
    from score import score_records

    from pressroom.numbers import extract

    print("\nnews: value, value and unit, qualifier F1, false where none is (the first time), counted noun")
    for lang, parts in NEWS_FIRST.items():
        lines = (ROOT / "tests" / "numbers" / "sentences" / "news" / f"{lang}.jsonl").read_text().splitlines()
        records = [json.loads(line) for line in lines]

        def read(text: str, lang: str = lang) -> list[dict[str, object]]:
            return [as_scored(one, rated=True) for one in extract(text, lang)]

        for part, first in parts.items():
            some = [record for record in records if record["part"] == part]
            told, _ = score_records(some, read)
            shares = (told["value"]["F1"], told["value_unit"]["F1"], told["qualifier"]["F1"])
            now = (*shares, 100 * told["empty_with_false"] / told["empty"])
            print(
                f"  {lang} {part:8} {len(some):4}  "
                + "  ".join(f"{a:5.1f} ({b:5.1f})" for a, b in zip(now, first, strict=True))
                + f"  {100 * nouns(some, read):5.1f}"
            )


def nouns(records: list[dict[str, Any]], read: Callable[[str], list[dict[str, Any]]]) -> float:
    """Return in which share of the counted things the noun is right."""
    from score import canon_unit

    right = counted = 0
    for record in records:
        found = read(record["text"])
        for gold in record["expected"]:
            if gold["kind"] != "number" or not gold["unit"]:
                continue
            counted += 1
            over = (one for one in found if _overlap(one, gold))
            right += any(canon_unit(one["unit"]) == canon_unit(gold["unit"]) for one in over)
    return right / counted


# value F1, qualifier F1, numbers seen where there are none: the first time that the finder was tried
FIRST = {
    "en": (0.943, 0.958, 0.079),
    "de": (0.883, 0.970, 0.462),
    "fr": (0.873, 0.889, 0.455),
    "es": (0.907, 0.929, 0.455),
}


def languages() -> None:
    """Print how well the sentences of tests/numbers/sentences are read, now and at first sight."""
    sys.path.append(str(ROOT))
    from tests.numbers.sentences import LANGUAGES, score

    print("\nown sentences: value F1, qualifier F1, false where there is none (the first time)")
    for lang in LANGUAGES:
        now = score(lang)
        values = zip((now.values, now.qualifiers, now.false), FIRST[lang], strict=True)
        print(f"  {lang} {now.sentences:4}  " + "  ".join(f"{a:.3f} ({b:.3f})" for a, b in values))


def cost() -> None:
    """Print what import and first use cost beyond Python's own start, and the throughput."""
    use = "from pressroom.numbers import extract; extract('over 1,100 soldiers')"
    times: dict[str, list[float]] = {"pass": [], use: []}
    for _ in range(RUNS):
        for code, taken in times.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": str(ROOT / "src")})
            taken.append(time.perf_counter() - start)
    bare, first = (statistics.median(taken) for taken in times.values())
    print(f"import and first use: {1000 * (first - bare):.0f} ms beyond Python's own start")
    from numbers_adapter import extract

    print("throughput, best of three (characters between two numbers):")
    for name in TEXTS:
        text = (ROOT / "seeds" / name).read_text()
        gap = len(text) // (len(extract(text)) or 1)
        for size in (0.1, 1.0):
            long = text * max(1, round(size * 1e6 / len(text)))
            best = min(_seconds(partial(extract, long)) for _ in range(3))
            print(f"  {name:18} {len(long) / 1e6:5.2f} MB: {len(long) / 1e6 / best:.2f} MB/s ({gap})")


RUNS_OF = (
    "1",
    "1,",
    "1.",
    "1 ",
    ".",
    ". ",
    " ",
    "and ",
    "one and ",
    "$",
    "-",
    "(",
    "1-",
    "over ",
    "a 1 ",
    "1:",
    "@",
    "'s ",
    "[1",
    "1/",
)


def long_runs() -> None:
    """Print which run of one piece costs most a character, and how much more in a run ten times as long."""
    from numbers_adapter import extract

    costs = []
    for piece in RUNS_OF:
        short, long = (
            min(_seconds(partial(extract, piece * (size // len(piece)))) for _ in range(3)) / size
            for size in (20_000, 200_000)
        )
        costs.append((long, long / short, piece))
    slowest, steepest = max(costs), max(costs, key=lambda cost: cost[1])
    print(f"long runs of {len(RUNS_OF)} pieces, 200,000 characters each:")
    print(f"  slowest: {slowest[2]!r}, {1e-6 / slowest[0]:.2f} MB/s")
    print(f"  steepest: {steepest[2]!r}, a character costs {steepest[1]:.2f} times as much as in 20,000")


def documents() -> None:
    """Print what a document takes with all that is told of its numbers, for a short one and a long one."""
    from pressroom.numbers import find
    from pressroom.readers import ReaderSettings, read

    print("whole documents, read already: found, ranked, held against each other")
    for name in TEXTS:
        text = (ROOT / "seeds" / name).read_text()
        taken = []
        for size in (0.25, 0.5, 1.0):
            long = text * max(1, round(size * 1e6 / len(text)))
            document = read(long.encode(), name, ReaderSettings())
            taken.append(min(_seconds(partial(find, document)) for _ in range(2)) / len(long))
        speeds = ", ".join(f"{1e-6 / each:.2f}" for each in taken)
        more = taken[-1] / taken[0]
        print(f"  {name:18} 0.25, 0.5, 1 MB: {speeds} MB/s; a character costs {more:.2f} times as much")


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    suites(sys.argv[2] if sys.argv[1:2] == ["--errors"] else "0")
    refused()
    news()
    languages()
    conventions("quantulum3_quantities")
    conventions("recognizers_age")
    conventions("recognizers_range")
    cost()
    documents()
    long_runs()

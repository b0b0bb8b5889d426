"""Print how well the numbers of texts are found, and what it costs.

    python benchmarks/numbers.py [--errors N]

Value F1, value and unit F1 and qualifier F1 of every suite in ../shared/benchmarks/numbers, the share of
spans to be refused that were read as a quantity, our own sentences in four languages, the cost of import and
first use, and the throughput.
"""

# ruff: noqa: E402
from __future__ import annotations

import sys

# a script's folder comes first on the path, where this file would hide the standard library's "numbers"
HERE = sys.path.pop(0)

import json
import re
import statistics
import subprocess
import time
from collections import Counter
from pathlib import Path

sys.path.append(HERE)

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "benchmarks" / "numbers"
RUNS = 7


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
    ("an ordinal as a bound", re.compile(r"(?i).*\w+th\b")),
)


def conventions(name: str) -> None:
    """Print where a suite's conventions are not ours, by kind, and the value F1 without those quantities."""
    from numbers_adapter import extract

    kinds: Counter[str] = Counter()
    right = wanted = seen = 0
    for line in (DATA / f"{name}.jsonl").read_text().splitlines():
        record = json.loads(line)
        found = extract(record["text"])
        for gold in record["expected"]:
            over = [each for each in found if each["start"] < gold["end"] and gold["start"] < each["end"]]
            if any(_same(each["value"], gold["value"]) for each in over):
                right, wanted, seen = right + 1, wanted + 1, seen + 1
                continue
            kind = next((kind for kind, look in OTHER_CONVENTIONS if look.match(gold["text"])), "")
            kinds[kind or "a miss of ours"] += 1
            if not kind:
                wanted, seen = wanted + 1, seen + len(over)
        gold = record["expected"]
        seen += sum(not any(e["start"] < g["end"] and g["start"] < e["end"] for g in gold) for e in found)
    print(f"\n{name}: value F1 {2 * right / (wanted + seen):.3f} without what is held otherwise:")
    for kind, count in kinds.most_common():
        print(f"  {count:3}  {kind}")


def _same(ours: object, theirs: object) -> bool:
    one, other = (value if isinstance(value, list) else [value] for value in (ours, theirs))
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and all(abs(a - b) <= 1e-6 * max(1, abs(b)) for a, b in pairs)


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

    text = (ROOT / "seeds" / "heat-plan.md").read_text()
    for copies in (1, 10, 40):
        start = time.perf_counter()
        extract(text * copies)
        seconds = time.perf_counter() - start
        print(f"{len(text) * copies / 1e6:6.2f} MB: {len(text) * copies / 1e6 / seconds:.2f} MB/s")


if __name__ == "__main__":
    suites(sys.argv[2] if sys.argv[1:2] == ["--errors"] else "0")
    refused()
    languages()
    conventions("quantulum3_quantities")
    conventions("recognizers_range")
    cost()

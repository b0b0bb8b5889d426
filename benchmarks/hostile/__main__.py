"""Hostile input of every kind given to the whole program; the exit status is 1 unless every bar is met.

    .venv/bin/python -m benchmarks.hostile [PART …] [--mutants 10000] [--seed 1] [--jobs 1] [--kills 50]
                                           [--texts N] [--patterns N] [--keep FOLDER]

Parts: cases, vectors, mutants, naughty, kills, users, growth; without any, all of them, one after the
other. All files are made here. The fuzzer is a program of its own, benchmarks/fuzz.py.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from benchmarks.hostile import cases, growth, kills, mutants, naughty, users, vectors

Counts = Counter[str]
WELL = {
    "cases": {"built", "refused"},
    "vectors": {"vectors", "built", "refused"},
    "mutants": {"built", "refused"},
    "naughty": {"built", "outputs", "strings with the text"},
    "kills": {
        "make: kills",
        "make: while files take their places",
        "clean: kills",
        "pull: kills",
        "send: kills",
    },
    "users": {"commands", "planted", "left out: needs the administrator's rights"},
    "growth": {"linear"},
}
LEAST = {
    "cases": {"all": 400},
    "vectors": {"vectors": 60},
    "mutants": {"all": 10_000},
    "naughty": {"built": 500, "outputs": 2_000, "strings with the text": 14_000},
    "kills": {"make: kills": 50, "clean: kills": 50, "pull: kills": 50, "send: kills": 50},
    "users": {},
    "growth": {"linear": 2_000},
}


def judge(part: str, counts: Counts) -> list[str]:
    """Return which bars a part's counts miss."""
    missed = [f"{count} {what}" for what, count in counts.items() if count and what not in WELL[part]]
    counted = {**counts, "all": counts.total()}
    missed += [
        f"{counted.get(what, 0)} {what}, not {least}"
        for what, least in LEAST[part].items()
        if counted.get(what, 0) < least
    ]
    return missed


def main() -> int:
    """Run the parts that are asked for, and print what came of each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", choices=[*WELL, []])
    parser.add_argument("--mutants", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1, help="of the mutants, and of the patterns")
    parser.add_argument("--jobs", type=int, default=1, help="mutants made side by side")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--texts", type=int, default=0, help="of naughty: only so many, from all over")
    parser.add_argument("--patterns", type=int, default=0, help="of growth: so many more, made by chance")
    parser.add_argument("--keep", type=Path, help="a folder for the files, which then stay")
    asked = parser.parse_args()
    runs: dict[str, Callable[[Path], tuple[Counts, Sequence[str]]]] = {
        "cases": cases.run,
        "vectors": vectors.run,
        "mutants": partial(mutants.run, count=asked.mutants, seed=asked.seed, jobs=asked.jobs),
        "naughty": partial(naughty.run, most=asked.texts),
        "kills": partial(kills.run, kills=asked.kills),
        "users": users.run,
        "growth": partial(growth.run, more=asked.patterns, seed=asked.seed),
    }
    status = 0
    with ExitStack() as stack:
        top = asked.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for part in asked.parts or WELL:
            folder = top / part
            folder.mkdir(parents=True)
            counts, said = runs[part](folder)
            missed = judge(part, counts)
            status |= bool(missed)
            for line in said:
                print(f"  {line}")
            listed = ", ".join(f"{count:,} {what}" for what, count in sorted(counts.items()))
            print(f"{part}: {listed}: {'NOT WELL: ' + '; '.join(missed) if missed else 'well'}", flush=True)
    return status


if __name__ == "__main__":
    raise SystemExit(main())

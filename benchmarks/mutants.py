"""Kill rate: how many small random changes of the sources ("mutants") some test notices.

    .venv/bin/python -m benchmarks.mutants --measure                find out which tests reach what, first
    .venv/bin/python -m benchmarks.mutants --measure tests/figures  the same for tests that are new or changed
    .venv/bin/python -m benchmarks.mutants                          600 mutants over all packages
    .venv/bin/python -m benchmarks.mutants --count 40 --only src/pressroom/figures   of a package or module
    .venv/bin/python -m benchmarks.mutants --ids 0123456789abcdef   these, drawn or not
    .venv/bin/python -m benchmarks.mutants --again                  those that survived the last time

The sample is drawn by hashes of a fixed seed with each function's source, so that it changes only where
functions change, and each function is as likely as any other. Survivors that change nothing which anybody
could notice are named with their reason in benchmarks/mutants_equivalent.toml. Status 1 below the bar, or
where a survivor is not named. docs/decisions/0052-mutants-drawn-at-random.md says why the tool is our own.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import threading
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.mutation.operators import Mutation, mutations
from benchmarks.mutation.reach import Reach, load
from benchmarks.mutation.slots import Run, Slot, load_heavy, make_slot, mutated, record

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".mutants"
REACH, SURVIVORS = CACHE / "reach.json", CACHE / "survivors.json"
EQUIVALENT = ROOT / "benchmarks" / "mutants_equivalent.toml"
COUNT, SEED = 600, "pressroom"
BAR = 0.86
SLOTS = 2
MOST = 20.0  # seconds of tests for one mutant; what is left counts as not noticing it


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutant: "survived", "not reached", "timeout", "crash", or the test that noticed it.

    ``left`` tests that reach it were not run, being beyond the limit of time.
    """

    mutation: Mutation
    result: str
    left: int = 0

    @property
    def killed(self) -> bool:
        """Tell whether a test noticed."""
        return self.result not in ("survived", "not reached", "error")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--measure", nargs="*", metavar="TESTS", help="measure which tests reach which blocks"
    )
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", default=SEED)
    parser.add_argument("--only", nargs="+", metavar="PATH", default=[], help="a package or a module of src/")
    parser.add_argument("--ids", nargs="+", metavar="ID", default=[])
    parser.add_argument("--again", action="store_true", help="those that survived the last time")
    parser.add_argument("--slots", type=int, default=SLOTS, help="how many run at a time")
    asked = parser.parse_args()
    if asked.measure is not None:
        measure(asked.measure, asked.slots)
        return 0
    if not REACH.is_file():
        parser.error("it is not known which tests reach what: run with --measure first")
    texts = sources(asked.only)
    ids = json.loads(SURVIVORS.read_text(encoding="utf-8")) if asked.again else asked.ids
    if ids:
        drawn = [each for several in _of_functions(texts) for each in several if each.id in ids]
    else:
        drawn = draw(texts, asked.count, asked.seed)
    known = equivalents()
    start = time.monotonic()
    outcomes = []
    for outcome in run(drawn, texts, load(REACH), asked.slots):
        outcomes.append(outcome)
        if not outcome.killed:
            show(outcome, known.get(outcome.mutation.id, ""))
    report(outcomes, known)
    print(f"{len(outcomes)} mutants in {time.monotonic() - start:.0f} s")
    survivors = [each.mutation.id for each in outcomes if not each.killed and each.mutation.id not in known]
    SURVIVORS.write_text(json.dumps(survivors), encoding="utf-8")
    return 1 if survivors or rate(outcomes) < BAR else 0


def sources(only: Iterable[str]) -> dict[str, str]:
    """Return the texts of the modules by their paths from the root."""
    paths = sorted((ROOT / "src" / "pressroom").rglob("*.py"))
    names = {path.relative_to(ROOT).as_posix(): path for path in paths}
    wanted = tuple(place.rstrip("/") for place in only)
    return {
        name: path.read_text(encoding="utf-8")
        for name, path in names.items()
        if not wanted or any(name == place or name.startswith(f"{place}/") for place in wanted)
    }


def draw(texts: dict[str, str], count: int, seed: str) -> list[Mutation]:
    """Draw ``count`` mutations: functions evenly, in each function its mutations evenly, a second of a
    function only when each has one.
    """
    ranked: list[tuple[int, str, Mutation]] = []
    for several in _of_functions(texts):
        order = sorted(several, key=lambda mutation: _digest(seed, mutation.id))
        ranked += [(turn, _digest(seed, "function", each.id), each) for turn, each in enumerate(order)]
    ranked.sort(key=lambda entry: entry[:2])
    return sorted((each for _, _, each in ranked[:count]), key=lambda each: (each.path, each.line, each.id))


def _of_functions(texts: dict[str, str]) -> Iterator[list[Mutation]]:
    for path, text in texts.items():
        yield from mutations(path, text).values()


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def measure(tests: list[str], slots: int) -> None:
    """Measure which tests reach what, on copies of the clone, and keep it."""
    places = [ROOT / place for place in tests or ["tests"]]
    files = [
        file
        for place in places
        for file in ([place] if place.is_file() else sorted(place.rglob("test_*.py")))
    ]
    names = [file.relative_to(ROOT).as_posix() for file in files]
    folders = [CACHE / f"measure-{os.getpid()}-{number}" for number in range(min(slots, len(names)))]
    results: dict[int, tuple[list[str], dict[str, Any]]] = {}

    def work(number: int) -> None:
        results[number] = record(make_slot(ROOT, folders[number]), names[number::slots])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(len(folders))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    reach = load(REACH) if tests and REACH.is_file() else Reach()
    for blocks, recorded in results.values():
        reach.add(blocks, recorded)
        for test in recorded["failed"]:
            print(f"left out, it does not pass in a copy: {test}")
    reach.save(REACH)
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    seconds = sum(test.seconds for test in reach.tests.values())
    reached = sum(bool(found) for found in reach.blocks.values())
    print(f"{len(reach.tests)} tests of {seconds:.0f} s reach {reached} of {len(reach.known)} blocks")


def run(drawn: list[Mutation], texts: dict[str, str], reach: Reach, slots: int) -> Iterator[Outcome]:
    """Run mutants, so many at a time; yield what became of them as they end."""
    load_heavy()
    free = [make_slot(ROOT, CACHE / f"slot-{os.getpid()}-{number}") for number in range(slots)]
    made = list(free)
    for slot in free:
        subprocess.run([slot.python, "-m", "compileall", "-q", "src", "tests"], cwd=slot.tree, check=False)
    waiting = list(reversed(drawn))
    going: list[tuple[Run, Mutation, int, Slot, object]] = []
    while waiting or going:
        while waiting and free:
            mutation = waiting.pop()
            plan = reach.plan(mutation, MOST)
            if not plan.waves:
                yield Outcome(mutation, "not reached")
                continue
            slot = free.pop()
            placed = mutated(slot, mutation.path, mutation.apply(texts[mutation.path]))
            placed.__enter__()
            going.append((Run(slot, plan.waves, plan.seconds), mutation, plan.left, slot, placed))
        for entry in list(going):
            started, mutation, left, slot, placed = entry
            result = started.poll()
            if result is not None:
                placed.__exit__(None, None, None)
                going.remove(entry)
                free.append(slot)
                yield Outcome(mutation, result, left)
        time.sleep(0.02)
    for slot in made:
        shutil.rmtree(slot.folder, ignore_errors=True)


def equivalents() -> dict[str, str]:
    """Return the reasons of the mutants that nobody could notice, by their ids."""
    if not EQUIVALENT.is_file():
        return {}
    data = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))
    return {entry["id"]: entry["reason"] for entry in data.get("mutant", ())}


def rate(outcomes: list[Outcome]) -> float:
    """Return the share of mutants that some test noticed."""
    return sum(each.killed for each in outcomes) / (len(outcomes) or 1)


def report(outcomes: list[Outcome], known: dict[str, str]) -> None:
    """Print the kill rate by package and of all, and how the survivors came to be."""
    packages: dict[str, list[Outcome]] = {}
    for each in outcomes:
        packages.setdefault(package(each.mutation.path), []).append(each)
    for name, several in sorted(packages.items()):
        killed = sum(each.killed for each in several)
        print(f"{name:<28} {killed:>4} of {len(several):>4}  {rate(several):6.1%}")
    killed = sum(each.killed for each in outcomes)
    named = sum(not each.killed and each.mutation.id in known for each in outcomes)
    print(f"killed: {killed} of {len(outcomes)}, {rate(outcomes):.1%} (bar {BAR:.0%})")
    print(f"survivors: {named} named equivalent, {len(outcomes) - killed - named} not")
    ended = Counter(each.result for each in outcomes if each.result in ("timeout", "crash", "error"))
    if ended:
        print("ended otherwise: " + ", ".join(f"{count} by {how}" for how, count in ended.items()))
    limited = sum(each.left > 0 and not each.killed for each in outcomes)
    if limited:
        print(f"survivors that more than {MOST:g} s of tests reach, so that not all were run: {limited}")


def show(outcome: Outcome, reason: str) -> None:
    """Print a survivor."""
    mutation = outcome.mutation
    left = f", {outcome.left} tests left out" if outcome.left else ""
    print(f"{mutation.path}:{mutation.line} {mutation.function} [{mutation.operator}] {outcome.result}{left}")
    print(f"    {mutation.id} {'equivalent: ' + reason if reason else ''}")
    for sign, text in (("-", mutation.old), ("+", mutation.new)):
        print(f"    {sign} {' '.join(text.split())[:150]}", flush=True)


def package(path: str) -> str:
    """Return the package that a module's kill rate is part of: at most two levels below pressroom."""
    return ".".join(Path(path).parts[2:-1][:2]) or "pressroom"


if __name__ == "__main__":
    sys.exit(main())

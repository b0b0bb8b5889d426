"""Which tests reach which blocks, and what each test costs: measured once, kept in a file outside Git."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from benchmarks.mutation.operators import Mutation

FEW = 3.0  # seconds of tests that are run first
SLOW = 2.0  # seconds from which a test is run after all others


@dataclass(slots=True)
class Test:
    """A test that passes: its file, its seconds of processor time, and the shared fixtures that it uses."""

    file: str
    seconds: float
    fixtures: tuple[str, ...]


@dataclass(slots=True)
class Reach:
    """``blocks`` maps a block's full name ("src/pressroom/module.py::function#0") to the tests that run it.

    ``files`` and ``fixtures`` are seconds of importing a test file and of setting up a shared fixture.
    ``imported`` are blocks that run while modules are imported, which is no test's own doing;
    ``known`` all blocks that there were.
    """

    tests: dict[str, Test] = field(default_factory=dict)
    blocks: dict[str, set[str]] = field(default_factory=dict)
    files: dict[str, float] = field(default_factory=dict)
    fixtures: dict[str, float] = field(default_factory=dict)
    imported: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)

    def add(self, names: list[str], recorded: dict[str, Any]) -> None:
        """Take in what the plugin recorded in a run of pytest; ``names`` are the blocks' names by number."""
        files = {name.partition("::")[0] for name in recorded["tests"]} | set(recorded["files"])
        self.forget(files)
        self.known |= set(names)
        self.files |= recorded["files"]
        self.imported |= {names[number] for number in recorded["imported"]}
        for name, fixture in recorded["fixtures"].items():
            self.fixtures[name] = fixture["seconds"]
        for name, test in recorded["tests"].items():
            self.tests[name] = Test(name.partition("::")[0], test["seconds"], tuple(test["fixtures"]))
            shared = (recorded["fixtures"][fixture]["blocks"] for fixture in test["fixtures"])
            for number in {*test["blocks"], *(number for numbers in shared for number in numbers)}:
                self.blocks.setdefault(names[number], set()).add(name)

    def forget(self, files: Iterable[str]) -> None:
        """Forget the tests of these files."""
        gone = {name for name, test in self.tests.items() if test.file in set(files)}
        for name in gone:
            del self.tests[name]
        for tests in self.blocks.values():
            tests -= gone

    def reaching(self, mutation: Mutation) -> set[str]:
        """Return the tests that may notice a mutation.

        Those that run its block; where it is newer than the measurement, those that run its function or else
        its module; where it runs while modules are imported, all that run something of its module.
        """
        block, function = f"{mutation.path}::{mutation.block}", f"{mutation.path}::{mutation.function}#"
        if block in self.imported:
            return self._with_prefix(f"{mutation.path}::")
        if block in self.known:
            return self.blocks.get(block, set())
        return self._with_prefix(function) or self._with_prefix(f"{mutation.path}::")

    def _with_prefix(self, prefix: str) -> set[str]:
        return {test for name, tests in self.blocks.items() if name.startswith(prefix) for test in tests}

    def plan(self, mutation: Mutation, most: float) -> Plan:
        """Choose the tests to run for a mutation: nearest files first, quickest first, within ``most``
        seconds; one that takes longer is run where those ahead of it take no more than ``FEW``.
        """
        reaching = self.reaching(mutation)
        near = sorted(reaching, key=lambda name: self._order(name, mutation.path))
        seconds, chosen, left = 0.0, [], 0
        paid: set[str] = set()
        waves: list[list[str]] = [[], []]
        for name in near:
            test = self.tests[name]
            more = {test.file, *test.fixtures} - paid
            cost = test.seconds + sum(self.files.get(each, self.fixtures.get(each, 0)) for each in more)
            if seconds + cost > most and seconds > FEW:
                left += 1
                continue
            seconds, paid = seconds + cost, paid | more
            chosen.append(name)
            waves[0 if seconds <= FEW else 1].append(name)
        return Plan([wave for wave in waves if wave], seconds, left)

    def _order(self, test: str, path: str) -> tuple[bool, int, float, str]:
        own = self.tests[test]
        whole = own.seconds + sum(self.fixtures.get(each, 0) for each in own.fixtures)
        return own.seconds > SLOW, self._distance(test, path), whole, test

    def _distance(self, test: str, path: str) -> int:
        """Return how far a test's file is from a module by their folders: tests mirror the sources."""
        mirrored = PurePosixPath(path).with_suffix("").parts[2:]
        file = PurePosixPath(self.tests[test].file)
        own = (*file.parts[1:-1], file.stem.removeprefix("test_"))
        same = 0
        for one, other in zip(mirrored, own, strict=False):
            if one != other:
                break
            same += 1
        return len(mirrored) - same

    def save(self, path: Path) -> None:
        """Write the map."""
        ids = {name: number for number, name in enumerate(self.tests)}
        data = {
            "tests": {name: [test.file, test.seconds, test.fixtures] for name, test in self.tests.items()},
            "blocks": {name: sorted(ids[test] for test in tests) for name, tests in self.blocks.items()},
            "files": self.files,
            "fixtures": self.fixtures,
            "imported": sorted(self.imported),
            "known": sorted(self.known),
        }
        path.write_text(json.dumps(data), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Plan:
    """The tests for a mutation, in waves that are run one after another; their seconds; how many are left
    out.
    """

    waves: list[list[str]]
    seconds: float
    left: int


def load(path: Path) -> Reach:
    """Read a map."""
    data = json.loads(path.read_text(encoding="utf-8"))
    names = list(data["tests"])
    return Reach(
        {name: Test(file, seconds, tuple(used)) for name, (file, seconds, used) in data["tests"].items()},
        {name: {names[number] for number in numbers} for name, numbers in data["blocks"].items()},
        data["files"],
        data["fixtures"],
        set(data["imported"]),
        set(data["known"]),
    )

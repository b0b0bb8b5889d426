"""A pytest plugin that notes for each test which blocks it reaches, and what it costs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HITS, RESULT = "MUTANTS_HITS", "MUTANTS_RESULT"  # the environment says where to read, and where to write


def cpu_seconds() -> float:
    """Return the processor time of this process and of its children that ended, which a busy machine doesn't
    change.
    """
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


class Recording:
    """Attributes the blocks that run to tests, to fixtures that several tests share, or to importing."""

    def __init__(self, hits: Path, result: Path) -> None:
        self.hits = hits.open("rb")
        self.result = result
        self.current: set[int] = set()
        self.imported: set[int] = set()
        self.tests: dict[str, dict[str, Any]] = {}
        self.fixtures: dict[str, dict[str, Any]] = {}
        self.files: dict[str, float] = {}

    def flush(self, into: set[int]) -> None:
        """Take what was recorded since the last time."""
        into.update(map(int, self.hits.read().split()))
        recorder = sys.modules.get("pressroom._reached")
        if recorder is not None:
            recorder.seen.clear()

    @pytest.hookimpl(hookwrapper=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> Iterator[None]:
        """Measure how long a test file takes to import."""
        start = cpu_seconds()
        yield
        if isinstance(collector, pytest.Module):
            self.files[collector.nodeid] = round(cpu_seconds() - start, 3)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Iterator[None]:
        """Measure what setting up a shared fixture takes, and what it reaches."""
        if fixturedef.scope == "function":
            yield
            return
        outer, self.current = self.current, set()
        self.flush(outer)
        start = cpu_seconds()
        yield
        self.flush(self.current)
        seconds = round(cpu_seconds() - start, 3)
        self.fixtures[_fixture(fixturedef)] = {"seconds": seconds, "blocks": sorted(self.current)}
        self.current = outer

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Measure what a test takes, and what it reaches."""
        self.flush(self.current if self.tests else self.imported)
        _clear_caches()
        self.current = set()
        shared = sum(fixture["seconds"] for fixture in self.fixtures.values())
        start = cpu_seconds()
        yield
        self.flush(self.current)
        seconds = cpu_seconds() - start - sum(f["seconds"] for f in self.fixtures.values()) + shared
        test = self.tests.setdefault(item.nodeid, {"passed": False})
        definitions = item._fixtureinfo.name2fixturedefs  # noqa: SLF001 - pytest has no public name for it
        used = {_fixture(each) for several in definitions.values() for each in several}
        test["seconds"] = round(max(seconds, 0.001), 3)
        test["fixtures"] = sorted(used & self.fixtures.keys())
        test["blocks"] = sorted(self.current)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note whether a test passes; only such tests can notice something."""
        test = self.tests.setdefault(report.nodeid, {"passed": False})
        if report.when == "call":
            test["passed"] = report.passed
        elif report.failed:
            test["passed"] = False

    def pytest_sessionfinish(self) -> None:
        """Write what was measured."""
        found = {
            "imported": sorted(self.imported),
            "fixtures": self.fixtures,
            "files": self.files,
            "tests": {name: test for name, test in self.tests.items() if test["passed"]},
            "failed": [name for name, test in self.tests.items() if not test["passed"]],
        }
        self.result.write_text(json.dumps(found), encoding="utf-8")


def _fixture(definition: Any) -> str:
    return f"{definition.baseid}::{definition.argname}"


def _clear_caches() -> None:
    """Empty the caches of the package, so that a test reaches what another reached before it."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("pressroom.", "tests.")):
            for value in list(vars(module).values()):
                clear = getattr(value, "cache_clear", None)
                if clear is not None and hasattr(value, "__wrapped__"):
                    clear()


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Recording(Path(os.environ[HITS]), Path(os.environ[RESULT])))

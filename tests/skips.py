"""In continuous integration a test that skips fails, unless its reason is on the list below.

A skip is how a check stops running without anybody seeing it. Elsewhere, a machine may lack what it lacks.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any, NamedTuple

import pytest


class Allowed(NamedTuple):
    """A skip that may be: the test module, how its reason begins, and why it may be."""

    module: str
    reason: str
    why: str


_DATA = "data of a benchmark that is kept beside the repository, not in it"
ALLOWED = (
    Allowed("figures/test_choose.py", "the article is not beside the clone", _DATA),
    Allowed("readers/docx/test_read.py", "the corpus of Word files is not beside the repository", _DATA),
    Allowed(
        "readers/markdown/test_read.py", "the CommonMark specification is not beside the repository", _DATA
    ),
    Allowed("readers/text/test_read.py", "the article is not at hand", _DATA),
    Allowed("readers/text/test_read.py", "the sections benchmark is not at hand", _DATA),
    Allowed(
        "writers/email/test_headers.py",
        "../shared/benchmarks/corpora with the naughty strings is not there",
        _DATA,
    ),
    Allowed(
        "circulate/mail/test_signing.py",
        "dkimpy is not installed; it has no wheel to lock",
        "the lock holds wheels alone",
    ),
    Allowed(
        "circulate/mail/test_sink.py",
        "smtp-sink (Debian's package postfix) is not installed",
        "a second server beside the one of the other tests, and its package would start a mail daemon",
    ),
    Allowed(
        "circulate/printing/test_print_room.py",
        "no network namespace can be made here",
        "containers of most services forbid it; programs that are missing still fail",
    ),
    Allowed(
        "circulate/printing/test_print_room.py",
        "needs root, for a network namespace",
        "some services run as an ordinary user",
    ),
    Allowed(
        "test_world.py",
        "only root can lay rights aside in a child process",
        "some services run as an ordinary user",
    ),
)


def is_strict() -> bool:
    """Tell whether this is continuous integration."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def is_allowed(file: str, reason: str) -> bool:
    """Tell whether a test of a module may skip for a reason."""
    return any(
        Path(file).as_posix().endswith(f"tests/{each.module}") and reason.startswith(each.reason)
        for each in ALLOWED
    )


class StrictSkips:
    """A plugin of pytest: each skip that is not allowed fails, whether of a test or of a whole module."""

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self) -> Generator[None, Any, Any]:
        """Look at the report of a test; a failure that was expected is no skip."""
        report = yield
        return report if hasattr(report, "wasxfail") else refuse(report)

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self) -> Generator[None, Any, Any]:
        """Look at the report of a module."""
        return refuse((yield))


def refuse(report: Any) -> Any:
    """Make the report of a skip that is not allowed one of a failure."""
    if report.outcome != "skipped":
        return report
    file = report.nodeid.partition("::")[0]
    reason = str(report.longrepr[2]).removeprefix("Skipped: ")
    if not is_allowed(file, reason):
        report.outcome = "failed"
        report.longrepr = (
            f"{report.nodeid} skips, and in continuous integration nothing skips but what tests/skips.py "
            f"allows: {reason}"
        )
    return report

"""The reporter of a run: a line a report, a progress bar on a terminal, a table at the end, or JSON."""

from __future__ import annotations

import json
import os
import re
import sys
import textwrap
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pressroom import storage
from pressroom.build.publish import Outcome
from pressroom.cli.terminal import show
from pressroom.language import name_language
from pressroom.model.diagnostic import LANGUAGE_GUESSED, Diagnostic, Severity
from pressroom.pipeline.progress import WRITING

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_OPEN = '{"outcomes": ['
_ON_THE_PROJECT = frozenset(("accent-pale",))  # rules of diagnostics that are the same for every report
STATES = ("made", "unchanged", "failed")
MOST_OPENED = 10  # files that --open opens
_LONGEST_REPEATED = 80  # characters of a message that is told again
_CLEARED = "\r\033[K"  # to the begin of the line, which is emptied
_MOST_NAMED = 5  # texts of one language
MOST_REPEATED = 1000  # different diagnostics whose repetition is noticed


@dataclass(slots=True)
class Reporter:
    """Reports the outcomes of a run as they come, and counts them.

    ``explain`` says why each report was made again; ``as_json`` prints one JSON object on stdout, piece by
    piece, and nothing else.
    """

    explain: bool = False
    as_json: bool = False
    total: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    outputs: int = 0
    failures: set[int] = field(default_factory=set)
    printed: Counter[tuple[str, str]] = field(default_factory=Counter)  #: diagnostics, by source and message
    failed: Counter[str] = field(default_factory=Counter)  #: reports, by source
    guessed: dict[str, Diagnostic] = field(
        default_factory=dict
    )  #: languages that are told at the end, by source
    paths: list[str] = field(default_factory=list)  #: of the first outputs, for who wants to see them
    _began: float = field(default_factory=time.monotonic)
    _bar: ProgressBar[Any] | None = None
    _told: bool = False

    def start(self, total: int) -> None:
        """Start a run of ``total`` reports, with a progress bar on a terminal."""
        self.total = total
        if not self.as_json and total > 1 and sys.stderr.isatty():
            self._bar = click.progressbar(
                length=total,
                file=sys.stderr,
                show_pos=True,
                show_eta=True,
                item_show_func=lambda _: f"{self._rate():.1f} a second",
            )
            self._bar.__enter__()

    @property
    def tell(self) -> Callable[[int], None] | None:
        """What shows how far the one report of a run has come; None where nobody sits at a terminal."""
        return None if self.as_json or self.total != 1 or not sys.stderr.isatty() else self._tell_page

    def _tell_page(self, number: int) -> None:
        words = "writing the file" if number == WRITING else f"laying out page {number:,}"
        click.echo(f"{_CLEARED}{words} …", nl=False, err=True)
        self._told = True

    def _clear(self) -> None:
        if self._told:
            click.echo(_CLEARED, nl=False, err=True)
            self._told = False

    def report(self, outcome: Outcome) -> None:
        """Report the outcome of one report."""
        self._clear()
        if self.as_json:
            click.echo((", " if self.counts else _OPEN) + json.dumps(outcome_as_data(outcome)), nl=False)
        elif self._bar and (outcome.state != "unchanged" or self.explain):
            click.echo(_CLEARED, nl=False, err=True)
        self.counts[outcome.state] += 1
        self.outputs += len(outcome.outputs)
        self.paths += list(outcome.outputs)[: MOST_OPENED - len(self.paths)]
        if outcome.state == "failed":
            self.failures.add(outcome.status)
            self.failed[outcome.source] += 1
        if not self.as_json:
            print_outcome(self._drop_repeated(self._keep_guesses(outcome)), explain=self.explain)
        if self._bar:
            self._bar.update(1, current_item=outcome)

    def _keep_guesses(self, outcome: Outcome) -> Outcome:
        """Return an outcome of several without the guess of its language, which the end tells for all."""
        guesses = [found for found in outcome.diagnostics if found.rule == LANGUAGE_GUESSED]
        if self.total < 2 or not guesses:
            return outcome
        if len(self.guessed) < MOST_REPEATED:
            self.guessed.setdefault(outcome.source, guesses[0])
        return replace(
            outcome, diagnostics=tuple(found for found in outcome.diagnostics if found not in guesses)
        )

    def _drop_repeated(self, outcome: Outcome) -> Outcome:
        """Return an outcome without what was printed of another row of its source already; count that."""
        keys = [
            ("" if found.rule in _ON_THE_PROJECT else outcome.source, found.message)
            for found in outcome.diagnostics
        ]
        new = [found for found, key in zip(outcome.diagnostics, keys, strict=True) if key not in self.printed]
        for key in dict.fromkeys(keys):
            if key in self.printed or len(self.printed) < MOST_REPEATED:
                self.printed[key] += 1
        return replace(outcome, diagnostics=tuple(new))

    def finish(self, *, stopped: bool = False) -> None:
        """Print how the run ended; ``stopped`` before its end by the user."""
        self._clear()
        if self._bar:
            self._bar.__exit__(None, None, None)
        for (source, message), times in self.printed.items():
            if source and 1 < times != self.failed[source]:  # how many failed is told below
                told = textwrap.shorten(message, _LONGEST_REPEATED, placeholder=" …")
                show(f"{source}: note: {times - 1:,} more of its reports: {told}", err=True)
        if self.guessed:
            show(str(sum_guesses(self.guessed)), err=True)
        if self.as_json:
            totals = {state: self.counts[state] for state in STATES}
            rest = json.dumps(totals | {"seconds": round(self._seconds(), 3), "stopped": stopped})[1:]
            click.echo(("" if self.counts else _OPEN) + "], " + rest)
        elif stopped:
            self._show_summary()
        elif self.counts["unchanged"] == self.counts.total():
            show(self.describe_nothing_to_do(), err=True)
        elif self.total > 1:
            self._show_summary()
        else:
            show(
                ", ".join(f"{self.counts[state]} {state}" for state in STATES if self.counts[state]), err=True
            )

    def describe_nothing_to_do(self) -> str:
        """Return what there is to say where nothing had to be made."""
        return f"nothing to do: {count(self.outputs, 'output')} up to date"

    def status(self) -> int:
        """Return the exit status: 0 all well, 1 some failed; a lone failure's own (2 usage, 3 machine)."""
        if not self.failures:
            return 0
        alone = len(self.failures) == 1 and self.counts["failed"] == self.counts.total()
        return next(iter(self.failures)) if alone else 1

    def _seconds(self) -> float:
        return time.monotonic() - self._began

    def _rate(self) -> float:
        return self.counts.total() / max(self._seconds(), 0.001)

    def _show_summary(self) -> None:
        width = len(str(self.total))
        for state in filter(self.counts.get, STATES):
            show(f"{state:<10}{self.counts[state]:>{width}}", err=True)
        show(f"{'time':<10}{self._seconds():.1f} s, {self._rate():.1f} a second", err=True)


def sum_guesses(guessed: Mapping[str, Diagnostic]) -> Diagnostic:
    """Return one diagnostic for the guessed languages of several texts."""
    if len(guessed) == 1:
        return next(iter(guessed.values()))
    texts: dict[str, list[str]] = {}
    for source, found in guessed.items():
        texts.setdefault(found.cure.rpartition(": ")[2], []).append(source)
    told = "; ".join(
        f"{lang} for {', '.join(sources[:_MOST_NAMED])}"
        + (f" and {len(sources) - _MOST_NAMED:,} more" if len(sources) > _MOST_NAMED else "")
        for lang, sources in texts.items()
    )
    sure = all(found.severity is Severity.NOTE for found in guessed.values())
    return Diagnostic(
        Severity.NOTE if sure else Severity.WARNING,
        LANGUAGE_GUESSED,
        f"the language of {len(guessed):,} texts was guessed from few words: {told}",
        "where one is wrong, say it in its sidecar",
    )


def print_outcome(outcome: Outcome, *, explain: bool = False) -> None:
    """Print what became of one report, with its diagnostics."""
    for reason in outcome.why if explain else ():
        show(name_streams(f"{outcome.source}: made again, since {reason}"), err=True)
    for found in outcome.diagnostics:
        show(name_streams(str(found)), err=True)
    if outcome.state == "made":
        names = ", ".join(shorten(path) for path in outcome.outputs)
        facts = [count(outcome.pages, "page")] if outcome.pages else []
        facts += [name_language(outcome.lang)] if name_language(outcome.lang) else []
        told = f" ({', '.join(facts)})" if facts else ""
        show(name_streams(f"{outcome.source} → {names}{told}"), err=True)


def name_streams(told: str) -> str:
    """Return a message with "stdin" and "stdout" for the paths of the files that stand in for them."""
    return _STDOUT.sub("stdout", _STDIN.sub("stdin", told))


_STDIN = re.compile(r"^/.*?/stdin/[0-9a-f]{24}/stdin\.txt")
_STDOUT = re.compile(r"(?<=→ )/.*/stdout\.\w+")


def shorten(path: str) -> str:
    """Return a path as it is from here, where it is below."""
    if storage.is_address(path):
        return storage.shown(path)
    here = Path.cwd()
    below = Path(path).relative_to(here) if Path(path).is_relative_to(here) else path
    return os.fsencode(below).decode("utf-8", "replace")  # a name may hold bytes that are no UTF-8


def count(number: int, noun: str) -> str:
    """Return "1 page", "2 pages"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def outcome_as_data(outcome: Outcome) -> dict[str, object]:
    """Return an outcome as plain data for --json."""
    return {
        "source": outcome.source,
        "name": outcome.stem,
        "state": outcome.state,
        "why": list(outcome.why),
        "steps": list(outcome.steps),
        "outputs": [{"path": path, "sha256": sha256} for path, sha256 in outcome.outputs.items()],
        "pages": outcome.pages,
        "lang": outcome.lang,
        "diagnostics": [diagnostic_as_data(found) for found in outcome.diagnostics],
    }


def diagnostic_as_data(found: Diagnostic) -> dict[str, object]:
    """Return a diagnostic as plain data for --json."""
    return {
        "severity": str(found.severity),
        "rule": found.rule,
        "message": found.message,
        "cure": found.cure,
        "file": found.span.source if found.span else found.where,
        "line": found.span.line_start if found.span else None,
    }

"""What a make costs in this clone beside another one: runs taken in turn, medians of their ratios.

    python -P benchmarks/paired.py OTHER [--source FILE] [--runs 5] [--only CASE,CASE] [--pages 100]

OTHER is a clone of another commit with a ``.venv`` of its own (``script/bootstrap --dev``). Each line gives
the seconds of the processor (user and system, with all children), those of the clock and the peak of memory,
here and there, and their ratio. Where both make the same bytes, the line says so.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORDS = (
    "The survey covered every district on both banks of the river, and the teams returned twice to some of "
    "them. Families there had moved to the schools before the water came, and most went home in the spring. "
)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost: seconds of the processor, seconds by the clock, bytes at the peak of memory."""

    processor: float
    clock: float
    memory: int


@dataclass(frozen=True, slots=True)
class Case:
    """A command line to compare: what stands behind ``report``, with ``{out}`` for a new folder."""

    name: str
    arguments: tuple[str, ...]
    fresh: bool = True


def run(clone: Path, arguments: list[str], folder: Path) -> Cost:
    """Run ``report`` of a clone in a folder. Raises CalledProcessError where it fails."""
    command = [str(clone / ".venv/bin/python"), "-P", "-m", "pressroom", *arguments]
    return measure(command, folder)


def measure(command: list[str], folder: Path) -> Cost:
    """Run a command in a folder and return its cost. Raises CalledProcessError where it fails."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(child.returncode, command, said.read()[-2000:])
    return Cost(used.ru_utime + used.ru_stime, seconds, used.ru_maxrss * 1024)


def write_long(file: Path, pages: int, *, tables: bool = True, contents: str = "auto") -> Path:
    """Write a Markdown report of about so many pages: sections with text, lists and small tables."""
    chance = random.Random(pages)
    parts = [f"---\ntitle: A long report\ncontents: {contents}\n---\n"]
    for number in range(1, pages + 1):
        rows = "".join(
            f"| Station {row} | {chance.randint(10, 99)} | {chance.randint(10, 99)} |\n"
            for row in range(1, 6)
        )
        table = f"| Station | Level | Flow |\n| --- | ---: | ---: |\n{rows}\n" if tables else WORDS + "\n\n"
        parts.append(
            f"# Part {number} of the survey\n\n{WORDS * 3}\n\n{WORDS * 3}[^n{number}]\n\n"
            f"[^n{number}]: A note on part {number}.\n\n- one *item*\n- another\n\n"
            f"{WORDS * 3}\n\n{table}{WORDS * 3}\n"
        )
    file.write_text("\n".join(parts), encoding="utf-8")
    return file


def write_table(file: Path, rows: int) -> Path:
    """Write a Markdown report with one table of so many rows."""
    lines = "".join(f"| Station {row} | {row * 7 % 89} | words of row {row} |\n" for row in range(rows))
    head = f"---\ncontents: never\n---\n# A long table\n\n{WORDS}"
    file.write_text(f"{head}\n\n| Station | Level | Note |\n| --- | ---: | --- |\n{lines}")
    return file


def list_cases(folder: Path, source: Path, pages: int) -> list[Case]:
    """Write the sources of the cases into a folder and return them."""
    plain = folder / "plain.txt"
    plain.write_text("A short text\n\n" + (WORDS * 4 + "\n\n") * 6, encoding="utf-8")
    text = shutil.copy(source, folder / source.name)
    long, table = write_long(folder / "long.md", pages), write_table(folder / "table.md", 5000)
    bare = write_long(folder / "bare.md", pages, contents="never")

    def make(file: object, *options: str) -> tuple[str, ...]:
        return ("make", str(file), *options, "--out", "{out}")

    return [
        Case("help", ("--help",), fresh=False),
        Case("unchanged", make(text, "--format", "pdf"), fresh=False),
        Case("pdf", make(text, "--format", "pdf")),
        Case("docx", make(text, "--format", "docx")),
        Case("both", make(text, "--format", "pdf", "--format", "docx")),
        Case("plain-pdf", make(plain, "--format", "pdf")),
        Case("plain-docx", make(plain, "--format", "docx")),
        Case("long-pdf", make(long, "--format", "pdf")),
        Case("long-docx", make(long, "--format", "docx")),
        Case("long-docx-bare", make(bare, "--format", "docx")),
        Case("long-both", make(long, "--format", "pdf", "--format", "docx")),
        Case("table-docx", make(table, "--format", "docx")),
    ]


def compare(case: Case, other: Path, folder: Path, runs: int) -> str:
    """Run a case here and there in turn; return the line of its medians."""
    costs: dict[Path, list[Cost]] = {ROOT: [], other: []}
    outputs: dict[Path, dict[str, bytes]] = {}
    for number in range(runs + 1):  # the first one fills the caches of the machine and does not count
        for clone in costs if number % 2 else reversed(costs):
            out = folder / "out" / clone.name
            if case.fresh:
                shutil.rmtree(out, ignore_errors=True)
            arguments = [each.format(out=out) for each in case.arguments]
            cost = run(clone, arguments, folder)
            if number:
                costs[clone].append(cost)
            outputs[clone] = {
                file.name: file.read_bytes() for file in out.glob("*") if file.is_file()
            }  # without the records, which name folders
        if not case.fresh and number == 0:
            continue
    here, there = costs[ROOT], costs[other]

    def ratio(of: Callable[[Cost], float]) -> str:
        first, second = statistics.median(map(of, here)), statistics.median(map(of, there))
        each = statistics.median(of(a) / of(b) for a, b in zip(here, there, strict=True))
        return f"{first:7.3f} / {second:7.3f} = {each:4.2f}"

    same = "same bytes" if outputs[ROOT] == outputs[other] else "OTHER BYTES"
    return (
        f"{case.name:15} processor {ratio(lambda c: c.processor)}   clock {ratio(lambda c: c.clock)}   "
        f"MB {ratio(lambda c: c.memory / 1e6)}   {same}"
    )


def main() -> None:
    """Print a line for each case."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("other", type=lambda given: Path(given).resolve())
    parser.add_argument("--source", type=Path, default=ROOT / "seeds/border-brief.txt")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for case in list_cases(folder, asked.source, asked.pages):
            if not asked.only or case.name in asked.only.split(","):
                print(compare(case, asked.other, folder, asked.runs), flush=True)


if __name__ == "__main__":
    sys.exit(main())

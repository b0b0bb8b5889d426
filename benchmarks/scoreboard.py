"""The scoreboard: measured figures beside the committed table, in which no row may fall unnoticed.

    .venv/bin/python -m benchmarks.scoreboard         print what changed, and all rows with --all
    .venv/bin/python -m benchmarks.scoreboard --check the same; status 1 where a row fell, is new or gone
    .venv/bin/python -m benchmarks.scoreboard --write take rises and new rows into the table
    .venv/bin/python -m benchmarks.scoreboard --write --accept "SECTION: ROW"
                                                      take a fall, too; its row names `decision` already

To add rows, add a function to MEASURES: it takes a `Bench` and yields rows; its docstring says how they are
measured. Rows depend on nothing that differs between machines: no times, no memory. A function that raises
`NotMeasured` leaves its rows as they are.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.scores import judgements, outputs, pages, suites
from benchmarks.scores.bench import Bench, NotMeasured
from benchmarks.scores.table import (
    FAILURES,
    Change,
    Comparison,
    Row,
    Section,
    Table,
    compare,
    lowered,
    number,
    read_table,
    update,
    write_table,
)

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "benchmarks" / "scoreboard.toml"
HEAD = """\
# Scores, written by `python -m benchmarks.scoreboard --write` and compared by `script/test`. A row that falls
# by more than its tolerance fails, unless its field `decision` names a record in docs/decisions.
"""

MEASURES: Mapping[str, Callable[[Bench], Iterator[Row]]] = {
    "sections": suites.sections,
    "numbers": suites.numbers,
    "refused": suites.refused,
    "sentences": suites.sentences,
    "tiles": judgements.tiles,
    "pictures": judgements.pictures,
    "pages": pages.pages,
    "parity": outputs.parity,
    "sizes": outputs.sizes,
    "word-validators": outputs.word_validators,
    "pdf-validators": outputs.pdf_validators,
}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="status 1 where a row fell, is new or gone")
    parser.add_argument("--write", action="store_true", help="write rises and new rows to the table")
    parser.add_argument(
        "--accept", action="append", default=[], metavar="NAME", help="a row whose fall to write"
    )
    parser.add_argument(
        "--only", action="append", metavar="SECTION", choices=MEASURES, help="measure these alone"
    )
    parser.add_argument("--all", action="store_true", help="print rows that did not change, too")
    asked = parser.parse_args()
    old = read_table(TABLE.read_text(encoding="utf-8")) if TABLE.is_file() else {}
    with tempfile.TemporaryDirectory() as scratch:
        new = measure(Bench(ROOT, Path(scratch)), asked.only or list(MEASURES))
    if asked.only:
        old_measured = {name: section for name, section in old.items() if name in asked.only}
    else:
        old_measured = old
    comparisons = compare(old_measured, new)
    show(comparisons, new, everything=asked.all)
    if asked.write:
        rows = {**old, **update(old_measured, new, asked.accept)}
        ordered = {name: rows[name] for name in MEASURES if name in rows}
        TABLE.write_text(write_table(ordered, HEAD), encoding="utf-8")
        return 0
    if not asked.check:
        return 0
    problems = failures(comparisons, old)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def measure(bench: Bench, names: list[str]) -> dict[str, Section]:
    """Run the measures of these names."""
    found = {}
    for name in names:
        take = MEASURES[name]
        how = " ".join((take.__doc__ or "").split())
        try:
            found[name] = Section(how, tuple(take(bench)))
        except NotMeasured as reason:
            found[name] = Section(how, (), str(reason))
    return found


def show(comparisons: list[Comparison], new: Table, *, everything: bool) -> None:
    """Print the rows that changed, or all of them, then the measures that were not taken."""
    for each in comparisons:
        if everything or each.change not in (Change.SAME, Change.NOT_MEASURED):
            row = each.new or each.old
            before, after = (number(one.value) if one else "-" for one in (each.old, each.new))
            unit = f" {row.unit}" if row and row.unit else ""
            better = f"{row.better} is better" if row else ""
            print(f"{each.change:<20} {each.name:<70} {before:>9} -> {after:>9}{unit:<4} {better}")
    for name, section in new.items():
        if section.missing:
            print(f"{name}: not measured, its rows keep their values: {section.missing}")
    counts = {change: sum(each.change is change for each in comparisons) for change in Change}
    print(
        f"{len(comparisons)} rows: "
        + ", ".join(f"{count} {change}" for change, count in counts.items() if count)
    )


def failures(comparisons: list[Comparison], table: Table) -> list[str]:
    """Return what makes a check fail, each with what to do about it."""
    found = [
        f"{each.name} {each.change}: mend it, or name the decision in its row"
        if each.change is Change.FELL
        else f"{each.name} is {each.change}: run -m benchmarks.scoreboard --write"
        for each in comparisons
        if each.change in FAILURES
    ]
    for section in table.values():
        found += [
            f"{row.name}: {row.decision} does not exist"
            for row in section.rows
            if row.decision and not (ROOT / row.decision).is_file()
        ]
    before = committed_before()
    if before:
        found += [
            f"{name}: lowered in the table without an accepted decision" for name in lowered(before, table)
        ]
    return found


def committed_before() -> Table | None:
    """Return the table as it was before the last commit that changed it, if Git knows."""
    name = TABLE.relative_to(ROOT).as_posix()
    last = _git("log", "-1", "--format=%H", "--", name)
    text = _git("show", f"{last.strip()}~1:{name}") if last else None
    return read_table(text) if text else None


def _git(*arguments: str) -> str | None:
    if shutil.which("git") is None:
        return None
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else None


if __name__ == "__main__":
    sys.exit(main())

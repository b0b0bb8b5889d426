"""report numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from pressroom.cache.steps import Steps
from pressroom.cli.limited import Options, in_limited_process
from pressroom.cli.reading import read_source
from pressroom.cli.table import Column, TableRow, lay_out_table
from pressroom.cli.terminal import show, show_json
from pressroom.model.numbers import KeyNumber, Numbers, Skipped, Wording
from pressroom.model.quantity import Comparison, Interval, Quantity
from pressroom.numbers import render_sidecar
from pressroom.numbers.documents import VAGUE
from pressroom.numbers.explain import row, summarize
from pressroom.pipeline.analysis import find_language, find_numbers
from pressroom.project import place as places
from pressroom.project.layers import require_sidecar
from pressroom.version import __version__


def _list_folders(options: Options) -> tuple[Path, ...]:
    return (options["source"].absolute().parent,) if options["write"] else ()


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--lang", help='The language, such as "en-GB" or "de".')
@click.option("--write", is_flag=True, help="Put an editable file with the key numbers beside the source.")
@click.option("--explain", is_flag=True, help="Show which rules read each number, and the wordings tried.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object on stdout.")
@partial(in_limited_process, list_folders=_list_folders)
def command(source: Path, lang: str | None, write: bool, explain: bool, as_json: bool) -> None:
    """Show every number of SOURCE: kept or left out, and why."""
    found, world = read_source(source, lang)
    numbers = find_numbers(found, find_language(found), Steps(__version__))
    if write:
        sidecar = require_sidecar(found.path, places.find(Path.cwd(), world))
        existing = world.read(sidecar).decode("utf-8-sig") if world.is_file(sidecar) else ""
        text = render_sidecar(numbers, existing)
        if text == existing:
            show(f"not changed: {sidecar.name} has an entry for every key number.", err=True)
        else:
            world.write(sidecar, text.encode())
            show(f"written: {sidecar.name}. Its entries go above what Pressroom finds.", err=True)
    if as_json:
        data = as_data(numbers, found.shown)
        show_json(data | as_trace(numbers) if explain else data)
    elif explain:
        show_trace(numbers)
    elif not write:
        show_table(numbers)


COLUMNS = (
    Column("", 8),
    Column("number", 24),
    Column("what it counts", 34),
    Column("qualifier", 16),
    Column("source", 22),
    Column("line", 5, right=True),
    Column("why"),
)


def show_table(numbers: Numbers) -> None:
    """Print the table: what is kept, best first; what is left out, in reading order; then conflicts."""
    kept = [_kept_row(key) for key in numbers.key]
    left = [_left_row(skipped) for skipped in numbers.skipped]
    if not kept and not left:
        show("no numbers")
    else:
        for line in lay_out_table(COLUMNS, [*kept, *left]):
            click.echo(line)  # laid out of printable cells
    for note in numbers.notes:
        show(str(note), fg="yellow")
    for conflict in numbers.conflicts:
        places = " and ".join(str(one.sentence.line_start) for one in (conflict.first, conflict.second))
        show(f"conflict: {conflict.words} (lines {places})", fg="red")


@dataclass(frozen=True, slots=True)
class TracedNumber:
    """A number with the names of the rules that read it, and the wordings that its tile might have had."""

    line: int
    start: int
    words: str
    rules: tuple[str, ...]
    wordings: tuple[Wording, ...]


def show_trace(numbers: Numbers) -> None:
    """Print each number in reading order, and under it the rules that fired, with the place of their rows."""
    for traced in _trace(numbers):
        show(f"{traced.line:5}  {traced.words}", bold=True)
        for name in traced.rules:
            rule = row(name)
            show(f"       {name:32}  {rule.module}:{rule.line}, as in: {rule.rule.example}")
        for wording in traced.wordings:
            verdict = f"refused: {wording.refused}" if wording.refused else "passes"
            verdict += "" if wording.refused or wording.whole else ", leaves a part of the sentence out"
            tile = f"{wording.display} {wording.label}".strip()
            show(f"       {'tile as a ' + wording.form:32}  “{tile}”: {verdict}")


def as_trace(numbers: Numbers) -> dict[str, object]:
    """Return the trace of all numbers as plain data."""
    return {
        "trace": [
            {
                "line": traced.line,
                "start": traced.start,
                "number": traced.words,
                "rules": [
                    {"name": name, "module": row(name).module, "line": row(name).line}
                    for name in traced.rules
                ],
                "wordings": [
                    {
                        "form": str(wording.form),
                        "display": wording.display,
                        "label": wording.label,
                        "refused": wording.refused,
                        "whole": wording.whole,
                    }
                    for wording in traced.wordings
                ],
            }
            for traced in _trace(numbers)
        ]
    }


def _trace(numbers: Numbers) -> list[TracedNumber]:
    """Return every number, and what names instead of counting, in reading order."""
    wordings = {key.quantity.start: key.wordings for key in numbers.key}
    wordings |= {one.start: one.wordings for one in numbers.skipped if one.wordings}
    quantities = [*numbers.quantities, *(one.quantity for one in numbers.skipped if one.reason == VAGUE)]
    traced = [
        TracedNumber(
            one.sentence.line_start,
            one.start,
            summarize(one),
            tuple(dict.fromkeys(one.rules)),
            wordings.get(one.start, ()),
        )
        for one in quantities
        if one
    ]
    traced += [
        TracedNumber(one.line, one.start, f"{' '.join(one.text.split())}: {one.reason}", (one.rule,), ())
        for one in numbers.skipped
        if one.rule
    ]
    return sorted(traced, key=lambda entry: entry.start)


def _kept_row(key: KeyNumber) -> TableRow:
    edited = f"; edited: {', '.join(key.edited)}" if key.edited else ""
    points = ", ".join(f"{reason.rule} {reason.points}" for reason in key.reasons)
    quantity = key.quantity
    why = f"{key.score} points: {points}{edited}" if points else f"pinned{edited}"
    line = str(quantity.sentence.line_start)
    cells = ("kept", quantity.text, key.label, quantity.qualifier_text, quantity.attribution, line, why)
    return TableRow(cells, "green", bold=True)


def _left_row(skipped: Skipped) -> TableRow:
    quantity = skipped.quantity
    counts = (quantity.subject or quantity.unit) if quantity else ""
    qualifier, source = (quantity.qualifier_text, quantity.attribution) if quantity else ("", "")
    words = " ".join(skipped.text.split())
    return TableRow(("left out", words, counts, qualifier, source, str(skipped.line), skipped.reason))


def as_data(numbers: Numbers, source: str) -> dict[str, object]:
    """Return all numbers as plain data."""
    return {
        "source": source,
        "key": [_key(key) for key in numbers.key],
        "left_out": [_skipped(skipped) for skipped in numbers.skipped],
        "events": [
            {"text": event.text, "iso": event.iso, "line": event.sentence.line_start}
            for event in numbers.events
        ],
        "notes": [str(note) for note in numbers.notes],
        "conflicts": [
            {
                "words": conflict.words,
                "lines": [conflict.first.sentence.line_start, conflict.second.sentence.line_start],
            }
            for conflict in numbers.conflicts
        ],
    }


def _key(key: KeyNumber) -> dict[str, object]:
    return {
        "id": key.id,
        "display": key.display,
        "label": key.label,
        "detail": key.detail,
        "score": key.score,
        "reasons": [reason.words for reason in key.reasons],
        "edited": list(key.edited),
        **_quantity(key.quantity),
    }


def _skipped(skipped: Skipped) -> dict[str, object]:
    more = _quantity(skipped.quantity) if skipped.quantity else {}
    return {"text": skipped.text, "line": skipped.line, "reason": skipped.reason, **more}


def _comparison(other: Comparison | None) -> dict[str, object] | None:
    return {"kind": other.kind, "value": other.value, "text": other.text} if other else None


def _quantity(quantity: Quantity) -> dict[str, object]:
    value = quantity.value
    return {
        "text": quantity.text,
        "value": [value.low, value.high] if isinstance(value, Interval) else value,
        "unit": quantity.unit,
        "rate": quantity.rate,
        "kind": str(quantity.kind),
        "qualifier": str(quantity.qualifier) if quantity.qualifier else None,
        "subject": quantity.subject,
        "attribution": quantity.attribution,
        "period": quantity.period,
        "modality": str(quantity.modality),
        "role": str(quantity.role) if quantity.role else None,
        "quoted": quantity.quoted,
        "comparison": _comparison(quantity.comparison),
        "line": quantity.sentence.line_start,
        "start": quantity.start,
        "end": quantity.end,
        "sentence": quantity.sentence_text,
    }

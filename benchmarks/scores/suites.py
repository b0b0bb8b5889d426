"""Scores of the benchmark suites: sections of plain texts, numbers of sentences."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from benchmarks.scores.bench import Bench
from benchmarks.scores.table import Better, Row
from tests.numbers.sentences import LANGUAGES, news, score

from benchmarks import numbers_adapter, sections_adapter

SECTIONS = ("F1", "level", "parent", "home", "kind", "block")  # of score.py of the sections suites


def sections(bench: Bench) -> Iterator[Row]:
    """../shared/benchmarks/sections: score.py over dev.jsonl.xz and more.jsonl.xz, in 7 variants each."""
    folder = bench.shared("sections")
    scorer = load(folder / "score.py")
    for name in ("dev", "more"):
        groups, _, _, _ = scorer.run(sections_adapter.parse, str(folder / f"{name}.jsonl.xz"))
        for group in sorted(groups):
            if group != "g only":
                found = scorer.summary(groups[group])
                asked = SECTIONS if group.startswith("ALL") else SECTIONS[:1]
                yield from (share(f"{name}, {group}, {column}", found[column]) for column in asked)


def numbers(bench: Bench) -> Iterator[Row]:
    """../shared/benchmarks/numbers: score.py over each suite; F1 of values, values with units, qualifiers."""
    folder = bench.shared("numbers")
    scorer = load(folder / "score.py")
    for file in sorted(folder.glob("*.jsonl")):
        found, _ = scorer.score_records(_records(file), numbers_adapter.extract)
        for part in ("value", "value_unit", "qualifier"):
            if found[part]:
                yield Row(f"{file.stem}, {part.replace('_', ' and ')} F1", found[part]["F1"], unit="%")
        yield Row(f"{file.stem}, texts without numbers misread", found["empty_with_false"], Better.LOWER)
        yield Row(f"{file.stem}, crashes", found["crashes"], Better.LOWER)


def refused(bench: Bench) -> Iterator[Row]:
    """../shared/benchmarks/numbers/cases.jsonl: spans that must not be read as a quantity and were."""
    hits = 0
    for record in _records(bench.shared("numbers") / "cases.jsonl"):
        found = numbers_adapter.extract(record["text"])
        hits += sum(
            any(one["start"] < span["end"] and span["start"] < one["end"] for one in found)
            for span in record["reject"]
        )
    yield Row("read as a quantity", hits, Better.LOWER)


def sentences(_: Bench) -> Iterator[Row]:
    """tests/numbers/sentences: F1 of values, qualifiers and units in four languages, and in news."""
    for lang in LANGUAGES:
        own, wires = score(lang), news(lang)
        for name, found in ((lang, own), (f"{lang} news", wires)):
            yield share(f"{name}, value F1", found.values)
            yield share(f"{name}, qualifier F1", found.qualifiers)
            yield share(f"{name}, sentences without numbers misread", found.false, Better.LOWER)
        yield share(f"{lang} news, unit F1", wires.units)


def share(name: str, value: float, better: Better = Better.HIGHER) -> Row:
    """Return a share of one as a row in per cent."""
    return Row(name, round(100 * value, 2), better, unit="%")


def load(path: Path) -> ModuleType:
    """Load a scorer from its file, with its own folder to import from."""
    spec = importlib.util.spec_from_file_location(f"{path.parent.name}_score", path)
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(path.parent))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(path.parent))
    return module


def _records(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]

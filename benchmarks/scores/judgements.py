"""Tiles and pictures against kept judgements: what a reader said should be shown, and what should not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

from benchmarks.scores.bench import Bench
from benchmarks.scores.table import Better, Row

EXPECTED = "tests/seeds/expected"
CHOICES = "tests/figures/choices.toml"


def tiles(bench: Bench) -> Iterator[Row]:
    """tests/seeds/expected: key numbers of the samples that are shown with the expected words, or should not
    be shown.
    """
    right = shown_wrongly = 0
    for sample in bench.samples:
        wanted = _expected(bench, sample.stem)
        shown = {key["display"]: key["label"] for key in bench.report("numbers", str(sample))["key"]}
        right += sum(words in shown.get(display, "") for display, words in wanted["tiles"])
        shown_wrongly += sum(display in shown for display in wanted["not_tiles"])
    yield Row("as expected", right)
    yield Row("shown, but should not be", shown_wrongly, Better.LOWER)


def pictures(bench: Bench) -> Iterator[Row]:
    """Figures drawn on the samples, and those of them that tests/seeds/expected names; texts of
    tests/figures/choices.toml that get the right figures.
    """
    as_expected = 0
    for sample in bench.samples:
        drawn = [
            (figure["kind"], figure["title"]) for figure in bench.report("figures", str(sample))["drawn"]
        ]
        as_expected += sum((kind, title) in drawn for kind, title in _expected(bench, sample.stem)["figures"])
        yield Row(f"{sample.stem}, drawn", len(drawn))
    yield Row("of the samples, as expected", as_expected)
    cases = tomllib.loads((bench.root / CHOICES).read_text(encoding="utf-8"))["text"]
    yield Row("texts with the right figures", sum(_drawn(case["words"]) == case["drawn"] for case in cases))


def _drawn(words: str) -> list[str]:
    from pressroom import figures, numbers, readers

    text = f"A short report\n\n{words}\n".encode()
    document = readers.read(text, "text.txt", readers.ReaderSettings())
    return [figure.kind for figure in figures.choose(document, numbers.find(document)).drawn]


def _expected(bench: Bench, sample: str) -> dict[str, Any]:
    return tomllib.loads((bench.root / EXPECTED / f"{sample}.toml").read_text(encoding="utf-8"))

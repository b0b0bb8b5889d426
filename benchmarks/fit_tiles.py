"""Fit the model of which wordings still say what their sentence says, and cross-validate it by source.

    .venv/bin/python -m benchmarks.fit_tiles TEXTS [--write]

TEXTS is the folder that benchmarks.tiles_corpus writes. Learns from all wordings with a verdict that pass
the other rules of the gate, whole sentences apart: right and weak ones are true, misleading and wrong ones
are not. Prints, of sources that a fit has not seen, how many wordings pass each threshold and how many of
these are true. With --write replaces src/pressroom/numbers/gate/fidelity_weights.py.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from benchmarks.tile_scores.corpus import Article, read_list
from benchmarks.tile_scores.judgements import hash_words, read_judgements
from benchmarks.tile_scores.reading import find_numbers
from benchmarks.tiles import JUDGEMENTS, SOURCES
from numpy.typing import NDArray

from pressroom.model.numbers import WordingForm
from pressroom.model.quantity import Quantity
from pressroom.numbers.gate import fidelity
from pressroom.numbers.gate.choice import find_drafts
from pressroom.numbers.gate.rules import RULES

WEIGHTS = Path(__file__).parent.parent / "src/pressroom/numbers/gate/fidelity_weights.py"
TRUE = ("right", "weak")
STRENGTH = 0.03  # inverse regularisation, of features with a standard deviation of 1
FOLDS = 10
THRESHOLDS = (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9)
ROUNDS = 30

Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A wording with its verdict."""

    source: str
    features: Mapping[str, float]
    true: bool


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path, help="the folder of extracted texts")
    parser.add_argument("--write", action="store_true", help="replace the weights of the product")
    asked = parser.parse_args()
    examples = list(read_examples(asked.texts))
    names = sorted({name for example in examples for name in example.features})
    table = np.array([[example.features.get(name, 0.0) for name in names] for example in examples])
    true = np.array([example.true for example in examples], dtype=float)
    print(f"{len(examples)} wordings, {true.mean():.1%} true, {len(names)} features")
    show_folds(table, true, [example.source for example in examples])
    if asked.write:
        WEIGHTS.write_text(write_weights(names, *fit(table, true)), encoding="utf-8")


def read_examples(texts: Path) -> Iterator[Example]:
    """Yield the wordings that have a verdict, each once."""
    verdicts = read_judgements(JUDGEMENTS.read_text(encoding="utf-8")).verdicts
    seen: set[str] = set()
    for article in read_list(SOURCES.read_text(encoding="utf-8")):
        text = (texts / article.half / f"{article.id}.txt").read_text(encoding="utf-8")
        lang, quantities = find_numbers(article, text)
        for quantity in quantities:
            for name, example in _judge(article, quantity, lang, verdicts):
                if name not in seen:
                    seen.add(name)
                    yield example


def _judge(
    article: Article, quantity: Quantity, lang: str, verdicts: Mapping[str, str]
) -> Iterator[tuple[str, Example]]:
    others = [rule for rule in RULES if rule.name != "doubtful"]
    for site, draft, wording in find_drafts(quantity, lang):
        name = hash_words(quantity.sentence_text, wording.display, wording.label, wording.detail)
        if draft.form is WordingForm.SENTENCE or name not in verdicts:
            continue
        if not any(rule.refuses(site, draft) for rule in others):
            features = fidelity.describe(site, draft)
            yield name, Example(article.source, features, verdicts[name] in TRUE)


def fit(table: Table, true: Table) -> tuple[float, Table]:
    """Return constant and weights of a logistic regression with a ridge, by Newton's method."""
    mean, spread = table.mean(axis=0), table.std(axis=0)
    spread[spread == 0] = 1.0
    inputs = np.column_stack([np.ones(len(table)), (table - mean) / spread])
    ridge = np.eye(inputs.shape[1]) / STRENGTH
    ridge[0, 0] = 0.0
    weights = np.zeros(inputs.shape[1])
    for _ in range(ROUNDS):
        chances = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (true - chances) - ridge @ weights
        bend = (inputs * (chances * (1 - chances))[:, None]).T @ inputs + ridge
        weights += np.linalg.solve(bend, slope)
    plain = weights[1:] / spread
    return float(weights[0] - plain @ mean), plain


def show_folds(table: Table, true: Table, sources: list[str]) -> None:
    """Print how the model does on sources that it has not seen."""
    order = {source: at % FOLDS for at, source in enumerate(sorted(set(sources)))}
    folds = np.array([order[source] for source in sources])
    chances = np.zeros(len(true))
    for fold in range(FOLDS):
        constant, weights = fit(table[folds != fold], true[folds != fold])
        chances[folds == fold] = 1 / (1 + np.exp(-(constant + table[folds == fold] @ weights)))
    print("threshold  pass  true of these")
    for threshold in THRESHOLDS:
        passed = chances >= threshold
        print(f"{threshold:9.2f}  {passed.mean():4.0%}  {true[passed].mean():.1%}")


def write_weights(names: list[str], constant: float, weights: Table) -> str:
    """Return the module of weights, the heaviest first."""
    rows = sorted(zip(names, weights, strict=True), key=lambda row: (-abs(row[1]), row[0]))
    lines = "".join(f'        "{name}": {weight:.2f},\n' for name, weight in rows if abs(weight) >= 0.005)
    return (
        '"""How much each feature speaks for a wording, as logarithms of odds; fitted by '
        'benchmarks/fit_tiles.py."""\n\n'
        f"WEIGHTS: tuple[float, dict[str, float]] = (\n    {constant:.2f},\n    {{\n{lines}    }},\n)\n"
    )


if __name__ == "__main__":
    main()

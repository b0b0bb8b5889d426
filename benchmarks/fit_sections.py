"""Fit the weights of the section parser, and cross-validate them by source.

    python benchmarks/fit_sections.py FILE… [--write] [--strict]

Needs numpy and scikit-learn, which the product doesn't. Without --write it only prints figures: fitted on all,
and leaving one source out. --write replaces src/pressroom/readers/text/headings/weights.py.
Texts with fewer than three headings are counted here by lines alone; benchmarks/sections.py reads them as a whole.
"""  # noqa: E501 - as long as what it prints or names

from __future__ import annotations

import sys

sys.path.append(sys.path.pop(0))  # this folder last: a script in it may be called like a standard module

import argparse
import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.feature_extraction import DictVectorizer

from pressroom.readers.text.headings import find
from pressroom.readers.text.headings.classify import Features, Weights, first_pass, second_pass
from pressroom.readers.text.lines.lines import split_lines
from pressroom.readers.text.survey import collect_facts, find_head
from pressroom.readers.text.units.contents import find_contents
from pressroom.readers.text.units.facts import UnitFacts
from pressroom.readers.text.units.splitting import split_units

STRENGTH = (0.1, 0.03)  # inverse regularisation of the two passes
# What is known of writing beyond these sources, as logarithms of odds: weights start here and are pulled back here.  # noqa: E501
PRIORS = {
    "carries an indented list, item": -4.0,
    "right on top of a table": -3.0,
    "a field among fields": -4.0,
    "key comes again": -1.0,
    "key comes again often": -2.0,
    "one of many that end in a colon": 0.5,
    "same words again": 0.5,
    "same words again often": 1.0,
    "same ending again often": 0.5,
    "one of many questions": 1.5,
    "a question, then a long answer": 0.5,
    "open ending, then an answer": 1.5,
    "an answer, then open ending": 1.0,
    "byline": -3.0,
    "a person": -2.0,
    "those present": -3.0,
    "one of those who speak asks": -2.0,
    "one of those who speak says": -1.0,
    "greeting": -4.0,
    "caption word": -3.0,
    "speaker": -2.0,
    "a date": -3.0,
    "an attribution": -4.0,
    "an empty answer": -4.0,
    "next none": -2.0,
    "two sentences": -2.5,
    "ends ,": -3.0,
    "ends ;": -3.0,
    "ends .": -1.0,
    "begins lower": -2.0,
    "begins in dots": -3.0,
    "address or code": -1.0,
    "all capitals": 1.5,
    "known heading": 1.5,
    "number multi": 1.5,
    "number named": 2.0,
    "underlined": 4.0,
    "more blank before": 1.0,
    "in the outline of many": 1.5,
    "in the outline of few": 1.0,
}
RARE = 8  # a feature seen less often gets no weight


@dataclass
class Doc:
    """One text with its true headings, and what the parser sees in it."""

    repo: str
    variant: str
    name: str
    text: str
    true: frozenset[int]
    doubtful: frozenset[int]
    facts: list[UnitFacts]
    first: list[tuple[int, Features]]
    decided: bool

    def labels(self, looked: list[tuple[int, Features]]) -> list[int]:  # noqa: D102 - the class says it
        return [int(self.facts[at].unit.first in self.true) for at, _ in looked]

    def counts(self, looked: list[tuple[int, Features]]) -> list[float]:  # noqa: D102 - the class says it
        return [float(self.facts[at].unit.first not in self.doubtful) for at, _ in looked]


def load(path: Path) -> list[Doc]:
    with lzma.open(path, "rt") if path.suffix == ".xz" else path.open() as file:
        return [doc(json.loads(line)) for line in file]


def doc(record: dict) -> Doc:
    cut = split_lines(record["text"])
    found = split_units(cut)
    aside = find_contents(cut, found) | set(find_head(cut, found))
    facts, _ = collect_facts(cut, found, aside)
    return Doc(
        record["source"]["repo"],
        record["variant"][0],
        record["id"],
        record["text"],
        frozenset(b["line_start"] for b in record["blocks"] if b["kind"] == "heading"),
        frozenset(
            line
            for b in record["blocks"]
            if b.get("ambiguous")
            for line in range(b["line_start"], b["line_end"] + 1)
        ),
        facts,
        first_pass(facts, 0),
        bool(find.find_underlined(facts)),
    )


def fit(features: list[Features], labels: np.ndarray, counts: np.ndarray, strength: float) -> Weights:
    """Fit by logistic regression; weights are pulled towards ``PRIORS`` (0 where there is none)."""
    seen = Counter(feature for each in features for feature in each)
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform(
        [
            {feature: 1.0 for feature in each if seen[feature] >= RARE or feature in PRIORS}
            for each in features
        ]
    ).tocsr()
    names = vectorizer.get_feature_names_out()
    priors = np.array([PRIORS.get(name, 0.0) for name in names])

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        bias, weights = values[0], values[1:]
        scores = table @ weights + bias
        away = weights - priors
        total = np.sum(counts * (np.logaddexp(0, scores) - labels * scores)) + away @ away / (2 * strength)
        error = counts * (expit(scores) - labels)
        return total, np.concatenate([[error.sum()], table.T @ error + away / strength])

    found = minimize(
        loss, np.concatenate([[0.0], priors]), jac=True, method="L-BFGS-B", options={"maxiter": 400}
    )
    table_of = dict(PRIORS) | dict(zip(names, map(float, found.x[1:]), strict=True))
    return Weights(float(found.x[0]), table_of)


def fit_first(docs: Iterable[Doc]) -> Weights:
    return fit_pass([(each, each.first) for each in docs if not each.decided], STRENGTH[0])


def fit_second(docs: Iterable[Doc], scores: dict[str, dict[int, float]]) -> Weights:
    passes = [
        (each, second_pass(each.facts, each.first, scores[each.name])) for each in docs if not each.decided
    ]
    return fit_pass(passes, STRENGTH[1])


def fit_pass(passes: list[tuple[Doc, list[tuple[int, Features]]]], strength: float) -> Weights:
    features = [features for _, looked in passes for _, features in looked]
    labels = np.array([label for each, looked in passes for label in each.labels(looked)])
    counts = np.array([count for each, looked in passes for count in each.counts(looked)])
    return fit(features, labels, counts, strength)


def first_scores(docs: Iterable[Doc], weights: Weights) -> dict[str, dict[int, float]]:
    return {each.name: {at: weights.score(features) for at, features in each.first} for each in docs}


def left_out_scores(docs: list[Doc]) -> tuple[dict[str, Weights], dict[str, dict[int, float]]]:
    """Return, for each source, the first pass's weights without it, and all scores got that way."""
    weights, scores = {}, {}
    for repo in sorted({each.repo for each in docs}):
        weights[repo] = fit_first(each for each in docs if each.repo != repo)
        scores |= first_scores((each for each in docs if each.repo == repo), weights[repo])
    return weights, scores


def cross_validated(docs: list[Doc], strict: bool) -> dict[str, tuple[Weights, Weights]]:
    """Return both passes' weights for each source, fitted on all others.

    The second pass learns from scores that the first got without the source in question; ``strict``
    keeps the source that is left out away from those scores as well (minutes instead of seconds).
    """
    first, scores = left_out_scores(docs)
    result = {}
    for repo in first:
        rest = [each for each in docs if each.repo != repo]
        inner = left_out_scores(rest)[1] if strict else scores
        result[repo] = (first[repo], fit_second(rest, inner))
    return result


def evaluate(
    docs: list[Doc], weights: dict[str, tuple[Weights, Weights]], errors: list | None = None
) -> dict[str, Counter]:
    groups: dict[str, Counter] = defaultdict(Counter)
    for each in docs:
        both = weights.get(each.repo) or weights["all"]
        found = {each.facts[one.unit].unit.first for one in find.find_headings(each.facts, weights=both)}
        found -= each.doubtful
        count = Counter(tp=len(found & each.true), fp=len(found - each.true), fn=len(each.true - found))
        if len(each.true) < 3:
            groups["few " + ("g" if each.variant == "g" else "a-f")] += count
        groups[each.variant] += count
        groups["g only" if each.variant == "g" else "a-f"] += count
        groups[each.repo] += count if each.variant != "g" else Counter()
        if errors is not None:
            errors.append((each, found - each.true, each.true - found, both))
    return groups


def f1(count: Counter) -> float:
    return 2 * count["tp"] / max(1, 2 * count["tp"] + count["fp"] + count["fn"])


def report(name: str, groups: dict[str, Counter]) -> None:
    parts = " ".join(f"{key} {f1(groups[key]):.4f}" for key in ["a-f", *"abcdefg"])
    few = groups["few a-f"]
    precision = few["tp"] / max(1, few["tp"] + few["fp"])
    print(
        f"{name:<10} {parts}  few headings: P {precision:.3f} R {few['tp'] / max(1, few['tp'] + few['fn']):.3f}"  # noqa: E501 - as long as what it prints or names
    )


def write(first: Weights, second: Weights, path: Path) -> None:
    text = '"""How much each feature speaks for a heading, as logarithms of odds; fitted by benchmarks/fit_sections.py."""\n'  # noqa: E501 - as long as what it prints or names
    for name, weights in (("FIRST", first), ("SECOND", second)):
        text += f"\n{name}: tuple[float, dict[str, float]] = (\n    {weights.bias:.2f},\n    {{\n"
        for feature, weight in sorted(weights.table.items(), key=lambda item: (-item[1], item[0])):
            if abs(weight) >= 0.03:
                text += f"        {json.dumps(feature, ensure_ascii=False)}: {weight:.2f},\n"
        text += "    },\n)\n"
    path.write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--errors", default="")
    options = parser.parse_args()
    docs = [each for file in options.files for each in load(file)]
    crossed = cross_validated(docs, options.strict)
    errors: list = []
    groups = evaluate(docs, crossed, errors)
    report("left out", groups)
    print(
        "           "
        + " ".join(f"{repo.split('/')[1][:14]} {f1(groups[repo]):.3f}" for repo in sorted(crossed))
    )
    first = fit_first(docs)
    second = fit_second(docs, left_out_scores(docs)[1])
    report("fitted", evaluate(docs, {"all": (first, second)}))
    if options.write:
        write(first, second, ROOT / "src/pressroom/readers/text/headings/weights.py")
    for each, extra, missed, both in errors:
        if each.variant in options.errors:
            show(each, extra, missed, both)


def show(each: Doc, extra: set[int], missed: set[int], both: tuple[Weights, Weights]) -> None:
    raw = each.text.split("\n")
    second = {
        each.facts[at].unit.first: features
        for at, features in second_pass(
            each.facts, each.first, {at: both[0].score(s) for at, s in each.first}
        )
    }
    for line in sorted(extra | missed):
        score = both[1].score(second[line]) if line in second else float("nan")
        print(f"{'+' if line in extra else '-'} {score:5.1f} {each.name[-40:]}:{line}")
        for near in range(max(0, line - 2), min(len(raw), line + 3)):
            print(f"      {'>' if near == line else ' '} {raw[near][:110]}")


if __name__ == "__main__":
    main()

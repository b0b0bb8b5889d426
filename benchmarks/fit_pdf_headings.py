"""Fit the weights of headings in PDF, and cross-validate them by repository.

    python -m benchmarks.fit_pdf_headings --clones FOLDER [--sets A] [--write]

Needs numpy and scikit-learn, which the product doesn't. The files and their labels are those of
benchmarks/reading/pdf_headings.jsonl. Without --write it only prints figures; with it,
src/pressroom/readers/pdf/weights.py is replaced.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from benchmarks.pdf_headings import LABELS, OPTIONAL, hash_heading
from benchmarks.tile_scores.clones import read_file
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.feature_extraction import DictVectorizer

from pressroom.readers.pdf import headings as finder
from pressroom.readers.pdf import read as reader
from pressroom.readers.pdf.notes import is_raised
from pressroom.readers.pdf.paragraphs import PdfPara
from pressroom.readers.pdf.signs import describe, describe_company
from pressroom.readers.pdf.survey import FileSurvey, survey

WEIGHTS = Path(finder.__file__).with_name("weights.py")
STRENGTH = 0.2  # inverse regularisation
PARTS = 3  # of the repositories, whose first pass is fitted on the others
LEAST = 0.03  # a smaller weight says nothing


@dataclass(slots=True)
class Case:
    """A file: its candidates with their signs, and whether each is a heading, None for either way."""

    repository: str
    known: FileSurvey
    wanted: int
    marked: Mapping[int, int]
    signs: dict[int, list[str]] = field(default_factory=dict)
    is_heading: dict[int, bool | None] = field(default_factory=dict)


def collect_cases(clones: Path, sets: Sequence[str]) -> list[Case]:
    """Return the labelled files of some sets."""
    cases = []
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if entry["set"] in sets:
            data = read_file(clones, entry["repository"], entry["commit"], entry["path"])
            cases.append(_collect_case(data, entry["repository"], entry["headings"]))
    return cases


def _collect_case(data: bytes, repository: str, labels: Sequence[tuple[str, int]]) -> Case:
    with reader.open_pdf(data, "x.pdf") as opened:
        pages = reader.read_pages(opened, "x.pdf")
        bookmarks = reader.read_bookmarks(opened)
    flow = reader.read_entries(pages)
    known = survey(flow.entries, flow.body, pages)
    wanted = Counter(name for name, level in labels if level != OPTIONAL)
    either = Counter(name for name, level in labels if level == OPTIONAL)
    case = Case(repository, known, wanted.total(), finder.find_marked(flow.entries, bookmarks))
    # the largest first: the same words may stand in a list of contents or a running head
    for at in sorted(known.candidates, key=lambda at: (-known.candidates[at][0], -known.candidates[at][1])):
        name = hash_heading(_strip_mark(known.take(at)))
        case.signs[at] = describe(known, at)
        case.is_heading[at] = bool(wanted[name]) if wanted[name] or not either[name] else None
        (wanted if wanted[name] else either)[name] -= 1
    return case


def _strip_mark(para: PdfPara) -> str:
    """Return the text of a paragraph without the mark of a note at its end."""
    last = para.lines[-1]
    word = last.words[-1]
    text = para.text
    return text.removesuffix(word.text) if is_raised(word.size, word.base, last.size, last.base) else text


Model = tuple[float, dict[str, float]]

# What is known of layout beyond these files, as logarithms of odds: weights start here, and are pulled back.
PRIORS = {
    "number & capitals": 1.5,
    "number & bold": 1.5,
    "number goes on": 0.7,
    "number from nowhere": -0.5,
    "capitals & centred": 0.7,
    "bold & over text": 0.8,
    "bold & over an item": 0.7,
    "underlined": 1.2,
    "underlined & over text": 1.0,
    "capitals & ends with a colon": 0.7,
    "capitals & over a field": 0.7,
    "bold & over a table": 0.7,
    "look of names": -1.5,
    "like a name & over a contact": -1.5,
    "size 1.12": 0.5,
    "size 1.25": 0.5,
    "known heading": 1.5,
    "largest of the first page & ahead of all text": 1.5,
    "largest of the first page & ahead of all text & words 4": 1.0,
    "ahead of all text & like a name": -1.5,
    "named number": 0.7,
    "address": -2.0,
    "date": -2.0,
    "code": -1.0,
    "source": -2.0,
    "few letters": -1.5,
    "wide gap": -1.0,
    "key and value": -1.0,
    "begins small": -1.0,
    "ends in the middle": -1.5,
    "goes on in small letters": -1.5,
    "under an open end": -1.0,
    "in a picture": -1.0,
    "look of prose": -1.5,
    "look over nothing": -1.5,
    "page without text": -1.0,
    "file without text": -2.5,
    "tag TD": -1.0,
    "tag Caption": -2.0,
    "tag Figure": -2.0,
    "tag LBody": -1.0,
    "look of headings 0.5": 0.5,
    "look of headings 0.7": 0.5,
}


def fit(rows: Sequence[Sequence[str]], is_heading: Sequence[bool]) -> Model:
    """Return the bias and the weight of each sign."""
    vectors = DictVectorizer()
    table = vectors.fit_transform([dict.fromkeys(row, 1.0) for row in rows])
    truth = np.array(is_heading, float)
    names = vectors.get_feature_names_out()
    start = np.array([0.0, *(PRIORS.get(name, 0.0) for name in names)])
    pull = np.array([0.0, *(1 / STRENGTH for _ in names)])  # the bias is free

    def measure(weights: np.ndarray) -> tuple[float, np.ndarray]:
        logits = weights[0] + table @ weights[1:]
        away = weights - start
        loss = np.logaddexp(0, logits) @ np.ones_like(truth) - truth @ logits + 0.5 * pull @ away**2
        slope = expit(logits) - truth
        return float(loss), np.array([slope.sum(), *(table.T @ slope)]) + pull * away

    found = minimize(measure, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    held = zip(names, found[1:], strict=True)
    return float(found[0]), {name: float(weight) for name, weight in held if abs(weight) >= LEAST}


def fit_both(cases: Sequence[Case]) -> tuple[Model, Model]:
    """Return the models of both passes; chances of the first one come from files of other repositories."""
    first = _fit_first(cases)
    rows, truth = [], []
    repositories = sorted({case.repository for case in cases})
    for part in (repositories[at::PARTS] for at in range(PARTS)):
        rest = [case for case in cases if case.repository not in part]
        other = _fit_first(rest) if rest else first
        for case in cases:
            if case.repository in part:
                chances = finder.rate(case.signs, other)
                for at, held in case.is_heading.items():
                    if held is not None and at not in case.marked:
                        rows.append([*case.signs[at], *describe_company(case.known, at, chances)])
                        truth.append(held)
    return first, fit(rows, truth)


def _fit_first(cases: Sequence[Case]) -> Model:
    held = [
        (case.signs[at], truth)
        for case in cases
        for at, truth in case.is_heading.items()
        if truth is not None and at not in case.marked
    ]
    return fit([signs for signs, _ in held], [truth for _, truth in held])


def count(cases: Sequence[Case], models: tuple[Model, Model]) -> tuple[int, int, int]:
    """Return how many headings are right, found and wanted."""
    right = found = wanted = 0
    for case in cases:
        scores = finder.judge(case.known, case.signs, models)
        taken = finder.choose(case.known, scores, case.marked)
        right += sum(case.is_heading[at] is True for at in taken)
        found += sum(case.is_heading[at] is not None for at in taken)
        wanted += case.wanted
    return right, found, wanted


def _print_counts(name: str, right: int, found: int, wanted: int) -> None:
    print(
        f"{name:42} precision {right / max(found, 1):.3f} recall {right / max(wanted, 1):.3f}"
        f" F1 {2 * right / max(found + wanted, 1):.3f}"
    )


def write(models: tuple[Model, Model]) -> None:
    """Replace the weights that are shipped."""
    lines = [
        '"""How much each sign speaks for a heading, as log odds; fitted by'
        ' benchmarks/fit_pdf_headings.py."""',
        "",
    ]
    for name, (bias, table) in zip(("FIRST", "SECOND"), models, strict=True):
        lines += [f"{name}: tuple[float, dict[str, float]] = (", f"    {bias:.2f},", "    {"]
        ranked = sorted(table.items(), key=lambda item: -item[1])
        lines += [f'        "{sign}": {weight:.2f},' for sign, weight in ranked]
        lines += ["    },", ")", ""]
    WEIGHTS.write_text("\n".join(lines), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--clones", type=Path, required=True, help="the folder of clones")
    parser.add_argument("--sets", default="A", help="the sets to fit on, as letters")
    parser.add_argument("--write", action="store_true", help="replace the weights")
    asked = parser.parse_args()
    cases = collect_cases(asked.clones, asked.sets)
    _print_counts("the weights as they are", *count(cases, finder.WEIGHTS))
    models = fit_both(cases)
    _print_counts("fitted on all", *count(cases, models))
    total = np.zeros(3, int)
    for repository in sorted({case.repository for case in cases}):
        rest = [case for case in cases if case.repository != repository]
        counts = count([case for case in cases if case.repository == repository], fit_both(rest))
        _print_counts(f"  without {repository}", *counts)
        total += counts
    _print_counts("each repository by the others", *(int(each) for each in total))
    if asked.write:
        write(models)


if __name__ == "__main__":
    sys.exit(main())

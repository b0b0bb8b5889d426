"""Fit the weights that tell the text of web pages from their frame, and cross-validate them by site.

    python -m benchmarks.fit_pages --clones FOLDER [--write]

Needs numpy and scikit-learn, which the product doesn't. The pages are those of benchmarks/web.py. Without
--write it only prints figures; with it, src/pressroom/readers/html/weights.py is replaced.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import re
import sys
import urllib.parse
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

import numpy as np
from benchmarks.tile_scores.clones import list_files, read_file
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from tests.readers import content

from benchmarks import web
from pressroom.errors import PressroomError
from pressroom.model.document import Heading
from pressroom.model.inline import words
from pressroom.readers import ReaderSettings, read
from pressroom.readers.common.cells import flatten_blocks
from pressroom.readers.html import frame
from pressroom.readers.html import read as reader
from pressroom.readers.html import weights as page_weights
from pressroom.readers.html.passages import read_passages, split_words
from pressroom.readers.html.signs import describe, is_caption, is_quoted

WEIGHTS = Path(page_weights.__file__)
STRENGTH = 0.05  # inverse regularisation
PARTS = 5  # of the sites, each read with weights that were fitted on the others
LEAST = 0.03  # a smaller weight says nothing
RARE = 8  # pages; a sign of fewer gets no weight
READABILITY_SHARE = 0.5  # of the weight of trafilatura's pages, of which there are more
_PROCESSES = multiprocessing.get_context("fork")
_MOSTLY = 0.5  # of a block's runs of words that are expected


@dataclass
class Case:
    """A page: what the reader makes of it, the signs of its blocks, and what its labels say of them."""

    page: web.Page
    site: str
    text: str = ""
    fixed: str = ""
    texts: list[str] = field(default_factory=list)
    kept: list[bool] = field(default_factory=list)  # whatever is weighed
    shown: list[bool] = field(default_factory=list)  # captions and quoted messages of the main part
    signs: list[list[str]] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    counts: list[float] = field(default_factory=list)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--clones", type=Path, required=True, help="the folder of clones")
    parser.add_argument("--write", action="store_true", help="replace the weights")
    asked = parser.parse_args()
    pages = [*web.readability_pages(asked.clones), *web.trafilatura_pages(asked.clones)]
    sites = [*(re.sub(r"-?\d+$", "", page.id) for page in pages if page.expected), *_read_sites(asked.clones)]
    with _PROCESSES.Pool(2) as pool:
        cases = pool.starmap(make_case, zip(pages, sites, strict=True), chunksize=4)
    _balance(cases)
    likely: list[np.ndarray] = [np.zeros(0)] * len(cases)
    for part in range(PARTS):
        out = [zlib.crc32(case.site.encode()) % PARTS == part for case in cases]
        base, weights = fit([case for case, left in zip(cases, out, strict=True) if not left])
        for at, case in enumerate(cases):
            if out[at]:
                likely[at] = np.array([_weigh(signs, base, weights) for signs in case.signs])
    for least in (0.1, 0.15, 0.2, 0.22, 0.25, 0.3, 0.4, 0.5):
        print(f"blocks from {least} on, sites left out:")
        for name in ("readability", "trafilatura"):
            scores = [
                web.judge(case.page, _read_text(case, found, least))
                for case, found in zip(cases, likely, strict=True)
                if case.page.id.startswith(name)
            ]
            web.show(f"  {name}", scores, verbose=False)
    if asked.write:
        write(*fit(cases))
    return 0


def _read_sites(clones: Path) -> list[str]:
    commit, paths = list_files(clones, web.TRAFILATURA)
    names = {path.rpartition("/")[2] for path in paths}
    labels = json.loads(read_file(clones, web.TRAFILATURA, commit, f"{web.TRAFILATURA_PAGES}evaldata.json"))
    return [_name_site(url) for url, label in labels.items() if label["file"] in names]


def _name_site(url: str) -> str:
    """Return the site of an address; that of what is kept in an archive."""
    inner = url[max(url.rfind("http://"), url.rfind("https://"), 0) :]
    host = urllib.parse.urlparse(inner).netloc
    shared = host.endswith((".uk", ".wordpress.com", ".blogspot.com"))
    return ".".join(host.split(".")[-3 if shared else -2 :]) or url


def make_case(page: web.Page, site: str) -> Case:
    """Read a page, and keep what its blocks are weighed by."""
    case = Case(page, site)
    with mock.patch.object(reader, "split_frame", wraps=reader.split_frame) as split:
        try:
            document = read(page.data, f"{page.id}.html", ReaderSettings())
        except PressroomError:
            return case
    case.text = content.words(document)
    if not split.called:
        return case
    items, other, _, holders, main, title = split.call_args.args
    passages = read_passages(items, other, holders, main)
    case.signs = describe(passages, title)
    case.texts = [
        item.text if isinstance(item, Heading) else words(flatten_blocks((item,))) for item in items
    ]
    case.kept = [each.has_call for each in passages]
    case.shown = [each.in_main and (is_caption(each) or is_quoted(each)) for each in passages]
    notes = [words(flatten_blocks(note.blocks)) for note in document.footnotes]
    case.fixed = " ".join([document.title.text if document.title else "", *notes])
    case.labels, case.counts = _label(case)
    return case


def _label(case: Case) -> tuple[list[int], list[float]]:
    texts = [" ".join(text.split()) for text in case.texts]
    labels, counts = [0] * len(texts), [0.0] * len(texts)
    if case.page.expected:
        known = split_words(case.page.expected)
        runs, line = set(zip(*(known[at:] for at in range(4)), strict=False)), f" {' '.join(known)} "
        for at, text in enumerate(texts):
            own = split_words(text)
            mine = list(zip(*(own[at:] for at in range(4)), strict=False))
            share = sum(run in runs for run in mine) / len(mine) if mine else f" {' '.join(own)} " in line
            labels[at] = int(share >= _MOSTLY)
            counts[at] = min(1.0, 0.1 + len(own) / 40) if own else 0.0
        return labels, counts
    for passage in case.page.frame:
        for at, text in enumerate(texts):
            # these are text on readability's pages and frame on trafilatura's: a report needs them
            if " ".join(passage.split()) in text and not case.shown[at]:
                counts[at] = 1.0
    for passage in case.page.text:
        holding = [at for at, text in enumerate(texts) if " ".join(passage.split()) in text]
        best = max(holding, key=lambda at: ("found" in case.signs[at], len(texts[at])), default=-1)
        if best >= 0:
            labels[best], counts[best] = 1, 1.5
    return labels, counts


def _balance(cases: Sequence[Case]) -> None:
    one, other = (
        sum(sum(case.counts) for case in cases if bool(case.page.expected) is expected)
        for expected in (True, False)
    )
    for case in cases:
        if case.page.expected:
            case.counts = [count * READABILITY_SHARE * other / one for count in case.counts]


def fit(cases: Sequence[Case]) -> tuple[float, dict[str, float]]:
    """Return the base and the weights of signs that tell text from frame best."""
    seen: dict[str, int] = {}
    for case in cases:
        for sign in set().union(*case.signs):
            seen[sign] = seen.get(sign, 0) + 1
    rows = [
        (dict.fromkeys((sign for sign in signs if seen[sign] >= RARE), 1.0), label, count)
        for case in cases
        for signs, label, count in zip(case.signs, case.labels, case.counts, strict=True)
        if count
    ]
    names = DictVectorizer(dtype=np.float64)
    table = names.fit_transform([row for row, _, _ in rows])
    table.indices, table.indptr = table.indices.astype(np.int32), table.indptr.astype(np.int32)
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300)
    model.fit(table, [label for _, label, _ in rows], sample_weight=[count for _, _, count in rows])
    weights = dict(zip(names.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    return float(model.intercept_[0]), {
        sign: round(weight, 2) for sign, weight in weights.items() if abs(weight) >= LEAST
    }


def _weigh(signs: Sequence[str], base: float, weights: Mapping[str, float]) -> float:
    with mock.patch.multiple(page_weights, BASE=base, WEIGHTS=weights):
        return frame.weigh(signs)


def _read_text(case: Case, likely: np.ndarray, least: float) -> str:
    if not case.signs:
        return case.text
    stays = [
        text for text, kept, each in zip(case.texts, case.kept, likely, strict=True) if kept or each >= least
    ]
    little = sum(map(len, stays)) < frame.LEAST_TEXT
    return case.text if little else " ".join([case.fixed, *stays])


def write(base: float, weights: Mapping[str, float]) -> None:
    lines = [
        '"""How much each sign speaks for a block being text, as log odds; by benchmarks/fit_pages.py."""',
        "",
        f"BASE = {base:.2f}",
        "",
        "WEIGHTS: dict[str, float] = {",
        *(
            f'    "{sign}": {weight:.2f},'
            for sign, weight in sorted(weights.items(), key=lambda each: (-each[1], each[0]))
        ),
        "}",
        "",
    ]
    WEIGHTS.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

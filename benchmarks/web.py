"""How well the text of web pages is told from what stands round it.

    .venv/bin/python -m benchmarks.web --clones FOLDER [--texts FOLDER] [--write FOLDER] [-v]

Two public collections are looked for among the clones (folders owner/name or owner+name, bare or not):

* mozilla/readability: pages, each with the text that its readers expect. Precision and recall count words.
* adbar/trafilatura: pages, each with passages of its text and of its frame. Precision is the share of the
  passages found that are text, recall the share of the text's passages that are found.

``--texts`` judges what another program made of the same pages, a file ID.txt each, instead of this reader;
``--write`` writes the pages as ID.html and this reader's texts as ID.txt, for such a comparison.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.reading.recall import count_words
from benchmarks.tile_scores.clones import list_files, read_file
from tests.readers import content

from pressroom.errors import PressroomError
from pressroom.readers import ReaderSettings, read

READABILITY, TRAFILATURA = "mozilla/readability", "adbar/trafilatura"
READABILITY_PAGES, TRAFILATURA_PAGES = "test/test-pages/", "tests/"
WORST = 25  # pages that -v names


@dataclass(frozen=True)
class Page:
    """A web page: the words that its text has, or passages of its text and of its frame."""

    id: str
    data: bytes
    expected: str = ""
    text: tuple[str, ...] = ()
    frame: tuple[str, ...] = ()


@dataclass(frozen=True)
class Score:
    """What was found of one page's text, and how much of what was found is text."""

    id: str
    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of what was found that is text."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of the text that was found."""
        return self.right / self.wanted if self.wanted else 1.0


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--clones", type=Path, required=True, help="the folder of clones")
    parser.add_argument("--texts", type=Path, help="texts of another program, ID.txt")
    parser.add_argument("--write", type=Path, help="where to write pages and texts")
    parser.add_argument("--every", type=int, default=1, help="take each n-th page only")
    parser.add_argument("--first", type=int, default=0, help="the first page to take")
    parser.add_argument("-v", action="store_true", help="name the worst pages")
    asked = parser.parse_args()
    for name, pages in (
        ("readability", readability_pages(asked.clones)),
        ("trafilatura", trafilatura_pages(asked.clones)),
    ):
        scores = []
        for at, page in enumerate(pages):
            if at % asked.every != asked.first:
                continue
            text = _text_of(page, asked.texts)
            if asked.write:
                asked.write.mkdir(parents=True, exist_ok=True)
                (asked.write / f"{page.id}.html").write_bytes(page.data)
                (asked.write / f"{page.id}.txt").write_text(text, encoding="utf-8")
            scores.append(judge(page, text))
        show(name, scores, verbose=asked.v)
    return 0


def show(name: str, scores: list[Score], *, verbose: bool) -> None:
    right, found, wanted = (
        sum(getattr(each, part) for each in scores) for part in ("right", "found", "wanted")
    )
    print(
        f"{name}: {len(scores)} pages, precision {right / found:.3f}, recall {right / wanted:.3f};"
        f" mean of pages {statistics.fmean(each.precision for each in scores):.3f},"
        f" {statistics.fmean(each.recall for each in scores):.3f}"
    )
    if verbose:
        for part in ("precision", "recall"):
            for each in sorted(scores, key=lambda score: getattr(score, part))[:WORST]:
                value = getattr(each, part)
                print(f"   {part} {value:.2f} {each.id} ({each.right} of {each.wanted}, {each.found} found)")


def judge(page: Page, text: str) -> Score:
    if page.expected:
        have, want = count_words(text), count_words(page.expected)
        return Score(page.id, (have & want).total(), have.total(), want.total())
    squashed = _squash(text)
    right = sum(_squash(passage) in squashed for passage in page.text)
    false = sum(_squash(passage) in squashed for passage in page.frame)
    return Score(page.id, right, right + false, len(page.text))


def _text_of(page: Page, texts: Path | None) -> str:
    if texts:
        file = texts / f"{page.id}.txt"
        return file.read_text(encoding="utf-8") if file.exists() else ""
    try:
        document = read(page.data, f"{page.id}.html", ReaderSettings())
    except PressroomError:
        return ""
    return content.words(document)


def _squash(text: str) -> str:
    return " ".join(text.split())


def readability_pages(clones: Path) -> Iterator[Page]:
    from lxml import html

    commit, paths = list_files(clones, READABILITY)
    for path in paths:
        if not (path.startswith(READABILITY_PAGES) and path.endswith("/source.html")):
            continue
        folder = path.removesuffix("source.html")
        expected = read_file(clones, READABILITY, commit, f"{folder}expected.html").decode("utf-8")
        if not expected.strip():
            continue
        tree = html.document_fromstring(expected)
        words = " ".join(str(text) for text in tree.itertext())
        title = json.loads(read_file(clones, READABILITY, commit, f"{folder}expected-metadata.json")).get(
            "title"
        )
        data = read_file(clones, READABILITY, commit, path)
        yield Page(f"readability-{folder.split('/')[-2]}", data, f"{title or ''}\n{words}")


def trafilatura_pages(clones: Path) -> Iterator[Page]:
    commit, paths = list_files(clones, TRAFILATURA)
    by_name = {path.rpartition("/")[2]: path for path in paths if path.startswith(TRAFILATURA_PAGES)}
    labels = json.loads(read_file(clones, TRAFILATURA, commit, f"{TRAFILATURA_PAGES}evaldata.json"))
    for number, label in enumerate(labels.values()):
        path = by_name.get(label["file"])
        if path is None:
            continue
        data = read_file(clones, TRAFILATURA, commit, path)
        yield Page(f"trafilatura-{number:03}", data, "", tuple(label["with"]), tuple(label["without"]))


if __name__ == "__main__":
    sys.exit(main())

"""Headings that the PDF reader finds in public files, against labels made by eye.

    .venv/bin/python -m benchmarks.pdf_headings --clones FOLDER [--set A] [-v]
    .venv/bin/python -m benchmarks.pdf_headings --hash < LINES

benchmarks/reading/pdf_headings.jsonl lists the files by repository, commit and path, and their headings as
[hash of the words, level]; level 0 is the title, -1 a line that may be one or not, which counts neither way.
``--hash`` prints the hash of each line that is read, to label further files.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.tile_scores.clones import MissingFileError, read_file

from pressroom.errors import PressroomError
from pressroom.model.document import Document, Heading, Section
from pressroom.model.inline import FootnoteRef, Inline, Superscript, words
from pressroom.readers import ReaderSettings, read

LABELS = Path(__file__).resolve().parent / "reading" / "pdf_headings.jsonl"
OPTIONAL = -1
_NUMBER = re.compile(
    r"\A\W*\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-z])"
    r"(?:[.)]+\s*(?=\S*[^\W\d_])|\s+(?=\S*[^\W\d_]{2}))"
)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of headings: ``right`` ones that are found, those that are ``found`` and that are ``wanted``."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of those found that are right."""
        return self.right / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        """The share of those wanted that are found."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        whole = self.found + self.wanted
        return 2 * self.right / whole if whole else 1.0


def hash_heading(text: str) -> str:
    """Return the hash of a heading's letters and digits, without its number, case and spaces.

    What could be a number behind the number is left away as well, "A" in "6. A Question of Scale": a label
    may have been written without the number.
    """
    while (rest := _NUMBER.sub("", text, count=1)) != text:
        text = rest
    plain = re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def list_headings(document: Document) -> list[str]:
    """Return the title and the headings of a document with their numbers, in order."""
    found = [document.title] if document.title else []
    found += list(_walk(document.sections))
    return [f"{heading.number} {words(_strip_mark(heading.inlines))}".strip() for heading in found]


def _strip_mark(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return the words of a heading without the raised mark of a note at its end."""
    held = tuple(inlines)
    return held[:-1] if held and isinstance(held[-1], Superscript | FootnoteRef) else held


def _walk(sections: Sequence[Section]) -> Iterator[Heading]:
    for section in sections:
        yield section.heading
        yield from _walk(section.sections)


def score_headings(found: Sequence[str], labels: Sequence[tuple[str, int]]) -> tuple[Score, list[str]]:
    """Return the score of the headings found, and those that are too many."""
    wanted = Counter(name for name, level in labels if level != OPTIONAL)
    optional = Counter(name for name, level in labels if level == OPTIONAL)
    total = wanted.total()
    right, wrong = 0, []
    for text in found:
        name = hash_heading(text)
        if wanted[name]:
            wanted[name] -= 1
            right += 1
        elif optional[name]:
            optional[name] -= 1
        else:
            wrong.append(text)
    return Score(right, right + len(wrong), total), wrong


def _measure(entry: dict[str, Any], clones: Path, verbose: bool) -> Score:
    """Return the score of a file. Raises MissingFileError."""
    data = read_file(clones, entry["repository"], entry["commit"], entry["path"])
    if hashlib.sha256(data).hexdigest() != entry["hash"]:
        raise MissingFileError(f"{entry['repository']}:{entry['path']} is not what was labelled")
    try:
        found = list_headings(read(data, "x.pdf", ReaderSettings()))
    except PressroomError:
        found = []
    score, wrong = score_headings(found, [(name, level) for name, level in entry["headings"]])
    if verbose:
        print(f"{score.f1:.2f} {score.right:3} of {score.wanted:3}, {len(wrong):2} more: {entry['path']}")
        for text in wrong:
            print(f"       {text[:90]}")
    return score


def _print_set(name: str, scores: Sequence[Score]) -> None:
    counts = [(score.right, score.found, score.wanted) for score in scores]
    whole = Score(*(sum(each) for each in zip(*counts, strict=True)))
    print(f"{name}: {len(scores)} files, {whole.wanted} headings")
    for title, parts in (
        ("all", [whole]),
        ("mean of the files", scores),
    ):
        means = (
            sum(values) / len(parts)
            for values in zip(*((part.precision, part.recall, part.f1) for part in parts), strict=True)
        )
        print("   {:18} precision {:.3f} recall {:.3f} F1 {:.3f}".format(title, *means))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--clones", type=Path, help="the folder of clones, owner/name or owner+name")
    parser.add_argument("--set", default="", help="one set only")
    parser.add_argument("--hash", action="store_true", help="print the hash of each line of the input")
    parser.add_argument("-v", "--verbose", action="store_true", help="each file, and headings too many")
    asked = parser.parse_args()
    if asked.hash:
        for line in sys.stdin:
            print(hash_heading(line))
        return 0
    if not asked.clones:
        parser.error("--clones is missing")
    scores: dict[str, list[Score]] = {}
    problems = []
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if asked.set in ("", entry["set"]):
            try:
                scores.setdefault(entry["set"], []).append(_measure(entry, asked.clones, asked.verbose))
            except MissingFileError as problem:
                problems.append(str(problem))
    for name, found in sorted(scores.items()):
        _print_set(name, found)
    for words_of in problems:
        print(words_of)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

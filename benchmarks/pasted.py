"""How much of pasted texts is right, by kind: python benchmarks/pasted.py [--half work|kept] [-v] [NAME ...]

The texts and what a reader of them would say are in benchmarks/pasted/; its README has the fields.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
# as a script its own folder comes first, whose numbers.py is not Python's
sys.path[:] = [
    str(ROOT / "src"),
    str(ROOT),
    *(each for each in sys.path if Path(each) != ROOT / "benchmarks"),
]

from tests.readers import content

from pressroom.model.document import Block, DefinitionList, Document, List, Paragraph, Quote, Table
from pressroom.model.inline import words
from pressroom.readers import ReaderSettings, read

TEXTS = ROOT / "benchmarks/pasted"
BAR = 0.95
PARTS = ("title", "headings", "lists", "figures", "left out", "apart")
BARRED = PARTS[:4]
_HEADING_NUMBER = re.compile(r"(\d+(?:\.\d+)*)[.)]?\s+")


@dataclass
class Count:
    """How many of the labels of one part are right, and what is wrong."""

    right: int = 0
    of: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, is_right: bool, otherwise: str) -> None:
        """Count one label."""
        self.right += is_right
        self.of += 1
        if not is_right:
            self.wrong.append(otherwise)

    def match(self, wanted: Iterable[str], found: Iterable[str]) -> None:
        """Count each that is wanted, and each that is there but not wanted as wrong."""
        rest = list(found)
        for each in wanted:
            self.add(each in rest, f"missing: {each}")
            if each in rest:
                rest.remove(each)
        for each in rest:
            self.add(False, f"not wanted: {each}")

    def merge(self, other: Count) -> None:
        """Add the labels of another text."""
        self.right += other.right
        self.of += other.of
        self.wrong += other.wrong


@dataclass(frozen=True)
class Pasted:
    """One text with its labels."""

    name: str
    half: str
    text: str
    title: str = ""
    headings: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    figures: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> str:
        """What the text was copied from."""
        return self.name.rpartition("-")[0]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="kinds or texts; all without")
    parser.add_argument("--half", choices=("work", "kept", "second", "third", "fourth"))
    parser.add_argument("-v", action="store_true", help="say what is wrong")
    asked = parser.parse_args()
    kinds: dict[str, dict[str, Count]] = {}
    for pasted in load():
        if asked.half not in (None, pasted.half):
            continue
        if asked.names and not {pasted.name, pasted.kind}.intersection(asked.names):
            continue
        counts = judge(pasted)
        for part, count in counts.items():
            kinds.setdefault(pasted.kind, {each: Count() for each in PARTS})[part].merge(count)
            for wrong in count.wrong if asked.v else ():
                print(f"{pasted.name} {part}: {wrong}")
    show(kinds)
    return 0


def show(kinds: Mapping[str, Mapping[str, Count]]) -> None:
    print(f"{'':18}" + "".join(f"{part:>12}" for part in PARTS) + f"{'first four':>12}")
    total = {part: Count() for part in PARTS}
    for kind, counts in kinds.items():
        for part, count in counts.items():
            total[part].merge(count)
        _line(kind, counts)
    _line("all", total)


def _line(name: str, counts: Mapping[str, Count]) -> None:
    barred = Count()
    for part in BARRED:
        barred.merge(counts[part])
    cells = [f"{count.right}/{count.of}" for count in counts.values()]
    share = barred.right / barred.of if barred.of else 1.0
    below = "" if share >= BAR else "  below"
    print(f"{name:18}" + "".join(f"{cell:>12}" for cell in cells) + f"{share:>12.1%}{below}")


def load(folder: Path = TEXTS) -> Iterator[Pasted]:
    for file in sorted(folder.glob("*.toml")):
        for each in tomllib.loads(file.read_text(encoding="utf-8"))["texts"]:
            lists = {key: tuple(value) for key, value in each.items() if isinstance(value, list)}
            for key in ("rows", "apart"):
                lists[key] = tuple(tuple(one) for one in lists.get(key, ()))
            yield Pasted(**{**each, **lists})


def judge(pasted: Pasted) -> dict[str, Count]:
    document = read(pasted.text.encode(), f"{pasted.name}.txt", ReaderSettings())
    counts = {part: Count() for part in PARTS}
    title = document.title.text if document.title else document.metadata.subject
    counts["title"].add(squash(title) == squash(pasted.title), f"{title!r}, not {pasted.title!r}")
    counts["headings"].match(map(_plain_number, pasted.headings), _headings(document))
    counts["lists"].match(map(squash, pasted.items), _items((*_blocks(document),), 1))
    passages = [title, *_headings(document), *_passages(document)]
    if pasted.rows:
        counts["figures"].match(map(" | ".join, pasted.rows), _rows(document))
    for figure in pasted.figures:
        counts["figures"].add(any(figure in each for each in passages), f"missing: {figure}")
    for gone in pasted.left_out:
        counts["left out"].add(not any(gone in each for each in passages), f"not wanted: {gone}")
    for one, other in pasted.apart:
        both = [any(text in each for each in passages) for text in (one, other)]
        together = any(one in each and other in each for each in passages)
        counts["apart"].add(all(both) and not together, f"{one} | {other}")
    return counts


def squash(text: str) -> str:
    return " ".join(text.split())


def _plain_number(heading: str) -> str:
    return squash(_HEADING_NUMBER.sub(r"\1 ", heading, count=1))


def _headings(document: Document) -> list[str]:
    found = [section.heading for section in document.walk()]
    return [_plain_number(f"{each.number} {each.text}" if each.number else each.text) for each in found]


def _blocks(document: Document) -> Iterator[Block]:
    yield from document.blocks
    for section in document.walk():
        yield from section.blocks


def _items(blocks: Iterable[Block], depth: int) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, List):
            for item in block.items:
                texts = [words(each.inlines) for each in item.blocks if isinstance(each, Paragraph)]
                yield f"{'-' * depth} {squash(' '.join(texts))}"
                yield from _items(item.blocks, depth + 1)
        elif isinstance(block, Quote):
            yield from _items(block.blocks, depth)


def _rows(document: Document) -> list[str]:
    found = []
    for block in content.blocks(document):
        if isinstance(block, Table):
            found += [
                " | ".join(squash(words(cell.inlines)) for cell in row.cells)
                for row in block.head + block.body
            ]
    return [
        re.sub(r"(?: \| )+$", "", row) if row.count(" | ") and _is_title_row(row) else row for row in found
    ]


def _is_title_row(row: str) -> bool:
    """Tell whether only the first cell of a row is filled."""
    return not any(row.split(" | ")[1:])


def _passages(document: Document) -> list[str]:
    found = [squash(words(inlines)) for inlines in content.stretches(document)]
    for block in content.blocks(document):
        if isinstance(block, Table):
            found += [squash(words(note)) for note in block.notes]
        if isinstance(block, DefinitionList):
            for item in block.items:
                found += [
                    squash(f"{words(item.term)}: {words(inner.inlines)}")
                    for inner in item.blocks
                    if isinstance(inner, Paragraph)
                ]
    return found


if __name__ == "__main__":
    sys.exit(main())

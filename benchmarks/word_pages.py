"""Whether the page numbers that Word files show are those of LibreOffice's layout of the same file.

    python -P benchmarks/word_pages.py [TEXT…]

Takes the texts named (else those in seeds/) and the page with every block, each with the house's design and
with the references of the tests. Prints for each how many of the numbers shown are off by the PDF's count and
by LibreOffice's own, and what that count costs. Texts without contents show no page number.
"""

from __future__ import annotations

import sys
from pathlib import Path

# in place of this folder, whose scripts are named like modules of the standard library
sys.path[:1] = [str(Path(__file__).resolve().parent.parent / name) for name in ("src", ".")]

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.making import ROOT
from tests.writers.docx.styles.test_reference import HERE, REFERENCES
from tests.writers.torture import torture

from pressroom.cache.steps import Steps
from pressroom.model.page import Page
from pressroom.pipeline import source as sources
from pressroom.pipeline.composing import compose_report
from pressroom.pipeline.office.word_layout import lay_out
from pressroom.project import place as places
from pressroom.project.settings import make_option_layer
from pressroom.version import __version__
from pressroom.world import RealWorld
from pressroom.writers import docx, pdf


def pages(paths: list[Path]) -> Iterator[tuple[str, Page]]:
    """Yield the pages to look at, each with its name."""
    world, steps = RealWorld(), Steps(__version__)
    place = places.find(ROOT, world)
    for path in paths:
        loaded = sources.load(path.absolute(), place, world, make_option_layer({}), steps)
        yield path.name, compose_report(loaded, ("docx",), place, world, steps).page
    yield "every block", torture()


@dataclass(frozen=True, slots=True)
class Design:
    """A page, the reference whose design its Word file takes, and the mapping of its styles."""

    page: Page
    reference: bytes | None
    mapping: Mapping[str, str]

    def written(self, numbers: Mapping[str, int]) -> bytes:
        """Return the Word file that shows these page numbers."""
        return docx.write(
            self.page, docx.WordOptions(page_numbers=numbers, reference=self.reference, styles=self.mapping)
        )


def off(shown: Mapping[str, int], data: bytes, wanted: frozenset[str]) -> int:
    """Count the numbers shown in a file that are not those of LibreOffice's layout."""
    found = lay_out(data, wanted).page_numbers
    return sum(shown.get(ident) != found.get(ident) for ident in wanted)


def main() -> int:
    """Measure and print; 1 when LibreOffice's own count is off anywhere."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted((ROOT / "seeds").iterdir())
    wrong = 0
    for name, page in pages([path for path in paths if path.suffix in (".txt", ".md")]):
        wanted = docx.find_page_references(page)
        if not wanted:
            print(f"{name}: shows no page number")
            continue
        printed = pdf.render(page)
        for reference, mapping in {"the house's own": {}, **REFERENCES}.items():
            file = HERE / reference
            design = Design(page, file.read_bytes() if file.is_file() else None, mapping)
            by_pdf = design.written(printed.page_numbers)
            begin = time.perf_counter()
            counted = lay_out(by_pdf, wanted)
            seconds = time.perf_counter() - begin
            bad = off(counted.page_numbers, design.written(counted.page_numbers), wanted)
            wrong += bad
            missed = sum(printed.page_numbers.get(each) != counted.page_numbers.get(each) for each in wanted)
            print(
                f"{name}, {reference}: {len(wanted)} numbers shown, {counted.page_count} pages; off by the "
                f"PDF's count: {missed}, by LibreOffice's: {bad} ({seconds:.1f} s)",
                flush=True,
            )
    return int(wrong > 0)


if __name__ == "__main__":
    raise SystemExit(main())

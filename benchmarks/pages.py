"""Pages as a reader finds them: how full they are, their headings, and the pictures of their key numbers.

python -m benchmarks.pages [TEXT …]    the texts named; without any, the samples, kinds of text, all lengths

Prints a line a text, then the shares that have a bar. Texts of every length from half a page to four pages
come from benchmarks/page_texts.py.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.page_texts import LENGTHS, make_briefing, make_kinds
from benchmarks.scores.pages import count_short_ends, fill_of_last_page, long_headings, measure_used
from tests.figures.boxes import faults, plate

from pressroom.cache.steps import Steps
from pressroom.check.pdf_pages import check_pages, measure
from pressroom.figures import COLUMN_MM
from pressroom.figures.plot.marks import Plot, Words
from pressroom.model.brand import Colours
from pressroom.model.colour import hex_contrast
from pressroom.model.figure import Figure
from pressroom.model.report import Report
from pressroom.pipeline.composing import compose_report
from pressroom.pipeline.source import load
from pressroom.project import place as places
from pressroom.project.settings import Layer, Scope
from pressroom.version import __version__
from pressroom.world import RealWorld
from pressroom.writers.pdf.fitting.fill import FEW, MOST_PAGES, QUARTER

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class PageScore:
    """What is measured of one text: shares from 0 to 1, type in points."""

    pages: int
    last: float
    used: float
    long: int
    short_ends: int
    smallest: float
    outside: int
    numbers: int
    pictures: int
    findings: int
    seconds: float

    @property
    def full(self) -> bool:
        """Tell whether the last page is as full as it should be; a single page always is."""
        return self.pages == 1 or self.last >= (QUARTER if self.pages <= MOST_PAGES else FEW)


def score(path: Path) -> PageScore:
    """Lay a text out as `report make` does, and measure it."""
    world, began = RealWorld(), time.perf_counter()
    place = places.find(path.parent, world)
    steps = Steps(__version__)
    source = load(path, place, world, Layer({}, Scope.COMMAND_LINE, "the call"), steps)
    composed = compose_report(source, ("pdf",), place, world, steps)
    seconds = time.perf_counter() - began
    assert composed.layout is not None
    data, report = composed.layout.data, composed.page.report
    sheets = measure(data)
    figures = report.figures.pictures
    return PageScore(
        pages=len(sheets),
        last=fill_of_last_page(sheets) / 100,
        used=measure_used(sheets),
        long=long_headings(sheets),
        short_ends=count_short_ends(sheets, data),
        smallest=min((size for figure in figures for size in _list_sizes(figure, report)), default=0.0),
        outside=sum(len(faults(_lay_out(figure, report))) for figure in figures),
        numbers=len(report.numbers.key),
        pictures=len(figures),
        findings=len(check_pages(data)),
        seconds=seconds,
    )


def find_lowest_contrast(colours: Colours) -> float:
    """Return the lowest contrast of the colours of text with the paper."""
    texts = (colours.text, colours.muted, colours.accent_text, colours.warning)
    return min(hex_contrast(colour, colours.paper) for colour in texts)


def _lay_out(figure: Figure, report: Report) -> Plot:
    return plate(figure, COLUMN_MM, report.lang)


def _list_sizes(figure: Figure, report: Report) -> Iterator[float]:
    return (mark.size for mark in _lay_out(figure, report).marks if isinstance(mark, Words))


def list_texts(folder: Path) -> list[Path]:
    """Return the samples, the article beside the clone, and the texts made, written to ``folder``."""
    article = ROOT.parent / "shared" / "seeds" / "article.txt"
    found = [*([article] if article.is_file() else []), *sorted((ROOT / "seeds").iterdir())]
    made = make_kinds() | {f"words-{count:04}.txt": make_briefing(count) for count in LENGTHS}
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
        found.append(folder / name)
    return found


def format_line(name: str, one: PageScore) -> str:
    """Return a text's line under the heading that ``main`` prints."""
    return (
        f"{name:<20} {one.pages:>5} {one.last:>4.0%} {one.used:>4.0%} {one.long:>3} {one.short_ends:>5}"
        f" {one.smallest:>4.1f} {one.outside:>7} {one.numbers:>7} {one.pictures:>8} {one.findings:>8}"
        f" {one.seconds:>7.1f}"
    )


def main(paths: list[Path]) -> int:
    """Print a line a text and the shares; return how many lengths miss the bar of a quarter page."""
    print(f"{'text':<20} pages last used  >3 short type outside numbers pictures findings seconds")
    scores = {}
    for path in paths:
        one = scores[path.stem] = score(path)
        print(format_line(path.stem, one), flush=True)
    several = [one for one in scores.values() if one.pages > 1]
    poor = [name for name, one in scores.items() if not one.full]
    bare = [name for name, one in scores.items() if one.numbers and not one.pictures]
    print(f"last page full enough: {len(several) - len(poor)} of {len(several)}")
    print(f"nearly empty: {', '.join(poor) or 'none'}")
    print(f"key numbers and no picture: {', '.join(bare) or 'none'}")
    print(f"lowest contrast of text: {find_lowest_contrast(_load_colours()):.2f}")
    return len(poor)


def _load_colours() -> Colours:
    from pressroom.project import brand

    return brand.load(places.find(ROOT, RealWorld()), RealWorld())[0].colours


if __name__ == "__main__":
    named = [Path(word).absolute() for word in sys.argv[1:]]
    with tempfile.TemporaryDirectory() as made:
        sys.exit(main(named or list_texts(Path(made))) > 0)

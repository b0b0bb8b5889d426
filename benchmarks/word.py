"""How long 500 pages take as Word, beside the same pages as PDF; and what the first page costs.

    python benchmarks/word.py [--pages N] [--no-pdf]

Prints one line a figure; the last says whether the Word file took at most a fifth of the PDF's time.
"""

from __future__ import annotations

import sys
from pathlib import Path

# in place of this folder, whose scripts are named like modules of the standard library
sys.path[:1] = [str(Path(__file__).resolve().parent.parent / name) for name in ("src", ".")]

import argparse
import statistics
import subprocess
import time

from tests.making import BRAND, ROOT, document, paragraph, report
from tests.writers.docx.pages import drawing

from pressroom.compose.page import make_brand_css
from pressroom.model.page import Page, PageTree

SHARE = 0.2
_WORDS = "The survey covered every district on both banks, and the teams returned twice to some of them. " * 4


def long_page(pages: int) -> Page:
    """Return a report of about so many pages, a section each, with all that reports have."""
    parts = []
    for number in range(1, pages + 1):
        rows = "".join(
            f"<tr><td>Station {row}</td><td class='num'>{row * 7}</td></tr>" for row in range(1, 7)
        )
        parts.append(
            f"<section class='level-1'><h2 id='s-{number}'><span class='number'>{number}</span> Part</h2>"
            f"<p>{_WORDS}<span class='footnote' id='fn-{number}' data-footnote='{number}'>A note.</span></p>"
            f"<p>{_WORDS} See <a class='ref' href='#tab-{number}'>Table {number}</a>.</p>"
            f"<ul><li>one <em>item</em></li><li>another</li></ul><p>{_WORDS}</p>"
            f"<table id='tab-{number}'>"
            f"<caption><span class='label'>Table {number}</span> Stations</caption><thead><tr>"
            f"<th>Station</th><th class='num'>Level</th></tr></thead><tbody>{rows}</tbody>"
            f"</table><p>{_WORDS}</p></section>"
        )
        if number % 10 == 0:
            parts.append(
                f"<figure class='chart' id='fig-{number}' data-figure='f'><img src='asset:f' alt='Bars.'>"
                f"<figcaption><span class='label'>Figure {number // 10}</span> Levels</figcaption></figure>"
            )
    head = "<meta charset='utf-8'><title>A long report</title>"
    main = f"<main>{''.join(parts)}</main>"
    html = f"<!DOCTYPE html><html lang='en'><head>{head}</head><body data-paper='A4'>{main}"
    css = make_brand_css(BRAND) + (ROOT / "templates" / "base" / "print.css").read_text(encoding="utf-8")
    return Page(
        PageTree(f"{html}</body></html>"), css, report(document(paragraph("Words."))), {"f": drawing()}, {}
    )


def main() -> int:
    """Measure and print; 1 when the Word file takes more than its share."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--no-pdf", action="store_true")
    asked = parser.parse_args()
    cold = [_seconds([sys.executable, "-c", "import docx, lxml.etree"]) for _ in range(3)]
    bare = [_seconds([sys.executable, "-c", "pass"]) for _ in range(3)]
    print(f"python-docx and lxml, cold: {statistics.median(cold) - statistics.median(bare):.2f} s")
    from pressroom.writers import docx

    page = long_page(asked.pages)
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        data = docx.write(page)
        times.append(time.perf_counter() - begin)
    word = statistics.median(times)
    print(f"Word: {word:.2f} s, {len(data) / 1e6:.2f} MB (median of 3)")
    if asked.no_pdf:
        return 0
    from pressroom.writers import pdf

    begin = time.perf_counter()
    layout = pdf.render(page)
    printed = time.perf_counter() - begin
    share = word / printed
    print(
        f"PDF: {printed:.1f} s, {layout.page_count} pages; Word takes {share:.1%} of it (at most {SHARE:.0%})"
    )
    return 0 if share <= SHARE else 1


def _seconds(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - begin


if __name__ == "__main__":
    raise SystemExit(main())

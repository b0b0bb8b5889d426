"""What the PDF writer costs: 30, 100 and 300 pages with contents, against WeasyPrint alone.

    python benchmarks/pdf.py [PAGES…]

Each measurement is a process of its own, the two kinds in turn; the times are CPU seconds (the machine may be
busy). "bare" is WeasyPrint with the same page, style sheet and fonts, asked for tags and PDF/A-3a; "ours" is
``writers.pdf.render``, which makes PDF/UA-1 and PDF/A-3a in one. Each page has a note and a table. "layouts"
is how often ours was laid out.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

SENTENCES = (
    "The survey covered every district on both banks of the river, and the teams returned twice to some.",
    "Nothing in the record suggests that the storehouses were empty before the spring of the second year.",
    "Most respondents named transport first, then rent, then the price of heating in the three cold months.",
    "A detour of some forty minutes has to be added to each journey while the bridge is closed for repair.",
)


def markup(pages: int) -> str:
    """Return a report of about ``pages`` pages: headings, paragraphs with notes and links, lists, tables."""
    parts = []
    for index in range(pages):
        words = " ".join(SENTENCES * 2)
        note = f'<span class="footnote" id="fn-{index}" data-footnote="{index}">{SENTENCES[index % 4]}</span>'
        rows = "".join(
            f'<tr><th scope="row">District {row}</th><td class="num">{index * row}</td><td>{row} %</td></tr>'
            for row in range(1, 7)
        )
        parts.append(
            f'<section class="level-1"><h2 id="s{index}">Section {index}</h2><p>{words}{note}</p>'
            f'<p>{words} See <a class="ref" href="#s{index // 2}">an earlier place</a>.</p>'
            f"<ul><li>{SENTENCES[0]}</li><li>{SENTENCES[1]}</li></ul>"
            '<table><thead><tr><th scope="col">Place</th><th scope="col">Count</th>'
            '<th scope="col">Share</th></tr>'
            f"</thead><tbody>{rows}</tbody></table><p>{SENTENCES[2]}</p></section>"
        )
    entries = "".join(
        f'<li class="level-1"><a href="#s{index}">Section {index}</a></li>' for index in range(pages)
    )
    return (
        '<!DOCTYPE html><html lang="en"><head><title>A long report</title></head><body data-paper="A4">'
        '<div class="running head"><span class="section-title"></span></div>'
        '<div class="running foot"><span class="page"></span></div>'
        '<header class="cover"><h1 class="title">A long report</h1></header>'
        f'<nav class="contents"><h2 class="contents-title">Contents</h2><ol>{entries}</ol></nav>'
        f"<main>{''.join(parts)}</main></body></html>"
    )


def measure(kind: str, pages: int) -> None:
    """Make one file and print what it took as JSON."""
    import weasyprint
    from tests.making import BRAND, document, paragraph, report
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from pressroom.build.isolation import collect_rarely
    from pressroom.compose.page import make_brand_css
    from pressroom.model.page import Page, PageTree
    from pressroom.writers.pdf import render
    from pressroom.writers.pdf.fetcher import collect_resources, make_fetcher
    from pressroom.writers.pdf.stylesheet import make_stylesheet

    css = make_brand_css(BRAND) + (ROOT / "templates" / "base" / "print.css").read_text()
    page = Page(PageTree(markup(pages)), css, report(document(paragraph("Words."))), {}, {})
    layouts = []
    lay_out_html = HTML.render

    def lay_out(html: weasyprint.HTML, **settings: object) -> weasyprint.Document:
        layouts.append(html)
        return lay_out_html(html, **settings)

    HTML.render = lay_out
    start = time.process_time()
    if kind == "ours":
        collect_rarely()  # as in each process that makes a report
        result = render(page)
        data, count = result.data, result.page_count
    else:
        fonts, door = FontConfiguration(), make_fetcher(collect_resources(page))
        style = CSS(string=make_stylesheet(page, "A4"), url_fetcher=door, font_config=fonts)
        document_ = HTML(string=page.html, url_fetcher=door).render(stylesheets=[style], font_config=fonts)
        data, count = document_.write_pdf(pdf_variant="pdf/a-3a", pdf_tags=True), len(document_.pages)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        json.dumps(
            {"seconds": seconds, "pages": count, "mb": peak, "kb": len(data) // 1000, "layouts": len(layouts)}
        )
    )


def median(values: Iterable[float]) -> float:
    """Return the middle value."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def run(kind: str, pages: int) -> dict[str, float]:
    """Measure in a process of its own."""
    command = [sys.executable, "-P", __file__, "--one", kind, str(pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def main(sizes: list[int]) -> None:
    print(
        f"{'pages':>6} {'bare s':>8} {'ours s':>8} {'ratio':>6} {'ms/page':>8} {'bare MB':>8} {'ours MB':>8} "
        f"{'ratio':>6} {'kB':>7} {'layouts':>8}"
    )
    for size in sizes:
        turns = 5 if size <= 10 else 3 if size <= 100 else 1
        pairs = [(run("bare", size), run("ours", size)) for _ in range(turns)]
        ours, bare = (
            {name: median(each[name] for each in column) for name in column[0]}
            for column in zip(*((ours, bare) for bare, ours in pairs), strict=True)
        )
        ratio = median(ours["seconds"] / bare["seconds"] for bare, ours in pairs)
        print(
            f"{ours['pages']:>6} {bare['seconds']:>8.2f} {ours['seconds']:>8.2f} {ratio:>6.2f} "
            f"{ours['seconds'] / ours['pages'] * 1000:>8.1f} {bare['mb']:>8} {ours['mb']:>8} "
            f"{ours['mb'] / bare['mb']:>6.2f} {ours['kb']:>7} {ours['layouts']:>8}",
            flush=True,
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(sys.argv[2], int(sys.argv[3]))
    else:
        main([int(argument) for argument in sys.argv[1:]] or [30, 100, 300])

"""The page full.html has everything in it that the vocabulary of docs/page.md has."""

from __future__ import annotations

from pathlib import Path

from pressroom.model.figure import Datum, Figure, Figures, Series
from pressroom.model.page import Page, PageTree
from tests.making import document, paragraph, report, section
from tests.writers.docx.pages import asset, drawing

FIGURE = Figure(
    id="fig-a",
    kind="bar",
    title="Levels",
    alt="Bars: north above south.",
    categories=("Spring", "Summer"),
    series=(Series("North", (Datum(12), Datum(15))), Series("South", (Datum(9), Datum(None)))),
    sources=(),
    unit="metres",
)


def full_page(body: str = "") -> Page:
    """The page; ``body`` are more attributes of its body, with a space ahead."""
    source = document(
        paragraph("The end."),
        paragraph("Never before."),
        title="Gauges",
        sections=(section("First"), section("Scope"), section("Wide"), section("End")),
    )
    html = (Path(__file__).parent / "full.html").read_text(encoding="utf-8")
    html = html.replace("<body", f"<body{body}", 1)
    made = report(source, figures=Figures((FIGURE,)))
    return Page(PageTree(html), "", made, {"fig-a": drawing()}, {"photo.png": asset()})


PAGES = {"intro": 1, "scope": 2, "wide": 3, "end": 4, "fig-a": 3, "tab-1": 3}

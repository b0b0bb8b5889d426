"""report figures."""

from __future__ import annotations

from pathlib import Path

import click

from pressroom.cache.steps import Steps
from pressroom.cli.limited import in_limited_process
from pressroom.cli.reading import read_source
from pressroom.cli.terminal import show, show_json
from pressroom.model.figure import Figure, Refusal
from pressroom.pipeline.analysis import analyse, offer
from pressroom.version import __version__


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--lang", help='The language, such as "en-GB" or "de".')
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object on stdout.")
@in_limited_process
def command(source: Path, lang: str | None, as_json: bool) -> None:
    """Show every picture considered for SOURCE: drawn or refused, and why; and charts that tables allow."""
    found, world = read_source(source, lang)
    analysis = analyse(found, world, Steps(__version__))
    figures, offered = analysis.figures, offer(found)
    if as_json:
        data = {
            "source": found.shown,
            "drawn": [_figure_as_data(figure) for figure in figures.with_data],
            "refused": [_refusal_as_data(refusal) for refusal in figures.refused],
            "offered": [{"table": one.table, "settings": "\n".join(one.settings)} for one in offered],
        }
        show_json(data)
        return
    for figure in figures.with_data:
        show(f"drawn    {figure.kind:<10} {figure.title} (line {_format_lines(figure)}){_why(figure)}")
    for refusal in figures.refused:
        about = f"{refusal.about}: " if refusal.about else ""
        show(f"refused  {refusal.kind:<10} {about}{refusal.reason} (line {_format_lines(refusal)})")
    sidecar = Path(found.shown).with_suffix(".toml")
    for one in offered:
        place = f"table {one.table} (line {one.span.line_start})"
        show(f"offered  {one.mark:<10} {place}; these lines in {sidecar} ask for it:")
        for line in one.settings:
            show(f"             {line}")
    if not figures.with_data and not figures.refused and not offered:
        show("no picture was considered: the text has no two numbers to compare, and no chart was asked for")


def _why(figure: Figure) -> str:
    """Return why a chart is of its kind, where its data decided."""
    return f": {figure.reason}" if figure.reason else ""


def _format_lines(of: Figure | Refusal) -> str:
    return ", ".join(str(line) for line in sorted({span.line_start for span in of.sources})) or "–"


def _figure_as_data(figure: Figure) -> dict[str, object]:
    return {
        "id": figure.id,
        "kind": figure.kind,
        "title": figure.title,
        "subtitle": figure.subtitle,
        "reason": figure.reason,
        "alt": figure.alt,
        "table": [list(row) for row in figure.table],
        "lines": [span.line_start for span in figure.sources],
    }


def _refusal_as_data(refusal: Refusal) -> dict[str, object]:
    return {
        "kind": refusal.kind,
        "about": refusal.about,
        "reason": refusal.reason,
        "lines": [span.line_start for span in refusal.sources],
    }

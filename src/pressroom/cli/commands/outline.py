"""report outline."""

from __future__ import annotations

from pathlib import Path

import click

from pressroom.cli.limited import in_limited_process
from pressroom.cli.reading import read_source
from pressroom.cli.terminal import show, show_json
from pressroom.model.document import Document, Heading, Section


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--explain", is_flag=True, help="Say why each heading is taken for one, and what was left out.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object on stdout.")
@in_limited_process
def command(source: Path, explain: bool, as_json: bool) -> None:
    """Show the section tree that was found in SOURCE, with line numbers."""
    found, _ = read_source(source)
    document = found.document
    if as_json:
        show_json(document_as_data(document))
        return
    if document.title:
        _print_heading(document.title, 0, explain)
    for section in document.sections:
        _print_section(section, 1, explain)
    if explain:
        for left in document.left_out:
            show(f"{left.span.line_start:>5}  left out: {left.reason}")
    for diagnostic in document.diagnostics:
        show(str(diagnostic), err=True)


def _print_section(section: Section, depth: int, explain: bool) -> None:
    _print_heading(section.heading, depth, explain)
    for child in section.sections:
        _print_section(child, depth + 1, explain)


def _print_heading(heading: Heading, depth: int, explain: bool) -> None:
    number = f"{heading.number} " if heading.number else ""
    show(f"{heading.span.line_start:>5}  {'  ' * depth}{number}{heading.text}")
    if explain:
        sure = "guessed: " if heading.guessed else ""
        level = "; its level is a guess" if heading.level_guessed else ""
        show(f"       {'  ' * depth}· {sure}{', '.join(heading.reasons) or 'marked in the source'}{level}")


def document_as_data(document: Document) -> dict[str, object]:
    """Return the section tree as plain data."""
    return {
        "source": document.source,
        "title": _heading_as_data(document.title) if document.title else None,
        "sections": [_section_as_data(section) for section in document.sections],
        "left_out": [
            {"line_start": left.span.line_start, "line_end": left.span.line_end, "reason": left.reason}
            for left in document.left_out
        ],
    }


def _section_as_data(section: Section) -> dict[str, object]:
    return {
        **_heading_as_data(section.heading),
        "id": section.id,
        "blocks": len(section.blocks),
        "sections": [_section_as_data(child) for child in section.sections],
    }


def _heading_as_data(heading: Heading) -> dict[str, object]:
    return {
        "text": heading.text,
        "number": heading.number,
        "level": heading.level,
        "line": heading.span.line_start,
        "guessed": heading.guessed,
        "level_guessed": heading.level_guessed,
        "reasons": list(heading.reasons),
    }

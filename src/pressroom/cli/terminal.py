"""What the commands print, in one place: lines that are safe to show, JSON, and data for other programs."""

from __future__ import annotations

import json
import sys

import click

from pressroom.model.printable import escape_for_json, make_printable


def show(line: str, *, err: bool = False, fg: str | None = None, bold: bool = False) -> None:
    """Print one line, whatever the text in it holds: names, titles and messages come from anywhere."""
    safe = make_printable(line)
    click.echo(click.style(safe, fg=fg, bold=bold) if fg or bold else safe, err=err)


def show_json(data: object) -> None:
    """Print one JSON value on stdout."""
    click.echo(escape_for_json(json.dumps(data, ensure_ascii=False)))


def write_data(text: str) -> None:
    """Print lines for another program as they are; on a terminal, as ``show`` does."""
    if not sys.stdout.isatty():
        click.echo(text.encode("utf-8", "replace").decode(), nl=False)
        return
    for line in text.splitlines():
        show(line)

"""A figure's data as CSV, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

from pressroom.model.figure import Figure

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(figure: Figure) -> bytes:
    """Return a figure's data table as CSV (RFC 4180, UTF-8).

    A cell that a spreadsheet would run as a formula begins with an apostrophe; a plain negative number
    does not.
    """
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([[_inert(cell) for cell in row] for row in figure.table])
    return out.getvalue().encode()


def _inert(cell: str) -> str:
    if not cell.startswith(FORMULA):
        return cell
    try:
        float(cell)
    except ValueError:
        return f"'{cell}"
    return cell

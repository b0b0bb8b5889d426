"""Workbooks by openpyxl, for tests."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from openpyxl import Workbook


def workbook(*sheets: tuple[str, list[list[object]]], change: Callable[[Any], None] | None = None) -> bytes:
    """Return a workbook with a sheet for each (name, rows); ``change`` may do more to it."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    if change:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()

"""What travels inside the PDF: the source, each figure's data, and the record of where all came from."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import Literal

from pressroom.model.document import Asset
from pressroom.model.numbers import KeyNumber
from pressroom.model.page import Page
from pressroom.model.quantity import Interval
from pressroom.model.report import Report
from pressroom.translations import translate

Relationship = Literal["Source", "Data", "Alternative", "Supplement", "Unspecified"]
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so may be run by a spreadsheet


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """A file inside the PDF and what it is to it (AFRelationship)."""

    asset: Asset
    relationship: Relationship = "Unspecified"


def list_embedded_files(page: Page) -> tuple[EmbeddedFile, ...]:
    """Return what a report's PDF carries: source text, figures' data as CSV, provenance as JSON."""
    report = page.report
    document = report.document
    name = _name_source(report) or "source"
    readable = name.lower().endswith((".txt", ".md", ".markdown", ".html", ".htm", ".eml"))
    source = Asset(
        name if readable else f"{name}.txt",
        "text/plain",
        document.text.encode(),
        translate("attached_text", report.lang),
    )
    data = [
        EmbeddedFile(
            Asset(
                f"{figure.id}.csv",
                "text/csv",
                format_csv(figure.table),
                translate("attached_data", report.lang, title=figure.title),
            ),
            "Data",
        )
        for figure in report.figures.with_data
        if figure.id in page.drawings
    ]
    record = Asset(
        "provenance.json",
        "application/json",
        format_provenance(report),
        translate("attached_origin", report.lang),
    )
    return (EmbeddedFile(source, "Source"), *data, EmbeddedFile(record, "Supplement"))


def _name_source(report: Report) -> str:
    """Return the name of the source's file; its folder is nobody's business, and another one each time."""
    return report.document.source.replace("\\", "/").rpartition("/")[2]


def format_csv(rows: tuple[tuple[str, ...], ...]) -> bytes:
    """Return rows as CSV (RFC 4180, UTF-8); a cell that a spreadsheet might run begins with an apostrophe."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([[_inert(cell) for cell in row] for row in rows])
    return out.getvalue().encode()


def _inert(cell: str) -> str:
    if not cell.startswith(FORMULA):
        return cell
    try:
        float(cell.replace(",", "").replace("\u202f", "").replace(" ", "").rstrip("%"))
    except ValueError:
        return f"'{cell}"
    return cell  # a negative number is no formula


def format_provenance(report: Report) -> bytes:
    """Return the report's record as JSON: hashes, versions, every key number and figure with its spans."""
    came = report.provenance
    record = {
        "source": {"name": _name_source(report), "sha256": came.source_sha256},
        "template": {"sha256": came.template_sha256},
        "brand": {"sha256": came.brand_sha256},
        **({"embargo": report.embargo} if report.embargo else {}),
        "versions": dict(came.versions),
        "key_numbers": [_key_number(number) for number in report.numbers.key],
        "figures": [
            {
                "id": figure.id,
                "kind": figure.kind,
                "title": figure.title,
                "sources": [
                    {"lines": [span.line_start, span.line_end], "characters": [span.start, span.end]}
                    for span in figure.sources
                ],
            }
            for figure in report.figures.with_data
        ],
    }
    return (json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _key_number(number: KeyNumber) -> dict[str, object]:
    quantity = number.quantity
    value = quantity.value
    return {
        "id": number.id,
        "display": number.display,
        "label": number.label,
        "text": quantity.text,
        "characters": [quantity.start, quantity.end],
        "value": [value.low, value.high] if isinstance(value, Interval) else value,
        "unit": quantity.unit,
        "rate": quantity.rate,
        "qualifier": quantity.qualifier_text,
        "sentence": quantity.sentence_text,
        "lines": [quantity.sentence.line_start, quantity.sentence.line_end],
        "edited": list(number.edited),
    }

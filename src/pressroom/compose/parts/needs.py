"""What a template needs of a report, and which of it is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from pressroom.compose.parts.head_fields import find_attendance
from pressroom.model.document import DefinitionList, Paragraph
from pressroom.model.report import Report

_CONTACT = re.compile(
    r"\b(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|kontakt|ansprechpartner(?:in)?|rückfragen|contacto|contatti"
    r"|press office|pressestelle)\b",
    re.IGNORECASE,
)


Options = Mapping[str, object]  # the options of the template, as they are chosen


def list_missing(report: Report, needs: Iterable[str], options: Options) -> tuple[str, ...]:
    """Return what a template needs and a report does not have, by the names of ``NEEDS``."""
    return tuple(name for name in needs if not _HAS[name](report, options))


def _has_contact(report: Report, _options: Options) -> bool:
    headings = (section.heading.text for section in report.document.walk())
    return bool(report.closing) or any(_CONTACT.search(words) for words in headings)


def _has_recipient(report: Report, options: Options) -> bool:
    blocks = report.document.blocks
    found = any(isinstance(block, Paragraph) and block.role == "address" for block in blocks)
    return found or bool(options.get("recipient"))


def _has_fields(report: Report, options: Options) -> bool:
    blocks = report.document.blocks
    found = any(isinstance(block, DefinitionList) and block.fields for block in blocks)
    return found or bool(options.get("to"))


_HAS: Mapping[str, Callable[[Report, Options], bool]] = {
    "title": lambda report, _: bool(report.document.title or report.document.metadata.subject),
    "date": lambda report, _: bool(report.date_text),
    "author": lambda report, _: bool(report.author),
    "issuer": lambda report, _: bool(report.issuer),
    "contact": _has_contact,
    "address": lambda report, _: bool(report.brand.address),
    "recipient": _has_recipient,
    "key numbers": lambda report, _: bool(report.numbers.key),
    "sections": lambda report, _: bool(report.document.sections),
    "fields": _has_fields,
    "attendance": lambda report, _: bool(find_attendance(report.document.blocks)[0]),
}

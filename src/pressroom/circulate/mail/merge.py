"""A recipient's own words in a page: {{ to.name }} and the like, marked once and filled for each."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from pressroom.circulate.mail.recipients import Recipient
from pressroom.model.page import Page, PageTree
from pressroom.project.expressions import compile_fields, evaluate, straighten_quotes

NAME = "to"  # what a text calls the recipient
_FIELD = compile_fields(NAME)


@dataclass(frozen=True, slots=True)
class Field:
    """A place in the text: the mark that stands for it, and the expression that fills it."""

    mark: str
    expression: str


def mark_fields(text: str) -> tuple[str, tuple[Field, ...]]:
    """Return HTML with a mark for each field, and the fields, each once.

    A mark is made of letters and digits alone, so that it comes unchanged through whatever escapes or wraps.
    """
    fields: dict[str, Field] = {}

    def mark(match: re.Match[str]) -> str:
        expression = straighten_quotes(html.unescape(match[1]))
        name = "field" + hashlib.sha256(expression.encode()).hexdigest()[:24]
        fields[name] = Field(name, expression)
        return name

    return _FIELD.sub(mark, text), tuple(fields.values())


def evaluate_fields(fields: tuple[Field, ...], recipient: Recipient) -> Mapping[str, str]:
    """Return what each field is for a person. Raises PressroomError with the recipient's row."""
    columns = dict(recipient.columns)
    return {field.mark: evaluate(field.expression, NAME, columns, recipient.where) for field in fields}


def fill(text: str, found: Mapping[str, str], escape: Callable[[str], str] = str) -> str:
    """Return text with its marks replaced."""
    for mark, value in found.items():
        if mark in text:
            text = text.replace(mark, escape(value))
    return text


def fill_page(page: Page, found: Mapping[str, str]) -> Page:
    """Return a page with its fields, still as they were written, replaced."""
    marked_html, _ = mark_fields(page.html)
    return replace(page, tree=PageTree(fill(marked_html, found, html.escape)))


def fill_link(template: str, address: str) -> str:
    """Return an address of the web or of mail with "{address}" in it replaced."""
    return template.replace("{address}", quote(address, safe=""))

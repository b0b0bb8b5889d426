"""A person's own words in the text: {{ to.name }} and the like, evaluated in a sandbox.

The text of a document is never a template. Only what stands between {{ and }} and speaks of ``to`` is
evaluated, with nothing at hand but the texts of a person's row.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pressroom.circulate.mail.people import Person
from pressroom.errors import PressroomError

if TYPE_CHECKING:
    from pressroom.model.page import Page

LONGEST = 200  # characters of an expression
_FIELD = re.compile(r"\{\{([^{}]{0,400}?\bto\.[^{}]{1,400}?)\}\}")


@dataclass(frozen=True, slots=True)
class Field:
    """A place in the text: the mark that stands for it, and the expression that fills it."""

    mark: str
    expression: str


def marked(text: str) -> tuple[str, tuple[Field, ...]]:
    """Return HTML with a mark for each field, and the fields, each once.

    A mark is made of letters and digits alone, so that it comes unchanged through whatever escapes or wraps.
    """
    fields: dict[str, Field] = {}

    def mark(match: re.Match[str]) -> str:
        expression = html.unescape(match[1]).strip().translate(_QUOTES)
        name = "field" + hashlib.sha256(expression.encode()).hexdigest()[:24]
        fields[name] = Field(name, expression)
        return name

    return _FIELD.sub(mark, text), tuple(fields.values())


# readers and typists turn quotes; an expression means the straight ones
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})


def values(fields: tuple[Field, ...], person: Person) -> Mapping[str, str]:
    """Return what each field is for a person. Raises PressroomError with the person's row."""
    return {field.mark: _evaluated(field.expression, person) for field in fields}


def filled(text: str, found: Mapping[str, str], escape: Callable[[str], str] = str) -> str:
    """Return text with its marks replaced."""
    for mark, value in found.items():
        if mark in text:
            text = text.replace(mark, escape(value))
    return text


def filled_page(page: Page, found: Mapping[str, str]) -> Page:
    """Return a page with its fields, still as they were written, replaced."""
    marked_html, _ = marked(page.html)
    return replace(page, html=filled(marked_html, found, html.escape))


def link_for(template: str, address: str) -> str:
    """Return an address of the web or of mail with "{address}" in it replaced."""
    return template.replace("{address}", quote(address, safe=""))


def _evaluated(expression: str, person: Person) -> str:
    from jinja2 import TemplateError

    if len(expression) > LONGEST:
        raise _wrong(expression, "is too long", person)
    try:
        found = _environment().compile_expression(expression, undefined_to_none=False)(
            to=dict(person.columns)
        )
        return " ".join(str(found).split())
    except (TemplateError, TypeError, ValueError, ArithmeticError, OverflowError) as error:
        known = ", ".join(name for name, _ in person.columns)
        raise _wrong(expression, f"cannot be filled: {error}; the columns are {known}", person) from error


def _environment() -> Any:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        """Without arithmetic: "a" * 10**9 would fill the memory."""

        intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

        def call_binop(self, _context: Any, operator: str, _left: Any, _right: Any) -> Any:
            raise ValueError(f"{operator} is not allowed")

    sandbox = Sandbox(undefined=StrictUndefined)
    sandbox.globals.clear()
    allowed = (
        "default",
        "d",
        "upper",
        "lower",
        "title",
        "capitalize",
        "trim",
        "replace",
        "first",
        "last",
        "urlencode",
    )
    sandbox.filters = {name: sandbox.filters[name] for name in allowed}
    return sandbox


def _wrong(expression: str, problem: str, person: Person) -> PressroomError:
    return PressroomError(
        f"{{{{ {expression[:60]} }}}} {problem}",
        cure="correct it in the text, or add the column to the list; "
        '{{ to.name or "colleague" }} has words for a missing one',
        rule="merge-field",
        where=person.where,
    )

"""Fields in a text, {{ row.district }} or {{ to.name }}: found and evaluated in a sandbox.

The text of a document is never a template. Only what stands between {{ and }} and speaks of one known name
is evaluated, with nothing at hand but the texts of one row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pressroom.errors import PressroomError

LONGEST = 200  # characters of an expression
LONGEST_VALUE = 1_000_000  # characters that replace may make, as many as a cell may have
_FILTERS = (
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
# readers and typists turn quotes; an expression means the straight ones
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})


def compile_fields(name: str) -> re.Pattern[str]:
    """Return what finds the fields that speak of ``name``; group 1 is the expression."""
    return re.compile(r"\{\{([^{}]{0,400}?\b" + re.escape(name) + r"\.[^{}]{1,400}?)\}\}")


def straighten_quotes(expression: str) -> str:
    """Return an expression as it was meant, whatever a word processor made of its quotes."""
    return expression.strip().translate(_QUOTES)


def evaluate(expression: str, name: str, columns: Mapping[str, str], where: str, lang: str = "en") -> str:
    """Return what an expression is for a row, called ``name`` there; ``where`` is the row's place.

    Raises PressroomError for what cannot be evaluated, with the columns that there are.
    """
    from jinja2 import TemplateError

    if len(expression) > LONGEST:
        raise _wrong(expression, "is too long", name, where)
    try:
        found = _compiled(expression, lang)(**{name: dict(columns)})
        return " ".join(str(found).split())
    except (TemplateError, TypeError, ValueError, ArithmeticError, OverflowError) as error:
        known = ", ".join(columns)
        raise _wrong(
            expression, f"cannot be filled: {error}; the columns are {known}", name, where
        ) from error


@lru_cache(256)
def _compiled(expression: str, lang: str) -> Any:
    return _environment(lang).compile_expression(expression, undefined_to_none=False)


@lru_cache(32)
def _environment(lang: str) -> Any:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        """Columns and the filters of the list, and nothing else: no arithmetic, no method, no call.

        "a" * 10**9 and "a".ljust(10**9) would fill the memory.
        """

        def getattr(self, obj: Any, attribute: str) -> Any:
            return self.getitem(obj, attribute)

        def getitem(self, obj: Any, argument: Any) -> Any:
            """Return a column by its name; a text has nothing inside that a field could ask for."""
            known = isinstance(obj, dict) and argument in obj
            return obj[argument] if known else self.undefined(obj=obj, name=str(argument))

        def call(self, *_arguments: Any, **_named: Any) -> Any:
            raise ValueError("calls are not allowed; a filter may be: {{ row.name | upper }}")

        intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

        def call_binop(self, _context: Any, operator: str, _left: Any, _right: Any) -> Any:
            raise ValueError(f"{operator} is not allowed")

    sandbox = Sandbox(undefined=StrictUndefined)
    sandbox.globals.clear()
    sandbox.filters = {known: sandbox.filters[known] for known in _FILTERS}
    sandbox.filters["replace"] = _replace
    sandbox.filters["number"] = lambda value, digits=None: _number(value, digits, lang)
    return sandbox


def _replace(value: object, old: object, new: object) -> str:
    """Replace a text in another one; many times over, that would fill the memory."""
    text, before, after = str(value), str(old), str(new)
    if len(text) + text.count(before) * len(after) > LONGEST_VALUE:
        raise ValueError(f"replace makes more than {LONGEST_VALUE:,} characters")
    return text.replace(before, after)


def _number(value: object, digits: int | None, lang: str) -> str:
    """Print a plain number, "12345.6", as the language does: "12,345.6", with ``digits`` after the point."""
    from decimal import Decimal, InvalidOperation

    from babel import Locale, UnknownLocaleError
    from babel.numbers import format_decimal

    try:
        number = Decimal(str(value).strip())
    except InvalidOperation as error:
        raise ValueError(f"{value!r} is no plain number such as 12345.6") from error
    if not number.is_finite() or number.adjusted() > 30 or (digits is not None and not 0 <= digits <= 12):
        raise ValueError(f"{value!r} is no number to print")
    try:
        locale = Locale.parse(lang.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en")
    places = max(0, -int(number.as_tuple().exponent)) if digits is None else digits
    shape = "#,##0" + ("." + "0" * places if places else "")
    return str(format_decimal(number, shape, locale=locale))


def _wrong(expression: str, problem: str, name: str, where: str) -> PressroomError:
    return PressroomError(
        f"{{{{ {expression[:60]} }}}} {problem}",
        cure="correct it in the text, or add the column to the list; "
        f'{{{{ {name}.name or "none" }}}} has words for a missing one',
        rule="merge-field",
        where=where,
    )

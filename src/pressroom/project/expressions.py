"""Fields in a text, {{ row.district }} or {{ to.name }}: found and evaluated in a sandbox.

The text of a document is never a template. Only what stands between {{ and }} and speaks of one known name
is evaluated, with nothing at hand but the texts of one row.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from pressroom.errors import PressroomError
from pressroom.project.rows import make_column_name

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
        unknown = [each for each in list_columns(expression, name) if not find_column(each, columns)]
        if unknown:
            raise _wrong(
                expression, f"speaks of {unknown[0]!r}; {list_near(unknown[0], columns)}", name, where
            )
        found = _compiled(expression, lang)(**{name: dict(columns)})
        return " ".join(str(found).split())
    except (TemplateError, TypeError, ValueError, ArithmeticError, OverflowError) as error:
        raise _wrong(expression, f"cannot be filled: {error}", name, where) from error


def find_column(written: str, columns: Container[str]) -> str:
    """Return the column that is meant by a name, however its letters and blanks are written; "" for none."""
    name = make_column_name(written)
    return written if written in columns else name if name in columns else ""


def list_near(written: str, columns: Iterable[str]) -> str:
    """Say which columns may be meant by one that is not there: the nearest three, else all."""
    known = tuple(columns)
    near = get_close_matches(make_column_name(written), known, 3)
    return f"did you mean {' or '.join(near)}?" if near else f"the columns are {', '.join(known)}"


@lru_cache(256)
def list_columns(expression: str, name: str) -> tuple[str, ...]:
    """Return the columns that an expression takes, as it writes them, but for those it has a default for.

    Raises ValueError for what is no expression.
    """
    from jinja2 import TemplateError, nodes

    try:
        tree = _environment("en").parse(f"{{{{ {expression} }}}}")
    except TemplateError as error:
        raise ValueError(str(error)) from error
    spared = {id(each.node) for each in tree.find_all(nodes.Filter) if each.name in ("default", "d")}
    found: list[str] = []
    for node in tree.find_all((nodes.Getattr, nodes.Getitem)):
        if isinstance(node.node, nodes.Name) and node.node.name == name and id(node) not in spared:
            if isinstance(node, nodes.Getattr):
                found.append(node.attr)
            elif isinstance(node.arg, nodes.Const):
                found.append(str(node.arg.value))
    return tuple(found)


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
            column = find_column(str(argument), obj) if isinstance(obj, dict) else ""
            if column:
                return obj[column]
            hint = (
                f"there is nothing called {str(argument)[:60]!r} in it; filters stand behind a bar, | upper"
            )
            return self.undefined(hint=hint, name=str(argument))

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

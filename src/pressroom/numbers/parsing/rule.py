"""A rule as a row of the table of its step."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it

if TYPE_CHECKING:
    from typing import Generic, TypeVar

    T_co = TypeVar("T_co", covariant=True)
else:  # the module typing takes longer to load than all tables
    T_co = None
    Generic = {T_co: object}


class Rule(Generic[T_co]):
    """One rule of a step: what decides, with an example that is a test.

    ``name`` is "step.rule", unique over all tables; a quantity, or what was left out, keeps the names of the
    rules that fired for it. ``apply`` is a function of the step or a pattern. ``example`` is a sentence in
    ``lang`` in which the rule fires; ``expect`` is what it gives there: "34 = 34 year of age, age" for a
    quantity, as ``explain.summarize`` writes it, "Article 5: reference" for what is none.
    """

    __slots__ = ("apply", "example", "expect", "lang", "name")

    def __init__(self, name: str, apply: T_co, example: str, expect: str, lang: str = "en") -> None:
        self.name, self.apply, self.example, self.expect, self.lang = name, apply, example, expect, lang

"""A table of words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

TYPE_CHECKING = False  # as type checkers know it

if TYPE_CHECKING:
    from typing import dataclass_transform
else:

    def dataclass_transform(**_options: bool) -> Callable[[type], type]:
        """Do nothing: loading the module typing takes longer than filling all tables."""
        return lambda decorated: decorated


NONE: frozenset[str] = frozenset()
NO_VALUES: Mapping[str, float] = {}
NO_WORDS: Mapping[str, str] = {}


@dataclass_transform(kw_only_default=True, frozen_default=True)
class WordTable:
    """Named fields, given by keyword and never changed; what is not given has the default of its class.

    Type checkers take a subclass for a frozen dataclass. It is none because the initializer that a dataclass
    compiles for a hundred fields would take more time than everything else that the first number needs.
    """

    def __init__(self, **fields: object) -> None:
        self.__dict__.update(fields)

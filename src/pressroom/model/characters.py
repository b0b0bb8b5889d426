"""Characters that no output can hold: XML has no control characters, and no encoding has half of a pair."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from pressroom.model.span import Span

T = TypeVar("T")
IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def replace_impossible(value: T) -> T:
    """Return a value of the model with U+FFFD for each such character in its texts, so that places stay."""
    replaced: T = _replace(value)
    return replaced


def _replace(value: Any) -> Any:
    if isinstance(value, str):
        return IMPOSSIBLE.sub("\ufffd", value) if IMPOSSIBLE.search(value) else value
    if isinstance(value, tuple | list):
        parts = [_replace(part) for part in value]
        same = all(new is old for new, old in zip(parts, value, strict=True))
        return value if same else type(value)(parts)
    if isinstance(value, dict):
        return {_replace(key): _replace(held) for key, held in value.items()}
    changes = {}
    for name in _list_fields(type(value)):  # type: ignore[arg-type]  # classes are hashable
        held = getattr(value, name)
        new = _replace(held)
        if new is not held:
            changes[name] = new
    return replace(value, **changes) if changes else value


@cache
def _list_fields(kind: type) -> tuple[str, ...]:
    """Return the fields of a class of the model that may hold a text."""
    if not is_dataclass(kind) or issubclass(kind, Span):
        return ()
    plain = ("int", "float", "bool", "bytes", "Span", "Span | None", "int | None")
    return tuple(entry.name for entry in fields(kind) if entry.init and str(entry.type) not in plain)

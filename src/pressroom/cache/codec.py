"""Values of the model as JSON and back, so that a step's result can be kept without pickle.

A dataclass becomes ``{"$": "Paragraph", …fields that differ from their default…}``, an enum's member its
value with its class, bytes base64. Only classes of the model can come back; anything else in a damaged store
is a ValueError.
"""

from __future__ import annotations

import base64
import json
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

CLASS = "$"


def encode(value: object) -> bytes:
    """Return a value of the model as JSON bytes, the same for equal values."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode(
        "utf-8", "surrogatepass"
    )


def decode(data: bytes) -> Any:
    """Return the value that ``encode`` was given; lists come back as tuples.

    Raises ValueError for what is none.
    """
    try:
        return _value(json.loads(data.decode("utf-8", "surrogatepass")))
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"no value of the model: {error}") from error


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        plain: dict[str, object] = {CLASS: type(value).__name__}
        for entry in fields(value):
            held = getattr(value, entry.name)
            if entry.init and held != _default(entry):
                plain[entry.name] = _plain(held)
        return plain
    match value:
        case Enum():
            return {CLASS: type(value).__name__, "": value.value}
        case bytes():
            return {CLASS: "bytes", "": base64.b64encode(value).decode("ascii")}
        case tuple() | list():
            return [_plain(item) for item in value]
        case dict():
            return {CLASS: "dict", "": [[_plain(key), _plain(held)] for key, held in value.items()]}
        case _:
            return value


def _default(entry: Field[Any]) -> object:
    if entry.default is not MISSING:
        return entry.default
    return entry.default_factory() if entry.default_factory is not MISSING else MISSING


def _value(plain: Any) -> Any:
    if isinstance(plain, list):
        return tuple([_value(item) for item in plain])
    if not isinstance(plain, dict):
        return plain
    name = plain[CLASS]
    if name == "dict":
        return {_value(key): _value(held) for key, held in plain[""]}
    if name == "bytes":
        return base64.b64decode(plain[""], validate=True)
    found = _classes()[name]
    if issubclass(found, Enum):
        return found(plain[""])
    return found(**{key: _value(held) for key, held in plain.items() if key != CLASS})


@cache
def _classes() -> dict[str, type]:
    """Every dataclass and enum of the model, by its name."""
    from pressroom.model import brand, diagnostic, document, figure, inline, quantity, report, span

    modules = (brand, diagnostic, document, figure, inline, quantity, report, span)
    return {
        name: held
        for module in modules
        for name, held in vars(module).items()
        if isinstance(held, type) and (is_dataclass(held) or issubclass(held, Enum))
    }

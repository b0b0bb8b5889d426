"""Values of the model as JSON and back, so that a step's result can be kept without pickle.

A dataclass becomes ``{"$": "Paragraph", …fields that differ from their default…}``, an enum's member its
value with its class, bytes base64; a tuple is a JSON array. Only classes of the model can come back; anything
else in a damaged store is a ValueError.
"""

from __future__ import annotations

import base64
import json
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import ModuleType
from typing import Any

CLASS = "$"
_PLAIN = frozenset({str, bool, float, type(None)})  # what JSON has as well
_LARGEST = 2**63  # integers from here on are kept in hexadecimal: Python reads no decimal of any length


def encode(value: object) -> bytes:
    """Return a value of the model as JSON bytes, the same for equal values whose dicts have one order.

    Raises TypeError for a value that cannot be kept.
    """
    return json.dumps(_to_plain(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode(
        "utf-8", "surrogatepass"
    )


def decode(data: bytes) -> Any:
    """Return the value that ``encode`` was given. Raises ValueError for bytes that are none."""
    try:
        return _from_plain(json.loads(data.decode("utf-8", "surrogatepass")))
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"no value of the model: {error}") from error


def _to_plain(value: object) -> object:
    kind: Any = type(value)  # looked at ahead of all patterns: a text is some hundred thousand values
    if kind in _PLAIN:
        return value
    if isinstance(value, tuple):
        return [_to_plain(item) for item in value]
    entries = _list_fields(kind)
    if entries is None:
        return _mark(value)
    plain: dict[str, object] = {CLASS: kind.__name__}
    for name, default in entries:
        held = getattr(value, name)
        if held is not default and not _is_default(held, default):
            plain[name] = _to_plain(held)
    return plain


def _mark(value: object) -> object:
    """Return a value of a kind that JSON does not have."""
    match value:
        case Enum():
            return {CLASS: type(value).__name__, "": value.value}
        case bytes():
            return {CLASS: "bytes", "": base64.b64encode(value).decode("ascii")}
        case list():
            return {CLASS: "list", "": [_to_plain(item) for item in value]}
        case dict():
            return {CLASS: "dict", "": [[_to_plain(key), _to_plain(held)] for key, held in value.items()]}
        case int() if abs(value) >= _LARGEST:
            return {CLASS: "int", "": hex(value)}
        case str() | int() | float():
            return value
        case _:
            raise TypeError(f"a value of {type(value).__name__} cannot be kept")


@cache
def _list_fields(kind: type) -> tuple[tuple[str, object], ...] | None:
    """Return the fields that a dataclass is made with, each with its default; None for other classes."""
    if not is_dataclass(kind):
        return None
    return tuple(
        (each.name, each.default if each.default_factory is MISSING else each.default_factory())
        for each in fields(kind)
        if each.init
    )


def _is_default(held: object, default: object) -> bool:
    """Tell whether a field has its default: equal, of one type, and of one sign where it is zero."""
    if type(held) is not type(default):
        return False
    return repr(held) == repr(default) if isinstance(held, float) else held == default


def _from_plain(plain: Any) -> Any:
    if isinstance(plain, list):
        return tuple([_from_plain(item) for item in plain])
    if not isinstance(plain, dict):
        return plain
    name = plain[CLASS]
    match name:
        case "dict":
            return {_from_plain(key): _from_plain(held) for key, held in plain[""]}
        case "list":
            return [_from_plain(item) for item in plain[""]]
        case "bytes":
            return base64.b64decode(plain[""], validate=True)
        case "int":
            return int(plain[""], 16)
    found = list_model_classes()[name]
    if issubclass(found, Enum):
        return found(plain[""])
    return found(**{key: _from_plain(held) for key, held in plain.items() if key != CLASS})


@cache
def list_model_classes() -> dict[str, type]:
    """Return every dataclass and enum of pressroom.model by its name."""
    from pressroom import model

    return find_classes(model)


def find_classes(package: ModuleType) -> dict[str, type]:
    """Return the dataclasses and enums that the modules of a package define, by name.

    Raises ValueError for a name that stands twice: it could not tell which class is to come back.
    """
    from importlib import import_module
    from pkgutil import walk_packages

    found: dict[str, type] = {}
    for module in walk_packages(package.__path__, f"{package.__name__}."):
        for name, held in vars(import_module(module.name)).items():
            if not isinstance(held, type) or held.__module__ != module.name:
                continue
            if not (is_dataclass(held) or issubclass(held, Enum)):
                continue
            if name in found:
                raise ValueError(f"{name} is a class of both {found[name].__module__} and {module.name}")
            found[name] = held
    return found

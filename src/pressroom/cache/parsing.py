"""JSON parsed without the module ``json``: its import takes as long as a run with nothing to do."""

from __future__ import annotations

TYPE_CHECKING = False  # as typing has it, which takes long to import
if TYPE_CHECKING:
    from typing import Any


class _ScannerSettings:
    """What json's decoder tells the scanner, which is C, of how to read; as ``json.loads`` has it."""

    strict = True
    object_hook = object_pairs_hook = None
    parse_float, parse_int, parse_constant = float, int, float
    memo: dict[str, str] = {}  # noqa: RUF012 - the scanner empties it


def parse_json(text: str) -> Any:
    """Return what a text says that begins with an object or an array. Raises ValueError for what is no JSON.

    ``_json`` is private: where it is not there, or is another one, ``json`` itself reads.
    """
    try:
        from _json import make_scanner

        context: Any = _ScannerSettings()
        value, end = make_scanner(context)(text, 0)
    except StopIteration as error:
        raise ValueError("no JSON") from error
    except (ImportError, AttributeError, TypeError):
        import json

        return json.loads(text)
    if text[end:].strip():
        raise ValueError("more than one value of JSON")
    return value

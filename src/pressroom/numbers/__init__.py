"""Numbers: every quantity of a text found, understood, ranked, and true to its sentence.

extract       text → quantities, by rules that need no library
find          Document → Numbers: quantities, key numbers, what was left out and why, events, conflicts
Steering      what an editor says of key numbers
sidecar_text  an editable file with an entry for each key number
warnings      what is told of values that contradict each other

Each is loaded when it is first asked for: reading the numbers of one sentence takes a few milliseconds, and what
ranks and labels those of a document need not be there for it.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = (
    False  # as type checkers know it; the module of that name takes as long to load as all of ours
)

if TYPE_CHECKING:
    from pressroom.numbers.documents import find
    from pressroom.numbers.key.conflicts import warnings
    from pressroom.numbers.key.overrides import Steering, sidecar_text
    from pressroom.numbers.quantities import extract

__all__ = ["Steering", "extract", "find", "sidecar_text", "warnings"]

_MODULES = {
    "Steering": "key.overrides",
    "extract": "quantities",
    "find": "documents",
    "sidecar_text": "key.overrides",
    "warnings": "key.conflicts",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # kept, so that it is looked up once
    found: object = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = found
    return found

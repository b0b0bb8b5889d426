"""Numbers: every quantity of a text, found, measured, ranked, and traced to its sentence.

extract           text → quantities, by rules that need no library
find              Document → Numbers: quantities, key numbers, what was left out and why, events, conflicts
NumberOverrides   an editor's overrides of the key numbers
render_sidecar    the text of an editable file with an entry for each key number
Confirmation      who looked at a key number: confirm, compare, parse_confirmations, render_confirmations, …
collect_warnings  warnings for values that contradict each other, and for overrides that no longer fit

Each is imported on first use: reading the numbers of one sentence takes a few milliseconds, and the code that
ranks and labels those of a document need not be loaded for it.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = (
    False  # as type checkers know it; the module of that name takes as long to load as all of ours
)

if TYPE_CHECKING:
    from pressroom.numbers.documents import find
    from pressroom.numbers.key.confirmations import (
        ComparedConfirmation,
        Confirmation,
        Standing,
        check_name,
        compare,
        confirm,
        identify,
        parse_confirmations,
        render_confirmations,
        report_confirmations,
    )
    from pressroom.numbers.key.conflicts import collect_warnings
    from pressroom.numbers.key.overrides import NumberOverrides, render_sidecar
    from pressroom.numbers.quantities import extract

__all__ = [
    "ComparedConfirmation",
    "Confirmation",
    "NumberOverrides",
    "Standing",
    "check_name",
    "collect_warnings",
    "compare",
    "confirm",
    "extract",
    "find",
    "identify",
    "parse_confirmations",
    "render_confirmations",
    "render_sidecar",
    "report_confirmations",
]

_MODULES = {
    **dict.fromkeys(
        (
            "ComparedConfirmation",
            "Confirmation",
            "Standing",
            "check_name",
            "compare",
            "confirm",
            "identify",
            "parse_confirmations",
            "render_confirmations",
            "report_confirmations",
        ),
        "key.confirmations",
    ),
    "NumberOverrides": "key.overrides",
    "collect_warnings": "key.conflicts",
    "extract": "quantities",
    "find": "documents",
    "render_sidecar": "key.overrides",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # kept, so that it is looked up once
    found: object = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = found
    return found

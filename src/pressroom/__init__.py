"""Pressroom: a plain text in, a finished briefing out, as PDF and Word from one template.

read          a source → its ``Document``
find_numbers  a source → its ``Numbers``
prepare       a source → the ``Report``: all that will be published, not yet laid out
make          a source → a ``Result`` with the bytes of each format, written to files as well where asked

Each is loaded when it is first asked for, so that importing the package stays cheap.
"""

from __future__ import annotations

from importlib import import_module

from pressroom.version import __version__

TYPE_CHECKING = False  # as type checkers know it, without loading the module of that name

if TYPE_CHECKING:
    from pressroom.api import find_numbers, make, prepare, read
    from pressroom.errors import PressroomError
    from pressroom.model.diagnostic import Diagnostic
    from pressroom.model.document import Document
    from pressroom.model.numbers import Numbers
    from pressroom.model.report import Report
    from pressroom.pipeline.result import Result

__all__ = [
    "Diagnostic",
    "Document",
    "Numbers",
    "PressroomError",
    "Report",
    "Result",
    "__version__",
    "find_numbers",
    "make",
    "prepare",
    "read",
]

_MODULES = {
    "Diagnostic": "model.diagnostic",
    "Document": "model.document",
    "Numbers": "model.numbers",
    "PressroomError": "errors",
    "Report": "model.report",
    "Result": "pipeline.result",
    "find_numbers": "api",
    "make": "api",
    "prepare": "api",
    "read": "api",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = found
    return found

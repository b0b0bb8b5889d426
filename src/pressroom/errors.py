"""The exception that is raised when no output is possible.

    PressroomError              status 1   a document failed
    ├── UsageError              status 2   the command line or a settings file is wrong
    └── MachineError            status 3   the machine lacks something

Free of click: the command line maps ``status`` to its exit.
"""

from __future__ import annotations

import os
from pathlib import PurePath

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.span import Span


class PressroomError(Exception):
    """No output is possible: what is wrong, where, and the cure."""

    status = 1

    def __init__(
        self, message: str, *, cure: str, rule: str, span: Span | None = None, where: str = ""
    ) -> None:
        self.diagnostic = Diagnostic(Severity.ERROR, rule, message, cure, span, where)
        super().__init__(str(self.diagnostic))

    @classmethod
    def from_diagnostic(cls, found: Diagnostic, status: int = 1) -> PressroomError:
        """Return the error that a diagnostic was taken from, in another process."""
        error = cls(found.message, cure=found.cure, rule=found.rule, span=found.span, where=found.where)
        error.status = status
        return error


class UsageError(PressroomError):
    """The command line or a settings file is wrong."""

    status = 2


class MachineError(PressroomError):
    """The machine lacks something; ``report doctor`` says what."""

    status = 3


HERE_GONE = Diagnostic(
    Severity.ERROR, "folder-gone", "the folder that this runs in is gone", "change to another folder"
)


def is_here_gone() -> bool:
    """Tell whether the current folder was removed."""
    try:
        os.getcwd()  # noqa: PTH109 - an answer, not a path
    except FileNotFoundError:
        return True
    return False


def fault(error: Exception, where: str) -> Diagnostic:
    """Return the diagnostic of an error that nobody foresaw, with its place in the program."""
    if isinstance(error, RecursionError):
        return Diagnostic(
            Severity.ERROR,
            "too-deep",
            "it nests too deep: lists, quotes, tables or marks in one another by the hundred",
            "make it flatter",
            where=where,
        )
    if isinstance(error, FileNotFoundError) and is_here_gone():
        return HERE_GONE
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = (
        f"{PurePath(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "unknown place"
    )
    return Diagnostic(
        Severity.ERROR,
        "internal-error",
        f"this sets off a fault of Pressroom ({type(error).__name__} at {place})",
        "please report it with the text; no other document is touched by it",
        where=where,
    )

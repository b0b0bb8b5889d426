"""The one exception of the house, for when no output is possible.

    PressroomError              status 1   a document failed
    ├── UsageError              status 2   the command line or a settings file is wrong
    └── MachineError            status 3   the machine lacks something

Free of click: the command line maps ``status`` to its exit.
"""

from __future__ import annotations

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


class UsageError(PressroomError):
    """The command line or a settings file is wrong."""

    status = 2


class MachineError(PressroomError):
    """The machine lacks something; ``report doctor`` says what."""

    status = 3

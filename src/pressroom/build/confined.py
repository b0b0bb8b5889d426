"""Work on files that were handed in, in a process of its own; its errors are raised here, with their cure."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from pressroom.build.isolation import Limits, WorkerFailure, stream_isolated
from pressroom.build.permitting import permit
from pressroom.errors import PressroomError, fault
from pressroom.model.diagnostic import Diagnostic

P = ParamSpec("P")
T = TypeVar("T")
# for what is asked of one file, where no option says otherwise
LIMITS = Limits(seconds=60.0, memory=2_000_000_000)


@dataclass(frozen=True, slots=True)
class _Refused:
    """The error that ended some work, as it travels between processes."""

    diagnostic: Diagnostic
    status: int


def run_confined(where: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return ``work(*args, **kwargs)`` as done by a process within limits; ``where`` names the file it reads.

    A path among the arguments may be an address, for which alone the process may connect to anything.

    Raises PressroomError: that of the work, or one that says which limit it went beyond.
    """
    files = [each for each in args if isinstance(each, Path)]
    stream = stream_confined(where, lambda _: work(*args, **kwargs), permit(LIMITS, files))
    try:
        while True:
            next(stream)
    except StopIteration as end:
        result: T = end.value
        return result


def stream_confined(
    where: str, work: Callable[[Callable[[object], None]], T], limits: Limits = LIMITS
) -> Generator[Any, None, T]:
    """Yield what ``work(send)`` sends from a process within limits, each as it comes; return its result.

    Raises PressroomError as ``run_confined`` does.
    """

    def guarded(send: Callable[[object], None]) -> T | _Refused:
        try:
            return work(send)
        except PressroomError as error:
            return _Refused(error.diagnostic, error.status)
        except MemoryError:
            raise
        except Exception as error:  # whatever a file sets off is reported like any other
            return _Refused(fault(error, where), 1)

    ended = yield from stream_isolated(guarded, limits)
    if isinstance(ended, WorkerFailure):
        raise PressroomError(ended.reason, cure=ended.cure, rule=ended.rule, where=where)
    if isinstance(ended, _Refused):
        raise PressroomError.from_diagnostic(ended.diagnostic, ended.status)
    return ended

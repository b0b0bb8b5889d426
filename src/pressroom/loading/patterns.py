"""Regular expressions compiled once and kept: the command compiles hundreds at each start.

Python has no other way to keep one. What is kept is the code of its own matching machine, by the release
of Python; the machine checks any code that it is given. What is not kept is compiled as ever.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import SimpleNamespace
from typing import Any

from pressroom.loading.kept import keep, name_kept, read_kept

_CODE = "I"  # what a word of the machine's code is stored as


def install() -> None:
    """Let expressions be taken from where they are kept, in this process; for the command alone."""
    held = read_kept(_name())
    if not isinstance(held, dict):
        return
    compiler: Any = re._compiler  # type: ignore[attr-defined]  # noqa: SLF001 - there is no public one
    machine, own = compiler._sre, compiler.compile  # noqa: SLF001 - as above

    def compile_or_take(pattern: Any, flags: int = 0) -> Any:
        kept = held.get((pattern, int(flags))) if isinstance(pattern, str | bytes) else None
        if kept is not None:
            with suppress(Exception):  # compiled anew below, which says what is wrong
                all_flags, code, *rest = kept
                return machine.compile(pattern, all_flags, list(array(_CODE, code)), *rest)
        return own(pattern, flags)

    compiler.compile = compile_or_take


@contextmanager
def keep_compiled() -> Iterator[None]:
    """Keep every expression that is compiled within, in place of those that were kept before."""
    compiler: Any = re._compiler  # type: ignore[attr-defined]  # noqa: SLF001 - there is no public one
    machine, own = compiler._sre, compiler.compile  # noqa: SLF001 - as above
    found: dict[tuple[str | bytes, int], tuple[Any, ...]] = {}
    made: list[tuple[Any, ...]] = []

    def note(pattern: Any, flags: int, code: list[int], *rest: Any) -> Any:
        made.append((flags, array(_CODE, code).tobytes(), *rest))
        return machine.compile(pattern, flags, code, *rest)

    def compile_and_note(pattern: Any, flags: int = 0) -> Any:
        compiled = own(pattern, flags)
        if isinstance(pattern, str | bytes) and made:
            found[pattern, int(flags)] = made.pop()
        return compiled

    names = {name: getattr(machine, name) for name in dir(machine) if not name.startswith("__")}
    compiler._sre = SimpleNamespace(**{**names, "compile": note})  # noqa: SLF001 - as above
    compiler.compile = compile_and_note
    try:
        yield
    finally:
        compiler._sre, compiler.compile = machine, own  # noqa: SLF001 - as above
        with suppress(ValueError):
            keep(_name(), found)


def _name() -> str:
    return name_kept("patterns", str(re._compiler.MAGIC).encode())  # type: ignore[attr-defined]  # noqa: SLF001 - as above

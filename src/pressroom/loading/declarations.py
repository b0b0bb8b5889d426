"""WeasyPrint's declarations of C functions, parsed once and kept.

WeasyPrint gives cffi the text of its declarations at each import, and cffi parses it; the names that other
systems have for libraries are then looked for by starting a compiler. Here the module is run as it is, with
something in the place of cffi that takes the parsed declarations from where they are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from types import ModuleType
from typing import Any

from pressroom.loading.kept import keep, name_kept, read_kept
from pressroom.loading.stand_ins import put_in_place

CFFI = "cffi"
NAME = "pressroom_declarations"
_MARK = ".so"  # in the names by which Linux knows libraries


def run_with_kept(module: ModuleType, run: Callable[[], None]) -> None:
    """Run a module that declares functions to cffi, which is ``module.ffi`` afterwards."""
    stand_in: Any = ModuleType(CFFI)
    stand_in.FFI = Declarations
    with put_in_place({CFFI: stand_in}):
        run()
    ours = module.__dict__["ffi"]
    if isinstance(ours, Declarations):
        module.__dict__["ffi"] = ours.parsed


class Declarations:
    """Stands for cffi's FFI while the module runs: takes declarations as text, and opens libraries."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._parsed: Any = None

    def cdef(self, text: str) -> None:
        """Take declarations. Raises ValueError once the earlier ones are in use."""
        if self._parsed is not None:
            raise ValueError("declarations come ahead of what uses them")
        self._texts.append(text)

    @property
    def parsed(self) -> Any:
        """What cffi makes of the declarations."""
        if self._parsed is None:
            self._parsed = load(self._texts)
        return self._parsed

    def dlopen(self, name: str, flags: int = 0) -> Any:
        """Open a library. Raises OSError where there is none of that name."""
        if _MARK not in name:
            raise OSError(f"{name} is not what Linux calls a library")
        return self.parsed.dlopen(name, flags)

    def __getattr__(self, name: str) -> Any:
        """Return what else cffi offers."""
        return getattr(self.parsed, name)


def load(texts: Sequence[str]) -> Any:
    """Return cffi's object of declarations: as they are kept, else parsed now, and kept where that may be."""
    import _cffi_backend

    name = name_kept(CFFI, _cffi_backend.__version__.encode(), *(text.encode() for text in texts))
    held = read_kept(name)
    if not isinstance(held, dict):
        held = parse(texts)
        with suppress(ValueError):
            keep(name, held)
    return _cffi_backend.FFI(NAME, **held)


def parse(texts: Sequence[str]) -> dict[str, object]:
    """Return declarations as cffi keeps them for use without a compiler: the arguments of its FFI."""
    import ast
    import io
    import sys

    sys.modules.pop(CFFI, None)  # what stands for it
    from cffi import FFI
    from cffi.recompiler import make_py_source

    made = FFI()
    for text in texts:
        made.cdef(text)
    file = io.StringIO()
    make_py_source(made, NAME, file, verbose=False)
    call = next(each for each in ast.walk(ast.parse(file.getvalue())) if isinstance(each, ast.Call))
    return {str(each.arg): ast.literal_eval(each.value) for each in call.keywords}

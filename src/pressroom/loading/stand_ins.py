"""A module of a library run with something in the place of what it imports."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.abc import Loader

Run = Callable[[ModuleType, Callable[[], None]], None]  # a module, and what runs its code


class StandInFinder:
    """Finds modules where the import system would, and has each run by the function of its name.

    It has what ``importlib.abc.MetaPathFinder`` asks for; to import that costs more than all else here.
    """

    def __init__(self, runs: Mapping[str, Run]) -> None:
        self.runs = runs

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return where a module is found, for those that are run by a function; else None."""
        run = self.runs.get(fullname)
        if run is None:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            loader: Any = _Loader(spec.loader, run)
            spec.loader = loader
        return spec


class _Loader:
    """Runs a module by a function; where that fails, as it is."""

    def __init__(self, own: Loader, run: Run) -> None:
        self.own, self.run = own, run

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self.own.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        before = dict(module.__dict__)
        try:
            self.run(module, lambda: self.own.exec_module(module))
        except Exception:  # whatever it is, the module's own import does without, or says so itself
            module.__dict__.clear()
            module.__dict__.update(before)
            self.own.exec_module(module)
        if module.__spec__ is not None:
            module.__spec__.loader = self.own  # which knows the files beside the module


@contextmanager
def put_in_place(stand_ins: Mapping[str, ModuleType]) -> Iterator[None]:
    """Let imports find ``stand_ins`` by the names of modules; those that are loaded already stay."""
    ours = {name: each for name, each in stand_ins.items() if name not in sys.modules}
    sys.modules.update(ours)
    try:
        yield
    finally:
        for name in ours:
            sys.modules.pop(name, None)


class DeferredModule(ModuleType):
    """Stands for a module that is imported when something of it is first used."""

    def __getattr__(self, name: str) -> Any:
        """Return an attribute of the module itself, which is imported for it."""
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(import_module(self.__name__), name)


def defer_function(module: str, name: str) -> Callable[..., Any]:
    """Return a function that imports the one of a module when it is called."""

    def call(*args: Any, **kwargs: Any) -> Any:
        return getattr(import_module(module), name)(*args, **kwargs)

    return call

"""Matplotlib imported without what few plots use: three dimensions, help texts, formulas and their parser."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

from pressroom.loading.stand_ins import Run, put_in_place

_SOLID, _FORMULAS, _PARSER = "mpl_toolkits.mplot3d", "matplotlib.mathtext", "pyparsing"
_FAMILY = re.compile(r"[A-Za-z0-9 ]+")


def _run_without_solids(_: ModuleType, run: Callable[[], None]) -> None:
    class Axes3D:
        name = "3d"

    solids: Any = ModuleType(_SOLID)
    solids.Axes3D = Axes3D
    with put_in_place({_SOLID: solids}):
        run()


def _run_without_help(module: ModuleType, run: Callable[[], None]) -> None:
    """Run the module of all that is drawn, and let no class afterwards list its properties in words."""
    run()
    artist: Any = module.__dict__["Artist"]
    artist._update_set_signature_and_docstring = classmethod(lambda _: None)  # noqa: SLF001 - by its own name
    module.__dict__["kwdoc"] = lambda _: ""


class _FormulaParser:
    """Imports the parser of formulas when it has one to parse."""

    def __init__(self, output: str) -> None:
        self.output = output

    def parse(self, *args: Any, **kwargs: Any) -> Any:
        parser: Any = import_module(_FORMULAS)
        return parser.MathTextParser(self.output).parse(*args, **kwargs)


def _run_without_formulas(_: ModuleType, run: Callable[[], None]) -> None:
    formulas: Any = ModuleType(_FORMULAS)
    formulas.MathTextParser = _FormulaParser
    with put_in_place({_FORMULAS: formulas}):
        run()


class _AnyName(ModuleType):
    """Has every name that is imported from it, and nothing behind it; and the version of its package."""

    def __getattr__(self, name: str) -> str | None:
        if name == "__version__":
            from importlib.metadata import version  # as long to import as all of this package

            return version(self.__name__)
        if name.startswith("__"):
            raise AttributeError(name)
        return None


def _run_with_version_of_parser(_: ModuleType, run: Callable[[], None]) -> None:
    """Run the package, which imports the parser to look at its version."""
    with put_in_place({_PARSER: _AnyName(_PARSER)}):
        run()


def _run_without_parser(module: ModuleType, run: Callable[[], None]) -> None:
    """Run the module that reads names of fonts: those of plain letters are read without the parser."""
    with put_in_place({_PARSER: _AnyName(_PARSER)}):
        run()
    own: Any = module
    theirs, constants = own.parse_fontconfig_pattern, own._CONSTANTS  # noqa: SLF001 - its table of weights
    left_out = [name for name, value in vars(module).items() if value is None and not name.startswith("__")]

    def parse(pattern: str) -> dict[str, list[str]]:
        family, *styles = pattern.split(":")
        if _FAMILY.fullmatch(family) and all(style in constants for style in styles):
            found = {"family": [family]}
            for style in styles:
                key, value = constants[style]
                found.setdefault(key, []).append(value)
            return found
        parser = import_module(_PARSER)
        for name in left_out:
            setattr(module, name, getattr(parser, name))
        read: dict[str, list[str]] = theirs(pattern)
        return read

    own.parse_fontconfig_pattern = parse


RUNS: dict[str, Run] = {
    "matplotlib": _run_with_version_of_parser,
    "matplotlib.artist": _run_without_help,
    "matplotlib.projections": _run_without_solids,
    "matplotlib._fontconfig_pattern": _run_without_parser,
    "matplotlib.textpath": _run_without_formulas,
    "matplotlib.backends.backend_agg": _run_without_formulas,
}

"""Matplotlib imported without plots in three dimensions and without help texts: a third of its import."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

from pressroom.loading.stand_ins import Run, put_in_place

_SOLID = "mpl_toolkits.mplot3d"


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


RUNS: dict[str, Run] = {
    "matplotlib.artist": _run_without_help,
    "matplotlib.projections": _run_without_solids,
}

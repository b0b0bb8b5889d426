"""Matplotlib imported without its plots in three dimensions, which take a quarter of that time."""

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


RUNS: dict[str, Run] = {"matplotlib.projections": _run_without_solids}

"""WeasyPrint imported faster: with tables that are kept, and without what few runs use."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

from pressroom.loading import declarations, hyphenation
from pressroom.loading.stand_ins import DeferredModule, Run, defer_function, put_in_place

_SUBSET, _INSTANCER = "fontTools.subset", "fontTools.varLib.instancer"


def _run_without_font_tools(_: ModuleType, run: Callable[[], None]) -> None:
    """Run the module that embeds fonts, for which HarfBuzz stands in where it is new enough."""
    instancer: Any = ModuleType(_INSTANCER)
    instancer.instantiateVariableFont = defer_function(_INSTANCER, "instantiateVariableFont")
    with put_in_place({_SUBSET: DeferredModule(_SUBSET), _INSTANCER: instancer}):
        run()


RUNS: dict[str, Run] = {
    "pyphen": hyphenation.run_with_kept,
    "weasyprint.pdf.fonts": _run_without_font_tools,
}
if sys.platform == "linux":  # elsewhere libraries are looked for in more places
    RUNS["weasyprint.text.ffi"] = declarations.run_with_kept

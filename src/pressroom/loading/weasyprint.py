"""WeasyPrint faster: tables are kept, what few runs use is left out, no style of drawings is parsed twice."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import lru_cache
from types import ModuleType
from typing import Any

from pressroom.loading import declarations, hyphenation
from pressroom.loading.stand_ins import DeferredModule, Run, defer_function, put_in_place

_REMEMBERED = 10_000  # lengths, and styles
_SUBSET, _INSTANCER = "fontTools.subset", "fontTools.varLib.instancer"


def _run_without_font_tools(_: ModuleType, run: Callable[[], None]) -> None:
    """Run the module that embeds fonts, for which HarfBuzz stands in where it is new enough."""
    instancer: Any = ModuleType(_INSTANCER)
    instancer.instantiateVariableFont = defer_function(_INSTANCER, "instantiateVariableFont")
    with put_in_place({_SUBSET: DeferredModule(_SUBSET), _INSTANCER: instancer}):
        run()


def _run_with_known_sizes(module: ModuleType, run: Callable[[], None]) -> None:
    """Run the module that reads lengths in drawings: it looks up its units for each point of each path."""
    run()
    own: Any = module
    own.size = lru_cache(_REMEMBERED)(own.size)


def _run_with_known_styles(module: ModuleType, run: Callable[[], None]) -> None:
    """Run the module that parses the styles of drawings, in which most marks have that of another one."""
    run()
    own: Any = module
    theirs = own.parse_declarations
    parse = lru_cache(_REMEMBERED)(theirs)
    own.parse_declarations = lambda content: parse(content) if isinstance(content, str) else theirs(content)


RUNS: dict[str, Run] = {
    "weasyprint.svg.utils": _run_with_known_sizes,
    "weasyprint.svg.css": _run_with_known_styles,
    "pyphen": hyphenation.run_with_kept,
    "weasyprint.pdf.fonts": _run_without_font_tools,
}
if sys.platform == "linux":  # elsewhere libraries are looked for in more places
    RUNS["weasyprint.text.ffi"] = declarations.run_with_kept

"""Formulas drawn as outlines, for formats that know no mathematics: PDF and mail."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

_SIZE = 100.0  # points at which a formula is laid out; sizes are given as parts of it
_MARGIN = 2.0  # points round it, for strokes that go beyond their letters


@dataclass(frozen=True, slots=True)
class FormulaDrawing:
    """A formula as SVG. Sizes are in em of the text round it; ``depth`` is how far it goes below the line."""

    svg: bytes
    width: float
    height: float
    depth: float


@lru_cache(maxsize=512)
def draw(mathml: str, colour: str = "black") -> FormulaDrawing:
    """Draw a formula given as MathML in a colour of CSS.

    Raises ValueError for an element that is not known and for a formula of which nothing would be seen, and
    whatever ziamath raises for what it cannot draw.
    """
    from xml.etree import ElementTree as ET

    root = ET.fromstring(mathml)  # noqa: S314 - written by latex2mathml and parsed before
    root.set("mathcolor", colour)
    with _refuse_gaps(), warnings.catch_warnings():
        # ziamath finds its font by a function that Python 3.11 and 3.12 call deprecated, and 3.13 does not
        warnings.simplefilter("ignore", DeprecationWarning)
        from ziamath.zmath import Math

        drawn = Math(root, size=_SIZE, margin=_MARGIN)
        svg = drawn.svg()
    width, height = drawn.getsize()
    if height < -_MARGIN:  # ziamath's measure of an empty line
        message = "nothing to draw"
        raise ValueError(message)
    return FormulaDrawing(
        svg.encode(),
        round((width + 2 * _MARGIN) / _SIZE, 4),
        round((height + 2 * _MARGIN) / _SIZE, 4),
        round((_MARGIN - drawn.getyofst()) / _SIZE, 4),
    )


class _Gaps(logging.Handler):
    """Collects what ziamath could not draw: it says so to the root logger alone."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.pathname.find("ziamath") >= 0:
            self.found.append(record.getMessage())


@contextmanager
def _refuse_gaps() -> Iterator[None]:
    """Raise ValueError at the end for what was not drawn.

    Without a handler ziamath's first message would let logging set itself up for the whole process.
    """
    gaps, root = _Gaps(), logging.getLogger()
    root.addHandler(gaps)
    try:
        yield
    finally:
        root.removeHandler(gaps)
    if gaps.found:
        raise ValueError(gaps.found[0])

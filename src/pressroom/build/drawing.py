"""Figures drawn: those kept from earlier taken, the others drawn, beside other work where that saves time."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace

from pressroom.build.steps import Steps
from pressroom.model.brand import Brand
from pressroom.model.figure import Drawing as Drawn
from pressroom.model.figure import Figure


@dataclass(slots=True)
class Drawing:
    """The drawing of a report's figures; ``png`` for the formats that cannot show SVG."""

    figures: tuple[Figure, ...]
    brand: Brand
    lang: str
    png: bool
    steps: Steps
    _done: dict[str, Drawn] = field(default_factory=dict, init=False)
    _coming: Future[Mapping[str, Drawn]] = field(default_factory=Future, init=False)

    def begin(self) -> None:
        """Begin to draw, and return at once when matplotlib must be loaded first.

        A process of its own then loads it and draws, while this one loads WeasyPrint: each of the two costs
        about half a second.
        """
        for figure in self.figures:
            kept = self.steps.look("drawing", self._ingredients(figure))
            if isinstance(kept, Drawn):
                self._done[figure.id] = kept
        left = tuple(figure for figure in self.figures if figure.id not in self._done)
        if left and "matplotlib" not in sys.modules and "weasyprint" not in sys.modules:
            self._coming = _in_process(left, self.brand, self.lang, self.png)
        else:
            self._coming.set_result(draw_all(left, self.brand, self.lang, self.png))

    def end(self) -> Mapping[str, Drawn]:
        """Wait for the drawings, and return them all by their figure's id."""
        drawn = self._coming.result()
        for figure in self.figures:
            if figure.id in drawn:
                self.steps.keep("drawing", self._ingredients(figure), drawn[figure.id])
        return {**self._done, **drawn}

    def _ingredients(self, figure: Figure) -> object:
        # where the data stands in the text does not show in the picture
        shown = replace(figure, sources=(), anchor=None, section="")
        return (shown, self.brand.colours, self.brand.fonts, self.lang, self.png)


def draw_all(figures: tuple[Figure, ...], brand: Brand, lang: str, png: bool) -> dict[str, Drawn]:
    """Draw every figure, by its id."""
    if not figures:
        return {}
    from pressroom.figures import draw

    return {figure.id: draw(figure, brand, lang, png=png) for figure in figures}


def _in_process(
    figures: tuple[Figure, ...], brand: Brand, lang: str, png: bool
) -> Future[Mapping[str, Drawn]]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_all_start_methods, get_context

    method = "fork" if "fork" in get_all_start_methods() else "spawn"
    pool = ProcessPoolExecutor(1, mp_context=get_context(method))
    future: Future[Mapping[str, Drawn]] = pool.submit(draw_all, figures, brand, lang, png)
    pool.shutdown(wait=False)
    return future

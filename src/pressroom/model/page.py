"""The report laid out: one semantic HTML tree that every writer reads. docs/page.md has its vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pressroom.model.document import Asset
from pressroom.model.figure import Drawing
from pressroom.model.report import Report


@dataclass(frozen=True, slots=True)
class Page:
    """A composed report.

    ``html`` is a whole HTML document in the vocabulary of docs/page.md, without style sheets. ``assets`` are
    the pictures that it names as "asset:NAME"; a figure's drawing is not among them but in ``drawings``, by
    the figure's id. ``css`` is the template's print style sheet with the brand's variables ahead of it,
    ``screen_css`` the one for web pages.
    ``report`` is where a writer looks up what an element stands for.
    """

    html: str
    css: str
    report: Report
    drawings: Mapping[str, Drawing]
    assets: Mapping[str, Asset]
    screen_css: str = ""

"""What will be published: the document, its numbers and figures, the brand, and where all of it came from."""

from __future__ import annotations

from dataclasses import dataclass

from pressroom.model.brand import Brand
from pressroom.model.diagnostic import Diagnostic
from pressroom.model.document import Document
from pressroom.model.figure import Figures
from pressroom.model.numbers import Numbers


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where everything came from. Hashes are SHA-256 in hexadecimal; versions are (name, version) pairs."""

    source_sha256: str
    template_sha256: str
    brand_sha256: str
    versions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PrintLayout:
    """How a report is laid out for paper.

    ``watermark`` is a word across each page; ``sides`` "two" gives the binding a wide margin; ``chapters``
    "page" begins each on a new page, "right" on a right-hand one; ``for_print`` spares ink and prints the
    addresses of links.
    """

    watermark: str = ""
    sides: str = ""
    chapters: str = ""
    for_print: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A report, ready to be composed.

    ``issuer``, ``kind`` and ``embargo`` are the head of the paper, in its own words; ``marking`` holds the
    embargo too, since it is printed on every page. ``closing`` are titles and lines under the text: notes to
    editors, whom to ask, who issues it. ``date`` is ISO 8601 or "" (never today's date unasked);
    ``labels`` are the printed words of the report's language ("contents" → "Contents"), as pairs.
    """

    document: Document
    numbers: Numbers
    figures: Figures
    brand: Brand
    lang: str
    labels: tuple[tuple[str, str], ...]
    provenance: Provenance
    title: str
    standfirst: str = ""
    date: str = ""
    date_text: str = ""
    author: tuple[str, ...] = ()
    issuer: str = ""
    kind: str = ""
    embargo: str = ""
    marking: str = ""
    closing: tuple[tuple[str, tuple[str, ...]], ...] = ()
    paper: str = "A4"
    press: PrintLayout = PrintLayout()
    diagnostics: tuple[Diagnostic, ...] = ()

    def label(self, key: str) -> str:
        """Return the printed word for ``key``; a missing one is a defect of the label table (KeyError)."""
        return dict(self.labels)[key]

"""Small documents and reports for tests, made by hand."""

from __future__ import annotations

from pathlib import Path

from pressroom.compose import Template
from pressroom.model.document import Block, Document, Footnote, Heading, Paragraph, Section
from pressroom.model.figure import Figures
from pressroom.model.inline import Text
from pressroom.model.numbers import KeyNumber, Numbers
from pressroom.model.quantity import Kind, Qualifier, Quantity
from pressroom.model.report import Provenance, Report
from pressroom.model.span import Span
from pressroom.project import brand, place, templates
from pressroom.translations import list_words
from pressroom.world import RealWorld

ROOT = Path(__file__).parent.parent
BRAND = brand.parse_brand((ROOT / "assets" / "brand.toml").read_bytes(), "assets/brand.toml")


def span(start: int = 0, end: int = 0, line: int = 1) -> Span:
    """A span of a source called test.txt."""
    return Span("test.txt", line, line, start, end)


def paragraph(text: str, start: int | None = None) -> Paragraph:
    """A paragraph of plain words."""
    begin = start or 0
    return Paragraph((Text(text, start),), span(begin, begin + len(text)))


def section(title: str, *blocks: Block, sections: tuple[Section, ...] = (), level: int = 1) -> Section:
    """A section; its id is its title with hyphens."""
    heading = Heading((Text(title),), level, span())
    return Section(heading, blocks, sections, title.lower().replace(" ", "-"))


def document(
    *blocks: Block,
    text: str = "",
    title: str = "A title",
    sections: tuple[Section, ...] = (),
    footnotes: tuple[Footnote, ...] = (),
) -> Document:
    """A document with a title."""
    head = Heading((Text(title),), 1, span()) if title else None
    return Document("test.txt", text, head, blocks, sections, footnotes=footnotes)


def quantity(
    text: str, start: int, *, subject: str = "", qualifier: Qualifier | None = None, words: str = ""
) -> Quantity:
    """A quantity that stands at ``start``."""
    return Quantity(
        text=text,
        start=start,
        end=start + len(text),
        value=float(text.replace(",", "")),
        kind=Kind.NUMBER,
        sentence=span(start, start + len(text)),
        sentence_text=text,
        qualifier=qualifier,
        qualifier_text=words,
        subject=subject,
    )


def key_number(of: Quantity, display: str, label: str, ident: str = "kn-1") -> KeyNumber:
    """A key number with no reasons given."""
    return KeyNumber(ident, of, display, label, 5, ())


def report(
    of: Document, *, numbers: Numbers | None = None, figures: Figures | None = None, lang: str = "en"
) -> Report:
    """A report of a document in the default brand."""
    return Report(
        document=of,
        numbers=numbers or Numbers(),
        figures=figures or Figures(),
        brand=BRAND,
        lang=lang,
        labels=list_words(lang),
        provenance=Provenance("0", "0", "0", ()),
        title=of.title.text if of.title else "test",
    )


def load_template(name: str = "briefing") -> Template:
    """One of the templates that come with Pressroom, with what it inherits."""
    return templates.load(name, place.Place(ROOT, ROOT), RealWorld())

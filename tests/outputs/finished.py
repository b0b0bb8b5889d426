"""A source made in all formats, and what their readers get."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pikepdf
import pypdfium2
from lxml import etree, html

import pressroom

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FORMATS = ("pdf", "docx", "html", "email")


@dataclass(frozen=True)
class Finished:
    """The outputs of one source."""

    data: dict[str, bytes]
    rules: tuple[str, ...]  # of the warnings

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page of the PDF, as PDFium gives it: in the order of its painting."""
        with pypdfium2.PdfDocument(self.data["pdf"]) as document:
            pages = []
            for page in document:
                text = page.get_textpage()
                pages.append(" ".join(text.get_text_bounded().split()))
                text.close()
                page.close()
            return pages

    @cached_property
    def sizes(self) -> list[tuple[float, float]]:
        """The size of each page of the PDF, in points."""
        with pypdfium2.PdfDocument(self.data["pdf"]) as document:
            return [page.get_size() for page in document]

    @cached_property
    def letters(self) -> list[tuple[str, list[tuple[float, float, float, float]]]]:
        """The letters of each page of the PDF and their boxes in points: left, bottom, right, top."""
        found = []
        with pypdfium2.PdfDocument(self.data["pdf"]) as document:
            for page in document:
                text = page.get_textpage()
                letters = [text.get_text_range(at, 1) or " " for at in range(text.count_chars())]
                found.append(
                    (
                        "".join(each[0] for each in letters),
                        [text.get_charbox(at) for at in range(len(letters))],
                    )
                )
                text.close()
                page.close()
        return found

    def find(self, words: str) -> tuple[int, list[tuple[float, float, float, float]]]:
        """The page on which some words stand, from 0, and the boxes of their letters."""
        for number, (letters, boxes) in enumerate(self.letters):
            at = letters.find(words)
            if at >= 0:
                return number, [box for box in boxes[at : at + len(words)] if box[2] > box[0]]
        raise AssertionError(f"{words!r} is on no page")

    @property
    def pdf(self) -> str:
        """The text of the whole PDF."""
        return " ".join(self.pages)

    @cached_property
    def types(self) -> list[tuple[str, tuple[str, ...]]]:
        """Each structure element of the PDF with those above it, outermost first."""
        found: list[tuple[str, tuple[str, ...]]] = []

        def walk(node: Any, above: tuple[str, ...]) -> None:
            kind = str(node.S)
            found.append((kind, above))
            kids = node.get("/K")
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                    walk(kid, (*above, kind))

        with pikepdf.open(BytesIO(self.data["pdf"])) as file:
            walk(file.Root.StructTreeRoot.K[0], ())
        return found

    def word(self, part: str = "document") -> etree._Element:
        """A part of the Word file."""
        with ZipFile(BytesIO(self.data["docx"])) as archive:
            return etree.fromstring(archive.read(f"word/{part}.xml"))

    def word_text(self, part: str = "document") -> str:
        """The words of a part of the Word file, paragraphs parted by a space."""
        paragraphs = ("".join(each.itertext(f"{W}t")) for each in self.word(part).iter(f"{W}p"))
        return " ".join(" ".join(paragraphs).split())

    @cached_property
    def web(self) -> html.HtmlElement:
        """The web page."""
        return html.fromstring(self.data["html"])

    @cached_property
    def mail(self) -> Any:
        """The message."""
        return email.message_from_bytes(self.data["eml"], policy=email.policy.default)

    @property
    def mail_text(self) -> str:
        """The plain text of the message."""
        return str(self.mail.get_body(("plain",)).get_content())

    @property
    def mail_html(self) -> html.HtmlElement:
        """The HTML of the message."""
        found = self.mail.get_body(("related", "html"))
        found = found if found.get_content_type() == "text/html" else found.get_body(("html",))
        return html.fromstring(found.get_content())


def finish(
    text: str,
    name: str = "report.md",
    formats: tuple[str, ...] = FORMATS,
    *,
    folder: Path | None = None,
    **settings: Any,
) -> Finished:
    """Make a source in some formats; ``folder`` has the files that it names."""
    if name.endswith(".md"):
        text = f"---\ntitle: Report\nlang: en\n---\n\n{text}"
    source: Path | bytes = text.encode()
    if folder is not None:
        source = folder / name
        source.write_text(text, encoding="utf-8")
    made = pressroom.make(source, formats, **({"name": name} if folder is None else {}), **settings)
    return Finished(dict(made.outputs), tuple(each.rule for each in made.diagnostics))


def words(element: html.HtmlElement) -> str:
    """The words of an element on one line."""
    return re.sub(r"\s+", " ", element.text_content()).strip()

"""What the fuzzer gives bytes to: functions that return for every input, or raise for a fault.

An input is refused by a PressroomError of one printable line; whatever else is raised is a fault, and so is
an error that stands for one which nobody foresaw.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

from pressroom import numbers, readers
from pressroom.errors import PressroomError
from pressroom.figures.chart_requests import read_requests
from pressroom.numbers.languages import LANGUAGES
from pressroom.project.brand import parse_brand
from pressroom.project.mail import parse_mail_settings, parse_smtp_settings
from pressroom.project.matrix import read_matrices
from pressroom.project.settings import Layer, Scope, merge
from pressroom.project.toml import parse
from pressroom.readers import ReaderSettings
from pressroom.readers.markdown.front import read_front_matter, read_metadata
from pressroom.writers import write
from tests.making import document, paragraph
from tests.readers.packages import NUMBERING, STYLES, zipped
from tests.readers.packages import ROOT as PACKAGE_RELATIONS
from tests.readers.pptx.making import SlideXml, par, pptx, shape, title
from tests.readers.sheets.making import workbook
from tests.writers.docx.pages import asset, drawing, page

UNFORESEEN = "unforeseen way"  # what the registry of readers says of an error that no reader foresaw


class FaultError(AssertionError):
    """An input got further than it should."""


def attempt(work: Callable[[], Any]) -> Any:
    """Return what ``work`` returns, None where it refuses. Raises FaultError for a bad refusal."""
    try:
        return work()
    except PressroomError as error:
        said = str(error)
        if UNFORESEEN in said:
            raise FaultError(said) from error
        if not error.diagnostic.cure:
            raise FaultError(f"no cure: {said}") from error
        return None


def read(ending: str, data: bytes) -> None:
    """Give bytes to the reader of an ending."""
    attempt(lambda: readers.read(data, f"source.{ending}", ReaderSettings()))


WORD_PARTS = (
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/footnotes.xml",
    "word/comments.xml",
    "word/header1.xml",
    "word/_rels/document.xml.rels",
    "docProps/core.xml",
    "word/theme/theme1.xml",
    "word/charts/chart1.xml",
)
SLIDE_PARTS = (
    "ppt/slides/slide1.xml",
    "ppt/presentation.xml",
    "ppt/slides/_rels/slide1.xml.rels",
    "ppt/notesSlides/notes1.xml",
    "ppt/slideMasters/master.xml",
)
SHEET_PARTS = ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml")
ODT_PARTS = ("content.xml", "styles.xml", "meta.xml", "mimetype", "META-INF/manifest.xml")
_WORD_BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>'
    "<w:r><w:t>Some words</w:t></w:r></w:p></w:body></w:document>"
)
_ODT_BODY = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
    "<text:p>Some words</text:p></office:text></office:body></office:document-content>"
)
_RELATIONS = (
    "<Relationships>"
    + "".join(
        f'<Relationship Id="r{at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"'
        f' Target="{part}"/>'
        for at, (kind, part) in enumerate(
            {
                "styles": "styles.xml",
                "numbering": "numbering.xml",
                "footnotes": "footnotes.xml",
                "comments": "comments.xml",
                "header": "header1.xml",
            }.items()
        )
    )
    + "</Relationships>"
)


def make_word(changed: Mapping[str, bytes]) -> bytes:
    """Return a small Word file with some of its parts changed."""
    whole: dict[str, str | bytes] = {
        "_rels/.rels": PACKAGE_RELATIONS,
        "word/document.xml": _WORD_BODY,
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/_rels/document.xml.rels": _RELATIONS,
    }
    return zipped({**whole, **changed})


def make_odt(changed: Mapping[str, bytes]) -> bytes:
    """Return a small OpenDocument text with some of its parts changed."""
    whole = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": _ODT_BODY.encode()}
    return zipped({**whole, **changed})


def make_slides(changed: Mapping[str, bytes]) -> bytes:
    """Return a small presentation with some of its parts changed."""
    slide = SlideXml(title("A title") + shape("body", par("Some words"), par("More", 1)), notes=par("Notes"))
    return pptx(slide, extra=dict(changed))


def make_sheets(changed: Mapping[str, bytes]) -> bytes:
    """Return a small workbook with some of its parts changed."""
    return zipped({**_read_workbook(), **changed})


@cache
def _read_workbook() -> Mapping[str, bytes]:
    """Return the parts of a small workbook, which take longer to write than to read."""
    plain = workbook(("One", [["Name", "Count"], ["North", 12], ["South", 14.5]]))
    with zipfile.ZipFile(io.BytesIO(plain)) as package:
        return {name: package.read(name) for name in package.namelist()}


def read_part(
    ending: str, parts: tuple[str, ...], make: Callable[[Mapping[str, bytes]], bytes], data: bytes
) -> None:
    """Put bytes in place of a part of a package, the first byte says which; or read them as the package."""
    is_part = data and data[:2] != b"PK"
    read(ending, make({parts[data[0] % len(parts)]: data[1:]}) if is_part else data)


def find_numbers(data: bytes) -> None:
    """Find the numbers of a text; the first byte says in which language."""
    languages = sorted(LANGUAGES)
    text = data[1:].decode("utf-8", "replace")
    lang = languages[data[0] % len(languages)] if data else "en"
    attempt(lambda: numbers.find(document(paragraph(text, 0), text=text), lang=lang))


def set_settings(data: bytes) -> None:
    """Read bytes as a file of settings, the first byte says of which kind."""
    kind, text = (data[0] if data else 0) % 4, data[1:]
    if kind == 0:
        attempt(lambda: parse_brand(text, "brand.toml"))
        return
    if kind == 1:
        decoded = text.decode("utf-8", "replace")

        def front() -> None:
            values, _ = read_front_matter(decoded, "brief.md")
            metadata = read_metadata(values)
            use_settings(dict(metadata.settings), Scope.FRONT_MATTER, decoded)

        attempt(front)
        return
    scope = Scope.PROJECT if kind == 2 else Scope.SIDECAR
    attempt(lambda: use_settings(parse(text, "report.toml"), scope, text.decode("utf-8-sig")))


def use_settings(values: Mapping[str, object], scope: Scope, text: str) -> None:
    """Merge settings of one place, and read those that have readers of their own."""
    layer = Layer(values, scope, "report.toml", text=text)
    attempt(lambda: read_matrices(layer))
    merged = merge((layer,))
    attempt(lambda: parse_mail_settings(merged.mail))
    attempt(lambda: parse_smtp_settings(merged.smtp))
    attempt(lambda: read_requests(document(), merged.figures))
    attempt(lambda: numbers.NumberOverrides.parse(merged.numbers))
    attempt(lambda: numbers.parse_confirmations(merged.confirmations))


def write_page(data: bytes) -> None:
    """Write a page whose main part is these bytes; the first says in which format."""
    form = ("html", "email", "docx")[(data[0] if data else 0) % 3]
    markup = data[1:].decode("utf-8", "replace")
    made = page(markup, drawings={"fig-1": drawing()}, assets={"photo.png": asset()})
    attempt(lambda: write(form, made))


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "text": partial(read, "txt"),
    "markdown": partial(read, "md"),
    "html": partial(read, "html"),
    "rtf": partial(read, "rtf"),
    "mail": partial(read, "eml"),
    "pdf": partial(read, "pdf"),
    "csv": partial(read, "csv"),
    "slides": partial(read_part, "pptx", SLIDE_PARTS, make_slides),
    "sheets": partial(read_part, "xlsx", SHEET_PARTS, make_sheets),
    "word": partial(read_part, "docx", WORD_PARTS, make_word),
    "odt": partial(read_part, "odt", ODT_PARTS, make_odt),
    "numbers": find_numbers,
    "settings": set_settings,
    "page": write_page,
}

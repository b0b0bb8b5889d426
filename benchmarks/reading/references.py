"""The words of a file as a reader of another make finds them, by format.

LibreOffice reads OpenDocument and RTF (``by_libreoffice``), Poppler PDF, Python's email package mail; of
Word files all runs are taken that are shown, of presentations and workbooks all text elements.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom.readers.sheets.grid import MOST_COLUMNS, MOST_ROWS

if TYPE_CHECKING:
    from lxml import etree

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WIDE = 100  # zero bytes at the beginning of UTF-16
_BATCH = 40  # files that LibreOffice converts at a time
_UNSEEN = ("script", "style", "head", "title", "noscript", "template")


def by_pdftotext(data: bytes) -> str:
    """Return the words that Poppler finds in a PDF."""
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"], input=data, capture_output=True, check=False, timeout=120
    )
    return done.stdout.decode("utf-8", "replace").replace("\f", "\n")


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off")
# what no reader of the page sees: deleted, moved away, codes of fields, copies of shapes for old programs
_WORD_UNSEEN = frozenset(
    f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "sectPr")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_WORD_PARTS = ("document", "footnotes", "endnotes")


def by_runs(data: bytes) -> str:
    """Return the words of all runs of a Word file in order, as far as they are shown: text and notes.

    Heads and feet of pages are no part of a report; neither are comments.
    """
    from lxml import etree

    found: list[str] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = {name.lower(): name for name in package.namelist()}
            hidden = _find_hidden_styles(package, names)
            for part in _WORD_PARTS:
                name = names.get(f"word/{part}.xml")
                if name:
                    found += _walk_runs(etree.fromstring(package.read(name)), hidden)
                    found.append("\n")
    except (zipfile.BadZipFile, etree.XMLSyntaxError, RuntimeError):
        return ""
    return "".join(found)


def _find_hidden_styles(package: zipfile.ZipFile, names: Mapping[str, str]) -> frozenset[str]:
    from lxml import etree

    if "word/styles.xml" not in names:
        return frozenset()
    styles = etree.fromstring(package.read(names["word/styles.xml"]))
    return frozenset(
        style.get(f"{_W}styleId") or ""
        for style in styles.iter(f"{_W}style")
        if _is_hidden(style.find(f"{_W}rPr"))
    )


def _is_hidden(properties: etree._Element | None) -> bool:
    vanish = None if properties is None else properties.find(f"{_W}vanish")
    return vanish is not None and vanish.get(f"{_W}val") not in _OFF


def _walk_runs(element: etree._Element, hidden: frozenset[str]) -> Iterator[str]:
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _WORD_UNSEEN:
            continue
        name = child.tag.removeprefix(_W)
        if name == "r" and _is_hidden_run(child, hidden):
            continue
        if name == "t" or child.tag.endswith("/math}t"):
            yield child.text or ""
        elif name == "noBreakHyphen":
            yield "-"
        elif name in ("tab", "br", "cr", "ptab"):
            yield " "
        else:
            yield from _walk_runs(child, hidden)
            if name in ("p", "tc", "txbxContent", "footnote", "endnote"):
                yield "\n"


def _is_hidden_run(run: etree._Element, hidden: frozenset[str]) -> bool:
    properties = run.find(f"{_W}rPr")
    if _is_hidden(properties):
        return True
    style = None if properties is None else properties.find(f"{_W}rStyle")
    return style is not None and style.get(f"{_W}val") in hidden


def by_libreoffice(files: Sequence[Path], folder: Path) -> None:
    """Write the text of files as LibreOffice exports it, NAME.txt for each that it can open."""
    if shutil.which("soffice") is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    todo = [file for file in files if not (folder / f"{file.stem}.txt").exists()]
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless"]
        command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
        for begin in range(0, len(todo), _BATCH):
            batch = [str(file) for file in todo[begin : begin + _BATCH]]
            try:
                subprocess.run([*command, *batch], check=False, capture_output=True, timeout=300)
            except subprocess.TimeoutExpired:
                continue


# what LibreOffice writes ahead of list items and headings, which is no word of theirs: "a)", "iv.", "3.1"
_LABEL = re.compile(
    r"^[ \t]*(?:\d+(?:\.\d+)*\.?|[a-z]|[ivx]{1,5}|[IVX]{1,5}|[A-Z])[.)]?[ \t]+(?=\S)", re.MULTILINE
)


def without_labels(text: str) -> str:
    """Return a text of LibreOffice's without the numbers and letters that count its items and headings."""
    return _LABEL.sub("", text)


def by_walking(part: str) -> Callable[[bytes], str]:
    """Return a reader of an office package: all text elements of the parts that a pattern names."""
    pattern = re.compile(part)

    def walk(data: bytes) -> str:
        from lxml import etree

        found: list[str] = []
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                for name in package.namelist():
                    if not pattern.fullmatch(name):
                        continue
                    root = etree.fromstring(package.read(name))
                    if root.get("show") == "0" or _is_of_hidden_slide(package, name):
                        continue
                    found += [
                        "".join(text.text or " " for text in paragraph.iter("{*}t", "{*}br", "{*}tab"))
                        for paragraph in root.iter("{*}p")
                    ]
        except (zipfile.BadZipFile, etree.XMLSyntaxError, RuntimeError):
            return ""
        return "\n".join(found).replace("_x000B_", " ")

    return walk


def _is_of_hidden_slide(package: zipfile.ZipFile, name: str) -> bool:
    """Tell whether a part holds the notes of a slide that is hidden."""
    from lxml import etree

    folder, _, file = name.rpartition("/")
    relations = f"{folder}/_rels/{file}.rels"
    if not folder.endswith("notesSlides") or relations not in package.namelist():
        return False
    slides = re.findall(r"slides/slide\d+\.xml", package.read(relations).decode("utf-8", "replace"))
    return any(
        etree.fromstring(package.read(f"ppt/{slide}")).get("show") == "0"
        for slide in slides
        if f"ppt/{slide}" in package.namelist()
    )


def by_csv(data: bytes) -> str:
    """Return the words of all cells of a CSV file."""
    text = data.decode("utf-8-sig", "replace")
    return "\n".join(" ".join(row) for row in csv.reader(io.StringIO(text)))


def by_cells(data: bytes) -> str:
    """Return the words of the cells of a workbook that hold text, as far as they are shown.

    Rows and columns beyond the limits of a report are left out, as it says in a warning.
    """
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "\n".join(_read_cells(package))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, RuntimeError, ValueError, IndexError):
        return ""


def _read_cells(package: zipfile.ZipFile) -> Iterator[str]:
    from lxml import etree

    names = package.namelist()
    shared = _read_shared(package) if "xl/sharedStrings.xml" in names else []
    book = etree.fromstring(package.read("xl/workbook.xml"))
    relations = etree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    targets = {each.get("Id"): (each.get("Target") or "").lstrip("/") for each in relations}
    for sheet in book.iter("{*}sheet"):
        target = targets.get(sheet.get(_RELATION) or "", "")
        name = target if target.startswith("xl/") else f"xl/{target}"
        if sheet.get("state") in ("hidden", "veryHidden") or name not in names:
            continue
        root = etree.fromstring(package.read(name))
        hidden = [
            range(int(column.get("min", "0")), int(column.get("max", "0")) + 1)
            for column in root.iter("{*}col")
            if column.get("hidden") in ("1", "true")
        ]
        for row in root.iter("{*}row"):
            if row.get("hidden") in ("1", "true") or int(row.get("r") or 1) > MOST_ROWS:
                continue
            for cell in row.iter("{*}c"):
                column = _column(cell.get("r") or "")
                if column > MOST_COLUMNS or any(column in columns for columns in hidden):
                    continue
                value = cell.findtext("{*}v") or ""
                if cell.get("t") == "s" and value:
                    yield shared[int(value)]
                elif cell.get("t") == "str":
                    yield value
                elif cell.get("t") == "inlineStr":
                    yield "".join(text.text or "" for text in cell.iter("{*}t"))


def _read_shared(package: zipfile.ZipFile) -> list[str]:
    from lxml import etree

    shared: list[str] = []
    for item in etree.fromstring(package.read("xl/sharedStrings.xml")).iter("{*}si"):
        for spoken in item.findall("{*}rPh"):
            item.remove(spoken)
        shared.append("".join(text.text or "" for text in item.iter("{*}t")))
    return shared


def _column(name: str) -> int:
    number = 0
    for letter in name:
        if letter.isalpha():
            number = number * 26 + ord(letter.upper()) - 64
    return number


def by_email(data: bytes) -> str:
    """Return the words of all text parts of a mail that are no files.

    Of alternatives it is the HTML, where that says about as much as the others.
    """
    if data[:400].count(0) > _WIDE:
        data = data.decode("utf-16-be" if data[:1] in (b"\0", b"\xfe") else "utf-16-le", "replace").encode()
    try:
        message = BytesParser(policy=policy.default).parsebytes(data.removeprefix(codecs.BOM_UTF8))
        return "\n".join(_read_mail(message))
    except Exception:  # a mail that the email package cannot take apart measures nothing
        return ""


def _read_mail(message: EmailMessage) -> Iterator[str]:
    kind = message.get_content_type()
    if kind == "multipart/alternative":
        parts = [part for part in message.iter_parts() if isinstance(part, EmailMessage)]
        readings = [("html" in part.get_content_type(), "\n".join(_read_mail(part))) for part in parts]
        most = max((len(text.split()) for _, text in readings), default=0)
        readings = [each for each in readings if len(each[1].split()) * 2 > most]
        yield max(readings, default=(False, ""))[1]
    elif kind == "message/rfc822" or message.is_multipart():
        for part in message.iter_parts():
            if isinstance(part, EmailMessage):
                yield from _read_mail(part)
    elif kind in ("text/plain", "text/html") and not _is_file(message):
        data = message.get_payload(decode=True)
        text = _decode(data, message.get_content_charset("utf-8")) if isinstance(data, bytes) else ""
        yield _read_html(text) if kind == "text/html" else text


def _is_file(message: EmailMessage) -> bool:
    return message.get_content_disposition() == "attachment" or bool(message.get_filename())


def _decode(data: bytes, label: str) -> str:
    """Return the text of a part by its label; where that is plainly wrong, as what it can be."""
    for name in (label, "utf-8", "cp1252"):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return ""


def _read_html(text: str) -> str:
    from lxml import etree, html

    if not text.strip():
        return ""
    try:
        tree = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return ""
    etree.strip_elements(tree, *_UNSEEN, etree.Comment, with_tail=False)
    return " ".join(str(part) for part in tree.itertext())


REFERENCES: Mapping[str, Callable[[bytes], str]] = {
    ".pdf": by_pdftotext,
    ".docx": by_runs,
    ".pptx": by_walking(r"ppt/(?:slides/slide|notesSlides/notesSlide)\d+\.xml"),
    ".xlsx": by_cells,
    ".csv": by_csv,
    ".eml": by_email,
}
CONVERTED = (".odt", ".rtf")  # by LibreOffice, many at a time

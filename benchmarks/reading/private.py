"""The words that a file holds and nobody should see: deleted, hidden, comments."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off")
_WORD = re.compile(r"[^\W_]+")


def of_word(data: bytes) -> str:
    """Return what was deleted, is hidden, or is said in comments of a Word file."""
    found: list[str] = []
    for name, root in _parts(data, r"word/(?:document|footnotes|endnotes|comments\d*)\.xml"):
        if "comments" in name:
            found += [text.text or "" for text in root.iter(f"{_W}t")]
            continue
        found += [text.text or "" for text in root.iter(f"{_W}delText")]
        for run in root.iter(f"{_W}r"):
            vanish = run.find(f"{_W}rPr/{_W}vanish")
            if vanish is not None and vanish.get(f"{_W}val") not in _OFF:
                found += [text.text or "" for text in run.iter(f"{_W}t")]
    return "\n".join(found)


def of_opendocument(data: bytes) -> str:
    """Return the words that were deleted, are hidden, or are said in comments of an OpenDocument text.

    Those that stand elsewhere in it as well are not private: LibreOffice counts the fields of dates anew, so
    that its text does not have all of them.
    """
    found: set[str] = set()
    shown: set[str] = set()
    for _, root in _parts(data, r"content\.xml"):
        private = [
            element
            for element in root.iter("{*}deletion", "{*}annotation", "{*}hidden-text", "{*}section")
            if not element.tag.endswith("}section") or "none" in element.attrib.values()
        ]
        for element in private:
            found.update(_split(element))
            element.clear(keep_tail=True)
        shown.update(_split(root))
    return "\n".join(sorted(found - shown))


def _split(element: etree._Element) -> list[str]:
    return _WORD.findall(" ".join(str(text) for text in element.itertext()))


def of_presentation(data: bytes) -> str:
    """Return the words of hidden slides and comments."""
    found: list[str] = []
    for name, root in _parts(data, r"ppt/(?:slides/slide\d+|comments/.+)\.xml"):
        if "comments" in name:
            found += [text.text or "" for text in root.iter("{*}text", "{*}t")]
        elif root.get("show") == "0":
            found += [text.text or "" for text in root.iter("{*}t")]
    return "\n".join(found)


def of_workbook(data: bytes) -> str:
    """Return the words of the comments of a workbook."""
    return "\n".join(
        text.text or ""
        for _, root in _parts(data, r"xl/(?:comments\d*|threadedComments/.+)\.xml")
        for text in root.iter("{*}t", "{*}text")
    )


def _parts(data: bytes, names: str) -> Iterator[tuple[str, etree._Element]]:
    from lxml import etree

    pattern = re.compile(names)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in package.namelist():
                if pattern.fullmatch(name):
                    yield name, etree.fromstring(package.read(name))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, RuntimeError):
        return


PRIVATE: Mapping[str, Callable[[bytes], str]] = {
    ".docx": of_word,
    ".odt": of_opendocument,
    ".pptx": of_presentation,
    ".xlsx": of_workbook,
}

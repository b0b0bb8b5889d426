"""Containers opened with care: limits before anything is unpacked, one kind of error whatever is broken."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pressroom.errors import PressroomError
from pressroom.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from lxml import etree

MOST_PARTS = 2_000
LARGEST_PART = 100_000_000  # bytes, unpacked
LARGEST_WHOLE = 200_000_000  # bytes, unpacked
HIGHEST_RATIO = 200  # unpacked to packed; XML of a document reaches 60
SMALL = 1_000_000  # bytes; below, a high ratio does no harm
MOST_ELEMENTS = 1_000_000
DEEPEST = 200  # elements within elements; the trees of real documents have 40
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
LARGEST_STREAM = 200_000_000  # bytes, unpacked
LARGEST_PDF = 1_000_000_000  # bytes of all streams, unpacked
_STREAM = re.compile(rb"stream\r?\n?(?=[\x08-\x78][\x00-\xff])")
# a filter that packs, and another one behind it: no program packs what is packed already
_NAME = rb"/(?:F(?:lateDecode|l\b)|LZW(?:Decode)?|R(?:unLengthDecode|L\b)|BrotliDecode)"
_TWICE = re.compile(_NAME + rb"\s*" + _NAME)
_PIECE = 1 << 20


@dataclass(slots=True)
class Package:
    """The parts of a zipped document, by name; ``diagnostics`` gather what had to be mended."""

    source: str
    _zip: zipfile.ZipFile
    _names: dict[str, str]
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _unpacked: int = 0

    def names(self) -> list[str]:
        """Return the names of all parts, as they are written."""
        return list(self._names.values())

    def part(self, name: str) -> bytes | None:
        """Return a part's bytes, None when there is no such part. Names don't count case."""
        written = self._names.get(_plain(name))
        if written is None:
            return None
        try:
            with self._zip.open(written) as file:
                data = file.read(LARGEST_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ) as problem:
            raise damaged(self.source, f"its part {written} cannot be unpacked ({problem})") from problem
        self._unpacked += len(data)
        if len(data) > LARGEST_PART or self._unpacked > LARGEST_WHOLE:
            raise _too_large(self.source, "it unpacks to more than 200 MB")
        return data

    def xml(self, name: str) -> etree._Element | None:
        """Return a part's root element, None when there is no such part or nothing in it."""
        data = self.part(name)
        return None if data is None else parse_xml(data, self.source, name, self.diagnostics)


def require_fit(data: bytes, source: str) -> None:
    """Unpack a ZIP package once, piece by piece, and drop it. Raises PressroomError for one too large."""
    package = open_package(data, source)
    for name in package.names():
        package.part(name)


def open_package(data: bytes, source: str) -> Package:
    """Open a zipped document after a look at its directory. Raises PressroomError, never anything else."""
    if data.startswith(_OLE):
        raise _old_format(data, source)
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
        infos = opened.infolist()
    except (
        zipfile.BadZipFile,
        ValueError,
        OSError,
        NotImplementedError,
        RuntimeError,
        OverflowError,
    ) as problem:
        raise damaged(source, "it is no complete ZIP package") from problem
    if len(infos) > MOST_PARTS:
        raise _too_large(source, f"it has {len(infos):,} parts")
    total = 0
    for info in infos:
        total += info.file_size
        ratio = info.file_size / max(info.compress_size, 1)
        if info.file_size > LARGEST_PART or total > LARGEST_WHOLE:
            raise _too_large(source, "it unpacks to more than 200 MB")
        if ratio > HIGHEST_RATIO and info.file_size > SMALL:
            raise _too_large(source, f"its part {info.filename[:80]} is packed {ratio:.0f} to 1")
        if info.flag_bits & 0x1:
            raise PressroomError(
                "the file is protected by a password",
                cure="open it, take the password off, and save it",
                rule="document-encrypted",
                where=source,
            )
    return Package(source, opened, {_plain(info.filename): info.filename for info in infos})


def parse_xml(data: bytes, source: str, name: str, diagnostics: list[Diagnostic]) -> etree._Element | None:
    """Parse XML that may be hostile: no entities, no network, no absurd depth; broken XML is mended."""
    from lxml import etree

    refuse_document_type(data, source, name)
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        return None
    options = {"resolve_entities": False, "no_network": True, "remove_comments": True, "remove_pis": True}
    try:
        root = etree.fromstring(data, etree.XMLParser(**options))  # type: ignore[arg-type]  # the stubs know no options in a dict
    except (etree.XMLSyntaxError, ValueError, LookupError) as problem:
        root = _mended(data, options)
        if root is None:
            raise damaged(source, f"its part {name} is no XML ({problem})") from problem
        diagnostics.append(
            Diagnostic(
                Severity.WARNING,
                "document-damaged",
                f"the part {name} is broken; what can be read of it is used ({problem})",
                "open the file in a word processor and save it anew",
                where=source,
            )
        )
    _measure(root, source)
    return root


def refuse_document_type(data: bytes, source: str, name: str) -> None:
    """Raise PressroomError for XML that declares a document type, by which entities can grow without end."""
    if _DTD.search(data) or _DTD.search(data.replace(b"\0", b"")):
        raise PressroomError(
            f"the part {name} declares a document type, which no office program writes",
            cure="open the file in the program that made it and save it anew",
            rule="document-refused",
            where=source,
        )


def _mended(data: bytes, options: dict[str, bool]) -> etree._Element | None:
    from lxml import etree

    try:
        return etree.fromstring(data, etree.XMLParser(recover=True, **options))  # type: ignore[arg-type]  # the stubs know no options in a dict
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return None


def _measure(root: etree._Element, source: str) -> None:
    """Refuse a tree that is too large or too deep for those who walk it."""
    stack = [(root, 1)]
    count = 0
    while stack:
        element, depth = stack.pop()
        count += 1
        if depth > DEEPEST or count > MOST_ELEMENTS:
            raise _too_large(source, "it nests too deeply" if depth > DEEPEST else "it has too many elements")
        stack.extend((child, depth + 1) for child in element)


def damaged(source: str, why: str) -> PressroomError:
    """Return the error for a file that is broken."""
    return PressroomError(
        f"the file is damaged: {why}",
        cure="open it in the program that made it and save it anew, or send for a fresh copy",
        rule="document-damaged",
        where=source,
    )


def _too_large(source: str, why: str) -> PressroomError:
    return PressroomError(
        f"the file is refused: {why}, far beyond any report",
        cure="save its text as a new document",
        rule="document-refused",
        where=source,
    )


def _old_format(data: bytes, source: str) -> PressroomError:
    if _ENCRYPTED in data:
        return PressroomError(
            "the file is protected by a password",
            cure="open it, take the password off, and save it",
            rule="document-encrypted",
            where=source,
        )
    return PressroomError(
        "this is a document of Word 97-2003 under a new name",
        cure="open it in a word processor and save it as .docx",
        rule="document-old",
        where=source,
    )


def _plain(name: str) -> str:
    parts: list[str] = []
    for part in name.replace("\\", "/").split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts).casefold()


def refuse_pdf_bomb(data: bytes, where: str) -> None:
    """Raise PressroomError for a PDF that unpacks to far more than any report."""
    text = re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), data)
    if _TWICE.search(text):
        raise _refused_pdf("a stream in it is packed more than once", where)
    whole = 0
    for found in _STREAM.finditer(data):
        whole += _measure_stream(memoryview(data)[found.end() :], where)
        if whole > LARGEST_PDF:
            raise _refused_pdf(f"it unpacks to more than {LARGEST_PDF // 1_000_000:,} MB", where)


def _measure_stream(packed: memoryview, where: str) -> int:
    """Return how many bytes a stream unpacks to; 0 for one that zlib did not pack."""
    if (packed[0] << 8 | packed[1]) % 31 or packed[0] & 0x0F != 8:
        return 0
    unpacker = zlib.decompressobj()
    size, at = 0, 0
    rest: bytes | memoryview = packed[:_PIECE]
    try:
        while not unpacker.eof:
            size += len(unpacker.decompress(rest, _PIECE))
            if size > LARGEST_STREAM:
                raise _refused_pdf(
                    f"a stream in it unpacks to more than {LARGEST_STREAM // 1_000_000} MB", where
                )
            rest = unpacker.unconsumed_tail
            if not rest:
                at += _PIECE
                rest = packed[at : at + _PIECE]
                if not rest:
                    break
    except zlib.error:
        pass  # whoever opens it says so
    return size


def _refused_pdf(why: str, where: str) -> PressroomError:
    return PressroomError(
        f"the file is refused: {why}, far beyond any report",
        cure="print it to a new PDF in the program that made it",
        rule="document-refused",
        where=where,
    )

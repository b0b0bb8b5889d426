"""PDF files looked at before a library unpacks them."""

from __future__ import annotations

import re
import zlib

from pressroom.errors import PressroomError

LARGEST_STREAM = 200_000_000  # bytes, unpacked
LARGEST_WHOLE = 1_000_000_000  # bytes of all streams, unpacked
_STREAM = re.compile(rb"stream\r?\n?(?=[\x08-\x78][\x00-\xff])")
# a filter that packs, and another one behind it: no program packs what is packed already
_NAME = rb"/(?:F(?:lateDecode|l\b)|LZW(?:Decode)?|R(?:unLengthDecode|L\b)|BrotliDecode)"
_TWICE = re.compile(_NAME + rb"\s*" + _NAME)
_PIECE = 1 << 20


def refuse_bomb(data: bytes, where: str) -> None:
    """Raise PressroomError for a PDF that unpacks to far more than any report."""
    text = re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), data)
    if _TWICE.search(text):
        raise _refused("a stream in it is packed more than once", where)
    whole = 0
    for found in _STREAM.finditer(data):
        whole += _measure(memoryview(data)[found.end() :], where)
        if whole > LARGEST_WHOLE:
            raise _refused(f"it unpacks to more than {LARGEST_WHOLE // 1_000_000:,} MB", where)


def _measure(packed: memoryview, where: str) -> int:
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
                raise _refused(f"a stream in it unpacks to more than {LARGEST_STREAM // 1_000_000} MB", where)
            rest = unpacker.unconsumed_tail
            if not rest:
                at += _PIECE
                rest = packed[at : at + _PIECE]
                if not rest:
                    break
    except zlib.error:
        pass  # whoever opens it says so
    return size


def _refused(why: str, where: str) -> PressroomError:
    return PressroomError(
        f"the file is refused: {why}, far beyond any report",
        cure="print it to a new PDF in the program that made it",
        rule="document-refused",
        where=where,
    )

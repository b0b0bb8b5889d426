"""What mail programs and archives break in the bytes of a message, mended before it is parsed."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import cast

LONGEST_HEADER = 4_000  # characters
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FIELD = re.compile(rb"[!-9;-~]+:|From ")
_BEGINS_PART = re.compile(rb"(?mi)^--(?P<boundary>[^\r\n]{1,70}?)[ \t]*\r?\n(?=content-[\w-]+:)")


class ShortHeaders(policy.EmailPolicy):
    """The standard policy, which takes apart no more of a header than any letter needs.

    What it does with thousands of encoded words or parameters takes gigabytes.
    """

    def header_fetch_parse(self, name: str, value: str) -> str:
        """Return the parsed beginning of a header, as written where the library cannot take it apart."""
        written = value[:LONGEST_HEADER]
        try:
            parsed: str = super().header_fetch_parse(name, written)
        except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError):
            return written
        return parsed


def parse_message(data: bytes) -> EmailMessage:
    """Return the message that bytes hold; its parts are found even where no header names their border."""
    data = _fold_header(_as_utf8(data).lstrip(b"\r\n"))
    message = _parse(data)
    if message.get_content_maintype() != "multipart" or message.is_multipart():
        return message
    boundary = _find_boundary(data)
    if not boundary:
        return message
    kind = message.get_content_type()
    del message["Content-Type"]
    head, _, body = data.partition(b"\r\n\r\n" if b"\r\n\r\n" in data else b"\n\n")
    border = boundary.decode("latin-1").replace("\\", "\\\\").replace('"', '\\"')
    named = f'Content-Type: {kind}; boundary="{border}"'.encode("latin-1")
    kept = re.sub(rb"(?mi)^content-type:.*(?:\r?\n[ \t].*)*", lambda _: named, head, count=1)
    return _parse(kept + b"\r\n\r\n" + body)


def _parse(data: bytes) -> EmailMessage:
    return cast("EmailMessage", BytesParser(policy=ShortHeaders()).parsebytes(data))


def _as_utf8(data: bytes) -> bytes:
    """Return a message that was saved in UTF-16 as UTF-8; a mark of UTF-8 is taken off."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace").encode()
    if data[:200].count(b"\0") > len(data[:200]) // 3:
        name = "utf-16-be" if data.startswith(b"\0") else "utf-16-le"
        return data.decode(name, "replace").encode()
    return data.removeprefix(codecs.BOM_UTF8)


def _fold_header(data: bytes) -> bytes:
    """Set in the lines of the header that go on with the one before, which lost their space on the way."""
    lines = data.split(b"\n")
    for at, line in enumerate(lines):
        if not line.strip():
            break
        if at and line[:1] not in b" \t" and not _FIELD.match(line):
            if not lines[at - 1].rstrip().endswith(b";"):
                break  # the text begins without a blank line
            lines[at] = b" " + line
    return b"\n".join(lines)


def _find_boundary(data: bytes) -> bytes:
    """Return the border of a message's parts, known by its form: a part's own header follows it."""
    counts = Counter(found["boundary"] for found in _BEGINS_PART.finditer(data))
    return counts.most_common(1)[0][0] if counts else b""

"""The copy of what was fetched: its name and ending, and the record of where it came from."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from pressroom.download.fetch import Fetched
from pressroom.errors import UsageError
from pressroom.readers import readers

_OTHER_TYPES = {
    "application/xhtml+xml": ".xhtml",
    "application/x-pdf": ".pdf",
    "application/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "text/x-markdown": ".md",
    "text/rtf": ".rtf",
}
_PLAIN = "text/plain"
_VAGUE = ("", _PLAIN, "application/octet-stream", "binary/octet-stream")
_SIGNS: Mapping[bytes, str] = {b"%PDF-": ".pdf", b"{\\rtf": ".rtf"}
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE)
_LONGEST = 60  # characters of a name


def name_copy(fetched: Fetched, asked: str) -> str:
    """Return the file name of a copy: that which the server gives, else from the address, with its ending.

    Raises UsageError for what no reader reads.
    """
    path = PurePosixPath(fetched.file_name.replace("\\", "/") or unquote(urlsplit(asked).path))
    ending = find_ending(fetched, path.suffix.casefold())
    stem = path.stem if path.suffix.casefold() in _endings() or not path.suffix else path.name
    host = re.sub(r"^www\.", "", urlsplit(asked).hostname or "page")
    plain = re.sub(r"[^\w-]+", "-", stem).strip("-_") or re.sub(r"[^\w.-]+", "-", host)
    return plain[:_LONGEST].rstrip("-.") + ending


def find_ending(fetched: Fetched, written: str) -> str:
    """Return the ending for what was fetched: by its type, else by its first bytes, else by its name.

    Servers give files of types that they do not know as bytes, as plain text, or as an older type.
    """
    types = {reader.media_type: reader.extensions[0] for reader in readers().values()} | _OTHER_TYPES
    kind = fetched.media_type
    if kind in types and kind != _PLAIN:
        return types[kind]
    found = next((ending for sign, ending in _SIGNS.items() if fetched.data.startswith(sign)), "")
    if found or written in _endings():
        return found or written
    if kind in _VAGUE and _PAGE.match(fetched.data):
        return ".html"
    if kind == _PLAIN:
        return types[kind]
    raise UsageError(
        f"what stands there is {kind or 'of no named type'}, and no reader reads that",
        cure=f"give an address of a page, or of a file that ends in {', '.join(_endings())}",
        rule="unknown-format",
        where=fetched.address,
    )


def _endings() -> tuple[str, ...]:
    return tuple(ending for reader in readers().values() for ending in reader.extensions)


def write_settings(fetched: Fetched, ending: str) -> str:
    """Return the sidecar that tells a reader what only the server knew: the encoding of text."""
    if not fetched.charset or ending not in (".html", ".xhtml", ".txt", ".md", ".csv", ".tsv"):
        return ""
    try:
        "".encode(fetched.charset)
    except (LookupError, UnicodeError):
        return ""
    return f"encoding = {json.dumps(fetched.charset)}\n"


def write_record(fetched: Fetched, asked: str, when: datetime) -> bytes:
    """Return where a copy came from, and when, as JSON."""
    held = {
        "address": asked,
        "led_to": fetched.address,
        "fetched": when.isoformat(timespec="seconds"),
        "type": fetched.media_type,
        "bytes": len(fetched.data),
        "sha256": hashlib.sha256(fetched.data).hexdigest(),
    }
    return (json.dumps(held, indent=1) + "\n").encode()

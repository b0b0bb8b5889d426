"""HTML to a tree, whatever was written: encoding, depth, and what no browser shows."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree, html

from pressroom.errors import PressroomError
from pressroom.model.diagnostic import Diagnostic
from pressroom.readers.common.encoding import decode, decode_labelled
from pressroom.readers.common.settings import ReaderSettings

DEEPEST = 100  # elements within elements; deeper ones lose their frame, not their words
MOST_TAGS = 300_000
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style|textarea|title|xmp|noframes)\b[^>]*>.*?(?:</(?P=raw)\s*>|\Z)"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*)[^<>]*?(?P<empty>/?)>",
    re.DOTALL | re.IGNORECASE,
)
_VOID = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    )
)
_OPTIONAL = frozenset(
    ("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup")
)
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def decode_html(data: bytes, source: str, settings: ReaderSettings) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text of an HTML file, by what it says of its encoding, or else as any text."""
    found = _DECLARED.match(data[:400]) or _CHARSET.search(data[:4096])
    if found and not settings.encoding and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        text = decode_labelled(data, found[1].decode("ascii"))
        if text is not None:
            return text, ()
    try:
        return decode(data, source, settings)
    except UnicodeDecodeError:
        return decode(data, source, replace(settings, encoding="cp1252"))


def parse_body(text: str, source: str) -> etree._Element | None:
    """Return the body of a page or fragment, None for an empty one.

    Raises PressroomError for one with absurdly many tags.
    """
    if text.count("<") > MOST_TAGS:
        raise PressroomError(
            f"the page has more than {MOST_TAGS:,} tags",
            cure="copy its text into a document of its own",
            rule="document-refused",
            where=source,
        )
    text = _BAD.sub("", _shallow(_DECLARATION.sub("", text)))
    if not text.strip():
        return None
    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(no_network=True, remove_pis=True))
    except (etree.LxmlError, ValueError):
        return None
    return root.find("body") if root.tag == "html" else root


def _shallow(text: str) -> str:
    """Take out the tags that open deeper than any page needs; the words within stay."""
    depth = 0
    out: list[str] = []
    skipped = 0
    last = 0
    for found in _TAG.finditer(text):
        name = (found["name"] or "").lower()
        if not name or name in _VOID or found["empty"] or name in _OPTIONAL:
            continue  # what stands in scripts and comments opens nothing
        if found["close"]:
            if skipped:
                skipped -= 1
                out.append(text[last : found.start()])
                last = found.end()
            depth = max(depth - 1, 0)
        else:
            depth += 1
            if depth > DEEPEST:
                skipped += 1
                out.append(text[last : found.start()] + " ")
                last = found.end()
    return "".join([*out, text[last:]]) if out else text

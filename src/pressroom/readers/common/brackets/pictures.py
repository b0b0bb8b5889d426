"""Lines that name a picture: "[picture: harbour.jpg | The harbour at dawn]", or as Markdown does."""

from __future__ import annotations

import re
from dataclasses import replace

from pressroom.model.document import Image
from pressroom.model.inline import Text
from pressroom.model.span import Span
from pressroom.readers.common.brackets.words import list_words
from pressroom.readers.common.pictures import ENDING, read_width

CREDIT = " · "  # between a caption and who took the picture
_WIDTH_WORD = re.compile(rf"(?:{'|'.join(list_words('width'))})\s*[:：=]?\s*(?=\d)", re.IGNORECASE)
_WORDS = "|".join(map(re.escape, list_words("picture")))
_LINE = re.compile(
    rf"\[\s*(?:{_WORDS})\s*[:：]\s*(?P<src>[^|｜\[\]\n]+?{ENDING})\s*(?P<rest>(?:[|｜][^\[\]]*)?)\]",
    re.IGNORECASE,
)
_MARKED = re.compile(
    rf"!\[(?P<said>[^\[\]|\n]*)\]\(<?(?P<src>[^|<>\n]+?{ENDING})>?\)"
    r"(?:\{[^{}\n]*?\bwidth\s*=\s*[\"']?(?P<width>[\d.]+\s*[a-z%]*)[\"']?[^{}\n]*\})?",
    re.IGNORECASE,
)


def is_picture_line(text: str) -> bool:
    """Tell whether a line names a picture."""
    return _match(text) is not None


def _match(text: str) -> re.Match[str] | None:
    if not text.startswith(("[", "![")):
        return None
    return _LINE.fullmatch(text) or _MARKED.fullmatch(text)


def read_picture_line(text: str, span: Span) -> Image | None:
    """Return the picture that a line names, None for another line.

    What stands after the first bar is its caption, which also says it to who cannot see it; then the credit.
    """
    found = _match(text)
    if not found:
        return None
    rest = found["rest"] if found.re is _LINE else f"|{found['said']}"
    described = describe_picture(found["src"] + rest, span)
    width = read_width(found["width"] or "") if found.re is _MARKED else None
    return replace(described, width=width) if width else described


def describe_picture(text: str, span: Span) -> Image:
    """Return the picture that "harbour.jpg | The harbour at dawn | Photo: A. Roe | 80 mm" names.

    What stands after the first bar is its caption, which also tells it to who cannot see it; then the credit.
    A part that is a measure says how wide the picture is to be.
    """
    src, *parts = (" ".join(part.split()) for part in re.split(r"[|｜]", text))
    widths = [read_width(_WIDTH_WORD.sub("", part), plain_pixels=False) for part in parts]
    said = [part for part, width in zip(parts, widths, strict=True) if part and width is None]
    caption = (Text(CREDIT.join(said)),) if said else ()
    width = next(filter(None, widths), None)
    return Image(src, span, said[0] if said else "", caption, width=width)

"""Lines that name a picture: "[picture: harbour.jpg | The harbour at dawn | Photo: A. Roe]"."""

from __future__ import annotations

import re

from pressroom.model.document import Image
from pressroom.model.span import Span
from pressroom.readers.common.pictures import describe_picture
from pressroom.readers.text.words.phrases import PICTURE

_LINE = re.compile(
    rf"\[\s*{PICTURE}\s*:\s*(?P<src>[^|\[\]\n]+?\.(?:png|jpe?g|gif|webp|svg))\s*(?P<rest>(?:\|[^\[\]]*)?)\]",
    re.IGNORECASE,
)


def is_picture_line(text: str) -> bool:
    """Tell whether a line names a picture."""
    return text.startswith("[") and _LINE.fullmatch(text) is not None


def read_picture_line(text: str, span: Span) -> Image | None:
    """Return the picture that a line names, None for another line.

    What stands after the first bar is its caption, which also says it to who cannot see it; then the credit.
    """
    found = _LINE.fullmatch(text) if text.startswith("[") else None
    return describe_picture(found["src"] + found["rest"], span) if found else None

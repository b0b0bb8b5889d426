"""What the author is told of lines that are left out."""

from __future__ import annotations

from collections.abc import Sequence

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import LeftOut
from pressroom.readers.text.roles.forwarded import COVER, MAIL_HEAD
from pressroom.readers.text.units.assistant import ASSISTANT_LINE, PROMPT
from pressroom.readers.text.units.comments import COMMENT
from pressroom.readers.text.units.emphasis import STRAY
from pressroom.readers.text.units.messages import DISCLAIMER
from pressroom.readers.text.units.webpage import WEB_LINE
from pressroom.readers.text.units.wikipage import WIKI_MARK

_TOLD = (
    MAIL_HEAD,
    COVER,
    DISCLAIMER,
    WEB_LINE,
    PROMPT,
    ASSISTANT_LINE,
    WIKI_MARK,
    COMMENT,
    STRAY,
)  # that hold words somebody might miss


def tell_left_out(left_out: Sequence[LeftOut], source: str) -> list[Diagnostic]:
    """Return a note for each reason for which lines with words were left out."""
    found: list[Diagnostic] = []
    for reason in _TOLD:
        spans = [left.span for left in left_out if left.reason == reason]
        if spans:
            numbers = ", ".join(dict.fromkeys(str(span.line_start) for span in spans))
            plural = "s" if len(spans) > 1 else ""
            found.append(
                Diagnostic(
                    Severity.NOTE,
                    "left-out",
                    f"left out: {reason} (line{plural} {numbers})",
                    "to print it, put its words into a paragraph of the text",
                    where=source,
                )
            )
    return found

"""What the author is told of a PDF: what was left out, and what cannot be taken over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.readers.pdf.layout.page import PdfPage


def tell(
    source: str,
    pages: Sequence[PdfPage],
    left_out: Sequence[tuple[str, str]],
    comments: int,
    attachments: int,
) -> list[Diagnostic]:
    """Return notes of what was left out, and warnings of what somebody may miss."""
    found: list[Diagnostic] = []

    def add(severity: Severity, rule: str, message: str, cure: str) -> None:
        found.append(Diagnostic(severity, rule, message, cure, where=source))

    for reason in dict.fromkeys(reason for _, reason in left_out):
        texts = [text for text, each in left_out if each == reason]
        many = f" ({len(texts)} times)" if len(texts) > 1 else ""
        add(
            Severity.NOTE,
            "left-out",
            f"left out: {reason}{many}: {shorten(texts[0])}",
            "report outline --explain shows all; to print them, give the text that the PDF was made from",
        )
    scans = [page.number for page in pages if page.is_scan]
    if scans:
        add(
            Severity.WARNING,
            "pdf-scanned",
            f"{list_pages(scans)} hold pictures instead of text, and are left out",
            "let a program recognise the text in them (OCR) and save it",
        )
    pictures = [page.number for page in pages for _ in page.pictures if not page.is_scan]
    if pictures:
        add(
            Severity.WARNING,
            "picture-dropped",
            f"pictures of a PDF are not taken over: {len(pictures)} on {list_pages(pictures)}",
            "save those that matter as PNG or JPEG, and name them in a text",
        )
    cut = [page.number for page in pages if page.cut]
    if cut:
        add(
            Severity.WARNING,
            "page-cut",
            f"{list_pages(cut)} hold more letters than any page that people read; the rest is left out",
            "give the text that the PDF was made from",
        )
    unknown = sum(page.unknown for page in pages)
    if unknown:
        add(
            Severity.WARNING,
            "letters-unknown",
            f"the file does not say which letters {unknown:,} of its signs stand for; they are left out",
            "compare the report with the PDF, or give the text that it was made from",
        )
    if comments:
        add(
            Severity.NOTE,
            "left-out",
            f"left out: comments and marks on pages ({comments})",
            "copy those that matter into a text",
        )
    if attachments:
        add(
            Severity.NOTE,
            "left-out",
            f"left out: files attached to the PDF ({attachments})",
            "save them, and give each as a source of its own",
        )
    return found


def shorten(text: str) -> str:
    """Return the beginning of a text for a message."""
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"


_SHOWN = 60


def list_pages(pages: Iterable[int]) -> str:
    """Return pages in words: "page 3", "pages 1–3, 7"."""
    numbers = sorted(set(pages))
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    more = f" and {len(parts) - _MOST_RUNS} more" if len(parts) > _MOST_RUNS else ""
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(parts[:_MOST_RUNS])}{more}"


_MOST_RUNS = 8

"""A file looked over by what it is: a PDF, a Word file, or a source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

from pressroom.errors import PressroomError
from pressroom.model.diagnostic import Diagnostic, Severity


def check(data: bytes, name: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a file; ``name`` names it in messages and its ending tells what it is."""
    try:
        return CHECKS.get(PurePath(name).suffix.lower(), _check_source)(data, name)
    except PressroomError as error:
        return (error.diagnostic,)


def _check_pdf(data: bytes, name: str) -> tuple[Diagnostic, ...]:
    from pikepdf import PdfError

    from pressroom.check.pdf_file import check_file
    from pressroom.check.pdf_pages import check_pages
    from pressroom.readers.common.limits import refuse_pdf_bomb

    refuse_pdf_bomb(data, name)
    try:
        return check_file(data, name) + _check_claims(data, name) + check_pages(data, name)
    except PdfError as error:
        raise PressroomError(
            "this is no PDF that can be read", cure="make it again", rule="not-a-pdf", where=name
        ) from error


def _check_claims(data: bytes, name: str) -> tuple[Diagnostic, ...]:
    from pressroom.writers.pdf.claims import find_broken_claims

    return tuple(
        Diagnostic(
            Severity.ERROR,
            "standard-not-met",
            f"the file says that it meets {claim.standard}, and does not: {claim.cause}",
            "make the file again with this release",
            where=name,
        )
        for claim in find_broken_claims(data)
    )


def _check_word(data: bytes, name: str) -> tuple[Diagnostic, ...]:
    from pressroom.check.docx_file import check as check_word

    return check_word(data, name)


def _check_source(data: bytes, name: str) -> tuple[Diagnostic, ...]:
    from pressroom import readers

    return readers.read(data, name, readers.ReaderSettings()).diagnostics


# ending → its check; any other ending is that of a source
CHECKS: Mapping[str, Callable[[bytes, str], tuple[Diagnostic, ...]]] = {
    ".pdf": _check_pdf,
    ".docx": _check_word,
    ".dotx": _check_word,
}

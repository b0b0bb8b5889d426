"""The hook on WeasyPrint's tag builder: its tree is replaced by ours, before the file is written.

``weasyprint.pdf.add_tags`` is private: it gets the pydyf file, the laid-out document, the PDF version and the
page streams, whose ``_tags`` give each painted box its marked-content number. No public hook sees boxes and
streams together. VERSION names the release that this was written for; a test fails when either changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from pressroom.errors import MachineError
from pressroom.writers.pdf.fitting.addresses import join_addresses
from pressroom.writers.pdf.structure import StructureBuilder
from pressroom.writers.pdf.tree import write_tree

VERSION = "70.0"
_PATCHING = Lock()


@contextmanager
def use_own_tags() -> Iterator[None]:
    """Let WeasyPrint write our structure tree while the context lasts.

    Raises MachineError when the WeasyPrint installed is another release than the one this was written for.
    """
    import weasyprint
    import weasyprint.pdf

    if weasyprint.__version__ != VERSION or not hasattr(weasyprint.pdf, "add_tags"):
        raise MachineError(
            f"WeasyPrint {weasyprint.__version__} is installed, {VERSION} is needed",
            cure=f"install weasyprint=={VERSION}, or run script/bootstrap",
            rule="weasyprint-version",
        )
    with _PATCHING:
        theirs = weasyprint.pdf.add_tags
        weasyprint.pdf.add_tags = add_tags
        try:
            yield
        finally:
            weasyprint.pdf.add_tags = theirs


def add_tags(pdf: Any, document: Any, pdf_version: object, page_streams: list[Any]) -> None:  # noqa: ARG001 - the signature is WeasyPrint's
    """Stand in for WeasyPrint's function of this name and signature."""
    builder = StructureBuilder()
    for number, (page, stream) in enumerate(zip(document.pages, page_streams, strict=True)):
        box, marks = page._page_box, stream._tags  # noqa: SLF001 - this module is the one that may
        join_addresses(box, stream.stream, marks)
        builder.page(box, number, marks)
    write_tree(builder, pdf, page_streams)

"""The PDF writer: WeasyPrint for the layout, our own structure tree, both PDF/A-3a and PDF/UA-1."""

from pressroom.writers.pdf.attachments import EmbeddedFile, list_embedded_files
from pressroom.writers.pdf.encrypt import encrypt
from pressroom.writers.pdf.render import PdfResult, count, render
from pressroom.writers.pdf.write import PdfOptions, write

__all__ = [
    "EmbeddedFile",
    "PdfOptions",
    "PdfResult",
    "count",
    "encrypt",
    "list_embedded_files",
    "render",
    "write",
]

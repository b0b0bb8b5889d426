"""Word: a page as a .docx that a Word expert would have made."""

from pressroom.writers.docx.body.contents import shown_places
from pressroom.writers.docx.options import WordOptions
from pressroom.writers.docx.write import write

__all__ = ["WordOptions", "shown_places", "write"]

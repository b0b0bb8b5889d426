"""Word: a page as a .docx with real styles, lists, notes, captions and references."""

from pressroom.writers.docx.body.contents import find_page_references
from pressroom.writers.docx.options import WordOptions
from pressroom.writers.docx.styles.base_styles import list_roles
from pressroom.writers.docx.write import write

__all__ = ["WordOptions", "find_page_references", "list_roles", "write"]

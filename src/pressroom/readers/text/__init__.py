"""The section parser: plain text with no markup at all becomes a document.

In steps: lines (``lines``), what stands on them (``units``: paragraphs, list items, tables, quotes …), which
of the short ones are headings (``headings``), what part the others play (``roles``), blocks (``blocks``), and
the document (``read``).
"""

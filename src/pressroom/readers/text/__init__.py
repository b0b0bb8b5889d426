"""The section parser: plain text with no markup at all becomes a document.

In steps: ``lines``, what stands on them (``units``), which of the short ones are ``headings``, what part the
others play (``roles``), and ``blocks``; ``survey`` runs all but the last and ``document`` puts them together.
"""

"""PDF: words at places on pages, back to a text with its order, headings, lists and tables."""

"""The text of a Word file: paragraphs, tables, lists, notes, figures and charts."""

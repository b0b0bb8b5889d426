"""The styles of a Word file: the base document, a reference of the user's, numbering of headings."""

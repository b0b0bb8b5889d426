"""Word documents, read from the package's own XML: whoever wrote them, and whatever is missing."""

"""The Word file as a package: parts, properties, sections, bookmarks."""

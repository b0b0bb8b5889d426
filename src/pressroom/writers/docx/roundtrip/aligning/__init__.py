"""The paragraphs of a Word file, led back to the blocks of the source that they were made from."""

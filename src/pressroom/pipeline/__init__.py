"""One report, from its source to the bytes of its formats: read, count, draw, compose, lay out, write."""

"""OpenDocument texts, read from the package's own XML."""

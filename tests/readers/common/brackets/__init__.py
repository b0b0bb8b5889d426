"""Lines in brackets."""

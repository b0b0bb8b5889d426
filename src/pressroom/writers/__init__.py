"""Page in, bytes out: a package a format, none knows of another."""

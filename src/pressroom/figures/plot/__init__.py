"""Figures laid out in points and drawn: layout is plain arithmetic; SVG is written here or, like PNG, by matplotlib."""

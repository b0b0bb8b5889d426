"""Figures laid out in points by plain arithmetic, and drawn: here as SVG, by matplotlib as PNG."""

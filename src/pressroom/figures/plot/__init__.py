"""Figures laid out in points and drawn: layout is plain arithmetic, matplotlib only prints it."""

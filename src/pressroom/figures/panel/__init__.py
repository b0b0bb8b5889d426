"""The panel of key numbers: which of them stand in frames, with which picture, and how these are drawn.

frames   which key numbers stand in which frame, and which in the list under them
glyphs   which picture one number may have: marks, cells of a hundred, boxes of time, a ruler
choose   the panel, with the reason of every number that has no picture
words    the alternative texts of the pictures, and the notes under them
draw     the layouts of the pictures
"""

from __future__ import annotations

from pressroom.figures.panel.choose import choose_panel

__all__ = ["choose_panel"]

"""Report and template in, one semantic HTML page out."""

from pressroom.compose.mail import Frame, frame_mail
from pressroom.compose.page import compose
from pressroom.compose.parts.left_out import find_left_out
from pressroom.compose.template import Template

__all__ = ["Frame", "Template", "compose", "find_left_out", "frame_mail"]

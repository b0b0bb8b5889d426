"""Report and template in, one semantic HTML page out."""

from pressroom.compose.mail import Frame, frame_mail
from pressroom.compose.page import compose
from pressroom.compose.template import Template

__all__ = ["Frame", "Template", "compose", "frame_mail"]

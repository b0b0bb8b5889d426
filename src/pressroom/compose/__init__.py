"""Report and template in, one semantic HTML page out."""

from pressroom.compose.page import compose, is_right_to_left
from pressroom.compose.template import Template

__all__ = ["Template", "compose", "is_right_to_left"]

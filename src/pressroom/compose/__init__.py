"""Report and template in, one semantic HTML page out."""

from pressroom.compose.page import compose
from pressroom.compose.template import Template

__all__ = ["Template", "compose"]

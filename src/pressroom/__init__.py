"""Pressroom: a plain text in, a finished briefing out, as PDF and Word from one template."""

from pressroom.version import __version__

__all__ = ["__version__"]

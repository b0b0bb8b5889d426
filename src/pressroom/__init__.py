"""Pressroom: a plain text in, a finished briefing out, as PDF and Word from one template."""

__version__ = "0.1.0"

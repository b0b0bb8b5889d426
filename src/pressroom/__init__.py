"""Pressroom: a plain text in, a finished briefing out, as PDF, Word, web page and mail."""

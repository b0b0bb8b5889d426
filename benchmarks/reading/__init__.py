"""Readers measured: words lost, private words leaked, the text of web pages."""

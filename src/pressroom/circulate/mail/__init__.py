"""Circulation by mail: who gets a report, the outbox that remembers each step, and the way to the server."""

"""Hostile input of every kind given to the whole program: what came of it, counted against a bar."""

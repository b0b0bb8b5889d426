"""The web page: one file that needs nothing else."""

from pressroom.writers.html.write import write

__all__ = ["write"]

"""A new project, ready to be changed: its template, a first text, and the brand of one's own files."""

from pressroom.project.scaffold.brand_source import read_brand
from pressroom.project.scaffold.create import create

__all__ = ["create", "read_brand"]

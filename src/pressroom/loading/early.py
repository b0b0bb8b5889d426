"""Imported first by the processes that make reports, which run nothing but Pressroom: installs at once."""

from __future__ import annotations

from pressroom.loading import install

install()

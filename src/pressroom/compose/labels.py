"""The printed words of a report in its language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

FALLBACK = "en"


@cache
def _tables() -> dict[str, dict[str, str]]:
    text = (files("pressroom.compose") / "labels.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def load_labels(lang: str) -> tuple[tuple[str, str], ...]:
    """Return the labels for a BCP 47 tag, by its primary language; English for a language without a table."""
    tables = _tables()
    return tuple(tables.get(lang.partition("-")[0].lower(), tables[FALLBACK]).items())

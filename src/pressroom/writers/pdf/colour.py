"""The colour space that all colours of a report are in: sRGB, by its profile (PDF/A's output intent)."""

from __future__ import annotations

import io
from importlib.resources import files
from typing import Any

PROFILE = "sRGB2014.icc"  # comes with WeasyPrint


def add_profile(document: Any) -> None:
    """Give the document its profile from memory; WeasyPrint itself would leave the file open behind it."""
    from weasyprint.css import ColorProfile

    data = (files("weasyprint.pdf") / PROFILE).read_bytes()
    channels = (["r"], ["g"], ["b"])
    document.color_profiles["srgb"] = ColorProfile(
        io.BytesIO(data), PROFILE, "relative-colorimetric", channels
    )

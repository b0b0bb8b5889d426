"""What a language tag (BCP 47) says beside its language."""

from __future__ import annotations

_TRADITIONAL = frozenset(("hant", "tw", "hk", "mo"))


def is_traditional_chinese(lang: str) -> bool:
    """Tell whether a tag is that of Chinese in traditional characters: "zh-Hant", "zh-TW", "zh_HK"."""
    base, *subtags = lang.replace("_", "-").lower().split("-")
    return base == "zh" and not _TRADITIONAL.isdisjoint(subtags)

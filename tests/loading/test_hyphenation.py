"""Dictionaries of hyphenation are the same whether they were parsed or kept."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HYPHENATE = """
import sys
from pressroom.loading import install
install()
from pressroom.loading.hyphenation import keep_dictionaries
if sys.argv[1] == "keep":
    keep_dictionaries(("en", "de", "hu", "xx"))
import pyphen
for lang, word in (("en", "extraordinary"), ("de", "Donaudampfschiff"), ("hu", "asszonnyal")):
    print(pyphen.Pyphen(lang=lang).inserted(word), len(pyphen.hdcache))
"""


def hyphenate(how: str, cache: Path) -> str:
    """Return words hyphenated by a process of its own."""
    ended = subprocess.run(
        [sys.executable, "-P", "-c", HYPHENATE, how],
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
        capture_output=True,
        text=True,
        check=True,
    )
    return ended.stdout


def test_kept_dictionaries_hyphenate_alike(tmp_path: Path) -> None:
    parsed = hyphenate("parse", tmp_path)
    assert "ex-traordin-ary 1" in parsed
    assert not list(tmp_path.rglob("hyphens-*"))
    assert hyphenate("keep", tmp_path) == parsed
    kept = list(tmp_path.rglob("hyphens-*"))
    assert hyphenate("parse", tmp_path) == parsed
    assert kept

"""Expressions that were kept match as those that are compiled."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pressroom.loading import patterns
from pressroom.loading.kept import keep, read_kept

GIVEN = [
    (r"(?P<year>\d{4})-(?P<month>\d\d)", 0, "in 2024-05"),
    (r"\b(straße|ÄRA)\b", re.IGNORECASE, "die ära"),
    (r"^\s*#", re.MULTILINE | re.VERBOSE, "a\n #"),
    (rb"<(\w+)[^>]*>", 0, b"<p>"),
    ("[\U0001f600-\U0001f64f]", 0, "\U0001f603"),
]


@pytest.fixture(autouse=True)
def own_compiler(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep expressions in a folder of the test, and put the compiler back."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(re._compiler, "compile", re._compiler.compile)
    re.purge()


def test_kept_expressions_match_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    own = [re.compile(pattern, flags) for pattern, flags, _ in GIVEN]
    re.purge()
    with patterns.keep_compiled():
        for pattern, flags, _ in GIVEN:
            re.compile(pattern, flags)
    re.purge()
    monkeypatch.setattr(re._compiler, "_code", None)  # nothing can be compiled from here on
    patterns.install()
    for compiled, (pattern, flags, text) in zip(own, GIVEN, strict=True):
        taken = re.compile(pattern, flags)
        assert taken == compiled
        assert (taken.groups, taken.groupindex, taken.flags) == (
            compiled.groups,
            compiled.groupindex,
            compiled.flags,
        )
        assert taken.search(text).span() == compiled.search(text).span()
    with pytest.raises(TypeError):
        re.compile("not kept")


def test_what_is_wrong_is_compiled() -> None:
    with patterns.keep_compiled():
        re.compile("a+(b)")
    held = read_kept(patterns._name())
    assert isinstance(held, dict)
    (key,) = held
    for wrong in ((32, b"\x01\x02\x03\x04" * 3, 1, {}, (None, None)), (), (32, b"odd"), None, 5):
        keep(patterns._name(), {key: wrong})
        re.purge()
        patterns.install()
        assert re.compile("a+(b)").search("aab").span(1) == (2, 3)


def test_an_expression_that_is_wrong_says_so() -> None:
    with patterns.keep_compiled():
        with pytest.raises(re.error):
            re.compile("(")
        assert re.compile("fine") is not None
    patterns.install()
    with pytest.raises(re.error):
        re.compile("(")


def test_nothing_kept_changes_nothing() -> None:
    before = re._compiler.compile
    patterns.install()
    assert re._compiler.compile is before


def test_the_library_leaves_the_compiler_alone(tmp_path: Path) -> None:
    code = "import re; own = re._compiler.compile; import pressroom.api; assert re._compiler.compile is own"
    subprocess.run(
        [sys.executable, "-c", code], check=True, env={**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    )

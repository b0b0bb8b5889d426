"""Dictionaries of hyphenation, parsed once and kept: Pyphen parses its text at each start."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from types import ModuleType
from typing import Any

from pressroom.loading.kept import keep, name_kept, read_kept


def run_with_kept(module: ModuleType, run: Callable[[], None]) -> None:
    """Run Pyphen, and let it take each dictionary from where it is kept; else it parses the text itself."""
    run()
    dictionary: Any = module.__dict__["HyphDict"]
    parse = dictionary.__init__

    def read(self: Any, path: Any) -> None:
        held = read_kept(_name(module, path))
        if not isinstance(held, tuple):
            parse(self, path)
            return
        self.patterns, self.maxlen = held
        self.cache = {}

    dictionary.__init__ = read
    dictionary.parse = parse


def keep_dictionaries(languages: Iterable[str]) -> None:
    """Parse and keep the dictionaries of languages, where there are such."""
    import pyphen

    known: Any = pyphen
    for lang in languages:
        path = known.LANGUAGES.get(known.language_fallback(lang))
        if path is None or not hasattr(known.HyphDict, "parse") or read_kept(_name(known, path)):
            continue
        parsed = known.HyphDict.__new__(known.HyphDict)
        known.HyphDict.parse(parsed, path)
        with suppress(ValueError):  # a few have more than plain numbers, and are parsed each time
            keep(_name(known, path), (parsed.patterns, parsed.maxlen))


def _name(module: Any, path: Any) -> str:
    return name_kept("hyphens", module.__version__.encode(), path.read_bytes())

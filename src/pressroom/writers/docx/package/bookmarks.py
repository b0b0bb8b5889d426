"""Bookmarks: one name for each id of the page that something points at, and for each block of the source."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

_NOT_ALLOWED = re.compile(r"[^0-9A-Za-z_]+")
_PLAIN_ID = re.compile(r"[a-z][a-z0-9-]*")
LONGEST = 40
BLOCK_PREFIX = "_pr"


def block_id(words: str, occurrence: int = 0) -> str:
    """Return the stable id of a block: it follows from its words, and from how often they stood before."""
    plain = "".join(words.split())
    digest = hashlib.sha256(plain.encode()).hexdigest()[:24]
    return f"{BLOCK_PREFIX}{digest}_{occurrence}"


def note_id(words: str, occurrence: int = 0) -> str:
    """Return the stable id of a note: like that of a block, but one of its own."""
    return f"{BLOCK_PREFIX}n{block_id(words, occurrence).removeprefix(BLOCK_PREFIX)}"


def has_words(ident: str, text: str) -> bool:
    """Tell whether the id of a block or note follows from these words."""
    occurrence = ident.rpartition("_")[2]
    if not occurrence.isdecimal():  # no name of ours
        return False
    return ident in (block_id(text, int(occurrence)), note_id(text, int(occurrence)))


def bookmark_name(ident: str) -> str:
    """Return the bookmark's name for an id of the page: at most 40 letters, digits and "_", its own.

    Word takes names without regard to case and knows no hyphen; an id that could be mistaken for another one
    carries its digest.
    """
    name = ident.replace("-", "_")
    if _PLAIN_ID.fullmatch(ident) and len(name) <= LONGEST:
        return name
    stem = _NOT_ALLOWED.sub("_", name).strip("_") or "place"
    stem = stem if stem[0].isalpha() else f"at_{stem}"
    return f"{stem[: LONGEST - 9]}_{hashlib.sha256(ident.encode()).hexdigest()[:8]}"


def bookmark_names(ident: str) -> tuple[str, str]:
    """Return the bookmark's name for an id where a reference has taken the first choice, and that choice."""
    name = bookmark_name(ident)
    return f"pr_{name}"[:LONGEST], name


@dataclass(slots=True)
class Bookmarks:
    """Bookmarks being set, each once. ``next_id`` is above every bookmark of the reference."""

    next_id: int = 1
    _taken: set[str] = field(default_factory=set)
    _set: set[str] = field(default_factory=set)
    _blocks: dict[str, int] = field(default_factory=dict)
    _notes: dict[str, int] = field(default_factory=dict)

    def reserve(self, names: set[str]) -> None:
        """Keep names that the reference uses; ours of the same name are then called otherwise."""
        self._taken |= {name.lower() for name in names}

    def name(self, ident: str) -> str:
        """Return the bookmark's name for an id of the page."""
        instead, name = bookmark_names(ident)
        return instead if name.lower() in self._taken else name

    def wrap(self, ident: str, content: str) -> str:
        """Put the bookmark of an id round some runs; a second call for the same id changes nothing."""
        if not ident or ident in self._set:
            return content
        self._set.add(ident)
        return self._wrap(self.name(ident), content)

    def wrap_block(self, words: str, content: str) -> str:
        """Put the stable id of a block round its runs."""
        plain = "".join(words.split())
        occurrence = self._blocks.get(plain, 0)
        self._blocks[plain] = occurrence + 1
        return self._wrap(block_id(words, occurrence), content)

    def wrap_note(self, words: str, content: str) -> str:
        """Put the stable id of a note round its runs."""
        plain = "".join(words.split())
        occurrence = self._notes.get(plain, 0)
        self._notes[plain] = occurrence + 1
        return self._wrap(note_id(words, occurrence), content)

    def _wrap(self, name: str, content: str) -> str:
        number = self.next_id
        self.next_id += 1
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'

    def is_set(self, ident: str) -> bool:
        """Tell whether the bookmark of an id stands somewhere."""
        return ident in self._set

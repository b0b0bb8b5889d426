"""From blocks and headings in reading order to a tree of sections with stable ids."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pressroom.model.document import Block, Heading, Image, Paragraph, Section
from pressroom.model.inline import Strong, words
from pressroom.readers.common.head.lines import is_head_line

Item = Block | Heading
"""What a reader finds, in reading order: blocks, and the headings between them."""

_LONGEST_HEADING = 100  # characters of a guessed one
_SENTENCE_END = re.compile(r"[.!,;…][\"”’)]*$")
_LONGEST = 60  # characters of an id; whole words as far as they fit


@dataclass(slots=True)
class _Open:
    """A section that is still being filled."""

    heading: Heading
    id: str
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def closed(self) -> Section:
        return Section(self.heading, tuple(self.blocks), tuple(self.sections), self.id)


def build_sections(
    items: Iterable[Item], ids: Mapping[int, str] | None = None
) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """Return what stands before the first heading, and the tree of sections.

    A section holds all that follows until a heading of its own level or a higher one. ``ids`` are names that
    the source itself gives, by ``heading.span.start``; all others are made from the heading's words.
    """
    listed = list(items)
    before: list[Block] = []
    sections: list[Section] = []
    path: list[_Open] = []
    names = Ids()
    # names given by the source are kept as they are, since links within it use them
    given: dict[int, str] = {}
    for item in listed:
        name = (ids or {}).get(item.span.start, "") if isinstance(item, Heading) else ""
        if name and name not in names.taken:
            names.taken.add(name)
            given[item.span.start] = name

    def close(level: int) -> None:
        while path and path[-1].heading.level >= level:
            done = path.pop().closed()
            (path[-1].sections if path else sections).append(done)

    for item in listed:
        if isinstance(item, Heading):
            close(item.level)
            path.append(_Open(item, given.get(item.span.start) or names.make(item)))
        else:
            (path[-1].blocks if path else before).append(item)
    close(0)
    return tuple(before), tuple(sections)


def normalize_levels(items: Sequence[Item]) -> list[Item]:
    """Return the items with their headings' levels moved up so that the highest is 1."""
    top = min((item.level for item in items if isinstance(item, Heading)), default=1)
    if top == 1:
        return list(items)
    return [
        replace(item, level=item.level - top + 1) if isinstance(item, Heading) else item for item in items
    ]


def split_title(items: Sequence[Item]) -> tuple[Heading | None, list[Item]]:
    """Split off the document's title, which has level 0; the levels of all other headings begin at 1.

    The title is the first heading if it is the only one of its level, all others lie deeper, and nothing
    but pictures stands before it.
    """
    headings = [item for item in items if isinstance(item, Heading)]
    first = headings[0] if headings else None
    if first is None or any(other.level <= first.level for other in headings[1:]):
        return None, normalize_levels(items)
    if len(headings) == 1 and first.level > 1:
        return None, normalize_levels(items)
    at = next(index for index, item in enumerate(items) if item is first)
    if any(not isinstance(item, Image) for item in items[:at]):
        return None, normalize_levels(items)
    return replace(first, level=0), normalize_levels([*items[:at], *items[at + 1 :]])


def may_be_heading(text: str) -> bool:
    """Tell whether the words of a paragraph that looks like a heading are short enough, and no sentence."""
    text = text.strip()
    return (
        0 < len(text) <= _LONGEST_HEADING and any(map(str.isalpha, text)) and not _SENTENCE_END.search(text)
    )


def guess_bold_headings(items: Sequence[Item]) -> list[Item]:
    """Return items with short paragraphs in bold, over others, as headings below the marked ones.

    Where such paragraphs are as many as the others, they are no headings.
    """
    found = {at for at, item in enumerate(items[:-1]) if _is_bold_line(item)}
    plain = sum(isinstance(item, Paragraph) for item in items)
    if not found or len(found) * 2 > max(plain, _FEWEST_PARAGRAPHS):
        return list(items)
    level = 0
    made: list[Item] = []
    for at, item in enumerate(items):
        if isinstance(item, Heading):
            level = item.level
        if at in found and isinstance(item, Paragraph) and _may_stand_over(items[at + 1], is_first=at == 0):
            reasons = ("a short paragraph in bold",)
            inlines = item.inlines[0].children if isinstance(item.inlines[0], Strong) else item.inlines
            made.append(Heading(inlines, level + 1, item.span, "", True, True, reasons))
        else:
            made.append(item)
    return made


def _may_stand_over(below: Item, *, is_first: bool) -> bool:
    """Tell whether a bold line may head what stands below it; over lower headings it is the title."""
    return not isinstance(below, Heading) or (is_first and below.level > 1)


def _is_bold_line(item: Item) -> bool:
    if not isinstance(item, Paragraph) or item.role != "body" or len(item.inlines) != 1:
        return False
    text = words(item.inlines)
    if not isinstance(item.inlines[0], Strong) or text.rstrip().endswith(":") or is_head_line(text):
        return False
    return may_be_heading(text)


_FEWEST_PARAGRAPHS = 3


@dataclass(slots=True)
class Ids:
    """Hands out ids, each once."""

    taken: set[str] = field(default_factory=set)
    _counts: dict[str, int] = field(default_factory=dict)

    def make(self, heading: Heading) -> str:
        """Return a new id from the heading's words, with a number where another heading has the same."""
        base = slugify(heading.text) or slugify(heading.number) or "section"
        name, count = base, self._counts.get(base, 1)
        while name in self.taken:
            count += 1
            name = f"{base}-{count}"
        self.taken.add(name)
        self._counts[base] = count
        return name


_OTHER = re.compile("[^a-z0-9]+")


def slugify(words: str) -> str:
    """Return words as an id: "Strengthening ties" is "strengthening-ties".

    Latin letters lose their accents; letters of other scripts stay, with the marks that they need.
    """
    name = _of_latin(words) if words.isascii() else _of_any(words)
    if len(name) > _LONGEST:
        name = name[: _LONGEST + 1].rpartition("-")[0] or name[:_LONGEST]
    return name


def _of_latin(words: str) -> str:
    """Return what ``_of_any`` does for ASCII, for which one pattern is enough."""
    return _OTHER.sub("-", words.lower().replace("'", "")).strip("-")


def _of_any(words: str) -> str:
    parts = []
    for char in unicodedata.normalize("NFC", words).casefold():
        base = unicodedata.normalize("NFKD", char)[0]
        if base.isascii() and base.isalnum():
            parts.append(base)
        elif char.isalnum() or unicodedata.category(char).startswith("M"):
            parts.append(char)
        elif char not in "’'":
            parts.append("-")
    return re.sub("-+", "-", "".join(parts)).strip("-")

"""What pages leave behind in pasted text: page numbers, running heads and feet."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.words.phrases import KNOWN

_LONGEST = 110  # characters of a running head
_NEAR = 3  # lines between a running head and the page's edge
_WORD = r"(?:page|seite|pagina|página|pág\.|strona|sida|side|blatt|p\.|pg\.?)"
_PAGE = re.compile(
    rf"^[^\S\n]*(?:(?:\[|\()?{_WORD}[^\S\n]*\d{{1,4}}(?:[^\S\n]*(?:of|/|von|de|sur|di|av"
    rf"|z)[^\S\n]*\d{{1,4}})?(?:\]|\))?"
    rf"|\d{{1,4}}[^\S\n]*(?:of|/|von)[^\S\n]*\d{{1,4}}"
    rf"|[-–—][^\S\n]*\d{{1,4}}[^\S\n]*[-–—])[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_PAGE_AT_END = re.compile(
    rf"(?P<head>.*\S)(?:[ \t]{{2,}}|[ \t]*[|·–—][ \t]*){_WORD}[ \t]*\d{{1,4}}"
    r"(?:[ \t]*(?:of|/|von|de|sur|di|av|z)[ \t]*\d{1,4})?",
    re.IGNORECASE,
)
_LONGEST_HEAD = 140  # characters of a running head with the page's number at its end
_BARE = re.compile(r"^[^\S\n]*(\d{1,4})[^\S\n]*$", re.MULTILINE)
_DIGITS = re.compile(r"\d+")
PAGE_NUMBER = "page number"
RUNNING_HEAD = "running head or foot of a page"


def find_page_lines(lines: Lines) -> dict[int, str]:
    """Return the indexes of lines that belong to the page and not to the text, with the reason."""
    found = {_index(lines, match.start()): PAGE_NUMBER for match in _PAGE.finditer(lines.text)}
    found.update(dict.fromkeys(_counting(lines), PAGE_NUMBER))
    found.update(dict.fromkeys(_numbered_heads(lines), RUNNING_HEAD))
    edges = set(found) | {index for index, raw in _fed(lines)}
    if len(edges) > 1:
        found.update(dict.fromkeys(_running(lines, sorted(edges), found), RUNNING_HEAD))
        title = _title_among(lines, found)
        if title >= 0:
            del found[title]
    return found


def _numbered_heads(lines: Lines) -> list[int]:
    """Return lines of the same words with a page's number at their end: "Water Review     Page 2 of 3"."""
    seen: dict[str, list[int]] = {}
    for index, (raw, size) in enumerate(zip(lines.raw, lines.sizes, strict=True)):
        if 0 < size <= _LONGEST_HEAD and raw[size - 1] in "0123456789":
            match = _PAGE_AT_END.fullmatch(lines.content(index))
            if match:
                seen.setdefault(match["head"], []).append(index)
    return [index for places in seen.values() if len(places) > 1 for index in places]


def _title_among(lines: Lines, found: dict[int, str]) -> int:
    """Return the running head that is the text's title as well, -1 for none.

    Pages bear the title at their heads, so it stands ahead of all text: twice, or where the first page has
    no number beside it and what comes next is no title.
    """
    heads: list[int] = []
    below = ""
    for index, kind in enumerate(lines.kinds):
        if found.get(index) == RUNNING_HEAD:
            heads.append(index)
        elif kind != "blank" and index not in found:
            below = lines.content(index)
            break
    if len(heads) != 1:
        same = [index for index in heads if lines.content(index) == lines.content(heads[0])]
        return same[-1] if len(same) > 1 else -1
    numbered = any(reason == PAGE_NUMBER and index < heads[0] + _NEAR for index, reason in found.items())
    is_title = (
        len(below) < _LONGEST_TITLE
        and below[-1:] not in _SENTENCE_ENDS
        and not (below[:1].isdigit() or KNOWN.fullmatch(below))
    )
    return -1 if numbered or is_title else heads[0]


_LONGEST_TITLE = 90
_SENTENCE_ENDS = ".!:;,"


def _index(lines: Lines, offset: int) -> int:
    return bisect_right(lines.starts, offset) - 1


def _fed(lines: Lines) -> Iterator[tuple[int, str]]:
    if "\f" in lines.text:
        for index, raw in enumerate(lines.raw):
            if "\f" in raw:
                yield index, raw


def _counting(lines: Lines) -> list[int]:
    """Return lines of a bare number each, alone between blanks, that count up by one: three at least."""
    chain: list[tuple[int, int]] = []
    for match in _BARE.finditer(lines.text):
        index = _index(lines, match.start(1))
        value = int(match.group(1))
        alone = (index == 0 or lines.kinds[index - 1] == "blank" or "\f" in lines.raw[index - 1]) and (
            index + 1 == len(lines)
            or lines.kinds[index + 1] == "blank"
            or "\f" in lines.raw[index + 1]
            or "\f" in lines.raw[index]
        )
        if alone and (not chain or value == chain[-1][1] + 1):
            chain.append((index, value))
    return [index for index, _ in chain] if len(chain) > 2 or (chain and "\f" in lines.text) else []


def _running(lines: Lines, edges: list[int], taken: dict[int, str]) -> list[int]:
    """Return lines near page edges whose words, digits aside, come again at other pages."""
    seen: dict[str, set[int]] = {}
    for edge in edges:
        for step in (-1, 1, 0):
            index = edge + step if step or edge not in taken else -1
            near = 0
            while 0 <= index < len(lines) and near < _NEAR and abs(index - edge) <= 2 * _NEAR:
                if lines.kinds[index] != "blank" and index not in taken:
                    near += 1
                    if lines.sizes[index] <= _LONGEST and not _is_sentence(lines.content(index)):
                        seen.setdefault(_DIGITS.sub("#", lines.content(index)), set()).add(index)
                if not step:
                    break
                index += step
    least = 2 if len(edges) < 4 else 3
    return [
        index for words, places in seen.items() if len(places) >= least and len(words) > 2 for index in places
    ]


def _is_sentence(content: str) -> bool:
    return len(content) > 50 and content[-1] in ".!?:;,"

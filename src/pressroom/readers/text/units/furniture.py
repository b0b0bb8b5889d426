"""What pages leave behind in pasted text: page numbers, running heads and feet."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from pressroom.readers.common.head.dates import DATE
from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.words.phrases import KNOWN

_LONGEST = 110  # characters of a running head
_NEAR = 3  # lines between a running head and the page's edge
_WORD = r"(?:page|seite|pagina|página|pág\.|strona|sida|side|blatt|p\.|pg\.?)"
_OF = r"(?:of|/|von|de|sur|di|av|z)"
_PAGE = re.compile(
    rf"^[^\S\n]*(?:(?P<sure>(?:\[|\()?{_WORD}[^\S\n]*\d{{1,4}}(?:[^\S\n]*{_OF}[^\S\n]*\d{{1,4}})?(?:\]|\))?"
    rf"|[-–—][^\S\n]*\d{{1,4}}[^\S\n]*[-–—])"
    rf"|(?P<number>\d{{1,4}})[^\S\n]*(?:of|/|von)[^\S\n]*(?P<whole>\d{{1,4}}))[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_PAGE_AT_END = re.compile(
    rf"(?P<head>.*\S)(?:[ \t]{{2,}}|[ \t]*[|·–—][ \t]*){_WORD}[ \t]*\d{{1,4}}"
    r"(?:[ \t]*(?:of|/|von|de|sur|di|av|z)[ \t]*\d{1,4})?"
    r"|(?P<alone>.*[^\W\d].*\S)(?:[ \t]{3,}|[ \t]*[|·][ \t]*)(?P<page>\d{1,4})",
    re.IGNORECASE,
)
_LONGEST_HEAD = 140  # characters of a running head with the page's number at its end
# of four digits as well, but for years: those may head the parts of a chronicle
_BARE = re.compile(r"^[^\S\n]*(?!(?:1[89]|20)\d\d\b)(\d{1,4})[^\S\n]*$", re.MULTILINE)
_LEAST_BETWEEN = 120  # characters between the numbers of two pages
_PROSE = re.compile(r"(?=.*[a-zß-ÿ]).{30,}")  # a line of text, as no cell of a table is
_DIGITS = re.compile(r"\d+")
PAGE_NUMBER = "page number"
RUNNING_HEAD = "running head or foot of a page"


def find_page_lines(lines: Lines) -> dict[int, str]:
    """Return the indexes of lines that belong to the page and not to the text, with the reason."""
    numbers = (*_worded(lines), *_fed_numbers(lines), *_counting(lines), *_between_items(lines))
    found = dict.fromkeys(numbers, PAGE_NUMBER)
    found.update(dict.fromkeys(_numbered_heads(lines), RUNNING_HEAD))
    edges = set(found) | {index for index, raw in _fed(lines)}
    edges = _join_edges(lines, edges)
    if len(edges) > 1:
        whole = [-1, *sorted(edges), len(lines)]  # the text begins and ends with a page as well
        found.update(dict.fromkeys(_running(lines, whole, found), RUNNING_HEAD))
        title = _title_among(lines, found)
        if title >= 0:
            del found[title]
    return found


def _join_edges(lines: Lines, edges: set[int]) -> set[int]:
    """Return the edges of pages, the number at a page's foot and the form feed below it as one."""
    found: list[int] = []
    for edge in sorted(edges):
        between = range(found[-1] + 1, edge) if found else range(0)
        fed = "\f" in lines.raw[edge] and not any(lines.kinds[index] != "blank" for index in between)
        if not (found and fed):
            found.append(edge)
        elif lines.kinds[edge] != "blank":
            found[-1] = edge  # the head of the next page stands on the line of the form feed
    return set(found)


def _numbered_heads(lines: Lines) -> list[int]:
    """Return lines of the same words with a page's number at their end: "Water Review     Page 2 of 3".

    A number without the word "page" must count on from line to line.
    """
    seen: dict[str, list[int]] = {}
    pages: dict[str, list[int]] = {}
    for index, (raw, size) in enumerate(zip(lines.raw, lines.sizes, strict=True)):
        if 0 < size <= _LONGEST_HEAD and raw[size - 1] in "0123456789":
            match = _PAGE_AT_END.fullmatch(lines.content(index))
            if match:
                seen.setdefault(match["head"] or match["alone"], []).append(index)
            if match and match["page"]:
                pages.setdefault(match["alone"], []).append(int(match["page"]))
    return [
        index
        for head, places in seen.items()
        if len(places) > 1 and _counts_on(pages.get(head, []), places, lines)
        for index in places
    ]


def _counts_on(pages: list[int], places: list[int], lines: Lines) -> bool:
    """Tell whether numbers are those of pages, with the text of a page between them; none at all are."""
    return all(before < after <= before + _MOST_PAGES_APART for before, after in pairwise(pages)) and all(
        not pages or _is_page(lines, one, other) for one, other in pairwise(places)
    )


def _title_among(lines: Lines, found: dict[int, str]) -> int:
    """Return the running head that is the text's title as well, -1 for none.

    Pages bear the title at their heads, so it stands ahead of all text: twice, on a page with hardly anything
    else, or where the first page has no number beside it and what comes next is no title.
    """
    heads: list[int] = []
    text: list[int] = []
    for index, kind in enumerate(lines.kinds):
        if found.get(index) == RUNNING_HEAD and not text:
            heads.append(index)
        elif index in found and text:
            break
        elif kind != "blank" and index not in found:
            text.append(index)
    named = [index for index in heads if not _PAGE_AT_END.fullmatch(lines.content(index))]
    if not named:
        return -1
    same = [index for index in named if lines.content(index) == lines.content(named[0])]
    if len(same) > 1:
        return same[-1]
    if _heads_alone(lines, named[0], found):
        return named[0]
    below = lines.content(text[0]) if text else ""
    if len(text) <= _MOST_ON_COVER and not any(lines.content(index)[-1] in ".!:;" for index in text):
        return named[0]
    numbered = any(reason == PAGE_NUMBER and index < named[0] + _NEAR for index, reason in found.items())
    is_title = (
        len(below) < _LONGEST_TITLE
        and below[-1:] not in _SENTENCE_ENDS
        and not (below[:1].isdigit() or KNOWN.fullmatch(below) or DATE.search(below))
    )
    return -1 if numbered or is_title else named[0]


def _heads_alone(lines: Lines, first: int, found: dict[int, str]) -> bool:
    """Tell whether on later pages a second line of theirs stands under the same words, and here none."""
    later = [
        index
        for index, reason in found.items()
        if index > first and reason == RUNNING_HEAD and lines.content(index) == lines.content(first)
    ]
    return bool(later) and first + 1 not in found and all(index + 1 in found for index in later)


_MOST_ON_COVER = 3  # lines
_LONGEST_TITLE = 90
_SENTENCE_ENDS = ".!:;,"


def _index(lines: Lines, offset: int) -> int:
    return bisect_right(lines.starts, offset) - 1


def _fed(lines: Lines) -> Iterator[tuple[int, str]]:
    if "\f" in lines.text:
        for index, raw in enumerate(lines.raw):
            if "\f" in raw:
                yield index, raw


def _worded(lines: Lines) -> list[int]:
    """Return lines such as "Page 3", and those such as "3 of 10" that count on."""
    sure: list[int] = []
    counted: dict[str, list[tuple[int, int]]] = {}
    for match in _PAGE.finditer(lines.text):
        index = _index(lines, match.start("sure" if match["sure"] else "number"))
        if match["sure"]:
            sure.append(index)
        else:
            counted.setdefault(match["whole"], []).append((index, int(match["number"])))
    for whole, places in counted.items():
        numbers = [number for _, number in places]
        rising = all(after == before + 1 for before, after in pairwise(numbers))
        if len(places) > 1 and rising and numbers[-1] <= int(whole):
            sure += [index for index, _ in places]
    return sure


def _fed_numbers(lines: Lines) -> list[int]:
    """Return bare numbers first or last on pages that form feeds end, which count with the pages."""
    if "\f" not in lines.text:
        return []
    pages: list[list[int]] = [[]]
    for index, raw in enumerate(lines.raw):
        before, feed, after = raw.rpartition("\f")
        if feed:
            if before.strip():
                pages[-1].append(index)
            pages.append([index] if after.strip() and not before.strip() else [])
        elif lines.kinds[index] != "blank":
            pages[-1].append(index)
    places: dict[tuple[bool, int], list[int]] = {}
    for number, page in enumerate(pages, 1):
        for first, index in ((True, page[0]), (False, page[-1])) if page else ():
            content = lines.content(index)
            if len(content) < 4 and content.isdecimal():
                places.setdefault((first, int(content) - number), []).append(index)
    return [index for (_, ahead), found in places.items() if len(found) > 1 or ahead == 0 for index in found]


def _counting(lines: Lines) -> list[int]:
    """Return lines of a bare number each that count pages: three at least, two of four digits, with a page's
    text between.

    They stand alone between blanks, or beside a line that all pages have.
    """
    numbers = [(_index(lines, match.start(1)), int(match.group(1))) for match in _BARE.finditer(lines.text)]
    if len(numbers) < min(_LEAST_PAGES, _LEAST_HIGH):
        return []
    chains: dict[int, list[int]] = {}
    best: list[int] = []
    for index, value in numbers:
        before = chains.get(value - 1)
        chain = [*before, index] if before and _is_page(lines, before[-1], index) else [index]
        if len(chain) >= len(chains.get(value, [])):
            chains[value] = chain
        best = max(best, chain, key=len)
    alone = all(_is_alone(lines, index) for index in best)
    high = alone and bool(best) and int(lines.content(best[0])) >= _HIGH
    if len(best) < (_LEAST_HIGH if high else _LEAST_PAGES):
        return _beside_foot(lines, numbers)
    return best if alone or _has_common_line(lines, best) else []


_LEAST_PAGES = 3
_LEAST_HIGH, _HIGH = 2, 1000  # two of four digits that count on are no figures


def _between_items(lines: Lines) -> list[int]:
    """Return bare numbers of four digits between two items of business, the second next after the first.

    Books of minutes count their pages on from year to year, so that one page alone may have been copied. A
    number under a name, "Votes cast", is a figure.
    """
    items = [
        (_index(lines, match.start()), int(match["series"]), int(match["count"]))
        for match in _ITEM.finditer(lines.text)
    ]
    found: list[int] = []
    for (first, *one), (last, *other) in pairwise(items):
        between = [index for index in range(first + 1, last) if lines.kinds[index] != "blank"]
        follows = sorted(after - before for before, after in zip(one, other, strict=True)) == [0, 1]
        if follows and len(between) > 1 and _BARE.fullmatch(lines.content(between[-1])):
            number, above = between[-1], lines.content(between[-2])
            named = above[-1] not in ".!?)" and not any(map(str.isdigit, above))
            if int(lines.content(number)) >= _HIGH and _is_alone(lines, number) and not named:
                found.append(number)
    return found


# "68/26 APOLOGIES", "2026/14 Finance"
_ITEM = re.compile(
    r"^[^\S\n]*(?P<series>\d{1,4})/(?P<count>\d{1,4})[.:)]?[^\S\n]+(?=\W{0,2}[^\W\d])", re.MULTILINE
)


def _beside_foot(lines: Lines, numbers: list[tuple[int, int]]) -> list[int]:
    """Return the numbers of two pages, of which each stands under the same words: "City Paper" and "7"."""
    for (one, first), (other, second) in pairwise(numbers):
        foot = lines.content(one - 1) if one else ""
        same = other and lines.content(other - 1) == foot and any(char.isalpha() for char in foot)
        if same and second == first + 1 and _is_page(lines, one, other):
            return [one, other]
    return []


def _is_page(lines: Lines, first: int, last: int) -> bool:
    """Tell whether a page's text stands between two lines, and not only cells of a table."""
    between = [lines.content(index) for index in range(first + 1, last) if lines.kinds[index] != "blank"]
    return sum(map(len, between)) >= _LEAST_BETWEEN and any(_PROSE.match(line) for line in between)


def _is_alone(lines: Lines, index: int) -> bool:
    before = index == 0 or lines.kinds[index - 1] == "blank" or "\f" in lines.raw[index - 1]
    after = index + 1 == len(lines) or lines.kinds[index + 1] == "blank" or "\f" in lines.raw[index + 1]
    return before and (after or "\f" in lines.raw[index])


def _has_common_line(lines: Lines, numbers: list[int]) -> bool:
    """Tell whether the same words stand right before or right after most of the numbers."""
    for step in (-1, 1):
        seen: dict[str, int] = {}
        for index in numbers:
            beside = lines.content(index + step) if 0 <= index + step < len(lines) else ""
            if any(char.isalpha() for char in beside):
                seen[beside] = seen.get(beside, 0) + 1
        if max(seen.values(), default=0) >= max(2, len(numbers) - 1):
            return True
    return False


def _running(lines: Lines, edges: list[int], taken: dict[int, str]) -> list[int]:
    """Return lines near page edges whose words, the number of the page aside, come again at other pages."""
    seen: dict[str, set[int]] = {}
    for edge in edges:
        for step in (-1, 1, 0):
            index = edge + step if step or (edge not in taken and edge < len(lines)) else -1
            near = 0
            while 0 <= index < len(lines) and near < _NEAR and abs(index - edge) <= 2 * _NEAR:
                if lines.kinds[index] != "blank" and index not in taken:
                    near += 1
                    content = lines.content(index)
                    lettered = any(char.isalpha() for char in content)
                    if lines.sizes[index] <= _LONGEST and lettered and not _is_sentence(content):
                        seen.setdefault(_DIGITS.sub("#", content), set()).add(index)
                if not step:
                    break
                index += step
    least = 2 if len(edges) < _MANY_EDGES else 3
    return [
        index
        for words, places in seen.items()
        if len(places) >= least and len(words) > 2 and _counts_pages(lines, sorted(places))
        for index in places
    ]


_MANY_EDGES = 6  # with the beginning and the end of the text


def _counts_pages(lines: Lines, places: list[int]) -> bool:
    """Tell whether lines are the same but for one number that rises from page to page: no row of a table."""
    rows = [[int(digits) for digits in _DIGITS.findall(lines.content(index))] for index in places]
    varying = [column for column in zip(*rows, strict=True) if len(set(column)) > 1]
    steps = [after - before for column in varying for before, after in pairwise(column)]
    return len(varying) < 2 and all(1 <= step <= _MOST_PAGES_APART for step in steps)


_MOST_PAGES_APART = 4


def _is_sentence(content: str) -> bool:
    return len(content) > 50 and content[-1] in ".!?:;,"

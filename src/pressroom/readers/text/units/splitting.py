"""Lines to units: what stands together is put together, before headings are sought."""

from __future__ import annotations

import re
from bisect import bisect_right

from pressroom.readers.text.lines.lines import Lines
from pressroom.readers.text.lines.marks import LONE
from pressroom.readers.text.units.corrections import demote_false_items, join_star_notes, join_titles
from pressroom.readers.text.units.fields import opens_setting
from pressroom.readers.text.units.table_extent import find_separator, find_table_end
from pressroom.readers.text.units.units import ITEMS, Unit

_QUOTATION = {"“": "”", "„": "“", "«": "»", "»": "«", '"': '"'}
_SHORTEST_QUOTE = 24
UNDERLINES = "=-~^*\"'#+._─═–—"
_MAY_CARRY_ON = frozenset(("", "bare", "letter", "roman", "outline"))
_COUNTS = frozenset(("letter", "roman", "outline"))
_HEAD = 12  # lines at the top that may be settings
_PAGE = 76  # characters of a typed line
_LEAST_CENTRED, _OFF_CENTRE, _MOST_CENTRED = 8, 5, 4  # columns set in; columns beside the middle; lines below
_CODE_ENDS = ";{}()[],="
_INDENTED = 4
_BROKEN = 50  # characters of a line that breaks off within a sentence that began with a capital
# words that no item ends with
_UNFINISHED = re.compile(
    r"\b(?:a|an|and|as|at|by|for|from|in|of|on|or|than|that|the|to|with|aus|bei|das|dem|den|der|die|für|im|mit|und|von"
    r"|zu|au|aux|avec|dans|de|des|du|et|la|le|les|par|pour|con|del|el|en|los|para|por|que|y)$"
)
_HYPHENED = re.compile(r"[^\W\d_]{2}-$")  # a word that the line breaks
_FIGURE_BEGINS = "0123456789$£€"
_CLOSING = "\"'”’»)] "
_SURELY_BROKEN = 60  # characters of a line that breaks off within a sentence, in pages of no width
_SHORTEST_BROKEN = 30  # characters of the last line of a page that a sentence goes on from


class _UnitSplitter:
    """Walks over the lines once and cuts units."""

    def __init__(self, lines: Lines, alone: frozenset[int], first: frozenset[int]) -> None:
        self.begins = first
        self.lines = lines
        self.alone = alone
        self.kinds = lines.kinds
        self.indents = lines.indents
        self.sizes = lines.sizes
        self.raw = lines.raw
        self.count = len(lines)
        self.base = _base_indent(lines)
        self.found: list[Unit] = []
        self.fences: dict[str, list[int]] = {}

    def run(self) -> list[Unit]:
        index = 0
        blank = 0
        kinds = self.kinds
        count = self.count
        while index < count:
            if kinds[index] == "blank":
                blank += 1
                index += 1
                continue
            last = self.split_unit(index, blank)
            index = last + 1
            blank = 0
        return self.found

    def add(self, kind: str, first: int, last: int, blank: int) -> Unit:
        size = self.sizes[first] - self.indents[first]
        for index in range(first + 1, last + 1):
            size += self.sizes[index] - self.indents[index] + 1
        unit = Unit(kind, first, last, blank, self.kinds[first], self.indents[first], size)
        self.found.append(unit)
        return unit

    def split_unit(self, index: int, blank: int) -> int:
        """Cut the unit that begins on a line, return its last line."""
        kind = self.kinds[index]
        if index in self.alone or index in self.begins:
            return self.split_words(index, blank)
        if kind == "fence":
            return self.split_fence(index, blank)
        if kind == "rule":
            return self.split_rule(index, blank)
        if kind == "quote":
            return self.split_quote(index, blank)
        if kind == "" or kind not in ITEMS:
            raw = self.raw[index]
            if (
                kind in ("pipe", "grid", "columns")
                or "  " in raw
                or "\t" in raw
                or " | " in raw
                or find_separator(raw)
                or self.is_ruled(index)
            ):
                last = find_table_end(self.lines, index)
                if last >= 0:
                    self.add("table", index, last, blank)
                    return last
            if self.indents[index] >= self.base + _INDENTED and self.is_set_off(index, blank):
                if self.is_centred(index):
                    self.add("text", index, index, blank)
                    return index
                return self.split_indented(index, blank)
        return self.split_words(index, blank)

    def is_centred(self, index: int) -> bool:
        """Tell whether a line stands in the middle of the page, it and those right above and below it."""
        first = last = index
        while first and index - first <= _MOST_CENTRED and self.kinds[first - 1] != "blank":
            first -= 1
        while last + 1 < self.count and last - first <= _MOST_CENTRED and self.kinds[last + 1] != "blank":
            last += 1
        if last - first > _MOST_CENTRED:
            return False
        return any(
            all(
                self.indents[at] >= _LEAST_CENTRED
                and abs((self.indents[at] + self.sizes[at] - page) / 2) <= _OFF_CENTRE
                and self.raw[at].rstrip()[-1] not in _CODE_ENDS
                for at in range(first, last + 1)
            )
            for page in {self.lines.width or _PAGE, _PAGE}
        )

    def is_ruled(self, index: int) -> bool:
        return index + 1 < self.count and self.kinds[index + 1] == "columns"

    def split_fence(self, index: int, blank: int) -> int:
        raw = self.raw[index].strip()
        last = self.find_fence(index, raw[: len(raw) - len(raw.lstrip(raw[0]))][:3])
        if last < 0:
            return self.split_words(index, blank)
        self.add("code", index, last, blank)
        return last

    def find_fence(self, index: int, mark: str) -> int:
        """Return the next line with nothing but a mark that ends code, -1 where there is none."""
        if mark not in self.fences:
            found = [
                at for at, kind in enumerate(self.kinds) if kind == "fence" and self.raw[at].strip() == mark
            ]
            self.fences[mark] = found
        at = bisect_right(self.fences[mark], index)
        return self.fences[mark][at] if at < len(self.fences[mark]) else -1

    def split_rule(self, index: int, blank: int) -> int:
        """A drawn line: over a heading that has one below as well, or a divider."""
        after = index + 2
        if (
            after < self.count
            and self.kinds[after] == "rule"
            and self.kinds[index + 1] not in ("blank", "rule")
        ):
            mark = self.raw[index].strip()[0]
            if self.raw[after].strip()[0] == mark and self.sizes[index + 1] <= self.sizes[index] + 6:
                self.add("text", index, after, blank).drawn = mark * 2
                return after
        self.add("divider", index, index, blank)
        return index

    def split_quote(self, index: int, blank: int) -> int:
        last = index
        while last + 1 < self.count and self.kinds[last + 1] == "quote":
            last += 1
        self.add("quote", index, last, blank)
        return last

    def is_set_off(self, index: int, blank: int) -> bool:
        """Tell whether an indented line begins a block of its own rather than carry on a list."""
        before = self.found[-1] if self.found else None
        if before is None or before.kind != "item":
            return True
        return blank == 0 and self.indents[index] >= before.indent + 6

    def split_indented(self, index: int, blank: int) -> int:
        """Lines set in: code, or a quotation."""
        least = self.base + _INDENTED
        last = index
        ahead = index + 1
        while ahead < self.count:
            if self.kinds[ahead] == "blank":
                if self.sizes[ahead]:
                    break
                ahead += 1
                continue
            if self.indents[ahead] < least or ahead in self.alone:
                break
            last = ahead
            ahead += 1
        self.add("indented", index, last, blank)
        return last

    def find_words_of_mark(self, index: int) -> int:
        """Return the line with the words of a mark that stands alone, that of the mark where there are none.

        Lines between them may have been left out since the mark was found.
        """
        below = index + 1
        while below < self.count and self.kinds[below] == "blank":
            below += 1
        return below if below < self.count and not self.kinds[below] else index

    def split_words(self, index: int, blank: int) -> int:
        """A paragraph, heading, list item or note with the lines that it was wrapped into."""
        kind = self.kinds[index]
        last = index
        if kind in ITEMS and LONE.fullmatch(self.raw[index]):  # its words stand on a line of their own
            last = self.find_words_of_mark(index)
            kind = kind if last > index else ""
        while True:
            if self.continues(last, index):
                last += 1
            elif (over := self.find_over_page(last, index)) > 0:
                last = over
            else:
                break
        name = "item" if kind in ITEMS else "note" if kind == "note" else "text"
        if index in self.alone or index in self.begins:
            name = "text"
        unit = self.add(name, index, last, blank)
        if name == "text" and kind == "" and self.is_quoted(unit):
            unit.kind = "quoted"
            return last
        under = last + 1
        may_be_head = name == "text" or kind in ("number", "letter", "roman")
        if (
            may_be_head
            and under < self.count
            and self.kinds[under] == "rule"
            and self.is_underline(unit, under)
        ):
            unit.drawn = self.raw[under].strip()[0]
            unit.last = under
            return under
        return last

    def is_quoted(self, unit: Unit) -> bool:
        """Tell whether a whole paragraph stands between quotation marks."""
        opening = self.raw[unit.first].lstrip()[0]
        closing = _QUOTATION.get(opening)
        if closing is None or unit.size < _SHORTEST_QUOTE:
            return False
        if self.raw[unit.last].rstrip()[-1] != closing:
            return False
        begin, end = self.lines.begin(unit.first) + 1, self.lines.end(unit.last) - 1
        inner = self.lines.text[begin:end]
        if self.leaves_open(opening, closing):
            return False
        if opening == closing:
            return closing not in inner
        # a mark that closes before one has opened: two quotations with the reporter's words between
        depth = 0
        for sign in inner:
            depth += (sign == opening) - (sign == closing)
            if depth < 0:
                return False
        return depth == 0

    def leaves_open(self, opening: str, closing: str) -> bool:
        """Tell whether the paragraph ahead of the last unit opens a quotation that this one goes on with."""
        if len(self.found) < 2 or self.found[-2].kind != "text":
            return False
        before = self.found[-2]
        said = self.lines.text[self.lines.begin(before.first) : self.lines.end(before.last)]
        if opening == closing:
            return said.count(opening) % 2 == 1
        return said.count(opening) > said.count(closing)

    def is_underline(self, unit: Unit, under: int) -> bool:
        raw = self.raw[under].strip()
        size = self.sizes[under] - self.indents[under]
        longest = max(self.sizes[index] - self.indents[index] for index in range(unit.first, under))
        if raw[0] not in UNDERLINES or " " in raw or unit.size > 200:
            return False
        return size >= 3 and (0.5 * longest <= size <= longest * 1.6 + 8 or size >= 20 > longest)

    def continues(self, index: int, first: int) -> bool:
        """Tell whether the line after ``index`` belongs to the unit that began on ``first``."""
        after = index + 1
        if after >= self.count or (self.alone and (after in self.alone or index in self.alone)):
            return False
        if self.begins and (after in self.begins or first in self.begins):
            return False  # a message of a chat has its own line breaks
        if after < _HEAD and opens_setting(self.raw[first]) and opens_setting(self.raw[after]):
            return False
        kind = self.kinds[after]
        if after in self.lines.soft:
            return kind in ("", "bare")
        if kind not in _MAY_CARRY_ON and not self.is_dash(after, kind):
            return False
        return self.carries_on(index, first)

    def carries_on(self, index: int, first: int) -> bool:
        """Tell from indents and lengths whether the line after ``index`` goes on with its unit."""
        after = index + 1
        kind = self.kinds[after]
        indent, own = self.indents[after], self.indents[index]
        item = self.kinds[first] in ITEMS or self.kinds[first] == "note"
        further = item and kind == "" and not indent
        if further and (self.ends_item(index, first) or self.adds_sentence(index, first)):
            return True
        if kind in _COUNTS and (item or self.raw[index].rstrip()[-1] in ":;.,"):
            return False
        if item:
            if indent > self.indents[first] and (kind == "" or kind == "bare"):
                return indent < self.indents[first] + 12 and (index == first or indent >= own - 1)
        elif indent > own + 1 or (index > first and indent != own):
            return False
        raw = self.raw
        if raw[index].isupper() and raw[first].isupper() and not raw[after].isupper():
            return False  # capitals above a text are a heading, be they as long as its lines
        divided = kind == "" and _HYPHENED.search(raw[index].rstrip()) and raw[after].lstrip()[0].islower()
        if divided or (item and kind in ("", "bare") and self.is_broken_item(index, after)):
            return True
        figure = raw[after].lstrip()[0] in _FIGURE_BEGINS
        if figure and index > first and _UNFINISHED.search(raw[index].rstrip()):
            return True  # "42,000 books and" goes on with "180 places to read"
        width = self.lines.width
        size = self.sizes[index]
        if not width:
            return kind in ("", "bare") and self.is_broken(index, first)
        if size > width + 12:
            return False
        if size + 1 + self.lines.measure_first_word(after) > width:
            return True
        least = 3 if index > first and self.goes_on(index, after) else 2  # within a paragraph, a shorter line
        return size * least > width and kind == "" and self.raw[after].lstrip()[0].islower()

    def ends_item(self, index: int, first: int) -> bool:
        """Tell whether the line after an item's is the end of its sentence, as its neighbours have one."""
        after = index + 1
        if self.raw[index].rstrip()[-1] in ".!?:;" or self.raw[after].rstrip()[-1] not in ".!?":
            return False
        if self.sizes[after] > self.sizes[first] or self.sizes[index] < _SHORTEST_BROKEN:
            return False
        neighbours = [at for at in (first - 1, after + 1) if 0 <= at < self.count]
        return any(
            self.kinds[at] == self.kinds[first] and self.raw[at].rstrip()[-1] in ".!?" for at in neighbours
        )

    def adds_sentence(self, index: int, first: int) -> bool:
        """Tell whether a line between two items, tight on both, is one more sentence of a wrapped item."""
        after, below = index + 1, index + 2
        if index == first or below >= self.count or self.kinds[below] != self.kinds[first]:
            return False
        ended = self.raw[index].rstrip()[-1] in ".!?" and self.raw[after].rstrip()[-1] == "."
        return ended and not self.raw[after].isupper()

    def goes_on(self, index: int, after: int) -> bool:
        """Tell whether a line ends within a sentence that the other goes on with, whatever their lengths."""
        return self.raw[after].lstrip()[0].islower() and self.raw[index].rstrip()[-1] not in ".!?:;"

    def is_broken(self, index: int, first: int) -> bool:
        """Tell whether a line breaks off within a sentence, in a text of no width.

        Between empty lines a paragraph that begins with a capital and ends as a sentence does so: entries of
        a list without marks all begin with small letters, and the line below a title has no full stop.
        """
        after = index + 1
        if not self.goes_on(index, after) or self.sizes[index] < _BROKEN:
            return False
        if self.lines.dropped and self.sizes[index] >= _SURELY_BROKEN:
            return True
        alone = self.kinds[first] == "" and (first == 0 or self.kinds[first - 1] == "blank")
        ends = after + 1 >= self.count or self.kinds[after + 1] == "blank"
        ended = self.raw[after].rstrip(_CLOSING)[-1:] in (".", "!", "?")
        return alone and ends and ended and self.raw[first].lstrip()[0].isupper()

    def is_broken_item(self, index: int, after: int) -> bool:
        """Tell whether the line under a list item goes on with its sentence, though it isn't set in."""
        goes_on = self.goes_on(index, after)
        unfinished = _UNFINISHED.search(self.raw[index].rstrip()) is not None
        if self.sizes[index] >= _BROKEN:
            return not self.lines.width and (goes_on or unfinished)
        if self.raw[after].rstrip(_CLOSING)[-1:] in (".", "!", "?"):
            long = self.sizes[index] >= _SHORTEST_BROKEN  # a short line with a number may be a heading
            return (goes_on and (long or self.kinds[index] == "bullet")) or (unfinished and long)
        return goes_on and self.sizes[index] >= _SHORTEST_BROKEN and self.sizes[after] >= _BROKEN

    def find_over_page(self, index: int, first: int) -> int:
        """Return the line on the next page that goes on with a sentence, 0 where none does."""
        if not self.lines.dropped:
            return 0
        after = index + 1
        while after < self.count and self.kinds[after] == "blank":
            after += 1
        if after >= self.count or self.kinds[after] or self.lines.dropped.isdisjoint(range(index + 1, after)):
            return 0
        if self.kinds[first] not in ("", *ITEMS) or self.alone & {index, after}:
            return 0
        long = self.sizes[index] >= _SHORTEST_BROKEN or self.raw[index].rstrip()[-1] == "-"
        broken = long and self.goes_on(index, after)
        return after if broken else 0

    def is_dash(self, index: int, kind: str) -> bool:
        """Tell whether a line that looks like a list item is a sentence that was broken before a dash."""
        if kind != "bullet":
            return False
        visible = self.raw[index].lstrip()
        return visible[0] in "–—" and visible[1:].lstrip()[:1].islower()


def split_units(
    lines: Lines, alone: frozenset[int] = frozenset(), first: frozenset[int] = frozenset()
) -> list[Unit]:
    """Cut lines into units, in reading order; only empty lines are in none.

    The lines in ``alone`` are a unit each, whatever stands round them; those in ``first`` begin one.
    """
    found = _UnitSplitter(lines, alone, first).run()
    demote_false_items(lines, found)
    return join_titles(lines, join_star_notes(lines, found), alone)


def _base_indent(lines: Lines) -> int:
    """Return the indent of most lines: texts that were set in as a whole are not all code."""
    counts: dict[int, int] = {}
    for kind, indent in zip(lines.kinds, lines.indents, strict=True):
        if kind != "blank":
            counts[indent] = counts.get(indent, 0) + 1
    if not counts or counts.get(0, 0) * 4 >= sum(counts.values()):
        return 0
    return max(counts, key=lambda indent: (counts[indent], -indent))

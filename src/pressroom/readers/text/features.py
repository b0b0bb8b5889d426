"""What speaks for a heading and what against it, as named signs that are there or not.

The same names stand in ``weights``; each is something that a reader of the text could point at.
"""

from __future__ import annotations

import re

from pressroom.readers.text.lexicon import ANSWER, KEY, word_signs
from pressroom.readers.text.lines import Lines
from pressroom.readers.text.marks import Numbering, numbering
from pressroom.readers.text.units import ITEMS, Unit

_LEAD = re.compile(r"([\w(][\w()/&'’. -]{0,38}):\s+\S")
# a full stop that ends no sentence: "e. V.", "George W.", "Ltd."
_ABBREVIATED = re.compile(
    r"(?:(?<![^\W_])[A-ZÀ-Þ]|\b(?:Inc|Ltd|Co|Corp|Bros|Jr|Sr|Esq|Nr|No|etc|usw|bzw|Str))\.$"
)
_OPENERS = "\"'“‘„«»¿¡(["
_CLOSERS = "\"'”’)]»*_"
LONGEST = 170  # characters; nobody's heading is longer


class Facts:
    """What is looked at of one unit, found once."""

    __slots__ = ("aside", "body", "head", "number", "said", "size", "start", "tail", "text", "unit")

    def __init__(self, unit: Unit, lines: Lines) -> None:
        self.unit = unit
        self.aside = False
        self.said = False
        self.size = unit.size
        raw = lines.raw
        last = unit.last - (1 if unit.drawn else 0)
        first = unit.first + (1 if len(unit.drawn) > 1 else 0)
        self.number: Numbering | None = None
        if unit.size <= LONGEST + 30 and unit.kind in _CANDIDATES:
            self.text = (
                raw[first].strip()
                if first == last
                else " ".join([raw[at].strip() for at in range(first, last + 1)])
            )
            self.number = numbering(self.text, unit.mark)
            self.body = self.text[self.number.length :] if self.number else self.text
        else:
            self.text = self.body = ""
        self.start = self.text or raw[first][:80].strip()
        ending = raw[last].rstrip()
        self.tail = ending[-1]
        if self.tail in _CLOSERS and len(ending) > 1:
            inner = ending.rstrip(_CLOSERS)
            self.tail = inner[-1] if inner and inner[-1] in ".!?:,;" else self.tail
        if self.tail == "." and self.text.count(" ") > 1 and _ABBREVIATED.search(self.text):
            self.tail = self.text[-2]
        self.head = raw[first].lstrip()[0]

    def read_fully(self) -> None:
        """Take all words for the text, however many; an editor called them a heading."""
        self.text = self.text or self.start
        self.body = self.body or self.text

    def set_aside(self) -> None:
        """Make this no candidate, and nobody's number."""
        self.aside = True
        self.number = None


_CANDIDATES = frozenset(("text", "item", "indented", "quoted"))


def candidates(facts: list[Facts]) -> list[int]:
    """Return the indexes of the units that could be headings at all.

    A line that ends like a sentence and is as long as one is none; nor is a line far inside a run of short
    lines, which is a list, a table or verse.
    """
    found = [at for at, fact in enumerate(facts) if _could_be(fact)]
    inside = _far_inside(facts) if len(found) > 2 * FAR else set()
    return [at for at in found if at not in inside] if inside else found


FAR = 24  # short lines on either side


def _could_be(facts: Facts) -> bool:
    unit = facts.unit
    if not facts.text or facts.aside or facts.said or unit.last - unit.first > 3 or len(facts.body) > LONGEST:
        return False
    if facts.tail in ".;," and facts.size > (70 if facts.tail == "." else 40) and not unit.drawn:
        return facts.number is not None and len(facts.number.path) > 1
    if unit.kind == "item":
        return unit.mark in ("number", "letter", "roman") and bool(facts.body)
    return unit.kind == "text"


def _far_inside(facts: list[Facts]) -> set[int]:
    found: set[int] = set()
    begin = 0
    for at in range(len(facts) + 1):
        if at < len(facts) and facts[at].unit.kind in ("text", "item") and facts[at].size < 60:
            continue
        if at - begin > 2 * FAR:
            found.update(range(begin + FAR, at - FAR))
        begin = at + 1
    return found


def _bucket(name: str, value: int, steps: tuple[int, ...]) -> str:
    for step in steps:
        if value <= step:
            return f"{name}<={step}"
    return f"{name}>{steps[-1]}"


_CHARS = (6, 12, 20, 30, 40, 50, 60, 70, 80, 95, 110, 130)
_WORDS = (1, 2, 3, 5, 7, 9, 12, 15, 19)


def own_signs(facts: Facts) -> list[str]:
    """Return the signs of a candidate by itself."""
    body = facts.body or facts.text
    words = body.split()
    signs = [_bucket("chars", len(body), _CHARS), _bucket("words", len(words), _WORDS)]
    tail = facts.tail
    if tail == ")" and "(" in body:
        inner = body[: body.rindex("(")].rstrip()
        tail = inner[-1] if inner else tail
    signs.append(
        "ends "
        + (
            tail
            if tail in ".?!:,;)"
            else "a letter"
            if tail.isalpha()
            else "a digit"
            if tail.isdigit()
            else "…"
        )
    )
    if body.endswith(("...", "…")):
        signs.append("ends in dots")
    head = body.lstrip(_OPENERS)[:1] or body[0]
    if head.isupper():
        signs.append("begins upper")
    elif head.islower():
        signs.append("begins lower")
    elif head.isdigit():
        signs.append("begins with a digit")
    else:
        signs.append("begins with a mark")
    signs += word_signs(body, words, tail)
    if facts.unit.last > facts.unit.first:
        signs.append("several lines")
    return signs


def repeated_signs(facts: list[Facts], candidates: list[int]) -> dict[int, list[str]]:
    """Return the signs of words that come again in other candidates: their first, their last, a "
    "key before a colon.
    """
    leads: dict[str, list[int]] = {}
    bodies: dict[str, list[int]] = {}
    endings: dict[str, list[int]] = {}
    for at in candidates:
        body = facts[at].body.lower()
        lead = _LEAD.match(body)
        if lead:
            leads.setdefault(lead.group(1), []).append(at)
        bodies.setdefault(body, []).append(at)
        words = body.rsplit(None, 2)
        if len(words) > 2:
            endings.setdefault(" ".join(words[1:]), []).append(at)
    found: dict[int, list[str]] = {}
    _families(facts, candidates, found)
    for seen, name in (
        (leads, "key comes again"),
        (bodies, "same words again"),
        (endings, "same ending again"),
    ):
        for places in seen.values():
            if len(places) > 1:
                often = name + (" often" if len(places) > 3 else "")
                for at in places:
                    found.setdefault(at, []).append(often)
    return found


def _families(facts: list[Facts], candidates: list[int], found: dict[int, list[str]]) -> None:
    """Add the signs of lines of one form: questions with answers, a few words and a colon."""
    asked = [at for at in candidates if facts[at].tail == "?" and facts[at].unit.kind == "text"]
    if len(asked) > 2:
        for at in asked:
            after = _near(facts, at + 1)
            if after and after.tail != "?":
                found.setdefault(at, []).append("one of many questions")
    named = [at for at in candidates if _is_named(facts, at)]
    if len({facts[at].body for at in named}) > 2:
        for at in named:
            found.setdefault(at, []).append(COLON_FAMILY)


def _is_named(facts: list[Facts], at: int) -> bool:
    """Tell whether a line is a few words and a colon, with more than a few words after it."""
    fact, after = facts[at], _near(facts, at + 1)
    if fact.tail != ":" or fact.unit.kind != "text" or fact.size > _LONGEST_NAMED:
        return False
    return after is not None and after.tail != ":" and not fact.head.islower()


COLON_FAMILY = "one of many that end in a colon"
_LONGEST_NAMED = 40  # characters


def layout_signs(facts: list[Facts], at: int, style: str, base: int) -> list[str]:
    """Return the signs of a candidate's place: blank lines, neighbours."""
    unit = facts[at].unit
    signs = []
    before, after = _near(facts, at - 1), _near(facts, at + 1)
    if unit.drawn:
        signs.append("underlined")
    gap = unit.blank
    gap_after = after.unit.blank if after else 0
    signs.append(f"{style}: blank {'yes' if gap else 'no'}/{'yes' if gap_after else 'no'}")
    if gap > 1 and gap > gap_after:
        signs.append("more blank before")
    if unit.indent > base + 1:
        signs.append("indented")
    _neighbour("previous", before, signs)
    _neighbour("next", after, signs)
    _together(facts, at, before, after, signs)
    if "a field" in (_sort(before), _sort(after)) and KEY.match(facts[at].body):
        signs.append("a field among fields")
    if before is None:
        words = facts[at].body.count(" ") + 1
        length = "one word" if words < 2 else "few words" if words < 5 else "many words"
        signs.append(f"opening with {length}")
    return signs


def _near(facts: list[Facts], at: int) -> Facts | None:
    return facts[at] if 0 <= at < len(facts) and not facts[at].aside else None


def _together(
    facts: list[Facts], at: int, before: Facts | None, after: Facts | None, signs: list[str]
) -> None:
    """Add signs that only mean something together."""
    fact = facts[at]
    own = _ending(fact.tail)
    behind, ahead = _sort(before), _sort(after)
    signs.append(f"{own} ending, then {ahead}")
    signs.append(f"{behind}, then {own} ending")
    if after and after.unit.kind == "item" and after.unit.indent > fact.unit.indent + 1:
        signs.append(f"carries an indented list, {fact.unit.kind}")
    if fact.tail == "?" and after and after.size > _LONG_ANSWER and after.tail in ".!:":
        signs.append("a question, then a long answer")
    if fact.unit.kind == "text":
        run = 1
        for step in (-1, 1):
            near = at + step
            while 0 <= near < len(facts) and run < 9 and _is_bare(facts[near]):
                run += 1
                near += step
        signs.append(f"run of {run if run < 4 else '4 to 6' if run < 7 else 'many'}")


_LONG_ANSWER = 120  # characters


def _is_bare(fact: Facts) -> bool:
    return fact.unit.kind == "text" and fact.size < 90 and fact.tail not in ".!:"


def _ending(tail: str) -> str:
    return (
        "stop"
        if tail in ".!"
        else "colon"
        if tail == ":"
        else "?"
        if tail == "?"
        else "comma"
        if tail in ",;"
        else "open"
    )


def _sort(other: Facts | None) -> str:
    """Return in a word or two what a neighbour is."""
    if other is None:
        return "nothing"
    kind = other.unit.kind
    if kind == "text":
        if other.text:
            if ANSWER.fullmatch(other.text):
                return "an answer"
            if KEY.match(other.text):
                return "a field" if other.size < 100 else "a named paragraph"
            if other.size < 90:
                ending = _ending(other.tail)
                return f"a short one, {ending}" + (" and small" if other.head.islower() else "")
        return f"words, {_ending(other.tail)}"
    if kind == "item":
        return "a bullet" if other.unit.mark in ("bullet", "task") else "an item"
    return kind


def _neighbour(name: str, other: Facts | None, signs: list[str]) -> None:
    if other is None:
        signs.append(f"{name} none")
        return
    kind = other.unit.kind
    if kind in ("text", "item"):
        if kind == "item":
            kind = "bullet" if other.unit.mark in ("bullet", "task") else "counted"
        elif other.unit.drawn:
            kind = "underlined"
        tail = other.tail
        ending = "stop" if tail in ".!" else "colon" if tail == ":" else "?" if tail == "?" else "open"
        signs.append(f"{name} {kind} {ending}")
    else:
        signs.append(f"{name} {kind}")


def number_signs(facts: list[Facts], at: int) -> list[str]:
    """Return the signs of a candidate's number by itself and beside its neighbours'."""
    number = facts[at].number
    if number is None:
        return []
    shape = "multi" if len(number.path) > 1 else number.family if len(number.family) < 4 else "named"
    signs = [f"number {shape}"]
    for name, step in (("previous", -1), ("next", 1)):
        other = facts[at + step].number if 0 <= at + step < len(facts) else None
        if other and other.family == number.family and other.path[-1] == number.path[-1] + step:
            signs.append(f"{name} counts on")
    return signs


def outline_signs(facts: list[Facts], at: int, outline: frozenset[int]) -> list[str]:
    """Return the signs of a candidate's part in the outline; ``outline`` holds the units that make it."""
    size = "one" if len(outline) < 2 else "two" if len(outline) < 3 else "few" if len(outline) < 5 else "many"
    if at not in outline:
        apart = "number" if facts[at].number else "no number"
        return [f"{apart} beside an outline of {size}"] if outline else []
    number = facts[at].number
    depth = "deep" if number and len(number.path) > 1 else "flat"
    return [f"in the outline of {size}", f"in the outline of {size}, {depth}"] + (
        [IN_OUTLINE] if len(outline) > 1 else []
    )


IN_OUTLINE = "number carries on the outline"


__all__ = [
    "IN_OUTLINE",
    "ITEMS",
    "LONGEST",
    "Facts",
    "candidates",
    "layout_signs",
    "number_signs",
    "outline_signs",
    "own_signs",
    "repeated_signs",
]

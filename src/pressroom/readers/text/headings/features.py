"""What speaks for a heading and what against it, as named features that are there or not.

The same names stand in ``weights``; each is something that a reader of the text could point at.
"""

from __future__ import annotations

from pressroom.readers.text.headings.word_features import describe_wording
from pressroom.readers.text.units.facts import UnitFacts, count_words, measure_text
from pressroom.readers.text.words.phrases import ANSWER, KEY

_OPENERS = "\"'“‘„«»¿¡(["


def _bucket(name: str, value: int, steps: tuple[int, ...]) -> str:
    for step in steps:
        if value <= step:
            return f"{name}<={step}"
    return f"{name}>{steps[-1]}"


_CHARS = (6, 12, 20, 30, 40, 50, 60, 70, 80, 95, 110, 130)
_WORDS = (1, 2, 3, 5, 7, 9, 12, 15, 19)


def describe_words(facts: UnitFacts) -> list[str]:
    """Return the features of a candidate by itself."""
    body = facts.body or facts.text
    words = body.split()
    size = measure_text((body,), len(body))
    features = [_bucket("chars", size, _CHARS), _bucket("words", count_words(body), _WORDS)]
    tail = facts.tail
    if tail == ")" and "(" in body:
        inner = body[: body.rindex("(")].rstrip()
        tail = inner[-1] if inner else tail
    features.append(
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
        features.append("ends in dots")
    if body.startswith(("...", "…")):
        features.append("begins in dots")
    head = body.lstrip(_OPENERS)[:1] or body[0]
    if head.isupper() or (head.isalpha() and head.lower() == head.upper()):  # a script without capitals
        features.append("begins upper")
    elif head.islower():
        features.append("begins lower")
    elif head.isdigit():
        features.append("begins with a digit")
    else:
        features.append("begins with a mark")
    features += describe_wording(body, words, tail)
    if facts.unit.last > facts.unit.first:
        features.append("several lines")
    return features


def describe_layout(facts: list[UnitFacts], at: int, style: str, base: int) -> list[str]:
    """Return the features of a candidate's place: blank lines, neighbours."""
    unit = facts[at].unit
    features = []
    before, after = find_neighbour(facts, at - 1), find_neighbour(facts, at + 1)
    if unit.drawn:
        features.append("underlined")
    gap = unit.blank
    gap_after = after.unit.blank if after else 0
    features.append(f"{style}: blank {'yes' if gap else 'no'}/{'yes' if gap_after else 'no'}")
    if gap > 1 and gap > gap_after:
        features.append("more blank before")
    if gap and not gap_after and after and after.unit.kind == "table":
        features.append("right on top of a table")
    if unit.indent > base + 1:
        features.append("indented")
    _neighbour("previous", before, features)
    _neighbour("next", after, features)
    _together(facts, at, before, after, features)
    if "a field" in (_sort(before), _sort(after)) and KEY.match(facts[at].body):
        features.append("a field among fields")
    if before is None:
        words = count_words(facts[at].body)
        length = "one word" if words < 2 else "few words" if words < 5 else "many words"
        features.append(f"opening with {length}")
    return features


def find_neighbour(facts: list[UnitFacts], at: int) -> UnitFacts | None:
    """Return a unit's facts, None where there is no unit or it is set aside."""
    return facts[at] if 0 <= at < len(facts) and not facts[at].aside else None


def _together(
    facts: list[UnitFacts], at: int, before: UnitFacts | None, after: UnitFacts | None, features: list[str]
) -> None:
    """Add features that only mean something together."""
    fact = facts[at]
    own = _ending(fact.tail)
    behind, ahead = _sort(before), _sort(after)
    features.append(f"{own} ending, then {ahead}")
    features.append(f"{behind}, then {own} ending")
    if after and after.unit.kind == "item" and after.unit.indent > fact.unit.indent + 1:
        features.append(f"carries an indented list, {fact.unit.kind}")
    if fact.tail == "?" and after and after.size > _LONG_ANSWER and after.tail in ".!:":
        features.append("a question, then a long answer")
    if fact.unit.kind == "text":
        run = 1
        for step in (-1, 1):
            near = at + step
            while 0 <= near < len(facts) and run < 9 and _is_bare(facts[near]):
                run += 1
                near += step
        features.append(f"run of {run if run < 4 else '4 to 6' if run < 7 else 'many'}")


_LONG_ANSWER = 120  # characters


def _is_bare(fact: UnitFacts) -> bool:
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


def _sort(other: UnitFacts | None) -> str:
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


def _neighbour(name: str, other: UnitFacts | None, features: list[str]) -> None:
    if other is None:
        features.append(f"{name} none")
        return
    kind = other.unit.kind
    if kind in ("text", "item"):
        if kind == "item":
            kind = "bullet" if other.unit.mark in ("bullet", "task") else "counted"
        elif other.unit.drawn:
            kind = "underlined"
        tail = other.tail
        ending = "stop" if tail in ".!" else "colon" if tail == ":" else "?" if tail == "?" else "open"
        features.append(f"{name} {kind} {ending}")
    else:
        features.append(f"{name} {kind}")


def describe_number(facts: list[UnitFacts], at: int) -> list[str]:
    """Return the features of a candidate's number by itself and beside its neighbours'."""
    number = facts[at].number
    if number is None:
        return []
    shape = "multi" if len(number.path) > 1 else number.family if len(number.family) < 4 else "named"
    features = [f"number {shape}"]
    for name, step in (("previous", -1), ("next", 1)):
        other = facts[at + step].number if 0 <= at + step < len(facts) else None
        if other and other.family == number.family and other.path[-1] == number.path[-1] + step:
            features.append(f"{name} counts on")
    return features


def describe_outline(facts: list[UnitFacts], at: int, outline: frozenset[int]) -> list[str]:
    """Return the features of a candidate's part in the outline; ``outline`` holds the units that make it."""
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

"""What an editor says of key numbers: pinned, hidden, in another order, under another label."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from pressroom.errors import PressroomError, UsageError
from pressroom.model.quantity import KeyNumber, Numbers, Quantity, Reason

Scored = tuple[Quantity, int, tuple[Reason, ...]]
_KEYS = ("words", "sentence", "pin", "hide", "order", "label", "detail")


@dataclass(frozen=True, slots=True)
class Wish:
    """One entry: the number as written and its sentence say which; the rest what to do with it."""

    words: str
    sentence: str = ""
    pin: bool = False
    hide: bool = False
    order: int = 0
    label: str = ""
    detail: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Steering:
    """An editor's wishes, in the order written."""

    wishes: tuple[Wish, ...] = ()

    @classmethod
    def parse(cls, rows: Iterable[tuple[Mapping[str, object], str]]) -> Steering:
        """Read ``[[number]]`` tables with the place they come from. Raises UsageError for a wrong one."""
        return cls(tuple(_wish(row, where) for row, where in rows))


def _wish(row: Mapping[str, object], where: str) -> Wish:
    for key in row:
        if key not in _KEYS:
            raise _wrong(f"a [[number]] has no {key!r}", f"there are: {', '.join(_KEYS)}", where)
    words = row.get("words")
    if not isinstance(words, str) or not words.strip():
        raise _wrong(
            "a [[number]] names no number", 'give words = "…", the number as the text writes it', where
        )
    for key, kind, said in (
        ("pin", bool, "true or false"),
        ("hide", bool, "true or false"),
        ("order", int, "a whole number"),
    ):
        if not isinstance(row.get(key, kind()), kind):
            raise _wrong(f"{key} of the number {words!r} is wrong", f"give {said}", where)
    for key in ("sentence", "label", "detail"):
        if not isinstance(row.get(key, ""), str):
            raise _wrong(f"{key} of the number {words!r} is wrong", "give a text in quotes", where)
    return Wish(
        words=words.strip(),
        sentence=str(row.get("sentence", "")),
        pin=bool(row.get("pin", False)),
        hide=bool(row.get("hide", False)),
        order=int(str(row.get("order", 0))),
        label=str(row.get("label", "")),
        detail=str(row.get("detail", "")),
        where=where,
    )


def _wrong(message: str, cure: str, where: str) -> UsageError:
    return UsageError(message, cure=cure, rule="wrong-number", where=where)


def steered(
    keys: tuple[KeyNumber, ...],
    scored: tuple[Scored, ...],
    steering: Steering,
    make: Callable[[Quantity, int, tuple[Reason, ...]], KeyNumber],
) -> tuple[KeyNumber, ...]:
    """Return the key numbers as the editor wants them.

    Raises PressroomError when a pinned number is no longer in the text, with its old sentence and the nearest new one.
    """
    chosen = {key.id: key for key in keys}
    order: dict[str, int] = {}
    for wish in steering.wishes:
        found = _found(wish, scored)
        if found is None:
            if wish.pin:
                raise _gone(wish, scored)
            continue
        key = make(*found)
        if wish.hide:
            chosen.pop(key.id, None)
            continue
        if wish.pin or key.id in chosen:
            edits = {name: value for name, value in (("label", wish.label), ("detail", wish.detail)) if value}
            key = replace(
                key, edited=tuple(edits), label=wish.label or key.label, detail=wish.detail or key.detail
            )
            chosen[key.id] = key
            if wish.order:
                order[key.id] = wish.order
    ranked = list(chosen.values())
    return tuple(sorted(ranked, key=lambda key: (order.get(key.id, len(ranked) + 1), ranked.index(key))))


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


def _found(wish: Wish, scored: tuple[Scored, ...]) -> Scored | None:
    words = _folded(wish.words)
    same = [
        entry
        for entry in scored
        if _folded(entry[0].text) == words or _folded(f"{entry[0].qualifier_text} {entry[0].text}") == words
    ]
    if not wish.sentence:
        return same[0] if same else None
    sentence = _folded(wish.sentence)
    exact = [entry for entry in same if _folded(entry[0].sentence_text) == sentence]
    if exact:
        return exact[0]
    # the editor may have mended the sentence since; the same number in much the same words is the same fact
    near = [entry for entry in same if _likeness(entry[0].sentence_text, wish.sentence) > 0.6]
    return near[0] if near else None


def _likeness(one: str, other: str) -> float:
    """Return which share of the words of ``other`` stands in ``one`` too."""
    words = set(re.findall(r"\w+", _folded(other)))
    return len(words & set(re.findall(r"\w+", _folded(one)))) / max(1, len(words))


def _gone(wish: Wish, scored: tuple[Scored, ...]) -> PressroomError:
    nearest = max(
        (entry[0] for entry in scored),
        key=lambda quantity: _likeness(quantity.sentence_text, wish.sentence or wish.words),
        default=None,
    )
    was = f" (it stood in: “{wish.sentence}”)" if wish.sentence else ""
    now = f"; the nearest sentence now is: “{nearest.sentence_text}”" if nearest else ""
    return PressroomError(
        f"the pinned number {wish.words!r} is no longer in the text{was}{now}",
        cure="mend the text, or take the entry out or write it anew",
        rule="pinned-number-gone",
        where=wish.where,
    )


HEAD = """\
# Key numbers, for the editor. Each entry names a number by its words and its sentence.
#   pin = true      always shown            hide = true   never shown
#   order = 1       its place in the strip  label, detail: your own words under it (marked as edited)

"""


def sidecar_text(numbers: Numbers, existing: str = "") -> str:
    """Return the text of a sidecar with an entry for every key number, after what is there already.

    Entries that ``existing`` has already, by their words, are left as they are.
    """
    old = existing.rstrip() + "\n\n" if existing.strip() else ""
    entries = [
        "[[number]]\n"
        f"words = {_quoted(key.quantity.text)}\n"
        f"sentence = {_quoted(key.quantity.sentence_text)}\n"
        "pin = true\n"
        f"order = {place}\n"
        f"# label = {_quoted(key.label)}\n"
        for place, key in enumerate(numbers.key, 1)
        if f"words = {_quoted(key.quantity.text)}" not in existing
    ]
    return old + ("" if HEAD in old else HEAD) + "\n".join(entries) if entries else existing


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in escaped) + '"'

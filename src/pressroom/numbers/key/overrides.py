"""What an editor says of key numbers: pinned, hidden, in another order, under another label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pressroom.errors import PressroomError, UsageError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.numbers import Numbers
from pressroom.model.quantity import Quantity

ALIKE = 0.6  # share of a sentence's words that make a mended sentence the same
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

    @property
    def edited(self) -> tuple[str, ...]:
        """Return the fields whose words take the place of found ones."""
        return tuple(name for name, value in (("label", self.label), ("detail", self.detail)) if value)


@dataclass(frozen=True, slots=True)
class Steering:
    """An editor's wishes, in the order written."""

    wishes: tuple[Wish, ...] = ()

    @classmethod
    def parse(cls, rows: Iterable[tuple[Mapping[str, object], str]]) -> Steering:
        """Read ``[[number]]`` tables with the place they come from. Raises UsageError for a wrong one."""
        return cls(tuple(_wish(row, where) for row, where in rows))

    def resolved(self, quantities: Sequence[Quantity], text: str) -> Steered:
        """Return what is wished of each quantity of a text, and what the editor is to know of the entries.

        Raises PressroomError when a pinned number is no longer in the text, with its old sentence and the nearest new one.
        """
        found: dict[int, Wish] = {}
        notes: list[Diagnostic] = []
        for wish in self.wishes:
            at = _meant(wish, _same(wish, quantities), quantities)
            if at is None:
                if wish.pin:
                    raise _gone(wish, quantities, text)
                notes.append(_note(wish, "names no number of the text", "take it out, or write it anew"))
                continue
            if at in found:
                notes.append(_note(wish, "stands there twice; the last entry holds", "take one of them out"))
            notes += _doubts(wish, quantities[at])
            found[at] = wish
        return Steered(found, tuple(notes))


@dataclass(frozen=True, slots=True)
class Steered:
    """The wishes by the place of their quantity in its sequence, and what the editor is to know of the entries."""

    wishes: Mapping[int, Wish]
    notes: tuple[Diagnostic, ...]


def _doubts(wish: Wish, quantity: Quantity) -> list[Diagnostic]:
    """Return why the words of an entry may no longer fit its number."""
    own = wish.sentence and (wish.label or wish.detail)
    if not own or _folded(wish.sentence) == _folded(quantity.sentence_text):
        return []
    changed = f"has its own words, but its sentence has changed; now it is: “{quantity.sentence_text}”"
    return [
        _note(wish, changed, "see whether the words still hold, then bring the entry's sentence up to date")
    ]


def unlabelled(wish: Wish, quantity: Quantity) -> Diagnostic:
    """Return what the editor is told of a pinned number under which nothing would stand."""
    return _note(wish, f"has no words to stand under {quantity.text!r}", 'give it label = "…"')


def _note(wish: Wish, what: str, cure: str) -> Diagnostic:
    message = f"the entry for the number {wish.words!r} {what}"
    return Diagnostic(Severity.WARNING, "number-entry", message, cure, where=wish.where)


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
        value = row.get(key, kind())
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise _wrong(f"{key} of the number {words!r} is wrong", f"give {said}", where)
    for key in ("sentence", "label", "detail"):
        value = row.get(key, "")
        if not isinstance(value, str):
            raise _wrong(f"{key} of the number {words!r} is wrong", "give a text in quotes", where)
        if key != "sentence" and not value.isprintable():
            raise _wrong(
                f"{key} of the number {words!r} has line breaks or signs that cannot be printed",
                "write it in one line",
                where,
            )
    if row.get("pin") and row.get("hide"):
        raise _wrong(f"the number {words!r} is pinned and hidden at once", "take one of the two out", where)
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


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()


def _same(wish: Wish, quantities: Sequence[Quantity]) -> list[int]:
    """Return the places of the quantities that are written as an entry has it."""
    words = _folded(wish.words)
    return [
        at
        for at, one in enumerate(quantities)
        if words in (_folded(one.text), _folded(f"{one.qualifier_text} {one.text}"))
    ]


def _meant(wish: Wish, same: Sequence[int], quantities: Sequence[Quantity]) -> int | None:
    """Return the place of the quantity that an entry names, None where the text has it no longer."""
    if not wish.sentence:
        return same[0] if same else None
    sentence = _folded(wish.sentence)
    exact = [at for at in same if _folded(quantities[at].sentence_text) == sentence]
    if exact:
        return exact[0]
    # the editor may have mended the sentence since; the same number in much the same words is the same fact
    near = [at for at in same if _likeness(quantities[at].sentence_text, wish.sentence) > ALIKE]
    return near[0] if near else None


def _likeness(one: str, other: str) -> float:
    """Return which share of the words of ``other`` stands in ``one`` too."""
    words = set(re.findall(r"\w+", _folded(other)))
    return len(words & set(re.findall(r"\w+", _folded(one)))) / max(1, len(words))


def _gone(wish: Wish, quantities: Sequence[Quantity], text: str) -> PressroomError:
    if not _same(wish, quantities) and _folded(wish.words) in _folded(text):
        return PressroomError(
            f"the pinned number {wish.words!r} stands in the text, but is not read there as a number of its own",
            cure="write it as report numbers shows it, or take the entry out",
            rule="pinned-number-gone",
            where=wish.where,
        )
    nearest = max(
        quantities,
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

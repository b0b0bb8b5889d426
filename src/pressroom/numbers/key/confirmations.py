"""Confirmations of key numbers: who looked at which tile beside its sentence, and whether it still holds."""

from __future__ import annotations

import hashlib
import shlex
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pressroom.errors import UsageError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.numbers import KeyNumber, Numbers
from pressroom.model.quantity import Quantity
from pressroom.numbers.key.entries import ALIKE, find_target, measure_likeness, normalize, quote

LONGEST_NAME = 100  # characters
SHEET_DIGITS = 8  # of what a sheet is known by
HEAD = (
    "# Key numbers that somebody looked at, beside their sentences: report proof --confirm writes these.\n\n"
)
_TEXTS = ("words", "sentence", "tile", "by")


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Who (``by``) looked at a number and when (``on``), with its sentence and tile as they were then.

    ``tile`` is what the tile printed, display and label; ``where`` names the entry in messages.
    """

    words: str
    sentence: str
    tile: str
    by: str
    on: date
    where: str = ""


class Standing(StrEnum):
    """What has become of a number since it was confirmed."""

    HELD = "as confirmed"
    REWORDED = "its tile is worded otherwise"
    CHANGED = "its sentence has changed"
    NOT_KEY = "no longer a key number"
    GONE = "no longer in the text"


@dataclass(frozen=True, slots=True)
class ComparedConfirmation:
    """A confirmation beside the text as it is: ``key`` is its key number, ``quantity`` its number or, for one
    that is gone, what stands in the sentence that is most like its own.
    """

    confirmation: Confirmation
    standing: Standing
    key: KeyNumber | None = None
    quantity: Quantity | None = None


def parse_confirmations(rows: Iterable[tuple[Mapping[str, object], str]]) -> tuple[Confirmation, ...]:
    """Read ``[[confirmed]]`` tables with the place they come from. Raises UsageError for a wrong one."""
    return tuple(_parse(row, where) for row, where in rows)


def _parse(row: Mapping[str, object], where: str) -> Confirmation:
    wrong = sorted({*row} ^ {*_TEXTS, "on"})
    if wrong:
        what = "lacks" if wrong[0] in (*_TEXTS, "on") else "has no"
        raise _wrong(f"a [[confirmed]] {what} {wrong[0]!r}", where)
    texts = {name: _parse_text(row[name], name, where) for name in _TEXTS}
    on = row["on"]
    if type(on) is not date:
        raise _wrong("on of a [[confirmed]] is no date", where)
    return Confirmation(**texts, on=on, where=where)


def _parse_text(value: object, name: str, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(f"{name} of a [[confirmed]] is no text", where)
    if name == "by":
        return check_name(value, where)
    return value


def _wrong(message: str, where: str) -> UsageError:
    return UsageError(
        message,
        cure="leave these entries as report proof --confirm writes them, or take this one out",
        rule="wrong-confirmation",
        where=where,
    )


def check_name(name: str, where: str = "") -> str:
    """Return the name of who confirms. Raises UsageError for one that could not be printed as it is."""
    plain = name.replace("\u00a0", " ").strip()
    if not plain or not plain.isprintable() or len(plain) > LONGEST_NAME:
        raise UsageError(
            "the name of who confirms is empty, longer than "
            f"{LONGEST_NAME} characters, or has signs that cannot be printed",
            cure='give a name as it is written: --by "Ann Lee"',
            rule="wrong-name",
            where=where,
        )
    return plain


def describe_tile(key: KeyNumber) -> str:
    """Return what a tile prints, on one line."""
    return " ".join(f"{key.display} {key.label}".split())


def confirm(key: KeyNumber, by: str, on: date) -> Confirmation:
    """Return the confirmation of a key number as it is now."""
    sentence = " ".join(key.quantity.sentence_text.split())
    return Confirmation(" ".join(key.quantity.text.split()), sentence, describe_tile(key), by, on)


def identify(keys: Sequence[KeyNumber]) -> str:
    """Return what a sheet of these key numbers is known by: another where a sentence or a tile is another."""
    told = [
        (key.quantity.text, key.quantity.sentence_text, key.display, key.label, key.detail) for key in keys
    ]
    return hashlib.sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()[:SHEET_DIGITS]


def render_confirmations(confirmations: Iterable[Confirmation], existing: str) -> str:
    """Return the entries of confirmations in TOML, with a line of explanation where ``existing`` has none."""
    entries = "\n".join(
        f"[[confirmed]]\n{_render_texts(each)}on = {each.on.isoformat()}\n" for each in confirmations
    )
    return entries if HEAD.strip() in existing or not entries else HEAD + entries


def _render_texts(confirmation: Confirmation) -> str:
    return "".join(f"{name} = {quote(getattr(confirmation, name))}\n" for name in _TEXTS)


def compare(confirmations: Iterable[Confirmation], numbers: Numbers) -> tuple[ComparedConfirmation, ...]:
    """Set each confirmation beside the numbers of the text as it is."""
    return tuple(_compare(each, numbers) for each in confirmations)


def _compare(confirmation: Confirmation, numbers: Numbers) -> ComparedConfirmation:
    keys = [key.quantity for key in numbers.key]
    places = _list_exact(confirmation, keys)
    if places:
        told = [at for at in places if describe_tile(numbers.key[at]) == confirmation.tile]
        key = numbers.key[(told or places)[0]]
        return ComparedConfirmation(
            confirmation, Standing.HELD if told else Standing.REWORDED, key, key.quantity
        )
    exact = _list_exact(confirmation, numbers.quantities)
    if exact:
        return ComparedConfirmation(confirmation, Standing.NOT_KEY, quantity=numbers.quantities[exact[0]])
    at = find_target(confirmation.words, confirmation.sentence, keys)
    if at is not None:
        return ComparedConfirmation(confirmation, Standing.CHANGED, numbers.key[at], keys[at])
    at = find_target(confirmation.words, confirmation.sentence, numbers.quantities)
    if at is not None:
        return ComparedConfirmation(confirmation, Standing.CHANGED, quantity=numbers.quantities[at])
    return ComparedConfirmation(
        confirmation, Standing.GONE, quantity=_find_nearest(confirmation, numbers.quantities)
    )


def _list_exact(confirmation: Confirmation, quantities: Sequence[Quantity]) -> list[int]:
    """Return the places of the quantities with the words and the sentence of a confirmation."""
    wanted = (normalize(confirmation.words), normalize(confirmation.sentence))
    return [
        at
        for at, one in enumerate(quantities)
        if (normalize(one.text), normalize(one.sentence_text)) == wanted
    ]


def _find_nearest(confirmation: Confirmation, quantities: Sequence[Quantity]) -> Quantity | None:
    """Return a quantity of the sentence that is most like the confirmed one, None where none is like it."""
    likeness = {
        at: measure_likeness(one.sentence_text, confirmation.sentence) for at, one in enumerate(quantities)
    }
    best = max(likeness, key=lambda at: likeness[at], default=None)
    return quantities[best] if best is not None and likeness[best] > ALIKE else None


def report_confirmations(
    compared: Sequence[ComparedConfirmation], numbers: Numbers, source: str
) -> tuple[Diagnostic, ...]:
    """Return a warning for each confirmation that no longer holds, then how many key numbers are confirmed.

    ``source`` is what the text is called in the cure.
    """
    if not compared:
        return ()
    warnings = [_warn(each, source) for each in compared if each.standing is not Standing.HELD]
    held = [each for each in compared if each.standing is Standing.HELD]
    confirmed = {each.key.id for each in held if each.key}
    names = list(dict.fromkeys(each.confirmation.by for each in held))
    by = f" by {_join(names)}" if names else ""
    message = f"{len(confirmed)} of {len(numbers.key)} key numbers confirmed{by}"
    return (*warnings, Diagnostic(Severity.NOTE, "key-numbers-confirmed", message, where=source))


def _join(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _warn(compared: ComparedConfirmation, source: str) -> Diagnostic:
    confirmation, quantity = compared.confirmation, compared.quantity
    who = f"the number {confirmation.words!r}, which {confirmation.by} confirmed on {confirmation.on},"
    cure = f"look at it again, then: report proof {shlex.quote(source)} --confirm"
    match compared.standing:
        case Standing.REWORDED if compared.key:
            what = f"now has the tile “{describe_tile(compared.key)}”; confirmed was “{confirmation.tile}”"
        case Standing.CHANGED if quantity:
            what = (
                f"stands in a sentence that has changed since: “{_one_line(quantity.sentence_text)}”; "
                f"confirmed was “{_one_line(confirmation.sentence)}”"
            )
        case Standing.NOT_KEY:
            what = "is no longer among the key numbers"
            cure = "pin it, or take its entry out of the file beside the text"
        case _:
            now = f"; its place may be now: “{_one_line(quantity.sentence_text)}”" if quantity else ""
            what = f"is no longer in the text (it stood in: “{_one_line(confirmation.sentence)}”){now}"
            cure = f"take its entry out ({confirmation.where}), or {cure}"
    span = quantity.sentence if quantity else None
    return Diagnostic(
        Severity.WARNING, "confirmation-outdated", f"{who} {what}", cure, span=span, where=confirmation.where
    )


def _one_line(text: str) -> str:
    """Return a text without line breaks and without signs that could steer a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in " ".join(text.split()))

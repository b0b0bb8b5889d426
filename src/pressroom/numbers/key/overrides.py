"""Overrides of key numbers by an editor: pinned, hidden, in another order, under another label."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pressroom.errors import PressroomError, UsageError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.numbers import Numbers
from pressroom.model.quantity import Quantity
from pressroom.numbers.key.entries import find_target, list_same, measure_likeness, normalize, quote

_KEYS = ("words", "sentence", "pin", "hide", "order", "label", "detail")


@dataclass(frozen=True, slots=True)
class NumberOverride:
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
class NumberOverrides:
    """The overrides of an editor, in the order written."""

    overrides: tuple[NumberOverride, ...] = ()

    @classmethod
    def parse(cls, rows: Iterable[tuple[Mapping[str, object], str]]) -> NumberOverrides:
        """Read ``[[number]]`` tables with the place they come from. Raises UsageError for a wrong one."""
        return cls(tuple(_parse_override(row, where) for row, where in rows))

    def resolve(self, quantities: Sequence[Quantity], text: str) -> ResolvedOverrides:
        """Return the override of each quantity of a text, and the warnings on the entries.

        Raises PressroomError when a pinned number is no longer in the text; it names its old sentence and the
        nearest new one.
        """
        found: dict[int, NumberOverride] = {}
        notes: list[Diagnostic] = []
        for override in self.overrides:
            at = find_target(override.words, override.sentence, quantities)
            if at is None:
                if override.pin:
                    raise _missing_error(override, quantities, text)
                notes.append(_note(override, "names no number of the text", "take it out, or write it anew"))
                continue
            if at in found:
                notes.append(
                    _note(override, "stands there twice; the last entry holds", "take one of them out")
                )
            notes += _check_words(override, quantities[at])
            found[at] = override
        return ResolvedOverrides(found, tuple(notes))


@dataclass(frozen=True, slots=True)
class ResolvedOverrides:
    """The overrides by the index of their quantity in its sequence, and the warnings on the entries."""

    overrides: Mapping[int, NumberOverride]
    notes: tuple[Diagnostic, ...]


def _check_words(override: NumberOverride, quantity: Quantity) -> list[Diagnostic]:
    """Return why the words of an entry may no longer fit its number."""
    own = override.sentence and (override.label or override.detail)
    if not own or normalize(override.sentence) == normalize(quantity.sentence_text):
        return []
    changed = f"has its own words, but its sentence has changed; now it is: “{quantity.sentence_text}”"
    return [
        _note(
            override, changed, "see whether the words still hold, then bring the entry's sentence up to date"
        )
    ]


def warn_unlabelled(override: NumberOverride, quantity: Quantity) -> Diagnostic:
    """Return what the editor is told of a pinned number under which nothing would stand."""
    return _note(override, f"has no words to stand under {quantity.text!r}", 'give it label = "…"')


def _note(override: NumberOverride, what: str, cure: str) -> Diagnostic:
    message = f"the entry for the number {override.words!r} {what}"
    return Diagnostic(Severity.WARNING, "number-entry", message, cure, where=override.where)


def _parse_override(row: Mapping[str, object], where: str) -> NumberOverride:
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
    return NumberOverride(
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


def _missing_error(override: NumberOverride, quantities: Sequence[Quantity], text: str) -> PressroomError:
    if not list_same(override.words, quantities) and normalize(override.words) in normalize(text):
        return PressroomError(
            f"the pinned number {override.words!r} stands in the text, "
            "but is not read there as a number of its own",
            cure="write it as report numbers shows it, or take the entry out",
            rule="pinned-number-gone",
            where=override.where,
        )
    nearest = max(
        quantities,
        key=lambda quantity: measure_likeness(quantity.sentence_text, override.sentence or override.words),
        default=None,
    )
    was = f" (it stood in: “{override.sentence}”)" if override.sentence else ""
    now = f"; the nearest sentence now is: “{nearest.sentence_text}”" if nearest else ""
    return PressroomError(
        f"the pinned number {override.words!r} is no longer in the text{was}{now}",
        cure="mend the text, or take the entry out or write it anew",
        rule="pinned-number-gone",
        where=override.where,
    )


HEAD = """\
# Key numbers, for the editor. Each entry names a number by its words and its sentence.
#   pin = true      always shown            hide = true   never shown
#   order = 1       its place in the strip  label, detail: your own words under it (marked as edited)

"""


def render_sidecar(numbers: Numbers, existing: str = "") -> str:
    """Return the text of a sidecar with an entry for every key number, after what is there already.

    Entries that ``existing``, which is valid TOML, has already, by their words, are left as they are.
    """
    known = {row.get("words") for row in _list_rows(tomllib.loads(existing))}
    old = existing.rstrip() + "\n\n" if existing.strip() else ""
    entries = [
        "[[number]]\n"
        f"words = {quote(key.quantity.text)}\n"
        f"sentence = {quote(key.quantity.sentence_text)}\n"
        "pin = true\n"
        f"order = {place}\n"
        f"# label = {quote(key.label)}\n"
        for place, key in enumerate(numbers.key, 1)
        if key.quantity.text not in known
    ]
    return old + ("" if HEAD in old else HEAD) + "\n".join(entries) if entries else existing


def _list_rows(tables: Mapping[str, object]) -> list[Mapping[str, object]]:
    """Return the entries for numbers in a sidecar; a lone one may stand there without its list."""
    held = [tables[name] for name in ("number", "numbers") if name in tables]
    rows = [row for each in held for row in (each if isinstance(each, list) else (each,))]
    return [row for row in rows if isinstance(row, Mapping)]

"""An editor's decisions written into the settings file beside a text: everything else in it stays as it is.

Each function takes the bytes of the file, b"" where there is none yet, and returns those with one decision
more. Comments, order and spelling of the rest are kept: keys are changed by tomlkit, whole tables by
``replace_tables``, since tomlkit drops a comment that follows a table that goes. The keys are those of
docs/settings.md.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pressroom.project.toml import parse, replace_tables

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

Value = str | bool | int | Sequence[str]


def set_value(data: bytes, key: str, value: Value, where: str) -> bytes:
    """Return a file that sets a key at its top level; an empty value takes the key out.

    Raises UsageError for a file that is no TOML, as all of these do.
    """

    def change(document: TOMLDocument) -> None:
        if value in ("", [], ()):
            document.pop(key, None)
        else:
            document[key] = list(value) if isinstance(value, list | tuple) else value

    return _edit(data, change, where)


def set_heading(data: bytes, words: str, level: int, where: str) -> bytes:
    """Return a file that makes a line a heading of a level."""

    def change(document: TOMLDocument) -> None:
        _drop(document, "not_headings", words)
        _add(document, "headings", words)
        _levels(document)[words] = level

    return _edit(data, change, where)


def unset_heading(data: bytes, words: str, where: str) -> bytes:
    """Return a file that makes a line no heading."""

    def change(document: TOMLDocument) -> None:
        _drop(document, "headings", words)
        if words in document.get("levels", {}):
            del document["levels"][words]
            if not document["levels"]:
                del document["levels"]
        _add(document, "not_headings", words)

    return _edit(data, change, where)


def set_level(data: bytes, words: str, level: int, where: str) -> bytes:
    """Return a file that says how deep a heading is."""

    def change(document: TOMLDocument) -> None:
        _levels(document)[words] = level

    return _edit(data, change, where)


def set_number(data: bytes, words: str, sentence: str, changes: Mapping[str, Value], where: str) -> bytes:
    """Return a file with an entry [[number]] for a number in its sentence, changed in some of its keys.

    An empty value takes a key out, and an entry that says nothing more goes. What is pinned is not hidden,
    and the other way round.
    """
    if changes.get("pin"):
        changes = {"hide": False, **changes}
    elif changes.get("hide"):
        changes = {"pin": False, "order": 0, **changes}
    return _set_entry(
        data, "number", {"words": words, "sentence": " ".join(sentence.split())}, changes, where
    )


def set_picture(data: bytes, title: str, changes: Mapping[str, Value], where: str) -> bytes:
    """Return a file with an entry [[figure]] for a picture that was found, changed as ``set_number`` does."""
    return _set_entry(data, "figure", {"found": title}, changes, where)


def order_numbers(data: bytes, numbers: Sequence[tuple[str, str]], where: str) -> bytes:
    """Return a file that pins numbers, each with its sentence, in this order."""
    for place, (words, sentence) in enumerate(numbers, start=1):
        data = set_number(data, words, sentence, {"pin": True, "order": place}, where)
    return data


def _set_entry(
    data: bytes, table: str, named: Mapping[str, str], changes: Mapping[str, Value], where: str
) -> bytes:
    held = parse(data, where).get(table, [])
    rows: list[Mapping[str, Value]] = held if isinstance(held, list) else []
    at = next((at for at, row in enumerate(rows) if _is_named(row, named)), None)
    row = {**(named if at is None else rows[at]), **changes}
    told = {key: value for key, value in row.items() if value not in ("", False, 0)}
    if not set(told) - set(named):
        return data if at is None else replace_tables(data, table, {at}, "", where)
    if at is None:
        return replace_tables(data, table, (), _render_table(table, told), where)

    def change(document: TOMLDocument) -> None:
        entry: Any = document[table]
        for key in changes:
            if key in told:
                entry[at][key] = told[key]
            else:
                entry[at].pop(key, None)

    return _edit(data, change, where)


def _render_table(name: str, row: Mapping[str, Value]) -> str:
    from tomlkit import dumps

    return dumps({name: [dict(row)]})


def _is_named(entry: Mapping[str, object], named: Mapping[str, str]) -> bool:
    """Tell whether an entry is the one of these words; a sentence that it does not name may be any."""
    return all(
        " ".join(str(entry.get(key, value if key == "sentence" else "")).split()) == value
        for key, value in named.items()
    )


def _levels(document: TOMLDocument) -> Any:
    from tomlkit import table

    return document.setdefault("levels", table())


def _add(document: TOMLDocument, key: str, words: str) -> None:
    held: Any = document.setdefault(key, [])
    if words not in held:
        held.append(words)


def _drop(document: TOMLDocument, key: str, words: str) -> None:
    held: Any = document.get(key, [])
    if words in held:
        held.remove(words)
    if key in document and not held:
        del document[key]


def _edit(data: bytes, change: Callable[[TOMLDocument], None], where: str) -> bytes:
    from tomlkit import dumps
    from tomlkit import parse as read

    parse(data, where)
    document = read(data.decode("utf-8-sig"))
    change(document)
    changed = (BOM_UTF8 if data.startswith(BOM_UTF8) else b"") + dumps(document).encode()
    parse(changed, where)
    return changed

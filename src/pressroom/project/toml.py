"""TOML files of a project, with errors that name their line."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from pressroom.errors import UsageError
from pressroom.strict_toml import load_toml

LARGEST = 4_000_000  # bytes of a file, which may have a million characters
_KEY = re.compile(r"\s*[\w-]+\s*=")
_PLACE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")


def parse(data: bytes, where: str) -> dict[str, object]:
    """Return a TOML file's table. Raises UsageError with file and line for what is no TOML."""
    try:
        return load_toml(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UsageError(
            "the file is not UTF-8", cure="save it as UTF-8", rule="wrong-toml", where=where
        ) from error
    except ValueError as error:
        text = str(error)
        place = _PLACE.search(text)
        line = f":{place.group(1)}" if place and place.group(1) else ""
        raise UsageError(
            f"this is no valid TOML: {_PLACE.sub('', text).strip()}",
            cure='write key = "value", texts in quotes',
            rule="wrong-toml",
            where=f"{where}{line}",
        ) from error


def find_tables(data: bytes, name: str) -> tuple[int, ...]:
    """Return the lines of a TOML file on which a [[name]] table begins.

    A text in quotes that looks like one is counted too: compare their number with that of the tables read.
    """
    head = re.compile(rb"\s*\[\[\s*" + re.escape(name.encode()) + rb"\s*\]\]")
    return tuple(number for number, line in enumerate(data.splitlines(), start=1) if head.match(line))


def replace_tables(data: bytes, name: str, gone: Collection[int], added: str, where: str) -> bytes:
    """Return a TOML file without those [[name]] tables whose places are ``gone``, and ``added`` at its end.

    Everything else keeps its bytes, comments in a table that goes as well. Raises UsageError for a file that
    cannot be changed so.
    """
    before = parse(data, where)
    text = data.decode("utf-8")
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.split("\n")
    heads = [number - 1 for number in find_tables(data, name)]
    dropped = {at for place in gone if place < len(heads) for at in _list_lines_of_table(lines, heads[place])}
    text = "\n".join(line for at, line in enumerate(lines) if at not in dropped)
    if added and text.strip("\ufeff\r\n"):
        text += "" if text.endswith(ending * 2) else ending if text.endswith("\n") else ending * 2
    changed = (text + added.replace("\n", ending)).encode()
    _require_only_change(before, changed, name, gone, added, where)
    return changed


def _list_lines_of_table(lines: Sequence[str], head: int) -> list[int]:
    """Return the places of a table's head and of its keys, and of one blank line after them."""
    end = head + 1
    while end < len(lines) and _KEY.match(lines[end]):
        end += 1
    blank = end < len(lines) - 1 and not lines[end].strip()  # the last is what follows the last line's end
    return list(range(head, end + blank))


def _require_only_change(
    before: Mapping[str, object],
    changed: bytes,
    name: str,
    gone: Collection[int],
    added: str,
    where: str,
) -> None:
    """Raise UsageError unless the tables of a changed file are those that it had, without the ones gone, and
    those that were added.
    """
    tables = before.get(name, [])
    kept = [table for at, table in enumerate(tables) if at not in gone] if isinstance(tables, list) else []
    new = parse(added.encode(), where).get(name, [])
    wanted = {**before, name: [*kept, *(new if isinstance(new, list) else ())]}
    try:
        found = load_toml(changed.decode("utf-8-sig"))
    except ValueError:
        found = {}
    if {name: [], **found} != wanted:
        raise UsageError(
            f"the [[{name}]] tables of this file are written in a way that cannot be changed here",
            cure=f"write each as [[{name}]] with its keys on the lines below, or take them out",
            rule="unchangeable-toml",
            where=where,
        )

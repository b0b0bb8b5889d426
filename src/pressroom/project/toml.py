"""TOML files of a project, with errors that name their line."""

from __future__ import annotations

import re
import tomllib

from pressroom.errors import UsageError

_PLACE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")


def parse(data: bytes, where: str) -> dict[str, object]:
    """Return a TOML file's table. Raises UsageError with file and line for what is no TOML."""
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UsageError(
            "the file is not UTF-8", cure="save it as UTF-8", rule="wrong-toml", where=where
        ) from error
    except RecursionError as error:
        raise UsageError(
            "this is no TOML of ours: its brackets nest too deep",
            cure='write key = "value", texts in quotes',
            rule="wrong-toml",
            where=where,
        ) from error
    except tomllib.TOMLDecodeError as error:
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

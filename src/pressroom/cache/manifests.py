"""What was built on which facts: small JSON files in the output folder, harmless when lost or damaged."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import TypedDict

from pressroom.cache.dependencies import broken, digest, holds, may_be_address

FORMAT = 2
FOLDER = ".pressroom"


_ALWAYS_LOOKED = frozenset({"--force", "--json", "--watch", "--dry-run"})


class Record(TypedDict):
    """One thing built: the facts it stands on, and its outputs' hashes by path.

    Of one report, ``source`` is its text and ``row`` the name of its outputs where a row of data made it.
    """

    format: int
    facts: dict[str, str]
    outputs: dict[str, str]
    words: str
    source: str
    row: str


def dumped(
    facts: Mapping[str, str], outputs: Mapping[str, str], words: str = "", *, source: str = "", row: str = ""
) -> bytes:
    """Return a record as the bytes of its file."""
    record = Record(
        format=FORMAT, facts=dict(facts), outputs=dict(outputs), words=words, source=source, row=row
    )
    return json.dumps(record, sort_keys=True, indent=0).encode()


def path(folder: str, name: str) -> str:
    """Return the file of the record called ``name`` in an output folder."""
    return os.path.join(folder, FOLDER, digest(name.encode("utf-8", "surrogateescape"))[:24] + ".json")


def read(file: str) -> Record | None:
    """Return the record in ``file``; None when it is missing, damaged or of another format."""
    try:
        record: Record = json.loads(_bytes(file))
        return (
            record if record["format"] == FORMAT and record.keys() == Record.__annotations__.keys() else None
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _bytes(file: str) -> bytes:
    if may_be_address(file):
        from pathlib import Path

        from pressroom import storage
        from pressroom.errors import PressroomError

        if storage.is_address(file):
            try:
                return storage.read(Path(file))
            except PressroomError as error:
                raise OSError from error
    with open(file, "rb") as opened:
        return opened.read()


def current(file: str, seen: dict[str, str]) -> Record | None:
    """Return the record in ``file`` when all its facts hold and its outputs are as they were written.

    None for any doubt, which only means building again.
    """
    record = read(file)
    try:
        outputs = {f"read {name}": told for name, told in record["outputs"].items()} if record else {}
        held = record and outputs and holds(record["facts"], seen) and holds(outputs, seen)
    except (KeyError, TypeError, AttributeError):
        return None
    return record if held else None


def why_stale(file: str, seen: dict[str, str]) -> list[str]:
    """Return in words why what ``file`` records must be built again; nothing when it need not."""
    record = read(file)
    if record is None:
        return ["it was not built here before"]
    outputs = {f"read {name}": told for name, told in record["outputs"].items()}
    return broken(record["facts"], seen) + broken(outputs, seen)


def run_name(arguments: list[str]) -> str:
    """Name the record of a whole command line, as given in this folder."""
    return "\0".join(["run", os.getcwd(), *arguments])


def unchanged_run(arguments: list[str]) -> str | None:
    """Return what to say when this very command line was run before and nothing has changed since, else None.

    Asked ahead of everything else: a run with nothing to do costs little more than Python's own start.
    """
    if _ALWAYS_LOOKED.intersection(arguments):
        return None
    record = current(path(output_folder(arguments), run_name(arguments)), {})
    return record["words"] if record else None


def output_folder(arguments: list[str]) -> str:
    """Return the output folder that a command line names, else ``dist`` of the project round this folder."""
    for index, argument in enumerate(arguments):
        if argument in ("--out", "-o") and index + 1 < len(arguments):
            return arguments[index + 1]
        if argument.startswith("--out="):
            return argument[6:]
    folder = os.getcwd()
    while not os.path.isfile(os.path.join(folder, "report.toml")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return "dist"
        folder = parent
    return os.path.join(folder, "dist")

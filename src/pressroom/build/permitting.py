"""What the processes that open files may do: write where they must, connect only for files at addresses."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from pressroom.build.isolation import Limits
from pressroom.project.settings import FILES
from pressroom.sandbox.restrict import Permissions
from pressroom.storage import is_address


def permit(
    limits: Limits, files: Iterable[Path | str], *, folders: Iterable[Path] = (), office: bool = False
) -> Limits:
    """Return limits for a process that opens ``files`` and writes in ``folders``.

    With ``office``, the process may start LibreOffice where it is installed, whose parts speak to one another
    by local sockets.
    """
    if office:
        from pressroom.pipeline.office.libreoffice import find_libreoffice

        office = find_libreoffice() is not None
    permitted = Permissions(
        folders=tuple(map(os.fspath, folders)),
        network=any(map(is_address, files)),
        local_sockets=office,
    )
    return replace(limits, permissions=permitted)


def list_named_files(values: Mapping[str, object]) -> list[str]:
    """Return the files that settings name, those for an audience as well."""
    found: list[str] = []
    for key, value in values.items():
        if isinstance(value, Mapping):
            found += list_named_files(value)
        elif key in FILES:
            found.append(str(value))
    return found


def make_store(store: Path) -> None:
    """Make the folder of kept results, so that a process may be permitted to write in it.

    Where it cannot be made, nothing is kept.
    """
    with suppress(OSError):
        store.mkdir(exist_ok=True)

"""Files that settings and documents name: which of them may be opened.

The project's report.toml and the command line may name any file. A document may name files in its own folder
or below, by a relative path that no link leads out of.
"""

from __future__ import annotations

import re
from pathlib import Path

from pressroom.storage import is_address

_SEPARATORS = re.compile(r"[/\\]")
# of an address, or a drive's letter; "Minutes: May.png" is neither
_SCHEME = re.compile(r"[A-Za-z]:|[A-Za-z][A-Za-z0-9+.-]+:(?=\S)")
_DRIVE = re.compile(r"[A-Za-z]:")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def is_bare(name: str) -> bool:
    """Tell whether a name is that of a file alone, without any folder."""
    parts = _SEPARATORS.split(name)
    return len(parts) == 1 and name.strip(". ") != "" and not _CONTROL.search(name) and not _DRIVE.match(name)


def explain_refusal(name: str, folder: Path) -> str:
    """Return why a document in ``folder`` may not name this file, "" where it may."""
    parts = _SEPARATORS.split(name)
    if _CONTROL.search(name) or not name.strip():
        return "is not the name of a file"
    if not parts[0] or _SCHEME.match(name) or is_address(name):
        return "is not beside the text"
    if ".." in parts:
        return "leads out of the text's folder"
    if is_address(folder):
        return ""  # storages know no links
    try:
        inside = (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a circle of links, or no name that a system takes
        inside = False
    return "" if inside else "leads out of the text's folder by a link"

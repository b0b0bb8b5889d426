"""Front matter: the YAML block between two "---" lines at the head of a text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from pressroom.model.document import Metadata

_BLOCK = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_LONGEST = 100_000  # characters
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def front_matter(text: str) -> tuple[Mapping[str, object], int, str]:
    """Return the settings of a text's front matter, the offset after it, and what is wrong with it.

    The offset is 0 where there is none; a block that is no mapping is none: it may be a line, a heading and a
    line.
    """
    found = _BLOCK.match(text[: _LONGEST + 8])
    if not found:
        return {}, 0, ""
    import yaml

    written = found["yaml"]
    if "&" in written and re.search(r"(?m)(?:^|[\s\[{,:-])\*\w", written):
        return {}, found.end(), "it uses YAML anchors, which are not read"
    try:
        loaded = yaml.safe_load(written)
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        # a line that reads "key: value" shows that settings were meant
        meant = re.match(r"\s*[\w-]+[ \t]*:(?:[ \t]|\n)", written)
        mark = getattr(problem, "problem_mark", None)
        line = f" in line {mark.line + 2}" if mark else ""
        why = str(getattr(problem, "problem", "") or "it cannot be read")
        return ({}, found.end(), f"{why}{line}") if meant else ({}, 0, "")
    if not isinstance(loaded, dict):
        return {}, 0, ""
    return {str(key): _plain(value) for key, value in loaded.items()}, found.end(), ""


def _plain(value: object, depth: int = 0) -> object:
    """Return YAML's values as str, int, float, bool, list and dict; dates as ISO 8601."""
    if depth > 20:
        return str(value)
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(entry, depth + 1) for key, entry in value.items()}
    if isinstance(value, list | tuple | set):
        return [_plain(entry, depth + 1) for entry in value]
    if isinstance(value, str | int | float):
        return value
    return "" if value is None else str(value)


def metadata(settings: Mapping[str, object]) -> Metadata:
    """Return what settings say of the document.

    All of them stay settings as well, so that front matter beats the project's; but for a date in words,
    which no setting can be, and for what has a field of its own and is none.
    """
    low = {key.lower(): value for key, value in settings.items()}
    date = str(low.get("date", ""))
    iso = _ISO.match(date)
    lang = str(low.get("lang", low.get("language", "")))
    authors = _texts(low.get("author", low.get("authors")))
    dropped = {"subject", "keywords", "tags", "author", "authors"} | ({"date"} if not iso else set())
    kept = [(key, value) for key, value in settings.items() if key.lower() not in dropped]
    return Metadata(
        author=authors,
        date=iso.group() if iso else "",
        date_text="" if iso else date,
        lang=lang if _LANG.fullmatch(lang) else "",
        subject=str(low.get("subject", "")),
        keywords=_texts(low.get("keywords", low.get("tags"))),
        settings=(*kept, ("author", list(authors))) if authors else tuple(kept),
    )


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in re.split(r"[;,]", value) if part.strip())
    if isinstance(value, Mapping):
        return _texts(value.get("name", ""))
    if isinstance(value, list):
        return tuple(
            name
            for entry in value
            for name in (_texts(entry) if isinstance(entry, Mapping) else (str(entry).strip(),))
        )
    return ()

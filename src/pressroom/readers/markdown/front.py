"""Front matter: the YAML block between two "---" lines at the head of a text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from pressroom.errors import PressroomError
from pressroom.model.characters import IMPOSSIBLE
from pressroom.model.document import Metadata
from pressroom.readers.common.head.dates import parse_date
from pressroom.strict_toml import LARGEST_INTEGER

_BLOCK = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_LONGEST = 100_000  # characters
_DEEPEST = 20  # lists and tables in one another
# what values that are none of their type set off in PyYAML
_BROKEN_VALUES = (ValueError, OverflowError, RecursionError, KeyError, IndexError, AttributeError, TypeError)
_SETTING = re.compile(r"\s*[\w-]+[ \t]*:(?:[ \t]|\n)")
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def read_front_matter(text: str, source: str) -> tuple[Mapping[str, object], int]:
    """Return the settings of a text's front matter, and the offset after it.

    The offset is 0 where there is none; a block that is no mapping is none: it may be a line, a heading and a
    line. Settings that cannot be read raise PressroomError: among them may be the report's marking, and no
    report goes out without it.
    """
    found = _BLOCK.match(text[: _LONGEST + 8])
    if not found:
        return {}, 0
    import yaml

    written = found["yaml"]
    try:
        _refuse_control_characters(written, source)
        _measure(written, source)
        loaded = yaml.safe_load(written)
    except PressroomError:
        if not _SETTING.match(written):
            return {}, 0
        raise
    except (yaml.YAMLError, *_BROKEN_VALUES) as problem:
        # a line that reads "key: value" shows that settings were meant
        if not _SETTING.match(written):
            return {}, 0
        # of a list left open, its beginning helps, not the end of the text where that is noticed
        opened = "flow" in str(getattr(problem, "context", ""))
        mark = getattr(problem, "context_mark" if opened else "problem_mark", None)
        why = str(getattr(problem, "problem", "") or problem)
        raise _unreadable(why, source, mark.line if mark else _false_date(written)) from problem
    if not isinstance(loaded, dict):
        return {}, 0
    try:
        return {str(key): _plain(value) for key, value in loaded.items()}, found.end()
    except ValueError as problem:
        raise _unreadable(str(problem), source, 0) from problem


def _refuse_control_characters(written: str, source: str) -> None:
    """Refuse the characters that YAML has not, with their line, which its own error does not tell."""
    import yaml

    found = yaml.reader.Reader.NON_PRINTABLE.search(written)
    if found:
        why = f"it holds the control character U+{ord(found[0]):04X}"
        raise _unreadable(why, source, written.count("\n", 0, found.start()))


def _measure(written: str, source: str) -> None:
    """Refuse YAML that says more than it writes, by aliases, or that nests deeper than any settings.

    Its events tell, one by one; whatever an anchor is called.
    """
    import yaml

    depth = 0
    for event in yaml.parse(written, yaml.SafeLoader):
        line = event.start_mark.line if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent):
            raise _unreadable("YAML aliases are not read", source, line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                raise _unreadable(f"its values nest deeper than {_DEEPEST} levels", source, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _unreadable(why: str, source: str, line: int) -> PressroomError:
    """Return the error of a front matter; line counts from 0 at the line after its first mark."""
    return PressroomError(
        f"the front matter cannot be read: {why}",
        cure="mend its YAML at this line, or put the value in quotes",
        rule="front-matter",
        where=f"{source}:{line + 2}",
    )


def _false_date(written: str) -> int:
    """Return the first line with a day that no calendar has, or 0: YAML's error does not tell where."""
    for number, line in enumerate(written.splitlines()):
        for day in _DAY.findall(line):
            try:
                dt.date.fromisoformat(day)
            except ValueError:
                return number
    return 0


def _plain(value: object) -> object:
    """Return YAML's values as str, int, float, bool, list and dict; dates as ISO 8601.

    Raises ValueError for a number of more than 64 bits, and for characters that no output can hold.
    """
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple | set):
        return [_plain(entry) for entry in value]
    if isinstance(value, int) and abs(value) > LARGEST_INTEGER:
        raise ValueError("a number has more than 64 bits")
    if isinstance(value, str) and (found := IMPOSSIBLE.search(value)):
        raise ValueError(f"a text holds the control character U+{ord(found[0]):04X}")
    if isinstance(value, str | int | float):
        return value
    return "" if value is None else str(value)


def read_metadata(settings: Mapping[str, object]) -> Metadata:
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
        date=iso.group() if iso else parse_date(date),
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

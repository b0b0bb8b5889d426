"""One line of the head of a paper, taken apart: "Ministry of Roads – Media release | 4 May 2026"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pressroom.readers.common.head.embargo import find_embargo, is_bare, is_embargo_line, split_parts
from pressroom.readers.common.head.words import (
    ENDING,
    FIELDS,
    ISSUER,
    PLACE_AS_ISSUER,
    PRESS,
    RELEASE,
    RUBRIC,
)

LONGEST = 160  # characters of a line of the head
_MOST_OTHER = 3  # words of a part that is none of the known ones: a place, a number
_HAS_DAY = re.compile(r"\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2}")
_TRAIL = re.compile(r"\s*(?:>|»|›|/)\s*")
_HOME = re.compile(r"(?:home(?: ?page)?|start(?:seite)?|accueil|inicio|portada)", re.IGNORECASE)
_SITE = re.compile(r"(?:https?://)?(?:[a-z0-9-]+\.){1,3}[a-z]{2,8}/?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeadLine:
    """What a line of the head says; ``rest`` are its other parts, ``released`` a line such as "For release".

    ``day`` is the part with place and day.
    """

    issuer: str = ""
    kind: str = ""
    embargo: str = ""
    day: str = ""
    released: bool = False
    rest: tuple[str, ...] = ()

    @property
    def announces(self) -> bool:
        """Whether it says what kind of paper this is, or when it may be published; no other text does."""
        return bool(self.kind or self.embargo or self.released)


def read_head_line(text: str) -> HeadLine | None:
    """Return what a line says as one of the head, None where it is none."""
    line = " ".join(text.split())
    plain = line.strip("[]()*–—- ").rstrip(":")
    if not plain or len(plain) > LONGEST:
        return None
    if is_embargo_line(plain):
        # "Embargo" alone may be what a text about one is called
        sure = plain.isupper() or not is_bare(plain) or line.endswith(":")
        return HeadLine(embargo=find_embargo(plain)) if sure else None
    if field := _read_field(plain):
        return field
    whole = _read_part(plain)
    if whole is not None or RELEASE.fullmatch(line):
        return whole or HeadLine(released=True)
    parts = split_parts(plain)
    found = HeadLine()
    if len(parts) < 2:
        return None
    for part in parts:
        found = _add(found, part)
    return found if found.announces and all(map(_may_stand_beside, found.rest)) else None


def _read_field(line: str) -> HeadLine | None:
    """Return what a line "Issuer: …" or "Kind: …" says."""
    key, _, value = (part.strip() for part in line.partition(":"))
    name = FIELDS.get(key.lower(), "") if value else ""
    match name:
        case "issuer":
            return HeadLine(issuer=value)
        case "kind" if PRESS.fullmatch(value):
            return HeadLine(kind=value)
        case _:
            return None


def _read_part(text: str) -> HeadLine | None:
    if PRESS.fullmatch(text):
        return HeadLine(kind=text)
    if RELEASE.fullmatch(text):
        return HeadLine(released=True)
    before, _, after = text.partition(":")
    if after and RELEASE.fullmatch(before) and _HAS_DAY.search(after):
        return HeadLine(released=True, day=after.strip())
    if after and PRESS.fullmatch(before):  # "Press release: 4 May 2026", and no headline behind the colon
        return HeadLine(kind=before, day=after.strip()) if _is_day(after) else None
    return None


def _add(found: HeadLine, part: str) -> HeadLine:
    known = _read_part(part)
    if known is None and is_embargo_line(part):
        known = HeadLine(embargo=find_embargo(part))
    if known:
        return HeadLine(
            found.issuer,
            found.kind or known.kind,
            found.embargo or known.embargo,
            found.day or known.day,
            found.released or known.released,
            found.rest,
        )
    if not found.issuer and not found.kind and is_issuer(part):
        return replace(found, issuer=part)
    if not found.day and _is_day(part):
        return replace(found, day=part)
    return replace(found, rest=(*found.rest, part))


def _may_stand_beside(part: str) -> bool:
    return len(part.split()) <= _MOST_OTHER or is_issuer(part)


def _is_day(text: str) -> bool:
    return _HAS_DAY.search(text) is not None and len(text.split()) <= 2 * _MOST_OTHER


def is_issuer(text: str) -> bool:
    """Tell whether a line, or each of its parts, is the name of who issues papers; case apart."""
    line = " ".join(text.split())
    if not 0 < len(line) <= LONGEST:
        return False
    parts = split_parts(line)
    return bool(parts) and all(_is_name(part) for part in parts)


def _is_name(part: str) -> bool:
    name = part.title() if part.isupper() else part
    return bool(ISSUER.fullmatch(name) or PLACE_AS_ISSUER.fullmatch(name))


def is_rubric(text: str) -> bool:
    """Tell whether a line is of a web site's frame: its address, a heading of it, the trail to a page."""
    line = text.strip()
    if RUBRIC.fullmatch(line) or _SITE.fullmatch(line):
        return True
    steps = [step for step in _TRAIL.split(line) if step]
    if len(steps) < 2 or not all(len(step.split()) <= _MOST_OTHER + 1 for step in steps):
        return False
    return bool(_HOME.fullmatch(steps[0])) or all(RUBRIC.fullmatch(step) for step in steps)


def is_head_line(text: str) -> bool:
    """Tell whether a line says what kind of paper this is, until when it is embargoed, or that it ends."""
    return read_head_line(text) is not None or ENDING.fullmatch(text.strip()) is not None

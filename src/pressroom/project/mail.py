"""The tables [mail] and [smtp]: what a mail says beside its report, and by which server it goes.

A document may set its subject, never from whom it comes or through which server it goes (MAY_SET of
pressroom.project.settings): whoever writes a text is not whoever answers for the address, and a server of the
writer's choice would be given the password.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from difflib import get_close_matches
from typing import Any

from pressroom.errors import UsageError
from pressroom.project.settings import Layer, name_field

ATTACHABLE = ("pdf", "docx", "html")
NOTHING = "none"  # what a list or an option says for no attachment
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*(kB|MB)?", re.IGNORECASE)
Row = tuple[Mapping[str, object], Layer]


@dataclass(frozen=True, slots=True)
class MailSettings:
    """What [mail] may set. ``limit`` is in bytes of all attachments together, as they are on the disk.

    ``attach`` is None where nothing is said of it.
    """

    sender: str = ""
    reply_to: str = ""
    subject: str = ""
    preheader: str = ""
    note: str = ""
    attach: tuple[str, ...] | None = None
    limit: int = 10_000_000
    link: str = ""
    unsubscribe: tuple[str, ...] = ()
    embargo: str = ""
    suppressed: str = ""
    dkim_domain: str = ""
    dkim_selector: str = ""
    dkim_key: str = ""
    smime_certificate: str = ""
    smime_key: str = ""


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """What [smtp] may set. ``rate`` is messages a minute, 0 for no limit; ``retry`` are seconds to wait after
    each refusal that may pass; ``breaker`` is the share of failures, in percent, that stops a run.
    """

    server: str = ""
    user: str = ""
    ca: str = ""
    credentials: str = ""
    oauth: bool = False
    rate: int = 0
    domain_rate: int = 0
    connections: int = 4
    messages: int = 100
    timeout: int = 30
    retry: tuple[int, ...] = (60, 300, 900, 3600, 3600, 7200, 14400)
    breaker: int = 20
    on_unknown: str = "hold"


SECRETS = frozenset({"password", "token", "secret", "passwd", "pass"})


def parse_mail_settings(rows: tuple[Row, ...]) -> MailSettings:
    """Merge the rows of [mail], the last one wins. Raises UsageError for what is wrong."""
    found = MailSettings()
    for row, layer in rows:
        for given, value in row.items():
            key = name_field(given)
            read: Any = _read(MailSettings, _MAIL, key, given, value, layer.where)
            found = replace(found, **{key: read})
    return found


def parse_smtp_settings(rows: tuple[Row, ...]) -> SmtpSettings:
    """Merge the rows of [smtp]. Raises UsageError as ``parse_mail_settings`` does, and for a password."""
    found = SmtpSettings()
    for row, layer in rows:
        for given, value in row.items():
            if given.lower() in SECRETS:
                raise UsageError(
                    f"{given} does not belong in a settings file, which is passed on",
                    cure="set PRESSROOM_SMTP_PASSWORD, use a keyring, or a file that is yours alone",
                    rule="secret-in-settings",
                    where=layer.where,
                )
            key = name_field(given)
            read: Any = _read(SmtpSettings, _SMTP, key, given, value, layer.where)
            found = replace(found, **{key: read})
    return found


def _read(
    kind: type,
    readers: Mapping[str, Callable[[object], object]],
    key: str,
    given: str,
    value: object,
    where: str,
) -> object:
    known = [entry.name for entry in fields(kind)]
    if key not in known:
        near = get_close_matches(key, known, 1)
        raise UsageError(
            f"there is no mail setting {given!r}",
            cure=f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}",
            rule="unknown-setting",
            where=where,
        )
    try:
        return readers.get(key, _text)(value)
    except ValueError as error:
        raise UsageError(
            f"{given} = {value!r} is not {error}", cure=f"give {error}", rule="wrong-setting", where=where
        ) from error


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    raise ValueError("a text in quotes")


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
        return tuple(each.strip() for each in value)
    raise ValueError("a text or a list of texts")


def _formats(value: object) -> tuple[str, ...]:
    names = _texts(value)
    if names == (NOTHING,):
        return ()
    if set(names) <= set(ATTACHABLE):
        return tuple(dict.fromkeys(names))
    raise ValueError(f"a list of {', '.join(ATTACHABLE)}, or {NOTHING}")


def _links(value: object) -> tuple[str, ...]:
    links = _texts(value)
    if all(link.isascii() and " " not in link.replace("{address}", "") for link in links) and all(
        link.startswith(("https:", "mailto:")) for link in links
    ):
        return links
    raise ValueError("an address that begins with https: or mailto:")


def _link(value: object) -> str:
    link = _text(value)
    if link and not link.startswith(("https://", "http://")):
        raise ValueError("an address that begins with https://")
    return link


def _size(value: object) -> int:
    match = _SIZE.fullmatch(str(value).strip()) if not isinstance(value, bool) else None
    if match is None:
        raise ValueError('a size such as "10 MB"')
    unit = {"": 1, "kb": 1_000, "mb": 1_000_000}[(match[2] or "").lower()]
    return int(float(match[1]) * unit)


def _number(least: int, most: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        raise ValueError(f"a whole number from {least} to {most}")

    return read


def _numbers(value: object) -> tuple[int, ...]:
    if (
        isinstance(value, list | tuple)
        and all(isinstance(each, int) and each >= 0 for each in value)
        and value
    ):
        return tuple(value)
    raise ValueError("a list of seconds such as [60, 300, 900]")


def _yes(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError("true or false")


def _one_of(*known: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if isinstance(value, str) and value in known:
            return value
        raise ValueError(f"one of {', '.join(known)}")

    return read


_MAIL: Mapping[str, Callable[[object], object]] = {
    "attach": _formats,
    "limit": _size,
    "link": _link,
    "embargo": lambda value: value.isoformat() if isinstance(value, date) else _text(value),
    "unsubscribe": _links,
}
_SMTP: Mapping[str, Callable[[object], object]] = {
    "oauth": _yes,
    "rate": _number(0, 100_000),
    "domain_rate": _number(0, 100_000),
    "connections": _number(1, 50),
    "messages": _number(1, 100_000),
    "timeout": _number(1, 600),
    "retry": _numbers,
    "breaker": _number(1, 100),
    "on_unknown": _one_of("hold", "resend"),
}

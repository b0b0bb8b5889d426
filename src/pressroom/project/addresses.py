"""Addresses of mail: checked as they are read, without asking the network."""

from __future__ import annotations

import re

from pressroom.errors import UsageError

_NAMED = re.compile(r"\s*([^<>\r\n]*)<([^<>]*)>\s*")


def parse_address(text: str, where: str) -> tuple[str, str]:
    """Return the address in "Name <address>" or "address", and the name, "" for none.

    The domain is in lower case, an international one in its own letters. Raises UsageError when this is no
    address that mail can be sent to.
    """
    from email_validator import EmailNotValidError, validate_email

    named = _NAMED.fullmatch(text)
    name, found = (named[1].strip('" '), named[2]) if named else ("", text.strip())
    try:
        checked = validate_email(found, check_deliverability=False)
    except EmailNotValidError as error:
        raise UsageError(
            f"{text.strip()!r} is no address of mail: {_first_sentence(str(error))}",
            cure="write it as name@example.org",
            rule="bad-address",
            where=where,
        ) from error
    # a domain is known to mail servers by its ASCII form; only a local part may be left in other letters
    return checked.ascii_email or f"{checked.local_part}@{checked.ascii_domain}", name


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].rstrip(".")[:120].lower()

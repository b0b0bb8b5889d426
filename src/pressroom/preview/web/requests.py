"""What a request of the browser holds, checked: its JSON, its file, the texts in them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TypeGuard

from starlette.requests import Request

from pressroom.errors import UsageError

_MOST_JSON = 25_000_000  # bytes: the longest text that is read, with its escapes


async def read_json(request: Request) -> Mapping[str, object]:
    """Return the object that a request holds. Raises UsageError for anything else."""
    data = await read_body(request, _MOST_JSON)
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise wrong_request("it holds no object")
    return found


async def read_body(request: Request, most: int) -> bytes:
    """Return the bytes of a request. Raises UsageError, with the rest unread, where there are too many."""
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > most:
            raise UsageError(
                f"this has more than {most / 1e6:.0f} MB",
                cure="split it, or take out what is no text",
                rule="source-too-large",
            )
    return bytes(data)


def _is_text(found: object) -> TypeGuard[str]:
    """Tell whether it is a text that can be written: half of a letter beyond the first plane cannot."""
    try:
        return isinstance(found, str) and found.encode() is not None
    except UnicodeEncodeError:
        return False


def get_text(held: Mapping[str, object], name: str, default: str | None = None) -> str:
    """Return a text of a request. Raises UsageError where it is missing or no text."""
    found = held.get(name, default)
    if not _is_text(found):
        raise wrong_request(f"{name} is no text")
    return found


def get_number(held: Mapping[str, object], name: str, default: int = 0) -> int:
    """Return a whole number of a request. Raises UsageError for anything else."""
    found = held.get(name, default)
    if not isinstance(found, int) or isinstance(found, bool):
        raise wrong_request(f"{name} is no whole number")
    return found


def get_texts(held: Mapping[str, object], name: str) -> tuple[str, ...]:
    """Return a list of texts of a request. Raises UsageError for anything else."""
    found = held.get(name, [])
    if not isinstance(found, list) or not all(map(_is_text, found)):
        raise wrong_request(f"{name} is no list of texts")
    return tuple(found)


def read_number(text: str, name: str) -> int:
    """Return a whole number of an address. Raises UsageError for anything else."""
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise wrong_request(f"{name} is no whole number")
    return int(text)


def wrong_request(what: str) -> UsageError:
    """Return the error for a request that no page of the preview makes."""
    return UsageError(f"the request is wrong: {what}", cure="load the page again", rule="wrong-request")

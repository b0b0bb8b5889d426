"""One page or file from the web: few redirects, limits of size and time, and nothing else is asked for."""

from __future__ import annotations

import http.client
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin

from pressroom.download.address import WebAddress, parse_address
from pressroom.download.connect import CuttableConnection, Lookups, find_way
from pressroom.download.faults import fail
from pressroom.errors import PressroomError, UsageError
from pressroom.version import __version__

LARGEST: Final = 20_000_000  # bytes, as of every source
MOST_REDIRECTS: Final = 5
SECONDS: Final = 60.0  # for all together
_SILENCE = 15.0  # seconds without a byte
_PIECE = 1 << 16
_MOVED = (301, 302, 303, 307, 308)
_HEADERS = {"User-Agent": f"Pressroom/{__version__}", "Accept": "*/*", "Accept-Encoding": "identity"}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stood at ``address``, the one that redirects led to; ``media_type`` is in lower case.

    ``file_name`` is the name under which the server offers it, "" where it names none.
    """

    data: bytes
    address: str
    media_type: str
    charset: str
    file_name: str = ""


def fetch(text: str) -> Fetched:
    """Return what stands at an address of the web. Raises PressroomError, never anything else."""
    deadline = time.monotonic() + SECONDS
    first = address = parse_address(text)
    lookups = Lookups()
    for _ in range(MOST_REDIRECTS + 1):
        trusted = address.host == first.host
        try:
            with _open(address, trusted, deadline, lookups) as answer:
                if answer.status not in _MOVED:
                    return _receive(answer, address)
                address = _follow(address, answer.headers.get("Location") or "")
        except (OSError, http.client.HTTPException) as problem:
            raise _explain(problem, address, deadline) from problem
    raise _failed(address, f"it leads on and on, more than {MOST_REDIRECTS} times")


def _explain(problem: Exception, address: WebAddress, deadline: float) -> PressroomError:
    if isinstance(problem, TimeoutError) or time.monotonic() > deadline:
        limits = f"{_SILENCE:.0f} seconds of silence, {SECONDS:.0f} in all"
        return fail(address, "web-slow", f"the server does not answer in time ({limits})")
    if isinstance(problem, ssl.SSLError):
        return _failed(address, f"its certificate is not accepted ({problem.reason or problem})")
    if isinstance(problem, http.client.IncompleteRead):
        return _broken_off(address)
    why = str(problem) or type(problem).__name__
    return fail(address, "web-offline", f"there is no way to {address.host} ({why})")


def _follow(address: WebAddress, location: str) -> WebAddress:
    try:
        found = parse_address(urljoin(str(address), location.strip()))
    except (UsageError, ValueError) as problem:
        raise _failed(address, f"it leads to {location[:80]!r}, which is no web address") from problem
    if address.scheme == "https" and found.scheme == "http":
        raise _failed(address, "it leads from https to http, where anybody could change it")
    return found


@contextmanager
def _open(
    address: WebAddress, trusted: bool, deadline: float, lookups: Lookups
) -> Iterator[http.client.HTTPResponse]:
    """Ask for an address and yield the answer; the connection is cut when the time is over."""
    left = max(deadline - time.monotonic(), 0.01)
    way = find_way(address, trusted, min(_SILENCE, left), lookups)
    try:
        with _cut_at(deadline, way.connection):
            way.connection.connect()
            way.connection.request("GET", way.target, headers={**_HEADERS, **way.headers})
            with way.connection.getresponse() as answer:
                yield answer
    finally:
        way.connection.close()


@contextmanager
def _cut_at(deadline: float, connection: CuttableConnection) -> Iterator[None]:
    """Cut a connection at a time, however slowly bytes come. Raises TimeoutError where it was cut."""
    ended = threading.Event()

    def cut() -> None:
        wait = max(deadline - time.monotonic(), 0.0)
        while not ended.wait(wait):
            connection.cut()
            wait = _CUT_AGAIN

    cutter = threading.Thread(target=cut, daemon=True)
    cutter.start()
    try:
        yield
        if time.monotonic() > deadline:
            raise TimeoutError
    finally:
        ended.set()
        cutter.join()


_CUT_AGAIN = 0.1  # seconds: it may have been opening


def _receive(answer: http.client.HTTPResponse, address: WebAddress) -> Fetched:
    if answer.status != http.client.OK:
        raise _failed(address, f"the server answers {answer.status} {answer.reason}".strip())
    if (answer.length or 0) > LARGEST:
        raise _too_large(address)
    headers = answer.headers
    packed = headers.get("Content-Encoding", "").strip().casefold()
    if packed not in ("", "identity", "gzip", "x-gzip"):
        raise _failed(address, f"the server packs it by {packed[:20]!r}, unasked")
    named = headers.get("Content-Type") is not None
    return Fetched(
        _read_whole(answer, address, is_packed=packed.endswith("gzip")),
        str(address),
        headers.get_content_type().casefold() if named else "",
        headers.get_content_charset() or "",
        headers.get_filename() or "",
    )


def _read_whole(answer: http.client.HTTPResponse, address: WebAddress, *, is_packed: bool) -> bytes:
    """Return all that a server sends, unpacked. Raises PressroomError for too much, or less than it said."""
    parts: list[bytes] = []
    size = 0
    while piece := answer.read(_PIECE):
        size += len(piece)
        if size > LARGEST:
            raise _too_large(address)
        parts.append(piece)
    if answer.length:
        raise _broken_off(address)
    whole = b"".join(parts)
    return _unpack(whole, address) if is_packed else whole


def _unpack(packed: bytes, address: WebAddress) -> bytes:
    """Return what was packed by gzip, as one file or as several behind one another, which are one."""
    parts: list[bytes] = []
    size = 0
    while not parts or packed.startswith(_GZIP):
        unpacker = zlib.decompressobj(wbits=31)
        try:
            parts.append(unpacker.decompress(packed, LARGEST - size + 1))
        except zlib.error as problem:
            raise _failed(address, "what the server sends is damaged") from problem
        size += len(parts[-1])
        if size > LARGEST or len(parts) > _MOST_PACKED:
            raise _too_large(address)
        if not unpacker.eof:
            raise _broken_off(address)
        packed = unpacker.unused_data
    return b"".join(parts)


_GZIP = b"\x1f\x8b"
_MOST_PACKED = 100  # files of one answer


def _failed(address: WebAddress, why: str) -> PressroomError:
    return fail(address, "web-failed", f"the address cannot be fetched: {why}")


def _broken_off(address: WebAddress) -> PressroomError:
    return _failed(address, "the server broke off before the end")


def _too_large(address: WebAddress) -> PressroomError:
    return fail(address, "source-too-large", f"what stands there has more than {LARGEST // 1_000_000} MB")

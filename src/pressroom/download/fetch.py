"""One page or file from the web: few redirects, limits of size and time, and nothing else is asked for."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from pressroom.download.address import (
    WebAddress,
    is_public,
    parse_address,
    refuse_private,
    resolve,
)
from pressroom.errors import PressroomError, UsageError
from pressroom.version import __version__

LARGEST: Final = 20_000_000  # bytes, as of every source
MOST_REDIRECTS: Final = 5
SECONDS: Final = 60.0  # for all together
_SILENCE = 15.0  # seconds without a byte
_PIECE = 1 << 16
_MOVED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stood at ``address``, the one that redirects led to; ``media_type`` is in lower case."""

    data: bytes
    address: str
    media_type: str
    charset: str


def fetch(text: str) -> Fetched:
    """Return what stands at an address of the web. Raises PressroomError, never anything else."""
    deadline = time.monotonic() + SECONDS
    first = address = parse_address(text)
    for _ in range(MOST_REDIRECTS + 1):
        trusted = address.host == first.host
        try:
            with _open(address, trusted, deadline) as answer:
                if answer.status not in _MOVED:
                    return _receive(answer, address, deadline)
                address = _follow(address, answer.headers.get("Location") or "")
        except ssl.SSLError as problem:
            why = f"its certificate is not accepted ({problem.reason or problem})"
            raise _failed(address, why) from problem
        except TimeoutError as problem:
            raise _too_slow(address) from problem
        except (OSError, http.client.HTTPException) as problem:
            raise _offline(address, problem) from problem
    raise _failed(address, f"it leads on and on, more than {MOST_REDIRECTS} times")


def _follow(address: WebAddress, location: str) -> WebAddress:
    try:
        found = parse_address(urljoin(str(address), location.strip()))
    except UsageError as problem:
        raise _failed(address, f"it leads to {location[:80]!r}, which is no web address") from problem
    if address.scheme == "https" and found.scheme == "http":
        raise _failed(address, "it leads from https to http, where anybody could change it")
    return found


@contextmanager
def _open(address: WebAddress, trusted: bool, deadline: float) -> Iterator[http.client.HTTPResponse]:
    """Ask for an address and yield the answer."""
    proxy = _find_proxy(address)
    if proxy and not trusted and not _may_be_public(address.host):
        raise refuse_private(address)
    wait = max(min(_SILENCE, deadline - time.monotonic()), 0.01)
    connection = _connect_by_proxy(address, proxy, wait) if proxy else _connect(address, trusted, wait)
    try:
        headers = {"User-Agent": f"Pressroom/{__version__}", "Accept": "*/*", "Accept-Encoding": "identity"}
        whole = proxy and address.scheme == "http"
        connection.request("GET", str(address) if whole else address.target, headers=headers)
        with connection.getresponse() as answer:
            yield answer
    finally:
        connection.close()


class _KnownAddress(http.client.HTTPConnection):
    """A connection to a network address that was looked at, so that its name cannot mean another one."""

    def __init__(self, address: WebAddress, number: str, wait: float) -> None:
        super().__init__(address.host, address.port, timeout=wait)
        self._number, self._secure = number, address.scheme == "https"

    def connect(self) -> None:
        """Open the socket, with TLS for https."""
        sock = socket.create_connection((self._number, self.port), self.timeout)
        self.sock = _secure(sock, self.host) if self._secure else sock


def _secure(sock: socket.socket, host: str) -> socket.socket:
    try:
        return ssl.create_default_context().wrap_socket(sock, server_hostname=host)
    except BaseException:
        sock.close()
        raise


def _connect(address: WebAddress, trusted: bool, wait: float) -> http.client.HTTPConnection:
    return _KnownAddress(address, resolve(address, trusted), wait)


def _find_proxy(address: WebAddress) -> str:
    """Return the proxy that this machine's settings name for an address, "" for none."""
    return "" if proxy_bypass(address.host) else getproxies().get(address.scheme, "")


def _connect_by_proxy(address: WebAddress, proxy: str, wait: float) -> http.client.HTTPConnection:
    parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    host, port = parts.hostname or "", parts.port or 3128
    if address.scheme == "http":
        return http.client.HTTPConnection(host, port, timeout=wait)
    connection = http.client.HTTPSConnection(host, port, timeout=wait, context=ssl.create_default_context())
    connection.set_tunnel(address.host, address.port)
    return connection


def _may_be_public(host: str) -> bool:
    """Tell whether a host that only a proxy will look up may be one of the public network."""
    is_number = host.replace(".", "").isdecimal() or ":" in host
    return (
        is_public(host)
        if is_number
        else "." in host and not host.endswith((".local", ".internal", ".localhost"))
    )


def _receive(answer: http.client.HTTPResponse, address: WebAddress, deadline: float) -> Fetched:
    if answer.status != http.client.OK:
        raise _failed(address, f"the server answers {answer.status} {answer.reason}".strip())
    length = answer.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) > LARGEST:
        raise _too_large(address)
    packed = answer.headers.get("Content-Encoding", "").strip().casefold()
    if packed not in ("", "identity", "gzip", "x-gzip"):
        raise _failed(address, f"the server packs it by {packed[:20]!r}, unasked")
    unpacker = zlib.decompressobj(wbits=31) if packed.endswith("gzip") else None
    parts: list[bytes] = []
    size = 0
    while piece := answer.read(_PIECE):
        if time.monotonic() > deadline:
            raise _too_slow(address)
        if unpacker is not None:
            piece = _unpack(unpacker, piece, LARGEST - size + 1, address)
        size += len(piece)
        if size > LARGEST:
            raise _too_large(address)
        parts.append(piece)
    headers = answer.headers
    named = headers.get("Content-Type") is not None
    return Fetched(
        b"".join(parts),
        str(address),
        headers.get_content_type().casefold() if named else "",
        headers.get_content_charset() or "",
    )


def _unpack(unpacker: zlib._Decompress, piece: bytes, most: int, address: WebAddress) -> bytes:
    try:
        return unpacker.decompress(piece, max(most, 1))
    except zlib.error as problem:
        raise _failed(address, "what the server sends is damaged") from problem


def _failed(address: WebAddress, why: str) -> PressroomError:
    return PressroomError(
        f"the address cannot be fetched: {why}",
        cure="open it in a browser, save the page or file, and give that",
        rule="web-failed",
        where=str(address),
    )


def _offline(address: WebAddress, problem: Exception) -> PressroomError:
    why = str(problem) or type(problem).__name__
    return PressroomError(
        f"there is no way to {address.host} ({why})",
        cure="see whether the address is right and this machine is online, or save the page as a file",
        rule="web-offline",
        where=str(address),
    )


def _too_slow(address: WebAddress) -> PressroomError:
    return PressroomError(
        f"the server does not answer in time ({_SILENCE:.0f} seconds of silence, {SECONDS:.0f} in all)",
        cure="try again later, or save the page and give the file",
        rule="web-slow",
        where=str(address),
    )


def _too_large(address: WebAddress) -> PressroomError:
    return PressroomError(
        f"what stands there has more than {LARGEST // 1_000_000} MB",
        cure="save the part that matters and give the file",
        rule="source-too-large",
        where=str(address),
    )

"""The connection to a host: to a network address that was looked at, or by the proxy of the settings."""

from __future__ import annotations

import base64
import http.client
import socket
import ssl
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from pressroom.download.address import WebAddress, is_public
from pressroom.download.faults import fail
from pressroom.errors import PressroomError

_USUAL_PORT = 3128  # of a proxy
_MOST_TRIED = 3  # network addresses of one host
Headers = Mapping[str, str]


class Lookups:
    """What hosts are called in the network, each looked up once: a name cannot mean another host later."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, ...]] = {}

    def find(self, address: WebAddress) -> tuple[str, ...]:
        """Return the network's addresses of a host. Raises PressroomError for one that has none."""
        if address.host not in self._known:
            try:
                found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
            except (OSError, UnicodeError) as problem:
                raise fail(
                    address, "web-offline", f"there is no way to {address.host} ({problem})"
                ) from problem
            self._known[address.host] = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
        return self._known[address.host]


class CuttableConnection(http.client.HTTPConnection):
    """A connection that can be cut while it is opened, while TLS begins, and while its answer is read."""

    def __init__(self, host: str, port: int, wait: float) -> None:
        super().__init__(host, port, timeout=wait)
        self._opened: socket.socket | None = None  # which the connection itself forgets with its last answer
        self._is_cut = False
        self._lock = threading.Lock()

    def connect(self) -> None:
        """Open the socket."""
        super().connect()
        self._opened = self.sock

    def secure(self, host: str) -> None:
        """Go on with TLS. Raises OSError for a certificate that is none of the host's."""
        context = ssl.create_default_context()
        with self._lock:  # a socket that was cut is none that TLS can begin on
            if self._is_cut:
                raise TimeoutError
            secured = context.wrap_socket(self.sock, server_hostname=host, do_handshake_on_connect=False)
            self.sock = self._opened = secured
        secured.do_handshake()

    def cut(self) -> None:
        """End what is sent and received; whoever waits for it goes on."""
        with self._lock:
            self._is_cut = True
            for sock in filter(None, (self.sock, self._opened)):
                with suppress(OSError):  # it is closed already
                    # not the method of a socket with TLS, which would forget its state under its reader
                    socket.socket.shutdown(sock, socket.SHUT_RDWR)


@dataclass(frozen=True, slots=True)
class Way:
    """A connection that is not open yet; ``target`` is what to ask for on it, with ``headers``."""

    connection: CuttableConnection
    target: str
    headers: Headers = field(default_factory=dict)


def find_way(address: WebAddress, trusted: bool, wait: float, lookups: Lookups) -> Way:
    """Return the way to a host. Only a ``trusted`` host may be one of a private network.

    ``wait`` are seconds without a byte. Raises PressroomError for a host that is not there, or where a page
    may not lead.
    """
    proxy = "" if proxy_bypass(address.host) else getproxies().get(address.scheme, "")
    if not proxy:
        numbers = lookups.find(address)
        if not trusted and not all(map(is_public, numbers)):
            raise _refuse_private(address)
        return Way(_KnownAddress(address, numbers, wait), address.target)
    if not trusted and not _may_be_public(address.host):
        raise _refuse_private(address)
    return find_way_by_proxy(address, proxy, wait)


class _KnownAddress(CuttableConnection):
    """A connection to the first network address of a host that answers, of those that were looked at."""

    def __init__(self, address: WebAddress, numbers: Sequence[str], wait: float) -> None:
        super().__init__(address.host, address.port, wait)
        self._numbers, self._secure = numbers[:_MOST_TRIED], address.scheme == "https"

    def connect(self) -> None:
        """Open the socket, with TLS for https."""
        for number in self._numbers:
            try:
                self.sock = self._opened = socket.create_connection((number, self.port), self.timeout)
                break
            except OSError:
                if number == self._numbers[-1]:
                    raise
        if self._secure:
            self.secure(self.host)


class _Tunnel(CuttableConnection):
    """A connection with TLS through a proxy."""

    def __init__(self, address: WebAddress, proxy: tuple[str, int], wait: float, headers: Headers) -> None:
        super().__init__(*proxy, wait)
        self.set_tunnel(address.host, address.port, dict(headers))
        self._behind = address.host
        self._answers: list[http.client.HTTPResponse] = []
        self.response_class = self._begin_answer  # type: ignore[assignment]  # it is only called

    def connect(self) -> None:
        """Open the socket and the tunnel, and begin TLS in it."""
        super().connect()
        self.secure(self._behind)

    def close(self) -> None:
        """Close the socket, and what reads the proxy's answer: Python up to 3.11.3 leaves that open."""
        super().close()
        for answer in self._answers:
            answer.close()

    def _begin_answer(self, sock: socket.socket, **named: Any) -> http.client.HTTPResponse:
        answer = http.client.HTTPResponse(sock, **named)
        self._answers.append(answer)
        return answer


def find_way_by_proxy(address: WebAddress, proxy: str, wait: float) -> Way:
    """Return the way by a proxy, "http://name:password@host:port". Raises PressroomError for another kind."""
    try:
        parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
        host, port = parts.hostname or "", parts.port or _USUAL_PORT
    except ValueError:
        host, port = "", 0
    if not host or parts.scheme != "http":
        raise fail(address, "web-offline", "the proxy of this machine's settings is none of http")
    headers: dict[str, str] = {}
    if parts.username:
        known = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Proxy-Authorization"] = f"Basic {base64.b64encode(known.encode()).decode()}"
    if address.scheme == "http":
        return Way(CuttableConnection(host, port, wait), str(address), headers)
    return Way(_Tunnel(address, (host, port), wait, headers), address.target)


def _may_be_public(host: str) -> bool:
    """Tell whether a host that only a proxy will look up may be one of the public network."""
    if host.replace(".", "").isdecimal() or ":" in host:
        return is_public(host)
    return "." in host and not host.endswith((".local", ".internal", ".localhost"))


def _refuse_private(address: WebAddress) -> PressroomError:
    where = f"the page leads to {address.host}, which is no address of the public network"
    return fail(address, "web-private", where)

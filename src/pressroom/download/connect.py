"""The connection to a host: to a network address that was looked at, or by the proxy of the settings."""

from __future__ import annotations

import base64
import http.client
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from pressroom.download.address import WebAddress, is_public
from pressroom.download.faults import fail
from pressroom.errors import PressroomError

_USUAL_PORT = 3128  # of a proxy


@dataclass(frozen=True, slots=True)
class Way:
    """A connection that is not open yet; ``target`` is what to ask for on it, with ``headers``."""

    connection: http.client.HTTPConnection
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)


def find_way(address: WebAddress, trusted: bool, wait: float) -> Way:
    """Return the way to a host. Only a ``trusted`` host may be one of a private network.

    ``wait`` are seconds without a byte. Raises PressroomError for a host that is not there, or where a page
    may not lead.
    """
    proxy = "" if proxy_bypass(address.host) else getproxies().get(address.scheme, "")
    if not proxy:
        return Way(_KnownAddress(address, _resolve(address, trusted), wait), address.target)
    if not trusted and not _may_be_public(address.host):
        raise _refuse_private(address)
    return find_way_by_proxy(address, proxy, wait)


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


def _resolve(address: WebAddress, trusted: bool) -> str:
    """Return the network's address of a host."""
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise fail(address, "web-offline", f"there is no way to {address.host} ({problem})") from problem
    numbers = [str(entry[4][0]) for entry in found]
    if not trusted and not all(map(is_public, numbers)):
        raise _refuse_private(address)
    return numbers[0]


def find_way_by_proxy(address: WebAddress, proxy: str, wait: float) -> Way:
    """Return the way by a proxy, "http://name:password@host:port". Raises PressroomError for another kind."""
    try:
        parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
        host, port = parts.hostname or "", parts.port or _USUAL_PORT
    except ValueError:
        host, port = "", 0
    if not host or parts.scheme != "http":
        raise fail(address, "web-offline", "the proxy of this machine's settings is none of http")
    headers = {}
    if parts.username:
        known = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Proxy-Authorization"] = f"Basic {base64.b64encode(known.encode()).decode()}"
    if address.scheme == "http":
        return Way(http.client.HTTPConnection(host, port, timeout=wait), str(address), headers)
    secure = http.client.HTTPSConnection(host, port, timeout=wait, context=ssl.create_default_context())
    secure.set_tunnel(address.host, address.port, headers)
    return Way(secure, address.target)


def _may_be_public(host: str) -> bool:
    """Tell whether a host that only a proxy will look up may be one of the public network."""
    if host.replace(".", "").isdecimal() or ":" in host:
        return is_public(host)
    return "." in host and not host.endswith((".local", ".internal", ".localhost"))


def _refuse_private(address: WebAddress) -> PressroomError:
    where = f"the page leads to {address.host}, which is no address of the public network"
    return fail(address, "web-private", where)

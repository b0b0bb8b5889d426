"""Web addresses: their parts, which may be fetched, and which are of the public network."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from pressroom.errors import UsageError

_WEB = re.compile(r"https?://", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}
_LONGEST = 2_000  # characters
_Number = ipaddress.IPv4Address | ipaddress.IPv6Address
# whose last 32 bits are an address of IPv4: by translation (RFC 6052), and as it was once written
_TRANSLATED = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("::/96"))
_UNSEEN = re.compile(r"[\x00-\x20\x7f]")


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address of the web in its parts; ``target`` is path and query."""

    scheme: str
    host: str
    port: int
    target: str

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"


def is_web_address(text: str) -> bool:
    """Tell whether a source of the command line is an address of the web."""
    return bool(_WEB.match(text))


def parse_address(text: str) -> WebAddress:
    """Return the parts of an address. Raises UsageError for one that is not fetched."""
    try:
        parts = urlsplit(text)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode() if parts.hostname else ""
    except (ValueError, UnicodeError):
        raise _refused(text, "it is no web address") from None
    scheme = parts.scheme.casefold()
    if scheme not in _PORTS or not host:
        raise _refused(text, "it is no address of http or https")
    if parts.username is not None or parts.password is not None:
        raise _refused(text, "it holds a name or password, which would be recorded")
    if len(text) > _LONGEST or _UNSEEN.search(text):
        raise _refused(text, "it has blanks in it, or is too long")
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    return WebAddress(scheme, host, port or _PORTS[scheme], _quote(target))


def _quote(target: str) -> str:
    """Return path and query in ASCII, what is quoted already as it is."""
    return quote(target, safe="/?#[]@!$&'()*+,;=:%~-._")


def is_public(number: str) -> bool:
    """Tell whether an address of the network can be reached from everywhere."""
    try:
        found = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    return all(each.is_global and not each.is_multicast for each in _find_embedded(found) or (found,))


def _find_embedded(found: _Number) -> tuple[ipaddress.IPv4Address, ...]:
    """Return the older addresses that an address of IPv6 stands for on its way."""
    if isinstance(found, ipaddress.IPv4Address):
        return ()
    written = ipaddress.IPv4Address(int(found) & 0xFFFF_FFFF)
    forms = (found.ipv4_mapped, found.sixtofour, *(found.teredo or ()))
    held = tuple(form for form in forms if form is not None)
    return (*held, written) if any(found in network for network in _TRANSLATED) else held


def _refused(text: str, why: str) -> UsageError:
    return UsageError(
        f"the address {text[:100]!r} is not fetched: {why}",
        cure="give one as https://example.org/report.html, or save the page and give the file",
        rule="web-address",
    )

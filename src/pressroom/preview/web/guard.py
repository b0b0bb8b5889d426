"""Who may talk to the preview: this user's own browser, on pages of its own.

The server listens on the loopback alone, yet every page of the web that is open in the browser, and every
other user of the machine, can reach that. So each request must name this very host, which keeps out names
that an attacker points here; must carry the token, which only whoever started the server was given; and must,
where it changes anything, come from a page of this server.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN = "token"  # noqa: S105 - the name of the parameter
_SAFE = ("GET", "HEAD")
_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class LocalAddress:
    """Where the server listens, and the token that its own pages carry."""

    port: int
    host: str = "127.0.0.1"
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    @property
    def origin(self) -> str:
        """The origin of its pages."""
        return f"http://{self.host}:{self.port}"

    @property
    def link(self) -> str:
        """The address that opens it, once, in a browser."""
        return f"{self.origin}/?{TOKEN}={self.token}"

    @property
    def cookie(self) -> str:
        """The name of the cookie: cookies of one host are shared by all its ports."""
        return f"pressroom-{self.port}"


class Guard:
    """Lets through what comes from the user's own pages, and refuses everything else."""

    def __init__(self, app: ASGIApp, address: LocalAddress) -> None:
        self._app, self._address = app, address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or pass it on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", "no-store")
            await send(message)

        response = self._refuse(scope)
        await (response or self._app)(scope, receive, send_with_headers)

    def _refuse(self, scope: Scope) -> Response | None:
        """Return the answer to a request that is not let through, None for one that is."""
        headers = Headers(scope=scope)
        host = f"{self._address.host}:{self._address.port}"
        if headers.getlist("host") != [host]:
            return PlainTextResponse("This server answers under its own address alone.", 421)
        if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return self._forbid("This request comes from a page of another site.")
        if scope["method"] == "GET" and scope["path"] == "/" and self._has_token(scope):
            return self._welcome()
        if not self._has_cookie(headers):
            return self._forbid("Open the preview with the address that report preview printed.")
        if scope["method"] not in _SAFE and headers.get("origin") != self._address.origin:
            return self._forbid("This request comes from no page of this server.")
        return None

    def _has_token(self, scope: Scope) -> bool:
        given = parse_qs(scope["query_string"].decode("latin-1")).get(TOKEN, [""])
        return len(given) == 1 and secrets.compare_digest(given[0].encode(), self._address.token.encode())

    def _has_cookie(self, headers: Headers) -> bool:
        try:
            held = SimpleCookie(headers.get("cookie", "")).get(self._address.cookie)
        except CookieError:
            return False
        return held is not None and secrets.compare_digest(held.value.encode(), self._address.token.encode())

    def _welcome(self) -> Response:
        """Keep the token in a cookie, out of the address line and of the browser's history."""
        response = RedirectResponse("/", 303)
        response.set_cookie(
            self._address.cookie, self._address.token, httponly=True, samesite="strict", path="/"
        )
        return response

    def _forbid(self, why: str) -> Response:
        return PlainTextResponse(why, 403)

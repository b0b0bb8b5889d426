"""Who is let through: this user's own pages, and nobody else."""

import asyncio

import pytest
from starlette.responses import PlainTextResponse

from pressroom.preview.web.guard import Guard, LocalAddress

ADDRESS = LocalAddress(8123, token="secret")
HOST = ("host", "127.0.0.1:8123")
COOKIE = ("cookie", "other=1; pressroom-8123=secret")
ORIGIN = ("origin", "http://127.0.0.1:8123")


def ask(method: str, path: str, *headers: tuple[str, str], query: str = "") -> tuple[int, dict[str, str]]:
    """Return the status and the headers of the answer to a request."""
    sent: list[dict] = []

    async def receive() -> dict:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers],
    }
    asyncio.run(Guard(PlainTextResponse("in"), ADDRESS)(scope, receive, send))
    start = sent[0]
    return start["status"], {name.decode(): value.decode() for name, value in start["headers"]}


def test_own_pages_are_let_through_with_their_headers():
    status, headers = ask("GET", "/", HOST, COOKIE)
    assert status == 200
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"
    assert ask("POST", "/text", HOST, COOKIE, ORIGIN, ("sec-fetch-site", "same-origin"))[0] == 200


def test_the_token_becomes_a_cookie_that_no_script_reads():
    status, headers = ask("GET", "/", HOST, query="token=secret")
    assert (status, headers["location"]) == (303, "/")
    cookie = headers["set-cookie"].lower()
    assert "pressroom-8123=secret" in cookie
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize(
    ("headers", "query"),
    [
        ((HOST,), ""),
        ((HOST,), "token=wrong"),
        ((HOST,), "token=secret&token=secret"),
        ((HOST, ("cookie", "pressroom-8123=wrong")), ""),
        ((HOST, ("cookie", "pressroom-8124=secret")), ""),
        ((HOST, COOKIE, ("sec-fetch-site", "cross-site")), ""),
        ((HOST, COOKIE, ("sec-fetch-site", "same-site")), ""),
    ],
)
def test_what_is_not_of_its_own_pages_is_refused(headers, query):
    assert ask("GET", "/", *headers, query=query)[0] == 403


@pytest.mark.parametrize("host", ["evil.example:8123", "localhost:8123", "127.0.0.1", "127.0.0.1:8124", ""])
def test_another_name_of_the_host_is_refused(host):
    assert ask("GET", "/", ("host", host), COOKIE)[0] == 421


def test_two_names_of_the_host_are_refused():
    assert ask("GET", "/", HOST, HOST, COOKIE)[0] == 421


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:8124", ""])
def test_a_change_from_another_origin_is_refused(origin):
    assert ask("POST", "/text", HOST, COOKIE, ("origin", origin))[0] == 403


def test_a_change_without_an_origin_is_refused():
    assert ask("POST", "/text", HOST, COOKIE)[0] == 403

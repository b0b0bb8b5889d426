"""Pages and files from the web: what is fetched, and what is refused."""

from __future__ import annotations

import base64
import gzip
import http.client
import json
import socket
from datetime import UTC, datetime
from typing import Any

import pytest

from pressroom.download import connect as connecting
from pressroom.download import fetch as fetching
from pressroom.download.address import is_public, is_web_address, parse_address
from pressroom.download.fetch import Fetched, fetch
from pressroom.download.keep import name_copy, write_record, write_settings
from pressroom.errors import PressroomError, UsageError
from tests.download.serving import dripping, serving

PAGE = b"<!DOCTYPE html><html><body><h1>Boats</h1><p>All boats are back.</p></body></html>"
HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "getproxies", dict)


def rule_of(text: str) -> str:
    with pytest.raises(PressroomError) as refused:
        fetch(text)
    assert refused.value.diagnostic.cure
    return refused.value.diagnostic.rule


def test_a_page_is_asked_for_once() -> None:
    with serving({"/a?b=c": (200, HTML, PAGE)}) as (base, asked):
        found = fetch(f"{base}/a?b=c#part")
    assert (found.data, found.media_type, found.charset) == (PAGE, "text/html", "utf-8")
    assert asked == ["/a?b=c"]


def test_redirects_are_followed_a_few_times() -> None:
    answers = {f"/{at}": (302, {"Location": f"/{at + 1}"}, b"") for at in range(5)}
    with serving({**answers, "/5": (200, HTML, PAGE)}) as (base, _):
        assert fetch(f"{base}/0").address == f"{base}/5"
    with serving({**answers, "/5": (302, {"Location": "/0"}, b"")}) as (base, _):
        assert rule_of(f"{base}/0") == "web-failed"


@pytest.mark.parametrize(
    "location",
    ["http://localhost:{port}/x", "http://[::1]:{port}/x", "http://127.0.0.2:{port}/x", "http://10.0.0.1/"],
)
def test_a_redirect_into_a_private_network_is_refused(location: str) -> None:
    answers: dict[str, tuple[int, dict[str, str], bytes]] = {}
    with serving(answers) as (base, asked):
        port = base.rpartition(":")[2]
        answers["/"] = (302, {"Location": location.format(port=port)}, b"")
        assert rule_of(base) in ("web-private", "web-offline" if "::1" in location else "web-private")
    assert asked == ["/"]


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://example.org/x", "//user:word@example.org/", ""]
)
def test_a_redirect_to_anything_else_is_refused(location: str) -> None:
    with serving({"/": (302, {"Location": location}, b"")}) as (base, _):
        assert rule_of(base) == "web-failed"


def test_an_answer_that_is_no_page_is_refused_with_its_status() -> None:
    with serving({}) as (base, _), pytest.raises(PressroomError, match="404"):
        fetch(f"{base}/missing")


def test_what_is_too_large_is_refused_however_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 50_000)
    bomb = gzip.compress(b"a" * 5_000_000)
    with serving(
        {
            "/said": (200, {"Content-Length": "60000"}, b""),
            "/long": (200, {}, b"a" * 60_000),
            "/packed": (200, {"Content-Encoding": "gzip"}, bomb),
        }
    ) as (base, _):
        assert [rule_of(f"{base}/{name}") for name in ("said", "long", "packed")] == ["source-too-large"] * 3


def test_a_page_that_is_packed_unasked_is_unpacked() -> None:
    with serving({"/": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE))}) as (base, _):
        assert fetch(base).data == PAGE


def test_a_page_that_is_packed_in_several_pieces_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:])
    bomb = b"".join(gzip.compress(b"a") for _ in range(200))
    packed = {"Content-Encoding": "gzip"}
    answers = {
        "/": (200, {**HTML, **packed}, pieces),
        "/padded": (200, {**HTML, **packed}, pieces + b"\0\0"),
        "/half": (200, packed, pieces[:-9]),
        "/many": (200, packed, bomb),
    }
    with serving(answers) as (base, _):
        assert fetch(base).data == fetch(f"{base}/padded").data == PAGE
        assert rule_of(f"{base}/half") == "web-failed"
        assert rule_of(f"{base}/many") == "source-too-large"


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Length": "600"}, PAGE),
        ({"Transfer-Encoding": "chunked"}, b"40\r\n" + PAGE[:20]),
        ({"Content-Encoding": "gzip"}, gzip.compress(PAGE, mtime=0)[:-9]),
    ],
    ids=["long", "chunked", "packed"],
)
def test_half_a_page_is_refused(headers: dict[str, str], body: bytes) -> None:
    with serving({"/": (200, headers, body)}) as (base, _), pytest.raises(PressroomError, match="broke off"):
        fetch(base)


@pytest.mark.parametrize(
    "sent", [b"HTTP/1.0 200 OK\r\n\r\n", b"HTTP/1.0 200 OK\r\nX: "], ids=["body", "head"]
)
def test_a_server_that_never_ends_is_left(monkeypatch: pytest.MonkeyPatch, sent: bytes) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.3)
    with dripping(sent) as base:
        assert rule_of(base) == "web-slow"


def test_a_server_that_never_ends_to_greet_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.3)
    with dripping(b"\x16\x03\x03\x40\x00\x02") as base:  # TLS: the head of a record of 16 kB
        assert rule_of(base.replace("http:", "https:")) == "web-slow"


def test_a_proxy_that_never_ends_to_open_its_tunnel_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.3)
    with dripping(b"HTTP/1.0 200 ") as base:
        monkeypatch.setattr(connecting, "getproxies", lambda: {"https": base})
        assert rule_of("https://example.org/") == "web-slow"


def test_a_name_means_the_same_host_to_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []
    lookup = socket.getaddrinfo

    def note(host: str, *rest: object, **named: object) -> object:
        looked_up.append(host)
        return lookup(host, *rest, **named)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(connecting.socket, "getaddrinfo", note)
    with serving({"/": (302, {"Location": "/b"}, b""), "/b": (200, HTML, PAGE)}) as (base, _):
        named = base.replace("127.0.0.1", "localhost")
        assert fetch(named).data == PAGE
    # each connection looks up the number that it was given, never the name again
    assert [host for host in looked_up if host == "localhost"] == ["localhost"]


def test_the_next_address_of_a_host_is_tried_where_one_does_not_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connecting.Lookups, "find", lambda *_: ("127.0.0.2", "127.0.0.1"))
    with serving({"/": (200, HTML, PAGE)}) as (base, _):
        assert fetch(base).data == PAGE


def test_a_proxy_is_asked_for_the_whole_address_with_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"http://example.org/a": (200, HTML, PAGE)}) as (base, asked):
        proxy = base.replace("//", "//ann:se%20cret@")
        monkeypatch.setattr(connecting, "getproxies", lambda: {"http": proxy, "https": proxy})
        assert fetch("http://example.org/a").data == PAGE
        assert rule_of("https://example.org/a") == "web-offline"  # it opens no tunnels
    assert asked == ["http://example.org/a"]


def test_a_tunnel_that_is_refused_leaves_no_answer_open(monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[http.client.HTTPResponse] = []

    class Noted(http.client.HTTPResponse):
        def __init__(self, sock: socket.socket, **named: Any) -> None:
            super().__init__(sock, **named)
            answers.append(self)

    monkeypatch.setattr(http.client, "HTTPResponse", Noted)
    with serving({}) as (base, _):
        monkeypatch.setattr(connecting, "getproxies", lambda: {"https": base})
        assert rule_of("https://example.org/a") == "web-offline"
    assert [answer.isclosed() for answer in answers] == [True]


def test_a_proxy_gets_its_name_and_password() -> None:
    way = connecting.find_way_by_proxy(parse_address("http://example.org/a"), "ann:se%20cret@proxy:99", 1)
    assert (way.connection.host, way.connection.port) == ("proxy", 99)
    assert way.headers == {"Proxy-Authorization": f"Basic {base64.b64encode(b'ann:se cret').decode()}"}


@pytest.mark.parametrize("proxy", ["http://proxy:port", "socks5://proxy:1080", "http://"])
def test_a_proxy_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setattr(connecting, "getproxies", lambda: {"http": proxy})
    assert rule_of("http://example.org/a") == "web-offline"


@pytest.mark.parametrize("host", ["10.0.0.1", "printer", "wiki.internal", "[::1]"])
def test_no_page_leads_into_a_private_network_by_a_proxy(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    answers = {"http://example.org/": (302, {"Location": f"http://{host}/"}, b"")}
    with serving(answers) as (base, asked):
        monkeypatch.setattr(connecting, "getproxies", lambda: {"http": base})
        assert rule_of("http://example.org/") == "web-private"
    assert asked == ["http://example.org/"]


def test_a_server_that_says_nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_SILENCE", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert rule_of(f"http://127.0.0.1:{silent.getsockname()[1]}/") == "web-slow"


def test_a_machine_that_is_offline_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_name(*_: object, **__: object) -> None:
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", no_name)
    assert rule_of("https://example.org/") == "web-offline"


def test_a_port_that_nobody_listens_at_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert rule_of(f"http://127.0.0.1:{port}/") == "web-offline"


@pytest.mark.parametrize(
    "text",
    [
        "ftp://example.org",
        "https://",
        "https://me:word@example.org/",
        "https://example.org/a b",
        "https://[::1",
        "https://a:99999/",
    ],
)
def test_other_addresses_are_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_address(text)


def test_an_address_is_written_in_ascii() -> None:
    assert str(parse_address("https://bücher.example/straße?q=ä%20b#x")) == (
        "https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%A4%20b"
    )
    assert is_web_address("HTTPS://example.org")
    assert not is_web_address("s3://bucket/x.txt")


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("192.168.0.1", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.215.14", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d70e", True),
        ("2002:7f00:1::1", False),
        ("2002:a01:203::1", False),
        ("::127.0.0.1", False),
        ("::", False),
        ("nothing", False),
    ],
)
def test_public_addresses_are_told_from_private_ones(number: str, public: bool) -> None:
    assert is_public(number) is public


def fetched(media_type: str, data: bytes = PAGE, charset: str = "", file_name: str = "") -> Fetched:
    return Fetched(data, "https://example.org/led", media_type, charset, file_name)


@pytest.mark.parametrize(
    ("asked", "media_type", "data", "name"),
    [
        ("https://www.example.org/", "text/html", PAGE, "example.org.html"),
        ("https://example.org/news/boats", "text/html", PAGE, "boats.html"),
        ("https://example.org/news/boats.php?id=3", "text/html", PAGE, "boats-php.html"),
        ("https://example.org/report.pdf", "application/pdf", b"%PDF-1.7", "report.pdf"),
        ("https://example.org/get?id=3", "application/octet-stream", b"%PDF-1.7", "get.pdf"),
        ("https://example.org/data.csv", "text/plain", b"a,b", "data.csv"),
        ("https://example.org/readme.md", "text/plain", b"# a", "readme.md"),
        ("https://example.org/readme", "text/plain", b"a", "readme.txt"),
        ("https://example.org/x", "", PAGE, "x.html"),
        ("https://example.org/..%2F..%2Fetc", "text/html", PAGE, "etc.html"),
        ("https://example.org/deck.pptx", "application/octet-stream", b"PK", "deck.pptx"),
        ("https://example.org/letter.docx", "application/msword", b"PK", "letter.docx"),
    ],
)
def test_a_copy_is_named_by_its_address_and_its_type(
    asked: str, media_type: str, data: bytes, name: str
) -> None:
    assert name_copy(fetched(media_type, data), asked) == name


def test_a_server_may_name_the_file() -> None:
    headers = {"Content-Type": "application/x-download", "Content-Disposition": "attachment; filename=a.docx"}
    with serving({"/get?id=3": (200, headers, b"PK")}) as (base, _):
        found = fetch(f"{base}/get?id=3")
    assert name_copy(found, f"{base}/get?id=3") == "a.docx"
    assert (
        name_copy(fetched("", file_name="..\\..\\my bücher.csv"), "https://example.org/") == "my-bücher.csv"
    )


def test_what_no_reader_reads_is_refused() -> None:
    with pytest.raises(UsageError, match="video/mp4"):
        name_copy(fetched("video/mp4", b"x"), "https://example.org/x.mp4")


def test_the_record_says_where_a_copy_came_from() -> None:
    when = datetime(2026, 5, 3, tzinfo=UTC)
    held = json.loads(write_record(fetched("text/html"), "https://example.org/a", when))
    assert (held["address"], held["led_to"]) == ("https://example.org/a", "https://example.org/led")
    assert held["fetched"] == "2026-05-03T00:00:00+00:00"
    assert held["bytes"] == len(PAGE)


def test_the_encoding_that_a_server_names_is_told_to_the_reader() -> None:
    assert write_settings(fetched("text/html", charset="iso-8859-2"), ".html") == 'encoding = "iso-8859-2"\n'
    assert write_settings(fetched("text/html", charset="no-such"), ".html") == ""
    assert write_settings(fetched("application/pdf", charset="utf-8"), ".pdf") == ""

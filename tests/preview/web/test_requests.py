"""Requests that no page of the preview makes get a clean answer, and change nothing outside the project."""

import http.client
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.preview.web.driving import HARBOUR, LIMIT, Answered, Preview

pytestmark = pytest.mark.slow

SHOWN = ("/state", "/page/0", "/lines/0", "/draft/0", "/download", "/edit")
DONE = (
    "/look",
    "/text",
    "/decide",
    "/undo",
    "/redo",
    "/paste",
    "/sample",
    "/fetch",
    "/rename",
    "/remove",
    "/make",
    "/mail",
    "/send",
)
MOVING = ("/rename", "/remove")  # after which a text is no longer where it was
NAMES = (
    *("source", "sources", "text", "base", "line", "kind", "key", "value", "words", "sentence", "level"),
    *(
        "pin",
        "hide",
        "label",
        "name",
        "title",
        "alt",
        "sentences",
        "formats",
        "lists",
        "expected",
        "first",
        "last",
    ),
    *("width", "name", "subject", "note", "toSender"),
)
KINDS = ("set", "heading", "no-heading", "level", "number", "order", "picture", "nonsense")
# halves of UTF-16 pairs, control characters, numbers beyond every type: what JSON can hold
TEXTS = st.text(st.characters(), max_size=20) | st.sampled_from(
    [
        "\ud800",
        "\x00",
        "a\nb",
        '"""',
        "[[number]]",
        "../../x",
        "template",
        "briefing",
        "A4",
        "pdf",
        "2.4 million",
    ]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from([10**18, -1, 2**63]) | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
HELD = st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=8)
CLEAN = (200, 400, 404, 409)


def ask(preview: Preview, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> Answered:
    """Ask with just these headers."""
    connection = http.client.HTTPConnection(preview.host, preview.port, timeout=LIMIT)
    try:
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in {"content-length": str(len(body)), **headers}.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders(body)
        answer = connection.getresponse()
        return Answered(answer.status, answer.read(), {})
    finally:
        connection.close()


@pytest.fixture(scope="module")
def source(preview: Preview) -> str:
    """Return a text of the project."""
    return preview.add("fuzzed.txt")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(DONE), held=HELD, kind=st.sampled_from(KINDS))
def test_whatever_a_request_holds_the_answer_is_clean(
    preview: Preview, source: str, path: str, held: dict[str, object], kind: str
):
    if path == "/decide":
        held = {**held, "kind": kind}
    if path in ("/fetch", "/make", "/mail", "/send"):  # which would go out, or take their time
        held = {**held, "address": 1, "sources": 1, "lists": 1}
    if path in MOVING:
        source = preview.add("moved.txt")
    answer = preview.ask(f"{path}?source={source}", held)
    assert answer.status in CLEAN, (answer.status, answer.data)
    assert isinstance(answer.held, dict)


@pytest.mark.parametrize("path", DONE)
@pytest.mark.parametrize(
    "body", [b"", b"[]", b"null", b"{", b"\xff", b'"text"', b"[" * 100_000, b'{"a":' * 50_000, b"1" * 10_000]
)
def test_what_is_no_object_is_refused(preview: Preview, source: str, path: str, body: bytes):
    if path in MOVING:
        source = preview.add("moved.txt")
    answer = preview.ask(f"{path}?source={source}", body)
    assert answer.status == (200 if path in ("/undo", "/redo", "/remove") else 400)


@pytest.mark.parametrize("path", [*SHOWN, *MOVING, "/text", "/undo"])
@pytest.mark.parametrize(
    "name",
    [
        "",
        "seeds",
        "seeds/../seeds/fuzzed.txt",
        "../outside.txt",
        "/etc/passwd",
        "%2e%2e%2foutside.txt",
        "..\\outside.txt",
        "seeds/fuzzed.txt%00",
        "seeds/linked.txt",
        "report.toml",
        "file:///etc/passwd",
        "a" * 5000,
    ],
)
def test_no_other_file_is_opened(preview: Preview, source: str, path: str, name: str):
    assert source
    (preview.root.parent / "outside.txt").write_text("kept from others")
    link = preview.root / "seeds" / "linked.txt"
    if not link.is_symlink():
        link.symlink_to(Path("..", "..", "outside.txt"))
    data = {"base": "", "text": "x"} if path not in SHOWN else None
    answer = preview.ask(f"{path}?source={name}", data)
    assert answer.status in (400, 404), answer.data
    assert b"kept from others" not in answer.data
    assert b"root:" not in answer.data
    assert (preview.root.parent / "outside.txt").read_text() == "kept from others"


@pytest.mark.parametrize(
    "path",
    [
        "/page/-1",
        "/page/99",
        "/page/x",
        f"/page/{'9' * 5000}",
        "/page/0?width=x",
        "/page/0?width=-5",
        f"/page/0?width={'9' * 5000}",
        "/lines/1e3",
        "/draft/7",
        "/static/../guard.py",
        "/static/%2e%2e%2fguard.py",
        "/static/app.py",
        "/fonts/../../x",
        "/fonts/NoSuch",
        "/download?format=",
        "/download?format=exe",
        "/download?format=pdf,docx,",
        "/nothing",
    ],
)
def test_addresses_that_lead_nowhere(preview: Preview, source: str, path: str):
    joined = f"{path}{'&' if '?' in path else '?'}source={source}"
    assert preview.ask(joined).status in (400, 404)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_do_nothing(preview: Preview, source: str, method: str):
    own = {"host": f"{preview.host}:{preview.port}", "cookie": f"pressroom-{preview.port}={preview.token}"}
    answer = ask(preview, f"/text?source={source}", method, b"{}", origin=preview.origin, **own)
    assert answer.status in (403, 405)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"cookie": "pressroom-{port}=wrong"},
        {"cookie": "pressroom-{port}={token}", "host": "localhost:{port}"},
        {"cookie": "pressroom-{port}={token}", "host": "press.example"},
        {"cookie": "pressroom-{port}={token}", "host": "{host}:{port}", "origin": "http://press.example"},
        {"cookie": "pressroom-{port}={token}", "host": "{host}:{port}", "origin": "null"},
        {"cookie": "pressroom-{port}={token}", "host": "{host}:{port}"},
    ],
)
def test_who_is_not_let_in_changes_nothing(preview: Preview, source: str, headers: dict[str, str]):
    before = preview.list_files()
    named = {"host": "{host}:{port}", **headers}
    filled = {
        key: value.format(host=preview.host, port=preview.port, token=preview.token)
        for key, value in named.items()
    }
    for path in DONE:
        body = json.dumps({"text": HARBOUR, "kind": "set", "key": "paper", "value": "A5"}).encode()
        assert ask(preview, f"{path}?source={source}", "POST", body, **filled).status in (403, 421)
    assert preview.list_files() == before


def test_names_of_files_lead_to_no_other_folder(preview: Preview):
    before = preview.list_files()
    for name in (
        "../../x.txt",
        "..%2f..%2fy.txt",
        "/tmp/z.txt",
        "a%00b.txt",
        "..",
        ".txt",
        "C:\\x\\w.txt",
        "%0a.txt",
    ):
        answer = preview.ask(f"/upload?name={name}", HARBOUR.encode())
        assert answer.status in (200, 400)
    added = preview.list_files().keys() - before.keys()
    assert added
    assert all(path.startswith("project/seeds/") for path in added)


@pytest.mark.parametrize("name", ["x.exe", "x", "x.txt.sh", "report.toml", "x.toml", ""])
def test_files_that_are_no_texts_are_refused(preview: Preview, name: str):
    before = preview.list_files()
    answer = preview.ask(f"/upload?name={name}", b"data")
    assert (answer.status, answer.held["rule"]) == (400, "unknown-format")
    assert preview.list_files() == before


def test_a_file_that_is_too_large_is_refused_before_it_is_read(preview: Preview):
    before = preview.list_files()
    answer = preview.ask("/upload?name=large.txt", b"a" * 20_000_001)
    assert (answer.status, answer.held["rule"]) == (400, "source-too-large")
    assert preview.list_files() == before


def test_pages_in_sight_that_there_are_not_stop_nothing(preview: Preview, source: str):
    for first, last in ((-5, 2), (0, 10**18), (10**18, 10**18), (3, 1)):
        assert preview.ask(f"/look?source={source}", {"first": first, "last": last}).status == 200
    state = preview.ask(f"/state?source={source}").held
    text = state["text"] + "One more line.\n"
    assert preview.ask(f"/text?source={source}", {"base": state["base"], "text": text}).status == 200

"""Four ways in which a server cannot be trusted, and that none of them is ever told a password."""

# ruff: noqa: N802 - aiosmtpd calls its hooks so

import socket

import pytest
from aiosmtpd.smtp import AuthResult

from pressroom.circulate.mail.credentials import Credentials
from pressroom.circulate.mail.smtp import Connection, Disposition, Server, parse_server
from pressroom.errors import MachineError, UsageError
from tests.circulate.mail.servers import HOST, Door, Faults, certificate, serving, tls

ANN = Credentials("ann", password="open sesame")


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys")
    certificate(folder, "authority")
    certificate(folder, "good", authority="authority")
    certificate(folder, "old", authority="authority", days=-1)
    certificate(folder, "other", authority="authority", host="mail.example.net")
    certificate(folder, "self")
    return folder


def context(keys, name):
    return tls(keys / f"{name}.pem", keys / f"{name}.key")


@pytest.mark.parametrize("how", ["starttls", "tls"])
@pytest.mark.parametrize(
    ("name", "words"), [("self", "self-signed"), ("other", "mismatch"), ("old", "expired")]
)
def test_a_server_with_a_bad_certificate_is_refused_and_told_nothing(keys, name, words, how):
    door = Door()
    options = {"authenticator": door, "auth_require_tls": False}
    if how == "tls":
        options["ssl_context"] = context(keys, name)
    else:
        options["tls_context"] = context(keys, name)
    with serving(Faults(), **options) as port:
        to = Server("localhost", port, how == "tls", str(keys / "authority.pem"), 5)
        with pytest.raises(MachineError) as caught:
            Connection(to, ANN, "example.org")
    assert words in str(caught.value).lower()
    assert door.seen == []


def test_a_server_whose_starttls_was_taken_out_is_refused_and_told_nothing(keys):
    door = Door()
    with (
        serving(Faults(), authenticator=door, auth_require_tls=False) as port,
        pytest.raises(MachineError, match="does not offer to encrypt"),
    ):
        Connection(Server("localhost", port, secure=False, timeout=5), ANN, "example.org")
    assert door.seen == []


def test_off_loopback_nothing_goes_without_tls_even_with_no_password(monkeypatch):
    real = socket.create_connection
    with serving(Faults()) as port:
        monkeypatch.setattr(
            socket, "create_connection", lambda _to, timeout, source: real((HOST, port), timeout, source)
        )
        with pytest.raises(MachineError, match="does not offer to encrypt"):
            Connection(Server("mail.example.org", 587, secure=False, timeout=5), None, "example.org")


@pytest.mark.parametrize("how", ["starttls", "tls"])
def test_a_good_server_is_signed_in_to(keys, how):
    door, server_side = Door(), Faults()
    options = (
        {"ssl_context": context(keys, "good")} if how == "tls" else {"tls_context": context(keys, "good")}
    )
    with serving(server_side, authenticator=door, auth_require_tls=how != "tls", **options) as port:
        to = Server("localhost", port, how == "tls", str(keys / "authority.pem"), 5)
        connection = Connection(to, ANN, "example.org")
        answer = connection.send("press@example.org", "ann@example.com", b"Subject: x\r\n\r\n.x\r\n")
        connection.quit()
    assert answer.disposition is Disposition.SENT
    assert server_side.accepted == [("ann@example.com", b"Subject: x\r\n\r\n.x\r\n")]
    assert door.seen


def test_a_wrong_password_is_told_without_it(keys):
    with serving(Faults(), authenticator=Door(), tls_context=context(keys, "good")) as port:
        to = Server("localhost", port, secure=False, ca=str(keys / "authority.pem"), timeout=5)
        with pytest.raises(MachineError) as caught:
            Connection(to, Credentials("ann", password="hunter2"), "example.org")
    assert "refuses ann" in str(caught.value)
    assert "hunter2" not in str(caught.value)


def test_a_token_is_handed_in_as_xoauth2(keys):
    heard = []

    class OAuth(Faults):
        async def auth_XOAUTH2(self, _server, args):
            import base64

            heard.append(base64.b64decode(args[1]))
            return AuthResult(success=True)

    with serving(OAuth(), authenticator=Door(), tls_context=context(keys, "good")) as port:
        to = Server("localhost", port, secure=False, ca=str(keys / "authority.pem"), timeout=5)
        Connection(to, Credentials("ann", token="ya29"), "example.org").quit()
    assert heard == [b"user=ann\x01auth=Bearer ya29\x01\x01"]


def test_secrets_that_a_server_repeats_are_not_shown():
    assert ANN.hide_secrets("no: open sesame") == "no: …"
    assert "sesame" not in repr(ANN)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("smtps://mail.example.org", ("mail.example.org", 465, True, "")),
        ("smtp://ann@mail.example.org", ("mail.example.org", 587, False, "ann")),
        ("smtp://localhost", ("localhost", 25, False, "")),
        ("smtp://[::1]:2525", ("::1", 2525, False, "")),
        ("mail.example.org:2525", ("mail.example.org", 2525, False, "")),
    ],
)
def test_a_server_is_read(given, wanted):
    found, user = parse_server(given)
    assert (found.host, found.port, found.secure, user) == wanted


@pytest.mark.parametrize(
    "given",
    [
        "http://example.org",
        "smtp://",
        "smtp://a b",
        "smtp://ann:hunter2@example.org",
        "smtp://h:99999",
        "smtp://h\r\nX",
    ],
)
def test_what_is_no_server_is_refused(given):
    with pytest.raises(UsageError) as caught:
        parse_server(given)
    assert "hunter2" not in str(caught.value) or "password" in str(caught.value)


def test_a_file_of_certificates_is_needed_for_a_house_of_ones_own(keys):
    with (
        serving(Faults(), ssl_context=context(keys, "good")) as port,
        pytest.raises(MachineError, match="cannot be trusted"),
    ):
        Connection(Server("localhost", port, secure=True, timeout=5), None, "example.org")


@pytest.mark.parametrize("held", [None, b"", b"no certificate"])
def test_a_file_of_certificates_that_cannot_be_used_is_named(held, tmp_path):
    file = tmp_path / "ca.pem"
    if held is not None:
        file.write_bytes(held)
    with pytest.raises(MachineError) as caught:
        Connection(Server(HOST, 1, True, str(file)), None, "example.org")
    assert (caught.value.diagnostic.rule, caught.value.diagnostic.where) == ("no-certificates", str(file))

"""Mail servers on loopback that do what bad days bring: put off, refuse, drop the line, lose the reply.

An address says what is to happen to it: "grey…" is put off twice, "bad…" refused, "busy…" refused once after
its message, "cut…" loses the line once before its message, "lost…" once after it, with the reply; "kill…"
has the sender killed before the reply is sent.
"""

# ruff: noqa: N802 - aiosmtpd calls its hooks so

from __future__ import annotations

import asyncio
import collections
import json
import os
import signal
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

HOST = "127.0.0.1"


class Faults:
    """What arrives, in ``accepted``: recipient, bytes; and what may go wrong on the way."""

    def __init__(self, log: Path | None = None, pid: Path | None = None) -> None:
        self.accepted: list[tuple[str, bytes]] = []
        self.tries: collections.Counter[str] = collections.Counter()
        self.lost: collections.Counter[str] = collections.Counter()
        self.killed: collections.Counter[str] = collections.Counter()
        self.connections = 0
        self.log, self.pid = log, pid

    async def handle_EHLO(
        self, _server: SMTP, session: Any, _envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self.connections += 1
        return responses

    async def handle_RCPT(
        self, server: SMTP, _session: Any, envelope: Any, address: str, _options: list[str]
    ) -> str:
        self.tries[address] += 1
        if address.startswith("bad"):
            return "550 5.1.1 no such user"
        if address.startswith("grey") and self.tries[address] < 3:
            return "451 4.7.1 greylisted, try again later"
        if address.startswith("cut") and self.tries[address] < 2:
            server.transport.abort()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Any, envelope: Any) -> str:
        address = envelope.rcpt_tos[0]
        if address.startswith("busy") and self.tries[address] < 2:
            return "452 4.2.2 mailbox full"
        self.accepted.append((address, envelope.content))
        self._write(address, envelope.content)
        if address.startswith("lost") and not self.lost[address]:
            self.lost[address] += 1
            server.transport.abort()
        if address.startswith("kill") and self.pid and not self.killed[address]:
            self.killed[address] += 1
            os.kill(int(self.pid.read_text()), signal.SIGKILL)
            await asyncio.sleep(0.05)
        return "250 2.0.0 taken"

    def _write(self, address: str, content: bytes) -> None:
        if self.log:
            with self.log.open("a") as file:
                file.write(json.dumps([address, content.decode("latin-1")]) + "\n")


class _Controller(Controller):
    """A server on whatever port is free."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def serving(handler: object, **options: Any) -> Iterator[int]:
    """Run a server in a thread; its port."""
    controller = _Controller(handler, hostname=HOST, port=0, **options)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop(no_assert=True)


class Door:
    """Signs in whoever has the right words, and keeps what it was told."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, object]] = []

    def __call__(self, _server: SMTP, _session: Any, _envelope: Any, mechanism: str, data: Any) -> AuthResult:
        self.seen.append((mechanism, data))
        right = getattr(data, "password", b"") == b"open sesame"
        return AuthResult(success=right, handled=False)


def tls(certificate: Path, key: Path) -> ssl.SSLContext:
    """A server's side of TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def certificate(
    folder: Path, name: str, *, days: int = 30, authority: str = "", host: str = "localhost"
) -> Path:
    """Make a certificate and key, NAME.pem and NAME.key, signed by ``authority`` or by itself."""
    from datetime import UTC, datetime, timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    signer, issuer = key, subject
    if authority:
        signer = serialization.load_pem_private_key((folder / f"{authority}.key").read_bytes(), None)
        issuer = x509.load_pem_x509_certificate((folder / f"{authority}.pem").read_bytes()).subject
    start = datetime.now(UTC) - timedelta(days=60)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=60 + days))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=not authority, path_length=None), critical=True)
    )
    made = builder.sign(signer, hashes.SHA256())
    (folder / f"{name}.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    (folder / f"{name}.key").write_bytes(key.private_bytes(serialization.Encoding.PEM, form, plain))
    (folder / f"{name}.key").chmod(0o600)
    return folder / f"{name}.pem"

"""One connection to a mail server: secured, signed in, and honest about what the server said.

Off loopback there is no word to a server before its certificate has been verified; nowhere is a password
sent over a connection that has not been.
"""

from __future__ import annotations

import ipaddress
import re
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from pressroom.circulate.mail.credentials import Credentials
from pressroom.errors import MachineError, UsageError

PORTS = {"smtps": 465, "smtp": 587}
LOOPBACK_PORT = 25
# RFC 5321 asks for ten minutes for the reply to the end of a message, which may be checked for viruses
REPLY_PATIENCE = 10
_DOT = re.compile(rb"(?m)^\.")


@dataclass(frozen=True, slots=True)
class Server:
    """Where mail is handed in. ``secure``: TLS from the first byte; ``ca``: certificates to trust."""

    host: str
    port: int
    secure: bool
    ca: str = ""
    timeout: float = 30.0

    @property
    def loopback(self) -> bool:
        """Whether it is this machine."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    def __str__(self) -> str:
        return f"{'smtps' if self.secure else 'smtp'}://{self.host}:{self.port}"


def hide_password(address: str) -> str:
    """Return an address of a server without the password in it, whatever else is wrong with it."""
    head, at, host = address.rpartition("@")
    scheme = head[: head.find("//") + 2] if "//" in head else ""
    name, colon, _ = head[len(scheme) :].partition(":")
    return f"{scheme}{name}{':…' if colon else ''}{at}{host}"


def parse_server(address: str, *, ca: str = "", timeout: float = 30.0) -> tuple[Server, str]:
    """Return the server in "smtp[s]://[USER@]HOST[:PORT]", and the user, "" for none.

    Raises UsageError for anything else, and for a password, which a shell's history would keep.
    """
    try:
        parts = urlsplit(address if "://" in address else f"smtp://{address}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        parts, host, port = urlsplit(""), "", None
    if not address.isprintable() or parts.scheme not in PORTS or not re.fullmatch(r"[A-Za-z0-9.:_-]+", host):
        raise UsageError(
            f"{hide_password(address)!r} is no address of a mail server",
            cure="write it as smtps://mail.example.org or smtp://mail.example.org:587",
            rule="bad-server",
        )
    if parts.password is not None:
        raise UsageError(
            "a password does not belong into an address",
            cure="set PRESSROOM_SMTP_PASSWORD instead",
            rule="secret-in-address",
        )
    found = Server(host, port or PORTS[parts.scheme], parts.scheme == "smtps", ca, timeout)
    if port is None and not found.secure and found.loopback:
        found = Server(host, LOOPBACK_PORT, found.secure, ca, timeout)
    return found, parts.username or ""


class Disposition(StrEnum):
    """What a try came to: ``STOP`` is about us and not about the recipient, so no other need be tried."""

    SENT = "sent"
    PASSING = "passing"
    FINAL = "final"
    UNKNOWN = "unknown"
    LOST = "lost"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Answer:
    """A try's outcome, with the server's code and words."""

    disposition: Disposition
    code: int = 0
    reply: str = ""


class Connection:
    """A connection that is ready to take messages."""

    def __init__(self, to: Server, credentials: Credentials | None, name: str) -> None:
        """Connect, secure and sign in; ``name`` is how we introduce ourselves.

        Raises MachineError for what no other try would mend (certificate, password), OSError or
        smtplib.SMTPException for what one may.
        """
        self.server, self.credentials = to, credentials
        self.sent = 0
        self._smtp = _open_connection(to, credentials, name)
        if credentials:
            try:
                _sign_in(self._smtp, credentials, to)
            except BaseException:
                self._smtp.close()
                raise

    def send(
        self, sender: str, recipient: str, data: bytes, before_data: Callable[[], None] = lambda: None
    ) -> Answer:
        """Hand a message over to one recipient. ``before_data`` is called when the server is ready for its
        bytes and before the first of them is sent: from then on only its reply tells whether it has them.
        """
        self.sent += 1
        handed_over = False
        try:
            answer = self._announce(sender, recipient, len(data))
            if answer is not None:
                return answer
            code, words = self._smtp.docmd("DATA")
            if code != 354:
                return self._interpret_refusal(code, words)
            before_data()
            handed_over = True
            self._smtp.send(_escape_dots(data))
            assert self._smtp.sock is not None  # noqa: S101 - it has just been written to
            self._smtp.sock.settimeout(self.server.timeout * REPLY_PATIENCE)
            code, words = self._smtp.getreply()
            self._smtp.sock.settimeout(self.server.timeout)
            if 200 <= code < 300:
                return Answer(Disposition.SENT, code, self._clean(words))
            return self._interpret_refusal(code, words)
        except (smtplib.SMTPException, OSError) as error:
            self.close()
            disposition = Disposition.UNKNOWN if handed_over else Disposition.LOST
            return Answer(disposition, 0, self._clean(f"{type(error).__name__}: {error}".encode()))

    def _announce(self, sender: str, recipient: str, size: int) -> Answer | None:
        limit = self._smtp.esmtp_features.get("size", "")
        if limit.isdigit() and 0 < int(limit) < size:
            return Answer(Disposition.FINAL, 552, f"the message has {size} bytes; the server takes {limit}")
        options = [f"SIZE={size}"] if "size" in self._smtp.esmtp_features else []
        if not (sender.isascii() and recipient.isascii()):
            if not self._smtp.has_extn("smtputf8"):
                return Answer(Disposition.FINAL, 553, "the server takes no addresses beyond ASCII (SMTPUTF8)")
            options.append("SMTPUTF8")
            self._smtp.command_encoding = "utf-8"
        code, words = self._smtp.mail(sender, options)
        if code != 250:
            answer = self._interpret_refusal(code, words)
            final = answer.disposition is Disposition.FINAL and code != 552
            return Answer(Disposition.STOP, code, answer.reply) if final else answer
        code, words = self._smtp.rcpt(recipient)
        return None if code in (250, 251) else self._interpret_refusal(code, words)

    def _interpret_refusal(self, code: int, words: bytes) -> Answer:
        """Say what a refusal means, and leave the connection ready for the next message, or closed."""
        reply = self._clean(words)
        if code == 421 or code < 400:
            self.close()
        else:
            try:
                self._smtp.rset()
            except (smtplib.SMTPException, OSError):
                self.close()
        return Answer(Disposition.FINAL if 500 <= code < 600 else Disposition.PASSING, code, reply)

    def _clean(self, words: bytes) -> str:
        text = " ".join(words.decode("utf-8", "replace").split())
        text = "".join(character if character.isprintable() else "?" for character in text)
        return self.credentials.hide_secrets(text) if self.credentials else text

    @property
    def open(self) -> bool:
        """Whether another message can go over it."""
        return self._smtp.sock is not None

    def close(self) -> None:
        """Leave without waiting for a word."""
        self._smtp.close()

    def quit(self) -> None:
        """Say goodbye."""
        try:
            self._smtp.quit()
        except (smtplib.SMTPException, OSError):
            self._smtp.close()


def _escape_dots(data: bytes) -> bytes:
    if not data.endswith(b"\r\n"):
        data += b"\r\n"
    return _DOT.sub(b"..", data) + b".\r\n"


def _open_connection(to: Server, credentials: Credentials | None, name: str) -> smtplib.SMTP:
    context = _trust(to.ca)
    try:
        if to.secure:
            secure = smtplib.SMTP_SSL(to.host, to.port, name, timeout=to.timeout, context=context)
            secure.ehlo_or_helo_if_needed()
            return secure
        smtp = smtplib.SMTP(to.host, to.port, name, timeout=to.timeout)
        try:
            smtp.ehlo_or_helo_if_needed()
            if to.loopback and credentials is None:
                return smtp  # a relay on this machine, whose certificate is mostly one that it made itself
            if not smtp.has_extn("starttls"):
                raise MachineError(
                    f"{to} does not offer to encrypt (STARTTLS), or somebody on the way took that out",
                    cure="use smtps://, or ask who runs the server; nothing was sent, no password either",
                    rule="no-starttls",
                )
            smtp.starttls(context=context)
            smtp.ehlo()
        except BaseException:
            smtp.close()
            raise
        return smtp
    except (ssl.SSLEOFError, ssl.SSLZeroReturnError):
        raise  # the line was cut, which says nothing of the server
    except ssl.SSLError as error:
        reason = getattr(error, "verify_message", "") or error.reason or "it does not speak TLS"
        raise MachineError(
            f"{to} cannot be trusted: {reason}",
            cure="check the server's name; a certificate of your own house is named with [smtp] ca; "
            "nothing was sent, no password either",
            rule="untrusted-server",
        ) from error


def _trust(ca: str) -> ssl.SSLContext:
    """Return what trusts the certificates in a file, or those of the system."""
    try:
        return ssl.create_default_context(cafile=ca or None)
    except (OSError, ValueError) as error:  # a file without a certificate is an SSLError, which is an OSError
        raise MachineError(
            f"the certificates of [smtp] ca cannot be read ({getattr(error, 'strerror', '') or error})",
            cure="name a file with certificates in PEM form; nothing was sent",
            rule="no-certificates",
            where=ca,
        ) from error


def _sign_in(smtp: smtplib.SMTP, credentials: Credentials, to: Server) -> None:
    offered = smtp.esmtp_features.get("auth", "").upper().split()
    try:
        if credentials.token:
            words = f"user={credentials.user}\x01auth=Bearer {credentials.token}\x01\x01"
            # a refusal comes as a challenge with its reasons; an empty line asks for the verdict
            smtp.auth("XOAUTH2", lambda challenge=None: words if challenge is None else "")
        elif not offered:
            raise smtplib.SMTPNotSupportedError("it offers no way to sign in")
        else:
            smtp.login(credentials.user, credentials.password)
    except smtplib.SMTPAuthenticationError as error:
        if 400 <= error.smtp_code < 500:
            raise
        said = error.smtp_error if isinstance(error.smtp_error, bytes) else str(error.smtp_error).encode()
        raise MachineError(
            f"{to} refuses {credentials.user}: {credentials.hide_secrets(said.decode('utf-8', 'replace'))}",
            cure="check user and password (or the token, which expires)",
            rule="sign-in-refused",
        ) from None
    except smtplib.SMTPNotSupportedError as error:
        raise MachineError(
            f"{to} cannot sign {credentials.user} in: {error}",
            cure="ask who runs it, or leave the user out",
            rule="sign-in-unsupported",
        ) from None

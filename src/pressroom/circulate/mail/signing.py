"""What proves or keeps a message: DKIM, an S/MIME signature, a PDF that opens with a password only."""

from __future__ import annotations

import base64
import hashlib
import stat
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from pressroom.circulate.mail.recipients import Recipient
from pressroom.errors import MachineError, PressroomError
from pressroom.project.mail import MailSettings
from pressroom.project.toml import LARGEST
from pressroom.world import World
from pressroom.writers.email import Attachment

SIGNED = (b"from", b"to", b"reply-to", b"subject", b"date", b"message-id", b"in-reply-to", b"references")
SIGNED_TOO = (
    b"mime-version",
    b"content-type",
    b"list-unsubscribe",
    b"list-unsubscribe-post",
    b"auto-submitted",
)


@dataclass(frozen=True, slots=True)
class Signers:
    """How messages are signed; either may be None. ``smime`` makes a signed content of a content, ``dkim`` a
    line for the top of a whole message.
    """

    smime: Callable[[bytes], bytes] | None = None
    dkim: Callable[[bytes], bytes] | None = None


def load_signers(settings: MailSettings, folder: Path, world: World) -> Signers:
    """Return how the settings want messages signed. Raises PressroomError for keys that cannot be used."""
    smime = dkim = None
    if settings.smime_certificate and settings.smime_key:
        certificate = world.read(folder / settings.smime_certificate, LARGEST)
        smime = _make_smime_signer(certificate, _read_key(folder / settings.smime_key, world))
    if settings.dkim_domain and settings.dkim_selector and settings.dkim_key:
        dkim = _make_dkim_signer(settings, _read_key(folder / settings.dkim_key, world))
    return Signers(smime, dkim)


def _read_key(path: Path, world: World) -> bytes:
    data = world.read(path, LARGEST)
    if path.is_file() and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise MachineError(
            "others on this machine can read this key",
            cure=f"chmod 600 {path}",
            rule="key-open",
            where=str(path),
        )
    return data


def _make_dkim_signer(settings: MailSettings, key: bytes) -> Callable[[bytes], bytes]:
    try:
        import dkim
    except ImportError as error:
        raise _missing_package_error("DKIM", "dkimpy") from error
    selector, domain = settings.dkim_selector.encode(), settings.dkim_domain.encode()

    def sign(message: bytes) -> bytes:
        head = message.partition(b"\r\n\r\n")[0].lower()
        present = [name for name in (*SIGNED, *SIGNED_TOO) if b"\n" + name + b":" in b"\n" + head]
        try:
            line: bytes = dkim.sign(message, selector, domain, key, include_headers=present)
        except dkim.DKIMException as error:
            raise _unusable_key_error("DKIM", error) from error
        return line

    return sign


def _make_smime_signer(certificate: bytes, key: bytes) -> Callable[[bytes], bytes]:
    try:
        from cryptography import x509
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.asymmetric import ec, rsa
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key, pkcs7
    except ImportError as error:
        raise _missing_package_error("S/MIME", "cryptography") from error
    try:
        chain = x509.load_pem_x509_certificates(certificate)
        signer = load_pem_private_key(key, None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise _unusable_key_error("S/MIME", error) from error
    if not isinstance(signer, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise _unusable_key_error("S/MIME", ValueError("only RSA and elliptic curve keys sign mail"))

    def sign(content: bytes) -> bytes:
        builder = pkcs7.PKCS7SignatureBuilder().set_data(content).add_signer(chain[0], signer, SHA256())
        for more in chain[1:]:
            builder = builder.add_certificate(more)
        options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
        signature = base64.encodebytes(builder.sign(Encoding.DER, options)).replace(b"\n", b"\r\n")
        mark = b"=_" + hashlib.sha256(b"signed" + content).hexdigest()[:32].encode()
        return (
            b'Content-Type: multipart/signed; protocol="application/pkcs7-signature";\r\n micalg="sha-256";'
            b'\r\n boundary="' + mark + b'"\r\n\r\n--' + mark + b"\r\n" + content + b"\r\n--" + mark + b"\r\n"
            b'Content-Type: application/pkcs7-signature; name="smime.p7s"\r\n'
            b"Content-Transfer-Encoding: base64\r\n"
            b'Content-Disposition: attachment; filename="smime.p7s"\r\n\r\n'
            + signature
            + b"--"
            + mark
            + b"--\r\n"
        )

    return sign


def protect_attachments(attachments: tuple[Attachment, ...], recipient: Recipient) -> tuple[Attachment, ...]:
    """Return a recipient's attachments, the PDFs among them opening with the recipient's own password only.

    Raises PressroomError for a recipient without one: nobody is to get the open file by an oversight.
    """
    if not recipient.password:
        raise PressroomError(
            f"{recipient.address} has no password for a protected PDF",
            cure="fill in the column password, or send without --protect",
            rule="no-pdf-password",
            where=recipient.where,
        )
    from pressroom.writers.pdf import encrypt

    return tuple(
        replace(each, data=encrypt(each.data, recipient.password)) if each.name.endswith(".pdf") else each
        for each in attachments
    )


def _missing_package_error(what: str, package: str) -> MachineError:
    return MachineError(f"{what} needs {package}", cure="install pressroom[mail]", rule="missing-extra")


def _unusable_key_error(what: str, error: Exception) -> PressroomError:
    return PressroomError(
        f"the key for {what} cannot be used ({error})",
        cure="give a key and a certificate in PEM form, without a passphrase",
        rule="unusable-key",
    )

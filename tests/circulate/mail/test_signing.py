import dataclasses

import pytest

from pressroom.circulate.mail.recipients import Recipient
from pressroom.circulate.mail.signing import load_signers, protect_attachments
from pressroom.errors import MachineError, PressroomError
from pressroom.project.mail import MailSettings
from pressroom.world import RealWorld
from pressroom.writers.email import (
    Attachment,
    Envelope,
    Letter,
    Mailbox,
    encode_files,
    format_content,
    format_head,
)
from tests.circulate.mail.servers import certificate
from tests.programs import require_program

LETTER = Letter("Über uns", "<p>Zoë</p>", "Zoë\n", (), "de")
ENVELOPE = Envelope(
    sender=Mailbox("press@example.org"),
    to=Mailbox("ann@example.com"),
    message_id="a@example.org",
    unsubscribe=("https://example.org/u",),
)
SETTINGS = MailSettings(
    dkim_domain="example.org",
    dkim_selector="mail",
    dkim_key="dkim.key",
    smime_certificate="press.pem",
    smime_key="press.key",
)


@pytest.fixture
def keys(tmp_path):
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    certificate(tmp_path, "press")
    key = rsa.generate_private_key(65537, 2048)
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.TraditionalOpenSSL
    (tmp_path / "dkim.key").write_bytes(key.private_bytes(serialization.Encoding.PEM, form, plain))
    (tmp_path / "dkim.key").chmod(0o600)
    public = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return tmp_path, public


def message():
    return format_head(ENVELOPE, LETTER.subject, "de"), b"".join(
        format_content(LETTER, encode_files((Attachment("a.pdf", "application/pdf", b"%PDF" * 500),)))
    )


def test_a_dkim_signature_is_verified_and_breaks_with_any_change(keys):
    import base64

    dkim = pytest.importorskip("dkim", reason="dkimpy is not installed; it has no wheel to lock")

    folder, public = keys
    top, body = message()
    line = load_signers(SETTINGS, folder, RealWorld()).dkim(top + body)
    record = b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)
    whole = line + top + body
    assert dkim.verify(whole, dnsfunc=lambda *_args, **_more: record)
    for part in (b"press@example.org", b"https://example.org/u", b"JVBERi"):
        changed = whole.replace(part, part.upper() + b"x", 1)
        assert changed != whole
        assert not dkim.verify(changed, dnsfunc=lambda *_args, **_more: record)


def test_an_smime_signature_is_verified_by_another_program(keys, tmp_path):
    import subprocess

    require_program("openssl")
    folder, _ = keys
    top, body = message()
    signed = top + load_signers(dataclasses.replace(SETTINGS, dkim_key=""), folder, RealWorld()).smime(body)
    command = ["openssl", "smime", "-verify", "-CAfile", str(folder / "press.pem"), "-purpose", "any"]
    good = subprocess.run(command, input=signed, capture_output=True, check=False)
    assert good.returncode == 0, good.stderr
    assert good.stdout == body
    bad = subprocess.run(command, input=signed.replace(b"Zo=C3", b"Zx=C3"), capture_output=True, check=False)
    assert bad.returncode != 0


def test_a_key_that_others_can_read_is_not_used(keys):
    folder, _ = keys
    (folder / "dkim.key").chmod(0o644)
    with pytest.raises(MachineError, match="others on this machine"):
        load_signers(SETTINGS, folder, RealWorld())


def test_what_is_no_key_is_told(keys):
    folder, _ = keys
    (folder / "press.key").write_bytes(b"no key")
    with pytest.raises(PressroomError, match="cannot be used"):
        load_signers(dataclasses.replace(SETTINGS, dkim_key=""), folder, RealWorld())


def test_nobody_gets_the_open_file_by_an_oversight():
    with pytest.raises(PressroomError, match="has no password"):
        protect_attachments((Attachment("a.pdf", "application/pdf", b""),), Recipient("ann@example.com"))

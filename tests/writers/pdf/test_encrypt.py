"""A PDF that a password opens."""

import io

import pikepdf
import pytest

from pressroom.writers.pdf import encrypt


@pytest.fixture(scope="module")
def locked():
    pdf = pikepdf.new()
    pdf.add_blank_page()
    with pdf.open_metadata() as metadata:
        metadata["pdfaid:part"] = "3"
        metadata["pdfaid:conformance"] = "A"
        metadata["dc:title"] = "Wells"
    out = io.BytesIO()
    pdf.save(out)
    return encrypt(out.getvalue(), "swordfish ü")


def test_the_password_alone_opens_it(locked):
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(locked), password="other")
    with pikepdf.open(io.BytesIO(locked), password="swordfish ü") as pdf:
        assert len(pdf.pages) == 1
        assert pdf.encryption.bits == 256
        assert pdf.allow.accessibility


def test_it_does_not_claim_what_encryption_forbids(locked):
    with pikepdf.open(io.BytesIO(locked), password="swordfish ü") as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "Wells"
        assert "pdfaid:part" not in metadata
        assert "pdfaid:conformance" not in metadata

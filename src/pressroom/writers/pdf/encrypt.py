"""A finished PDF locked with a password."""

from __future__ import annotations

import io


def encrypt(data: bytes, password: str) -> bytes:
    """Return a PDF that opens with a password only (AES-256), and that programs may read aloud.

    PDF/A allows no encryption, so that the file no longer says that it is PDF/A. Its bytes differ each time,
    since the keys do.
    """
    import secrets

    import pikepdf

    # readers for the blind may always read it out, as PDF/UA asks
    allowed = pikepdf.Permissions(accessibility=True)
    owner = secrets.token_hex(16)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for key in ("pdfaid:part", "pdfaid:conformance"):
                if key in metadata:
                    del metadata[key]
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner=owner, user=password, R=6, allow=allowed))
    return out.getvalue()

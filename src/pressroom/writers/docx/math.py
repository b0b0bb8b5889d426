"""Formulas: TeX in Word's own mathematics markup, so that Word can edit them."""

from __future__ import annotations

from pressroom.writers.docx.markup import escaped


def formula(tex: str) -> str:
    """Return ``m:oMath`` for a formula."""
    return f'<m:oMath><m:r><m:t xml:space="preserve">{escaped(tex.strip())}</m:t></m:r></m:oMath>'

"""Inputs that the fuzzer found, a file of lines in base64 for each of its targets."""

from __future__ import annotations

import base64
from pathlib import Path

CORPUS = Path(__file__).parent


def read_corpus(name: str) -> tuple[bytes, ...]:
    """Return the kept inputs of a target, none where there is no file."""
    file = CORPUS / f"{name}.txt"
    return tuple(map(base64.b64decode, file.read_text().splitlines())) if file.is_file() else ()

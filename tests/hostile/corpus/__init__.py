"""Inputs that the fuzzer found, in lines of base64: those that reach most, and those that set off a fault."""

from __future__ import annotations

import base64
from pathlib import Path

CORPUS = Path(__file__).parent


def read_corpus(name: str) -> tuple[bytes, ...]:
    """Return the kept inputs of a target, none where there is no file."""
    files = [file for file in (CORPUS / f"{name}.txt", CORPUS / "faults" / f"{name}.txt") if file.is_file()]
    return tuple(base64.b64decode(line) for file in files for line in file.read_text().splitlines())

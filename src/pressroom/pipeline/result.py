"""What a report comes to: its outputs, or why there are none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pressroom.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Result:
    """The bytes of a report's formats by name, or a ``status`` other than 0 with the reason in diagnostics.

    ``dependencies`` are what it was built from, with fingerprints; ``steps`` those that had to be made, not
    taken from the store. ``lang`` is the language that it was made in (BCP 47).
    """

    outputs: Mapping[str, bytes] = field(default_factory=dict)
    pages: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    dependencies: Mapping[str, str] = field(default_factory=dict)
    steps: tuple[str, ...] = ()
    status: int = 0
    lang: str = ""

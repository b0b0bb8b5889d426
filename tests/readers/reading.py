"""Files read with all that must hold for every document."""

from __future__ import annotations

from pressroom.model.document import Document
from pressroom.readers import ReaderSettings, read
from tests.readers import content


def parse(data: bytes | str, ending: str) -> Document:
    document = read(
        data.encode("latin-1") if isinstance(data, str) else data, f"x.{ending}", ReaderSettings()
    )
    assert content.misplaced(document) == []
    return document

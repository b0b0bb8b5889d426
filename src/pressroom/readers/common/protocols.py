"""What one reader may need of another. The registry passes it in, so that no reader imports another."""

from __future__ import annotations

from typing import Protocol

from pressroom.model.document import Document
from pressroom.readers.common.assemble import Content
from pressroom.readers.common.pictures import Pictures
from pressroom.readers.common.settings import ReaderSettings


class ReadFile(Protocol):
    """Reads the bytes of a file of one format."""

    def __call__(self, data: bytes, source: str, settings: ReaderSettings) -> Document: ...  # noqa: D102 - the class says it


class ReadText(Protocol):
    """Reads a plain text that is decoded already."""

    def __call__(self, text: str, source: str, settings: ReaderSettings) -> Document: ...  # noqa: D102 - the class says it


class ReadHtml(Protocol):
    """Reads HTML that is decoded already, all of which is text; pictures in it are added to ``pictures``."""

    def __call__(self, text: str, source: str, pictures: Pictures) -> Content: ...  # noqa: D102 - the class says it


class ListExtensions(Protocol):
    """Returns the extensions of all files that can be read, lower case, with their dot."""

    def __call__(self) -> tuple[str, ...]: ...  # noqa: D102 - the class says it

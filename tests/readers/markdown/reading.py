"""Markdown read with settings, and its only block."""

from __future__ import annotations

from pressroom.model.document import (
    Document,
)
from pressroom.readers import ReaderSettings, read
from tests.readers import content


def parse(text: str, **given_settings: object) -> Document:
    return read(text.encode(), "x.md", ReaderSettings(**given_settings))


def only(document: Document) -> object:
    (block,) = document.blocks
    return block


def content_inlines(document: Document) -> list[object]:
    return [inline for inlines in content.stretches(document) for inline in inlines]

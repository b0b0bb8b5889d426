"""What a page may load, and nothing else: its pictures and the bundled fonts, from memory.

WeasyPrint copies the fonts into a temporary folder.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote

from pressroom.fonts import FontFile, font_files
from pressroom.model.document import Asset
from pressroom.model.page import Page

ASSET = "asset:"
FONT = "font:"


@dataclass(slots=True)
class PageResources:
    """What a page may load by its address, and every address that was refused, in the order asked for."""

    assets: Mapping[str, Asset]
    fonts: Mapping[str, FontFile]
    refused: list[str] = field(default_factory=list)

    def find(self, url: str) -> tuple[bytes, str] | None:
        """Return the bytes and media type of ``url``; for any other None, and a line in the record."""
        if url.startswith(ASSET):
            name = url.removeprefix(ASSET)  # WeasyPrint writes "ü" and blanks as %C3%BC and %20
            asset = self.assets.get(name) or self.assets.get(unquote(name))
            if asset is not None:
                return asset.data, asset.media_type
        elif url.startswith(FONT):
            font = self.fonts.get(unquote(url.removeprefix(FONT)))
            if font is not None:
                return font.path.read_bytes(), "font/ttf"
        if url not in self.refused:
            self.refused.append(url)
        return None


def collect_resources(page: Page) -> PageResources:
    """Collect what ``page`` may load: assets and drawings by "asset:NAME", faces by "font:NAME"."""
    drawings = {name: Asset(name, "image/svg+xml", drawing.svg) for name, drawing in page.drawings.items()}
    return PageResources({**page.assets, **drawings}, collect_fonts())


def collect_fonts() -> dict[str, FontFile]:
    """Return the bundled faces by the names of their files."""
    return {font.path.name: font for font in font_files()}


def font_url(font: FontFile) -> str:
    """Return the address of a face."""
    return FONT + quote(font.path.name)


def make_fetcher(resources: PageResources) -> Any:
    """Return a URL fetcher for WeasyPrint that loads from ``resources`` alone."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class ClosedFetcher(URLFetcher):  # type: ignore[misc]  # weasyprint brings no types
        """Knows no protocol but ours: the parent's handlers for files and networks are never reached."""

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 - a method of WeasyPrint's base class
            found = resources.find(url)
            if found is None:
                raise PermissionError(f"{url[:120]} is not part of the page")
            data, media_type = found
            return URLFetcherResponse(url, data, {"Content-Type": media_type})

    return ClosedFetcher(allowed_protocols=frozenset(), allow_redirects=False)


def make_font_configuration() -> Any:
    """Return an empty ``FontConfiguration`` whose copies of fonts are removed by this process alone.

    Its base class removes them with the object, which a forked process has as well: once that one dropped it,
    faces not yet opened would be missing from the pages of the process that keeps the object.
    """
    from weasyprint.text.fonts import FontConfiguration

    class OwnFontConfiguration(FontConfiguration):  # type: ignore[misc]  # weasyprint brings no types
        """A configuration that knows which process made it."""

        def __init__(self) -> None:
            self._owner = os.getpid()
            super().__init__()

        def __del__(self) -> None:
            if os.getpid() == self._owner:
                super().__del__()

    return OwnFontConfiguration()

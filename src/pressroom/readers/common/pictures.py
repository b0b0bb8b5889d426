"""Pictures that a document carries in itself, looked at before anything trusts them."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass, field

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import Asset

LARGEST = 20_000_000  # bytes of one picture
MOST_PIXELS = 25_000_000
MOST = 500  # pictures of one document
_KEPT = {"PNG": ("png", "image/png"), "JPEG": ("jpg", "image/jpeg")}
_CONVERTED = ("GIF", "WEBP", "BMP", "TIFF")


@dataclass(slots=True)
class Pictures:
    """Gathers a document's pictures as assets with plain names; the same bytes become one asset."""

    source: str
    assets: list[Asset] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _known: dict[bytes, str] = field(default_factory=dict)

    def add(self, data: bytes, where: str) -> str:
        """Return the name of the asset for a picture, "" when it cannot be shown (a warning says why).

        PNG and JPEG are kept as they are, other pictures become PNG. ``where`` names it in the warning.
        """
        if data in self._known:
            return self._known[data]
        name, problem = "", ""
        if len(data) > LARGEST:
            problem = f"is larger than {LARGEST // 1_000_000} MB"
        elif len(self.assets) >= MOST:
            problem = f"is one of more than {MOST}"
        else:
            kept, ending, media_type, problem = _checked(data)
            if not problem:
                name = f"picture-{len(self.assets) + 1}.{ending}"
                self.assets.append(Asset(name, media_type, kept))
        if problem:
            self.warn(f"the picture {where} {problem}", "replace it with a PNG or JPEG picture")
        self._known[data] = name
        return name

    def warn(self, message: str, cure: str) -> None:
        """Note a picture that is not there."""
        self.diagnostics.append(
            Diagnostic(Severity.WARNING, "picture-dropped", message, cure, where=self.source)
        )


def _checked(data: bytes) -> tuple[bytes, str, str, str]:
    """Return (bytes, name's ending, media type, problem) for a picture."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=(*_KEPT, *_CONVERTED)) as picture:
                width, height = picture.size
                if width * height > MOST_PIXELS:
                    return b"", "", "", "has more than 25 million pixels"
                kind = picture.format or ""
                if kind in _KEPT:
                    return data, *_KEPT[kind], ""
                shown = io.BytesIO()
                picture.convert("RGBA").save(shown, "PNG")
                return shown.getvalue(), *_KEPT["PNG"], ""
    except UnidentifiedImageError:
        return b"", "", "", "is of a kind that cannot be printed (no PNG or JPEG)"
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError, MemoryError, KeyError):
        return b"", "", "", "is damaged"

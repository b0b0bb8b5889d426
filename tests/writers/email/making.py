"""A picture for mails in tests."""

import io

from PIL import Image


def png(width: int, height: int) -> bytes:
    """A white picture."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(buffer, "PNG")
    return buffer.getvalue()


PNG = png(40, 20)

"""The pictures of the templates: the first page of each with its sample, for report templates and the manual.

python -m benchmarks.template_pictures    write templates/NAME/preview.png and docs/pictures/templates.png
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pressroom
from pressroom.project import templates
from pressroom.project.place import Place
from pressroom.world import RealWorld

if TYPE_CHECKING:
    from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
SCALE = 0.85  # pixels a point
GAP, GROUND = 16, "#d5d9df"
ACROSS = 4


def picture(name: str) -> Image.Image:
    """Return the first page of a template's sample."""
    import pypdfium2

    place = Place(ROOT, ROOT)
    sample = templates.load(name, place, RealWorld()).sample
    made = pressroom.make(ROOT / "seeds" / sample, ("pdf",), template=name)
    with pypdfium2.PdfDocument(made.outputs["pdf"]) as document:
        return document[0].render(scale=SCALE).to_pil().convert("RGB")


def main() -> None:
    """Write all pictures."""
    from PIL import Image

    place, world = Place(ROOT, ROOT), RealWorld()
    names = [name for name in templates.list_templates(place, world) if name != "base"]
    pages = {name: picture(name) for name in names}
    for name, page in pages.items():
        (ROOT / "templates" / name / "preview.png").write_bytes(_encode(page))
    width, height = next(iter(pages.values())).size
    rows = -(-len(pages) // ACROSS)
    size = (ACROSS * (width + GAP) + GAP, rows * (height + GAP) + GAP)
    sheet = Image.new("RGB", size, GROUND)
    for at, page in enumerate(pages.values()):
        sheet.paste(page, (GAP + at % ACROSS * (width + GAP), GAP + at // ACROSS * (height + GAP)))
    (ROOT / "docs" / "pictures" / "templates.png").write_bytes(_encode(sheet))


def _encode(page: Image.Image) -> bytes:
    held = io.BytesIO()
    page.quantize(256).save(held, "PNG", optimize=True)
    return held.getvalue()


if __name__ == "__main__":
    main()

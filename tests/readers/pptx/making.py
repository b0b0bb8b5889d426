# ruff: noqa: E501 - XML reads better unbroken
"""Presentations from the XML of their shapes, for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.readers.packages import zipped

SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
BULLETS = "".join(f'<a:lvl{at}pPr><a:buChar char="•"/></a:lvl{at}pPr>' for at in range(1, 10))
MASTER = f"<p:sldMaster {SPACES}><p:cSld><p:spTree/></p:cSld><p:txStyles><p:titleStyle/><p:bodyStyle>{BULLETS}</p:bodyStyle></p:txStyles></p:sldMaster>"


def par(text: str, level: int = 0, marks: str = "", run: str = "") -> str:
    """A paragraph of a shape."""
    return f'<a:p><a:pPr lvl="{level}">{marks}</a:pPr><a:r><a:rPr {run}/><a:t>{text}</a:t></a:r></a:p>'


def shape(kind: str, *paragraphs: str) -> str:
    """A shape in a placeholder; "" is a text box."""
    place = f'<p:nvPr><p:ph type="{kind}" idx="1"/></p:nvPr>' if kind else "<p:nvPr/>"
    return f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/>{place}</p:nvSpPr><p:txBody><a:bodyPr/>{"".join(paragraphs)}</p:txBody></p:sp>'


def title(text: str, kind: str = "title") -> str:
    """The title of a slide."""
    return shape(kind, par(text))


@dataclass(frozen=True)
class SlideXml:
    """A slide of shapes. ``relations`` are (id, kind, target) beyond those of layout and notes."""

    shapes: str
    notes: str = ""
    layout: str = "obj"
    hidden: bool = False
    relations: Sequence[tuple[str, str, str]] = field(default_factory=tuple)


def _related(*relations: tuple[str, str, str]) -> str:
    outside = ' TargetMode="External"'
    entries = "".join(
        f'<Relationship Id="{ident}" Type="{KIND}/{kind}" Target="{target}"'
        f"{outside if '://' in target else ''}/>"
        for ident, kind, target in relations
    )
    return f"<Relationships {PACKAGE}>{entries}</Relationships>"


def pptx(*slides: SlideXml, extra: Mapping[str, str | bytes] | None = None, sections: str = "") -> bytes:
    """A presentation with these slides."""
    numbers = range(1, len(slides) + 1)
    listed = "".join(f'<p:sldId id="{255 + at}" r:id="s{at}"/>' for at in numbers)
    parts: dict[str, str | bytes] = {
        "_rels/.rels": _related(("r1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f"<p:presentation {SPACES}><p:sldIdLst>{listed}</p:sldIdLst>{sections}</p:presentation>",
        "ppt/_rels/presentation.xml.rels": _related(
            *((f"s{at}", "slide", f"slides/slide{at}.xml") for at in numbers)
        ),
        "ppt/slideMasters/master.xml": MASTER,
    }
    for at, slide in zip(numbers, slides, strict=True):
        show = ' show="0"' if slide.hidden else ""
        parts[f"ppt/slides/slide{at}.xml"] = (
            f"<p:sld {SPACES}{show}><p:cSld><p:spTree>{slide.shapes}</p:spTree></p:cSld></p:sld>"
        )
        relations = [("l1", "slideLayout", f"../slideLayouts/{slide.layout}.xml"), *slide.relations]
        parts[f"ppt/slideLayouts/{slide.layout}.xml"] = (
            f'<p:sldLayout {SPACES} type="{slide.layout}"><p:cSld><p:spTree/></p:cSld></p:sldLayout>'
        )
        parts[f"ppt/slideLayouts/_rels/{slide.layout}.xml.rels"] = _related(
            ("m1", "slideMaster", "../slideMasters/master.xml")
        )
        if slide.notes:
            relations.append(("n1", "notesSlide", f"../notesSlides/notes{at}.xml"))
            parts[f"ppt/notesSlides/notes{at}.xml"] = (
                f"<p:notes {SPACES}><p:cSld><p:spTree>{slide.notes}</p:spTree></p:cSld></p:notes>"
            )
        parts[f"ppt/slides/_rels/slide{at}.xml.rels"] = _related(*relations)
    return zipped({**parts, **(extra or {})})

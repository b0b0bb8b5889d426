"""A PDF for a print shop: bleed, crop marks, page boxes, press colours, as near to PDF/X-4 as it goes.

PDF/X-4 is ISO 15930-7. Links, tags and attachments have no meaning on a press and are taken out.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.paper import POINTS_PER_MM
from pressroom.writers.sheets.inks import PressInks
from pressroom.writers.sheets.separation import Separation

if TYPE_CHECKING:
    from pikepdf import Page, Pdf

BLEED_MM = 3.0
MARK_MM = 5.0  # length of a crop mark, which begins where the bleed ends
EDGE_MM = 2.0  # white round the marks
# what the layout needs, so that areas run into the bleed
CSS = f"@page{{bleed:{BLEED_MM}mm;marks:none}}:root{{--bleed:{BLEED_MM}mm}}"
SCREEN_ONLY = (
    "/StructTreeRoot",
    "/MarkInfo",
    "/Names",
    "/AF",
    "/Outlines",
    "/OpenAction",
    "/PageMode",
    "/OutputIntents",
)
UNMET = (
    "PDF/X-4 is not certified: no independent validator is run",
    "black does not overprint: the shop's own set-up decides on trapping and overprint",
)


@dataclass(frozen=True, slots=True)
class Press:
    """What a print shop asks for: its press' ICC profile, and the most ink that its paper takes (of 4)."""

    profile: bytes
    name: str
    most_ink: float = 3.0
    least_dpi: int = 300


def prepare_for_shop(data: bytes, press: Press) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return a PDF, laid out with ``CSS``, as a print shop wants it, and what is to be known of it.

    Raises PressroomError when the profile is none of a press.
    """
    from pikepdf import Pdf

    with Pdf.open(io.BytesIO(data)) as pdf:
        inks = PressInks(press.profile, press.name)
        work = Separation(pdf, inks)
        for number, page in enumerate(pdf.pages, 1):
            work.convert_page(page, number)
            _add_boxes_and_marks(pdf, page)
        _remove_screen_features(pdf)
        dated = _describe(pdf, press, inks.name)
        buffer = io.BytesIO()
        pdf.save(buffer, deterministic_id=True, min_version="1.6", linearize=False)
        return buffer.getvalue(), _collect_findings(work, press, dated=dated)


def _add_boxes_and_marks(pdf: Pdf, page: Page) -> None:
    """Set the page's boxes (in points) and draw two marks at each corner, outside of the bleed."""
    from pikepdf import Array, Dictionary, Name

    left, low, right, high = (float(edge) for edge in page.trimbox)
    bleed, mark, edge = (size * POINTS_PER_MM for size in (BLEED_MM, MARK_MM, EDGE_MM))
    around = bleed + mark + edge
    page.obj.TrimBox = Array([left, low, right, high])
    page.obj.BleedBox = Array([left - bleed, low - bleed, right + bleed, high + bleed])
    page.obj.MediaBox = Array([left - around, low - around, right + around, high + around])
    for name in ("/CropBox", "/ArtBox"):
        if name in page.obj:
            del page.obj[name]
    lines = []
    for x, outwards in ((left, -1), (right, 1)):
        for y, upwards in ((low, -1), (high, 1)):
            across, down = x + outwards * bleed, y + upwards * bleed
            lines.append(f"{across:.3f} {y:.3f} m {across + outwards * mark:.3f} {y:.3f} l")
            lines.append(f"{x:.3f} {down:.3f} m {x:.3f} {down + upwards * mark:.3f} l")
    # the colour of marks is that of every plate
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    plates = Array([Name.Separation, Name.All, Name.DeviceCMYK, function])
    space = page.add_resource(plates, Name.ColorSpace, name=Name("/AllPlates"))
    page.contents_add(b"q\n", prepend=True)
    drawn = " ".join(lines)
    page.contents_add(pdf.make_stream(f"Q q {space} CS 1 SCN 0.25 w {drawn} S Q\n".encode()))


def _remove_screen_features(pdf: Pdf) -> None:
    for key in SCREEN_ONLY:
        if key in pdf.Root:
            del pdf.Root[key]
    for page in pdf.pages:
        for key in ("/Annots", "/StructParents", "/Tabs", "/AF"):
            if key in page.obj:
                del page.obj[key]


def _describe(pdf: Pdf, press: Press, condition: str) -> bool:
    """Write the output intent and what a PDF/X-4 says of itself; return whether it has the dates needed."""
    from pikepdf import Array, Dictionary, Name

    profile = pdf.make_stream(press.profile, N=4, Alternate=Name.DeviceCMYK)
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFX,
                OutputConditionIdentifier=condition,
                Info=condition,
                DestOutputProfile=profile,
            )
        ]
    )
    info = {str(key): str(value) for key, value in pdf.docinfo.items()}
    title = f"{info.get('/Title', '')} (for print)".strip()
    if "/Metadata" in pdf.Root:
        del pdf.Root.Metadata
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        meta["dc:title"] = title
        meta["pdfxid:GTS_PDFXVersion"] = "PDF/X-4"
        meta["pdf:Trapped"] = "False"
        dates = {"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}
        for key, name in dates.items():
            if key in info:
                meta[name] = _w3c(info[key])
        if "/ModDate" in info:
            meta["xmp:MetadataDate"] = _w3c(info["/ModDate"])
    pdf.docinfo["/Title"] = title
    pdf.docinfo["/Trapped"] = Name("/False")
    return all(key in info for key in dates)


def _w3c(date: str) -> str:
    from pikepdf.models.metadata import decode_pdf_date

    return decode_pdf_date(date).isoformat()


def _collect_findings(work: Separation, press: Press, *, dated: bool) -> tuple[Diagnostic, ...]:
    """Say what a print shop would come back about."""
    found = [
        _make_warning(
            "image-coarse",
            f"a picture on page {page} has {dpi} dots an inch at its size, fewer than {press.least_dpi}",
            "use a larger picture, or show it smaller",
        )
        for page, dpi in sorted(work.list_coarse_pages(press.least_dpi).items())
    ]
    if work.most > press.most_ink + 0.005:
        found.append(
            _make_warning(
                "ink-limit",
                f"{work.most:.0%} of ink on page {work.most_page}, more than {press.most_ink:.0%}",
                "lighten that colour or picture, or name a profile for a paper that takes less ink",
            )
        )
    found += [
        _make_warning("font-missing", f"the font {name} is not embedded", "embed it")
        for name in work.fonts_missing
    ]
    found += [_make_warning("not-press-colour", words, "ask the shop to convert it") for words in work.left]
    unmet = UNMET if dated else (*UNMET, "the report has no date, and PDF/X asks for one")
    found.append(
        Diagnostic(
            Severity.NOTE, "shop-unmet", f"print shop: {'; '.join(unmet)}", "tell the shop with the file"
        )
    )
    return tuple(found)


def _make_warning(rule: str, message: str, cure: str) -> Diagnostic:
    return Diagnostic(Severity.WARNING, rule, f"print shop: {message}", cure)

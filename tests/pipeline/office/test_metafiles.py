"""Pictures in EMF and WMF."""

from __future__ import annotations

import gzip
import io
import struct
from collections.abc import Sequence
from pathlib import Path

import pytest

from pressroom.model.document import Asset, Document
from pressroom.pipeline.office import metafiles
from pressroom.pipeline.office.metafiles import draw_metafiles, find_metafiles
from pressroom.readers import ReaderSettings, read
from pressroom.readers.common.pictures import Pictures, unpack_metafile
from tests.programs import require_program

# a placeable WMF: a window of 100 by 100, a rectangle in it
_RECORDS = (
    struct.pack("<IHhh", 5, 0x020B, 0, 0)
    + struct.pack("<IHhh", 5, 0x020C, 100, 100)
    + struct.pack("<IHhhhh", 7, 0x041B, 80, 80, 20, 20)
    + struct.pack("<IH", 3, 0)
)
_PLACE = struct.pack("<IHhhhhHI", 0x9AC6CDD7, 0, 0, 0, 1440, 1440, 1440, 0)
_CHECK = 0
for _word in struct.unpack("<10H", _PLACE):
    _CHECK ^= _word
WMF = (
    _PLACE
    + struct.pack("<H", _CHECK)
    + struct.pack("<HHHIHIH", 1, 9, 0x0300, 9 + len(_RECORDS) // 2, 0, 7, 0)
    + _RECORDS
)
EMF = b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(60)
_CODE = WMF[22:].hex()
RTF = rf"{{\rtf1 A plan of the quay.\par {{\pict\wmetafile8 {_CODE}}}\par It has 40 piles.\par}}"


def test_metafiles_are_known_by_their_bytes() -> None:
    assert unpack_metafile(WMF) == (WMF, "wmf")
    assert unpack_metafile(WMF[22:]) == (WMF[22:], "wmf")
    assert unpack_metafile(EMF) == (EMF, "emf")
    assert unpack_metafile(gzip.compress(EMF)) == (EMF, "emf")
    assert unpack_metafile(b"\x1f\x8bbroken") == unpack_metafile(b"\x89PNG") == (b"", "")


def test_readers_keep_them_only_where_they_are_asked_to() -> None:
    kept = read(RTF.encode(), "x.rtf", ReaderSettings(metafiles=True))
    assert [(each.name, each.media_type) for each in find_metafiles(kept)] == [("picture-1.png", "image/wmf")]
    bare = read(RTF.encode(), "x.rtf", ReaderSettings())
    assert bare.assets == ()
    assert [each.rule for each in bare.diagnostics] == ["rtf-lost"]
    pictures = Pictures("x", metafiles=True)
    assert [pictures.add(EMF, "a"), pictures.add(EMF, "b")] == ["picture-1.png", "picture-1.png"]


def _page(drawn: bool) -> bytes:
    from PIL import Image, ImageDraw

    page = Image.new("RGB", (300, 400), "white")
    if drawn:
        ImageDraw.Draw(page).rectangle((100, 120, 160, 150), fill="black")
    written = io.BytesIO()
    page.save(written, "PDF")
    return written.getvalue()


@pytest.mark.parametrize("drawn", [True, False])
def test_what_is_drawn_is_cut_out_of_its_page(monkeypatch: pytest.MonkeyPatch, drawn: bool) -> None:
    def run(files: Sequence[Path], _kind: str, _folder: Path) -> str:
        for file in files:
            file.with_suffix(".pdf").write_bytes(_page(drawn))
        return ""

    monkeypatch.setattr(metafiles, "run_libreoffice", run)
    other = Asset("picture-2.png", "image/png", b"x")
    document = Document("x.docx", "", None, (), (), assets=(Asset("picture-1.png", "image/emf", EMF), other))
    found = draw_metafiles(document)
    if not drawn:
        assert found is None
        return
    assert found is not None
    assert [each.rule for each in found.diagnostics] == ["pictures-drawn"]
    assert found.assets[1] == other
    from PIL import Image

    with Image.open(io.BytesIO(found.assets[0].data)) as picture:
        assert found.assets[0].media_type == "image/png"
        assert 200 < picture.width < 330  # 61 pixels at 72 to the inch, with what JPEG and the margin add
        assert picture.width > 1.5 * picture.height


@pytest.mark.slow
def test_libreoffice_draws_a_picture() -> None:
    require_program("soffice")
    document = read(RTF.encode(), "x.rtf", ReaderSettings(metafiles=True))
    found = draw_metafiles(document)
    assert found is not None
    assert found.assets[0].data.startswith(b"\x89PNG")

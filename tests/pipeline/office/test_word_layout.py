from __future__ import annotations

from io import BytesIO
from pathlib import Path
from time import sleep
from types import SimpleNamespace

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from pressroom.errors import MachineError, PressroomError
from pressroom.pipeline.office import libreoffice
from pressroom.pipeline.office.word_layout import lay_out
from pressroom.writers.docx import WordOptions, write
from tests.programs import needs
from tests.writers.docx.pages import page

needs_libreoffice = needs("soffice")
FILLER = "<p>" + "Words that fill a line and another line of the page. " * 12 + "</p>"
CONTENTS = (
    '<nav class="contents"><p class="contents-title">Contents</p><ol>'
    '<li class="level-1"><a href="#a-one">A</a></li><li class="level-1"><a href="#b">B</a></li></ol></nav>'
)


@pytest.mark.slow
@needs_libreoffice
def test_page_numbers_in_contents_are_those_of_the_layout() -> None:
    made = page(f"{CONTENTS}<h2 id='a-one'>A</h2>{FILLER * 9}<h2 id='b'>B</h2>{FILLER}")
    first = lay_out(write(made), ["a-one", "b", "nowhere"])
    assert first.page_numbers["a-one"] == 1
    assert first.page_numbers["b"] == first.page_count > 1
    assert "nowhere" not in first.page_numbers
    file = write(made, WordOptions(page_numbers=first.page_numbers, page_count=first.page_count))
    assert lay_out(file, ["a-one", "b"]) == first


def test_without_libreoffice_the_cure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressroom.pipeline.office.libreoffice.which", {}.get)
    with pytest.raises(MachineError) as caught:
        lay_out(b"", [])
    assert caught.value.diagnostic.rule == "libreoffice-missing"


def test_an_office_that_makes_nothing_is_told_of_in_its_own_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office = tmp_path / "soffice"
    office.write_text("#!/bin/sh\necho 'source file could not be loaded' >&2\nexit 1\n")
    office.chmod(0o755)
    monkeypatch.setattr("pressroom.pipeline.office.libreoffice.which", {"soffice": str(office)}.get)
    with pytest.raises(PressroomError, match="could not be loaded") as caught:
        lay_out(b"", [])
    assert caught.value.diagnostic.rule == "libreoffice-failed"


def test_an_office_is_told_where_our_fonts_are_whatever_the_folder_is_called(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folders = [tmp_path / "R&D <new>", tmp_path / "fonts"]
    fonts = [SimpleNamespace(path=folder / "Serif.woff2") for folder in folders for _ in range(2)]
    monkeypatch.setattr(libreoffice, "font_files", lambda: fonts)
    office = tmp_path / "soffice"
    office.write_text(f'#!/bin/sh\ncp "$FONTCONFIG_FILE" "{tmp_path}/told.conf"\n')
    office.chmod(0o755)
    monkeypatch.setattr(libreoffice, "which", {"soffice": str(office)}.get)
    with pytest.raises(PressroomError, match="could not set the Word file"):
        lay_out(b"", [])
    told = etree.parse(tmp_path / "told.conf").getroot()
    assert [(each.text, each.tail) for each in told.iter("dir")] == [(str(each), None) for each in folders]


@pytest.mark.slow
def test_an_office_that_hangs_is_ended_with_all_that_it_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office, mark = tmp_path / "soffice", tmp_path / "still-there"
    office.write_text(f"#!/bin/sh\n(sleep 2; touch {mark}) &\nwait\n")
    office.chmod(0o755)
    monkeypatch.setattr("pressroom.pipeline.office.libreoffice.which", {"soffice": str(office)}.get)
    monkeypatch.setattr("pressroom.pipeline.office.libreoffice._LONGEST", 0.2)
    with pytest.raises(PressroomError, match="took longer"):
        lay_out(b"", [])
    sleep(2.2)
    assert not mark.exists()


@needs_libreoffice
def test_a_place_whose_name_the_reference_takes_is_found() -> None:
    reference = Document()
    mark = '<w:bookmarkStart {} w:id="7" w:name="place"/>'.format(nsdecls("w"))
    paragraph = reference.add_paragraph("{{ body }}")
    paragraph.insert_paragraph_before("Cover")._p.extend(
        [parse_xml(mark), parse_xml('<w:bookmarkEnd {} w:id="7"/>'.format(nsdecls("w")))]
    )
    out = BytesIO()
    reference.save(out)
    contents = CONTENTS.replace("#a-one", "#place")
    made = page(f"{contents}{FILLER * 20}<h2 id='place'>Place</h2><h2 id='b'>B</h2>")
    layout = lay_out(write(made, WordOptions(reference=out.getvalue())), ["place", "b"])
    assert layout.page_numbers["place"] == layout.page_numbers["b"] > 1

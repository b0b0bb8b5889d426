"""What the Word file holds, element by element."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from shutil import which
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pressroom.check.docx_file import check
from pressroom.errors import PressroomError
from pressroom.model.document import Asset
from pressroom.model.figure import Datum, Figures, Series
from pressroom.model.report import Provenance
from pressroom.writers.docx import WordOptions, write
from tests.writers.docx.full import FIGURE, PAGES, full_page
from tests.writers.docx.pages import asset, drawing, page

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(main: str, **more: object) -> etree._Element:
    """The body of a page's Word file."""
    return etree.fromstring(parts(write(page(main, **more)))["word/document.xml"])[0]


@cache
def full() -> dict[str, bytes]:
    return parts(write(full_page(), WordOptions(page_numbers=PAGES, page_count=4)))


def document() -> str:
    return full()["word/document.xml"].decode()


def styles_of(root: etree._Element) -> list[tuple[str, str]]:
    """Each paragraph's style and words."""
    found = []
    for node in root.iter(f"{W}p"):
        style = node.find(f"{W}pPr/{W}pStyle")
        found.append((style.get(f"{W}val") if style is not None else "", "".join(node.itertext(f"{W}t"))))
    return found


def test_the_same_page_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib; from tests.writers.docx.full import full_page;"
        "from pressroom.writers.docx import WordOptions, write;"
        "data = write(full_page(), WordOptions(native_charts=True));"
        "print(hashlib.sha256(data).hexdigest())"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONUTF8": "1"},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(made) == 1


def test_roles_have_word_s_own_styles() -> None:
    found = styles_of(
        body(
            "<h1 class='title'>T</h1><p class='byline'>By</p><h2 id='a'>A</h2><h3 id='b'>B</h3><p>Words.</p>"
            "<p class='note'>N</p><blockquote><p>Q</p></blockquote><pre><code>c</code></pre>"
        )
    )
    assert found == [
        ("Title", "T"),
        ("Byline", "By"),
        ("Heading1", "A"),
        ("Heading2", "B"),
        ("BodyText", "Words."),
        ("Note", "N"),
        ("Quote", "Q"),
        ("SourceCode", "c"),
    ]


def test_inline_elements_keep_words_and_spaces() -> None:
    root = body(
        "<p>One <em>two</em>\n three<strong> four </strong>five<br>six&nbsp;<sup>7</sup> <s>8</s></p>"
    )
    assert "".join(node.text or "\n" for node in root.iter(f"{W}t", f"{W}br")) == (
        "One two three four five\nsix\u00a07 8"
    )


def test_words_that_xml_cannot_carry_are_dropped_and_the_rest_escaped() -> None:
    root = body("<p>a &lt; b &amp; &quot;c&quot; \x0b\x01 d</p>")
    assert styles_of(root)[0][1] == 'a < b & "c" d'


def test_nested_lists_are_counted_by_word() -> None:
    root = body(
        "<ul><li>a<ol type='i' start='4'><li>b</li></ol></li></ul><ol><li>c</li></ol><ol><li>d</li></ol>"
    )
    marks = [
        (node.find(f"{W}ilvl").get(f"{W}val"), node.find(f"{W}numId").get(f"{W}val"))
        for node in root.iter(f"{W}numPr")
    ]
    assert [level for level, _ in marks] == ["0", "1", "0", "0"]
    assert len({ident for _, ident in marks}) == 4  # each list counts by itself


def test_a_list_begins_where_its_source_begins() -> None:
    numbering = parts(write(page("<ol start='7' type='A'><li>x</li></ol>")))["word/numbering.xml"].decode()
    assert 'w:numFmt w:val="upperLetter"' in numbering
    assert '<w:startOverride w:val="7"/>' in numbering


def test_numbered_headings_are_counted_by_word_where_it_comes_to_the_same() -> None:
    assert '<w:t xml:space="preserve">First</w:t>' in document()
    assert 'w:lvlText w:val="%1.%2"' in full()["word/numbering.xml"].decode()


def test_numbers_that_word_would_count_otherwise_stay_text() -> None:
    root = body(
        "<h2 id='a'><span class='number'>2</span> A</h2><h2 id='b'><span class='number'>2a</span> B</h2>"
    )
    assert styles_of(root) == [("Heading1", "2\u2002A"), ("Heading1", "2a\u2002B")]


def test_a_heading_without_number_among_counted_ones_has_none() -> None:
    root = body("<h2 id='a'><span class='number'>1</span> A</h2><h2 id='b'>B</h2>")
    counted = [node.find(f"{W}pPr/{W}numPr") is not None for node in root.iter(f"{W}p")]
    assert counted == [True, False]


def test_table_rows_repeat_their_head_and_stay_whole() -> None:
    xml = document()
    assert xml.count("<w:tblHeader/>") == 1
    assert xml.count("<w:cantSplit/>") == xml.count("<w:tr>") + xml.count("<w:tr ")
    assert '<w:tblCaption w:val="Table 1 Stations"/>' in xml
    assert '<w:tblDescription w:val="Station, North, South"/>' in xml
    assert '<w:vMerge w:val="restart"/>' in xml
    assert '<w:gridSpan w:val="2"/>' in xml


def test_captions_count_themselves_and_references_point_at_them() -> None:
    xml = document()
    assert " SEQ Figure \\* ARABIC " in xml
    assert " SEQ Table \\* ARABIC " in xml
    assert " REF fig_a \\h " in xml
    assert " PAGEREF fig_a \\h " in xml
    assert re.search(r'<w:bookmarkStart w:id="\d+" w:name="fig_a"/>', xml)


def test_a_number_out_of_turn_is_set_by_hand() -> None:
    label = "<caption><span class='label'>Table {0}</span> x</caption>"
    table = "<table id='tab-{0}'>" + label + "<tr><td>a</td></tr></table>"
    xml = parts(write(page(table.format(4) + "<p>and</p>" + table.format(5))))["word/document.xml"].decode()
    assert re.findall(r"SEQ Table [^<]*", xml) == ["SEQ Table \\* ARABIC \\r 4 ", "SEQ Table \\* ARABIC "]


def test_contents_show_their_entries_and_page_numbers() -> None:
    xml = document()
    assert ' TOC \\o "1-2" \\h \\z \\u ' in xml
    assert ' TOC \\h \\z \\c "Figure" ' in xml
    entry = re.search(r"1\.1 Scope</w:t>.*?PAGEREF scope.*?<w:t[^>]*>(\d+)</w:t>", xml)
    assert entry
    assert entry.group(1) == "2"


def test_without_page_numbers_none_is_shown() -> None:
    xml = parts(write(full_page()))["word/document.xml"].decode()
    assert "PAGEREF scope" not in xml
    assert "1.1 Scope" in xml


def test_nothing_makes_word_ask_unless_it_should() -> None:
    assert b"updateFields" not in full()["word/settings.xml"]
    assert b"w:dirty" not in full()["word/document.xml"]
    asked = parts(write(full_page(), WordOptions(update_fields=True)))["word/settings.xml"]
    assert b'<w:updateFields w:val="true"/>' in asked


@pytest.mark.parametrize(("endnotes", "kind"), [(False, "footnote"), (True, "endnote")])
def test_notes_are_word_s_own(endnotes: bool, kind: str) -> None:
    made = parts(write(full_page(), WordOptions(endnotes=endnotes)))
    assert f'<w:{kind}Reference w:id="1"/>' in made["word/document.xml"].decode()
    assert " NOTEREF fn_1 \\h " in made["word/document.xml"].decode()
    notes = etree.fromstring(made[f"word/{kind}s.xml"])
    assert "".join(notes[-1].itertext(f"{W}t")) == " A note with a link to a site."
    assert b"https://example.org/x" in made[f"word/_rels/{kind}s.xml.rels"]


def test_header_and_footer_have_fields() -> None:
    head = full()["word/report-header1.xml"].decode()
    foot = next(text.decode() for name, text in full().items() if "footer" in name)
    assert " STYLEREF 1 " in head
    assert re.search(r"PAGE .*NUMPAGES ", foot)
    assert "Restricted" in foot
    assert "<w:titlePg/>" in document()


def test_a_landscape_section_stands_between_portrait_ones() -> None:
    sizes = re.findall(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"', document())
    assert sizes == [("11906", "16838"), ("16838", "11906"), ("11906", "16838")]


def test_a_report_may_end_in_landscape() -> None:
    root = body("<p>a</p><section class='landscape'><p>b</p></section>")
    sizes = [node.get(f"{W}orient") for node in root.iter(f"{W}pgSz")]
    assert sizes == [None, "landscape"]


def test_a_landscape_section_inside_a_block_is_refused() -> None:
    with pytest.raises(PressroomError, match="inside another block"):
        write(page("<blockquote><section class='landscape'><p>a</p></section></blockquote>"))


def test_pictures_carry_words_and_the_svg_a_png_beside_it() -> None:
    xml = document()
    assert 'descr="Bars: north above south."' in xml
    assert "asvg:svgBlip" in xml
    kinds = full()["[Content_Types].xml"].decode()
    assert 'Extension="svg"' in kinds
    assert 'Extension="png"' in kinds


def test_a_picture_that_only_decorates_says_so() -> None:
    made = write(
        page("<figure class='image'><img src='asset:fig-a' alt=''></figure>", drawings={"fig-a": drawing()})
    )
    assert b"decorative" in parts(made)["word/document.xml"]
    assert check(made, "x.docx") == ()


def test_a_picture_fits_its_room() -> None:
    made = page(
        "<figure class='chart' data-figure='f'><img src='asset:f' alt='x'></figure>",
        drawings={"f": drawing(500, 50)},
    )
    extent = re.search(rb'<wp:extent cx="(\d+)" cy="(\d+)"', parts(write(made))["word/document.xml"])
    assert extent
    across, down = int(extent.group(1)), int(extent.group(2))
    assert across <= 122.5 * 36000
    assert across / down == pytest.approx(10, rel=0.01)


def test_a_picture_that_nobody_can_read_is_refused_with_its_name() -> None:
    odd = page(
        "<figure><img src='asset:a.png' alt='x'></figure>",
        assets={"a.png": Asset("a.png", "image/png", b"no")},
    )
    with pytest.raises(PressroomError, match=r"a\.png"):
        write(odd)


@pytest.mark.parametrize(
    ("mode", "form"), [("P", "GIF"), ("RGB", "JPEG"), ("CMYK", "JPEG"), ("RGBA", "WEBP")]
)
def test_other_pictures_become_what_word_shows(mode: str, form: str) -> None:
    from PIL import Image

    out = BytesIO()
    Image.new(mode, (20, 10)).save(out, form)
    asset = Asset("a.x", "image/x", out.getvalue())
    names = parts(write(page("<figure><img src='asset:a.x' alt='x'></figure>", assets={"a.x": asset})))
    stored = [name for name in names if name.startswith("word/media/")]
    assert stored == [
        "word/media/report1.jpeg" if (mode, form) == ("RGB", "JPEG") else "word/media/report1.png"
    ]


def test_a_logo_stands_on_the_first_page_in_its_size() -> None:
    cover = '<header class="cover"><img class="logo" src="asset:photo.png" alt="The house"></header>'
    root = body("<p>a</p>", body=cover, assets={"photo.png": asset()})
    assert [style for style, _ in styles_of(root)] == ["Logo", "BodyText"]
    assert 'descr="The house"' in etree.tostring(root, encoding="unicode")


def test_a_picture_that_is_missing_leaves_its_words() -> None:
    root = body("<figure class='image'><img src='asset:none.png' alt='The bridge'></figure>")
    assert styles_of(root) == [("Figure", "The bridge")]


def test_native_charts_carry_their_data() -> None:
    made = parts(write(full_page(), WordOptions(native_charts=True)))
    chart = next(
        text.decode() for name, text in made.items() if "report-chart" in name and name.endswith(".xml")
    )
    assert "<c:v>North</c:v>" in chart
    assert '<c:pt idx="0"><c:v>12</c:v></c:pt>' in chart
    sheet = next(data for name, data in made.items() if name.endswith(".xlsx"))
    assert b"<v>15</v>" in parts(sheet)["xl/worksheets/sheet1.xml"]
    assert check(write(full_page(), WordOptions(native_charts=True)), "x.docx") == ()


@pytest.mark.parametrize(("kind", "element"), [("stacked", "barChart"), ("line", "lineChart")])
def test_other_kinds_of_native_charts_are_sound(kind: str, element: str) -> None:
    made = full_page()
    made = replace(made, report=replace(made.report, figures=Figures((replace(FIGURE, kind=kind),))))
    file = write(made, WordOptions(native_charts=True))
    chart = next(text.decode() for name, text in parts(file).items() if name.startswith("word/charts/report"))
    assert f"<c:{element}>" in chart
    assert check(file, "x.docx") == ()


def test_a_label_in_the_text_s_words_is_the_chart_s_label_too() -> None:
    series = (Series("North", (Datum(12, label="twelve"), Datum(15))),)
    made = full_page()
    made = replace(made, report=replace(made.report, figures=Figures((replace(FIGURE, series=series),))))
    chart = next(
        text.decode()
        for name, text in parts(write(made, WordOptions(native_charts=True))).items()
        if name.startswith("word/charts/report")
    )
    assert "<a:t>twelve</a:t>" in chart


def test_doubt_is_never_drawn_as_a_plain_bar() -> None:
    doubtful = replace(FIGURE, series=(Series("North", (Datum(12, high=14), Datum(15))),))
    made = full_page()
    made = replace(made, report=replace(made.report, figures=Figures((doubtful,))))
    assert not [name for name in parts(write(made, WordOptions(native_charts=True))) if "chart" in name]


def test_a_watermark_stands_in_every_header_with_words_for_those_who_do_not_see_it() -> None:
    made = parts(write(full_page(' data-watermark="DRAFT"')))
    headers = [text.decode() for name, text in made.items() if re.match(r"word/report-header\d", name)]
    assert len(headers) == 3  # first page, upright, landscape
    assert all('string="DRAFT"' in text and 'alt="DRAFT"' in text for text in headers)


def test_printed_on_both_sides_the_binding_has_the_wide_margin() -> None:
    made = parts(write(full_page(' data-sides="two"')))
    margins = re.findall(r'w:right="(\d+)" w:bottom="\d+" w:left="(\d+)"', made["word/document.xml"].decode())
    assert ("1077", "1531") in margins  # twips: 19 mm outside, 27 mm inside
    assert b"<w:mirrorMargins/>" in made["word/settings.xml"]
    assert b"mirrorMargins" not in full()["word/settings.xml"]


def test_properties_say_what_where_from_and_when() -> None:
    core, custom = full()["docProps/core.xml"].decode(), full()["docProps/custom.xml"].decode()
    assert "<dc:creator>Ada Example; Bo Sample</dc:creator>" in core
    assert "2024-05-03T00:00:00Z" in core
    assert "2024-05-04T00:00:00Z" in core
    assert 'name="Pressroom source SHA-256"' in custom


def test_a_date_that_is_none_is_no_clock() -> None:
    made = page("<p>x</p>", head='<meta name="dcterms.created" content="2024-99-99">')
    assert b"1980-01-01T00:00:00Z" in parts(write(made))["docProps/core.xml"]


def test_provenance_is_kept_whole() -> None:
    made = full_page()
    record = Provenance("a" * 64, "b" * 64, "c" * 64, (("pressroom", "1.0"), ("weasyprint", "70.0")))
    custom = parts(write(replace(made, report=replace(made.report, provenance=record))))[
        "docProps/custom.xml"
    ].decode()
    assert "a" * 64 in custom
    assert "pressroom 1.0; weasyprint 70.0" in custom


def test_languages_are_told_per_run_and_per_file() -> None:
    assert '<w:lang w:val="fr"/>' in document()
    styles = full()["word/styles.xml"].decode()
    assert 'w:val="en"' in styles or 'w:val="en-GB"' in styles


def test_right_to_left_words_and_paragraphs_are_marked() -> None:
    xml = document()
    assert '<w:bidi w:val="1"/>' in xml
    assert re.search(r"<w:rPr><w:rtl/></w:rPr><w:t[^>]*>هذه", xml)


def test_a_right_to_left_report_is_one_throughout() -> None:
    made = page("<p>مرحبا بكم</p><p>Only English here.</p>", lang="ar", direction="rtl")
    files = parts(write(made))
    xml = files["word/document.xml"].decode()
    assert "<w:bidi/></w:sectPr>" in xml
    assert xml.count('<w:bidi w:val="0"/>') == 1
    assert b'w:bidi="ar"' in files["word/styles.xml"]
    assert check(write(made), "x.docx") == ()


def test_a_number_alone_goes_with_the_report_s_direction() -> None:
    made = page("<p>مرحبا</p><p>1,100</p>", lang="ar", direction="rtl")
    assert b'<w:bidi w:val="0"/>' not in parts(write(made))["word/document.xml"]


def test_letter_paper_is_letter_paper() -> None:
    sizes = [node.attrib.values() for node in body("<p>a</p>", paper="Letter").iter(f"{W}pgSz")]
    assert sizes == [["12240", "15840"]]


def test_two_tables_in_a_row_stay_two() -> None:
    table = "<table><tr><td>a</td></tr></table>"
    tags = [etree.QName(node).localname for node in body(table + table)]
    assert tags == ["tbl", "p", "tbl", "sectPr"]


def test_a_page_break_goes_with_what_follows() -> None:
    root = body("<p>a</p><div class='page-break'></div><p>b</p>")
    assert [node.find(f"{W}pPr/{W}pageBreakBefore") is not None for node in root.iter(f"{W}p")] == [
        False,
        True,
    ]


def test_hostile_nesting_ends() -> None:
    deep = "<ul><li>x" * 60 + "</li></ul>" * 60
    assert check(write(page(deep)), "x.docx") == ()


_TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=40)


@given(_TEXT, _TEXT, st.integers(0, 3), st.integers(0, 3))
def test_any_words_make_a_sound_file(words: str, more: str, across: int, down: int) -> None:
    from html import escape

    table = (
        f"<table><tr><td colspan='{across}'>{escape(words)}</td><td rowspan='{down}'>{escape(more)}</td></tr>"
        f"<tr><td>{escape(more)}</td></tr></table>"
    )
    made = write(
        page(f"<p>{escape(words)} <em>{escape(more)}</em></p>{table}<ul><li>{escape(more)}</li></ul>")
    )
    assert [finding for finding in check(made, "x.docx") if finding.severity == "error"] == []


MORE = ' data-watermark="DRAFT" data-sides="two"'


@pytest.mark.parametrize(("body", "options"), [("", {}), (MORE, {"native_charts": True, "endnotes": True})])
def test_outside_validators_find_nothing(body: str, options: dict[str, bool], tmp_path: Path) -> None:
    audit, integrity = which("openxml-audit"), which("docx-integrity")
    if audit is None or integrity is None:
        pytest.skip("openxml-audit or docx-integrity is not installed")
    file = tmp_path / "full.docx"
    file.write_bytes(write(full_page(body), WordOptions(page_numbers=PAGES, **options)))
    for command in ([audit, "-f", "microsoft365", str(file)], [integrity, "check", str(file)]):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

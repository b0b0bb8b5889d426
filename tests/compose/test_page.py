import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from pressroom.compose import Template, compose
from pressroom.compose.inlines import render_formula
from pressroom.compose.page import make_environment, take_first
from pressroom.errors import PressroomError
from pressroom.model.diagnostic import Severity
from pressroom.model.document import (
    Asset,
    Callout,
    Cell,
    CodeBlock,
    Definition,
    DefinitionList,
    Divider,
    Footnote,
    Image,
    List,
    ListItem,
    MathBlock,
    Paragraph,
    Quote,
    Row,
    Table,
)
from pressroom.model.figure import Datum, Figure, Figures, LegendEntry, Panel, PanelEntry, PanelFrame, Series
from pressroom.model.inline import (
    Code,
    Emphasis,
    FootnoteRef,
    InlineImage,
    Lang,
    LineBreak,
    Link,
    Math,
    Strong,
    Text,
)
from pressroom.model.numbers import Numbers
from pressroom.model.quantity import Qualifier
from pressroom.model.report import PrintLayout
from pressroom.translations import list_words
from tests.making import document, key_number, load_template, paragraph, quantity, report, section, span


def tree(of, *, contents=False, assets=None, **made):
    page = compose(report(of, **made), load_template(), {}, assets or {}, contents=contents)
    return lxml_html.document_fromstring(page.html)


def body(*blocks, **more):
    """The HTML of blocks that stand in a section, white space folded."""
    page = tree(document(sections=(section("One", *blocks),), **more))
    _, *rest = page.find(".//main/section")
    return " ".join("".join(lxml_html.tostring(child, encoding="unicode") for child in rest).split())


def text_template(text: str, **files: str) -> Template:
    return Template("own", "templates/own", {"report.html.j2": text, **files})


def test_title_sections_and_paragraphs_stand_in_order():
    page = tree(
        document(
            paragraph("First words."),
            sections=(section("One", paragraph("In one."), sections=(section("Deeper", level=2),)),),
        )
    )
    found = [
        (element.tag, element.text_content())
        for element in page.iter("h1", "h2", "h3", "p")
        if element.get("class") not in ("brand", "kind")
    ]
    assert found == [
        ("h1", "A title"),
        ("p", "First words."),
        ("h2", "One"),
        ("p", "In one."),
        ("h3", "Deeper"),
    ]
    assert page.get_element_by_id("one").tag == "h2"


def test_contents_list_every_heading_when_wanted_and_none_else():
    of = document(sections=(section("One", sections=(section("Two", level=2),)),))
    links = [(a.getparent().get("class"), a.get("href")) for a in tree(of, contents=True).iter("a")]
    assert links == [("level-1", "#one"), ("level-2", "#two")]
    assert tree(of).find(".//nav") is None


def test_a_tile_links_to_its_number_in_the_text():
    text = "There were over 1,100 of them."
    number = key_number(
        quantity("1,100", 16, qualifier=Qualifier.OVER, words="over"), "over 1,100", "people hurt"
    )
    page = tree(document(paragraph(text, 0), text=text), numbers=Numbers(key=(number,)))
    tile = page.get_element_by_id("kn-1")
    assert tile.find_class("qualifier")[0].text == "over"
    assert tile.find_class("value")[0].text == "1,100"
    assert tile.find_class("tile-label")[0].text == "people hurt"
    target = tile.find(".//a").get("href").removeprefix("#")
    assert page.get_element_by_id(target).text == "1,100"


def test_a_tile_whose_display_does_not_begin_with_the_qualifier_prints_it_whole():
    number = key_number(
        quantity("10", 0, qualifier=Qualifier.AT_LEAST, words="or more"), "10 or more", "cases"
    )
    page = tree(document(paragraph("10 or more", 0), text="10 or more"), numbers=Numbers(key=(number,)))
    assert page.find_class("value")[0].text == "10 or more"
    assert not page.find_class("qualifier")


def test_the_cover_takes_the_opening_roles_and_the_text_the_rest():
    lead = Paragraph((Text("What it says."),), span(), "standfirst")
    by = Paragraph((Text("By A. Writer"),), span(), "byline")
    page = tree(document(lead, by, paragraph("Text.")))
    cover = [p.text for p in page.find_class("cover")[0].iter("p") if p.get("class") not in ("brand", "kind")]
    assert cover == ["What it says.", "By A. Writer"]
    assert [p.text for p in page.find(".//main").iter("p")] == ["Text."]


@pytest.mark.parametrize(
    ("author", "shown"),
    [("A. Writer", ["Text: A. Writer"]), ("B. Editor", ["B. Editor", "Text: A. Writer"])],
)
def test_an_author_whom_the_text_credits_at_its_end_is_named_there_alone(author, shown):
    credit = Paragraph((Text("Text: A. Writer"),), span(), "byline")
    made = replace(report(document(paragraph("Text."), credit)), author=(author,))
    page = lxml_html.document_fromstring(compose(made, load_template(), {}, {}, contents=False).html)
    assert [p.text for p in page.find_class("byline")] == shown


BLOCKS = [
    (List((ListItem((paragraph("a"),), span()),), span()), "<ul> <li>a</li> </ul>"),
    (
        List((ListItem((paragraph("a"),), span(), "2.1."),), span(), "decimal"),
        '<ol type="1" data-form="2.%."> <li data-marker="2.1.">a</li> </ol>',
    ),
    (
        List((ListItem((paragraph("a"),), span(), "c)"),), span(), "lower-alpha", 3),
        '<ol type="a" start="3" data-form="%)"> <li data-marker="c)">a</li> </ol>',
    ),
    (
        List((ListItem((paragraph("a"),), span(), checked=True),), span()),
        '<ul> <li class="task" data-checked="true">a</li> </ul>',
    ),
    (
        List(
            (ListItem((paragraph("a"), List((ListItem((paragraph("b"),), span()),), span())), span()),),
            span(),
        ),
        "<ul> <li>a <ul> <li>b</li> </ul> </li> </ul>",
    ),
    (
        Quote((paragraph("Said."),), span(), (Text("Somebody"),)),
        '<blockquote> <p>Said.</p><p class="attribution">Somebody</p> </blockquote>',
    ),
    (CodeBlock("a < b", span(), "py"), '<pre><code class="language-py">a &lt; b</code></pre>'),
    (
        DefinitionList((Definition((Text("Cc"),), (), span()),), span(), fields=True),
        '<dl class="fields"> <dt>Cc</dt> <dd> </dd> </dl>',
    ),
    (
        DefinitionList((Definition((Text("To"),), (paragraph("All"),), span()),), span(), fields=True),
        '<dl class="fields"> <dt>To</dt> <dd>All</dd> </dl>',
    ),
    (
        Callout("note", (paragraph("Mind."),), span(), (Text("Note"),)),
        '<aside class="callout note"> <p class="callout-title">Note</p> <p>Mind.</p> </aside>',
    ),
    (Divider(span()), '<hr class="divider">'),
    (MathBlock("a^2", span()), f'<p class="formula">{render_formula("a^2", "en", display=True)}</p>'),
    (
        Paragraph(
            (
                Emphasis((Text("a"),)),
                Strong((Code("b"),)),
                LineBreak(),
                Lang((Text("c"),), "fr"),
                Math("d"),
                InlineImage("none.png", "e"),
            ),
            span(),
            "note",
        ),
        '<p class="note"><em>a</em><strong><code>b</code></strong><br><span lang="fr">c</span>'
        f"{render_formula('d', 'en')}e</p>",
    ),
    (
        Paragraph(
            (
                Link((Text("safe"),), "https://example.org/?a=1&b=2"),
                Link((Text("own"),), "#there"),
                Link((Text("bad"),), "javascript:alert(1)"),
            ),
            span(),
        ),
        '<p><a href="https://example.org/?a=1&amp;b=2">safe</a><a class="ref" href="#there">own</a>bad</p>',
    ),
    (Image("gone.png", span(), "A map"), '<p class="note">Picture not available: A map</p>'),
    (
        Image("gone.png", span(), "A map", (Text("A map. A. Roe"),)),
        '<p class="note">Picture not available: gone.png</p> <p>A map. A. Roe</p>',
    ),
]


@pytest.mark.parametrize(("block", "expected"), BLOCKS, ids=lambda value: type(value).__name__)
def test_each_block_in_the_vocabulary(block, expected):
    assert body(block) == expected


def row(*cells: str) -> Row:
    return Row(tuple(Cell((Text(cell),), span()) for cell in cells))


def test_a_table_with_numbers_to_the_right_and_scopes():
    table = Table(
        (row("Town", "Visits"),),
        (row("North", "1,200"), row("South", "–")),
        span(),
        caption=(Text("Visits"),),
    )
    page = tree(document(table))
    assert [(th.get("scope"), th.get("class")) for th in page.iter("th")] == [("col", None), ("col", "num")]
    assert [td.get("class") for td in page.iter("td")] == [None, "num", None, "num"]
    assert page.find(".//caption").text_content() == "Table 1 Visits"


def test_header_cells_that_span_say_so():
    head = Row((Cell((Text("A"),), span(), header=True, colspan=2),))
    side = Row((Cell((Text("B"),), span(), header=True, rowspan=2), Cell((Text("1"),), span())))
    page = tree(document(Table((head,), (side, row("2")), span())))
    assert [(th.get("scope"), th.get("colspan"), th.get("rowspan")) for th in page.iter("th")] == [
        ("colgroup", "2", None),
        ("rowgroup", None, "2"),
    ]


def test_a_picture_of_the_document_is_an_asset_with_its_caption():
    picture = Image("map.png", span(5, 9), "A map", (Text("Where it is"),))
    page = tree(document(picture), assets={"map.png": Asset("map.png", "image/png", b"")})
    figure = page.get_element_by_id("image-5")
    assert figure.find("img").get("src") == "asset:map.png"
    assert figure.find("figcaption").text_content() == "Figure 1 Where it is"


def chart(ident: str, **more) -> Figure:
    data = Series("a", (Datum(1.0), Datum(2.0)))
    return Figure(
        ident, "bar", "Title", "What it shows", ("x", "y"), (data,), more.pop("sources", ()), **more
    )


def test_figures_stand_in_their_section_or_in_the_place_of_their_block():
    block = CodeBlock("mark = 'bar'", span(40, 60), "chart")
    placed = chart("fig-a", anchor=span(40, 60))
    of = document(sections=(section("One", block, paragraph("After.")),))
    made = Figures((placed, chart("fig-b", section="one"), chart("fig-c")))
    page = tree(of, figures=made)
    order = [e.get("id") or e.text for e in page.find(".//main").iter("figure", "p", "h2")]
    assert order == ["fig-c", "one", "fig-a", "After.", "fig-b"]
    labels_ = [label.text for label in page.find_class("label")]
    assert labels_ == ["Figure 1", "Figure 2", "Figure 3"]


def test_events_stand_behind_the_block_of_the_first_of_them():
    blocks = (paragraph("Line one.", 10), paragraph("Line two.", 30), paragraph("Contact us.", 60))
    of = document(sections=(section("One", *blocks),), text=" " * 80)
    events = replace(chart("fig-1", sources=(span(30, 39, line=1),)), kind="timeline", section="s-one")
    found = of.sections[0].id
    page = tree(of, figures=Figures((replace(events, section=found),)))
    order = [e.get("id") or e.text for e in page.find(".//main").iter("figure", "p")]
    assert order[-2:] == ["fig-1", "Contact us."]


def test_a_picture_stands_behind_its_paragraph_where_much_of_the_section_follows():
    long, short = paragraph("Long. " * 250, 60), paragraph("Contact us.", 60)
    for last, order in ((long, ["fig-1", last_words(long)]), (short, [last_words(short), "fig-1"])):
        blocks = (paragraph("Line one.", 10), paragraph("Line two.", 30), last)
        of = document(sections=(section("One", *blocks),), text=" " * 2000)
        figure = chart("fig-1", sources=(span(30, 39, line=1),), section=of.sections[0].id)
        page = tree(of, figures=Figures((figure,)))
        assert [e.get("id") or e.text for e in page.find(".//main").iter("figure", "p")][-2:] == order


def last_words(block):
    return block.inlines[0].value


def test_a_figures_source_line_links_to_its_sentence():
    text = "It rose. From 3 to 5."
    figure = chart("fig-1", sources=(span(9, 21, line=1),))
    page = tree(document(paragraph(text, 0), text=text), figures=Figures((figure,)))
    link = page.get_element_by_id("fig-1").find(".//a")
    assert page.get_element_by_id(link.get("href")[1:]).text == "From"
    assert link.text == "In the text"
    assert link.getnext().get("href") == link.get("href")
    assert link.getnext().get("data-before") == ", p. "


def test_a_note_stands_at_its_first_call_and_is_linked_to_after():
    note = Footnote("1", (paragraph("The note."),), span())
    calls = Paragraph((Text("a"), FootnoteRef("1"), Text("b"), FootnoteRef("1"), FootnoteRef("x")), span())
    assert body(calls, footnotes=(note,)) == (
        '<p>a<span class="footnote" id="fn-1" data-footnote="1">The note.</span>'
        'b<a class="footnote-again" href="#fn-1">1</a><sup>x</sup></p>'
    )


def test_a_note_that_is_never_called_is_not_lost():
    note = Footnote("1", (paragraph("The note."),), span())
    page = tree(document(paragraph("Text."), footnotes=(note,)))
    assert page.find_class("sources")[0].find(".//li").text == "The note."


def test_document_text_is_never_a_template_and_never_markup():
    page = tree(document(paragraph("{{ 7*7 }} <b>bold</b> & more\x00\x0b"), title="<i>{% x %}</i>"))
    assert page.find(".//main/p").text == "{{ 7*7 }} <b>bold</b> & more"
    assert page.find(".//h1").text == "<i>{% x %}</i>"


@given(st.text(), st.integers(0, 40), st.integers(1, 8))
def test_anchors_change_no_character(text, at, length):
    plain = "".join(char for char in text if char.isprintable())
    number = key_number(quantity("1", 0), "1", "things")
    anchored = number.quantity.__class__(
        **{name: getattr(number.quantity, name) for name in number.quantity.__slots__}
        | {"start": at, "end": at + length}
    )
    key = key_number(anchored, "1", "things")
    page = tree(document(paragraph("x" + plain, 0), text="x" + plain), numbers=Numbers(key=(key,)))
    assert page.find(".//main/p").text_content() == "x" + plain


def test_right_to_left_languages_set_the_direction():
    assert tree(document(), lang="ar").get("dir") == "rtl"
    assert tree(document(), lang="de").get("dir") == "ltr"


FAULTS = [
    ("{{ report.nothing }}", "templates/own/report.html.j2:1", "is called 'nothing'"),
    ("line\n{% if %}", "templates/own/report.html.j2:2", "Expected an expression"),
    ("a\nb\n{{ 1 / 0 }}", "templates/own/report.html.j2:3", "ZeroDivisionError"),
    ("{% include 'gone.j2' %}", "templates/own", "no file gone.j2"),
    ("a\n{{ ''.__class__.__mro__ }}", "templates/own/report.html.j2:2", "unsafe"),
]


@pytest.mark.parametrize(("text", "where", "message"), FAULTS)
def test_a_wrong_template_is_named_with_file_and_line(text, where, message):
    with pytest.raises(PressroomError) as caught:
        compose(report(document()), text_template(text), {}, {}, contents=False)
    found = caught.value.diagnostic
    assert (found.where, found.severity) == (where, Severity.ERROR)
    assert message in found.message
    assert found.cure


def test_a_template_without_its_layout_is_named():
    with pytest.raises(PressroomError, match=r"no file report\.html\.j2"):
        compose(report(document()), Template("own", "templates/own", {}), {}, {}, contents=False)


def test_an_error_in_an_included_file_names_that_file():
    template = text_template("{% include 'part.j2' %}", **{"part.j2": "\n{{ report.nothing }}"})
    with pytest.raises(PressroomError) as caught:
        compose(report(document()), template, {}, {}, contents=False)
    assert caught.value.diagnostic.where == "templates/own/part.j2:2"


@pytest.mark.parametrize(
    ("press", "attributes"),
    [
        (PrintLayout(), {}),
        (PrintLayout("DRAFT", "two"), {"data-watermark": "DRAFT", "data-sides": "two"}),
        # a right-hand page is one only where there are two sides
        (PrintLayout(chapters="right"), {"data-chapters": "right", "data-sides": "two"}),
        (PrintLayout(for_print=True), {"data-variant": "print"}),
    ],
)
def test_how_it_is_printed_is_told_to_the_style_sheet(press, attributes):
    page = compose(replace(report(document()), press=press), load_template(), {}, {}, contents=False)
    body = lxml_html.document_fromstring(page.html).find("body")
    assert dict(body.attrib) == {"data-paper": "A4", **attributes}


def listed(count: int, fewest: int, *, contents: bool = True) -> dict[str, list[str]]:
    """The entries of each list that a document of so many captioned tables gets."""
    of = document(sections=(section("One", *(captioned(number) for number in range(count))),))
    template = replace(load_template(), lists_from=fewest)
    page = compose(report(of), template, {}, {}, contents=contents)
    root = lxml_html.document_fromstring(page.html)
    navs = [nav for nav in root.findall(".//nav") if nav.get("class") != "contents"]
    assert all(
        root.get_element_by_id(link.get("href")[1:]) is not None for nav in navs for link in nav.iter("a")
    )
    return {nav.get("class"): [link.text_content() for link in nav.iter("a")] for nav in navs}


def captioned(number: int) -> Table:
    cell = Cell((Text("a"),), span())
    at = span(100 * number, 100 * number + 10)
    return Table((), (Row((cell,)),), at, caption=(Text(f"What  was {number}"),))


def test_many_tables_are_listed_after_the_contents():
    assert listed(3, 3) == {
        "contents tables": ["Table 1\u2002What was 0", "Table 2\u2002What was 1", "Table 3\u2002What was 2"]
    }


@pytest.mark.parametrize(("fewest", "contents"), [(4, True), (3, False)])
def test_few_tables_or_no_contents_make_no_list(fewest, contents):
    assert listed(3, fewest, contents=contents) == {}


def test_the_brand_reaches_the_style_sheet():
    page = compose(
        report(document()),
        text_template("<html><head></head><main>x</main></html>", **{"print.css": "p{}"}),
        {},
        {},
        contents=False,
    )
    assert page.css.startswith(":root{--text:#1b1e23")
    assert '--serif:"Source Serif Pro"' in page.css
    assert page.css.endswith("p{}")


def test_a_template_is_compiled_once_and_again_when_its_text_changes():
    def find_compiled(words):
        source = f"{words} {{{{ 1 + 1 }}}}"
        environment = make_environment(Template("a", "a", {"kept.j2": source}))
        cache = environment.bytecode_cache
        compiled = cache.get_bucket(environment, "kept.j2", "a/kept.j2", source).code
        assert environment.get_template("kept.j2").render() == f"{words} 2"
        return compiled

    assert find_compiled("first") is None
    assert find_compiled("first") is not None
    assert find_compiled("second") is None


@pytest.mark.parametrize("name", ["base", "briefing"])
def test_each_template_lays_out_the_same_parts(name):
    page = lxml_html.document_fromstring(
        compose(numbered_report(), load_template(name), {}, {}, contents=False, mini=True).html
    )
    parts = [child.get("class") or child.tag for child in page.find("body")]
    assert parts == ["running head", "running foot", "cover", "key-numbers", "main"]


def numbered_report(panel=None):
    """A report of four sections whose text has three numbers, with the panel of them."""
    source = "First 1,100 people came. Then 200 left, and 30 stayed. " + "More words follow here. " * 40
    numbers = [quantity("1,100", 6), quantity("200", 31), quantity("30", 45)]
    key = tuple(key_number(each, each.text, f"label {at}", f"kn-{at}") for at, each in enumerate(numbers, 1))
    sections = tuple(section(name, paragraph("Words.")) for name in ("One", "Two", "Three", "Four"))
    of = replace(document(paragraph(source, 0), sections=sections), text=source)
    return report(of, numbers=Numbers(key=key), figures=Figures(panel=panel))


def test_a_panel_has_its_frames_and_what_is_left_as_a_list():
    glyph = Figure("glyph-1", "marks", "", "Eleven marks.", ("",), (Series("", (Datum(1100),)),), ())
    sign = replace(glyph, id="sign-1", alt="A mark with an arrow")
    panel = Panel(
        (PanelFrame("one", (PanelEntry("kn-1", glyph, "Each mark stands for 100."), PanelEntry("kn-2"))),),
        ("kn-3",),
        "Frames are not to be compared",
        "Each mark stands for 100.",
        (LegendEntry(sign, "the text says “over”"),),
    )
    page = lxml_html.document_fromstring(
        compose(numbered_report(panel), load_template(), {}, {}, contents=False).html
    )
    strip = page.find(".//section[@class='key-numbers']")
    assert [(child.tag, child.get("class")) for child in strip] == [
        ("p", "strip-title"),
        ("ul", "tiles frames"),
        ("ul", "tiles further"),
        ("p", "panel-note"),
        ("ul", "legend"),
    ]
    assert strip.find_class("scope")[0].text == "Frames are not to be compared"
    first, second = strip.find_class("entry")
    assert [child.get("class") for child in first] == ["tile-number", "tile-label", "glyph", "glyph-note"]
    assert (first.get("id"), second.get("data-key-number")) == ("kn-1", "kn-2")
    assert (first.find("img").get("src"), first.find("img").get("alt")) == ("asset:glyph-1", "Eleven marks.")
    assert [item.get("data-key-number") for item in strip.findall("ul/li[@id]")] == ["kn-3"]
    assert strip.find("ul[@class='legend']/li/img").get("src") == "asset:sign-1"
    assert strip.find("ul[@class='legend']/li/span").text == "the text says “over”"


@pytest.mark.parametrize("panel", [None, Panel((), ("kn-1", "kn-2", "kn-3"))])
def test_without_frames_the_key_numbers_are_a_list(panel):
    page = lxml_html.document_fromstring(
        compose(numbered_report(panel), load_template(), {}, {}, contents=False).html
    )
    listed = page.findall(".//ul[@class='tiles further']/li")
    assert [item.get("id") for item in listed] == ["kn-1", "kn-2", "kn-3"]
    assert [item.find(".//a").get("href") for item in listed] == ["#src-kn-1", "#src-kn-2", "#src-kn-3"]


@pytest.mark.parametrize(
    ("mini", "contents", "shown"), [(True, False, 4), (True, True, 0), (False, False, 0)]
)
def test_four_sections_beside_enough_text_have_short_contents(mini, contents, shown):
    made = compose(numbered_report(), load_template(), {}, {}, contents=contents, mini=mini)
    page = lxml_html.document_fromstring(made.html)
    assert len(page.findall(".//main/nav[@class='contents mini']/ol/li")) == shown


def test_short_contents_are_left_out_where_the_text_beside_them_is_short():
    of = document(paragraph("Short."), sections=tuple(section(name) for name in ("A", "B", "C", "D")))
    assert "contents mini" not in compose(report(of), load_template(), {}, {}, contents=False, mini=True).html


def test_the_band_names_publisher_kind_and_date_and_shows_a_logo():
    brand = replace(report(document()).brand, logo=Asset("l.png", "image/png", b""), address=("A", "B"))
    made = replace(report(document()), brand=brand, date="2026-05-03", date_text="3 May 2026")
    page = lxml_html.document_fromstring(compose(made, load_template(), {}, {}, contents=False).html)
    band = page.find_class("band")[0]
    assert [child.get("class") for child in band] == ["logo", "kind", "band-date"]
    assert band.get("class") == "band on-paper"
    assert (band.find("img").get("src"), band.find("img").get("alt")) == ("asset:brand-logo", "Pressroom")
    assert band.find(".//time").get("datetime") == "2026-05-03"
    assert page.find_class("about-address")[0].text == "A · B"


def test_the_end_tells_how_the_doubts_that_occur_are_drawn():
    series = (Series("", (Datum(5, Qualifier.OVER), Datum(6, None, 8))),)
    figure = Figure("fig-1", "bar", "Visits", "Five.", ("a", "b"), series, ())
    page = tree(document(), figures=Figures((figure,)))
    said = page.find_class("about-doubt")[0].text
    assert "An arrow: the text says “over”" in said
    assert "hollow from there" in said
    assert "Hatched" not in said
    assert not tree(document()).find_class("about")


def test_a_doubt_of_a_picture_that_the_template_leaves_out_is_not_explained():
    series = (Series("", (Datum(5, Qualifier.OVER),)),)
    figure = Figure("fig-1", "bar", "Visits", "Five.", ("a",), series, ())
    made = report(document(), figures=Figures((figure,)))
    own = {**load_template().files}
    own["report.html.j2"] = "{% extends 'base/report.html.j2' %}{% block main %}{% endblock %}"
    page = compose(made, replace(load_template(), files=own), {}, {}, contents=False).html
    assert "asset:fig-1" not in page
    assert not lxml_html.document_fromstring(page).find_class("about-doubt")


def test_an_error_in_an_inherited_file_names_that_file():
    files = {
        "report.html.j2": "{% extends 'base/report.html.j2' %}",
        "base/report.html.j2": "\n\n{{ report.nothing }}",
    }
    places = {
        name: f"templates/{'base' if name.startswith('base') else 'own'}/report.html.j2" for name in files
    }
    template = Template("own", "templates/own", files, places=places)
    with pytest.raises(PressroomError) as caught:
        compose(report(document()), template, {}, {}, contents=False)
    assert caught.value.diagnostic.where == "templates/base/report.html.j2:3"


DOT = {"a.png": Asset("a.png", "image/png", b""), "a b.png": Asset("0a-a-b.png", "image/png", b"")}
DOT_IMAGE = InlineImage("a.png", "Dot")


def pictures(*blocks):
    page = tree(document(sections=(section("One", *blocks),)), assets=DOT)
    return page.findall(".//main//img")


@pytest.mark.parametrize(
    ("inlines", "small"),
    [
        ((DOT_IMAGE,), [False]),
        ((Link((DOT_IMAGE,), "https://x.org"),), [False]),
        ((Text(" "), DOT_IMAGE, Text(" ")), [False]),
        ((Text("Words "), DOT_IMAGE), [True]),
        ((Link((Text("Words "), DOT_IMAGE), "https://x.org"),), [True]),
        ((Emphasis((Text("Words"),)), LineBreak(), InlineImage("a.png", "alone")), [False]),
        ((Code("x"), DOT_IMAGE), [True]),
    ],
)
def test_a_picture_is_small_only_among_words(inlines, small):
    table = Table((), (Row((Cell(inlines, span()),)),), span())
    for block in (Paragraph(inlines, span()), table):
        assert ["in-line" in (image.get("class") or "") for image in pictures(block)] == small


def test_pictures_of_one_place_have_ids_and_addresses_of_their_own():
    blocks = (Image("a.png", span(5, 9), "One"), Image("a b.png", span(5, 9), "Two"))
    page = tree(document(sections=(section("One", *blocks),)), assets=DOT)
    figures = page.findall(".//figure")
    assert [figure.get("id") for figure in figures] == ["image-5", "image-5-2"]
    assert [figure.find("img").get("src") for figure in figures] == ["asset:a.png", "asset:0a-a-b.png"]
    assert ["bare" in figure.get("class") for figure in figures] == [True, True]


def test_a_picture_has_the_words_that_there_are():
    said = Image("a.png", span(), "", (Text("The quay"),))
    link = Paragraph((Link((InlineImage("a.png"),), "https://x.org/a"),), span())
    worded = Paragraph((Link((InlineImage("a.png"), Text("Words")), "https://x.org/a"),), span())
    bare = Image("a.png", span(7, 8))
    assert [image.get("alt") for image in pictures(said, link, worded, bare)] == [
        "The quay",
        "https://x.org/a",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("kind", "title", "lang", "said"),
    [
        ("warning", "", "en", "Warning"),
        ("note", "", "de", "Hinweis"),
        ("tip", "Pack light", "fr", "Conseil\u00a0: Pack light"),
        ("caution", "", "es", "Precaución"),
        ("important", "", "xx", "Important"),
        ("note", "Notes of the speaker", "en", "Notes of the speaker"),
        ("odd", "", "en", "Note"),
    ],
)
def test_a_callout_says_what_kind_it_is(kind, title, lang, said):
    block = Callout(kind, (paragraph("Mind."),), span(), (Text(title),) if title else ())
    of = replace(report(document(sections=(section("One", block),))), lang=lang, labels=list_words(lang))
    page = compose(of, load_template(), {}, {}, contents=False)
    (head,) = lxml_html.document_fromstring(page.html).find_class("callout-title")
    assert head.text_content() == said


@pytest.mark.parametrize(
    ("marking", "most"),
    [("", 66), ("DRAFT", 61), ("EMBARGOED UNTIL 6 A.M. ON 5 MAY 2027", 30), ("X" * 90, 24)],
)
def test_the_title_in_the_foot_leaves_room_for_the_marking_beside_it(marking, most):
    made = replace(report(document(paragraph("Text."))), title="Of quays " * 20, marking=marking)
    (title,) = lxml_html.document_fromstring(
        compose(made, load_template(), {}, {}, contents=False).html
    ).find_class("running-title")
    assert most - 9 <= len(title.text) <= most


@pytest.mark.parametrize(("most", "pinned", "shown"), [(3, 0, 3), (3, 2, 3), (3, 5, 5), (0, 2, 0), (9, 0, 6)])
def test_what_an_editor_pinned_is_shown_though_fewer_are_wanted(most: int, pinned: int, shown: int) -> None:
    numbers = tuple(
        replace(key_number(quantity(str(at), at), str(at), "boats"), pinned=at < pinned) for at in range(6)
    )
    assert take_first(numbers, most) == numbers[:shown]


def test_the_name_under_a_closing_has_room_to_sign_in_a_letter() -> None:
    import io
    import zipfile

    import pressroom

    letter = (
        "Mr A. Prior\n14 Mill Street\nHarwick\n\nHarwick, 9 March 2026\n\nDear Mr Prior,\n\n"
        "The registers can be read again from Monday on.\n\nYours sincerely,\n\nEdda Lorne\nKeeper\n"
    )
    made = pressroom.make(letter.encode(), ("html", "docx"), template="letter").outputs
    by_ending = {str(name).rpartition(".")[2]: data for name, data in made.items()}
    assert by_ending["html"].decode().count('class="signer signature"') == 1
    with zipfile.ZipFile(io.BytesIO(by_ending["docx"])) as package:
        styles = re.findall(r'<w:pStyle w:val="(Sign\w+)"', package.read("word/document.xml").decode())
    assert styles == ["Signature", "Signer"]

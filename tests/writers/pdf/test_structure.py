"""The structure tree as an independent reader sees it."""

import io
import re
from collections import Counter
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pikepdf
import pytest
from lxml import html

from pressroom.model.page import PageTree
from pressroom.writers.pdf import render
from pressroom.writers.pdf.structure import StructureBuilder
from tests.writers.torture import small

pdfplumber = pytest.importorskip("pdfplumber", reason="pdfplumber is not installed")


class Tree:
    """The tree with the text of each element."""

    def __init__(self, data: bytes) -> None:
        from pdfplumber.structure import PDFStructTree

        with pdfplumber.open(io.BytesIO(data)) as file:
            self.text: dict[tuple[int, int], str] = {}
            self.loose: list[str] = []
            for page in file.pages:
                for char in page.chars:
                    if char.get("mcid") is None:
                        self.loose.append(char["text"])
                    else:
                        key = (page.page_number, char["mcid"])
                        self.text[key] = self.text.get(key, "") + char["text"]
                page.close()
            self.root = list(PDFStructTree(file))
        self.all = list(self._walk(self.root))

    def _walk(self, elements):
        for element in elements:
            yield element
            yield from self._walk(element.children)

    def words(self, element: Any) -> str:
        own = "".join(self.text.get((element.page_number, mcid), "") for mcid in element.mcids)
        return own + "".join(self.words(child) for child in element.children)

    def kinds(self, *kinds: str) -> list[Any]:
        return [element for element in self.all if element.type in kinds]


def tree(main: str, **more: str) -> Tree:
    return Tree(render(small(main, **more)).data)


@pytest.fixture(scope="session")
def torture_tree(laid_out) -> Tree:
    return Tree(laid_out.data)


def pattern(element: Any) -> Any:
    """Kinds as nested lists: ["L", ["LI", "Lbl", "LBody"]]."""
    below = [pattern(child) for child in element.children]
    return [element.type, *below] if below else element.type


def body(main: str) -> list[Any]:
    """The pattern of what a page's main holds."""
    (main_,) = tree(main).kinds("Part")
    return [pattern(child) for child in main_.children]


SHAPES = {
    "paragraph": ("<p>a <em>b</em> <strong>c</strong></p>", ["P"]),
    "heading": ('<section class="level-1"><h2>a</h2><p>b</p></section>', [["Sect", "H2", "P"]]),
    "list": ("<ul><li>a</li></ul>", [["L", ["LI", "Lbl", "LBody"]]]),
    "nested list": (
        "<ul><li>a<ol><li>b</li></ol></li></ul>",
        [["L", ["LI", "Lbl", ["LBody", ["L", ["LI", "Lbl", "LBody"]]]]]],
    ),
    "tasks": ('<ul><li class="task" data-checked="true">a</li></ul>', [["L", ["LI", "Lbl", "LBody"]]]),
    "terms": ("<dl><dt>a</dt><dd>b</dd></dl>", [["L", ["LI", "Lbl", "LBody"]]]),
    "table": (
        '<table><caption>t</caption><thead><tr><th scope="col">a</th></tr></thead>'
        "<tbody><tr><td>1</td></tr></tbody></table>",
        [["Table", "Caption", ["THead", ["TR", "TH"]], ["TBody", ["TR", "TD"]]]],
    ),
    "table without headers": (
        "<table><tbody><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></tbody></table>",
        [["Table", ["TBody", ["TR", "TH", "TD"], ["TR", "TH", "TD"]]]],
    ),
    "quotation": (
        '<blockquote><p>a</p><p class="attribution">b</p></blockquote>',
        [["BlockQuote", "P", "P"]],
    ),
    "code": ("<pre><code>a</code></pre><p><code>b</code></p>", [["P", "Code"], ["P", "Code"]]),
    "figure": (
        '<figure class="image"><img src="asset:dot.png" alt="d"><figcaption>c</figcaption></figure>',
        [["Div", "Figure", "Caption"]],
    ),
    "aside": (
        '<aside class="callout note"><p class="callout-title">a</p><p>b</p></aside>',
        [["Div", "P", "P"]],
    ),
    "language": ('<p>a <span lang="de">b</span></p>', [["P", "Span"]]),
    "link": ('<p><a href="https://example.org">a</a></p>', [["P", "Link"]]),
    "reference": ('<p id="x"><a class="ref" href="#x">a</a></p>', [["P", ["Reference", "Link"]]]),
    "footnote": (
        '<p>a<span class="footnote" id="fn-1" data-footnote="1">b</span> c</p>',
        [["P", "Reference", ["Note", "Lbl"]]],
    ),
    "contents": (
        '<nav class="contents"><p class="contents-title">C</p>'
        '<ol><li class="level-1"><a href="#x">a</a></li></ol></nav>'
        '<h2 id="x">a</h2>',
        [["Sect", "P", ["TOC", ["TOCI", ["Reference", "Link"]]]], "H2"],
    ),
}


@pytest.mark.parametrize(("main", "wanted"), SHAPES.values(), ids=SHAPES.keys())
def test_elements_have_their_structure_types(main, wanted):
    assert body(main) == wanted


def test_split_blocks_are_one_element(torture_tree):
    tables = torture_tree.kinds("Table")
    assert len(tables) == 3  # the long one stands on four pages
    long = tables[0]
    rows = [child for part in long.children for child in part.children if child.type == "TR"]
    assert len(rows) == 2 + 96 + 2
    assert Counter(child.type for child in long.children) == {"Caption": 1, "THead": 1, "TBody": 1}


def test_a_paragraph_over_a_page_break_is_one_element():
    found = tree(f"<p>{'word ' * 700}</p>")
    (only,) = found.kinds("P")
    assert "".join(found.text.values()).count("word") == 700
    assert only.page_number is not None


def test_running_heads_are_artifacts(torture_tree):
    loose = "".join(torture_tree.loose)
    assert re.search(r"Page(3\d)of\1", loose.replace(" ", ""))
    assert "Page 2" not in "".join(map(torture_tree.words, torture_tree.root))


def test_each_note_follows_its_call(torture_tree):
    notes = torture_tree.kinds("Note")
    assert len(notes) == 30
    assert len({note.element["ID"] if hasattr(note, "element") else id(note) for note in notes}) == 30


def test_figures_have_words_and_their_true_place(laid_out):
    with pikepdf.open(io.BytesIO(laid_out.data)) as file:
        figures = [
            part
            for part in file.objects
            if isinstance(part, pikepdf.Dictionary) and part.get("/S") == "/Figure"
        ]
        assert {str(part.Alt) for part in figures} >= {"A dot.", "A very tall and narrow picture of a mast."}
        for part in figures:
            left, bottom, right, top = map(float, part.A.BBox)
            _, _, width, height = map(float, part.Pg.MediaBox)
            assert 0 < left < right < width
            assert 0 < bottom < top < height


def test_header_cells_have_scope_and_ids_are_listed(laid_out):
    with pikepdf.open(io.BytesIO(laid_out.data)) as file:
        heads = [
            part for part in file.objects if isinstance(part, pikepdf.Dictionary) and part.get("/S") == "/TH"
        ]
        assert {str(part.A.Scope) for part in heads} == {"/Column", "/Row"}
        listed = [str(name) for name in list(file.Root.StructTreeRoot.IDTree.Names)[::2]]
        assert listed == sorted(listed)
        known = {
            str(part.ID)
            for part in file.objects
            if isinstance(part, pikepdf.Dictionary) and "/ID" in part and "/S" in part
        }
        assert set(listed) == known
        named = {
            str(name)
            for part in file.objects
            if isinstance(part, pikepdf.Dictionary) and part.get("/S") == "/TD" and "/A" in part
            for name in part.A.get("/Headers", [])
        }
        assert named
        assert named <= known


def test_languages_are_told(laid_out):
    with pikepdf.open(io.BytesIO(laid_out.data)) as file:
        languages = {
            str(part.Lang)
            for part in file.objects
            if isinstance(part, pikepdf.Dictionary) and "/Lang" in part
        }
    assert languages == {"en-GB", "de", "ar", "fr", "ru", "el"}


def test_links_say_their_words(laid_out):
    with pikepdf.open(io.BytesIO(laid_out.data)) as file:
        links = [link for page in file.pages for link in page.get("/Annots", [])]
        said = {str(link.Contents) for link in links}
        assert "the desk" in said
        assert "1.1 Findings from round 12" not in said
        assert all(link.F == 4 for link in links)
        assert len({int(link.StructParent) for link in links}) == len(links)


def test_a_link_in_a_running_head_is_taken_away():
    page = small("<p>a</p>")
    html = page.html.replace(
        '<header class="cover">',
        '<div class="running foot"><a href="https://example.org">x</a></div><header class="cover">',
    )
    with pikepdf.open(io.BytesIO(render(replace(page, tree=PageTree(html))).data)) as file:
        assert not list(file.pages[0].get("/Annots", []))


class Box:
    """A box as WeasyPrint would lay it out, of which nothing is painted."""

    def __init__(self, element: Any, *children: Any, link: Any = None) -> None:
        self.element, self.element_tag, self.children = element, element.tag, children
        self.link_annotation = link


def test_items_of_a_list_stand_in_one_and_a_lone_item_makes_its_own():
    listed = html.fragment_fromstring("<ul><li>a</li><li>b</li></ul>")
    builder = StructureBuilder()
    item = builder.node(listed[0], "", builder.node(listed, "", builder.root))
    builder.node(listed[1], "", builder.node(listed, "", builder.root))
    (made,) = builder.root.kids
    assert (made.kind, [kid.kind for kid in made.kids]) == ("L", ["LI", "LI"])
    assert item.kind == "LBody"
    lone = builder.node(html.fragment_fromstring("<li>c</li>"), "", builder.root)
    assert [part.kind for part in (lone, lone.parent, lone.parent.parent)] == ["LBody", "LI", "L"]


def test_a_links_rectangle_belongs_to_the_link_around_it_and_is_stray_in_none():
    words = html.fragment_fromstring('<p><a href="https://example.org"><em>a</em></a></p>')
    rectangle, loose = {"Type": "/Annot"}, {"Type": "/Annot"}
    inner = Box(words[0], Box(words[0][0], link=rectangle))
    page = SimpleNamespace(margin_height=lambda: 800.0, children=[Box(words, inner, link=loose)])
    builder = StructureBuilder()
    builder.page(page, 3, {})
    (paragraph,) = builder.root.kids
    (link,) = paragraph.kids
    assert link.kind == "Link"
    assert [(kid.page, kid.dictionary is rectangle) for kid in link.kids] == [(3, True)]
    assert [(stray.page, stray.dictionary is loose) for stray in builder.strays] == [(3, True)]


def test_a_picture_without_words_is_an_artifact():
    page = '<p>Over 12 <img src="asset:dot.png" alt=""></p><p><img src="asset:dot.png" alt="a dot"></p>'
    (figure,) = tree(page).kinds("Figure")
    assert figure.alt_text == "a dot"

"""Nothing of an OpenDocument text is lost: each word lands once, in a block or in what is left out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.model.document import Document
from pressroom.readers import ReaderSettings, read
from tests.readers import content
from tests.readers.packages import odt

STYLES = "".join(
    f'<style:style style:family="text" style:name="{name}"><style:text-properties {look}/></style:style>'
    for name, look in (
        ("B", 'fo:font-weight="bold"'),
        ("I", 'fo:font-style="italic"'),
        ("U", 'style:text-position="super 58%"'),
    )
)


@dataclass
class Writer:
    """Writes the XML of a random text and keeps count of the words that it shows and hides."""

    draw: st.DrawFn
    shown: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)

    def one_of(self, *options: str) -> str:
        return self.draw(st.sampled_from(options))

    def count(self, most: int) -> range:
        return range(self.draw(st.integers(0, most)))

    def word(self, *, seen: bool = True) -> str:
        made = f"w{len(self.shown) + len(self.hidden)}q"
        (self.shown if seen else self.hidden).append(made)
        return f" {made} "

    def inlines(self, depth: int = 0) -> str:
        return "".join(self.inline(depth) for _ in self.count(3))

    def inline(self, depth: int) -> str:
        kind = self.one_of(
            *(
                "text",
                "text",
                "text",
                "span",
                "a",
                "gap",
                "note",
                "comment",
                "box",
                "field",
                "page",
                "mark",
                "picture",
            )
        )
        if depth > 2 or kind == "text":
            return self.word()
        if kind == "span":
            return (
                f'<text:span text:style-name="{self.one_of(*"BIUX")}">{self.inlines(depth + 1)}</text:span>'
            )
        if kind == "a":
            href = self.one_of("https://a.org", "file:///x", "#x")
            return f'<text:a xlink:href="{href}">{self.inlines(depth + 1)}</text:a>'
        if kind == "note":
            body = f"<text:note-body>{self.paragraph(depth + 1)}</text:note-body>"
            return f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
        if kind == "box":
            return f"<draw:frame><draw:text-box>{self.paragraph(depth + 1)}</draw:text-box></draw:frame>"
        return {
            "gap": self.one_of("<text:s/>", "<text:tab/>", "<text:line-break/>", "<text:soft-page-break/>"),
            "comment": "<office:annotation><text:p>{}</text:p></office:annotation>",
            "page": "<text:page-number>{}</text:page-number>",
            "field": "<text:sequence>{}</text:sequence>",
            "mark": "<text:ruby><text:ruby-base>{}</text:ruby-base></text:ruby>",
            "picture": '<draw:frame><draw:image xlink:href="gone.png"/><svg:desc>{}</svg:desc></draw:frame>',
        }[kind].format(self.word(seen=kind not in ("comment", "page")) if kind != "gap" else "")

    def paragraph(self, depth: int) -> str:
        name, level = self.one_of("p", "p", "p", "h"), self.one_of("1", "2", "3")
        style = self.one_of(
            "", "Title", "Subtitle", "Quotations", "Preformatted_20_Text", "Table_20_Heading", "Text"
        )
        named = f' text:style-name="{style}"' if style else ""
        return f'<text:{name}{named} text:outline-level="{level}">{self.inlines(depth)}</text:{name}>'

    def blocks(self, depth: int) -> str:
        return "".join(self.block(depth) for _ in self.count(3))

    def block(self, depth: int) -> str:
        kind = self.one_of("p", "p", "p", "list", "table", "section", "index", "changes", "frame")
        if depth > 2 or kind == "p":
            return self.paragraph(0)
        if kind == "list":
            items = "".join(
                f"<text:list-item>{self.blocks(depth + 1)}</text:list-item>" for _ in self.count(3)
            )
            return f"<text:list>{items}</text:list>"
        if kind == "table":
            return f"<table:table>{self.rows(depth)}</table:table>"
        if kind == "section":
            return f"<text:section>{self.blocks(depth + 1)}</text:section>"
        if kind == "frame":
            return f"<draw:frame><draw:text-box>{self.blocks(depth + 1)}</draw:text-box></draw:frame>"
        inner = f"<text:p>{self.word(seen=False)}</text:p>"
        if kind == "index":
            return (
                f"<text:table-of-content><text:index-body>{inner}</text:index-body></text:table-of-content>"
            )
        region = f"<text:changed-region><text:deletion>{inner}</text:deletion></text:changed-region>"
        return f"<text:tracked-changes>{region}</text:tracked-changes>"

    def rows(self, depth: int) -> str:
        row = self.one_of("{}", "<table:table-header-rows>{}</table:table-header-rows>")
        made = (f"<table:table-row>{self.cells(depth)}</table:table-row>" for _ in self.count(3))
        return "".join(row.format(each) for each in made)

    def cells(self, depth: int) -> str:
        span = self.one_of("", ' table:number-columns-spanned="2"', ' table:number-rows-spanned="2"')
        return "".join(
            f"<table:table-cell{span}>{self.blocks(depth + 1)}</table:table-cell>" for _ in self.count(3)
        )


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, Counter[str], Counter[str]]:
    writer = Writer(draw)
    body = writer.blocks(0) + writer.block(0)
    return body, Counter(writer.shown), Counter(writer.hidden)


def held(document: Document) -> tuple[Counter[str], Counter[str]]:
    left = " ".join(document.text[left.span.start : left.span.end] for left in document.left_out)
    return Counter(re.findall(r"w\d+q", content.words(document))), Counter(re.findall(r"w\d+q", left))


@settings(max_examples=150, deadline=None)
@given(texts())
def test_each_word_lands_once(made: tuple[str, Counter[str], Counter[str]]) -> None:
    body, shown, hidden = made
    document = read(odt(body, STYLES), "x.odt", ReaderSettings())
    assert content.misplaced(document) == []
    assert content.uncovered(document) == ""
    assert held(document) == (shown, hidden)

"""Nothing of a page is lost: each word lands once, in a block or in what is left out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.model.document import Document
from pressroom.readers import ReaderSettings, read
from tests.readers import content

INLINE = (
    "b",
    "em",
    "code",
    "span",
    "a",
    "mark",
    "sub",
    "small",
    "q",
    "kbd",
    "abbr",
    "time",
    "u",
    "font",
    "label",
)
FLOW = (
    "div",
    "section",
    "article",
    "main",
    "aside",
    "header",
    "footer",
    "nav",
    "blockquote",
    "center",
    "form",
)
HEADS = ("h1", "h2", "h3", "h4", "h6")
NO_TEXT = ("script", "style", "template", "noscript")


@dataclass
class Writer:
    """Writes random HTML and counts its words; ``none`` are those that nobody sees in a browser."""

    draw: st.DrawFn
    words: list[str] = field(default_factory=list)
    none: int = 0

    def one_of(self, *options: str) -> str:
        return self.draw(st.sampled_from(options))

    def count(self, most: int) -> range:
        return range(self.draw(st.integers(0, most)))

    def word(self) -> str:
        self.words.append(f"w{len(self.words)}q")
        return f" {self.words[-1]} "

    def stray(self) -> str:
        """Words, or nearly always none, where HTML allows none."""
        return self.word() if self.draw(st.integers(0, 9)) == 9 else ""

    def inlines(self, depth: int = 0) -> str:
        return "".join(self.inline(depth) for _ in self.count(3))

    def inline(self, depth: int) -> str:
        kind = self.one_of("text", "text", "text", "tag", "br", "img", "comment", "unseen")
        if depth > 2 or kind == "text":
            return self.word()
        if kind == "tag":
            name = self.one_of(*INLINE)
            href = ' href="https://a.org"' if name == "a" else ""
            return f"<{name}{href}>{self.inlines(depth + 1)}</{name}>"
        if kind == "unseen":
            self.none += 1
            name = self.one_of("script", "style")
            return f"<{name}>x{self.none}x</{name}>"
        return {"br": "<br>", "img": '<img src="a.png">', "comment": "<!-- none -->"}[kind]

    def blocks(self, depth: int) -> str:
        return "".join(self.block(depth) for _ in self.count(3))

    def block(self, depth: int) -> str:
        kind = self.one_of(
            *(
                "p",
                "p",
                "p",
                "head",
                "flow",
                "list",
                "terms",
                "table",
                "figure",
                "pre",
                "details",
                "bare",
                "hr",
            )
        )
        if depth > 3 or kind == "p":
            return f"<p>{self.inlines()}</p>"
        return str(getattr(self, f"_{kind}")(depth))

    def _head(self, _: int) -> str:
        name = self.one_of(*HEADS)
        return f"<{name}>{self.inlines()}</{name}>"

    def _flow(self, depth: int) -> str:
        name = self.one_of(*FLOW)
        return f"<{name}>{self.one_of('', 'bare') and self.inlines()}{self.blocks(depth + 1)}</{name}>"

    def _list(self, depth: int) -> str:
        name = self.one_of("ul", "ol", "menu")
        items = "".join(f"<li>{self.inlines()}{self.blocks(depth + 1)}</li>" for _ in self.count(3))
        return f"<{name}>{self.stray()}{items}{self.stray()}</{name}>"

    def _terms(self, depth: int) -> str:
        pairs = "".join(
            f"<dt>{self.inlines()}</dt><dd>{self.inlines()}{self.blocks(depth + 1)}</dd>"
            for _ in self.count(2)
        )
        return f"<dl>{self.stray()}{pairs}{self.stray()}</dl>"

    def _table(self, depth: int) -> str:
        caption = f"<caption>{self.inlines()}</caption>" if self.draw(st.booleans()) else ""
        rows = "".join(f"<tr>{''.join(self._cell(depth) for _ in self.count(3))}</tr>" for _ in self.count(3))
        return f"<table>{caption}{self.stray()}{rows}</table>"

    def _cell(self, depth: int) -> str:
        name, span = self.one_of("td", "th"), self.one_of("", ' colspan="2"', ' rowspan="2"', ' rowspan="99"')
        return f"<{name}{span}>{self.inlines()}{self.blocks(depth + 2)}</{name}>"

    def _figure(self, depth: int) -> str:
        caption = f"<figcaption>{self.inlines()}</figcaption>"
        return f"<figure>{self.one_of('<img src=a.png>', '')}{self.blocks(depth + 2)}{caption}</figure>"

    def _pre(self, _: int) -> str:
        return f"<pre>{self.inlines(1)}</pre>"

    def _details(self, depth: int) -> str:
        return f"<details><summary>{self.inlines()}</summary>{self.blocks(depth + 1)}</details>"

    def _bare(self, _: int) -> str:
        return self.inlines()

    def _hr(self, _: int) -> str:
        return "<hr>"


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, list[str]]:
    writer = Writer(draw)
    body = writer.blocks(0) + writer.block(0)
    return f"<html><body>{body}</body></html>", writer.words


def held(document: Document) -> Counter[str]:
    left = " ".join(document.text[left.span.start : left.span.end] for left in document.left_out)
    return Counter(re.findall(r"w\d+q", f"{content.words(document)} {left}"))


@settings(max_examples=150, deadline=None)
@given(pages())
def test_each_word_lands_once(made: tuple[str, list[str]]) -> None:
    page, words = made
    document = read(page.encode(), "x.html", ReaderSettings())
    assert content.misplaced(document) == []
    assert content.uncovered(document) == ""
    assert held(document) == Counter(words)


def test_a_headline_apart_from_the_text_is_not_left_out_as_well() -> None:
    page = "<html><body><h1>w0q</h1><p>w1q</p><article><p>w2q</p></article></body></html>"
    document = read(page.encode(), "x.html", ReaderSettings())
    assert held(document) == Counter(["w0q", "w1q", "w2q"])

# ruff: noqa: E501 - XML reads better unbroken
"""Nothing of a Word document is lost: each word lands once, in a block or in what is left out."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.model.document import Document
from pressroom.readers import ReaderSettings, read
from tests.readers import content
from tests.readers.packages import W, word

STYLE_IDS = ("", "", "N", "T", "H1", "Mine", "Cap", "Q", "S", "Nowhere")
WRAPS = ("w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:sdt", "w:fldSimple", "w:hyperlink", "w:bdo")
GONE = ("w:del", "w:moveFrom")
LOOKS = ("", "<w:b/>", "<w:i/>", "<w:strike/>", '<w:vertAlign w:val="superscript"/>', '<w:sz w:val="40"/>')


@dataclass
class Writer:
    """Writes the XML of a random document and keeps count of the words that it shows and hides."""

    draw: st.DrawFn
    shown: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=lambda: {"footnote": [], "endnote": []})

    def one_of(self, *options: str) -> str:
        return self.draw(st.sampled_from(options))

    def word(self, *, seen: bool = True) -> str:
        told = self.shown if seen else self.hidden
        made = f"w{len(self.shown) + len(self.hidden)}{self.one_of('', '.', '%', 'é', '漢', ':', '?', '–')}q"
        told.append(made)
        return made

    def run(self, *, seen: bool = True) -> str:
        name = "w:t" if seen else "w:delText"
        look = self.one_of(*LOOKS)
        return (
            f'<w:r><w:rPr>{look}</w:rPr><{name} xml:space="preserve"> {self.word(seen=seen)} </{name}></w:r>'
        )

    def inline(self, depth: int) -> str:
        kind = self.one_of(
            "run",
            "run",
            "run",
            "wrap",
            "gone",
            "hidden",
            "break",
            "field",
            "note",
            "box",
            "choice",
            "formula",
            "symbol",
            "ruby",
            "drop-down",
        )
        if depth > 2 or kind == "run":
            return self.run()
        make = getattr(self, f"_{kind.replace('-', '_')}")
        return str(make(depth))

    def _wrap(self, depth: int) -> str:
        name = self.one_of(*WRAPS)
        inner = self.inline(depth + 1) + self.run()
        if name == "w:sdt":
            inner = f"<w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent>"
        code = (
            ' w:instr=" REF x "' if name == "w:fldSimple" else ' r:id="link"' if name == "w:hyperlink" else ""
        )
        return f"<{name}{code}>{inner}</{name}>"

    def _gone(self, _: int) -> str:
        name = self.one_of(*GONE)
        return f"<{name}>{self.run(seen=False)}</{name}>"

    def _hidden(self, _: int) -> str:
        return f"<w:r><w:rPr><w:vanish/></w:rPr><w:t> {self.word(seen=False)} </w:t></w:r>"

    def _break(self, _: int) -> str:
        return f"<w:r><w:{self.one_of('br', 'tab', 'cr', 'softHyphen', 'lastRenderedPageBreak')}/></w:r>"

    def _field(self, depth: int) -> str:
        code = self.one_of("REF x", 'HYPERLINK "https://a.org"', "SEQ Table", "DATE", "PAGE", "TOC \\o")
        if code in ("PAGE", "TOC \\o"):
            inner = self.run(seen=False).replace("delText", "t")
        else:
            inner = self.inline(depth + 1)
        begin, middle, end = (
            f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
        )
        return f"{begin}<w:r><w:instrText> {code} </w:instrText></w:r>{middle}{inner}{end}"

    def _note(self, depth: int) -> str:
        kind = self.one_of("footnote", "endnote")
        made = self.paragraph(depth + 2)
        self.notes[kind].append(made)
        return f'<w:r><w:{kind}Reference w:id="{len(self.notes[kind])}"/></w:r>'

    def _box(self, depth: int) -> str:
        box = f"<w:txbxContent>{self.paragraph(depth + 1)}</w:txbxContent>"
        if self.draw(st.booleans()):
            return f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
        new = f"<mc:Choice><w:drawing><wp:anchor>{box}</wp:anchor></w:drawing></mc:Choice>"
        old = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        return f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"

    def _choice(self, _: int) -> str:
        made = self.run()
        return f"<mc:AlternateContent><mc:Choice>{made}</mc:Choice><mc:Fallback>{made}</mc:Fallback></mc:AlternateContent>"

    def _formula(self, _: int) -> str:
        return f"<m:oMath><m:r><m:t> {self.word()} </m:t></m:r></m:oMath>"

    def _symbol(self, _: int) -> str:
        self.shown.append("λ")
        return '<w:r><w:sym w:font="Symbol" w:char="F06C"/></w:r>'

    def _ruby(self, _: int) -> str:
        over = f"<w:rt><w:r><w:t>{self.word()}</w:t></w:r></w:rt>"
        return f"<w:r><w:ruby>{over}<w:rubyBase>{self.run()}</w:rubyBase></w:ruby></w:r>"

    def _drop_down(self, _: int) -> str:
        entries = f'<w:listEntry w:val="no"/><w:listEntry w:val=" {self.word()} "/>'
        data = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
        return f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'

    def paragraph(self, depth: int) -> str:
        style = self.one_of(*STYLE_IDS)
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        number = self.one_of("", "", "", "1", "2", "3", "99")
        listed = (
            f'<w:numPr><w:ilvl w:val="{self.one_of("0", "1", "2")}"/><w:numId w:val="{number}"/></w:numPr>'
        )
        joined = self.one_of("", "", "", "", "<w:rPr><w:del/></w:rPr>")
        inner = "".join(self.inline(depth) for _ in range(self.draw(st.integers(0, 3))))
        return f"<w:p><w:pPr>{named}{listed if number else ''}{joined}</w:pPr>{inner}</w:p>"

    def cell(self, depth: int) -> str:
        span = self.one_of("", "", '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>")
        return f"<w:tc><w:tcPr>{span}</w:tcPr>{self.blocks(depth + 1)}<w:p/></w:tc>"

    def row(self, depth: int) -> str:
        told = len(self.shown)
        gone = self.one_of("", "", "", "<w:del/>")
        cells = "".join(self.cell(depth) for _ in range(self.draw(st.integers(1, 3))))
        if gone:
            self.hidden += self.shown[told:]
            del self.shown[told:]
        return f"<w:tr><w:trPr>{self.one_of('', '<w:tblHeader/>')}{gone}</w:trPr>{cells}</w:tr>"

    def block(self, depth: int) -> str:
        kind = self.one_of("p", "p", "p", "p", "tbl", "sdt", "customXml", "choice", "ins", "contents")
        if depth > 1 or kind == "p":
            return self.paragraph(0)
        if kind == "tbl":
            return f"<w:tbl>{''.join(self.row(depth) for _ in range(self.draw(st.integers(1, 3))))}</w:tbl>"
        if kind == "sdt":
            return f"<w:sdt><w:sdtPr/><w:sdtContent>{self.blocks(depth + 1)}</w:sdtContent></w:sdt>"
        if kind == "contents":
            gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
            inner = f"<w:p>{self.run(seen=False).replace('delText', 't')}</w:p>"
            return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        inner = self.blocks(depth + 1)
        if kind == "choice":
            return f"<mc:AlternateContent><mc:Choice>{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent>"
        return f"<w:{kind}>{inner}</w:{kind}>"

    def blocks(self, depth: int) -> str:
        return "".join(self.block(depth) for _ in range(self.draw(st.integers(0, 3))))

    def package(self) -> Made:
        body = self.blocks(0) + self.block(0)
        parts = {}
        for kind, notes in self.notes.items():
            made = "".join(f'<w:{kind} w:id="{at}">{note}</w:{kind}>' for at, note in enumerate(notes, 1))
            parts[f"{kind}s__xml"] = f"<w:{kind}s {SPACES}>{made}</w:{kind}s>"
        return Made(body, parts, Counter(self.shown), Counter(self.hidden))


@dataclass
class Made:
    """A body and the parts of notes; the words that a reader must show, and those it must leave out."""

    body: str
    parts: dict[str, str]
    shown: Counter[str]
    hidden: Counter[str]


LINK = '<Relationship Id="link" Type="KIND/hyperlink" Target="https://a.org" TargetMode="External"/>'
SPACES = (
    f'{W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_WORD = re.compile(r"w\d+[^q\s]?q|λ")


@st.composite
def documents(draw: st.DrawFn) -> Made:
    return Writer(draw).package()


def held(document: Document) -> tuple[Counter[str], Counter[str]]:
    """The words of the blocks, and those of what is left out."""
    left = " ".join(document.text[left.span.start : left.span.end] for left in document.left_out)
    return Counter(_WORD.findall(content.words(document))), Counter(_WORD.findall(left))


@settings(max_examples=150, deadline=None)
@given(documents())
def test_each_word_lands_once(made: Made) -> None:
    document = read(word(made.body, LINK, **made.parts), "x.docx", ReaderSettings())
    assert content.misplaced(document) == []
    assert content.uncovered(document) == ""
    assert held(document) == (made.shown, made.hidden)


def tokens(count: int) -> list[str]:
    return [f"w{at}q" for at in range(count)]


@st.composite
def made_by_python_docx(draw: st.DrawFn) -> tuple[bytes, int]:
    import docx

    document = docx.Document()
    kinds = draw(st.lists(st.sampled_from(("heading", "paragraph", "list", "table", "break")), max_size=6))
    count = 0

    def text() -> str:
        nonlocal count
        count += 1
        return f" w{count - 1}q "

    for kind in kinds:
        if kind == "heading":
            document.add_heading(text(), draw(st.integers(0, 4)))
        elif kind == "list":
            document.add_paragraph(
                text(), draw(st.sampled_from(("List Bullet", "List Number", "List Bullet 2")))
            )
        elif kind == "table":
            rows, columns = draw(st.integers(1, 3)), draw(st.integers(1, 3))
            table = document.add_table(rows, columns, draw(st.sampled_from((None, "Table Grid"))))
            for cell in table.columns[0].cells:
                cell.text = text()
            if columns > 1 and draw(st.booleans()):
                table.cell(0, 0).merge(table.cell(rows - 1, columns - 1)).add_paragraph(text(), "Quote")
        elif kind == "break":
            document.add_page_break()
        else:
            paragraph = document.add_paragraph(style=draw(st.sampled_from(("Normal", "Quote", "Caption"))))
            for _ in range(draw(st.integers(0, 3))):
                run = paragraph.add_run(text())
                run.bold = draw(st.booleans())
                run.add_break()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue(), count


@settings(max_examples=15, deadline=None)
@given(made_by_python_docx())
def test_each_word_of_python_docx_lands_once(made: tuple[bytes, int]) -> None:
    data, count = made
    document = read(data, "x.docx", ReaderSettings())
    assert content.misplaced(document) == []
    assert held(document) == (Counter(tokens(count)), Counter())

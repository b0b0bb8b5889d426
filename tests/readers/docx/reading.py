"""Word documents read with all that must hold for every document, and pieces of their XML."""

from __future__ import annotations

from pressroom.model.document import (
    Cell,
    Document,
)
from pressroom.model.inline import InlineImage, LineBreak
from pressroom.model.inline import words as inline_words
from pressroom.readers import ReaderSettings, read
from tests.readers import content


def parse(data: bytes, name: str = "x.docx") -> Document:
    document = read(data, name, ReaderSettings())
    assert content.misplaced(document) == []
    return document


def reasons(document: Document) -> dict[str, str]:
    return {left.reason: document.text[left.span.start : left.span.end] for left in document.left_out}


NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def drawing(inner: str) -> str:
    return f"<w:r><w:drawing><wp:inline>{inner}</wp:inline></w:drawing></w:r>"


BLIP = '<wp:docPr descr="A map"/><a:blip r:embed="p"/>'


def r(words: str) -> str:
    return f"<m:r><m:t>{words}</m:t></m:r>"


def char(kind: str, inner: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def styled(*names: str) -> str:
    """A part "styles" whose ids are the names without their spaces."""
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
        for name in names
    )
    return f"<w:styles xmlns:w='{NAMESPACE}'>{made}</w:styles>"


def lines(found: Cell) -> list[str]:
    made = [""]
    for entry in found.inlines:
        if isinstance(entry, LineBreak):
            made.append("")
        else:
            made[-1] += entry.alt if isinstance(entry, InlineImage) else inline_words((entry,))
    return made

"""New pages and landscape pages of an OpenDocument text."""

from __future__ import annotations

from pressroom import readers
from pressroom.readers.common.settings import ReaderSettings
from tests.readers.docx.test_pages import LONG, PLAIN, shape
from tests.readers.packages import odt

STYLES = (
    '<style:style style:family="paragraph" style:name="B">'
    '<style:paragraph-properties fo:break-before="page"/></style:style>'
    '<style:style style:family="paragraph" style:name="A">'
    '<style:paragraph-properties fo:break-after="page"/></style:style>'
    '<style:style style:family="table" style:name="W" style:master-page-name="Wide"/>'
    '<style:style style:family="paragraph" style:name="S" style:master-page-name="Standard"/>'
    '<style:page-layout style:name="L"><style:page-layout-properties style:print-orientation="landscape"/>'
    '</style:page-layout><style:master-page style:name="Wide" style:page-layout-name="L"/>'
    '<style:master-page style:name="Standard" style:page-layout-name="P"/>'
)


def p(words: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def h(words: str) -> str:
    return f'<text:h text:outline-level="1">{words}</text:h>'


def test_breaks_and_master_pages_are_kept() -> None:
    table = (
        '<table:table table:style-name="W"><table:table-row><table:table-cell><text:p>1</text:p>'
        "</table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table>"
    )
    text = h("Plan") + h("Where") + p(LONG, "A") + p(LONG) + p(LONG, "B") + table + p(LONG, "S") + p("", "B")
    document = readers.read(odt(text, STYLES), "plan.odt", ReaderSettings())
    wanted = ["# Plan", "# Where", PLAIN, "page", PLAIN, "page", PLAIN, ("landscape", ["Table"]), PLAIN]
    assert shape(document) == wanted


def test_the_first_page_has_no_break_ahead_of_it() -> None:
    document = readers.read(odt(p(LONG, "S") + p(LONG, "A"), STYLES), "plan.odt", ReaderSettings())
    assert shape(document) == [PLAIN, PLAIN]

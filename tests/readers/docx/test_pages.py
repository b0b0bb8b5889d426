"""New pages and landscape pages of a Word document: which are kept, and where they stand."""

from __future__ import annotations

import pytest

from pressroom import readers
from pressroom.model.document import Document, Landscape
from pressroom.readers.common.settings import ReaderSettings
from tests.readers.common.brackets.test_apply import tell
from tests.readers.packages import cell, p, word

LONG = "The harbour is to have two new berths by 2028, and the plan costs a lot of money for all. " * 3
PLAIN = LONG.strip()
BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
UPRIGHT = '<w:sectPr>{}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
TURNED = '<w:sectPr>{}<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'


def read(*parts: str) -> Document:
    return readers.read(word("".join(parts)), "plan.docx", ReaderSettings())


def ends(section: str) -> str:
    """An empty paragraph that ends a section."""
    return f"<w:p><w:pPr>{section.format('')}</w:pPr></w:p>"


def shape(document: Document) -> list[object]:
    """The blocks and sections of a document, in their order."""
    found: list[object] = list(tell(document.blocks))
    for section in document.walk():
        found.append(("LANDSCAPE " if section.landscape else "# ") + section.heading.text)
        found += tell(section.blocks)
    return found


def test_a_break_of_its_own_and_one_ahead_of_a_paragraph_are_new_pages() -> None:
    ahead = p(LONG, properties="<w:pageBreakBefore/>")
    document = read(p("Plan", "T"), p("Where", "H1"), p(LONG), BREAK, p("Costs", "H1"), p(LONG), ahead)
    assert shape(document) == ["# Where", PLAIN, "page", "# Costs", PLAIN, "page", PLAIN]
    assert document.text[: document.text.index("Costs")].endswith("\n\n[new page]\n\n")


@pytest.mark.parametrize(
    "parts",
    [
        (BREAK, p("Where", "H1"), p(LONG)),  # ahead of everything
        (p("A plan for the port"), p("May 2026"), BREAK, p("Where", "H1"), p(LONG)),  # behind a cover
        (p("Where", "H1"), BREAK, p(LONG)),  # right under a heading
        (p("Where", "H1"), p(LONG), BREAK),  # behind everything
        (p("Where", "H1"), p(LONG, properties='<w:pageBreakBefore w:val="0"/>')),
        (p("Where", "H1"), p(LONG), '<w:p><w:r><w:br w:type="column"/></w:r></w:p>'),
        (p("Where", "H1"), f"<w:p><w:del>{BREAK[5:-6]}</w:del></w:p>", p(LONG)),
        (
            p("Where", "H1"),
            f'<w:p><w:r><w:t>Ahead of it</w:t><w:br w:type="page"/><w:t>{LONG}</w:t></w:r></w:p>',
        ),  # between words
        (p("Where", "H1"), p(LONG), f"<w:tbl><w:tr><w:tc>{BREAK}{p('1')}</w:tc>{cell('2')}</w:tr></w:tbl>"),
        (p("Where", "H1"), p(LONG), ends(UPRIGHT), p(LONG), UPRIGHT.format('<w:type w:val="continuous"/>')),
    ],
)
def test_a_break_that_would_leave_a_page_empty_is_none(parts: tuple[str, ...]) -> None:
    document = read(p("Plan", "T"), *parts)
    assert "page" not in shape(document)
    assert "pages-kept" not in [each.rule for each in document.diagnostics]


def test_doubled_breaks_are_one() -> None:
    parts = (p("Where", "H1"), p(LONG), BREAK, BREAK, ends(UPRIGHT), p("Costs", "H1"), p(LONG))
    document = read(p("Plan", "T"), *parts, UPRIGHT.format(""))
    assert shape(document) == ["# Where", PLAIN, "page", "# Costs", PLAIN]


def test_sections_that_lie_otherwise_are_landscape_pages() -> None:
    table = f"<w:tbl><w:tr>{cell('1')}{cell('2')}</w:tr></w:tbl>"
    parts = (
        *(p("Where", "H1"), p(LONG), ends(UPRIGHT)),
        *(p("Annex", "H1"), p(LONG), p("Part", "H2"), table, ends(TURNED)),
        *(p("Costs", "H1"), p(LONG), ends(UPRIGHT), table, ends(TURNED), p(LONG)),
    )
    document = read(p("Plan", "T"), *parts, UPRIGHT.format(""))
    wanted: list[object] = ["# Where", PLAIN, "LANDSCAPE Annex", PLAIN, "# Part", "Table", "# Costs", PLAIN]
    assert shape(document) == [*wanted, ("landscape", ["Table"]), PLAIN]
    note = next(each for each in document.diagnostics if each.rule == "pages-kept")
    assert note.message == "2 parts on landscape pages of the source are kept"
    marks = {document.text[left.span.start : left.span.end] for left in document.left_out}
    assert marks == {"[landscape]", "[portrait]"}


def test_a_section_that_is_landscape_in_part_has_such_pages_in_it() -> None:
    parts = (p("Where", "H1"), p(LONG), ends(UPRIGHT), p("Annex", "H1"), p(LONG), ends(TURNED), p(LONG))
    document = read(p("Plan", "T"), *parts, UPRIGHT.format(""))
    assert shape(document) == ["# Where", PLAIN, "# Annex", ("landscape", [PLAIN]), PLAIN]


def test_a_document_that_is_landscape_throughout_is_turned_nowhere() -> None:
    document = read(p("Plan", "T"), p("Where", "H1"), p(LONG), ends(TURNED), p(LONG), TURNED.format(""))
    assert shape(document) == ["# Where", PLAIN, "page", PLAIN]
    assert not [
        block for section in document.walk() for block in section.blocks if isinstance(block, Landscape)
    ]

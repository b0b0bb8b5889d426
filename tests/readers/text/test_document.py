"""Title, sections and footnotes."""

from __future__ import annotations

from pressroom.model.document import Document, Paragraph, Section
from pressroom.model.inline import FootnoteRef
from tests.readers.text.covering import outline
from tests.readers.text.reading import BODY, read


def test_footnotes_and_their_calls() -> None:
    document = read(f"{BODY[:-1]} [1].\n\n{BODY}\n\n[1] The first note.\n")
    (note,) = document.footnotes
    assert note.label == "1"
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    assert FootnoteRef("1") in first.inlines


def test_a_head_of_settings_is_left_out() -> None:
    document = read(
        f"template: letter\npaper: A5\nlang: de\n\nA Title of its Own\n\n{BODY}\n".replace(
            "template", "Template"
        )
        .replace("paper", "Paper")
        .replace("lang:", "Lang:")
    )
    assert document.metadata.lang == "de"
    assert dict(document.metadata.settings) == {"template": "letter", "paper": "A5"}
    assert {left.reason for left in document.left_out} == {"settings, not text"}
    assert outline(document) == ["= A Title of its Own"]


def section_ids(document: Document) -> list[str]:
    found: list[Section] = list(document.walk())
    return [section.id for section in found]


def test_ids_are_unique() -> None:
    document = read("\n\n".join(["The Plan", BODY, "Options", BODY, "Costs", BODY, "Options", BODY]))
    assert len(set(section_ids(document))) == len(section_ids(document))

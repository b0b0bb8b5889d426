"""Boxes, pages and markings that lines in brackets ask for, in every kind of source."""

from __future__ import annotations

import pytest

from pressroom import readers
from pressroom.model.document import Block, Callout, Divider, Document, Image, Landscape, Paragraph, Table
from pressroom.model.inline import words
from pressroom.readers.common.settings import ReaderSettings
from tests.readers.packages import p, word

BODY = "The harbour is to have two new berths by 2028, and the plan costs a lot of money.\n"


def read(text: str, name: str = "text.txt") -> Document:
    return readers.read(text.encode(), name, ReaderSettings())


def tell(blocks: tuple[Block, ...]) -> list[object]:
    """Blocks as their kinds, with what stands in them."""
    found: list[object] = []
    for block in blocks:
        match block:
            case Callout(kind, inner, _, title):
                found.append((kind, words(title), tell(inner)))
            case Landscape(inner):
                found.append(("landscape", tell(inner)))
            case Divider(_, kind):
                found.append(kind or "divider")
            case Paragraph(inlines):
                found.append(words(inlines))
            case _:
                found.append(type(block).__name__)
    return found


def messages(document: Document) -> list[str]:
    return [each.message for each in document.diagnostics if each.rule == "bracket-line"]


TEXT = "A plan\n\n" + BODY + "\n{}\n\n" + BODY
PLAIN = " ".join(BODY.split())


@pytest.mark.parametrize("ending", ["txt", "md"])
@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            "[box: Asked]\n\nMany people were asked.\n\n[end of box]",
            ("box", "Asked", ["Many people were asked."]),
        ),
        ("[tip]\n\nRead it all.\n\n[end]", ("tip", "", ["Read it all."])),
        ("[box: Asked]\n\nMany people were asked.", ("box", "Asked", ["Many people were asked."])),
        ("[warning: The door closes at six.]", ("warning", "", ["The door closes at six."])),
        ("[new page]", "page"),
        ("[landscape]\n\nSome words are here.\n\n[portrait]", ("landscape", ["Some words are here."])),
        ("Warning: The tender ends on 3 May.", ("warning", "Warning", ["The tender ends on 3 May."])),
        ("Wichtig: Das Angebot gilt bis Mai.", ("important", "Wichtig", ["Das Angebot gilt bis Mai."])),
        ("[box]\nMany people were asked.\n[end of box]", ("box", "", ["Many people were asked."])),
    ],
)
def test_what_is_asked_for_stands_between_the_paragraphs(ending: str, lines: str, wanted: object) -> None:
    text = TEXT.format(lines)
    document = read(f"# {text}" if ending == "md" else text, f"text.{ending}")
    assert tell(document.blocks) == [PLAIN, wanted, PLAIN]
    assert messages(document) == []


@pytest.mark.parametrize(
    "line",
    [
        "Note: Figures are rounded.",  # a small note, as before
        "warning: the tender ends soon.",
        "Warning: see below",
        "Tip: 5",
    ],
)
def test_other_lines_with_a_colon_are_no_callouts(line: str) -> None:
    assert not [block for block in read(TEXT.format(line)).blocks if isinstance(block, Callout)]


def test_short_lines_in_a_box_are_no_headings() -> None:
    document = read(TEXT.format(f"[box: Who\u2019s who]\n\nAnn Amory\n\n{BODY}\n\n[end of box]"))
    assert document.sections == ()
    assert tell(document.blocks)[1] == ("box", "Who\u2019s who", ["Ann Amory", PLAIN])


def test_a_strong_label_is_that_of_a_callout() -> None:
    document = read(f"# A plan\n\n{BODY}\n**Warning:** The tender ends on 3 May.\n", "text.md")
    assert tell(document.blocks)[1] == ("warning", "Warning", ["The tender ends on 3 May."])


def test_a_section_has_its_marking_and_its_pages() -> None:
    text = (
        f"A plan\n\n{BODY}\nStaff\n[marking: SECRET]\n[landscape]\n\n{BODY}\nCosts\n\nMarking: OPEN\n\n{BODY}"
    )
    staff, costs = read(text).sections
    assert (staff.marking, staff.landscape, tell(staff.blocks)) == ("SECRET", True, [PLAIN])
    assert (costs.marking, costs.landscape, tell(costs.blocks)) == ("OPEN", False, [PLAIN])


def test_what_is_asked_for_is_no_text_and_no_word_is_lost() -> None:
    document = read(TEXT.format("[new page]"))
    left = [document.text[each.span.start : each.span.end] for each in document.left_out]
    assert left == ["[new page]"]


def test_the_words_of_a_box_keep_their_places() -> None:
    document = read(TEXT.format("[box: Asked]\n\nWarning them: no.\n\n[end of box]"))
    box = document.blocks[1]
    assert isinstance(box, Callout)
    place = document.text.index("Asked")
    assert box.title[0].start == place
    assert (box.span.line_start, box.span.line_end) == (5, 9)


def test_a_table_stands_on_landscape_pages() -> None:
    document = read(TEXT.format("[landscape]\n\na | b\n1 | 2\n\n[end of landscape]"))
    assert isinstance(document.blocks[1], Landscape)
    assert isinstance(document.blocks[1].blocks[0], Table)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("[end of box]", "nothing that could end here has begun"),
        ("[end of landscape]", "nothing that could end here has begun"),
        (
            "[box: Asked]\n\n[landscape]\n\nWords are here.\n\n[end]\n\n[end]",
            "landscape pages cannot begin in a box",
        ),
        ("[landscape]\n\nWords.\n\n[landscape]\n\nMore.", "these are landscape pages already"),
        ("[box]\n\n[end of box]", "this box is empty"),
        ("[marking: SECRET]", "this marking stands under no heading"),
        ("Costs\n\nMuch.\n\n[marking: SECRET]", "a marking is for a whole section"),
        (
            "Costs\n[landscape]\n\nMuch.\n\nPort\n\nMore.\n\n[portrait]\n\nThe end of it all.",
            "nothing that could end here has begun",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(lines: str, message: str) -> None:
    document = read(f"A plan\n\n{BODY}\n{lines}\n")
    assert message in messages(document)
    told = next(each for each in document.diagnostics if each.rule == "bracket-line")
    assert told.span is not None
    assert told.span.line_start > 4
    assert told.cure


NAMED = "[picture: port.jpg | The port at dawn | Photo: A. Roe | 60 mm]"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plan.txt", f"A plan\n\n{BODY}\n{NAMED}\n\n{BODY}".encode()),
        ("plan.md", f"# A plan\n\n{BODY}\n{NAMED}\n\n{BODY}".encode()),
        ("plan.md", f"# A plan\n\n{BODY}{NAMED}\n{BODY}".encode()),  # on a line of a paragraph
        ("plan.html", f"<h1>A plan</h1><p>{BODY}</p><p>{NAMED}</p><p>{BODY}</p>".encode()),
        ("plan.docx", word(p("A plan", "T") + p(BODY) + p(NAMED) + p(BODY))),
    ],
)
def test_a_line_names_a_picture_in_every_kind_of_source(name: str, data: bytes) -> None:
    document = readers.read(data, name, ReaderSettings())
    first, picture, last = document.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(last, Paragraph)
    assert isinstance(picture, Image)
    assert (picture.src, picture.alt, str(picture.width)) == ("port.jpg", "The port at dawn", "60mm")
    assert words(picture.caption) == "The port at dawn · Photo: A. Roe"


def test_a_picture_among_words_is_named_nowhere() -> None:
    document = read(f"# A plan\n\n{BODY}\nAs {NAMED} shows, all is well.\n", "text.md")
    assert not [block for block in document.blocks if isinstance(block, Image)]

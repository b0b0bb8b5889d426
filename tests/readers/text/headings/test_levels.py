"""The levels of headings."""

from __future__ import annotations

from tests.readers.text.covering import outline
from tests.readers.text.reading import BODY, read


def test_a_heading_of_depth_two_may_come_first() -> None:
    heads = ("1.1. Make people welcome", "1.2. Write it down", "2. Growing", "2.1. Share it", "3. The end")
    found = outline(read("".join(f"{head}\n\n{BODY}\n\n" for head in heads)))
    assert found == [
        "1.1 Make people welcome",
        "1.2 Write it down",
        "2 Growing",
        "  2.1 Share it",
        "3 The end",
    ]


def test_the_levels_below_an_underlined_title_begin_at_one() -> None:
    document = read(f"Title\n=====\n\nOne\n---\n\n{BODY}\n\nTwo\n---\n\n{BODY}\n")
    assert [section.heading.level for section in document.sections] == [1, 1]


def test_a_number_of_another_look_that_counts_on_is_of_the_same_level() -> None:
    heads = ("1. Anlass", "2. Arbeiten", "2.1 Dach", "3. Kosten", "§ 4 Ausblick")
    found = outline(read("Bericht\n\n" + "".join(f"{head}\n\n{BODY}\n\n" for head in heads)))
    assert found == ["= Bericht", "1 Anlass", "2 Arbeiten", "  2.1 Dach", "3 Kosten", "§ 4 Ausblick"]


def test_romans_hold_letters() -> None:
    def section(head: str) -> str:
        return f"{head}\n\n{BODY}\n\n"

    heads = (
        "I. The state",
        "A. Quays",
        "B. Sheds",
        "II. The plan",
        "A. Repair",
        "B. Building",
        "III. The end",
    )
    assert outline(read("Strategy\n\n" + "".join(map(section, heads)))) == [
        "= Strategy",
        *("I The state", "  A Quays", "  B Sheds", "II The plan", "  A Repair", "  B Building"),
        "III The end",
    ]


def test_an_annex_is_part_of_no_chapter() -> None:
    chapters = f"1 Summary\n\n{BODY}\n\n2 Findings\n\n{BODY}\n\n"
    annexes = f"ANNEX A\n\n- One thing\n- Another thing\n\nANNEX B\n\n{BODY}\n"
    assert outline(read(chapters + annexes)) == ["1 Summary", "2 Findings", "ANNEX A", "ANNEX B"]


def test_numbering_shows_levels() -> None:
    text = "\n\n".join(
        f"{number} {name}\n\n{BODY}"
        for number, name in [
            ("1.", "Scope"),
            ("1.1", "Terms"),
            ("1.2", "Limits"),
            ("2.", "Duties"),
            ("2.1", "Reports"),
        ]
    )
    document = read(f"Rules of the House\n\n{text}\n")
    assert outline(document) == [
        "= Rules of the House",
        "1 Scope",
        "  1.1 Terms",
        "  1.2 Limits",
        "2 Duties",
        "  2.1 Reports",
    ]
    assert not any(section.heading.level_guessed or section.heading.guessed for section in document.walk())


def test_levels_that_the_text_does_not_show_are_guessed() -> None:
    document = read(f"Some Title\n\n{BODY}\n\nFirst matter\n\n{BODY}\n\nSecond matter\n\n{BODY}\n")
    assert [section.heading.level for section in document.walk()] == [1, 1]
    assert all(section.heading.level_guessed and section.heading.guessed for section in document.walk())
    assert all(section.heading.reasons for section in document.walk())

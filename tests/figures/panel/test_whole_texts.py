"""Which pictures the panel has of whole texts."""

from __future__ import annotations

import pytest

from pressroom import figures, numbers, readers
from pressroom.figures.panel.glyphs import CUT
from pressroom.figures.text.statements import HEADLINE
from pressroom.model.figure import Figures


def choose(text: str) -> Figures:
    of = readers.read(f"A short report\n\n{text}\n".encode(), "text.txt", readers.ReaderSettings())
    return figures.choose(of, numbers.find(of))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The company employs 4,200 people in 12 countries.", ["4,200"]),
        ("The collection holds over 450 paintings by more than 240 artists.", ["over 450"]),
        ("Mass gatherings of more than 50 people are banned.", []),
        ("Police banned more than 50 people from the stadium.", ["more than 50"]),
        ("If required, a longer leave of up to 15 unpaid weeks was taken.", []),
        ("Outdoor meetings can increase to 200 people.", []),
        ("The hall can hold 300 people.", ["300"]),
        ("The county restricts meetings to 10 or fewer people.", []),
        ("The school opened a workshop for Grade 7–12 students.", []),
        ("The index rose above its level of 4,200 points.", []),
        ("The theft of 2,200 DM was reported to the police.", []),
        ("Half of the fees went to the top 20 managers.", []),
        ("Yields have tumbled half a percentage point since May.", []),
        ("Some 40 car ferries sank in the bay.", ["some 40"]),
        ("Few offices can answer to 1,500 page documents.", []),
        ("The index of women’s risk: ils ont 34% de risque en plus de perdre.", []),
        ("There are 54 active cases in the valley, including one probable case.", ["54"]),
    ],
)
def test_a_number_has_its_picture_where_no_other_is_looked_for(text: str, shown: list[str]) -> None:
    panel = choose(text).panel
    glyphs = panel.glyphs if panel else ()
    assert [glyph.series[0].data[0].label for glyph in glyphs] == shown


def test_a_section_without_a_picture_for_its_first_number_shows_the_one_it_has() -> None:
    found = choose(
        "# Fines\n\nThe office took fines of $2,000 each from shops, and fines of $1,000 each from cafés.\n\n"
        "Some 60 visitors were sent home by the wardens.\n\n"
        "# Roads\n\nThe county paid $1.4 million for the bridge.\n\n"
        "# Rents\n\nThe council spent $2.6 million on rents."
    )
    assert found.panel is not None
    assert [glyph.series[0].data[0].label for glyph in found.panel.glyphs] == ["some 60"]


@pytest.mark.parametrize(
    ("title", "text", "shown"),
    [
        ("Storm sends out 340 fire engines", "The storm hit the coast at night.", []),
        ("Storm sends out 340 fire engines", "The storm sent out 340 fire engines at night.", ["340"]),
    ],
)
def test_a_number_of_the_headline_has_a_picture_where_the_text_tells_it(
    title: str, text: str, shown: list[str]
) -> None:
    of = readers.read(f"{title}\n\n{text}\n".encode(), "text.txt", readers.ReaderSettings())
    chosen = figures.choose(of, numbers.find(of))
    assert [one.series[0].data[0].label for one in (chosen.panel.glyphs if chosen.panel else ())] == shown
    assert shown or any(refusal.reason == HEADLINE for refusal in chosen.refused)


def test_a_picture_stands_beside_words_that_leave_nothing_out() -> None:
    chosen = choose(
        "The number of ferries in the bay was almost halved to about 15, after the Aldmoor line had lost a "
        "quarter of all its crossings and most of the freight to the local ports."
    )
    assert chosen.panel is None or not chosen.panel.glyphs
    assert any(refusal.reason == CUT for refusal in chosen.refused)

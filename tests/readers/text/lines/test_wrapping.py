"""The width at which a text was wrapped."""

from __future__ import annotations

import pytest

from pressroom.model.document import Paragraph
from pressroom.model.inline import words
from pressroom.readers.text.lines.lines import split_lines
from tests.readers import content
from tests.readers.text.covering import outline
from tests.readers.text.reading import read


def test_capitals_above_a_wrapped_text_are_no_part_of_it() -> None:
    text = "THE BOARD OF GOVERNORS TAKES A NEW TOOL INTO USE TO COVER THE CUP\n"
    lines = (
        "The fever has everybody, even the Board of Governors, whose reporters\n"
        "have covered the event from the first day on, with the new tool that\nthey took into use.\n"
    )
    assert outline(read(text + lines + "\n" + lines)) == [
        "= THE BOARD OF GOVERNORS TAKES A NEW TOOL INTO USE TO COVER THE CUP"
    ]


def test_short_lines_of_entries_are_not_taken_for_wrapped_prose() -> None:
    entries = "2013–2019  Hydrologist, Nordic Rivers AB\n2011–2013  Assistant, Uppsala University\n"
    document = read(f"PROFILE\nHydrologist with twelve years in flood forecasting.\n\nEXPERIENCE\n{entries}")
    assert [words(block.inlines) for block in content.blocks(document) if isinstance(block, Paragraph)][
        1:
    ] == (entries.splitlines())


def test_prose_in_a_language_of_capital_nouns_is_joined() -> None:
    text = (
        "STELLUNGNAHME\n\n1  Vorbemerkung\n\n"
        "Der Ortsverein begrüßt, dass die Stadt zum ersten Mal einen eigenen\n"
        "Plan für den Radverkehr vorlegt. Er war an der Vorbereitung nicht be-\n"
        "teiligt und nimmt deshalb Stellung.\n\n2  Kosten\n\n"
        "Die Kosten von 4,2 Mio. Euro verteilen sich auf sechs Jahre. Auf die\n"
        "Hafenstraße entfällt viel.\n"
    )
    first, second = [
        words(block.inlines) for block in content.blocks(read(text)) if isinstance(block, Paragraph)
    ]
    assert first.endswith("nicht beteiligt und nimmt deshalb Stellung.")
    assert second.endswith("Auf die Hafenstraße entfällt viel.")


ENTRIES = (
    "Ann Example, Harbour Office, Hull\nBen Sample, Harbour Office, Goole\nCarla Muster, Port of London\n"
)
PROSE = (
    "the quays of the old harbour were\nbuilt by hand from the stones that\nnobody else had wanted to carry\n"
)


@pytest.mark.parametrize(("text", "wrapped"), [(ENTRIES, False), (PROSE, True)])
def test_a_few_lines_are_wrapped_prose_only_where_one_goes_on_with_the_other(
    text: str, wrapped: bool
) -> None:
    assert (split_lines(text).width > 0) is wrapped

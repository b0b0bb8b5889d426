"""Pictures that were found, hidden or described otherwise by an editor."""

import pytest

from pressroom import figures, numbers, readers
from pressroom.errors import UsageError
from pressroom.figures.picture_choices import HIDDEN, PictureChoice, read_choices, warn_of_unmatched
from pressroom.model.document import Document
from pressroom.model.figure import Figures

TEXT = """The harbour in 2025

The storm hurt about 300 people. The number of boats fell from 41 to 26 last year.
The harbour has 61 berths, of which 38 are let.
"""


def read() -> Document:
    return readers.read(TEXT.encode(), "text.txt", readers.ReaderSettings())


def choose(*choices: PictureChoice) -> Figures:
    document = read()
    return figures.choose(document, numbers.find(document), choices=choices)


def test_a_picture_that_is_hidden_is_refused_with_its_reason():
    before = choose()
    for picture in before.with_data:
        after = choose(PictureChoice(picture.title, hide=True))
        assert picture.title not in {each.title for each in after.with_data}
        assert [each.about for each in after.refused if each.reason == HIDDEN] == [picture.title]
    assert len(before.with_data) > 1


def test_a_picture_is_described_in_the_words_of_an_editor():
    for picture in choose().with_data:
        found = choose(PictureChoice(picture.title, alt="Fewer boats."))
        (described,) = (each for each in found.with_data if each.title == picture.title)
        assert (described.alt, described.proposed_alt) == ("Fewer boats.", picture.alt)


def test_a_choice_that_names_no_picture_is_told():
    choices = (PictureChoice("Nothing", hide=True, where="a.toml:3"),)
    (warning,) = warn_of_unmatched(choose(*choices), choices)
    assert "“Nothing” names no picture" in str(warning)
    hidden = PictureChoice(choose().with_data[0].title, hide=True)
    assert warn_of_unmatched(choose(hidden), (hidden,)) == ()


def test_requests_for_charts_are_no_choices():
    rows = [({"found": "A", "hide": True}, "a.toml:1"), ({"mark": "bar", "table": "1"}, "a.toml:4")]
    assert read_choices(rows) == (PictureChoice("A", hide=True, where="a.toml:1"),)
    assert [each.mark for each in figures.read_requests(read(), rows)] == ["bar"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"found": "A", "mark": "bar"}, "takes no 'mark'"),
        ({"found": ""}, "names no picture"),
        ({"found": "A", "hide": "yes"}, "hide of the picture"),
        ({"found": "A", "alt": 3}, "alt of the picture"),
    ],
)
def test_a_wrong_choice_is_told(row, message):
    with pytest.raises(UsageError, match=message):
        read_choices([(row, "a.toml:1")])

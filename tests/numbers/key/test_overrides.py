"""Which number of a text an entry of an editor names."""

import pytest

from pressroom.errors import UsageError
from pressroom.numbers import NumberOverrides
from tests.making import quantity


def parse(**row: object) -> NumberOverrides:
    return NumberOverrides.parse([(row, "staff.toml")])


@pytest.mark.parametrize(
    ("sentence", "found"), [("", True), ("40", True), ("40!", True), ("Of 40 or so.", False)]
)
def test_an_entry_names_its_number_while_most_words_of_its_sentence_stand(sentence, found):
    resolved = parse(words="40", sentence=sentence).resolve([quantity("40", 0)], "40")
    assert list(resolved.overrides) == ([0] if found else [])
    assert [note.rule for note in resolved.notes] == ([] if found else ["number-entry"])


def test_a_wrong_entry_names_its_file_and_the_rule():
    with pytest.raises(UsageError) as caught:
        parse(words="40", pin="yes")
    assert caught.value.diagnostic.rule == "wrong-number"
    assert caught.value.diagnostic.where == "staff.toml"

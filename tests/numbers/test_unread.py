import pytest

from pressroom.numbers import NumberOverrides, find
from pressroom.numbers.documents import NUMBERS_UNREAD
from pressroom.numbers.key.choose import UNREAD
from pressroom.readers import read
from pressroom.readers.common.settings import ReaderSettings

TEXT = "# Fine stagione\n\nIl servizio ha chiuso il 30 settembre. I danni ammontano a 41 milioni di euro.\n"


def _find(text: str, lang: str, *rows: dict[str, object]):
    document = read(text.encode(), "nota.md", ReaderSettings())
    overrides = NumberOverrides.parse([(row, "nota.toml") for row in rows])
    return find(document, lang=lang, overrides=overrides)


def test_numbers_of_a_language_without_a_table_are_left_out_and_told():
    """A day would be a count there, and 41 million only 41."""
    found = _find(TEXT, "it")
    assert found.key == found.quantities == ()
    assert [one.text for one in found.skipped if one.reason == UNREAD] == ["30", "41"]
    (note,) = found.notes
    assert note.rule == NUMBERS_UNREAD
    assert '"it": 2 of the text' in note.message


@pytest.mark.parametrize("lang", ["en-GB", "de", "fr-CH", "es"])
def test_those_of_the_others_are_read(lang):
    assert not any(one.reason == UNREAD for one in _find("Es gab 214 Brände.", lang).skipped)


def test_a_number_that_an_editor_pins_is_shown_with_the_words_that_it_is_given():
    row = {"words": "41", "sentence": "I danni ammontano", "pin": True, "label": "milioni di euro di danni"}
    found = _find(TEXT, "it", row)
    assert [(one.display, one.label) for one in found.key] == [("41", "milioni di euro di danni")]
    assert [(one.text, one.value) for one in found.quantities] == [("41", None)]  # nothing to be drawn


@pytest.mark.parametrize(
    ("lang", "sentence", "words", "display"),
    [
        ("ar", "واضطر نحو 3,200 شخص إلى المغادرة.", "3,200", "نحو 3,200"),
        ("it", "Circa 3.200 persone sono partite.", "3.200", "circa 3.200"),
        ("pt", "Mais de 450 pessoas saíram.", "450", "mais de 450"),
        ("nl", "Ruim 450 mensen vertrokken.", "450", "ruim 450"),
        ("pl", "Wyjechało co najmniej 450 osób.", "450", "co najmniej 450"),
        ("uk", "Виїхало близько 3200 людей.", "3200", "близько 3200"),
        ("he", "לפחות 450 בני אדם עזבו.", "450", "לפחות 450"),
        ("he", "כ-45,000 תושבים עזבו.", "45,000", "כ-45,000"),
        ("he", "כ־45,000 תושבים עזבו.", "45,000", "כ־45,000"),
        ("he", "יותר מ-450 בני אדם עזבו.", "450", "יותר מ-450"),
        ("ko", "주민 약 3200 명이 떠났다.", "3200", "약 3200"),
        ("ko", "직원 112명이 참가했다.", "112", "112"),
        ("ja", "職員約112名が参加した。", "112", "約112"),
        ("zh", "占38%的家庭。", "38%", "38%"),
        ("zh", "约有112名工程师参加。", "112", "112"),
    ],
)
def test_a_pinned_number_keeps_the_word_of_doubt_ahead_of_it(lang, sentence, words, display):
    row = {"words": words, "sentence": sentence, "pin": True, "label": "x"}
    (key,) = _find(f"# T\n\n{sentence}\n", lang, row).key
    assert key.display == display


@pytest.mark.parametrize(("lang", "text"), [("zh", "共发生火灾214起。"), ("ja", "火災は214件だった。")])
def test_digits_are_found_among_letters_without_blanks(lang, text):
    assert "214" in [one.text for one in _find(f"# T\n\n{text}\n", lang).skipped]


@pytest.mark.parametrize(
    "number", ["3,4 milioni di euro", "5.200 contatori", "12 operai", "cerca 45.000 abitanti"]
)
def test_no_rule_of_another_language_says_why_a_number_is_left_out(number):
    """A comma may part millions or thousands: 5.200 is no small count."""
    found = _find(f"# Impianto\n\nSono stati posati {number} in tutta la città.\n", "it")
    assert {one.reason for one in found.skipped} == {UNREAD}
    assert f'"it": {len(found.skipped)} of the text' in found.notes[0].message

"""An editor's decisions in the file beside a text: one more each time, and all else as it was."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.errors import UsageError
from pressroom.project import sidecar

MINE = b'# mine\ntitle = "A"  # why\r\n\n[options]\nfacts = 3 # three\n'
SENTENCE = "It was over 1,100."


def read(data: bytes) -> dict[str, object]:
    return tomllib.loads(data.decode())


def test_a_value_is_set_ahead_of_the_tables_and_taken_out_again():
    data = sidecar.set_value(MINE, "template", "memo", "a.toml")
    assert read(data) == {**read(MINE), "template": "memo"}
    assert all(line in data.decode() for line in ("# mine", "# why", "# three"))
    assert sidecar.set_value(data, "template", "", "a.toml") == MINE


def test_a_line_becomes_a_heading_then_none():
    data = sidecar.set_heading(MINE, "Who pays", 2, "a.toml")
    assert read(data)["headings"] == ["Who pays"]
    assert read(data)["levels"] == {"Who pays": 2}
    data = sidecar.unset_heading(data, "Who pays", "a.toml")
    assert {**read(MINE), "not_headings": ["Who pays"]} == read(data)
    data = sidecar.set_heading(data, "Who pays", 1, "a.toml")
    assert "not_headings" not in read(data)


def test_the_level_of_a_heading_is_set():
    assert read(sidecar.set_level(b"", "Costs", 3, "a.toml")) == {"levels": {"Costs": 3}}


def test_an_entry_of_a_number_is_made_changed_and_removed():
    data = sidecar.set_number(MINE, "1,100", SENTENCE, {"pin": True, "label": "dead"}, "a.toml")
    entry: dict[str, object] = {"words": "1,100", "sentence": SENTENCE, "pin": True, "label": "dead"}
    assert read(data)["number"] == [entry]
    data = sidecar.set_number(data, "1,100", f" {SENTENCE}\n", {"hide": True}, "a.toml")
    del entry["pin"]
    assert read(data)["number"] == [{**entry, "hide": True}]
    data = sidecar.set_number(data, "1,100", SENTENCE, {"hide": False, "label": ""}, "a.toml")
    assert read(data) == read(MINE)


def test_what_is_pinned_is_not_hidden():
    data = sidecar.set_number(b"", "9", "It was 9.", {"hide": True}, "a.toml")
    data = sidecar.set_number(data, "9", "It was 9.", {"pin": True}, "a.toml")
    assert read(data)["number"] == [{"words": "9", "sentence": "It was 9.", "pin": True}]


def test_an_entry_that_names_no_sentence_is_the_one_of_its_words():
    data = b'[[number]]\nwords = "9"\npin = true\n'
    data = sidecar.set_number(data, "9", "It was 9.", {"label": "boats"}, "a.toml")
    assert read(data)["number"] == [{"words": "9", "pin": True, "label": "boats"}]


def test_a_comment_stays_when_the_entry_ahead_of_it_goes():
    kept = '# said by the minister\n[[number]]\nwords = "7"\npin = true\n'
    data = f'[[number]]\nwords = "9"\nhide = true\n\n{kept}'.encode()
    assert sidecar.set_number(data, "9", "It was 9.", {"hide": False}, "a.toml").decode() == kept


def test_a_new_entry_stands_behind_all_others():
    data = sidecar.set_number(b"[z]\na = 1\n", "9", "It was 9.", {"hide": True}, "a.toml")
    assert data.decode().startswith("[z]\na = 1\n\n[[number]]\n")


def test_entries_on_one_line_are_changed_and_none_is_added_to_them():
    data = b'number = [{words = "7", pin = true}]\n'
    changed = sidecar.set_number(data, "7", "It was 7.", {"hide": True}, "a.toml")
    assert read(changed) == {"number": [{"words": "7", "hide": True}]}
    with pytest.raises(UsageError, match=r"a\.toml: .* \[\[number\]\] .* cannot be changed here"):
        sidecar.set_number(data, "9", "It was 9.", {"hide": True}, "a.toml")


def test_a_byte_order_mark_stays():
    data = sidecar.set_value(b'\xef\xbb\xbfpaper = "A4"\n', "template", "memo", "a.toml")
    assert data.startswith(b'\xef\xbb\xbfpaper = "A4"\n')


def test_numbers_are_put_in_order():
    data = sidecar.order_numbers(b"", [("9", "It was 9."), ("7", "It was 7.")], "a.toml")
    assert [(each["words"], each["order"]) for each in read(data)["number"]] == [("9", 1), ("7", 2)]


def test_a_picture_is_hidden_and_shown_again():
    data = sidecar.set_picture(MINE, "Boats in May", {"hide": True}, "a.toml")
    assert read(data)["figure"] == [{"found": "Boats in May", "hide": True}]
    assert read(sidecar.set_picture(data, "Boats in May", {"hide": False}, "a.toml")) == read(MINE)


def test_a_file_that_is_no_toml_is_told():
    with pytest.raises(UsageError, match=r"a\.toml:1"):
        sidecar.set_value(b"title = \n", "title", "A", "a.toml")


WORDS = st.text(min_size=1).filter(str.isprintable).filter(str.strip)


@given(WORDS, WORDS)
def test_any_words_can_stand_in_an_entry(words: str, label: str):
    data = sidecar.set_number(b"", words, words, {"label": label}, "a.toml")
    assert read(data)["number"][0]["label"] == label

from pressroom.circulate.mail.changes import MOST, list_changes, split_sentences
from tests.making import document, report

REPORT = report(document())


def test_numbers_come_first_and_what_is_the_same_is_left_out():
    before = "Title\n=====\n\nThe bridge stands. It cost 12 million. People came.\n\n- one\n- two\n"
    after = "Title\n=====\n\nThe bridge fell. It cost 13 million. People came.\n\n- one\n- two\n- three\n"
    assert list_changes(before, after, REPORT) == (
        "Was: It cost 12 million. Now: It cost 13 million.",
        "Was: The bridge stands. Now: The bridge fell.",
        "New: - three",
    )


def test_nothing_changed_is_nothing_to_say():
    assert list_changes("One. Two.", "One. Two.", REPORT) == ()


def test_a_whole_new_text_is_told_in_few_lines():
    before = " ".join(f"Sentence {number} here." for number in range(100))
    assert len(list_changes(before, before.replace("here", "there"), REPORT)) == MOST
    assert list_changes("Gone now.", "", REPORT) == ("No longer there: Gone now.",)


def test_sentences_are_parted_and_wrapped_lines_joined():
    assert split_sentences("One line\nwrapped. Two!\n\n- a. B\n- c") == [
        "One line wrapped.",
        "Two!",
        "- a.",
        "B",
        "- c",
    ]

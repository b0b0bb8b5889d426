"""How headings of a PDF are compared with labels."""

import pytest
from benchmarks.pdf_headings import Score, hash_heading, score_headings


@pytest.mark.parametrize(
    "text", ["1.2 The Fleet", "(3) THE FLEET", "IV. The  fleet", "A. The Fleet.", "The\u00a0Fleet"]
)
def test_a_number_case_and_spaces_do_not_count(text: str) -> None:
    assert hash_heading(text) == hash_heading("the fleet")


def test_a_label_without_its_number_is_that_of_the_heading_with_it() -> None:
    assert hash_heading("6. A Question of Scale") == hash_heading("A Question of Scale")


def test_other_words_are_another_heading() -> None:
    assert hash_heading("The Fleets") != hash_heading("The Fleet")


def test_lines_that_may_be_headings_count_neither_way() -> None:
    labels = [
        (hash_heading("The Fleet"), 0),
        (hash_heading("At sea"), 1),
        (hash_heading("Press release"), -1),
    ]
    score, wrong = score_headings(["Press release", "The Fleet", "Boats"], labels)
    assert score == Score(right=1, found=2, wanted=2)
    assert wrong == ["Boats"]

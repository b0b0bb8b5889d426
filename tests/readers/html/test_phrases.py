"""What lines round a page's text say."""

from __future__ import annotations

import pytest

from pressroom.readers.html.phrases import find_opening, find_phrases, is_reference


@pytest.mark.parametrize(
    ("line", "phrase"),
    [
        ("Read also: boats of the north", "leads on"),
        ("Mehr zum Hafen", "leads on"),
        ("Lea también: los barcos", "leads on"),
        ("» Czytaj też o łodziach", "leads on"),
        ("À lire aussi", "leads on"),
        ("Share this page", "shares"),
        ("Veröffentlicht am 3. Mai", "is about the text"),
        ("Never miss a boat: sign up for our newsletter", "asks"),
        ("Anzeige, enthält Affiliate Links", "sells"),
        ("12 Kommentare", "speaks of comments"),
        ("A boat at the quay (Foto: Ann Lee)", "names a picture's source"),
    ],
)
def test_a_line_says_what_it_is(line: str, phrase: str) -> None:
    assert phrase in find_phrases(line)


@pytest.mark.parametrize(
    "line", ["", "The quay was built of stone in the north.", "The harbour shares its quay."]
)
def test_prose_says_nothing_of_the_kind(line: str) -> None:
    assert find_phrases(line) == []


def test_only_the_beginning_of_a_block_is_heard() -> None:
    assert find_phrases("A word. " * 60 + "newsletter") == []


def test_a_heading_opens_what_is_no_text() -> None:
    assert find_opening(find_phrases("Related articles")) == "leads on"
    assert find_opening(find_phrases("Leave a comment")) == "speaks of comments"
    assert find_opening(find_phrases("Results")) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Lee A, Roe B. Stone in sea water and what becomes of it. J Quays. 1999;18(1):65-73. Review.",
        "Roe, B. et al. Boats of the north and their quays. Port Press, London.",
        "Lee, A. (2015): Harbours of stone, a history in pictures. Port Press, London.",
    ],
)
def test_a_source_is_known_by_its_form(text: str) -> None:
    assert is_reference(text)


@pytest.mark.parametrize(
    "text", ["", "et al. 1999;18", "The quay was built in 1999 (of stone), and boats call at it."]
)
def test_prose_is_no_source(text: str) -> None:
    assert not is_reference(text)

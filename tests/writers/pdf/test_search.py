"""Words of a finished PDF are found as they were written, by programs that many people read it with."""

from __future__ import annotations

import pypdfium2
import pytest

from pressroom import api
from tests.programs import run_program

PARTED = "\ufffe"  # what pdfium gives for the hyphen of a divided word; Chrome leaves it out
FILL = "so far as one can say it is not yet in the way of any that had been set out "
WORDS = (
    "thoroughgoing-ness",
    "wind-swept",
    "+31-20-555-0199",
    "-7.25",
    "AB-2030-11",
    "understatement",
    "desk@north-quay.example",
    "https://north-quay.example/water-levels",
    "https://north-quay.example/archive/reports-of-the-harbour/water-levels-of-the-outer-basin.html",
)


def make(text: str, name: str = "text.txt", **settings: object) -> bytes:
    return api.make(text.encode(), "pdf", name=name, lang="en", contents="never", **settings).outputs["pdf"]


def read_with_pdfium(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf).replace(PARTED, "")


def read_with_poppler(data: bytes, folder) -> str:
    file = folder / "report.pdf"
    file.write_bytes(data)
    return " ".join(run_program("pdftotext", file, "-").stdout.split())


@pytest.fixture(scope="module")
def along_the_line() -> tuple[bytes, int]:
    """Each of the words behind leads of all lengths, so that some stand at line ends."""
    leads = range(3, 21, 2)
    fill = FILL.split()
    paragraphs = [
        f"{' '.join((fill * 2)[:lead]).capitalize()} {word} and so on." for word in WORDS for lead in leads
    ]
    return make("The water levels\n\n" + "\n\n".join(paragraphs)), len(leads)


@pytest.mark.slow
@pytest.mark.parametrize("reader", ["pdfium", "poppler"])
def test_words_phones_addresses_and_negative_numbers_are_found_whole(along_the_line, reader, tmp_path):
    data, count = along_the_line
    text = read_with_pdfium(data) if reader == "pdfium" else read_with_poppler(data, tmp_path)
    assert {word: text.count(word) for word in WORDS} == dict.fromkeys(WORDS, count)


@pytest.mark.parametrize("letter", ["\u2010", "\u2011", "\u00ad"])
def test_a_hyphen_of_another_kind_does_not_stand_for_all_that_follow(letter):
    data = make(f"The quay\n\nFirst of all sea{letter}side and then 030-555-0199, wind-swept, -7.25.")
    text = read_with_pdfium(data)
    assert all(word in text for word in ("030-555-0199", "wind-swept", "-7.25"))
    assert not set(text) & set("\u2010\u2011")


def test_a_space_that_does_not_break_does_not_stand_for_all_that_follow():
    text = read_with_pdfium(make("The quay\n\nSome 10\u00a0km of the old sea wall."))
    assert "10 km of the old sea wall" in text


def test_the_end_of_a_running_head_that_is_cut_does_not_stand_for_what_was_cut_off():
    title = "The harbour board of the old town on the river has let all of its berths to rowers for a year"
    text = read_with_pdfium(make(f"{title}\n\nThe board said so on Monday, in all of its harbours."))
    assert "a year" in text  # of the title
    assert text.count("berths") == 1  # of the title, not of the foot
    assert "\u2026" in text


@pytest.mark.parametrize("place", ["{}", "|a|b|\n|---|---|\n|1|{}|", "- {}", "> {}", "Text.[^1]\n\n[^1]: {}"])
def test_no_hyphen_is_put_into_an_address(place):
    address = "https://north-quay.example/documentation/administration/communication/understanding.html"
    data = make("# The quay\n\n" + place.format(f"See {address} and so on."), "text.md")
    text = read_with_pdfium(data)
    assert "".join(text.split()).count(address) == 1

"""What lines in brackets ask for, in the finished files of all four formats."""

from __future__ import annotations

from functools import cache

from pressroom.check.docx_file import check as check_word
from pressroom.check.pdf_file import check_file
from tests.outputs.finished import Finished, W, finish

SOURCE = """A plan for the harbour

The harbour is to have two new berths by 2028, as [table: Berths by year] and [section: Staff] say.

[box: Who was asked]
Many people answered the survey.
Most of them live in the old town.
[end of box]

Costs

The port pays £30 million, and the state pays the rest of it.

Warning: The tender ends on 3 May, and no offer is taken after that day.

Staff
[marking: CONFIDENTIAL]

The port has 212 staff, who work in the old town and on the quays.

[new page]

What comes next

The council votes in June, after the fair.

Berths in detail
[landscape]

Table 1: Berths by year
Berth | 2025 | 2026 | 2027
North | 1,280 | 1,300 | 1,310
South | 810 | 820 | 830

Afterwards

The north berth stays open, and so does the south one.

[landscape]

Day | From | To
Monday | 9 | 17

[end of landscape]

Then the text goes on upright.
"""


@cache
def made() -> Finished:
    return finish(SOURCE, "plan.txt")


def test_no_line_in_brackets_is_printed_and_all_words_are() -> None:
    for text in (
        made().pdf,
        made().web.find("body").text_content(),
        made().mail_html.find("body").text_content(),
        made().mail_text,
    ):
        said = " ".join(text.split())
        assert "[" not in said
        for words in (
            "Who was asked",
            "CONFIDENTIAL",
            "Warning",
            "goes on upright",
            "as Table 1 and “Staff” say",
        ):
            assert words.casefold() in said.replace("\u00a0", " ").casefold()
    assert made().rules == ("marking-of-section",)


def test_landscape_pages_are_landscape_in_pdf_and_word() -> None:
    turned = [width > height for width, height in made().sizes]
    words = ["Berths by year" in page and "1,310" in page for page in made().pages]
    assert next(at for at, each in enumerate(turned) if each) == words.index(True)
    assert turned.count(True) == 2
    assert not turned[-1]
    orients = [size.get(f"{W}orient") for size in made().word().iter(f"{W}pgSz")]
    assert orients.count("landscape") == 2
    assert orients[-1] != "landscape"


def test_a_new_page_begins_in_pdf_and_word() -> None:
    assert made().pages[1].count("The council votes in June") == 1
    assert "The port has 212 staff" not in made().pages[1]
    begins = [
        "".join(paragraph.itertext())
        for paragraph in made().word().iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]
    assert "What comes next" in begins


def test_a_number_of_a_marked_section_carries_its_marking() -> None:
    tiles = made().web.xpath("//*[@data-key-number][.//*[@class='marking']]")
    assert [each.xpath(".//a[@class='value']")[0].text_content() for each in tiles] == ["212"]


def test_the_files_are_sound() -> None:
    assert check_file(made().data["pdf"]) == ()
    assert check_word(made().data["docx"], "sample.docx") == ()

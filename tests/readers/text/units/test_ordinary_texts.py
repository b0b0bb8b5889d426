"""Texts that only have words of web pages, mails or chats in them keep every line."""

import pytest

from pressroom import readers
from pressroom.model import walk
from pressroom.model.inline import words
from pressroom.readers import ReaderSettings

PROSE = "The counter in the hall is open from nine to five on all days of the week, but not on Sundays."
HEADINGS = ("Guide", "Search", "Log in", "Print", "Save", "Newsletter", "Subscribe")
MANUAL = "\n\n".join(f"{heading}\n\n{PROSE}" for heading in HEADINGS)
ASIDE = "E-mail to a recipient outside must be marked confidential, if it holds names."
POLICY = f"Data policy\n\n{PROSE}\n\n{ASIDE}\n"
HOURS = enumerate(("Opening", "Lunch", "Close"), start=10)
PROGRAMME = "".join(f"12.03.2026 {hour}:00 {what}: the mayor\n" for hour, what in HOURS)
FRAME = ("Skip to main content\nMenu\nHome\nNews", "© 2026 The Post. All rights reserved.")
CONTACTS = (
    "Inquiry\n\nThe inquiry sat.\nIt found nothing.",
    "General contact\nWe met the firm.\nThey were kind.",
)


def read(text):
    return readers.read(text.encode(), "a.txt", ReaderSettings())


@pytest.mark.parametrize("text", [MANUAL, POLICY, f"Day of the bridge\n\n{PROSE}\n\n{PROGRAMME}"])
def test_nothing_is_left_out(text):
    document = read(text)
    assert document.left_out == ()
    assert not [run for run in walk.blocks(document) if getattr(run[0], "role", "") == "turn"]


def test_a_page_that_was_copied_whole_still_loses_its_frame():
    page = f"{FRAME[0]}\n\nBridge opens\n\n{PROSE}\n\nShare\n\n{PROSE}\n\n{FRAME[1]}\n"
    document = read(page)
    assert document.title is not None
    assert document.title.text == "Bridge opens"
    assert [words(block.inlines) for block, _ in walk.blocks(document)] == [PROSE, PROSE]


def test_soft_breaks_of_any_number_are_read():
    document = read(f"Bridge\n\n{PROSE}\n\n" + "\v".join(f"line {number}" for number in range(3000)) + "\n")
    assert "line 2999" in "".join(words(run.inlines) for run in walk.runs(document))


@pytest.mark.parametrize("lines", CONTACTS)
def test_prose_under_a_word_of_contact_is_no_address(lines):
    document = read(f"Bridge\n\n{PROSE}\n\n{lines}\n")
    assert "address" not in {getattr(block, "role", "") for block, _ in walk.blocks(document)}

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.circulate.printing.printer import (
    Ticket,
    build_attributes,
    count_sheets,
    list_abilities,
    parse_page_ranges,
    parse_printer,
)
from pressroom.errors import PressroomError, UsageError

TOLD = {
    "printer-name": "Office",
    "printer-info": "Second floor",
    "printer-make-and-model": "Laser 5",
    "printer-state": 5,
    "printer-state-reasons": ["media-empty-error", "cups-missing-filter-warning"],
    "copies-supported": {"lower": 1, "upper": 99},
    "sides-supported": ["one-sided", "two-sided-long-edge"],
    "media-supported": ["iso_a4_210x297mm", "iso_dl_110x220mm"],
    "print-color-mode-supported": "monochrome",
    "finishings-supported": [3, 4, 20],
    "job-hold-until-supported": ["no-hold", "indefinite"],
}
OFFICE = parse_printer("ipp://here/printers/Office", TOLD)


def test_a_printer_is_described_in_plain_words():
    assert (OFFICE.name, OFFICE.about, OFFICE.state) == ("Office", "Second floor Laser 5", "stopped")
    assert OFFICE.reasons == ("the paper is out",)
    assert OFFICE.accepts_jobs
    assert list_abilities(OFFICE) == {
        "copies": ["1-99"],
        "sides": ["one", "long"],
        "paper": ["A4", "iso_dl_110x220mm"],
        "colour": ["monochrome"],
        "finishing": ["none", "staple", "staple-top-left"],
        "hold": ["no-hold", "indefinite"],
    }


def test_a_ticket_becomes_job_attributes():
    ticket = Ticket("t", 3, "long", "A4", "monochrome", ((1, 2), (5, 5)), ("staple",), hold=True)
    assert [(each.syntax, each.name, each.values) for each in build_attributes(ticket, OFFICE)] == [
        ("integer", "copies", (3,)),
        ("keyword", "sides", ("two-sided-long-edge",)),
        ("keyword", "media", ("iso_a4_210x297mm",)),
        ("keyword", "print-color-mode", ("monochrome",)),
        ("rangeOfInteger", "page-ranges", ("1-2", "5-5")),
        ("enum", "finishings", (4,)),
        ("keyword", "job-hold-until", ("indefinite",)),
    ]


def test_an_empty_ticket_leaves_all_to_the_printer():
    assert build_attributes(Ticket("t"), OFFICE) == []


@pytest.mark.parametrize(
    ("ticket", "said"),
    [
        (Ticket("t", sides="short"), "cannot do sides 'short'; it can: one, long"),
        (Ticket("t", paper="A3"), "cannot do paper 'A3'; it can: A4"),
        (Ticket("t", colour="color"), "cannot do colour 'color'; it can: monochrome"),
        (Ticket("t", finishings=("punch",)), "cannot do finishing 'punch'"),
        (Ticket("t", copies=100), "at most 99 copies"),
    ],
)
def test_what_a_printer_cannot_do_is_an_error_with_what_it_can(ticket, said):
    with pytest.raises(PressroomError, match="the printer Office") as raised:
        build_attributes(ticket, OFFICE)
    assert said in raised.value.diagnostic.message


def test_page_ranges_are_read():
    assert parse_page_ranges("1-3, 7", 7) == ((1, 3), (7, 7))
    assert parse_page_ranges("", 7) == ()


@pytest.mark.parametrize("words", ["0", "8", "3-2", "1-", "a", "2,1", "1-3,3", "1,,2", "-2"])
def test_wrong_page_ranges_are_refused(words):
    with pytest.raises(UsageError):
        parse_page_ranges(words, 7)


@given(st.text(max_size=12), st.integers(1, 30))
def test_page_ranges_rise_within_the_document_or_are_refused(words, count):
    try:
        ranges = parse_page_ranges(words, count)
    except UsageError:
        return
    pages = [page for first, last in ranges for page in range(first, last + 1)]
    assert pages == sorted(set(pages))
    assert all(1 <= page <= count for page in pages)


@pytest.mark.parametrize(
    ("pages", "ticket", "sheets"),
    [
        (5, Ticket("t"), 5),
        (5, Ticket("t", 2, "one"), 10),
        (5, Ticket("t", 2, "long"), 6),
        (9, Ticket("t", sides="short", pages=((1, 2), (9, 9))), 2),
    ],
)
def test_sheets_are_counted(pages, ticket, sheets):
    assert count_sheets(pages, ticket) == sheets

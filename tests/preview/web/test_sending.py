"""A briefing is sent from the browser with the guards of the command: looked at, then confirmed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from pressroom.translations.interface import INTERFACE
from tests.circulate.mail.servers import Faults, serving
from tests.preview.web.driving import HARBOUR, Preview, Visit

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def inbox() -> Iterator[tuple[Faults, int]]:
    """Run a mail server; return what it holds, and its port."""
    faults = Faults()
    with serving(faults) as port:
        yield faults, port


@pytest.fixture(scope="module")
def settings(inbox: tuple[Faults, int]) -> str:
    """Return the settings of a project that sends by it."""
    return f'[mail]\nfrom = "Harbour press <press@harbour.example>"\n[smtp]\nserver = "smtp://127.0.0.1:{inbox[1]}"\n'


def look(visit: Visit, lists: str) -> None:
    """Fill in to whom it is to go, and look at what would be sent."""
    visit.page.locator("#send").click()
    visit.page.locator("#mail-lists").fill(lists)
    visit.page.locator("#mail-form .primary").click()


def confirm(visit: Visit, number: str) -> None:
    """Confirm the number of people."""
    visit.page.locator("#mail-count").fill(number)
    visit.page.locator("#mail-confirm .primary").click()


def test_it_goes_to_the_number_that_is_confirmed_alone(
    visit: Visit, preview: Preview, inbox: tuple[Faults, int]
):
    faults, _ = inbox
    (preview.root / "press.csv").write_text("email,name\nada@paper.example,Ada\nbo@radio.example,Bo\n")
    visit.open(preview.add("sent.txt"))
    look(visit, "press.csv\ncy@agency.example")
    summary = visit.page.locator("#mail-summary")
    expect(summary).to_contain_text("press@harbour.example")
    for address in ("ada@paper.example", "bo@radio.example", "cy@agency.example"):
        expect(summary).to_contain_text(address)
    assert not faults.accepted
    for wrong in ("2", "33", "three"):
        confirm(visit, wrong)
        expect(visit.page.locator("#mail-result")).to_have_text(INTERFACE["wrong_number"])
    assert not faults.accepted
    confirm(visit, "3")
    expect(visit.page.locator("#mail-confirm")).to_be_hidden()
    expect(visit.page.locator("#mail-result")).to_have_text(
        INTERFACE["send_done"].format(sent=3, failed=0, unknown=0)
    )
    assert sorted(address for address, _ in faults.accepted) == [
        "ada@paper.example",
        "bo@radio.example",
        "cy@agency.example",
    ]
    assert b"sent.pdf" in faults.accepted[0][1]


def test_another_number_than_it_would_go_to_is_refused_by_the_server(
    preview: Preview, inbox: tuple[Faults, int]
):
    source = preview.add("counted.txt")
    before = len(inbox[0].accepted)
    for expected in (0, 1, 3, -1):
        order = {"lists": "di@paper.example\ned@paper.example", "expected": expected}
        answer = preview.ask(f"/send?source={source}", order)
        assert (answer.status, answer.held["rule"]) == (400, "wrong-count")
    assert len(inbox[0].accepted) == before


def test_an_embargo_stops_it(visit: Visit, preview: Preview, inbox: tuple[Faults, int]):
    before = len(inbox[0].accepted)
    source = preview.add("embargoed.txt")
    (preview.root / source).with_suffix(".toml").write_text('embargo = "2999-05-05T06:00+02:00"\n')
    visit.open(source)
    look(visit, "flo@paper.example")
    expect(visit.page.locator("#toast")).to_contain_text("embargo")
    expect(visit.page.locator("#mail-look")).to_be_hidden()
    answer = preview.ask(f"/send?source={source}", {"lists": "flo@paper.example", "expected": 1})
    assert answer.status == 400
    assert len(inbox[0].accepted) == before


def test_wrong_rows_stop_it(visit: Visit, preview: Preview, inbox: tuple[Faults, int]):
    before = len(inbox[0].accepted)
    (preview.root / "wrong.csv").write_text("email,name\ngus@paper.example,Gus\nno address,Hal\n")
    visit.open(preview.add("rows.txt", HARBOUR))
    look(visit, "wrong.csv")
    expect(visit.page.locator("#toast")).to_contain_text("wrong.csv")
    answer = preview.ask(f"/send?source={visit.source}", {"lists": "wrong.csv", "expected": 1})
    assert answer.status == 400
    assert len(inbox[0].accepted) == before


def test_a_list_that_is_not_there_is_told(visit: Visit, preview: Preview):
    visit.open(preview.add("unknown.txt"))
    look(visit, "nobody.csv")
    expect(visit.page.locator("#toast")).to_contain_text("nobody.csv")

"""Two windows and another program change one text: nobody's edit is lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from pressroom.translations.interface import INTERFACE
from tests.preview.web.driving import HARBOUR, LIMIT, Preview, Visit, wait_until

pytestmark = pytest.mark.slow


@pytest.fixture
def others(browser: Browser, preview: Preview) -> Iterator[Visit]:
    """Visit the preview in a second window."""
    with browser.new_context(locale="en-GB") as context:
        context.set_default_timeout(LIMIT * 1000)
        visit = Visit(context.new_page(), preview)
        yield visit
        assert not visit.faults


def type_ahead_of(visit: Visit, word: str, typed: str) -> None:
    """Type something ahead of a word of the text, in one stroke."""
    visit.click_word(word)
    visit.page.keyboard.insert_text(typed)


def begin_conflict(visit: Visit, theirs: str) -> None:
    """Let another program write a text while one is typed, ahead of its being saved."""
    path = visit.preview.root / visit.source
    with visit.page.expect_request("**/text?*"):
        visit.page.route("**/text?*", lambda route: (path.write_text(theirs), route.continue_()))
        type_ahead_of(visit, "Port fees", "MINE ")
    expect(visit.page.locator("#conflict")).to_be_visible()
    visit.page.unroute("**/text?*")
    expect(visit.page.locator("#theirs")).to_have_value(theirs)
    assert path.read_text() == theirs


def test_what_one_window_writes_is_in_the_other(visit: Visit, others: Visit, preview: Preview):
    source = preview.add("shared.txt")
    visit.open(source)
    others.open(source)
    type_ahead_of(visit, "Port fees", "All the ")
    expect(others.page.locator("#text")).to_have_value(HARBOUR.replace("Port fees", "All the Port fees"))
    others.wait(1)
    type_ahead_of(others, "rents 33", "and ")
    both = HARBOUR.replace("Port fees", "All the Port fees").replace("rents 33", "and rents 33")
    expect(visit.page.locator("#text")).to_have_value(both)
    wait_until(lambda: preview.read(source) == both)


def test_another_program_changes_the_text_and_the_pages_follow(visit: Visit, preview: Preview):
    visit.open(preview.add("outside.txt"))
    theirs = HARBOUR.replace("Port fees", "Charges of the port")
    with visit.followed():
        (preview.root / visit.source).write_text(theirs)
    expect(visit.page.locator("#text")).to_have_value(theirs)
    visit.expect_words("Charges of the port")


def test_my_edit_is_written_over_theirs_and_theirs_comes_back(visit: Visit, preview: Preview):
    visit.open(preview.add("mine.txt"))
    theirs = HARBOUR.replace("What comes next", "What they wrote")
    begin_conflict(visit, theirs)
    visit.page.locator("#keep-mine").click()
    mine = HARBOUR.replace("Port fees", "MINE Port fees")
    wait_until(lambda: preview.read(visit.source) == mine)
    visit.expect_words("MINE Port fees")
    expect(visit.page.locator("#text")).to_have_value(mine)
    type_ahead_of(visit, "rents 33", "and ")  # the editor goes on from what was written
    wait_until(lambda: preview.read(visit.source) == mine.replace("rents 33", "and rents 33"))
    visit.page.locator("#undo").click()
    expect(visit.page.locator("#text")).to_have_value(theirs)
    assert preview.read(visit.source) == theirs


def test_theirs_is_taken(visit: Visit, preview: Preview):
    visit.open(preview.add("theirs.txt"))
    theirs = HARBOUR.replace("What comes next", "What they wrote")
    begin_conflict(visit, theirs)
    visit.page.locator("#take-theirs").click()
    expect(visit.page.locator("#text")).to_have_value(theirs)
    visit.expect_words("What they wrote")
    assert preview.read(visit.source) == theirs


def test_my_edit_stays_in_sight_while_the_conflict_is_shown(visit: Visit, preview: Preview):
    visit.open(preview.add("seen.txt"))
    begin_conflict(visit, HARBOUR.replace("What comes next", "What they wrote"))
    visit.wait(1)  # the pages follow what they wrote
    assert "MINE Port fees" in visit.page.locator("#text").input_value()
    visit.page.keyboard.press("Escape")
    expect(visit.page.locator("#conflict")).to_be_visible()
    visit.page.locator("#keep-mine").click()
    wait_until(lambda: "MINE Port fees" in preview.read(visit.source))


def test_a_change_that_was_written_over_is_not_taken_back(visit: Visit, preview: Preview):
    visit.open(preview.add("undone.txt"))
    with visit.followed():
        type_ahead_of(visit, "Port fees", "MINE ")
    theirs = "Something else altogether\n\nIt has 12 words.\n"
    with visit.followed():
        (preview.root / visit.source).write_text(theirs)
    visit.page.locator("#undo").click()
    expect(visit.page.locator("#toast")).to_contain_text(INTERFACE["conflict_title"])
    assert preview.read(visit.source) == theirs


def test_decisions_of_two_windows_are_both_kept(visit: Visit, others: Visit, preview: Preview):
    source = preview.add("both.txt")
    visit.open(source)
    others.open(source)
    visit.show("numbers")
    others.show("numbers")
    visit.press("hide", "36 million euros")
    others.wait(1)
    others.press("hide", "12.5 million euros")
    hidden = [entry["words"] for entry in preview.read_settings(source)["number"] if entry["hide"]]
    assert hidden == ["36 million euros", "12.5 million euros"]


def test_a_letter_that_the_encoding_lacks_stays_in_the_editor_until_it_is_mended(
    visit: Visit, preview: Preview
):
    source = preview.add("latin.txt")
    before = HARBOUR.replace("Harbour", "Häfen – Café").encode("cp1252")
    (preview.root / source).write_bytes(before)
    visit.open(source)
    type_ahead_of(visit, "Port fees", "→ ")
    expect(visit.page.locator("#toast")).to_contain_text("encoding")
    assert (preview.root / source).read_bytes() == before
    assert "→ Port fees" in visit.page.locator("#text").input_value()
    for _ in range(2):
        visit.page.keyboard.press("Backspace")
    type_ahead_of(visit, "Port fees", "The ")
    wait_until(lambda: b"The Port fees" in (preview.root / source).read_bytes())


def test_a_text_that_is_emptied_stays_a_file(visit: Visit, preview: Preview):
    visit.open(preview.add("emptied.txt"))
    visit.page.locator("#text").fill("")
    wait_until(lambda: (preview.root / visit.source).read_bytes() == b"")
    assert (preview.root / visit.source).is_file()
    visit.page.locator("#text").fill("A new beginning\n\nIt has 12 words.\n")
    wait_until(lambda: preview.read(visit.source).startswith("A new beginning"))
    visit.expect_words("A new beginning")

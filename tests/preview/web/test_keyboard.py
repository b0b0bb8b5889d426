"""The main path with the keyboard alone; focus stays where it was when a decision has been taken."""

import pytest
from playwright.sync_api import expect

from pressroom.translations.interface import INTERFACE
from tests.preview.web.driving import Preview, Visit

pytestmark = pytest.mark.slow

MOST_STEPS = 80  # of the Tab key


def tab_to(visit: Visit, selector: str) -> None:
    """Go on with the Tab key until an element has focus."""
    for _ in range(MOST_STEPS):
        visit.page.keyboard.press("Tab")
        if visit.page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached")


def get_focus(visit: Visit) -> str:
    """Return the name of what has focus."""
    return str(visit.page.evaluate("document.activeElement.dataset.focus || document.activeElement.id"))


def test_a_text_is_opened_checked_and_taken_back(visit: Visit, preview: Preview):
    source = preview.add("keys.txt")
    visit.page.reload()
    tab_to(visit, f'#rows [data-source="{source}"] a')
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/edit?source=**")
    visit.source = source
    visit.wait(0)
    tab_to(visit, "#kinds [role=tab]")
    for _ in visit.page.locator("#kinds [role=tab]").all():
        if get_focus(visit) == "kind-numbers":
            break
        visit.page.keyboard.press("ArrowRight")
    expect(visit.page.locator("#list-numbers")).to_be_visible()
    tab_to(visit, "#list-numbers [data-focus$=-pin]")
    focus = get_focus(visit)
    with visit.followed():
        visit.page.keyboard.press("Enter")
    assert get_focus(visit) == focus
    assert len(preview.read_settings(source)["number"]) == 1
    with visit.followed():
        visit.page.keyboard.press("Space")
    assert get_focus(visit) == focus
    assert preview.read_settings(source) == {}
    tab_to(visit, "#list-numbers [data-focus$=-hide]")
    with visit.followed():
        visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("document.getElementById('list-numbers').contains(document.activeElement)")
    assert preview.read_settings(source)["number"][0]["hide"]


def test_the_tabs_go_round_with_the_arrow_keys(visit: Visit, preview: Preview):
    visit.open(preview.add("tabs.txt"))
    tabs = visit.page.locator("#kinds [role=tab]")
    names = [str(tab.get_attribute("id")) for tab in tabs.all()]
    visit.page.locator("#kinds [role=tab][aria-selected=true]").focus()
    seen = []
    for _ in names:
        visit.page.keyboard.press("ArrowRight")
        seen.append(get_focus(visit))
        expect(visit.page.locator(f"#{get_focus(visit)}")).to_have_attribute("aria-selected", "true")
    assert sorted(seen) == sorted(names)
    expect(visit.page.locator("#kinds [role=tab][tabindex='-1']")).to_have_count(len(names) - 1)


def test_the_views_of_a_narrow_window_go_with_the_arrow_keys(visit: Visit, preview: Preview):
    visit.page.set_viewport_size({"width": 390, "height": 800})
    visit.open(preview.add("narrow.txt"))
    visit.page.locator("#views [aria-selected=true]").focus()
    visit.page.keyboard.press("ArrowRight")
    expect(visit.page.locator("#pane-checks")).to_be_visible()
    visit.page.keyboard.press("ArrowRight")
    expect(visit.page.locator("#pane-text")).to_be_visible()


def test_the_mail_dialog_is_left_with_escape_and_focus_goes_back(visit: Visit, preview: Preview):
    visit.open(preview.add("dialog.txt"))
    visit.page.locator("#send").focus()
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("#mail")).to_be_visible()
    assert visit.page.evaluate("document.getElementById('mail').contains(document.activeElement)")
    visit.page.keyboard.press("Escape")
    expect(visit.page.locator("#mail")).to_be_hidden()
    assert get_focus(visit) == "send"


def test_a_text_is_pasted(visit: Visit):
    tab_to(visit, "#pasted")
    visit.page.keyboard.insert_text("Keys of the harbour\n\nThere are 36 keys on the board.\n")
    tab_to(visit, "#paste button")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/edit?source=seeds%2Fkeys-of-the-harbour.txt")
    visit.wait(0)
    tab_to(visit, "#text")
    with visit.followed():
        visit.page.keyboard.press("Control+End")
        visit.page.keyboard.type("It closes at noon.")
    visit.expect_words("It closes at noon.")
    expect(visit.page.locator("#saved")).to_have_text(INTERFACE["saved"])

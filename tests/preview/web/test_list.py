"""Texts of the list get other names and leave it, by the dialogs of their rows."""

import pytest
from playwright.sync_api import expect

from pressroom.translations.interface import INTERFACE
from tests.preview.web.driving import HARBOUR, Preview, Visit

pytestmark = pytest.mark.slow


def press(visit: Visit, word: str, source: str) -> None:
    visit.page.get_by_role("button", name=f"{INTERFACE[word]}: {source}", exact=True).click()


def test_a_text_is_renamed(visit: Visit, preview: Preview):
    source = preview.add("draft 3.txt")
    (preview.root / "seeds/draft 3.toml").write_text('template = "memo"\n')
    visit.page.reload()
    press(visit, "rename", source)
    name = visit.page.get_by_label(INTERFACE["rename_label"].format(name=source), exact=True)
    expect(name).to_have_value("draft 3")
    name.fill("Harbour figures")
    with visit.page.expect_navigation():
        name.press("Enter")
    visit.open("seeds/Harbour-figures.txt")
    expect(visit.page.locator("#template")).to_have_value("memo")
    assert not (preview.root / source).exists()


def test_a_name_that_is_taken_is_told_in_the_dialog(visit: Visit, preview: Preview):
    source = preview.add("first.txt")
    preview.add("second.txt")
    visit.page.reload()
    press(visit, "rename", source)
    visit.page.locator("#rename-name").fill("second")
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("#toast")).to_contain_text("choose another name")
    visit.page.keyboard.press("Escape")
    button = visit.page.get_by_role("button", name=f"{INTERFACE['rename']}: {source}", exact=True)
    expect(button).to_be_focused()


def test_a_text_is_removed_once_that_is_confirmed(visit: Visit, preview: Preview):
    source = preview.add("unwanted.txt")
    visit.page.reload()
    row = visit.page.locator(f'tr[data-source="{source}"]')
    press(visit, "remove", source)
    visit.page.get_by_role("button", name=INTERFACE["cancel"], exact=True).click()
    expect(row).to_be_visible()
    press(visit, "remove", source)
    with visit.page.expect_navigation():
        visit.page.get_by_role("button", name=INTERFACE["remove"], exact=True).click()
    expect(row).to_have_count(0)
    assert (preview.root / "removed/unwanted.txt").read_text() == HARBOUR


def test_another_window_is_told_that_its_text_is_gone(visit: Visit, preview: Preview):
    source = preview.add("shared.txt")
    visit.open(source)
    assert preview.ask(f"/remove?source={source}", {}).status == 200
    answer = preview.ask(f"/decide?source={source}", {"kind": "template", "value": "memo"})
    assert (answer.status, answer.held["cure"]) == (400, "go back to the list")

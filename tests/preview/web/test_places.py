"""A number on a page leads to its sentence, and the cursor in the text to the page."""

import pytest
from playwright.sync_api import expect

from tests.preview.web.driving import HARBOUR, Preview, Visit

pytestmark = pytest.mark.slow


def test_a_click_on_a_number_selects_it_in_the_text(visit: Visit, preview: Preview):
    visit.open(preview.add("clicked.txt"))
    box = visit.page.locator("#sheets .hit.key").last
    box.scroll_into_view_if_needed()
    box.click()
    assert visit.get_selected() in HARBOUR
    assert visit.get_selected()[0].isdigit()
    expect(visit.page.locator("#text")).to_be_focused()


def test_a_click_on_a_tile_selects_its_number(visit: Visit, preview: Preview):
    visit.open(preview.add("tiles.txt"))
    visit.page.locator("#sheets .hit.tile-words").first.click()
    assert visit.get_selected() == "2.4 million"


def test_a_click_on_a_paragraph_of_a_page_selects_it_in_the_text(visit: Visit, preview: Preview):
    visit.open(preview.add("paragraphs.txt"))
    words = visit.page.locator("#sheets .words span", has_text="The waiting time for lorries").first
    expect(words).to_be_attached()
    box = words.bounding_box()
    assert box is not None
    visit.page.mouse.click(box["x"] + 3, box["y"] + box["height"] / 2)
    assert visit.get_selected().startswith("The waiting time for lorries")


def test_the_cursor_at_a_number_lights_its_places_on_the_pages(visit: Visit, preview: Preview):
    visit.open(preview.add("lit.txt"))
    visit.click_word("36 million euros", 4)
    expect(visit.page.locator("#sheets .lit").first).to_be_attached()
    lit = visit.page.locator("#sheets .lit")
    assert lit.count() >= 2  # in its tile and in its sentence


def test_places_are_right_behind_letters_that_a_browser_counts_twice(visit: Visit, preview: Preview):
    text = HARBOUR.replace("Where the money", "🚢 🚢 Where the money").replace("\n", "\r\n")
    source = preview.add("ships.txt")
    (preview.root / source).write_bytes(text.encode())
    visit.open(source)
    visit.show("numbers")
    name = visit.page.get_by_role("button", name="41 percent").first
    name.click()
    assert visit.get_selected() == "41 percent"


def test_the_places_follow_what_is_typed_ahead_of_them(visit: Visit, preview: Preview):
    visit.open(preview.add("moved.txt"))
    visit.click_word("The number of ferry", 0)
    with visit.followed():
        visit.page.keyboard.type("It was a good year. ")
    visit.show("numbers")
    visit.page.get_by_role("button", name="12.5 million euros").first.click()
    assert visit.get_selected() == "12.5 million euros"

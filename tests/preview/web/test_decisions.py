"""What an editor decides in the browser is in the settings file beside the text, and on the pages."""

import pytest
from playwright.sync_api import expect

from pressroom.translations.interface import INTERFACE
from tests.preview.web.driving import Preview, Visit, wait_until

pytestmark = pytest.mark.slow

PASSENGERS = {
    "words": "2.4 million",
    "sentence": "The number of ferry passengers rose by 18 percent to 2.4 million in 2025.",
}
QUAYS = {"words": "36 million euros", "sentence": "The authority spent 36 million euros on two new quays."}
FEES = "Port fees brought in 41 percent of the income"


@pytest.fixture
def opened(visit: Visit, preview: Preview, request: pytest.FixtureRequest) -> Visit:
    """Open a text of the test's own."""
    visit.open(preview.add(f"{request.node.name}.txt"))
    return visit


def test_a_heading_becomes_plain_text_and_a_heading_again(opened: Visit):
    headings = opened.show("headings")
    expect(headings.locator("li")).to_have_count(3)
    opened.press("no_heading", "What comes next")
    opened.expect_settings({"not_headings": ["What comes next"]})
    expect(headings.locator("li")).to_have_count(2)
    opened.click_word("What comes next", 4)
    opened.press("make_heading")
    opened.expect_settings({"headings": ["What comes next"], "levels": {"What comes next": 1}})
    expect(headings.locator("li")).to_have_count(3)
    opened.press("deeper", "What comes next")
    opened.expect_settings({"headings": ["What comes next"], "levels": {"What comes next": 2}})
    opened.press("higher", "What comes next")
    opened.expect_settings({"headings": ["What comes next"], "levels": {"What comes next": 1}})


def test_a_number_is_worded_by_hand_and_has_its_own_words_again(opened: Visit):
    opened.show("numbers")
    number = opened.page.locator("#list-numbers li", has_text="36 million euros").first
    number.get_by_text(INTERFACE["reword"], exact=True).click()
    label = number.get_by_label(INTERFACE["words_label"].format(number="36 million euros"))
    label.fill("went into two quays,\nas planned")
    with opened.followed():
        number.get_by_role("button", name=INTERFACE["save"], exact=True).click()
    opened.expect_settings({"number": [{**QUAYS, "label": "went into two quays, as planned"}]})
    opened.expect_words("went into two quays, as planned")
    expect(number).to_contain_text(INTERFACE["edited"])
    with opened.followed():
        number.get_by_role("button", name=INTERFACE["words_own"], exact=True).click()
    opened.expect_settings({})
    opened.expect_words("spent by the authority on two new quays")


def test_a_number_is_hidden_and_shown_again(opened: Visit):
    numbers = opened.show("numbers")
    opened.press("hide", "36 million euros")
    opened.expect_settings({"number": [{**QUAYS, "hide": True}]})
    expect(numbers.locator("ol.numbers li")).not_to_contain_text(["36 million euros"])
    opened.press("unhide", "36 million euros")
    opened.expect_settings({})
    expect(numbers.locator("ol.numbers")).to_contain_text("36 million euros")


def test_numbers_are_pinned_and_put_in_another_order(opened: Visit):
    numbers = opened.show("numbers")
    opened.press("pin", "2.4 million")
    opened.expect_settings({"number": [{**PASSENGERS, "pin": True}]})
    expect(numbers.locator("ol.numbers li").first).to_contain_text(INTERFACE["pinned"])
    opened.press("down", "2.4 million")
    wait_until(lambda: len(opened.preview.read_settings(opened.source)["number"]) == 2)
    entries = opened.preview.read_settings(opened.source)["number"]
    placed = {entry["words"]: entry["order"] for entry in entries}
    assert placed == {"36 million euros": 1, "2.4 million": 2}  # those behind keep their places
    assert all(entry["pin"] for entry in entries)
    expect(numbers.locator("ol.numbers li").first).to_contain_text("36 million euros")


def test_another_wording_is_taken_though_it_was_passed_over(opened: Visit):
    opened.show("numbers")
    number = opened.page.locator("#list-numbers li", has_text="2.4 million").first
    number.get_by_text(INTERFACE["reword"], exact=True).click()
    expect(number).to_contain_text("what it leaves out may change what the sentence says")
    with opened.followed():
        name = f"{INTERFACE['use_wording']}: number of ferry passengers, up 18 percent"
        number.get_by_role("button", name=name, exact=True).click()
    opened.expect_settings(
        {"number": [{**PASSENGERS, "label": "number of ferry passengers, up 18 percent", "pin": True}]}
    )
    opened.expect_words("number of ferry passengers, up 18 percent")


def test_a_picture_is_left_out_and_drawn_again(opened: Visit):
    pictures = opened.show("pictures")
    opened.press("refuse_picture", FEES)
    opened.expect_settings({"figure": [{"found": FEES, "hide": True}]})
    accept = pictures.get_by_role("button", name=f"{INTERFACE['accept_picture']}: {FEES}", exact=True)
    expect(accept).to_be_visible()
    opened.press("accept_picture", FEES)
    opened.expect_settings({})
    expect(accept).to_have_count(0)


def test_a_picture_is_described_by_hand(opened: Visit):
    opened.show("pictures")
    words = opened.page.get_by_label(f"{INTERFACE['alt_label']}: {FEES}", exact=True)
    proposed = words.input_value()
    words.fill("Four parts in ten are fees.")
    opened.press("save", FEES)
    opened.expect_settings({"figure": [{"found": FEES, "alt": "Four parts in ten are fees."}]})
    expect(opened.page.get_by_text(INTERFACE["alt_proposed"].format(words=proposed))).to_be_visible()
    made = opened.preview.ask(f"/download?format=html&source={opened.source}").data.decode()
    assert "Four parts in ten are fees." in made


def test_template_paper_and_language_are_set(opened: Visit):
    page = opened.page
    with opened.followed():
        page.locator("#template").select_option("letter")
    opened.expect_settings({"template": "letter"})
    expect(page.locator("#template")).to_have_value("letter")
    with opened.followed():
        page.locator("#paper").select_option("A5")
    opened.expect_settings({"template": "letter", "paper": "A5"})
    ratio = page.locator("#sheets .sheet").first.evaluate("sheet => sheet.clientWidth / sheet.clientHeight")
    assert abs(ratio - 148 / 210) < 0.01
    with opened.followed():
        page.locator("#lang").fill("de")
        page.locator("#lang").press("Tab")
    opened.expect_settings({"template": "letter", "paper": "A5", "lang": "de"})
    with opened.followed():
        page.locator("#lang").fill("")
        page.locator("#lang").press("Tab")
    opened.expect_settings({"template": "letter", "paper": "A5"})


def test_a_language_that_there_is_not_is_refused_with_its_cure(opened: Visit):
    opened.page.locator("#lang").fill("nonsense language")
    opened.page.locator("#lang").press("Tab")
    expect(opened.page.locator("#toast")).to_be_visible()
    expect(opened.page.locator("#toast")).to_contain_text("lang")
    assert opened.preview.read_settings(opened.source) == {}


def test_what_is_typed_is_on_the_pages_and_is_taken_back_and_made_again(opened: Visit):
    before = opened.preview.read(opened.source)
    opened.click_word("two new quays", len("two new quays"))
    with opened.followed():
        opened.page.keyboard.type(" and a crane")
    opened.expect_words("two new quays and a crane")
    after = before.replace("two new quays", "two new quays and a crane")
    assert opened.preview.read(opened.source) == after
    with opened.followed():
        opened.page.locator("#undo").click()
    expect(opened.page.locator("#text")).to_have_value(before)
    assert opened.preview.read(opened.source) == before
    with opened.followed():
        opened.page.locator("#redo").click()
    expect(opened.page.locator("#text")).to_have_value(after)
    assert opened.preview.read(opened.source) == after


def test_each_decision_is_taken_back_in_turn_and_comments_stay(visit: Visit, preview: Preview):
    source = preview.add("commented.txt")
    beside = (preview.root / source).with_suffix(".toml")
    beside.write_text('# checked on Tuesday\nmarking = "DRAFT"\n')
    first = beside.read_bytes()
    visit.open(source)
    visit.show("numbers")
    visit.press("hide", "36 million euros")
    second = beside.read_bytes()
    assert b"# checked on Tuesday" in second
    visit.press("hide", "12.5 million euros")
    with visit.followed():
        visit.page.locator("#undo").click()
    assert beside.read_bytes() == second
    with visit.followed():
        visit.page.locator("#undo").click()
    assert beside.read_bytes() == first
    expect(visit.page.locator("#undo")).to_be_disabled()

"""Many reports are made at once from the list, with their progress, and what is made is told as such."""

import pytest
from playwright.sync_api import expect

from pressroom.translations.interface import INTERFACE
from tests.preview.web.driving import HARBOUR, Preview, Visit

pytestmark = pytest.mark.slow


def test_all_are_made_with_their_progress_and_are_up_to_date_then(visit: Visit, preview: Preview):
    names = [
        preview.add(f"batch-{each}.txt", HARBOUR.replace("2025", each)) for each in ("2022", "2023", "2024")
    ]
    broken = preview.add("broken.txt")
    (preview.root / broken).with_suffix(".toml").write_text('paper = "A99"\n')
    visit.page.reload()
    states = visit.page.locator("#rows .state")
    expect(states).to_have_text([INTERFACE["status_stale"]] * 4)
    visit.page.evaluate(
        "() => { window.seen = []; new MutationObserver(() => window.seen.push("
        "document.getElementById('progress-words').textContent))"
        ".observe(document.getElementById('progress-words'), {childList: true}); }"
    )
    visit.page.locator("#make-all").click()
    expect(visit.page.locator("#progress-words")).to_have_text(INTERFACE["made_all"].format(made=4, failed=1))
    told = visit.page.evaluate("window.seen")
    steps = [INTERFACE["made_of"].format(made=each, total=4) for each in (1, 2, 3)]
    assert [each for each in told if each in steps] == steps
    for name in names:
        expect(visit.page.locator(f'[data-source="{name}"] .state')).to_have_text(INTERFACE["status_made"])
        assert (preview.root / "dist" / name.partition("/")[2]).with_suffix(".pdf").exists()
    expect(visit.page.locator(f'[data-source="{broken}"] .state')).to_have_text(INTERFACE["status_failed"])
    visit.page.reload()
    for name in names:
        expect(visit.page.locator(f'[data-source="{name}"] .state')).to_have_text(INTERFACE["status_current"])


def test_only_what_the_search_shows_is_made(visit: Visit, preview: Preview):
    preview.add("wanted.txt")
    preview.add("other.txt")
    visit.page.reload()
    visit.page.locator("#search").fill("wanted")
    visit.page.locator("#make-all").click()
    expect(visit.page.locator("#progress-words")).to_have_text(INTERFACE["made_all"].format(made=1, failed=0))
    assert (preview.root / "dist" / "wanted.pdf").exists()
    assert not (preview.root / "dist" / "other.pdf").exists()


def test_progress_that_comes_after_the_answer_says_the_same(visit: Visit, preview: Preview):
    source = preview.add("late.txt")
    visit.page.reload()
    row = visit.page.locator(f'[data-source="{source}"] .state')
    expect(row).to_have_text(INTERFACE["status_stale"])
    visit.page.route("**/make", lambda route: route.fulfill(json={"made": 1, "failed": 0}))
    visit.page.locator("#make-all").click()
    done = INTERFACE["made_all"].format(made=1, failed=0)
    expect(visit.page.locator("#progress-words")).to_have_text(done)
    assert preview.ask("/make", {"sources": [source], "formats": ["pdf", "docx"]}).status == 200
    expect(row).to_have_text(INTERFACE["status_made"])
    assert visit.page.locator("#progress-words").text_content() == done


def test_nothing_is_made_where_nothing_is_named(preview: Preview):
    preview.add("unnamed.txt")
    for sources in ([], ["seeds/nothing.txt"]):
        answer = preview.ask("/make", {"sources": sources, "formats": ["pdf"]})
        assert answer.status == 400
    assert not (preview.root / "dist" / "unnamed.pdf").exists()

"""axe-core finds nothing on any page, tab or dialog, wide and narrow, light and dark."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.preview.web.driving import HARBOUR, LIMIT, Preview, Visit

pytestmark = pytest.mark.slow


@pytest.fixture(
    params=[(width, scheme) for width in (390, 1000, 1440) for scheme in ("light", "dark")],
    ids=lambda one: f"{one[0]}-{one[1]}",
)
def sized(browser: Browser, preview: Preview, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Visit the preview in a window of a width, in light or dark."""
    width, scheme = request.param
    size = {"width": width, "height": 900}
    with browser.new_context(locale="en-GB", viewport=size, color_scheme=scheme) as context:
        context.set_default_timeout(LIMIT * 1000)
        yield Visit(context.new_page(), preview)


def check(visit: Visit, what: str) -> None:
    """Fail where axe-core finds something."""
    found = Axe().run(visit.page)
    assert found.violations_count == 0, f"{what}: {found.generate_report()}"


def test_the_list(sized: Visit, preview: Preview):
    preview.add("one.txt")
    preview.add("two.txt")
    sized.page.reload()
    expect(sized.page.locator("#rows tr[data-state]").first).to_be_visible()
    check(sized, "list")
    for summary in sized.page.locator("details:not([open]) > summary").all():
        summary.click()
    sized.page.locator("#search").fill("no such text")
    check(sized, "list without a match")
    sized.page.locator("#search").fill("")
    for dialog in ("rename", "remove"):
        sized.page.locator(f"[data-dialog={dialog}]").first.click()
        check(sized, dialog)
        sized.page.keyboard.press("Escape")


def test_a_text_with_each_tab_and_dialog(sized: Visit, preview: Preview):
    sized.open(
        preview.add("checked.txt", f"{HARBOUR}\nIt costs 3 percent of the \u201cincome, as some say.\n")
    )
    page, narrow = sized.page, sized.page.locator("#views").is_visible()
    for view in ("text", "pages", "checks") if narrow else ("",):
        if view:
            page.locator(f"#tab-{view}").click()
        check(sized, view or "text")
    names = [str(tab.get_attribute("id")) for tab in page.locator("#kinds [role=tab]").all()]
    for kind in (name.removeprefix("kind-") for name in names):
        listed = sized.show(kind)
        listed.evaluate("list => list.querySelectorAll('details').forEach((each) => (each.open = true))")
        check(sized, kind)
    page.locator("#downloads summary").click()
    check(sized, "downloads")
    page.locator("#downloads summary").click()
    page.locator("#send").click()
    check(sized, "mail")
    page.keyboard.press("Escape")
    page.locator("#conflict").evaluate("dialog => dialog.showModal()")
    check(sized, "conflict")

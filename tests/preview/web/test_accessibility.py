"""axe-core finds nothing on the list, wide and narrow, light and dark."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.preview.web.driving import LIMIT, Preview, Visit

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

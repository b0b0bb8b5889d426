"""One preview and one browser for the tests of a module."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.preview.web.driving import Preview, Visit


@pytest.fixture(scope="module")
def settings() -> str:
    """Return the settings of the project; a module may have its own."""
    return ""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory, settings: str) -> Iterator[Preview]:
    """Run the preview of an empty project."""
    from tests.preview.web.driving import previewing

    with previewing(tmp_path_factory.mktemp("preview"), settings) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Run a browser."""
    from tests.preview.web.driving import browsing

    with browsing() as running:
        yield running


@pytest.fixture
def visit(browser: Browser, preview: Preview) -> Iterator[Visit]:
    """Visit the preview in a window that nothing is known of; fail where a script has a fault."""
    from tests.preview.web.driving import LIMIT, Visit

    with browser.new_context(locale="en-GB", viewport={"width": 1440, "height": 900}) as context:
        context.set_default_timeout(LIMIT * 1000)
        visit = Visit(context.new_page(), preview)
        yield visit
        assert not visit.faults

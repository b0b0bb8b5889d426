"""What is downloaded is byte for byte what the command makes of the same text."""

import os
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from pressroom.translations.interface import INTERFACE
from pressroom.writers import WRITERS
from tests.making import ROOT
from tests.preview.web.driving import Preview, Visit

pytestmark = pytest.mark.slow

FORMATS = ("pdf", "docx", "html", "email")


def make(preview: Preview, source: str, out: str) -> None:
    """Make a text with the command, in all formats."""
    command = [sys.executable, "-m", "pressroom", "make", source, "--out", out]
    for each in FORMATS:
        command += ["--format", each]
    own = {"PYTHONPATH": str(ROOT / "src"), "PYTHONSAFEPATH": "1"}
    subprocess.run(
        command, cwd=preview.root, env={**os.environ, **own}, check=True, capture_output=True, timeout=100
    )


def test_each_format_is_what_the_command_makes(visit: Visit, preview: Preview):
    visit.open(preview.add("downloaded.txt"))
    visit.show("numbers")
    visit.press("hide", "12.5 million euros")
    make(preview, visit.source, "made")
    for each in FORMATS:
        if not visit.page.locator("#downloads li").first.is_visible():
            visit.page.locator("#downloads summary").click()
        with visit.page.expect_download() as begun:
            visit.page.get_by_role("link", name=INTERFACE[each], exact=True).click()
        ending = WRITERS[each].ending
        assert begun.value.suggested_filename == f"downloaded.{ending}"
        expected = (preview.root / "made" / f"downloaded.{ending}").read_bytes()
        assert begun.value.path().read_bytes() == expected, each


def test_the_file_to_print_opens_in_a_window_of_its_own(visit: Visit, preview: Preview):
    visit.open(preview.add("printed.txt"))
    link = visit.page.locator("#print")
    expect(link).to_have_attribute("target", "_blank")
    answer = preview.ask(str(link.get_attribute("href")))
    assert answer.data.startswith(b"%PDF-")
    assert answer.headers["content-disposition"].startswith("inline")


def test_a_text_that_cannot_be_made_says_why(visit: Visit, preview: Preview):
    source = preview.add("broken.txt")
    (preview.root / source).with_suffix(".toml").write_text('paper = "A99"\n')
    visit.open(source)
    expect(visit.page.locator("#status")).to_have_text(INTERFACE["failed"])
    expect(visit.show("findings")).to_contain_text("A99")
    answer = preview.ask(f"/download?format=pdf&source={source}")
    assert answer.status == 400
    assert "A99" in answer.held["error"]

"""A text comes into the project by each way that the list has for it."""

import pytest
from playwright.sync_api import expect

from tests.download.serving import serving
from tests.preview.web.driving import HARBOUR, Preview, Visit

pytestmark = pytest.mark.slow

_DROP = """([name, text]) => {
  const data = new DataTransfer();
  if (name) data.items.add(new File([text], name, {type: 'text/plain'}));
  else data.setData('text/plain', text);
  for (const kind of ['dragenter', 'dragover', 'drop']) {
    document.body.dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
  }
}"""


def expect_opened(visit: Visit, source: str) -> None:
    """Wait until a text is open with its pages."""
    visit.page.wait_for_url(f"**/edit?source={source.replace('/', '%2F')}")
    visit.source = source
    visit.wait(0)
    visit.expect_words("ferry passengers")


def test_a_file_is_dropped(visit: Visit, preview: Preview):
    visit.page.evaluate(_DROP, ["Port figures.txt", HARBOUR])
    expect_opened(visit, "seeds/Port-figures.txt")
    assert preview.read(visit.source) == HARBOUR


def test_a_text_is_dropped(visit: Visit, preview: Preview):
    visit.page.evaluate(_DROP, ["", HARBOUR.replace("Northern", "Eastern")])
    expect_opened(visit, "seeds/the-eastern-harbour-authority-publishes-its.txt")
    assert preview.read(visit.source) == HARBOUR.replace("Northern", "Eastern")


def test_a_file_is_chosen_and_takes_no_other_ones_place(visit: Visit, preview: Preview):
    preview.add("chosen.md", "# Another\n\nThis one stays.\n")
    visit.page.locator("#file").set_input_files(
        {"name": "chosen.md", "mimeType": "text/markdown", "buffer": f"# {HARBOUR}".encode()}
    )
    expect_opened(visit, "seeds/chosen-2.md")
    assert preview.read("seeds/chosen.md") == "# Another\n\nThis one stays.\n"


def test_a_text_is_pasted(visit: Visit, preview: Preview):
    visit.page.locator("#pasted").fill(HARBOUR)
    visit.page.locator("#paste button").click()
    expect_opened(visit, "seeds/the-northern-harbour-authority-publishes-its.txt")
    assert preview.read(visit.source) == HARBOUR


def test_an_address_is_fetched_once(visit: Visit, preview: Preview):
    paragraphs = "".join(f"<p>{each}</p>" for each in HARBOUR.split("\n\n")[1:])
    page = f"<html><head><title>Harbour</title></head><body><h1>Harbour</h1>{paragraphs}</body></html>"
    answers = {"/figures.html": (200, {"Content-Type": "text/html; charset=utf-8"}, page.encode())}
    with serving(answers) as (address, asked):
        visit.page.locator("#address").fill(f"{address}/figures.html")
        visit.page.locator("#fetch button").click()
        expect_opened(visit, "seeds/figures.html")
        expect(visit.page.locator("#read-only")).to_be_visible()
        assert visit.page.locator("#text").get_attribute("readonly") is not None
        assert asked == ["/figures.html"]
    assert "340 people" in preview.read(visit.source)


def test_an_address_that_does_not_answer_is_told(visit: Visit):
    with serving({}) as (address, _):
        visit.page.locator("#address").fill(f"{address}/nothing")
        visit.page.locator("#fetch button").click()
        expect(visit.page.locator("#toast")).to_contain_text("404")


def test_a_sample_is_copied(visit: Visit, preview: Preview):
    before = {path.name for path in (preview.root / "seeds").iterdir()}
    samples = visit.page.locator("details", has=visit.page.locator("[data-sample]"))
    if samples.get_attribute("open") is None:
        samples.locator("summary").click()
    sample = visit.page.locator("[data-sample]").first
    name = str(sample.get_attribute("data-sample"))
    sample.click()
    visit.page.wait_for_url("**/edit?source=*")
    visit.wait(0)
    assert name in {path.name for path in (preview.root / "seeds").iterdir()} - before


def test_what_cannot_be_read_is_told_and_nothing_is_kept(visit: Visit, preview: Preview):
    before = preview.list_files()
    visit.page.evaluate(_DROP, ["tune.mp3", "no text"])
    expect(visit.page.locator("#toast")).to_contain_text("tune.mp3")
    assert visit.page.url == f"{preview.origin}/"
    assert preview.list_files() == before


def test_the_list_is_searched(visit: Visit, preview: Preview):
    preview.add("search-alpha.txt")
    preview.add("search-beta.txt")
    visit.page.reload()
    visit.page.locator("#search").fill("ALPHA")
    expect(visit.page.locator("#rows tr:visible")).to_have_count(1)
    visit.page.locator("#search").fill("gamma delta")
    expect(visit.page.locator("#no-match")).to_be_visible()

"""Headings: even lines, and their room beside the text."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from pressroom.writers.pdf.fitting.headings import HEADING_RULES, balance, set_headings

CSS = ":root{--title-measure:16.6em;--heading-measure:10.85em}"


def page(body: str, paper: str = "A4") -> ET.Element:
    root = ET.fromstring(f'<html><body data-paper="{paper}"><main>{body}</main></body></html>')
    set_headings(root, CSS)
    return root


def words_of_lines(said: str, width: float) -> list[str]:
    """The lines that words make at a width, as the module breaks them."""
    from pressroom.writers.pdf.fitting.headings import _break, _measure

    words = said.split()
    return [" ".join(words[at] for at in line) for line in _break([_measure(word) for word in words], width)]


@pytest.mark.parametrize(
    ("said", "measure", "lines"),
    [
        (
            "Reading room to close on 7 April for a new roof",
            16.6,
            ["Reading room to close", "on 7 April for a new roof"],
        ),
        ("What the new count says", 10.85, ["What the new", "count says"]),
        ("Finance", 10.85, ["Finance"]),
        # no width leaves a longer word at the end
        ("Telecommunications Act", 9.0, ["Telecommunications", "Act"]),
    ],
)
def test_lines_of_a_heading_are_even(said, measure, lines):
    width, count = balance(said.split(), measure)
    found = words_of_lines(said, width)
    assert len(found) == count
    assert width <= measure
    assert found == lines


def test_a_number_stays_with_the_short_word_after_it():
    root = page("<h1>Minutes of 12 May 2026 at 7 p.m. in the hall of 120 representatives</h1>")
    title = root.find(".//h1")
    assert [span.text for span in title.iter("span")] == ["12 May", "7 p.m."]
    assert "".join(title.itertext()) == "Minutes of 12 May 2026 at 7 p.m. in the hall of 120 representatives"


def test_a_heading_beside_the_text_reserves_its_height():
    root = page("<section><h2>Strengthening ties between the two countries</h2><p>Words.</p></section>")
    section, hung = root.find(".//section"), root.find(".//h2/span")
    assert section.get("data-heading-lines") == "3"
    assert section.get("style") is None  # or what stands in it would be styled for itself
    assert 'section[data-heading-lines="3"]{min-height:43.5pt!important;orphans:3!important}' in HEADING_RULES
    assert hung.get("class") == "hung"
    assert "".join(hung.itertext()) == "Strengthening ties between the two countries"
    assert hung.get("style", "").startswith("max-width:")


@pytest.mark.parametrize(
    "heading",
    [
        "<h2>Words<span class='footnote'>A note.</span></h2>",
        "<h2>Rechtsschutzversicherungsgesellschaften</h2>",
        f"<h2>{'many words that go on and on ' * 4}</h2>",
    ],
)
def test_what_does_not_fit_beside_the_text_stands_above_it(heading):
    root = page(f"<section>{heading}<p>Words.</p></section>")
    assert root.find(".//h2").get("class") == "above"
    assert root.find(".//h2/span[@class='hung']") is None


@pytest.mark.parametrize(
    ("before", "lines"),
    [
        ("", "2"),
        ("<p>One line.</p>", "1"),
        (f"<p>{'word ' * 40}</p>", None),
    ],
)
def test_a_figure_clears_the_heading_beside_it(before, lines):
    root = page(f"<section><h2>Where the money comes from</h2>{before}<figure/></section>")
    assert root.find(".//section").get("data-heading-lines") == "2"
    assert root.find(".//figure").get("data-clear") == lines
    assert '[data-clear="2"]:not(.landscape){margin-top:36.25pt!important}' in HEADING_RULES


def test_a_page_on_its_side_has_room_for_the_heading_that_comes_with_it():
    root = page("<section><h2>Data</h2><div class='landscape'><table class='wide'/></div></section>")
    assert root.find(".//div").get("data-clear") == "1"
    assert root.find(".//table").get("data-clear") is None
    assert '.landscape[data-clear="1"]{padding-top:21.75pt!important}' in HEADING_RULES


def test_paper_without_a_side_column_and_sheets_that_do_not_ask_are_left_alone():
    small = page("<section><h2>Words</h2></section>", "A5")
    assert small.find(".//span") is None
    root = ET.fromstring("<html><body><h1>A title of two lines, it may be</h1></body></html>")
    before = ET.tostring(root)
    set_headings(root, "h1{}")
    assert ET.tostring(root) == before


def test_a_number_stays_with_its_word_in_headings_of_every_kind():
    root = page(
        "<h1>Council on <em>12 May</em> 2026 at 7 p.m.</h1>"
        "<section><h3>Held at <em>noon</em> with 300 km of road, 5 km new</h3></section>"
    )
    kept = [span.text for span in root.iter("span") if span.get("class") == "keep"]
    assert kept == ["12 May", "7 p.m.", "300 km", "5 km"]
    assert "".join(root.find(".//h3").itertext()) == "Held at noon with 300 km of road, 5 km new"
    assert "".join(root.find(".//h1").itertext()) == "Council on 12 May 2026 at 7 p.m."

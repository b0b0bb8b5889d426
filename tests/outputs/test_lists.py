"""Lists print the numbers that were written, in every format."""

from __future__ import annotations

import re

import pytest

from tests.outputs.finished import Finished, W, finish

pytestmark = pytest.mark.slow

PLAIN = """Duties of the warden

What is done at night

8. Lock the gate
9. Feed the dog
10. Put out the lamp

What is done by day

c) open the shutters
d) sweep the yard

And on Sundays:

(iii) ring the bell
(iv) wind the clock

And at the end of the year:

XI. count the keys
XII. write it down
"""
WRITTEN = (
    ("8.", "Lock the gate"),
    ("9.", "Feed the dog"),
    ("10.", "Put out the lamp"),
    ("c)", "open the shutters"),
    ("d)", "sweep the yard"),
    ("(iii)", "ring the bell"),
    ("(iv)", "wind the clock"),
    ("XI.", "count the keys"),
    ("XII.", "write it down"),
)


@pytest.fixture(scope="module")
def plain() -> Finished:
    return finish(PLAIN, "duties.txt")


@pytest.mark.parametrize(("number", "words"), WRITTEN)
def test_the_pdf_and_the_text_of_the_mail_have_each_number_at_its_item(plain, number, words):
    assert f"{number} {words}" in plain.pdf
    assert f"\n{number} {words}" in plain.mail_text


def test_word_counts_from_the_written_number_in_its_form(plain):
    assert read_word(plain) == [f"{number} {words}" for number, words in WRITTEN]


def test_the_web_page_and_the_mail_count_from_the_written_number(plain):
    wanted = [("1", "8"), ("a", "3"), ("i", "3"), ("I", "11")]
    for page in (plain.web, plain.mail_html):
        assert [(each.get("type"), each.get("start")) for each in page.iter("ol")] == wanted
    styles = [item.get("style") for item in plain.web.iter("li") if item.get("data-marker")]
    assert [
        bytes.fromhex(style.split('"')[1].replace("\\00", "")).decode("utf-16-be") for style in styles
    ] == [
        "c)\u2002",
        "d)\u2002",
        "(iii)\u2002",
        "(iv)\u2002",
    ]


def test_the_html_of_the_mail_has_each_form_of_number_in_its_words(plain):
    items = [" ".join(item.text_content().split()) for item in plain.mail_html.iter("li")]
    written = [f"{number} {words}" for number, words in WRITTEN]
    assert items == [
        words if re.match(r"\w+\.", line) else line for line, (_, words) in zip(written, WRITTEN, strict=True)
    ]
    unmarked = [item for item in plain.mail_html.iter("li") if "none" in (item.get("style") or "")]
    assert len(unmarked) == sum(not re.match(r"\w+\.", line) for line in written)


HTML = """<!doctype html><html lang="en"><title>Lots</title><body><article><h1>Lots of the sale</h1>
<p>The lots are sold in the order of the day, and what is left is sold on the second day at noon.</p>
<h2>Lots</h2>
<ol><li>Clock<li value="6">Chair<li>Table</ol><p>Words between them, so that they stay apart.</p>
<ol type="a" start="26"><li>Lamp<li>Vase<li>Bowl</ol><p>Words between them, so that they stay apart.</p>
<ol type="I" start="4"><li>Books<ol type="i" start="9"><li>Old<li>New</ol></ol></article></html>"""


@pytest.fixture(scope="module")
def page() -> Finished:
    return finish(HTML, "lots.html")


def test_numbers_of_a_web_page_are_kept_past_gaps_and_past_z(page):
    wanted = ["1. Clock", "6. Chair", "7. Table", "z. Lamp", "aa. Vase", "ab. Bowl"]
    wanted += ["IV. Books", "ix. Old", "x. New"]
    assert read_word(page) == wanted
    assert [line.strip() for line in page.mail_text.splitlines() if line.strip() in wanted] == wanted
    assert [each for each in wanted if each not in page.pdf] == []


def read_word(made: Finished) -> list[str]:
    """Each counted paragraph of the Word file with the number that Word gives it."""
    numbering = made.word("numbering")
    counts: dict[tuple[str, str], int] = {}
    found = []
    for paragraph in made.word().iter(f"{W}p"):
        mark = paragraph.find(f"{W}pPr/{W}numPr")
        if mark is None or "".join(paragraph.itertext(f"{W}t")) == "Lots":
            continue
        ident, level = (mark.find(f"{W}{name}").get(f"{W}val") for name in ("numId", "ilvl"))
        instance = numbering.find(f"{W}num[@{W}numId='{ident}']")
        kind = instance.find(f"{W}abstractNumId").get(f"{W}val")
        definition = numbering.find(f"{W}abstractNum[@{W}abstractNumId='{kind}']/{W}lvl[@{W}ilvl='{level}']")
        start = instance.find(f"{W}lvlOverride/{W}startOverride")
        first = 1 if start is None else int(start.get(f"{W}val"))
        count = counts[ident, level] = counts.get((ident, level), first - 1) + 1
        form = definition.find(f"{W}numFmt").get(f"{W}val")
        text = definition.find(f"{W}lvlText").get(f"{W}val")
        number = text.replace(f"%{int(level) + 1}", write_count(count, form))
        found.append(f"{number} {''.join(paragraph.itertext(f'{W}t'))}")
    return found


def write_count(count: int, form: str) -> str:
    """Write a number as Word does: after z come aa, bb, cc."""
    if form.endswith("Letter"):
        letter = chr(ord("a") + (count - 1) % 26) * (1 + (count - 1) // 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form.endswith("Roman"):
        roman = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")[count - 1]
        return roman if form == "lowerRoman" else roman.upper()
    return str(count)

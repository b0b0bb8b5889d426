"""docs/page.md and the check of a page name the same elements."""

from __future__ import annotations

import re
from dataclasses import replace

from pressroom.compose.page import make_environment
from pressroom.compose.vocabulary import ELEMENTS, check_blocks
from tests.making import ROOT, load_template

PAGE = (ROOT / "docs" / "page.md").read_text(encoding="utf-8")
# what HTML asks for and the page does not speak of by itself, and a column's group and its cells
UNNAMED = {"div", "ul", "head", "meta", "br"}
OF_FORMULAS = {"math"}


def named() -> set[str]:
    """The elements at the beginning of each piece of code in the manual's page, and behind ">" in it."""
    found: set[str] = set()
    for code in re.findall(r"`([^`]+)`", PAGE):
        for part in re.split(r"\s*[>+]\s*|,\s*", code):
            tag = re.match(r"(h[1-6]|[a-z]+)(?=$|[.\[#:])", part.strip())
            if tag:
                found.add(tag[1])
    return found


def test_each_element_of_the_check_stands_in_the_manual() -> None:
    headings = {f"h{level}" for level in range(2, 7)} if "h2…h6" in PAGE else set()
    assert set(ELEMENTS) - named() - headings - UNNAMED == set()


def test_an_element_that_the_manual_does_not_name_is_none() -> None:
    assert {"b", "i", "center", "font", "style", "script", "footer", "article"} & set(ELEMENTS) == set()


def test_a_new_block_within_another_one_is_no_mistake() -> None:
    base = load_template()
    own = "{% extends 'base/report.html.j2' %}{% block main %}{% block inner %}x{% endblock %}{% endblock %}"
    template = replace(base, files={**base.files, "report.html.j2": own})
    check_blocks(make_environment(template), template)

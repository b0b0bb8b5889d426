"""Where lines end in the layout: as late as they can."""

from __future__ import annotations

import pytest
import weasyprint
from weasyprint.layout import inline

from pressroom.writers.pdf.fitting.lines import use_own_lines
from pressroom.writers.pdf.render import load_css
from tests.making import ROOT

SAID = "The violence occurred Tuesday evening in the district of Rupandehi, "
AFTER = "<span>about 175 miles</span> west of Kathmandu, the capital."
WIDTHS = range(440, 570, 2)


def lines(html: str) -> list[str]:
    document = weasyprint.HTML(string=f'<html lang="en"><body>{html}').render()
    return lines_of(document)


def lines_of(document) -> list[str]:
    return [
        "".join(text.text for text in box.descendants() if type(text).__name__ == "TextBox")
        for page in document.pages
        for box in page._page_box.descendants()
        if type(box).__name__ == "LineBox"
    ]


def short_lines(width: int, hyphens: str) -> list[str]:
    said = lines(f'<p style="width:{width}px;hyphens:{hyphens};overflow-wrap:break-word">{SAID}{AFTER}')
    return [line for line in said[:-1] if len(line) < 25]


@pytest.mark.parametrize("hyphens", ["auto", "manual"])
def test_a_line_is_full_where_only_the_space_before_a_number_goes_beyond_it(hyphens):
    with use_own_lines():
        assert not [line for width in WIDTHS for line in short_lines(width, hyphens)]


def test_weasyprint_still_ends_such_a_line_after_its_first_word():
    assert "The" in [line for width in WIDTHS for line in short_lines(width, "manual")]


def test_lines_that_do_not_break_or_keep_their_spaces_are_left_alone():
    for way in ("pre", "pre-wrap", "nowrap"):
        html = f'<p style="width:300px;white-space:{way}">{SAID}{AFTER}'
        with use_own_lines():
            own = lines(html)
        assert own == lines(html)


def test_the_hook_is_taken_off_again():
    theirs = inline.split_first_line
    with use_own_lines():
        assert inline.split_first_line is not theirs
    assert inline.split_first_line is theirs


def test_words_beside_a_number_of_the_list_begin_on_its_line_and_stay_in_the_column():
    """WeasyPrint does not count padding at the left of words that go on over lines."""
    style, fonts = load_css((ROOT / "templates/base/print.css").read_text(encoding="utf-8")) or (None, None)
    assert style is not None
    for letters in range(20, 44):
        label = (
            f"“{'n' * (letters // 2)} {'n' * (letters - letters // 2)} insgesamt hat gegenüber dem Vorjahr”"
        )
        html = (
            '<html lang="de"><body data-paper="A4"><section class="key-numbers"><ul class="tiles further">'
            + f'<li class="tile"><p class="tile-number"><a class="value">-0,6%</a></p>\n'
            f'<p class="tile-label">{label} <a class="pageref">S. 2</a></p></li>' * 2
        )
        with use_own_lines():
            document = weasyprint.HTML(string=html).render(stylesheets=[style], font_config=fonts)
        assert "-0,6%" not in [line.strip() for line in lines_of(document)]
        for item in document.pages[0]._page_box.descendants():
            if type(item).__name__ == "LineBox" and item.element_tag == "li":
                assert (
                    item.children[-1].position_x + item.children[-1].width < item.position_x + 82 * 96 / 25.4
                )


ADDRESS = "https://north-quay.example/documentation/administration/communication-of-understanding.html"
STYLED = "hyphens:auto;hyphenate-character:'-'"


def lines_at_all_widths(said: str, style: str = STYLED) -> list[list[str]]:
    return [lines(f'<p style="width:{width}px;{style}">{said}') for width in range(200, 460, 7)]


def test_an_address_is_divided_without_a_hyphen_behind_a_stroke_or_ahead_of_a_sign():
    with use_own_lines():
        found = lines_at_all_widths(f"Read more of it at {ADDRESS} and write.")
    for said in found:
        assert ADDRESS in "".join(said).replace(" ", "")
        ends = ["".join(said[: index + 1]) for index in range(len(said))]
        for end in ends:
            tail = end.rpartition(" ")[2]
            if tail and ADDRESS.startswith(tail) and tail != ADDRESS:
                assert tail[-1] in "/:" or ADDRESS[len(tail)] in ".-", tail


def test_weasyprint_still_puts_hyphens_into_addresses():
    found = lines_at_all_widths(f"Read more of it at {ADDRESS} and write.")
    assert any("-" in "".join(said).replace(ADDRESS, "").replace("-of-", "") for said in found)


@pytest.mark.parametrize("word", ["wind-swept", "state-of-the-art", "020-7946-0321", "AB-2030-11"])
def test_a_word_with_hyphens_stands_on_one_line(word):
    with use_own_lines():
        found = lines_at_all_widths(f"It was said of the old {word} quay, more than once: it is {word}.")
    assert all(sum(line.count(word) for line in said) == 2 for said in found)


def test_weasyprint_still_divides_a_word_at_its_hyphens():
    found = lines_at_all_widths("It was said of the old state-of-the-art quay, more than once, that all is.")
    assert any(not any("state-of-the-art" in line for line in said) for said in found)


def test_a_word_with_hyphens_too_long_to_be_kept_is_divided_at_one():
    word = "quay-and-harbour-and-sea-wall-and-mole"
    with use_own_lines():
        found = lines_at_all_widths(f"It was said of the old {word} of ours.", "hyphens:manual")
    assert any(not any(word in line for line in said) for said in found)

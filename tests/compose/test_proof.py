"""The proof sheet: each tile as printed, beside its sentence with the number marked."""

from dataclasses import replace

import pytest
from lxml import html

from pressroom.compose.proof import compose_proof
from pressroom.model.figure import Datum, Figure, Figures, Series
from pressroom.model.numbers import KeyNumber, Numbers, Reason, Skipped, Wording, WordingForm
from pressroom.model.page import Page
from pressroom.model.quantity import Quantity
from pressroom.translations import list_words
from tests.making import document, key_number, paragraph, quantity, report, section, span

TEXT = "At 7 gates 7 guards stood. *Over* 40 people waited.\nRain fell."


def at(text: str, start: int, sentence: tuple[int, int], **more: object) -> Quantity:
    found = replace(
        quantity(text, start, **more),
        sentence=span(*sentence, line=12),
        sentence_text=TEXT[slice(*sentence)].replace("*", ""),
    )
    assert TEXT[found.start : found.end] == text
    return found


GUARDS = key_number(at("7", 11, (0, 26)), "7", "guards", "kn-1")
WAITING = replace(
    key_number(at("40", 34, (27, 51), words="Over"), "Over 40", "people waited", "kn-2"),
    detail="on Monday",
    reasons=(Reason("people", 2, "counts people"), Reason("title", 3, "in the title")),
    wordings=(
        Wording("Over 40", "people", WordingForm.PHRASE, "loses <what> they did"),
        Wording("Over 40", "people waited", WordingForm.STATEMENT),
    ),
)


def sheet(*keys: KeyNumber, skipped: tuple[Skipped, ...] = (), **more: object) -> Page:
    made = document(paragraph(TEXT, 0), text=TEXT, sections=(section("Later", paragraph("x")),))
    found = report(made, numbers=Numbers(key=keys, skipped=skipped))
    return compose_proof(replace(found, **more), {}, {"kn-2": ("Ann Lee, 2026-05-03",)}, 'report proof "x"')


def rows(page: Page) -> list[html.HtmlElement]:
    return page.tree.root.xpath("//tbody/tr")


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_a_tile_stands_beside_its_sentence_with_its_number_marked():
    guards, waiting = rows(sheet(GUARDS, WAITING))
    (sentence,) = guards.find_class("sentence")
    assert html.tostring(sentence, encoding="unicode").strip() == (
        '<p class="sentence">At 7 gates <strong class="quantity">7</strong> guards stood.</p>'
    )
    assert words(waiting.find_class("sentence")[0]) == "Over 40 people waited."
    assert [words(each) for each in waiting.find_class("quantity")] == ["40"]
    assert [words(each) for each in waiting.find_class("qualifier")] == ["Over"]
    assert words(waiting.find_class("tile-label")[0]) == "people waited"
    assert words(waiting.find_class("tile-detail")[0]) == "on Monday"
    assert words(waiting.find_class("place")[0]) == "line 12 · Later · Chosen: counts people; in the title"


def test_the_other_wordings_say_why_they_were_refused():
    guards, waiting = rows(sheet(GUARDS, WAITING))
    assert [words(each) for each in waiting.find_class("refused")] == [
        "Also tried: “Over 40 people” (loses <what> they did)"
    ]
    assert not guards.find_class("refused")


def test_a_number_that_was_confirmed_says_by_whom_others_have_room_for_initials():
    guards, waiting = rows(sheet(GUARDS, WAITING))
    assert [words(each) for each in waiting.find_class("signed")] == ["Ann Lee, 2026-05-03"]
    assert len(waiting.find_class("done")) == 1
    assert not waiting.find_class("initials")
    assert len(guards.find_class("box")) == len(guards.find_class("initials")) == 1
    assert not guards.find_class("done")


def test_what_was_worded_or_pinned_by_an_editor_says_so():
    pinned, edited = rows(sheet(GUARDS, replace(WAITING, edited=("label",))))
    assert "pinned by the editor" in words(pinned)
    assert "Worded by hand" in words(edited)
    assert "Worded by hand" not in words(pinned)


def test_a_number_that_its_sentence_does_not_hold_leaves_the_sentence_whole():
    lost = replace(GUARDS, quantity=replace(GUARDS.quantity, sentence_text="Seven guards stood."))
    (row,) = rows(sheet(lost))
    assert words(row.find_class("sentence")[0]) == "Seven guards stood."
    assert not row.find_class("quantity")


def test_what_was_left_out_is_told_by_reason_with_its_lines():
    left = (
        Skipped("2026", 0, 4, 3, "year"),
        Skipped("7", 3, 4, 12, "a small count", replace(GUARDS.quantity, subject="gates")),
        Skipped("2026", 9, 13, 5, "year"),
        Skipped("2026", 15, 19, 5, "year"),
    )
    (section_,) = sheet(GUARDS, skipped=left).tree.root.find_class("left-out")
    assert [words(each) for each in section_.iter("p")] == [
        "a small count: 7 gates (12)",
        "year: 2026 (3, 5)",
    ]


CHART = Figure(
    "fig-1",
    "bar",
    "Guards",
    "Guards by gate",
    ("North", "South"),
    (Series("guards", (Datum(3), Datum(4))),),
    (),
)


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ((span(0, 26, 12),), "At 7 gates 7 guards stood. line 12"),
        (
            (span(27, 51, 12), span(0, 26, 12)),
            "At 7 gates 7 guards stood. line 12 Over 40 people waited. line 12",
        ),
        ((), "North: 3 South: 4"),
    ],
)
def test_a_picture_stands_beside_what_it_was_drawn_from(sources, said):
    page = sheet(figures=Figures(drawn=(replace(CHART, sources=sources),)))
    (row,) = rows(page)
    assert row.xpath(".//img/@src") == ["asset:fig-1"]
    assert row.xpath(".//img/@alt") == ["Guards by gate"]
    assert words(row[2]).replace(" · Later", "") == said
    assert "No key numbers were found." in words(page.tree.root)


def test_a_table_is_not_printed_again_but_its_data_is():
    text = "| Gate | Guards |\n|:--|--:|\n| North | 3 |\n"
    made = document(text=text)
    drawn = Figures(drawn=(replace(CHART, series=(*CHART.series, CHART.series[0]), sources=(span(0, 40),)),))
    page = compose_proof(report(made, figures=drawn), {}, {}, "")
    assert words(rows(page)[0][2]) == "line 1 North: guards 3, guards 3 South: guards 4, guards 4"


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("en-GB", "Proof sheet"),
        ("de", "Prüfblatt"),
        ("fr-CH", "Feuille de contrôle"),
        ("es", "Hoja de control"),
    ],
)
def test_the_sheet_speaks_the_report_s_language(lang, title):
    page = sheet(GUARDS, lang=lang, labels=list_words(lang), paper="A5")
    assert f"<title>{title}: A title</title>" in page.html
    assert page.tree.root.get("lang") == lang
    assert page.tree.root.find("body").get("data-paper") == "A5"


def test_nothing_of_a_text_becomes_markup():
    hostile = replace(GUARDS, label="<script>x</script>", detail="<b>")
    page = sheet(hostile, title="<i>title</i>")
    assert not list(page.tree.root.iter("script", "b", "i"))

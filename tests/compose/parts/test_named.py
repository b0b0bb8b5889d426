"""References by name: what they print, where they lead, and what is told of those that lead nowhere."""

from __future__ import annotations

import re

import pytest

import pressroom

TEXT = """Visitors of the museum

{}

Costs

The museum cost £3 million in 2025, and 41,200 people came.

Table: Opening hours
Day | From | To
Monday | 9 | 17
Tuesday | 9 | 17

2.1 What comes next

A new wing opens in 2027.
"""
CHART = {
    "mark": "bar",
    "data": {"values": [{"year": "North", "n": 30}, {"year": "South", "n": 33}]},
    "x": "year",
    "y": "n",
    "title": "Visitors by wing",
    "id": "wings",
    "section": "costs",
}


def make(sentence: str, **settings: object) -> tuple[str, list[str]]:
    """The paragraph of the page as HTML, and what was told of references."""
    made = pressroom.make(TEXT.format(sentence).encode(), "html", figure=[CHART], **settings)
    page = next(iter(made.outputs.values())).decode()
    lead = page[page.index("<main") :]
    found = re.search(r"<p>(.*?)</p>", lead)
    assert found is not None
    return found[1], [
        f"{each.message} {each.cure}" for each in made.diagnostics if each.rule == "reference-unknown"
    ]


@pytest.mark.parametrize(
    ("written", "printed", "target"),
    [
        ("[figure: Visitors by wing]", "Figure\u00a01", "figure-wings"),
        ("[Figure: visitors BY wing]", "Figure\u00a01", "figure-wings"),
        ("[figure: wings]", "Figure\u00a01", "figure-wings"),
        ("[figure: Visitors]", "Figure\u00a01", "figure-wings"),  # the only one that begins so
        ("[table: Opening hours]", "Table\u00a01", "table-"),
        ("[section: Costs]", "“Costs”", "costs"),
        ("[section: What comes next]", "section\u00a02.1", "what-comes-next"),
        ("[see: Opening hours]", "Table\u00a01", "table-"),
    ],
)
def test_a_name_in_brackets_is_a_number_where_there_is_one(written: str, printed: str, target: str) -> None:
    page, told = make(f"As {written} shows us all, more people come to us than in the years before.")
    link = re.search(r'As <a class="ref" href="#([^"]+)">([^<]+)</a> shows', page)
    assert link is not None, page
    assert link[2] == printed
    assert link[1].startswith(target) or target.removeprefix("figure-") in link[1]
    assert told == []


@pytest.mark.parametrize(
    "written", ['section "Costs"', "see “Costs”", "see also ‘Costs’", 'table "Opening hours"']
)
def test_a_name_in_quotation_marks_is_a_link_as_it_is_written(written: str) -> None:
    page, _ = make(f"For this, {written}, where it is told at length for those who want to know it.")
    assert re.sub(r"<[^>]+>", "", page).replace("&quot;", '"').startswith(f"For this, {written}, where")
    assert 'class="ref"' in page


def test_a_name_in_another_language_has_its_words() -> None:
    page, _ = make(
        "Wie [Tabelle: Opening hours] zeigt, kamen mehr Menschen als in den Jahren davor.", lang="de"
    )
    assert ">Tabelle\u00a01</a>" in page
    page, _ = make("Siehe [Abschnitt: Costs] zu allem, was es gekostet hat und noch kosten wird.", lang="de")
    assert ">„Costs“</a>" in page


@pytest.mark.parametrize(
    ("written", "message", "cure"),
    [
        ("[table: Opening houres]", "names no table", "did you mean Opening hours?"),
        ("[figure: Opening hours]", "names no figure", "there are: Visitors by wing"),
        ("[see: Nothing at all like it]", "names no table, figure or section", "there are:"),
    ],
)
def test_a_name_of_nothing_is_told_and_stays(written: str, message: str, cure: str) -> None:
    page, told = make(f"As {written} shows us all, more people come to us than in the years before.")
    assert written in page
    assert len(told) == 1
    assert message in told[0]
    assert cure in told[0]


def test_other_words_in_brackets_stay() -> None:
    page, told = make("They said [sic: as it stands] that “Costs” are high, and that they see no other way.")
    assert "<a" not in page
    assert told == []


@pytest.mark.parametrize(
    ("lang", "sentence", "said"),
    [
        ("zh", "这一决定的理由见“费用”一节。", "“费用”"),
        ("zh", "理由见[章节：费用]。", "“费用”"),
        ("zh-Hant", "理由見「费用」一節。", "「费用」"),
        ("ja", "理由は参照「费用」にあります。", "「费用」"),
        ("ko", "이유는 [참조: 费用] 있습니다.", "“费用”"),
        ("ar", "الأسباب في [القسم: 费用] كلها.", "«费用»"),
    ],
)
def test_a_name_is_found_in_languages_without_blanks(lang: str, sentence: str, said: str) -> None:
    text = f"# 计划\n\n{sentence}\n\n## 费用\n\n费用为三百万。\n"
    made = pressroom.make(text.encode(), "html", name="plan.md", lang=lang)
    page = next(iter(made.outputs.values())).decode()
    links = re.findall(r'<a class="ref" href="#[^"]+">(.*?)</a>', page)
    assert [re.sub(r"<[^>]+>", "", each) for each in links] == [said]

"""A plain text in languages other than those of the usual tests: its title, its line of place and day, its
headings.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pressroom.model.document import Paragraph
from pressroom.model.inline import words
from pressroom.readers.common.head.dates import find_document_date, opens_with_date, parse_date
from tests.readers.text.reading import read

TEXTS = Path(__file__).parent / "languages"
HEADINGS = {
    "ar": ["كيفية الوصول", "التكاليف"],
    "he": ["דרכי הגעה", "עלויות"],
    "ja": ["交通のご案内", "費用について", "資金"],
    "ko": ["교통 안내", "비용"],
    "pl": ["Dojazd", "Koszty"],
    "pt": ["Como chegar", "Custos"],
    "uk": ["Як дістатися", "Витрати"],
    "zh": ["交通", "费用", "今后的计划"],
}


@pytest.mark.parametrize("lang", HEADINGS)
def test_a_text_has_its_title_its_day_and_its_headings(lang: str) -> None:
    text = (TEXTS / f"{lang}.txt").read_text(encoding="utf-8")
    title, dateline = text.split("\n\n")[:2]
    document = read(text)
    assert document.title is not None
    assert document.title.text == title
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    assert (first.role, words(first.inlines)) == ("dateline", dateline)
    assert (document.metadata.date, document.metadata.date_text) == ("2026-05-03", dateline)
    assert [section.heading.text for section in document.walk()] == HEADINGS[lang]


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("3 de março de 2026", "2026-03-03"),
        ("12 października 2026 r.", "2026-10-12"),
        ("środa, 7 stycznia 2026 r.", "2026-01-07"),
        ("3 травня 2026 року", "2026-05-03"),
        ("٣ مايو ٢٠٢٦", "2026-05-03"),
        ("4 تشرين الثاني 2026", "2026-11-04"),
        ("3 במאי 2026", "2026-05-03"),
        ("2026年5月3日（日）", "2026-05-03"),
        ("2026년 5월", "2026-05"),
        ("2026年13月3日", ""),
        ("２０２６年３月５日", "2026-03-05"),
        ("二〇二六年三月五日", "2026-03-05"),
        ("二零二六年十二月三十一日（星期四）", "2026-12-31"),
        ("二〇二六年十月廿一日", "2026-10-21"),
        ("二〇二六年三月", "2026-03"),
        ("令和8年3月5日（木）", "2026-03-05"),
        ("令和元年五月一日", "2019-05-01"),
        ("平成三十一年四月三十日", "2019-04-30"),
        ("昭和64年1月7日", "1989-01-07"),
        ("中華民國115年3月5日", "2026-03-05"),
        ("民國一百一十五年三月五日", "2026-03-05"),
        ("令和8年十三月", ""),
    ],
)
def test_a_day_is_read_as_people_write_it(written: str, iso: str) -> None:
    assert parse_date(written) == iso


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Київ, 3 травня 2026 року — Рада ухвалила закон.", "3 травня 2026 року"),
        ("القاهرة، 3 مايو 2026 – قال الوزير", "3 مايو 2026"),
        ("北京，2026年5月3日——市政府宣布", "2026年5月3日"),
        ("北京，二〇二六年三月五日——市政府宣布", "二〇二六年三月五日"),
        ("東京、令和8年3月5日――政府は", "令和8年3月5日"),
        ("Lisboa, 3 de maio de 2026 – A cidade abre a biblioteca.", "3 de maio de 2026"),
    ],
)
def test_place_and_day_open_a_text(line: str, said: str) -> None:
    assert opens_with_date(line)
    assert find_document_date(line, is_head=False) == said

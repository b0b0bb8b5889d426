"""The head of a memo in every language that reports have words in."""

from __future__ import annotations

import pytest

from pressroom import readers
from pressroom.compose.parts.head_fields import find_attendance, name_field, without_fields
from pressroom.model.document import DefinitionList, Paragraph
from pressroom.readers.common.settings import ReaderSettings

BODY = {
    "latin": "The roof must be mended this spring, and the room will be closed for some weeks.",
    "other": "يجب تجديد سقف قاعة القراءة هذا الربيع، وستغلق القاعة لعدة أسابيع في العام.",
}
HEADS = {
    "en": ("Memo", "To: Heads of section|From: Estates|Date: 3 March 2026|Subject: The room closes"),
    "de": ("Vermerk", "An: Abteilungen|Von: Bauamt|Datum: 3. März 2026|Betreff: Der Saal schließt"),
    "fr": ("Note de service", "À: Chefs de service|De: Bâtiments|Date: 3 mars 2026|Objet: La salle ferme"),
    "es": ("Nota interna", "Para: Jefes|De: Edificios|Fecha: 3 de marzo de 2026|Asunto: La sala cierra"),
    "it": ("Promemoria", "A: Capi|Da: Edifici|Data: 3 marzo 2026|Oggetto: La sala chiude"),
    "pt": ("Memorando", "Para: Chefes|De: Obras|Data: 3 de março de 2026|Assunto: A sala fecha"),
    "nl": ("Notitie", "Aan: Hoofden|Van: Gebouwen|Datum: 3 maart 2026|Onderwerp: De zaal sluit"),
    "pl": ("Notatka", "Do: Kierownicy|Od: Administracja|Data: 3 marca 2026|Temat: Czytelnia"),
    "uk": ("Службова записка", "Кому: Відділи|Від: Будівлі|Дата: 3 березня 2026 року|Тема: Зал"),
    "ar": ("مذكرة", "إلى: رؤساء الأقسام|من: إدارة المباني|التاريخ: 3 مارس 2026|الموضوع: إغلاق القاعة"),
    "he": ("מזכר", "אל: ראשי המחלקות|מאת: אגף המבנים|תאריך: 3 במרץ 2026|נושא: סגירת האולם"),
    "zh": ("备忘录", "致：各部门|发件人：后勤处|日期：2026年3月3日|主题：阅览室关闭"),
    "zh-Hant": ("備忘錄", "致：各部門|發件人：總務處|日期：2026年3月3日|主題：閱覽室關閉"),
    "ja": ("メモ", "宛先：各部署|差出人：施設課|日付：令和8年3月3日|件名：閲覧室の閉鎖"),
    "ko": ("메모", "수신: 각 부서|발신: 시설과|날짜: 2026년 3월 3일|제목: 열람실 폐쇄"),
}


def read(text: str):
    return readers.read(text.encode(), "memo.txt", ReaderSettings())


@pytest.mark.parametrize("lang", HEADS)
def test_its_lines_are_fields_whose_keys_are_known(lang: str) -> None:
    kind, lines = HEADS[lang]
    body = BODY["latin" if lines.isascii() or lang in ("de", "fr", "es", "pt") else "other"]
    document = read("\n".join((kind, "", *lines.split("|"), "", body, "", body)))
    note, fields = document.blocks[:2]
    assert isinstance(note, Paragraph)
    assert note.role == "note"
    assert isinstance(fields, DefinitionList)
    assert [name_field(item) for item in fields.items] == ["to", "from", "date", "subject"]
    assert document.metadata.date == "2026-03-03"


@pytest.mark.parametrize(
    "lines",
    ["الحاضرون: أحمد سالم، ليلى حسن\nالمعتذرون: سامي علي", "出席者：田中、鈴木\n欠席者：佐藤"],
)
def test_who_was_there_is_found(lines: str) -> None:
    document = read(f"محضر الاجتماع\n\n{lines}\n\n{BODY['other']}\n")
    assert len(find_attendance(document.blocks)[0]) == 2


@pytest.mark.parametrize("line", ["انتهى", "（完）", "以上", "끝", "KONIEC", "FINE", "– кінець –"])
def test_the_line_that_ends_a_release_is_known(line: str) -> None:
    document = read(
        f"بيان صحفي\n\nافتتاح الجسر\n\n{BODY['other']}\n\n{BODY['other']}\n\n{line}\n\n{BODY['other']}\n"
    )
    roles = [block.role for block in document.blocks if isinstance(block, Paragraph)]
    assert "ending" in roles


def test_a_word_of_english_ends_nothing() -> None:
    document = read(f"A talk\n\n{BODY['latin']}\n\nFine.\n\n{BODY['latin']}\n")
    assert "ending" not in [block.role for block in document.blocks if isinstance(block, Paragraph)]


def test_the_kind_of_paper_is_printed_once() -> None:
    document = read(f"Memo\n\nTo: Heads\nFrom: Estates\n\n{BODY['latin']}\n\n{BODY['latin']}\n")
    assert [type(block).__name__ for block in without_fields(document.blocks)] == ["Paragraph"] * 3
    rest = without_fields(document.blocks, ["memo"])
    assert [block.role for block in rest if isinstance(block, Paragraph)] == ["body", "body"]

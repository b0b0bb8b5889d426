"""Languages and directions of passages are marked, in the page and in every finished output."""

from __future__ import annotations

import email
import email.policy
import io
import re
import zipfile

import pikepdf
import pypdfium2
import pytest
from lxml.html import fromstring

from pressroom import api
from pressroom.compose import passages
from pressroom.compose.passages import mark_passages
from pressroom.language import guess_language
from pressroom.model.page import PageTree

HEBREW = "הגשר הישן נסגר לתנועה ביום שני."
ARABIC = "أغلق الجسر القديم يوم الاثنين، كما قال السيد Roe."
FRENCH = "Le pont est fermé depuis lundi, et les travaux seront finis avant la fin de l'année."
SOURCE = f"""# The old bridge

## What people say

The word גשר stands on the sign.

{HEBREW}

{ARABIC}

{FRENCH}

- الجسر مغلق
- الطريق مفتوح

> {HEBREW}

Noted.[^1]

[^1]: {ARABIC}
"""


def mark(body: str, lang: str = "en", direction: str = "ltr") -> str:
    tree = PageTree(f'<!DOCTYPE html><html lang="{lang}" dir="{direction}"><body>{body}</body></html>')
    return mark_passages(tree, lang).text.partition("<body>")[2].partition("</body>")[0]


@pytest.mark.parametrize(
    ("body", "marked"),
    [
        (f"<p>{HEBREW}</p>", f'<p dir="rtl" lang="he">{HEBREW}</p>'),
        (f"<p>{FRENCH}</p>", f'<p lang="fr">{FRENCH}</p>'),
        ("<p>on the גשר sign</p>", '<p>on the <span lang="he" dir="rtl">גשר</span> sign</p>'),
        ("<p>on the <em>мост</em> sign</p>", '<p>on the <em><span lang="ru">мост</span></em> sign</p>'),
        ("<p>α and Δ, 5 µm</p>", "<p>α and Δ, 5 µm</p>"),
        (f'<p lang="yi" dir="ltr">{HEBREW}</p>', None),
        (f"<pre>{HEBREW}</pre>", None),
        ("<p>Plain words of the report, as they are in most of them.</p>", None),
        ("<p>Roe, Müller, Dupré, Gómez, Ferreira, Rossi, Jansen, Nowak, Novák</p>", None),
        (
            f"<ul><li>{HEBREW}</li><li>{HEBREW}</li></ul>",
            f'<ul dir="rtl"><li lang="he">{HEBREW}</li><li lang="he">{HEBREW}</li></ul>',
        ),
        (
            f"<ul><li>{HEBREW}</li><li>open</li></ul>",
            f'<ul><li dir="rtl" lang="he">{HEBREW}</li><li>open</li></ul>',
        ),
    ],
)
def test_what_differs_from_the_report_is_marked(body, marked):
    assert mark(body) == (body if marked is None else marked)


def test_a_report_from_right_to_left_marks_what_runs_from_left_to_right():
    assert mark("<p>The bridge is closed.</p>", "ar", "rtl").startswith('<p dir="ltr"')
    assert mark("<p>الجسر مغلق</p>", "ar", "rtl") == "<p>الجسر مغلق</p>"


def test_a_page_with_nothing_to_mark_is_the_same_page():
    tree = PageTree('<!DOCTYPE html><html lang="en"><body><p>Words & more.</p></body></html>')
    assert mark_passages(tree, "en") is tree


def test_a_language_is_guessed_only_where_the_words_of_another_are(monkeypatch: pytest.MonkeyPatch) -> None:
    guessed: list[str] = []
    monkeypatch.setattr(passages, "guess_language", lambda text: guessed.append(text) or guess_language(text))
    mark("<p>Roe, Müller, Dupré, Gómez, Ferreira, Rossi, Jansen, Nowak, Novák</p>")
    assert guessed == []  # a list of names, such as those of a thousand guests
    mark(f"<p>{FRENCH}</p>")
    assert guessed == [FRENCH]


@pytest.fixture(scope="module")
def outputs() -> dict[str, bytes]:
    return dict(api.make(SOURCE.encode(), "all", name="bridge.md", lang="en").outputs)


def test_web_and_mail_have_the_marks(outputs):
    mail = email.message_from_bytes(outputs["eml"], policy=email.policy.default)
    part = mail.get_body(("html",))
    assert part is not None
    for html in (outputs["html"].decode(), part.get_content()):
        root = fromstring(html)
        marks = {
            " ".join(each.text_content().split())[:9]: (each.get("lang"), each.get("dir"))
            for each in root.iter("p", "span")
            if each.get("lang")
        }
        assert marks[HEBREW[:9]] == ("he", None) or marks[HEBREW[:9]] == ("he", "rtl")
        assert marks[FRENCH[:9]] == ("fr", None)
        assert marks["גשר"] == ("he", "rtl")
        assert [each.get("dir") for each in root.iter("ul") if "الجسر" in each.text_content()] == ["rtl"]
        notes = [
            each for each in root.iter("li") if each.get("dir") == "rtl" and "السيد" in each.text_content()
        ]
        assert [each.get("lang") for each in notes] == ["ar"]


def test_word_has_the_marks(outputs):
    with zipfile.ZipFile(io.BytesIO(outputs["docx"])) as package:
        document = package.read("word/document.xml").decode()
    paragraphs = re.findall(r"<w:p[ >].*?</w:p>", document)

    def find(words: str) -> str:
        return next(each for each in paragraphs if words in "".join(re.findall(r"<w:t[^>]*>([^<]*)", each)))

    assert '<w:bidi w:val="1"/>' in find(HEBREW[:9])
    assert 'w:bidi="he"' in find(HEBREW[:9])
    assert 'w:bidi="ar"' in find(ARABIC[:9])
    assert 'w:val="fr"' in find(FRENCH[:9])
    assert 'w:bidi="he"' in find("The word")


def test_the_pdf_has_the_languages_and_lays_lines_out_in_their_direction(outputs):
    with pikepdf.open(io.BytesIO(outputs["pdf"])) as pdf:
        langs = {
            str(each.Lang) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Lang" in each
        }
    assert {"en", "he", "ar", "fr"} <= langs
    with pypdfium2.PdfDocument(outputs["pdf"]) as pdf:
        page = pdf[0].get_textpage()
        start = page.get_text_range().find(HEBREW[:9])
        first, stop = page.get_charbox(start), page.get_charbox(start + len(HEBREW) - 1)
        assert page.get_text_range(start + len(HEBREW) - 1, 1) == "."
    assert stop[2] <= first[0] - 50  # a line's width to the left of it


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_footer_of_a_report_from_right_to_left_reads_so(kind):
    output = api.make("# الجسر القديم\n\nأغلق الجسر يوم الاثنين.\n".encode(), kind, name="jisr.md", lang="ar")
    data = output.outputs[kind]
    if kind == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            footers = [package.read(name).decode() for name in package.namelist() if "footer" in name]
        numbered = [
            each for text in footers for each in re.findall(r"<w:p[ >].*?</w:p>", text) if "NUMPAGES" in each
        ]
        assert numbered
        assert not any('<w:bidi w:val="0"/>' in each for each in numbered)
        return
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[0].get_textpage()
        boxes = [
            (page.get_charbox(index)[0], page.get_text_range(index, 1))
            for index in range(page.count_chars())
            if 0 < page.get_charbox(index)[3] < 60
        ]
    # the page counts from right to left
    assert "1نم1ةحفصلا" in "".join(letter.strip() for _, letter in sorted(boxes))

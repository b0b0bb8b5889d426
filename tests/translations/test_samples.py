"""A text of each language in four formats: its own words on every page, and no letter without a glyph."""

from __future__ import annotations

import email
import email.policy
import io
import re
import unicodedata
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from lxml import html

from pressroom import api
from pressroom.fonts import font_files
from pressroom.language import guess_language
from pressroom.translations import LANGUAGES, list_words
from pressroom.translations.messages import MESSAGES

SAMPLES = Path(__file__).with_name("samples")
RIGHT_TO_LEFT = ("ar", "he")
CJK = ("zh", "ja", "ko")
ENDINGS = ("pdf", "docx", "html", "eml")


@cache
def make_sample(lang: str) -> api.Result:
    path = SAMPLES / f"{lang}.md"
    return api.make(path.read_bytes(), "all", name=path.name)


def read_words(lang: str, ending: str) -> str:
    data = make_sample(lang).outputs[ending]
    if ending == "pdf":
        with pypdfium2.PdfDocument(data) as pdf:
            return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    if ending == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [name for name in package.namelist() if re.match(r"word/(document|report-|foot)", name)]
            texts = [package.read(name).decode() for name in sorted(parts) if name.endswith(".xml")]
        return "\n".join("".join(re.findall(r"<w:t[ >][^<]*", text)) for text in texts)
    if ending == "html":
        return " ".join(html.document_fromstring(data).xpath("//text()[not(ancestor::style)]"))
    message = email.message_from_bytes(data, policy=email.policy.default)
    return "\n".join(message.get_body((kind,)).get_content() for kind in ("plain", "html"))


def test_there_is_a_sample_of_each_language():
    assert sorted(path.stem for path in SAMPLES.glob("*.md")) == sorted(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_its_language_is_known_without_being_said(lang):
    guess = guess_language((SAMPLES / f"{lang}.md").read_text())
    assert (guess.lang, guess.doubtful) == (lang, False)


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_made_in_four_formats_in_its_own_words(lang):
    made = make_sample(lang)
    assert sorted(made.outputs) == sorted(ENDINGS)
    words = dict(list_words(lang))
    for ending in ENDINGS:
        text = " ".join(read_words(lang, ending).split())
        assert (SAMPLES / f"{lang}.md").read_text().split("## ")[1].split("\n")[0][
            :4
        ] in text or ending == "pdf"
        if lang not in RIGHT_TO_LEFT + CJK or ending != "pdf":  # a PDF's text has them as they are shaped
            assert words["briefing"].casefold() in text.casefold(), ending


@pytest.mark.slow
@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
def test_no_english_is_left(lang):
    """None of the words that Pressroom prints of its own, where the language spells them otherwise."""
    words = dict(list_words(lang))
    english = {
        text
        for name, text in MESSAGES.items()
        if isinstance(text, str) and len(text) > 5 and "{" not in text and "|" not in text
        if text.casefold() != words[name].casefold()
    }
    for ending in ENDINGS:
        text = " ".join(read_words(lang, ending).split())
        text = re.sub(r"<style.*?</style>|<[^>]*>", " ", text)
        assert [word for word in english if re.search(rf"\b{re.escape(word)}\b", text)] == [], ending
        assert not re.search(r"\bof \d", text)


def _count_letters(text: str) -> Counter[str]:
    plain = unicodedata.normalize("NFKC", text)
    return Counter(letter for letter in plain.casefold() if letter.isalpha())


@pytest.mark.slow
@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang not in CJK])
def test_its_pdf_can_be_searched_for_its_words(lang):
    """A font that puts letters together from shapes and dots would have them found as others."""
    source = _count_letters((SAMPLES / f"{lang}.md").read_text())
    found = _count_letters(read_words(lang, "pdf"))
    assert (source - found).total() <= 0.01 * source.total(), source - found


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_runs_as_its_language_does(lang):
    direction = "rtl" if lang in RIGHT_TO_LEFT else "ltr"
    made = make_sample(lang)
    page = html.document_fromstring(made.outputs["html"])
    assert (page.get("lang"), page.get("dir")) == (lang, direction)
    with zipfile.ZipFile(io.BytesIO(made.outputs["docx"])) as package:
        assert ("<w:bidi/>" in package.read("word/styles.xml").decode()) == (direction == "rtl")
    message = email.message_from_bytes(made.outputs["eml"], policy=email.policy.default)
    mail = message.get_body(("html",)).get_content()
    assert f'dir="{direction}"' in mail
    with pypdfium2.PdfDocument(made.outputs["pdf"]) as pdf:
        text = pdf[0].get_textpage()
        boxes = [text.get_charbox(index) for index in range(text.count_chars())]
        headings = [box for box in boxes if box[3] - box[1] > 0]
    left, right = min(box[0] for box in headings), max(box[2] for box in headings)
    assert left < 120
    assert right > 480


@pytest.mark.slow
@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang not in CJK])
def test_the_fonts_that_come_with_pressroom_have_all_its_letters(lang):
    """Whatever the machine has: letters of other scripts are taken from the families of these packages."""
    from matplotlib.ft2font import FT2Font

    faces = [FT2Font(str(font.path)) for font in font_files() if font.weight == 400 and not font.italic]
    told = (SAMPLES / f"{lang}.md").read_text() + "".join(words for _, words in list_words(lang))
    letters = {letter for letter in told if letter.isprintable() and not letter.isspace()}
    assert {one for one in letters if not any(face.get_char_index(ord(one)) for face in faces)} <= {"\u2011"}
    assert not [one for one in make_sample(lang).diagnostics if one.rule == "glyph-missing"]

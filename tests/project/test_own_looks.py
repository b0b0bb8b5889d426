"""What a template says in words of its own, and how its own classes look in each format."""

from __future__ import annotations

import io
import zipfile
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

import pressroom

SETTINGS = """description = "A notice"
inherits = "base"

[words.views]
en = "The views are the author's."
de = "Die Ansichten sind die der Autorin."

[words.briefing]
en = "Notice"

[word.views]
size = 8
colour = "muted"
"""
LAYOUT = """{% extends "base/report.html.j2" %}
{% block main %}
{{ super() }}
<p class="views">{{ t("views") }}</p>
{% endblock %}
"""
MAIL = ".views { color: var(--accent-text); font-size: 11px }"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "templates" / "notice"
    folder.mkdir(parents=True)
    for name, text in (("template.toml", SETTINGS), ("report.html.j2", LAYOUT), ("mail.css", MAIL)):
        (folder / name).write_text(text)
    (tmp_path / "report.toml").write_text('template = "notice"\n')
    (tmp_path / "text.md").write_text("# The bridge\n\nThe bridge opens in May.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(form: str, **settings: object) -> bytes:
    made = pressroom.make("text.md", (form,), **settings).outputs
    return next(iter(made.values()))


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en-GB", "The views are the author"),
        ("de-AT", "Die Ansichten sind die der Autorin."),
        ("fr", "The views are the author"),
    ],
)
def test_a_word_of_the_template_is_in_the_language_of_the_text(project: Path, lang: str, words: str) -> None:
    page = make("html", lang=lang).decode()
    assert words in page
    assert '<p class="kind">Notice</p>' in page  # in the place of a word of ours


def test_a_class_of_the_template_is_a_style_of_word(project: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(make("docx"))) as word:
        styles, text = word.read("word/styles.xml").decode(), word.read("word/document.xml").decode()
    style = styles[styles.index('w:styleId="Views"') :].partition("</w:style>")[0]
    assert '<w:basedOn w:val="BodyText"/>' in style
    assert '<w:sz w:val="16"/>' in style
    assert '<w:pStyle w:val="Views"/>' in text


def test_the_sheet_for_mails_has_the_colours_of_the_brand(project: Path) -> None:
    mail = message_from_bytes(make("email"), policy=default).get_body(("html",))
    assert mail is not None
    line = next(part for part in mail.get_content().split("<p ") if "The views are" in part)
    assert "font-size: 11px" in line or "font-size:11px" in line
    assert "var(" not in mail.get_content()
    assert "color: #12507b" in line or "color:#12507b" in line


def test_a_sheet_for_mails_ends_no_element(project: Path) -> None:
    (project / "templates/notice/mail.css").write_text(".views { } </style><p>out</p>")
    mail = message_from_bytes(make("email"), policy=default).get_body(("html",))
    assert mail is not None
    assert "<p>out</p>" not in mail.get_content()

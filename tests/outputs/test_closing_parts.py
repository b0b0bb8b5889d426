"""Notes to editors, contact and boilerplate that the settings give stand under the text in every format."""

import email
import email.policy
import zipfile

import pytest

from pressroom.cli.main import run

TEXT = (
    "New bridge opens at Carrow\n\nThe bridge at Carrow opens in May, says the minister, after four years.\n"
)
PARTS = """lang = "en-GB"
headline = "Bridge opens"
issuer = "Ministry of Roads"
embargo = 2027-05-05T06:00:00+02:00
contact = ["Jan Weiss, 0555 123 456", "press@roads.example"]
boilerplate = "The Ministry of Roads builds roads."
notes_to_editors = "Pictures are on the web site."
"""
SHOWN = (
    "Bridge opens",
    "Embargoed until 5 May 2027, 06:00 UTC+02:00",
    "Notes to editors",
    "Pictures are on the web site.",
    "Contact",
    "Jan Weiss, 0555 123 456",
    "About Ministry of Roads",
    "The Ministry of Roads builds roads.",
)


def read_mail(data):
    message = email.message_from_bytes(data, policy=email.policy.default)
    return message.get_body(("plain",)).get_content()


def read_word(data):
    with zipfile.ZipFile(data) as file:
        return file.read("word/document.xml").decode()


@pytest.mark.slow
def test_the_closing_parts_are_in_every_format(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brief.txt").write_text(TEXT)
    (tmp_path / "brief.toml").write_text(PARTS)
    assert run(["make", "brief.txt", "-f", "html", "-f", "docx", "-f", "email", "-o", "out"]) == 0
    out = tmp_path / "out"
    web = (out / "brief.html").read_text(encoding="utf-8")
    word = read_word(out / "brief.docx")
    mail = " ".join(read_mail((out / "brief.eml").read_bytes()).split())
    for words in SHOWN:
        assert words in web
        assert words in word
        assert words in mail

"""Quotation marks that the element <q> stands for."""

from __future__ import annotations

import pytest

from pressroom.language.quotation import find_quotation_marks
from pressroom.readers import ReaderSettings, read
from tests.readers import content


@pytest.mark.parametrize(
    ("lang", "outer", "inner"),
    [
        ("en", "“”", "‘’"),
        ("de", "„“", "‚‘"),
        ("de-CH", "«»", "‹›"),
        ("fr-FR", "«\u202f\u202f»", "“”"),
        ("ru", "«»", "„“"),
        ("sv", "””", "’’"),
        ("xx", "“”", "‘’"),
        ("it", "«»", "“”"),
        ("pt", "“”", "‘’"),
        ("nl", "‘’", "“”"),
        ("pl", "„”", "«»"),
        ("uk", "«»", "„“"),
        ("ar", "«»", "“”"),
        ("he", "””", "’’"),
        ("ja", "「」", "『』"),
        ("zh", "“”", "‘’"),
        ("zh-Hant", "「」", "『』"),
    ],
)
def test_the_marks_of_a_language(lang: str, outer: str, inner: str) -> None:
    found = ["".join(find_quotation_marks(lang, depth)) for depth in range(3)]
    assert found == [outer, inner, outer]


def test_the_language_is_guessed_where_nobody_says() -> None:
    assert find_quotation_marks("", 0, "Der Rat hat das Geld für die Schule nicht gefunden.") == ("„", "“")
    assert find_quotation_marks("", 0, "The council has not found the money for it.") == ("“", "”")


QUOTED = "She said <q>we <q>may</q> go</q> and left"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (QUOTED, "She said “we ‘may’ go” and left"),
        (f"<p>{QUOTED}</p>", "She said “we ‘may’ go” and left"),
        (f"---\nlang: de\n---\n\n{QUOTED}", "She said „we ‚may‘ go“ and left"),
        (f"---\nlang: de\n---\n\n<div>\n{QUOTED}</div>", "She said „we ‚may‘ go“ and left"),
        ('A <q lang="de">Wort</q> there', "A “Wort” there"),
        ("**A <q>b</q>** c", "A “b” c"),
        ("A <q>b", "A b"),
        ("A <q>b <q>c</q>", "A “b c”"),
        ("A</q> b", "A b"),
    ],
)
def test_quotations_of_markdown_have_their_marks(text: str, words: str) -> None:
    document = read(text.encode(), "x.md", ReaderSettings(lang="en"))
    assert content.words(document) == words
    assert content.misplaced(document) == []
    assert content.uncovered(document) == ""


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (f"<p>{QUOTED}</p>", "She said “we ‘may’ go” and left"),
        (f"<html lang='de'><p>{QUOTED}</p></html>", "She said „we ‚may‘ go“ and left"),
        (f"<html lang='de'><p lang='en'>{QUOTED}</p></html>", "She said “we ‘may’ go” and left"),
        ("<html lang='de'><p>Er las <q lang='en'>a <q>b</q></q>.</p></html>", "Er las „a ‘b’“."),
    ],
)
def test_quotations_of_web_pages_have_the_marks_of_the_language_around(page: str, words: str) -> None:
    document = read(page.encode(), "x.html", ReaderSettings())
    assert content.words(document) == words
    assert content.misplaced(document) == []

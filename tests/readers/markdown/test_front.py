"""The front matter."""

from __future__ import annotations

import pytest

from pressroom.errors import PressroomError
from pressroom.model.inline import FootnoteRef
from tests.readers import content
from tests.readers.markdown.reading import parse


def test_front_matter_becomes_metadata_and_settings() -> None:
    document = parse(
        "---\ntitle: The title\nauthor: [A. Roe, B. Doe]\ndate: 2024-05-03\nlang: en-GB\nkeywords: x, y\n"
        "template: letter\nnested: {a: [1, 2]}\n---\n\n# The title\n\ntext\n"
    )
    metadata = document.metadata
    assert (metadata.author, metadata.date, metadata.lang) == (("A. Roe", "B. Doe"), "2024-05-03", "en-GB")
    assert metadata.keywords == ("x", "y")
    settings_given = dict(metadata.settings)
    assert settings_given["template"] == "letter"
    assert settings_given["nested"] == {"a": [1, 2]}
    assert [left.reason for left in document.left_out] == ["front matter"]
    assert content.headings(document) == [(0, "The title")]


def test_a_title_in_the_front_matter_alone() -> None:
    document = parse("---\ntitle: From above\ndate: 3 May 2024\n---\n\n# One\n\n# Two\n")
    assert content.headings(document) == [(0, "From above"), (1, "One"), (1, "Two")]
    assert document.metadata.date_text == "3 May 2024"
    assert document.metadata.date == "2024-05-03"
    assert document.title is not None
    assert document.text[document.title.span.start :].startswith("From above")


@pytest.mark.parametrize(("code", "shown"), [(8, "U+0008"), (0x9B, "U+009B")])
def test_a_control_character_is_refused_with_its_line(code: int, shown: str) -> None:
    with pytest.raises(PressroomError) as caught:
        parse(f"---\ntitle: T\nnote: a{chr(code)}b\n---\n\n" + "Some words of a text.\n" * 99)
    found = caught.value.diagnostic
    assert shown in found.message
    assert found.message.isprintable()
    assert found.where.endswith(":3")


@pytest.mark.parametrize("text", ["---\nFoo\n---\n", "---\n\n---\n", "--- \n* a\n---\n"])
def test_lines_and_headings_are_no_front_matter(text: str) -> None:
    document = parse(text)
    assert not document.metadata.settings
    assert "front matter" not in [left.reason for left in document.left_out]


@pytest.mark.parametrize(
    ("yaml", "line"),
    [
        ("marking: DRAFT\na: [1,\nb: 2", 3),
        ("a: &x 1\nb: *x", 3),
        ("a: &- 1\nb: [2, *-]", 3),
        ("a: &_ [1]\nb: {c: *_}", 3),
        ("a: 1\nb: " + "[" * 30, 3),
        ("a: 1\nb:" + "".join(f"\n{' ' * n}k:" for n in range(1, 30)), 23),
        ("a: 0x" + "f" * 5000, 2),
        ("a: " + "9" * 5000, 2),
        ("a: !!bool perhaps", 2),
        ("a: !!int ''", 2),
        ("a: !!timestamp soon", 2),
        ("a: !!python/object:os.system x", 2),
        ("a: 1\ndate: 2026-02-31", 3),
    ],
)
def test_no_report_goes_out_without_the_settings_of_a_bad_front_matter(yaml: str, line: int) -> None:
    with pytest.raises(PressroomError) as raised:
        parse(f"---\n{yaml}\n---\n\ntext\n")
    assert raised.value.diagnostic.rule == "front-matter"
    assert raised.value.diagnostic.where.endswith(f":{line}")


def test_a_star_between_rules_is_no_alias() -> None:
    document = parse("---\n*So* it began\n---\n\ntext\n")
    assert "front matter" not in [left.reason for left in document.left_out]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Water[^1]", "Water"),
        ("Water[^1] and *stress*", "Water and stress"),
        ("'Water[^1] and `pipes`'", "Water and pipes"),
        ('"\\"Water\\"[^1]"', '"Water"'),
        ("Water^[In the line.] & more[^1]", "Water & more"),
    ],
)
def test_notes_and_marks_of_a_title_in_the_front_matter(title: str, words: str) -> None:
    document = parse(f"---\ntitle: {title}\n---\n\nText.\n\n[^1]: The note.\n")
    assert document.title is not None
    assert document.title.text == words
    assert dict(document.metadata.settings)["title"] == words
    calls = [inline.label for inline in document.title.inlines if isinstance(inline, FootnoteRef)]
    assert calls
    assert set(calls) == {note.label for note in document.footnotes}
    assert content.misplaced(document) == []


@pytest.mark.parametrize(
    "title", ["5 * 3 * 2", "a_b_c", "[draft] plan", "Gone[^9]", "$5 and $10", "Say <name>", "# 4", "C:\\dir"]
)
def test_a_title_in_the_front_matter_without_marks_stays_as_it_is(title: str) -> None:
    document = parse(f"---\ntitle: '{title}'\n---\n\nText.\n")
    assert content.headings(document) == [(0, title)]
    assert dict(document.metadata.settings)["title"] == title


def test_a_title_that_is_also_the_first_heading_with_its_note() -> None:
    document = parse("---\ntitle: Water *now*[^1]\n---\n\n# Water now\n\nText.\n\n[^1]: The note.\n")
    assert content.headings(document) == [(0, "Water now")]

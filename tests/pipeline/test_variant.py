"""One source for several readers: what is filled in, and what must not be there at all."""

from pathlib import Path

import pytest

from pressroom.cache.steps import Steps
from pressroom.errors import PressroomError
from pressroom.model.inline import words
from pressroom.pipeline import report
from pressroom.pipeline.source import load
from pressroom.pipeline.variant import Variant
from pressroom.project.place import Place
from pressroom.project.rows import DataRow
from pressroom.project.settings import make_option_layer
from pressroom.world import RealWorld
from tests.making import ROOT

ROW = DataRow(1, (("town", "Ulm *west*"), ("people", "12345"), ("mood", "")), "rows.csv:2")
NOTES = """Wells in the west

The council counted 48 wells in March [1].

1. Money

It spent 9.5 million pounds on them [2], and 3 million on pipes [1].

1.1 Lenders

Two banks lent 7 million pounds.

2. Outlook

More will be dug.

[1] Council, March.
[2] Treasury, secret.
"""


def read(folder: Path, name: str, text: str, variant: Variant, settings: str = ""):
    (folder / name).write_text(text)
    (folder / "report.toml").write_text(settings)
    return load(folder / name, Place(folder, ROOT), RealWorld(), make_option_layer({}), Steps("1"), variant)


@pytest.mark.parametrize(
    ("name", "wanted"), [("a.txt", "Wells of Ulm *west*"), ("a.md", "Wells of Ulm *west*")]
)
def test_a_value_is_filled_in_and_never_becomes_markup(tmp_path, name, wanted):
    text = "Wells of {{ row.town }}\n\nThere are {{ row.people | number }} people in {{ row.town }}.\n"
    source = read(tmp_path, name, "# " * name.endswith("md") + text, Variant(row=ROW))
    assert source.document.title.text == wanted
    assert words(source.document.blocks[0].inlines) == "There are 12,345 people in Ulm *west*."


def test_a_value_in_html_is_text(tmp_path):
    row = DataRow(1, (("town", "<script>x</script> & Co"),), "rows.csv:2")
    page = "<h1>On {{ row.town }}</h1><p>This is a paragraph of some length about a town.</p>"
    source = read(tmp_path, "a.html", page, Variant(row=row))
    assert source.document.title.text == "On <script>x</script> & Co"


def test_settings_are_filled_as_well(tmp_path):
    settings = 'title = "Report for {{ row.town }}"\nauthor = ["{{ row.mood or \'nobody\' }}"]\n'
    source = read(tmp_path, "a.txt", "Wells\n\nThere are 3.\n", Variant(row=ROW), settings)
    assert (source.settings.title, source.settings.author) == ("Report for Ulm *west*", ("nobody",))


def test_front_matter_is_read_first_and_filled_then(tmp_path):
    text = '---\ntitle: "Wells of {{ row.town }}"\n---\n\nThere are {{ row.people }} people.\n'
    source = read(tmp_path, "a.md", text, Variant(row=ROW))
    assert source.settings.title == "Wells of Ulm *west*"


def test_a_field_may_be_written_as_the_table_is(tmp_path):
    columns = DataRow(1, (("school_district", "Ulm"), ("cost", "5"), ("_2026", "7")), "rows.csv:2")
    text = (
        "Schools of {{ School District }}\n\nIn {{ row.School_District | upper }} and "
        "{{ row.School District }} they cost {{ Cost }}, then {{ 2026 }}, {{ row.COST or 'nothing' }}.\n"
    )
    source = read(tmp_path, "a.txt", text, Variant(row=columns))
    assert source.document.title.text == "Schools of Ulm"
    assert words(source.document.blocks[0].inlines) == "In ULM and Ulm they cost 5, then 7, 5."


def test_an_unknown_column_in_a_setting_is_told_with_the_setting(tmp_path):
    with pytest.raises(PressroomError, match=r"the setting title: error: rows\.csv has no column 'twn'"):
        read(tmp_path, "a.txt", "{{ town }}\n\nText.\n", Variant(row=ROW), 'title = "Of {{ twn }}"')


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_fields_that_nothing_fills_are_a_warning_with_their_line(tmp_path, name):
    text = "Wells\n\nThere are 48 wells.\n\nIn {{ row.town }} and {{ Home Town | upper }} there are none.\n"
    (found,) = read(tmp_path, name, text, Variant()).document.diagnostics
    assert f"{name}:5: warning: " in str(found)
    assert "{{ row.town }}, {{ Home Town | upper }}" in found.message
    assert "--data" in found.cure


@pytest.mark.parametrize(
    "text", ["Dear {{ to.name }}, there are 48 wells.", "A set {{1, 2}, {3}} and {{1}} has wells."]
)
def test_other_braces_are_no_fields(tmp_path, text):
    assert read(tmp_path, "a.txt", f"Wells in the west\n\n{text}\n", Variant()).document.diagnostics == ()


def test_a_text_that_no_row_changes_is_refused(tmp_path):
    with pytest.raises(PressroomError, match="all its reports would be the same"):
        read(tmp_path, "a.txt", "Wells\n\nThere are 3.\n", Variant(row=ROW))


def test_numbers_are_found_in_what_was_filled_in_with_its_place(tmp_path):
    from pressroom.pipeline.analysis import analyse

    text = "Wells\n\nThe council counted {{ row.people | number }} wells in the west.\n"
    source = read(tmp_path, "a.txt", text, Variant(row=ROW))
    (number,) = analyse(source, RealWorld(), Steps("1")).numbers.key
    assert source.document.text[number.quantity.start : number.quantity.end] == "12,345"
    assert number.quantity.sentence.line_start == 3


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.txt", "x\n\n{{ row.nothing }}", r"a\.txt:3.*columns are town, people, mood"),
        (
            "a.txt",
            "x\n\n{{ twn }}",
            r"a\.txt:3: error: rows.csv has no column 'twn'. Cure: did you mean town",
        ),
        ("a.txt", "x {{ Twn Hall | upper }}", "rows.csv has no column 'Twn Hall'"),
        (
            "a.md",
            "---\nlang: en\n---\n{{ twn }}\n\n{{ row.mod or 'x' }}",
            r"a\.md:4.*'twn', 'mod' \(line 6\)",
        ),
        ("a.html", "<p>{{ Cost (&pound;) }}</p>", r"rows.csv has no column 'Cost \(£\)'"),
        ("a.docx", "x", "save it as plain text or Markdown"),
        ("a.txt", "x {{ row.town * 99999999 }}", "not allowed"),
    ],
)
def test_what_cannot_be_filled_is_told(tmp_path, name, text, said):
    with pytest.raises(PressroomError, match=said):
        read(tmp_path, name, text, Variant(row=ROW))


BOARD = """
[audience.press]
leave_out = ["Money"]
marking = "FOR RELEASE"
[audience.board]
marking = "RESTRICTED"
"""


def test_what_an_audience_is_not_given_is_nowhere_in_its_report(tmp_path):
    source = read(tmp_path, "a.txt", NOTES, Variant("press"), BOARD)
    assert source.settings.marking == "FOR RELEASE"
    made = report.make(source, ("html",), Place(tmp_path, ROOT), RealWorld(), Steps("1"))
    for held in (source.data.decode(), repr(source.document), made.outputs["html"].decode()):
        assert "Outlook" in held
        for secret in ("9.5", "Treasury", "banks", "7 million"):
            assert secret not in held
    assert [note.label for note in source.document.footnotes] == ["1"]
    assert [section.heading.text for section in source.document.walk()] == ["Outlook"]


def test_lines_keep_their_numbers_where_others_are_left_out(tmp_path):
    whole = read(tmp_path, "a.txt", NOTES, Variant("board"), BOARD)
    part = read(tmp_path, "a.txt", NOTES, Variant("press"), BOARD)
    assert whole.settings.marking == "RESTRICTED"
    lines = [
        [each.heading.span.line_start for each in source.document.walk()][-1] for source in (whole, part)
    ]
    assert lines[0] == lines[1] == 13


@pytest.mark.parametrize(
    ("audience", "settings", "said"),
    [
        ("pres", BOARD, "did you mean press"),
        ("press", '[audience.press]\nleave_out = ["Monney"]', "there are: 'Money', 'Lenders', 'Outlook'"),
        ("press", 'audience = "press"', "no table of tables"),
    ],
)
def test_what_is_wrong_with_an_audience_is_told(tmp_path, audience, settings, said):
    with pytest.raises(PressroomError, match=said):
        read(tmp_path, "a.txt", NOTES, Variant(audience), settings)

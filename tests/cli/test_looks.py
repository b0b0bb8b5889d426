"""What the commands print that show a source: its outline, numbers and figures."""

import json

import pytest

from pressroom.cli.main import run

TEXT = """A bridge for the valley

More than 2,300 residents crossed on Tuesday. Some 40 lorries cross the bridge every day.

1. What comes next

The council will meet again in June 2027, and it will then vote on the matter.

Nobody knows yet what it will say of the noise at night, which is said to be great.

2. Money

The county pays for it, and nobody else has been asked for any.
"""


@pytest.fixture
def look(tmp_path, monkeypatch, capfd):
    """A function that runs a command on the text and returns the lines that it prints."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bridge.txt").write_text(TEXT)

    def run_command(command: str, *options: str) -> list[str]:
        assert run([command, "bridge.txt", *options]) == 0
        return capfd.readouterr().out.splitlines()

    return run_command


def test_an_outline_has_lines_numbers_and_headings(look):
    assert look("outline") == [
        "    1  A bridge for the valley",
        "    5    1 What comes next",
        "   11    2 Money",
    ]


def test_an_outline_as_json_tells_what_each_section_holds(look):
    (line,) = look("outline", "--json")
    found = [
        (section["text"], section["number"], section["line"], section["blocks"], section["sections"])
        for section in json.loads(line)["sections"]
    ]
    assert found == [("What comes next", "1", 5, 2, []), ("Money", "2", 11, 1, [])]


def test_a_number_as_json_has_its_value_unit_and_qualifier(look):
    (line,) = look("numbers", "--json")
    first = json.loads(line)["key"][0]
    assert {name: first[name] for name in ("text", "value", "unit", "qualifier", "line")} == {
        "text": "2,300",
        "value": 2300,
        "unit": "resident",
        "qualifier": "over",
        "line": 3,
    }


def test_a_number_that_is_left_out_is_shown_on_one_line_with_the_reason(look):
    (left,) = [line for line in look("numbers") if "2027" in line]
    assert left.split() == ["left", "out", "June", "2027", "7", "date"]


def test_a_picture_that_is_refused_is_shown_with_the_reason_and_its_line(look):
    refused = next(line for line in look("figures") if " bar " in line)
    assert refused.startswith("refused  bar  ")
    assert refused.endswith("one axis would say that they compare (line 3)")

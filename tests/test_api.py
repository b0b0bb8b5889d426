"""The public functions: their names, the examples in docstrings and docs/api.md, and what they promise."""

from __future__ import annotations

import doctest
import inspect
import re
from pathlib import Path

import pytest

import pressroom
from pressroom import api

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder of its own that is no project."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_names() -> None:
    assert set(pressroom.__all__) == {
        "Diagnostic",
        "Document",
        "Numbers",
        "PressroomError",
        "Report",
        "Result",
        "__version__",
        "find_numbers",
        "make",
        "prepare",
        "read",
    }
    for name in pressroom.__all__:
        assert getattr(pressroom, name) is not None
    with pytest.raises(AttributeError, match="'nothing'"):
        pressroom.nothing  # noqa: B018 - the lookup is what is tested


def test_the_examples_in_docstrings() -> None:
    done = doctest.testmod(api, report=True)
    assert done.attempted >= 10
    assert done.failed == 0


def test_the_examples_in_the_manual(folder: Path) -> None:
    (folder / "seeds").symlink_to(ROOT / "seeds")
    done = doctest.testfile(str(ROOT / "docs" / "api.md"), module_relative=False)
    assert done.attempted >= 7
    assert done.failed == 0


def test_the_manual_names_every_function_with_its_parameters() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    functions = [name for name in pressroom.__all__ if inspect.isfunction(getattr(pressroom, name))]
    assert set(re.findall(r"^\| `pressroom\.(\w+)\(", page, re.MULTILINE)) == set(functions)
    for name in functions:
        parameters = set(inspect.signature(getattr(pressroom, name)).parameters) - {"settings"}
        assert all(f"`{each}`" in page for each in parameters)


def test_a_file_is_made_as_the_command_makes_it(folder: Path) -> None:
    (folder / "report.toml").write_text('marking = "INTERNAL"\nformats = ["html"]\n')
    (folder / "brief.txt").write_text("The harvest\n\nSome 41,000 tonnes of wheat came in.\n")
    (folder / "brief.toml").write_text('title = "Wheat"\n')
    report = pressroom.prepare("brief.txt")
    assert (report.title, report.marking) == ("Wheat", "INTERNAL")
    result = pressroom.make(folder / "brief.txt", out=folder / "out")
    assert list(result.outputs) == ["html"]
    assert [path.name for path in (folder / "out").iterdir()] == ["brief.html"]
    assert b'<h1 class="title">Wheat</h1>' in result.outputs["html"]


def test_a_project_elsewhere(folder: Path) -> None:
    (folder / "there").mkdir()
    (folder / "there" / "report.toml").write_text('marking = "INTERNAL"\n')
    assert pressroom.prepare(b"A text.", project="there").marking == "INTERNAL"
    assert pressroom.prepare(b"A text.").marking == ""


def test_the_same_bytes_from_a_path_and_from_memory(folder: Path) -> None:
    text = b"# The harvest\n\n![](wheat.png)\n\nSome 41,000 tonnes came in.\n"
    (folder / "brief.md").write_bytes(text)
    from_path = pressroom.make("brief.md", "html", lang="en")
    from_memory = pressroom.make(text, "html", name="brief.md", lang="en")
    assert from_path.outputs == from_memory.outputs
    assert [found.rule for found in from_memory.diagnostics] == ["picture-missing"]


def test_nothing_is_written_unasked(folder: Path) -> None:
    pressroom.make(b"A text.", "html")
    assert list(folder.iterdir()) == []


def test_what_cannot_be_read_is_an_error() -> None:
    for source, rule in (("absent.txt", "file-missing"), (b"", "source-empty")):
        with pytest.raises(pressroom.PressroomError) as caught:
            pressroom.read(source)
        assert caught.value.diagnostic.rule == rule


def test_an_unknown_setting_is_a_warning() -> None:
    found = pressroom.prepare(b"A title\n\nA text.", templete="briefing", lang="en").diagnostics
    assert [each.rule for each in found] == ["unknown-setting"]

"""report proof, as a user types it: the sheet, the confirmations beside the source, what make says then."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from pressroom.cli.commands.numbers import as_trace, show_trace
from pressroom.cli.main import run
from pressroom.model.numbers import Numbers, Skipped, Wording, WordingForm
from tests.making import key_number, quantity

TEXT = """The ferry returns

More than 2,300 passengers used the new ferry in May. At least 140 drivers crossed on the first day.

What comes next

A second boat is to sail in June.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ferry.txt").write_text(TEXT)
    return tmp_path


def report(*arguments: str) -> int:
    return run(list(arguments))


def list_files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_the_sheet_is_written_as_pdf_and_page(folder, capfd):
    assert report("proof", "ferry.txt", "--format", "pdf", "--format", "html") == 0
    assert "ferry.txt → dist/ferry-proof.pdf, dist/ferry-proof.html (1 page)" in capfd.readouterr().err
    first = {name: (folder / "dist" / name).read_bytes() for name in ("ferry-proof.pdf", "ferry-proof.html")}
    assert first["ferry-proof.pdf"].startswith(b"%PDF-")
    assert list_files(folder) == {
        "ferry.txt",
        "dist/ferry-proof.pdf",
        "dist/ferry-proof.html",
        "dist/.pressroom/lock",
    }
    assert report("proof", "ferry.txt", "-f", "pdf", "-f", "html", "--out", "again") == 0
    assert {name: (folder / "again" / name).read_bytes() for name in first} == first


@pytest.mark.slow
def test_the_page_holds_each_tile_and_its_sentence(folder):
    assert report("proof", "ferry.txt", "--format", "html", "--lang", "en-GB") == 0
    page = (folder / "dist" / "ferry-proof.html").read_text()
    assert "Proof sheet: The ferry returns" in page
    assert re.search(r'<strong class="quantity">2,300</strong>\s+passengers used', page)
    assert "report proof ferry.txt --confirm --sheet " in page


@pytest.mark.slow
def test_what_was_confirmed_is_on_the_next_sheet_and_make_counts_it(folder, capfd):
    assert report("make", "ferry.txt", "--format", "html") == 0
    assert "confirmed" not in capfd.readouterr().err
    assert report("proof", "ferry.txt", "--confirm", "--by", "Ann Lee", "--number", "1") == 0
    assert "confirmed: 1  more than 2,300 passengers" in capfd.readouterr().err
    assert report("proof", "ferry.txt", "--format", "html") == 0
    assert "Ann Lee, 20" in (folder / "dist" / "ferry-proof.html").read_text()
    capfd.readouterr()
    assert report("make", "ferry.txt", "--format", "html", "--explain") == 0
    said = capfd.readouterr().err
    assert "made again, since" in said
    assert "ferry.toml has come" in said
    assert "ferry.txt: note: 1 of 2 key numbers confirmed by Ann Lee" in said


@pytest.mark.slow
def test_what_was_confirmed_can_still_be_written_out_for_the_editor(folder):
    assert report("proof", "ferry.txt", "--confirm", "--by", "Ann Lee") == 0
    confirmed = (folder / "ferry.toml").read_text()
    assert report("numbers", "ferry.txt", "--write") == 0
    written = (folder / "ferry.toml").read_text()
    assert written.startswith(confirmed)
    assert written.count("[[number]]") == written.count("[[confirmed]]") == 2
    assert report("numbers", "ferry.txt", "--write") == 0
    assert (folder / "ferry.toml").read_text() == written


@pytest.mark.slow
def test_a_sheet_that_the_text_has_left_behind_confirms_nothing(folder, capfd):
    assert report("proof", "ferry.txt", "--format", "html") == 0
    page = (folder / "dist" / "ferry-proof.html").read_text()
    (sheet,) = re.findall("--sheet ([0-9a-f]{8}) --by", page)
    (folder / "ferry.txt").write_text(TEXT.replace("new ferry", "old ferry"))
    assert report("proof", "ferry.txt", "--confirm", "--sheet", sheet, "--by", "Ann Lee") == 2
    assert "Cure: make a new sheet and look at it: report proof ferry.txt" in capfd.readouterr().err
    assert not (folder / "ferry.toml").exists()
    (folder / "ferry.txt").write_text(TEXT.replace("A second boat", "Another boat"))
    assert report("proof", "ferry.txt", "--confirm", "--sheet", sheet.upper(), "--by", "Ann Lee") == 0


@pytest.mark.slow
def test_make_warns_of_a_confirmed_sentence_that_has_changed(folder, capfd, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1777800000")
    assert report("proof", "ferry.txt", "--confirm", "--by", "Ann Lee") == 0
    assert "on = 2026-05-03" in (folder / "ferry.toml").read_text()
    (folder / "ferry.txt").write_text(TEXT.replace("new ferry", "old ferry"))
    capfd.readouterr()
    assert report("make", "ferry.txt", "--format", "html", "--json") == 0
    (outcome,) = json.loads(capfd.readouterr().out)["outcomes"]
    found = {each["rule"]: each for each in outcome["diagnostics"]}
    assert found["confirmation-outdated"]["line"] == 3
    assert found["confirmation-outdated"]["severity"] == "warning"
    assert found["key-numbers-confirmed"]["message"] == "1 of 2 key numbers confirmed by Ann Lee"
    assert report("make", "ferry.txt", "--format", "html", "--strict", "--force") == 1


WRONG = [
    (("--by", "Ann Lee"), "--by, --number and --sheet belong to --confirm"),
    (("--number", "1"), "--by, --number and --sheet belong to --confirm"),
    (("--sheet", "01234567"), "--by, --number and --sheet belong to --confirm"),
    (("--confirm", "--by", "Ann Lee", "--sheet", "01234567"), "the sheet '01234567' does not show"),
    (("--confirm",), "nobody is named"),
    (("--confirm", "--by", "Ann\nLee"), "the name of who confirms"),
    (("--confirm", "--by", "\u202eeeL"), "the name of who confirms"),
    (("--confirm", "--by", ""), "the name of who confirms"),
    (("--confirm", "--by", "Ann Lee", "--number", "9"), "there is no key number 9"),
    (("--confirm", "--by", "Ann Lee", "--number", "0"), "0 is not in the range"),
    (("--format", "docx"), "'docx' is not one of"),
]


@pytest.mark.parametrize(("options", "message"), WRONG)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(folder, capfd, options, message):
    assert report("proof", "ferry.txt", *options) == 2
    assert message in capfd.readouterr().err
    assert list_files(folder) == {"ferry.txt"}


@pytest.mark.slow
def test_a_name_that_a_shell_would_run_is_quoted_on_the_sheet(folder):
    name = "$(touch x); ferry.txt"
    (folder / "ferry.txt").rename(folder / name)
    assert report("proof", name, "--format", "html") == 0
    page = (folder / "dist" / "$(touch x); ferry-proof.html").read_text()
    assert "report proof '$(touch x); ferry.txt' --confirm" in page


def test_neither_command_writes_into_the_settings_of_the_project(folder, capfd):
    (folder / "report.toml").write_text('lang = "en"\n')
    (folder / "ferry.txt").rename(folder / "report.txt")
    assert report("proof", "report.txt", "--confirm", "--by", "Ann Lee") == 2
    assert report("numbers", "report.txt", "--write") == 2
    assert capfd.readouterr().err.count("report.txt: error: nothing can be kept beside this text") == 2
    assert (folder / "report.toml").read_text() == 'lang = "en"\n'


def test_a_source_that_is_not_there_is_told(folder, capfd):
    assert report("proof", "nothing.txt") == 1
    assert "nothing.txt" in capfd.readouterr().err
    assert list_files(folder) == {"ferry.txt"}


WORDINGS = (
    Wording("40", "people", WordingForm.PHRASE, "loses its predicate"),
    Wording("40", "people \x1b[2Jwaited", WordingForm.STATEMENT),
    Wording("40", "people left", WordingForm.CLAUSE, whole=False),
)
TRIED = Numbers(
    quantities=(quantity("40", 3), quantity("50", 9)),
    key=(replace(key_number(quantity("40", 3), "40", "people waited"), wordings=WORDINGS),),
    skipped=(Skipped("50", 9, 11, 1, "no wording passes", quantity("50", 9), wordings=WORDINGS[:1]),),
)


def test_numbers_explain_shows_the_wordings_of_kept_and_left_numbers(capsys):
    show_trace(TRIED)
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert lines == [
        "1  40 = 40",
        "tile as a phrase                  “40 people”: refused: loses its predicate",
        "tile as a statement               “40 people \\x1b[2Jwaited”: passes",
        "tile as a clause                  “40 people left”: passes, leaves a part of the sentence out",
        "1  50 = 50",
        "tile as a phrase                  “40 people”: refused: loses its predicate",
    ]


def test_numbers_explain_as_json_holds_the_wordings():
    refused = {
        "form": "phrase",
        "display": "40",
        "label": "people",
        "refused": "loses its predicate",
        "whole": True,
    }
    kept, left = json.loads(json.dumps(as_trace(TRIED)))["trace"]
    assert [wording["refused"] for wording in kept["wordings"]] == ["loses its predicate", "", ""]
    assert [wording["whole"] for wording in kept["wordings"]] == [True, True, False]
    assert left["wordings"] == [refused]

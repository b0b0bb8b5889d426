"""report make for many reports: rows, a matrix, a dry run, JSON piece by piece, --watch."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from pressroom.cli.main import run
from tests.making import ROOT

TEXT = "Wells in {{ row.town }}\n\nThe council counted {{ row.wells }} wells in {{ row.town }} in March.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["report", "make"])
    (tmp_path / "wells.txt").write_text(TEXT)
    (tmp_path / "rows.csv").write_text("Town,Wells\nUlm,12\nAu,34\n")
    return tmp_path


@pytest.mark.slow
def test_a_report_for_each_row_and_only_what_changed_again(folder, capfd):
    make = ["make", "wells.txt", "--data", "rows.csv", "--format", "html"]
    assert run(make) == 0
    assert sorted(path.name for path in (folder / "dist").glob("*.html")) == [
        "wells-Au.html",
        "wells-Ulm.html",
    ]
    assert ">34</span> wells in Au" in (folder / "dist" / "wells-Au.html").read_text()
    (folder / "rows.csv").write_text("Town,Wells\nUlm,12\nAu,35\n")
    capfd.readouterr()
    assert run([*make, "--json", "--explain"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["made"], told["unchanged"], told["failed"]) == (1, 1, 0)
    assert {outcome["name"]: outcome["why"] for outcome in told["outcomes"]} == {
        "wells-Ulm": [],
        "wells-Au": ["its row of data has changed"],
    }


def test_a_source_over_a_link_is_made_only_where_it_is_named(folder, tmp_path_factory, capfd):
    secret = tmp_path_factory.mktemp("own") / "secret.txt"
    secret.write_text("Wells elsewhere\n\nThe council counted 12 wells in March.\n")
    (folder / "wells.txt").write_text("Wells\n\nThe council counted 12 wells in March.\n")
    (folder / "linked.txt").symlink_to(secret)
    for command in (["make", "."], ["make"], ["make", "--dry-run"]):
        assert run([*command, "--format", "html"]) == 0
        assert "linked.txt: warning: this is a link that leads out of its folder" in capfd.readouterr().err
    assert [path.name for path in (folder / "dist").glob("*.html")] == ["wells.html"]
    assert run(["make", "linked.txt", ".", "--format", "html"]) == 0
    assert "leads out" not in capfd.readouterr().err
    assert (folder / "dist" / "linked.html").exists()


@pytest.mark.slow
def test_a_row_that_is_gone_takes_its_output_with_it(folder, capfd):
    make = ["make", "wells.txt", "--data", "rows.csv", "--format", "html"]
    run(make)
    (folder / "rows.csv").write_text("Town,Wells\nUlm,12\n")
    assert run([*make, "--rows", "1"]) == 0
    assert "source is gone" not in capfd.readouterr().err
    assert run(make) == 0
    assert "wells-Au.html: note: its source is gone" in capfd.readouterr().err
    assert run([*make, "--prune"]) == 0
    assert [path.name for path in (folder / "dist").glob("*.html")] == ["wells-Ulm.html"]


def test_an_unknown_column_is_one_error_for_all_rows(folder, capfd):
    (folder / "wells.txt").write_text("Wells in {{ town }}\n\nThere are {{ row.wels }}, {{ tow }} says.\n")
    assert run(["make", "wells.txt", "--data", "rows.csv", "--format", "html"]) == 1
    printed = capfd.readouterr().err
    assert printed.count("wels") == 2, "in the one message and its cure"
    assert "wells.txt:3: error: rows.csv has no columns 'wels', 'tow' (line 3)" in printed
    assert "more of its reports" not in printed


def test_an_empty_cell_is_a_warning_with_its_place(folder, capfd):
    (folder / "wells.txt").write_text("Wells in {{ town }}\n\nThere are {{ row.wells }}, they say.\n")
    (folder / "rows.csv").write_text("Town,Wells\nUlm,\nAu,34\n")
    assert run(["make", "wells.txt", "--data", "rows.csv", "--format", "html"]) == 0
    printed = capfd.readouterr().err
    assert "rows.csv:2: warning: row 1 has nothing in the column 'wells'" in printed
    assert "Wells in Au" in (folder / "dist" / "wells-Au.html").read_text()


def test_a_dry_run_says_what_would_be_made_and_makes_nothing(folder, capfd):
    make = ["make", "wells.txt", "--data", "rows.csv", "--dry-run"]
    assert run(make) == 0
    assert "2 reports would be made, 0 unchanged; nothing was made" in capfd.readouterr().err
    assert run([*make, "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert [each["name"] for each in told["would_make"]] == ["wells-Ulm", "wells-Au"]
    assert not (folder / "dist").exists()


@pytest.mark.slow
def test_a_matrix_gives_each_audience_its_report(folder):
    (folder / "brief.txt").write_text("Wells\n\nThere are 12 of them.\n\nMoney\n\nThey cost 9,000 pounds.\n")
    (folder / "report.toml").write_text(
        '[[matrix]]\nsources = ["brief"]\naudience = ["press", "board"]\n'
        '[audience.press]\nleave_out = ["Money"]\n[audience.board]\nmarking = "RESTRICTED"\n'
    )
    assert run(["make", "brief.txt", "--format", "html"]) == 0
    press, board = ((folder / "dist" / f"brief-{name}.html").read_text() for name in ("press", "board"))
    assert ("9,000" in press, "RESTRICTED" in press) == (False, False)
    assert ("9,000" in board, "RESTRICTED" in board) == (True, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--data", "none.csv"], "no such file"),
        (["--rows", "5-2", "--data", "rows.csv"], "are no rows"),
        (["--name", "../{town}", "--data", "rows.csv"], "no name of a file"),
        (["--audience", "board"], "nothing is said of the audience"),
        (["--data", "rows.csv", "--name", "{source}"], "would both become wells"),
    ],
)
def test_what_is_wrong_is_told(folder, capfd, arguments, said):
    assert run(["make", "wells.txt", *arguments]) != 0
    assert said in capfd.readouterr().err


def test_json_is_whole_when_nothing_could_be_made(folder, capfd):
    (folder / "rows.csv").write_text("Town\nUlm\n")
    assert run(["make", "wells.txt", "--data", "rows.csv", "--json"]) == 1
    told = json.loads(capfd.readouterr().out)
    assert (told["failed"], told["outcomes"][0]["diagnostics"][0]["file"]) == (1, "wells.txt:3")


@pytest.mark.slow
def test_ctrl_c_stops_at_once_with_whole_files_and_whole_json(folder):
    rows = "\n".join(["Town,Wells", *(f"Town {number},{number}" for number in range(400))])
    (folder / "rows.csv").write_text(rows)
    making = subprocess.Popen(
        [sys.executable, "-m", "pressroom", "make", "wells.txt", "--data", "rows.csv", "--json"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    said = ""
    while '"state": "made"' not in said:
        piece = os.read(making.stdout.fileno(), 10_000)
        assert piece, "it has ended"
        said += piece.decode()
    making.send_signal(signal.SIGINT)
    out, err = making.communicate()
    assert (making.returncode, err.strip()) == (130, "stopped")
    told = json.loads(said + out)
    assert told["stopped"]
    assert 0 < told["made"] < 400
    files = list((folder / "dist").glob("*.pdf"))
    assert told["made"] <= len(files)
    assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in files)


@pytest.mark.slow
def test_texts_and_rows_come_from_a_storage(folder, capfd):
    pytest.importorskip("fsspec")
    from fsspec.implementations.memory import MemoryFileSystem

    files = MemoryFileSystem()
    files.pipe_file("/desk/wells.txt", TEXT.encode())
    files.pipe_file("/desk/rows.csv", b"Town,Wells\nUlm,12\n")
    make = ["make", "memory://desk/wells.txt", "--data", "memory://desk/rows.csv", "--format", "html"]
    assert run(make) == 0
    assert "memory://desk/wells.txt → dist/wells-Ulm.html" in capfd.readouterr().err
    files.pipe_file("/desk/rows.csv", b"Town\nUlm\n")
    assert run(make) == 1
    assert "memory://desk/wells.txt:3: error: memory://desk/rows.csv has no column" in capfd.readouterr().err
    MemoryFileSystem.store.clear()


def test_outputs_go_to_a_storage_whole_and_are_known_there(folder, capfd):
    pytest.importorskip("fsspec")
    from fsspec.implementations.memory import MemoryFileSystem

    make = [
        "make",
        "wells.txt",
        "--data",
        "rows.csv",
        "--format",
        "html",
        "--out",
        "memory://night/1",
        "--json",
    ]
    assert run(make) == 0
    assert json.loads(capfd.readouterr().out)["made"] == 2
    names = sorted(name for name in MemoryFileSystem.store if name.endswith(".html"))
    assert names == ["/night/1/wells-Au.html", "/night/1/wells-Ulm.html"]
    assert run(make) == 0
    assert json.loads(capfd.readouterr().out)["unchanged"] == 2
    MemoryFileSystem.store.clear()


@pytest.mark.slow
def test_watch_makes_again_what_changes_and_survives_errors(folder):
    (folder / "brief.txt").write_text("Wells\n\nThere are 12 of them.\n")
    watching = subprocess.Popen(
        [sys.executable, "-m", "pressroom", "make", "brief.txt", "--watch", "--format", "html"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        lines_until(watching, "watching")
        for text, said in (
            ("There are 13 of them.", "brief.txt →"),
            ("", "the file is empty"),
            ("There are 14.", "→"),
        ):
            time.sleep(0.5)
            beside = folder / "beside"
            beside.write_text(f"Wells\n\n{text}\n" if text else "")
            beside.replace(folder / "brief.txt")
            assert said in lines_until(watching, "watching")
        assert "There are 14." in (folder / "dist" / "brief.html").read_text()
        watching.send_signal(signal.SIGINT)
        assert watching.wait(20) == 0
    finally:
        watching.kill()
        watching.wait()
        watching.stderr.close()


def lines_until(process, words: str) -> str:
    """Read what a process says, up to the line with these words."""
    found = []
    for line in process.stderr:
        found.append(line)
        if words in line:
            break
    return "".join(found)

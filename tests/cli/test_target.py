"""Where --out leads, and what comes on stdin."""

import io
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pytest

from pressroom.cli.main import run
from pressroom.cli.target import STREAM, Target, keep_stdin, locate_stdin, parse_target
from pressroom.errors import PressroomError, UsageError
from pressroom.world import MemoryWorld

TEXT = b"Wells\n\nThe council counted 34 wells in March.\n"
ONE = (Path("wells.txt"),)


def test_stdin_is_not_read_beyond_what_a_text_may_have(tmp_path, monkeypatch):
    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            buffer[:] = b"x" * len(buffer)
            return len(buffer)

    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BufferedReader(Endless())))
    with pytest.raises(PressroomError, match="the text from stdin has more than 20 MB"):
        keep_stdin(tmp_path, MemoryWorld())


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["report", "make"])
    (tmp_path / "wells.txt").write_bytes(TEXT)
    return tmp_path


@pytest.mark.parametrize(
    ("out", "formats", "target"),
    [
        (None, (), Target()),
        (Path("out"), ("pdf", "html"), Target(Path("out"))),
        (Path("v1.2"), (), Target(Path("v1.2"))),
        (Path("out/brief.pdf"), (), Target(Path("out"), "brief", "pdf")),
        (Path("brief.EML"), ("email",), Target(Path(), "brief", "email")),
        (Path("{x}.html"), (), Target(Path(), "-x-", "html")),
        (STREAM, (), Target(name="stdout", format="pdf", is_stdout=True)),
        (STREAM, ("docx",), Target(name="stdout", format="docx", is_stdout=True)),
        (Path("s3://bucket/brief.pdf"), (), Target(Path("s3://bucket/brief.pdf"))),
    ],
)
def test_out_leads_to_a_folder_a_file_or_stdout(folder, out, formats, target):
    assert parse_target(out, formats, ONE) == target


def test_a_folder_with_the_ending_of_a_format_is_a_folder(folder):
    (folder / "old.pdf").mkdir()
    assert parse_target(Path("old.pdf"), ("html",), ONE) == Target(Path("old.pdf"))


@pytest.mark.parametrize("out", [Path("brief.pdf"), STREAM])
@pytest.mark.parametrize(
    ("formats", "sources"), [((), ()), ((), (*ONE, Path("b.txt"))), (("pdf", "html"), ONE), ((), (Path(),))]
)
def test_one_file_holds_one_report(folder, out, formats, sources):
    with pytest.raises(UsageError, match="holds one report"):
        parse_target(out, formats, sources)


def test_the_ending_of_a_file_and_the_format_agree(folder):
    with pytest.raises(UsageError, match=r"a\.pdf is a file of the format pdf"):
        parse_target(Path("a.pdf"), ("docx",), ONE)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["notes.txt", "brief.htm", "brief.doc", "brief.md"])
def test_the_ending_of_a_file_that_is_not_made_is_refused(folder, name):
    with pytest.raises(UsageError, match="the ending of a file that is not made"):
        parse_target(Path(name), (), ONE)


@pytest.mark.parametrize("option", [["--json"], ["--watch"], ["--open"], ["--print", "booklet"]])
def test_what_else_would_go_to_stdout_is_refused(folder, capsys, option):
    assert run(["make", "wells.txt", "-o", "-", *option]) == 2
    assert f"{option[0]} does not go with --out -" in capsys.readouterr().err


def test_rows_are_not_written_into_one_another(folder, monkeypatch, capsys):
    (folder / "wells.txt").write_text("Wells in {{ town }}\n\nThere are many.\n")
    (folder / "rows.csv").write_text("town\nUlm\nAu\n")
    monkeypatch.setattr("sys.stdout", SimpleNamespace(buffer=io.BytesIO(), isatty=lambda: False))
    assert run(["make", "wells.txt", "--data", "rows.csv", "-f", "web", "-o", "-"]) == 2
    assert "would both become stdout" in capsys.readouterr().err


def test_a_name_and_a_file_do_not_go_together(folder, capsys):
    assert run(["make", "wells.txt", "-o", "a.html", "--name", "b"]) == 2
    assert "both name the output" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["-o", "page.html"], ["-f", "web", "-o", "."]])
def test_no_source_is_overwritten_by_its_own_output(folder, capsys, arguments):
    page = "<html><body><h1>Wells</h1><p>The council counted 34 wells in March.</p></body></html>"
    (folder / "page.html").write_text(page)
    assert run(["make", "page.html", *arguments]) == 2
    assert "page.html: error: the output would overwrite its source" in capsys.readouterr().err
    assert (folder / "page.html").read_text() == page


@pytest.mark.slow
def test_what_was_made_beside_a_text_is_no_source(folder, capsys):
    assert run(["wells.txt", "-o", "brief.html"]) == 0
    assert run(["make", "-f", "web"]) == 0
    assert sorted(path.name for path in (folder / "dist").glob("*.html")) == ["wells.html"]


def test_a_file_is_made_under_its_name_from_a_source_without_a_command(folder):
    assert run(["wells.txt", "-o", "named.html"]) == 0
    assert "34" in (folder / "named.html").read_text()
    assert not (folder / "dist").exists()


@pytest.mark.slow
def test_a_text_from_stdin_goes_to_stdout(folder, monkeypatch, capsys):
    out = io.BytesIO()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(TEXT)))
    monkeypatch.setattr("sys.stdout", SimpleNamespace(buffer=out, isatty=lambda: False))
    assert run(["make", "-", "-f", "web", "-o", "-"]) == 0
    assert b"The council counted" in out.getvalue()
    assert sorted(path.name for path in folder.iterdir()) == ["wells.txt"]
    told = capsys.readouterr().err.splitlines()
    assert "stdin → stdout" in told
    assert not [line for line in told if "stdin.txt" in line]


def test_what_stands_in_the_output_folder_says_nothing_of_a_text_from_stdin(folder, monkeypatch):
    kept = folder / "dist" / ".pressroom"
    kept.mkdir(parents=True)
    (kept / "stdin.toml").write_text('title = "Planted"\nleave_out = ["nothing"]\n')
    (kept / "stdin.txt").write_text("Planted\n")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(TEXT)))
    assert run(["make", "-", "-f", "web"]) == 0
    page = (folder / "dist" / "stdin.html").read_text()
    assert "The council counted" in page
    assert "Planted" not in page
    path = locate_stdin(folder / "dist")
    assert path.read_bytes() == TEXT
    assert path.parent.stat().st_mode & 0o077 == 0
    assert run(["clean"]) == 0
    assert not path.exists()


def test_a_text_from_stdin_is_made_where_nothing_can_be_kept(folder, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", "/dev/null")
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(TEXT)))
    assert run(["make", "-", "-f", "web"]) == 0
    assert "The council counted" in (folder / "dist" / "stdin.html").read_text()


def test_no_file_is_printed_to_a_terminal(folder, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdout", SimpleNamespace(isatty=lambda: True))
    assert run(["make", "wells.txt", "-o", "-"]) == 2
    assert "print a file to the terminal" in capsys.readouterr().err


@pytest.mark.slow
def test_a_folder_stands_for_its_texts_without_what_was_made_there(folder, capsys):
    texts = folder / "texts"
    texts.mkdir()
    (texts / "one.txt").write_bytes(TEXT)
    (texts / "one.toml").write_text('title = "One"')
    for _ in range(2):
        assert run(["texts", "-f", "html", "-o", "texts"]) == 0
    assert sorted(path.name for path in texts.glob("*.html")) == ["one.html"]
    assert "nothing to do: 1 output up to date" in capsys.readouterr().err


def test_the_samples_are_made_where_there_is_no_text_and_that_is_said(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["make", "--dry-run"]) == 0
    assert "making the samples that come with Pressroom" in capsys.readouterr().err


@pytest.mark.slow
def test_open_opens_what_was_made(folder, monkeypatch):
    opened = []
    monkeypatch.setattr("click.launch", opened.append)
    assert run(["make", "wells.txt", "-f", "html", "--open"]) == 0
    assert [Path(path).name for path in opened] == ["wells.html"]


@pytest.mark.slow
def test_a_password_locks_every_pdf(folder, capsys):
    assert run(["make", "wells.txt", "--print", "booklet", "--password", "swordfish"]) == 0
    assert "locks PDFs alone" not in capsys.readouterr().err
    made = sorted((folder / "dist").glob("*.pdf"))
    assert [path.name for path in made] == ["wells.booklet.pdf", "wells.pdf"]
    for path in made:
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(path)
        pikepdf.open(path, password="swordfish").close()


@pytest.mark.slow
def test_what_a_password_does_not_lock_is_told(folder, capsys):
    assert run(["make", "wells.txt", "-f", "web", "-f", "mail", "--password", "swordfish"]) == 0
    assert "the password locks PDFs alone: .html, .eml can be opened" in capsys.readouterr().err


def test_a_name_with_an_ending_that_is_no_format_makes_no_folder(tmp_path):
    with pytest.raises(UsageError, match="has the ending of a file that is not made"):
        parse_target(tmp_path / "brief.xyz", (), ONE)
    (tmp_path / "old.site").mkdir()
    for folder in ("old.site", "out.2", "reports.v3"):
        assert parse_target(tmp_path / folder, (), ONE) == Target(tmp_path / folder)

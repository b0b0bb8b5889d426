"""Where --out leads, and what comes on stdin."""

import io
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pytest

from pressroom.cli.main import run
from pressroom.cli.target import STREAM, Target, parse_target
from pressroom.errors import UsageError

TEXT = b"Wells\n\nThe council counted 34 wells in March.\n"
ONE = (Path("wells.txt"),)


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
        (STREAM, (), Target(format="pdf", is_stdout=True)),
        (STREAM, ("docx",), Target(format="docx", is_stdout=True)),
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
def test_a_file_is_made_under_its_name_from_a_source_without_a_command(folder):
    assert run(["wells.txt", "-o", "named.html"]) == 0
    assert "34" in (folder / "named.html").read_text()
    assert not (folder / "dist").exists()


@pytest.mark.slow
def test_a_text_from_stdin_goes_to_stdout(folder, monkeypatch):
    out = io.BytesIO()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(TEXT)))
    monkeypatch.setattr("sys.stdout", SimpleNamespace(buffer=out, isatty=lambda: False))
    assert run(["make", "-", "-f", "web", "-o", "-"]) == 0
    assert b"The council counted" in out.getvalue()
    assert sorted(path.name for path in folder.iterdir()) == ["wells.txt"]


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
def test_a_password_locks_every_pdf(folder):
    assert run(["make", "wells.txt", "--print", "booklet", "--password", "swordfish"]) == 0
    made = sorted((folder / "dist").glob("*.pdf"))
    assert [path.name for path in made] == ["wells.booklet.pdf", "wells.pdf"]
    for path in made:
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(path)
        pikepdf.open(path, password="swordfish").close()

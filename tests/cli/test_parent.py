"""The command's own process reads nothing that the author of a text, of its sidecar or of a list controls."""

import os
from pathlib import Path

import pytest

from pressroom.cli.main import run
from pressroom.world import LARGEST, RealWorld

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
TEXT = "Wells\n\nThe council counted 34 wells in March.\n"
GIVEN = ("brief.txt", "brief.toml", "people.csv", "rows.xlsx", "brief.docx", "old.pdf")
SEND = ("send", "brief.txt", "--to", "people.csv", "--from", "a@b.example", "--dry-run")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder whose files are all longer than any file that is read, without taking room on the disk."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["report"])
    for name in GIVEN:
        with (tmp_path / name).open("wb") as file:
            file.truncate(LARGEST + 1)
    (tmp_path / "brief.txt").write_text(TEXT)
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        ("outline", "brief.txt"),
        ("numbers", "brief.txt"),
        ("figures", "brief.txt"),
        ("proof", "brief.txt", "-f", "html"),
        ("make", "brief.txt", "-f", "html"),
        ("make", "brief.txt", "-f", "html", "--data", "rows.xlsx", "--dry-run"),
        ("check", "brief.toml", "brief.docx", "old.pdf"),
        ("pull", "brief.docx"),
        ("print", "old.pdf", "--dry-run"),
        ("send", "old.pdf", "--to", "c@d.example", "--from", "a@b.example", "--dry-run"),
        SEND,
    ],
    ids=" ".join,
)
def test_nothing_that_was_given_is_read_here(folder, monkeypatch, capfd, command):
    here, held = os.getpid(), RealWorld.read

    def read(self: RealWorld, path: Path, most: int = LARGEST) -> bytes:
        assert os.getpid() != here or path.name not in GIVEN, f"{path} was read by the command itself"
        return held(self, path, most)

    monkeypatch.setattr(RealWorld, "read", read)
    assert run(list(command)) in (1, 2)
    said = capfd.readouterr()
    assert "the file is larger than" in said.out + said.err or "has more than" in said.out + said.err
    assert "was read by the command itself" not in said.out + said.err


def test_a_list_of_people_has_a_limit_of_its_own(folder, capfd):
    (folder / "brief.toml").unlink()
    (folder / "people.csv").write_text("address,note\n" + f"a@b.example,{'x' * 900_000}\n" * 60)
    assert run(list(SEND)) == 1
    said = capfd.readouterr().err
    assert "people.csv:57: error: the rows up to here have more than 50,000,000 characters" in said

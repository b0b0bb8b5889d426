"""All formats of a report are put in place together, whatever happens in between."""

import contextlib
import json
from pathlib import Path

import pytest

from pressroom.build import placing
from pressroom.build.lock import sweep
from pressroom.build.placing import finish_placing, put_in_place
from pressroom.errors import MachineError, PressroomError
from pressroom.world import MemoryWorld, RealWorld

OLD = {"a.pdf": b"old pdf", "a.docx": b"old docx", "a.html": b"old html"}
NEW = {"a.pdf": b"new pdf", "a.docx": b"new docx", "a.html": b"new html"}


class Killed(BaseException):
    """Stands for a signal that nothing can catch."""


class Fragile(RealWorld):
    """A machine that is killed at its n-th change; ``full`` where it takes no more files from then on."""

    def __init__(self, changes: int, *, full: bool = False) -> None:
        self.left, self.full = changes, full

    def count(self):
        self.left -= 1
        if self.left < 0:
            raise MachineError("full", cure="-", rule="cannot-write") if self.full else Killed

    def write(self, path, data):
        self.count()
        super().write(path, data)

    def replace(self, path, target):
        self.count()
        super().replace(path, target)

    def remove(self, path):
        if not self.full:
            self.count()
        super().remove(path)


def read(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("changes", range(9))
def test_after_a_kill_at_any_moment_all_are_of_one_edition(changes, tmp_path):
    put_in_place(OLD, tmp_path, RealWorld())
    with contextlib.suppress(Killed):
        put_in_place(NEW, tmp_path, Fragile(changes))
    finish_placing(tmp_path, RealWorld())
    sweep(tmp_path, RealWorld())
    assert read(tmp_path) == (OLD if changes < 4 else NEW)  # three files and the journal
    assert list((tmp_path / ".pressroom").iterdir()) == []


@pytest.mark.parametrize("changes", range(4))
def test_a_disk_that_is_full_at_any_moment_leaves_all_as_they_were(changes, tmp_path):
    put_in_place(OLD, tmp_path, RealWorld())
    with pytest.raises(MachineError):
        put_in_place(NEW, tmp_path, Fragile(changes, full=True))
    assert read(tmp_path) == OLD


def test_a_folder_in_the_place_of_one_leaves_all_as_they_were(tmp_path):
    put_in_place({"a.pdf": b"old", "a.docx": b"old"}, tmp_path, RealWorld())
    (tmp_path / "a.html").mkdir()
    with pytest.raises(PressroomError, match="a folder stands"):
        put_in_place(NEW, tmp_path, RealWorld())
    assert read(tmp_path) == {"a.pdf": b"old", "a.docx": b"old"}


def test_a_journal_that_nobody_signed_moves_nothing(tmp_path):
    put_in_place(OLD, tmp_path, RealWorld())
    (tmp_path / ".unfinished-x").write_bytes(b"forged")
    journal = tmp_path / ".pressroom" / f"{placing.JOURNAL}1"
    journal.write_bytes(b"0" * 64 + b"\n" + json.dumps({"a.pdf": ".unfinished-x"}).encode())
    finish_placing(tmp_path, RealWorld())
    assert read(tmp_path)["a.pdf"] == b"old pdf"
    assert not journal.exists()


def test_a_made_up_machine_takes_them_as_well():
    world = MemoryWorld()
    put_in_place(NEW, Path("dist"), world)
    assert {path.name: data for path, data in world.files.items()} == NEW

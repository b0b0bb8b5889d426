"""All formats of a report are put in place together, whatever happens in between."""

import contextlib
import json
from pathlib import Path

import pytest

from pressroom.build.lock import sweep
from pressroom.build.placing import finish_placing, put_in_place
from pressroom.cache import manifests
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

    def keep(self, path, name):
        self.count()
        super().keep(path, name)

    def remove(self, path):
        if not self.full:
            self.count()
        super().remove(path)


def read(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("changes", range(15))
def test_after_a_kill_at_any_moment_all_are_of_one_edition(changes, tmp_path):
    put_in_place(OLD, tmp_path, RealWorld())
    with contextlib.suppress(Killed):
        put_in_place(NEW, tmp_path, Fragile(changes))
    finish_placing(tmp_path, RealWorld())
    sweep(tmp_path, RealWorld())
    assert read(tmp_path) == (
        OLD if changes < 7 else NEW
    )  # three files, second names of the old, the journal
    assert list((tmp_path / ".pressroom").iterdir()) == []


@pytest.mark.parametrize("changes", range(7))
def test_a_disk_that_is_full_at_any_moment_leaves_all_as_they_were(changes, tmp_path):
    put_in_place(OLD, tmp_path, RealWorld())
    with pytest.raises(MachineError):
        put_in_place(NEW, tmp_path, Fragile(changes, full=True))
    assert read(tmp_path) == OLD


class Held(RealWorld):
    """A machine on which another program holds a file, so that none can take its place."""

    def __init__(self, name: str) -> None:
        self.name = name

    def replace(self, path, target):
        if target.name == self.name:
            raise MachineError("cannot be written", cure="-", rule="cannot-write")
        super().replace(path, target)


@pytest.mark.parametrize("held", NEW)
@pytest.mark.parametrize("old", [OLD, {"a.pdf": b"old pdf"}, {"a.html": b"old html"}, {}])
def test_where_one_cannot_take_its_place_all_are_as_they_were(held, old, tmp_path):
    for name, data in old.items():
        (tmp_path / name).write_bytes(data)
    with pytest.raises(MachineError):
        put_in_place(NEW, tmp_path, Held(held))
    assert read(tmp_path) == old
    assert list((tmp_path / ".pressroom").glob("placing*")) == []


def test_where_none_can_be_put_back_either_the_next_run_finishes(tmp_path):
    put_in_place(OLD, tmp_path, RealWorld())
    with pytest.raises(MachineError):
        put_in_place(NEW, tmp_path, Fragile(8, full=True))
    assert not finish_placing(tmp_path, Fragile(0, full=True))
    assert finish_placing(tmp_path, RealWorld())
    sweep(tmp_path, RealWorld())
    assert read(tmp_path) == NEW


def test_where_the_next_run_cannot_finish_all_are_as_they_were(tmp_path):
    put_in_place(OLD, tmp_path, RealWorld())
    with pytest.raises(Killed):
        put_in_place(NEW, tmp_path, Fragile(8))  # the first of three has taken its place
    assert (tmp_path / "a.pdf").read_bytes() == NEW["a.pdf"]
    finish_placing(tmp_path, Held("a.html"))
    sweep(tmp_path, RealWorld())
    assert read(tmp_path) == OLD


def test_a_link_that_stood_there_is_put_back_as_one(tmp_path):
    (tmp_path / "elsewhere").write_bytes(b"elsewhere")
    (tmp_path / "a.pdf").symlink_to("elsewhere")
    with pytest.raises(MachineError):
        put_in_place(NEW, tmp_path, Held("a.html"))
    assert (tmp_path / "a.pdf").is_symlink()
    assert (tmp_path / "elsewhere").read_bytes() == b"elsewhere"


def test_a_folder_in_the_place_of_one_leaves_all_as_they_were(tmp_path):
    put_in_place({"a.pdf": b"old", "a.docx": b"old"}, tmp_path, RealWorld())
    (tmp_path / "a.html").mkdir()
    with pytest.raises(PressroomError, match="a folder stands"):
        put_in_place(NEW, tmp_path, RealWorld())
    assert read(tmp_path) == {"a.pdf": b"old", "a.docx": b"old"}


def test_a_journal_that_nobody_signed_moves_nothing(tmp_path):
    put_in_place(OLD, tmp_path, RealWorld())
    (tmp_path / ".unfinished-x").write_bytes(b"forged")
    journal = tmp_path / ".pressroom" / f"{manifests.JOURNAL}1"
    journal.write_bytes(b"0" * 64 + b"\n" + json.dumps({"a.pdf": ".unfinished-x"}).encode())
    finish_placing(tmp_path, RealWorld())
    assert read(tmp_path)["a.pdf"] == b"old pdf"
    assert not journal.exists()


def test_a_made_up_machine_takes_them_as_well():
    world = MemoryWorld()
    put_in_place(NEW, Path("dist"), world)
    assert {path.name: data for path, data in world.files.items()} == NEW

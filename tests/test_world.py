from __future__ import annotations

import errno
import os
import resource
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pressroom import world
from pressroom.errors import MachineError, PressroomError
from pressroom.world import LARGEST, UNFINISHED, MemoryWorld, RealWorld, World

KINDS = ("real", "memory")


class Room:
    """A world and a folder in it, whichever world it is."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.folder = folder if kind == "real" else Path("/made/up")
        self.world: World = RealWorld() if kind == "real" else MemoryWorld()

    def put(self, name: str, data: bytes = b"x") -> Path:
        self.world.write(self.folder / name, data)
        return self.folder / name


@pytest.fixture(params=KINDS)
def room(request: pytest.FixtureRequest, tmp_path: Path) -> Room:
    return Room(request.param, tmp_path)


def test_gives_back_what_was_written(room: Room) -> None:
    path = room.put("a/b/c.bin", b"\x00\xff" * 10)
    assert room.world.read(path) == b"\x00\xff" * 10
    assert room.world.is_file(path)
    assert not room.world.is_dir(path)
    assert room.world.is_dir(path.parent)
    assert not room.world.is_file(path.parent)


def test_writes_over_what_was_there(room: Room) -> None:
    room.put("note", b"a longer first text")
    assert room.world.read(room.put("note", b"short")) == b"short"


def test_lists_files_and_folders_by_name(room: Room) -> None:
    for name in ("b.txt", "a.txt", "sub/deep.txt", "C.txt"):
        room.put(name)
    assert [path.name for path in room.world.list(room.folder)] == ["C.txt", "a.txt", "b.txt", "sub"]


def test_a_folder_that_is_not_there_is_empty(room: Room) -> None:
    assert room.world.list(room.folder / "nowhere") == ()
    assert not room.world.is_dir(room.folder / "nowhere")


@pytest.mark.parametrize(("name", "rule"), [("missing.txt", "file-missing"), ("sub", "not-a-file")])
def test_says_what_it_cannot_read(room: Room, name: str, rule: str) -> None:
    room.put("sub/file")
    with pytest.raises(PressroomError) as raised:
        room.world.read(room.folder / name)
    found = raised.value.diagnostic
    assert (found.rule, found.where) == (rule, str(room.folder / name))
    assert found.cure
    assert raised.value.status == 1


def test_will_not_put_a_file_where_a_folder_is(room: Room) -> None:
    room.put("sub/file")
    with pytest.raises(PressroomError) as raised:
        room.world.write(room.folder / "sub", b"x")
    assert raised.value.diagnostic.rule == "place-taken"
    assert [path.name for path in room.world.list(room.folder)] == ["sub"]


def test_memory_disk_fills_up() -> None:
    made_up = MemoryWorld({"/d/old": b"old"}, full_after=6)
    made_up.write(Path("/d/new"), b"123")
    with pytest.raises(MachineError):
        made_up.write(Path("/d/old"), b"1234")
    assert made_up.read(Path("/d/old")) == b"old"


@pytest.mark.parametrize("variable", [None, "", "1700000000"])
@pytest.mark.parametrize("kind", KINDS)
def test_clock(kind: str, variable: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    noon = datetime(2021, 3, 4, 12, tzinfo=UTC)
    variables = {} if variable is None else {"SOURCE_DATE_EPOCH": variable}
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    any_world: World = RealWorld() if kind == "real" else MemoryWorld(variables=variables, now=noon)
    assert any_world.environment("SOURCE_DATE_EPOCH") == variable
    if variable:
        assert any_world.now() == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    elif kind == "memory":
        assert any_world.now() == noon
    else:
        assert abs((any_world.now() - datetime.now(UTC)).total_seconds()) < 60


@pytest.mark.parametrize("variable", ["yesterday", "1.5", "9" * 30])
def test_refuses_an_epoch_that_is_no_time(variable: str) -> None:
    with pytest.raises(PressroomError) as raised:
        MemoryWorld(variables={"SOURCE_DATE_EPOCH": variable}).now()
    assert raised.value.diagnostic.rule == "bad-epoch"


@pytest.mark.parametrize("name", ["\0", "n" * 300, "file/below"])
def test_names_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    real = RealWorld()
    real.write(tmp_path / "file", b"x")
    assert not real.is_file(tmp_path / name)
    assert not real.is_dir(tmp_path / name)
    with pytest.raises(PressroomError) as raised:
        real.read(tmp_path / name)
    assert raised.value.diagnostic.rule == "file-missing"
    with pytest.raises(PressroomError):
        real.write(tmp_path / name, b"y")
    assert [path.name for path in real.list(tmp_path)] == ["file"]


def test_does_not_wait_at_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PressroomError) as raised:
        RealWorld().read(tmp_path / "pipe")
    assert raised.value.diagnostic.rule == "not-a-file"


def test_refuses_a_huge_file_unread(tmp_path: Path) -> None:
    with (tmp_path / "film").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(PressroomError) as raised:
        RealWorld().read(tmp_path / "film")
    assert raised.value.diagnostic.rule == "file-too-large"
    assert "256 MB" in raised.value.diagnostic.message


@pytest.mark.parametrize("make", [RealWorld, lambda: MemoryWorld({"a": b"x" * 9})])
def test_reads_no_more_than_it_is_told(make: Callable[[], World], tmp_path: Path) -> None:
    world = make()
    path = Path("a") if isinstance(world, MemoryWorld) else tmp_path / "a"
    world.write(path, b"x" * 9)
    assert world.read(path, 9) == b"x" * 9
    with pytest.raises(PressroomError) as raised:
        world.read(path, 8)
    assert raised.value.diagnostic.rule == "file-too-large"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can lay rights aside in a child process")
def test_says_what_it_may_not_touch(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"x")
    (tmp_path / "secret").chmod(0)
    (tmp_path / "closed").mkdir(0)
    tmp_path.chmod(0o755)
    for parent in tmp_path.parents[:2]:
        parent.chmod(0o755)
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom pressroom.errors import PressroomError\n"
        "from pressroom.world import RealWorld\nos.setuid(65534)\nplace = Path(sys.argv[1])\n"
        "real = RealWorld()\n"
        "for act in (\n"
        "    lambda: real.read(place / 'secret'),\n"
        "    lambda: real.write(place / 'new', b''),\n"
        "    lambda: real.list(place / 'closed'),\n"
        "):\n"
        "    try:\n        act()\n"
        "    except PressroomError as error:\n        print(error.diagnostic.rule, error.status)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["file-unreadable 1", "cannot-write 3", "file-unreadable 1"]


@pytest.mark.parametrize(
    ("number", "cure"), [(errno.ENOSPC, "room"), (errno.EROFS, "read-only"), (errno.EIO, "check the disk")]
)
def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, cure: str
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    real = RealWorld()
    real.write(tmp_path / "report.pdf", b"old")
    monkeypatch.setattr(world.os, "fsync", refuse)
    with pytest.raises(MachineError) as raised:
        real.write(tmp_path / "report.pdf", b"new")
    assert raised.value.diagnostic.rule == "cannot-write"
    assert cure in raised.value.diagnostic.cure
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]
    assert (tmp_path / "report.pdf").read_bytes() == b"old"


def test_the_limit_on_file_size_leaves_the_old_file(tmp_path: Path) -> None:
    real = RealWorld()
    real.write(tmp_path / "report.pdf", b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(MachineError) as raised:
            real.write(tmp_path / "report.pdf", b"n" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert "ulimit -f" in raised.value.diagnostic.cure
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]
    assert (tmp_path / "report.pdf").read_bytes() == b"old"


def test_a_folder_that_cannot_be_synced_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        sync(descriptor)

    monkeypatch.setattr(world.os, "fsync", only_files)
    RealWorld().write(tmp_path / "note", b"x")
    assert (tmp_path / "note").read_bytes() == b"x"


def test_a_stop_in_the_middle_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(world.os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        RealWorld().write(tmp_path / "note", b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_kill_never_shows_a_torn_file(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom pressroom.world import RealWorld\n"
        "print('go', flush=True)\n"
        "while True:\n    for letter in (b'a', b'b'):\n"
        "        RealWorld().write(Path(sys.argv[1]), letter * 300_000)\n"
    )
    target = tmp_path / "report.pdf"
    for delay in (0.01, 0.03, 0.08):
        child = subprocess.Popen([sys.executable, "-c", script, target], stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        timer = threading.Timer(delay, child.kill)
        timer.start()
        while child.poll() is None:
            if target.exists():
                assert target.read_bytes() in {b"a" * 300_000, b"b" * 300_000}
        timer.join()
        child.stdout.close()
    left = [path.name for path in tmp_path.iterdir() if path != target]
    assert all(name.startswith(UNFINISHED) for name in left)


def test_a_folder_that_cannot_be_synced_for_a_graver_reason_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        sync(descriptor)

    monkeypatch.setattr(world.os, "fsync", only_files)
    with pytest.raises(MachineError):
        RealWorld().write(tmp_path / "note", b"x")

"""Files at addresses: memory stands for storages of objects, a folder for those with a rename."""

from pathlib import Path

import pytest

from pressroom import storage
from pressroom.cache.dependencies import are_current, describe_changes
from pressroom.cache.recording import RecordingWorld
from pressroom.errors import MachineError, PressroomError, UsageError
from pressroom.world import RealWorld

fsspec = pytest.importorskip("fsspec")
from fsspec.implementations.memory import MemoryFileSystem  # noqa: E402 - after importorskip

WORLD = RealWorld()


@pytest.fixture(autouse=True)
def empty():
    MemoryFileSystem.store.clear()
    yield
    MemoryFileSystem.store.clear()


@pytest.mark.parametrize(
    ("path", "yes"),
    [
        ("s3://bucket/a.txt", True),
        ("memory:/a", True),
        ("arrow_hdfs:/a", True),
        ("abfss://c@account/a", True),
        ("/s3:/a", False),
        ("C:/a", False),
        ("a:b.txt", False),
        ("a b:/c", False),
    ],
)
def test_addresses_are_told_from_paths(path, yes):
    assert storage.is_address(Path(path)) is yes


def test_a_storage_is_a_world_like_any_other():
    path = Path("memory://reports/deep/a.txt")
    WORLD.write(path, b"text")
    WORLD.write(path.with_name("b.txt"), b"more")
    assert WORLD.read(path) == b"text"
    with WORLD.open(path) as file:
        assert file.read(2) == b"te"
    assert (WORLD.is_file(path), WORLD.is_dir(path.parent)) == (True, True)
    assert WORLD.list(path.parent) == (path, path.with_name("b.txt"))
    WORLD.remove(path)
    WORLD.remove(path)
    assert not WORLD.is_file(path)
    assert WORLD.list(Path("memory://reports/none")) == ()


def test_no_more_is_read_from_a_storage_than_there_may_be():
    path = Path("memory://reports/a.txt")
    WORLD.write(path, b"text")
    assert WORLD.read(path, 4) == b"text"
    with pytest.raises(PressroomError, match="the file is larger than"):
        WORLD.read(path, 3)


def test_dependencies_in_a_storage_are_looked_up_again_there():
    path = Path("memory://reports/a.txt")
    world = RecordingWorld(RealWorld())
    WORLD.write(path, b"text")
    world.read(path)
    world.list(path.parent)
    world.is_file(path.with_suffix(".toml"))
    assert are_current(world.dependencies, {})
    WORLD.write(path.with_suffix(".toml"), b"")
    WORLD.write(path, b"other")
    assert len(describe_changes(world.dependencies, {})) == 3


@pytest.mark.parametrize(
    ("act", "error", "said"),
    [
        (lambda: WORLD.read(Path("memory://none/a.txt")), PressroomError, "no such file"),
        (lambda: WORLD.read(Path("memory://a/../b")), UsageError, "may not climb"),
        (lambda: WORLD.read(Path("nosuch://a/b")), MachineError, "not installed"),
    ],
)
def test_what_goes_wrong_is_told_by_address_and_cure(act, error, said):
    with pytest.raises(error, match=said) as caught:
        act()
    assert "://" in str(caught.value)


class Folder(fsspec.get_filesystem_class("file")):
    """A storage with folders and a rename, whose disk may be full in the middle of a file."""

    protocol = "sftp"
    full = False

    def pipe_file(self, path, value, **more):
        super().pipe_file(path, value[: len(value) // 2] if Folder.full else value, **more)
        if Folder.full:
            raise OSError("no room")


def test_where_there_is_a_rename_a_file_is_whole_or_as_it_was(tmp_path, monkeypatch):
    path = Path(f"sftp:{tmp_path}/deep/a.txt")
    monkeypatch.setattr(storage, "_open_storage", lambda path: (Folder(), "/" + "/".join(path.parts[1:])))
    WORLD.write(path, b"whole")
    monkeypatch.setattr(Folder, "full", True)
    with pytest.raises(MachineError, match="no room"):
        WORLD.write(path, b"another text")
    assert [each.name for each in (tmp_path / "deep").iterdir()] == ["a.txt"]
    assert (tmp_path / "deep" / "a.txt").read_bytes() == b"whole"

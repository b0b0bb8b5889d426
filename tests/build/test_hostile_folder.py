"""An output folder that others can write to: no link is followed, nothing of anybody else is touched."""

import hashlib
import os
import socket
from pathlib import Path

import pytest

from pressroom.build.clean import clean
from pressroom.build.lock import lock_folder, sweep
from pressroom.build.publish import find_orphans, remove_orphans
from pressroom.cache import manifests
from pressroom.errors import MachineError
from pressroom.world import RealWorld


@pytest.fixture
def precious(tmp_path):
    """A file outside the output folder, and what leads to it from inside."""
    file = tmp_path / "precious" / "thesis.txt"
    file.parent.mkdir()
    file.write_text("keep")
    kept = tmp_path / "dist" / ".pressroom"
    (kept / "store").mkdir(parents=True)
    (kept / "x").symlink_to(file.parent)
    (kept / "store" / "y").symlink_to(file)
    (kept / "aaaa.json").write_text("{}")
    os.mkfifo(kept / "pipe.json")
    return file


def test_clean_follows_no_link_and_waits_for_no_pipe(precious, tmp_path):
    assert clean(tmp_path / "dist", RealWorld()) == 2
    assert precious.read_text() == "keep"
    assert not (tmp_path / "dist" / ".pressroom" / "aaaa.json").exists()


def test_clean_leaves_what_is_not_ours(precious, tmp_path, monkeypatch):
    monkeypatch.setattr("os.geteuid", lambda: os.getuid() + 1)
    assert clean(tmp_path / "dist", RealWorld()) == 0
    assert (tmp_path / "dist" / ".pressroom" / "aaaa.json").exists()


def forge(file: Path, output: Path, *, signed: bool) -> None:
    """Write a manifest whose source is gone, and whose output is a file of that hash."""
    outputs = {str(output): hashlib.sha256(output.read_bytes()).hexdigest()}
    body = manifests.serialize({}, outputs, source="/nonexistent")
    file.write_bytes(manifests.seal(str(file), body) if signed else body)


@pytest.mark.parametrize("place", ["outside", "through a link", "up and down", "not signed"])
def test_prune_removes_nothing_but_own_outputs_in_the_folder(place, precious, tmp_path):
    dist = tmp_path / "dist"
    target = {
        "outside": precious,
        "through a link": dist / ".pressroom" / "x" / "thesis.txt",
        "up and down": dist / ".." / "precious" / "thesis.txt",
        "not signed": dist / "a.pdf",
    }[place]
    (dist / "a.pdf").write_bytes(b"%PDF")
    forge(dist / ".pressroom" / "aaaa.json", target, signed=place != "not signed")
    assert list(remove_orphans(find_orphans(dist, RealWorld()), RealWorld())) == []
    assert precious.read_text() == "keep"
    assert (dist / "a.pdf").exists()


def test_prune_removes_what_a_run_of_this_user_wrote(precious, tmp_path):
    output = tmp_path / "dist" / "a.pdf"
    output.write_bytes(b"%PDF")
    forge(tmp_path / "dist" / ".pressroom" / "bbbb.json", output, signed=True)
    assert list(remove_orphans(find_orphans(tmp_path / "dist", RealWorld()), RealWorld())) == [output]
    assert not output.exists()


@pytest.mark.parametrize("name", [".pressroom", ".pressroom/lock"])
def test_no_run_works_through_a_link(name, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "file").touch()
    link = tmp_path / "dist" / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(elsewhere if name == ".pressroom" else elsewhere / "file")
    with pytest.raises(MachineError, match="this is a link"), lock_folder(tmp_path / "dist", RealWorld()):
        pass
    assert [path.name for path in elsewhere.iterdir()] == ["file"]


def test_what_a_killed_run_left_in_the_store_is_swept(tmp_path):
    left = tmp_path / ".pressroom" / "store" / "results" / "ab" / ".unfinished-1-2"
    left.parent.mkdir(parents=True)
    left.touch()
    (tmp_path / ".unfinished-folder").mkdir()
    sweep(tmp_path, RealWorld())
    assert not left.exists()
    assert (tmp_path / ".unfinished-folder").is_dir()


def test_own_files_are_regular_files_of_this_user(tmp_path):
    world = RealWorld()
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "door"))
    found = {path.name: (world.is_own_file(path), world.is_link(path)) for path in tmp_path.iterdir()}
    assert found == {
        "file": (True, False),
        "link": (False, True),
        "pipe": (False, False),
        "door": (False, False),
    }
    assert not world.is_own_file(tmp_path / "none")

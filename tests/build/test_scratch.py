"""The folder for temporary files of a run, while others begin and sweep."""

from pathlib import Path

import pytest

from pressroom.build import scratch
from pressroom.build.scratch import ALIVE, SCRATCH, hold_temporary_folder, sweep_temporary_folders

fcntl = pytest.importorskip("fcntl")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Give a folder for temporary files in which no run of these tests has one."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(scratch.atexit, "register", lambda *_: None)
    return tmp_path


def test_a_run_that_begins_is_not_swept_by_another(folder, monkeypatch):
    """Another sweeps just before the lock is taken, and just after."""
    lock = fcntl.flock

    def swept(file, how):
        if how == fcntl.LOCK_EX:
            sweep_temporary_folders()
        lock(file, how)
        if how == fcntl.LOCK_EX:
            sweep_temporary_folders()

    monkeypatch.setattr(fcntl, "flock", swept)
    held = Path(hold_temporary_folder.__wrapped__())
    sweep_temporary_folders()
    assert (held / ALIVE).is_file()


def test_a_folder_whose_process_is_gone_is_swept(folder):
    left = folder / f"{SCRATCH}left"
    left.mkdir()
    (left / ALIVE).touch()
    other = folder / f"{SCRATCH}beginning"
    other.mkdir()
    sweep_temporary_folders()
    assert [path.name for path in folder.iterdir()] == [other.name]

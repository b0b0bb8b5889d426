"""Temporary files of a run in one folder, and the folders of runs that were killed removed."""

from __future__ import annotations

import atexit
import os
import shutil
import stat
import sys
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

SCRATCH = "pressroom-"  # how folders of temporary files begin
ALIVE = "alive"  # a file in each that its process holds locked


@cache
def hold_temporary_folder() -> str:
    """Return this run's folder for temporary files, removed at its end; the first call makes it.

    A process that is killed leaves the folder behind: the next run removes it, since nobody holds its lock
    any more.
    """
    sweep_temporary_folders()
    folder = tempfile.mkdtemp(prefix=SCRATCH)
    if sys.platform != "win32":
        import fcntl

        # locked before it has its name: another run that sweeps would take an open lock for a dead one's
        beginning = Path(folder, f"{ALIVE}-soon")
        held = os.open(beginning, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        fcntl.flock(held, fcntl.LOCK_EX)  # until this process and all that it forked are gone
        beginning.rename(Path(folder, ALIVE))
    atexit.register(_remove, folder, os.getpid())
    return folder


def remove_temporary_folder() -> None:
    """Remove this run's folder for temporary files now, if there is one; the next use makes another."""
    if hold_temporary_folder.cache_info().currsize:
        folder = hold_temporary_folder()
        hold_temporary_folder.cache_clear()
        shutil.rmtree(folder, ignore_errors=True)


def keep_sockets_in(folder: str) -> None:
    """Let multiprocessing have its sockets in a folder; it chooses one once a process."""
    from multiprocessing import util

    before, tempfile.tempdir = tempfile.tempdir, folder
    try:
        util.get_temp_dir()
        # after multiprocessing has removed its own (which has the priority -100), whoever is last
        util.Finalize(None, _remove, args=(folder, os.getpid()), exitpriority=-200)
    finally:
        tempfile.tempdir = before


def _remove(folder: str, owner: int) -> None:
    """Remove a folder, if this is the process that made it; not while multiprocessing has its own in it."""
    if os.getpid() == owner and not any(Path(folder).glob("pymp-*")):
        shutil.rmtree(folder, ignore_errors=True)


def sweep_temporary_folders() -> None:
    """Remove this user's folders of runs that were killed."""
    if sys.platform == "win32":
        return
    with suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        for entry in entries:
            if entry.name.startswith(SCRATCH) and _is_left_behind(entry.path):
                shutil.rmtree(entry.path, ignore_errors=True)


def _is_left_behind(folder: str) -> bool:
    """Tell whether a folder is our user's, and no process holds its lock."""
    import fcntl

    try:
        held = os.lstat(folder)
        if not stat.S_ISDIR(held.st_mode) or held.st_uid != os.geteuid():
            return False
        lock = os.open(Path(folder, ALIVE), os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    else:
        return True
    finally:
        os.close(lock)

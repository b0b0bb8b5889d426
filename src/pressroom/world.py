"""The interface to the machine: clock, environment, files.

Whoever needs one of them is handed a ``World``. ``RealWorld`` is the machine itself, ``MemoryWorld`` a
made-up one for tests. Every refusal is a ``PressroomError`` with its cure, never a bare ``OSError``.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Protocol

from pressroom import storage
from pressroom.errors import MachineError, PressroomError

# A run that was killed leaves its unfinished files under this prefix; nothing else may begin with it.
UNFINISHED = ".unfinished-"
# Bytes. No text, picture or table that a report is made of comes near it; a film or a disk image must not
# fill the memory before its reader can refuse it.
LARGEST = 256_000_000


class World(Protocol):
    """What Pressroom may ask of the machine. Paths are relative to the current folder or absolute."""

    def now(self) -> datetime:
        """Return the time in UTC; ``SOURCE_DATE_EPOCH`` (whole seconds since 1970) stands in for the clock.

        Raises PressroomError when that variable is no such number.
        """
        ...

    def environment(self, name: str) -> str | None:
        """Return an environment variable, None where it is not set."""
        ...

    def is_file(self, path: Path) -> bool:
        """Tell whether a regular file stands there."""
        ...

    def is_dir(self, path: Path) -> bool:
        """Tell whether a folder stands there."""
        ...

    def is_link(self, path: Path) -> bool:
        """Tell whether a symbolic link stands there, wherever it leads."""
        ...

    def is_inside(self, path: Path, folder: Path) -> bool:
        """Tell whether ``path`` is below ``folder`` once all links of both are followed."""
        ...

    def is_own_file(self, path: Path) -> bool:
        """Tell whether a regular file of this user stands there, which is no link."""
        ...

    def is_of_others(self, path: Path) -> bool:
        """Tell whether what stands there belongs neither to this user nor to the administrator."""
        ...

    def list(self, folder: Path) -> tuple[Path, ...]:
        """Return what stands directly in ``folder``, ordered by name; nothing when there is no such folder.

        Raises PressroomError when the folder cannot be read.
        """
        ...

    def read(self, path: Path, most: int = LARGEST) -> bytes:
        """Return the bytes of a regular file; ``most`` is how many there may be.

        Raises PressroomError, before any is read, when there are more, or the file is missing, no regular
        file or unreadable.
        """
        ...

    def open(self, path: Path) -> BinaryIO:
        """Open a regular file of any length, to be read piece by piece and closed by the caller.

        Raises PressroomError when it is missing, no regular file or unreadable.
        """
        ...

    def write(self, path: Path, data: bytes) -> None:
        """Put ``data`` at ``path``, making its folder: whole or, when that fails, not at all.

        Raises MachineError when the machine will not take it (permission, full disk, limits), PressroomError
        when something that is no file stands in its place. What stood at ``path`` is then as it was.
        """
        ...

    def replace(self, path: Path, target: Path) -> None:
        """Give a file another name, in place of what is there at once. Raises as ``write`` does."""
        ...

    def keep(self, path: Path, name: Path) -> None:
        """Give what is at ``path`` a second name in its folder, under which it stays when it is replaced.

        Raises as ``write`` does.
        """
        ...

    def remove(self, path: Path) -> None:
        """Remove a file; one that is not there is as good as removed. Raises MachineError when it stays."""
        ...


class RealWorld:
    """The machine that Pressroom runs on, and the storages whose addresses it is given."""

    def now(self) -> datetime:
        """Return the time in UTC, or the one that SOURCE_DATE_EPOCH sets."""
        return _epoch(self.environment("SOURCE_DATE_EPOCH")) or datetime.now(UTC)

    def environment(self, name: str) -> str | None:
        """Return an environment variable."""
        return os.environ.get(name)

    def is_file(self, path: Path) -> bool:
        """Tell whether a regular file stands there."""
        if storage.is_address(path):
            return storage.is_file(path)
        return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises for a name that is too long

    def is_dir(self, path: Path) -> bool:
        """Tell whether a folder stands there."""
        if storage.is_address(path):
            return storage.is_dir(path)
        return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for a name that is too long

    def is_link(self, path: Path) -> bool:
        """Tell whether a symbolic link stands there."""
        return not storage.is_address(path) and os.path.islink(path)  # noqa: PTH114 - as for is_file

    def is_inside(self, path: Path, folder: Path) -> bool:
        """Tell whether ``path`` is below ``folder`` once all links are followed; storages know none."""
        if storage.is_address(path):
            return path.is_relative_to(folder)
        if path.parent == folder and path.name != ".." and not self.is_link(path):
            return True
        try:
            return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
        except (OSError, ValueError):  # no name that a system takes
            return False

    def is_own_file(self, path: Path) -> bool:
        """Tell whether a regular file of this user stands there."""
        if storage.is_address(path):
            return storage.is_file(path)
        try:
            held = os.lstat(path)
        except (OSError, ValueError):
            return False
        return stat.S_ISREG(held.st_mode) and (not hasattr(os, "geteuid") or held.st_uid == os.geteuid())

    def is_of_others(self, path: Path) -> bool:
        """Tell whether a file, or a link to one, is somebody else's; whoever called sudo is this user too."""
        if storage.is_address(path) or not hasattr(os, "geteuid"):
            return False
        sudo = os.environ.get("SUDO_UID", "") if os.geteuid() == 0 else ""
        own = {0, os.geteuid(), int(sudo) if sudo.isdecimal() else 0}
        try:
            return not {os.lstat(path).st_uid, os.stat(path).st_uid} <= own  # noqa: PTH116 - as for is_file
        except (OSError, ValueError):
            return False

    def list(self, folder: Path) -> tuple[Path, ...]:
        """Return what stands directly in ``folder``, ordered by name."""
        if storage.is_address(folder):
            return storage.entries(folder)
        try:
            names = os.listdir(folder)  # noqa: PTH208 - Path.iterdir costs an object a name before sorting
        except (FileNotFoundError, NotADirectoryError):
            return ()
        except OSError as error:
            raise _unreadable(folder, error) from error
        return tuple(folder / name for name in sorted(names))

    def read(self, path: Path, most: int = LARGEST) -> bytes:
        """Return the bytes of a regular file."""
        if storage.is_address(path):
            if storage.measure(path) > most:
                raise _too_long(path, most)
            return storage.read(path)
        with self.open(path) as file:
            try:
                if os.fstat(file.fileno()).st_size > most:
                    raise _too_long(path, most)
                data = file.read(most + 1)
            except OSError as error:
                raise _unreadable(path, error) from error
        if len(data) > most:  # it has grown meanwhile
            raise _too_long(path, most)
        return data

    def open(self, path: Path) -> BinaryIO:
        """Open a regular file to be read piece by piece."""
        if storage.is_address(path):
            return storage.open_file(path)
        try:
            # without O_NONBLOCK, opening a named pipe would wait for ever
            descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
        except OSError as error:
            raise _unreadable(path, error) from error
        except ValueError as error:  # a NUL in the name
            raise _missing(path) from error
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise _irregular(path)
        return os.fdopen(descriptor, "rb")

    def write(self, path: Path, data: bytes) -> None:
        """Write beside the target, force it to the disk, and rename over the target."""
        if storage.is_address(path):
            storage.write(path, data)
            return
        unfinished = path.parent / f"{UNFINISHED}{os.getpid()}-{os.urandom(6).hex()}"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                _write_through(unfinished, data)
                unfinished.replace(path)
            except BaseException:
                unfinished.unlink(missing_ok=True)
                raise
            _sync_folder(path.parent)
        except OSError as error:
            raise _unwritable(path, error) from error
        except ValueError as error:
            raise _missing(path) from error

    def replace(self, path: Path, target: Path) -> None:
        """Give a file another name."""
        try:
            path.replace(target)
            _sync_folder(target.parent)
        except OSError as error:
            raise _unwritable(target, error) from error

    def keep(self, path: Path, name: Path) -> None:
        """Give a file a second name, or copy it where the disk knows one name a file."""
        try:
            os.link(path, name, follow_symlinks=False)
        except OSError:
            self.write(name, self.read(path))

    def remove(self, path: Path) -> None:
        """Remove a file."""
        if storage.is_address(path):
            storage.remove(path)
            return
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise _unwritable(path, error) from error


class MemoryWorld:
    """A made-up machine whose files, variables and clock are plain values; folders are where files are.

    ``full_after`` bytes in all its files the disk is full.
    """

    def __init__(
        self,
        files: Mapping[str, bytes] | None = None,
        *,
        variables: Mapping[str, str] | None = None,
        now: datetime = datetime(2000, 1, 1, tzinfo=UTC),
        full_after: int | None = None,
    ) -> None:
        self.files = {Path(name): data for name, data in (files or {}).items()}
        self.variables = dict(variables or {})
        self.clock = now
        self.full_after = full_after

    def now(self) -> datetime:
        """Return the made-up time."""
        return _epoch(self.environment("SOURCE_DATE_EPOCH")) or self.clock

    def environment(self, name: str) -> str | None:
        """Return a made-up variable."""
        return self.variables.get(name)

    def is_file(self, path: Path) -> bool:
        """Tell whether a file stands there."""
        return path in self.files

    def is_dir(self, path: Path) -> bool:
        """Tell whether a file stands somewhere under ``path``."""
        return any(path in file.parents for file in self.files)

    def is_link(self, path: Path) -> bool:  # noqa: ARG002 - there are none
        """Tell that there are no links."""
        return False

    def is_inside(self, path: Path, folder: Path) -> bool:
        """Tell whether a path is below a folder by its name."""
        return Path(os.path.normpath(path)).is_relative_to(os.path.normpath(folder))

    def is_own_file(self, path: Path) -> bool:
        """Tell whether a file stands there."""
        return path in self.files

    def is_of_others(self, path: Path) -> bool:  # noqa: ARG002 - there is one user
        """Tell that all files are this user's."""
        return False

    def list(self, folder: Path) -> tuple[Path, ...]:
        """Return the files and folders directly under ``folder``, ordered by name."""
        depth = len(folder.parts)
        under: Iterable[Path] = (file for file in self.files if folder in file.parents)
        return tuple(sorted({folder / file.parts[depth] for file in under}))

    def read(self, path: Path, most: int = LARGEST) -> bytes:
        """Return the bytes of a file."""
        if self.is_dir(path):
            raise _irregular(path)
        if path not in self.files:
            raise _missing(path)
        if len(self.files[path]) > most:
            raise _too_long(path, most)
        return self.files[path]

    def open(self, path: Path) -> BinaryIO:
        """Open a file's bytes."""
        if self.is_dir(path):
            raise _irregular(path)
        if path not in self.files:
            raise _missing(path)
        return BytesIO(self.files[path])

    def write(self, path: Path, data: bytes) -> None:
        """Keep ``data`` as the file's bytes."""
        if self.is_dir(path):
            raise _unwritable(path, IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)))
        others = sum(len(held) for file, held in self.files.items() if file != path)
        if self.full_after is not None and others + len(data) > self.full_after:
            raise _unwritable(path, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
        self.files[path] = bytes(data)

    def replace(self, path: Path, target: Path) -> None:
        """Give a file another name."""
        if self.is_dir(target):
            raise _unwritable(target, IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)))
        self.files[target] = self.files.pop(path)

    def keep(self, path: Path, name: Path) -> None:
        """Keep a file's bytes under a second name."""
        self.files[name] = self.files[path]

    def remove(self, path: Path) -> None:
        """Forget a file."""
        self.files.pop(path, None)


def _epoch(seconds: str | None) -> datetime | None:
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise PressroomError(
            f"SOURCE_DATE_EPOCH is {seconds!r}, which is no time",
            cure="set it to whole seconds since 1970, or unset it",
            rule="bad-epoch",
        ) from error


def _write_through(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(descriptor)


def _sync_folder(folder: Path) -> None:
    # the rename itself is only safe from a power cut once its folder is on the disk
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:  # some network file systems cannot sync a folder; the file is whole all the same
        if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.EBADF}:
            raise
    finally:
        os.close(descriptor)


def _missing(path: Path) -> PressroomError:
    return PressroomError(
        "there is no such file", cure="check the name and its folder", rule="file-missing", where=str(path)
    )


def _irregular(path: Path) -> PressroomError:
    return PressroomError(
        "this is a folder or a device, not a file",
        cure="name the files in it one by one" if path.is_dir() else "name a file",
        rule="not-a-file",
        where=str(path),
    )


def _too_long(path: Path, most: int) -> PressroomError:
    return PressroomError(
        f"the file is larger than {most // 1_000_000} MB",
        cure="split it into several" if most == LARGEST else "keep what is needed of it alone",
        rule="file-too-large",
        where=str(path),
    )


def _unreadable(path: Path, error: OSError) -> PressroomError:
    if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG}:
        return _missing(path)
    if error.errno in {errno.EISDIR, errno.ENXIO}:
        return _irregular(path)
    return PressroomError(
        f"the file cannot be read ({error.strerror})",
        cure="give yourself the right to read it" if isinstance(error, PermissionError) else "check the disk",
        rule="file-unreadable",
        where=str(path),
    )


# what the machine says when it will not take a file, and what helps
_CURES = {
    errno.EACCES: "give yourself the right to write there, or choose another folder with --out",
    errno.EPERM: "give yourself the right to write there, or choose another folder with --out",
    errno.EROFS: "the disk is read-only; choose another folder with --out",
    errno.ENOSPC: "make room on the disk, or choose another folder with --out",
    errno.EDQUOT: "make room within your quota, or choose another folder with --out",
    errno.EFBIG: "raise the limit on the size of files (ulimit -f), or choose another folder with --out",
    errno.EMFILE: "raise the limit on open files (ulimit -n)",
}


def _unwritable(path: Path, error: OSError) -> PressroomError:
    where = str(path)
    if error.errno in {errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY}:
        return PressroomError(
            "a folder stands where this file belongs, or a file where its folder belongs",
            cure="move it away, or choose another folder with --out",
            rule="place-taken",
            where=where,
        )
    cure = _CURES.get(error.errno or 0, "check the disk, or choose another folder with --out")
    return MachineError(f"cannot be written ({error.strerror})", cure=cure, rule="cannot-write", where=where)

"""Files at addresses, "s3://bucket/brief.pdf", through fsspec; everything else is a path of this machine.

An address travels as a ``Path``, "s3:/bucket/…", without the second slash that a Path drops. What is written
is there whole or not at all: one PUT where the storage takes objects, a file beside the target and a rename
where it has folders.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from os import urandom
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from pressroom.errors import MachineError, PressroomError, UsageError

UNFINISHED = ".unfinished-"  # as pressroom.world has it for this machine
# storages with folders and a rename; all others take whole objects
_WITH_RENAME = frozenset({"sftp", "ssh", "smb", "ftp", "hdfs", "webhdfs", "arrow_hdfs", "dbfs"})
_MARKS = {ord(mark): None for mark in "+-_"}  # that a scheme may hold
_PACKAGES = {
    "s3": "s3fs",
    "s3a": "s3fs",
    "gs": "gcsfs",
    "gcs": "gcsfs",
    "az": "adlfs",
    "abfs": "adlfs",
    "abfss": "adlfs",
    "sftp": "paramiko",
    "ssh": "paramiko",
    "smb": "smbprotocol",
}


def is_address(path: PurePath | str) -> bool:
    """Tell whether this is an address ("s3:/…"), not a path of this machine ("/…", "C:/…", "a:b.txt")."""
    scheme, colon, _ = str(path).partition(":/")
    return bool(colon) and len(scheme) > 1 and scheme.translate(_MARKS).isalnum()


def shown(path: PurePath | str) -> str:
    """Return an address as people write it."""
    scheme, _, rest = str(path).partition(":/")
    return f"{scheme}://{rest.lstrip('/')}"


def read(path: Path) -> bytes:
    """Return the bytes of a file. Raises PressroomError when it is missing or cannot be read."""
    with _translate_errors(path) as (files, name):
        found: bytes = files.cat_file(name)
        return found


def measure(path: Path) -> int:
    """Return how many bytes a file has, 0 where its storage does not say. Raises as ``read`` does."""
    with _translate_errors(path) as (files, name):
        return int(files.info(name).get("size") or 0)


def open_file(path: Path) -> BinaryIO:
    """Open a file, to be read piece by piece. Raises PressroomError when it is missing or cannot be read."""
    with _translate_errors(path) as (files, name):
        opened: BinaryIO = files.open(name, "rb")
        return opened


def is_file(path: Path) -> bool:
    """Tell whether a file stands there."""
    with _translate_errors(path) as (files, name):
        return bool(files.isfile(name))


def is_dir(path: Path) -> bool:
    """Tell whether a folder, or anything with that beginning, stands there."""
    with _translate_errors(path) as (files, name):
        return bool(files.isdir(name))


def entries(folder: Path) -> tuple[Path, ...]:
    """Return what stands directly in a folder, by name; nothing where there is none."""
    with _translate_errors(folder) as (files, name):
        try:
            found = files.ls(name, detail=False, refresh=True)
        except FileNotFoundError:
            return ()
        except TypeError:  # a storage that keeps no listings has nothing to refresh
            found = files.ls(name, detail=False)
        return tuple(folder / each for each in sorted(each.rstrip("/").rpartition("/")[2] for each in found))


def write(path: Path, data: bytes) -> None:
    """Put ``data`` there, whole or not at all. Raises MachineError when the storage will not take it."""
    with _translate_errors(path, writing=True) as (files, name):
        if path.parts[0].rstrip(":") not in _WITH_RENAME:
            files.pipe_file(name, data)
            return
        files.makedirs(name.rpartition("/")[0], exist_ok=True)
        unfinished = f"{name.rpartition('/')[0]}/{UNFINISHED}{urandom(8).hex()}"
        try:
            files.pipe_file(unfinished, data)
            files.mv(unfinished, name)
        except BaseException:
            if files.exists(unfinished):
                files.rm_file(unfinished)
            raise


def remove(path: Path) -> None:
    """Remove a file; one that is not there is as good as removed."""
    with _translate_errors(path, writing=True) as (files, name):
        if files.isfile(name):
            files.rm_file(name)


@contextmanager
def _translate_errors(path: Path, *, writing: bool = False) -> Iterator[tuple[Any, str]]:
    """Yield the storage of an address and its name there; its errors are raised as ours, with a cure."""
    files, name = _open_storage(path)
    try:
        yield files, name
    except PressroomError:
        raise
    except FileNotFoundError as error:
        raise PressroomError(
            "there is no such file", cure="check the address", rule="file-missing", where=shown(path)
        ) from error
    except Exception as error:  # each storage has errors of its own
        kind = MachineError if writing else PressroomError
        raise kind(
            f"the storage refuses ({type(error).__name__}: {str(error)[:200]})",
            cure="check the address, your credentials for it, and the network",
            rule="storage",
            where=shown(path),
        ) from error


def _open_storage(path: Path) -> tuple[Any, str]:
    protocol = path.parts[0].rstrip(":")
    if ".." in path.parts:
        raise UsageError(
            "an address may not climb to another folder",
            cure="write it without ..",
            rule="address-climbs",
            where=shown(path),
        )
    try:
        import fsspec

        files = fsspec.filesystem(protocol)
    except (ImportError, ValueError) as error:
        package = _PACKAGES.get(protocol)
        raise MachineError(
            f"files at {protocol}:// need a package that is not installed ({error})",
            cure=f"install pressroom[cluster]{f' and {package}' if package else ''}",
            rule="missing-extra",
            where=shown(path),
        ) from error
    return files, "/".join(path.parts[1:])

"""Results of steps, kept between runs: an SQLite index and one file a result, named by its hash.

Several runs may share a store. Whatever is damaged, missing or locked costs time, never a wrong output; what
is damaged is reported. A row of the index counts only with the signature of the user's key.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from pressroom.cache.dependencies import digest
from pressroom.cache.key import is_signed, sign
from pressroom.errors import PressroomError
from pressroom.world import World

LARGEST = 500_000_000  # bytes of all results together; beyond it the ones unused for longest go
_SCHEMA = """
create table if not exists kept (
    key text primary key, sha256 text not null, signature text not null, size integer not null,
    used integer not null
) without rowid
"""
_LATER = "(select coalesce(max(used), 0) + 1 from kept)"


class DamagedError(ValueError):
    """What is kept is not what was put there."""


@dataclass(frozen=True, slots=True)
class Store:
    """A store in ``folder``. ``used`` counts uses, not seconds: no clock is asked."""

    folder: Path
    world: World
    largest: int = LARGEST

    def get(self, key: str) -> bytes | None:
        """Return the result kept under ``key``, None when there is none or the store cannot be used.

        Raises DamagedError when the result or the index is damaged.
        """
        try:
            with self._open_index() as index:
                row = index.execute("select sha256, signature from kept where key = ?", (key,)).fetchone()
                if row is None or not _is_own(key, *row):
                    return None
                index.execute(f"update kept set used = {_LATER} where key = ?", (key,))  # noqa: S608 - the inserted text is a constant
            data = self.world.read(self._locate(row[0]))
        except (sqlite3.Error, OSError, PressroomError):
            return None
        if digest(data) != row[0]:
            raise DamagedError(key)
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep a result; when the disk will not have it, do without."""
        sha256 = digest(data)
        try:
            self._refuse_links(self._locate(sha256).parent)
            self.world.write(self._locate(sha256), data)
            with self._open_index() as index:
                index.execute(
                    f"insert or replace into kept values (?, ?, ?, ?, {_LATER})",  # noqa: S608 - the inserted text is a constant
                    (key, sha256, sign(key.encode(), sha256.encode()), len(data)),
                )
                self._shrink(index)
        except (sqlite3.Error, OSError, PressroomError, DamagedError):
            return

    def size(self) -> int:
        """Return the bytes of all results together."""
        try:
            with self._open_index() as index:
                return int(index.execute("select coalesce(sum(size), 0) from kept").fetchone()[0])
        except (sqlite3.Error, OSError, DamagedError):
            return 0

    def _locate(self, sha256: str) -> Path:
        return self.folder / "results" / sha256[:2] / sha256

    @contextmanager
    def _open_index(self) -> Iterator[sqlite3.Connection]:
        self._refuse_links()
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / "index.sqlite"
        try:
            with closing(self._connect(path)) as connection, connection:
                yield connection
        except sqlite3.OperationalError:
            raise  # locked, or the disk is full: the index itself is sound
        except sqlite3.DatabaseError as error:
            # a damaged index is worth nothing; the results' files are found again as they are made again
            path.replace(path.with_suffix(".damaged"))
            for journal in ("-wal", "-shm"):
                path.with_name(path.name + journal).unlink(missing_ok=True)
            raise DamagedError(path.name) from error

    def _refuse_links(self, *further: Path) -> None:
        """Raise OSError where the store's folders or files are links, or no files: they lead elsewhere."""
        files = [self.folder / f"index.sqlite{journal}" for journal in ("", "-wal", "-shm")]
        for path in (self.folder.parent, self.folder, self.folder / "results", *further, *files):
            if self.world.is_link(path):
                raise OSError(f"{path} is a link")
        for path in files:
            if path.exists() and not self.world.is_file(path):
                raise OSError(f"{path} is no file")

    @staticmethod
    def _connect(path: Path) -> sqlite3.Connection:
        connection = sqlite3.connect(path, timeout=10)
        try:
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma synchronous = normal")
            connection.execute(_SCHEMA)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _shrink(self, index: sqlite3.Connection) -> None:
        excess = index.execute("select sum(size) from kept").fetchone()[0] - self.largest
        if excess <= 0:
            return
        excess += self.largest // 10  # so that the next many results find room without another look
        for key, sha256, signature, size in index.execute(
            "select key, sha256, signature, size from kept order by used"
        ).fetchall():
            if excess <= 0:
                return
            index.execute("delete from kept where key = ?", (key,))
            others = index.execute("select 1 from kept where sha256 = ?", (sha256,)).fetchone()
            if others is None and _is_own(key, sha256, signature):
                self.world.remove(self._locate(sha256))
            excess -= size


def _is_own(key: str, sha256: object, signature: object) -> bool:
    """Tell whether a row is as this user's run wrote it; its hash may be used as a file's name only then."""
    return (
        isinstance(sha256, str)
        and isinstance(signature, str)
        and is_signed(signature, key.encode("utf-8", "replace"), sha256.encode("utf-8", "replace"))
    )

"""What an editor changed, step by step, so that each can be taken back; and files that changed elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pressroom.cache.dependencies import digest
from pressroom.world import World

MOST_STEPS = 200
MOST_BYTES = 20_000_000  # of all that is kept to be taken back
_ONE_STROKE = 3.0  # seconds between edits of one text that are taken back together


@dataclass(frozen=True, slots=True)
class FileChange:
    """One change of one file: its bytes before and after, b"" where there is no file. ``kind`` names it."""

    path: Path
    before: bytes = field(repr=False)
    after: bytes = field(repr=False)
    kind: str
    at: float

    @property
    def size(self) -> int:
        """How many bytes it holds."""
        return len(self.before) + len(self.after)


class ChangedElsewhereError(Exception):
    """A file is no longer as the editor saw it: nothing was written. ``data`` is what it holds."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path, self.data = path, data
        super().__init__(f"{path} was changed elsewhere")


class History:
    """The changes of one source and its settings, made through here alone.

    A file is written only where it still holds what the change was made from.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._done: list[FileChange] = []
        self._undone: list[FileChange] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to make again."""
        return bool(self._undone)

    def read(self, path: Path) -> bytes:
        """Return the bytes of a file, b"" where there is none. Raises PressroomError as ``World.read``."""
        return self._world.read(path) if self._world.is_file(path) else b""

    def write(self, path: Path, before: str, data: bytes, kind: str) -> None:
        """Write a file that still has the digest ``before``.

        Raises ChangedElsewhereError where it has another one, MachineError where it cannot be written.
        """
        found = self.read(path)
        if digest(found) != before:
            raise ChangedElsewhereError(path, found)
        if data == found:
            return
        self._put(path, data, kind)
        change = FileChange(path, found, data, kind, self._world.now().timestamp())
        last = self._done[-1] if self._done else None
        if last and last.kind == kind == "text" and last.after == found and change.at - last.at < _ONE_STROKE:
            self._done[-1] = FileChange(path, last.before, data, kind, change.at)
        else:
            self._done.append(change)
        self._undone.clear()
        self._forget_oldest()

    def undo(self) -> FileChange | None:
        """Take back the last change; None where there is none.

        Raises as ``write``: a change that can no longer be taken back is forgotten.
        """
        if not self._done:
            return None
        change = self._done.pop()
        self._restore(change, change.after, change.before)
        self._undone.append(change)
        return change

    def redo(self) -> FileChange | None:
        """Make the change again that was taken back last; None where there is none. Raises as ``undo``."""
        if not self._undone:
            return None
        change = self._undone.pop()
        self._restore(change, change.before, change.after)
        self._done.append(change)
        return change

    def _restore(self, change: FileChange, expected: bytes, data: bytes) -> None:
        found = self.read(change.path)
        if found != expected:
            raise ChangedElsewhereError(change.path, found)
        self._put(change.path, data, change.kind)

    def _put(self, path: Path, data: bytes, kind: str) -> None:
        """Write a file; one of settings that says nothing more goes, a text stays though it is empty."""
        if data or kind == "text":
            self._world.write(path, data)
        else:
            self._world.remove(path)

    def _forget_oldest(self) -> None:
        kept = sum(change.size for change in self._done)
        while len(self._done) > MOST_STEPS or (kept > MOST_BYTES and len(self._done) > 1):
            kept -= self._done.pop(0).size

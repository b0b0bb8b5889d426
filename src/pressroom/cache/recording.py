"""A world that remembers what was asked of it: a build knows what it depends on without being told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from pressroom.cache.dependencies import ABSENT, digest, file_digest
from pressroom.world import World


@dataclass(slots=True)
class RecordingWorld:
    """Asks ``world`` and keeps every question with its answer in ``facts``, in the form of build.facts."""

    world: World
    facts: dict[str, str] = field(default_factory=dict)

    def now(self) -> datetime:
        """Return the time; nothing that is published may depend on it, so it is no fact."""
        return self.world.now()

    def read(self, path: Path) -> bytes:
        """Read a file."""
        data = self.world.read(path)
        self.facts[f"read {path}"] = digest(data)
        return data

    def open(self, path: Path) -> BinaryIO:
        """Open a file, whose whole content is the fact, however much of it is read."""
        file = self.world.open(path)
        self.facts[f"read {path}"] = file_digest(file)
        file.seek(0)
        return file

    def list(self, folder: Path) -> tuple[Path, ...]:
        """List a folder's entries, by name."""
        found = self.world.list(folder)
        names = "\0".join(sorted(path.name for path in found))
        self.facts[f"names {folder}"] = digest(names.encode("utf-8", "surrogateescape"))
        return found

    def is_file(self, path: Path) -> bool:
        """Tell whether there is a file."""
        found = self.world.is_file(path)
        self.facts[f"file {path}"] = str(found)
        return found

    def is_dir(self, path: Path) -> bool:
        """Tell whether there is a folder."""
        found = self.world.is_dir(path)
        self.facts[f"dir {path}"] = str(found)
        return found

    def environment(self, name: str) -> str | None:
        """Look up a variable of the environment."""
        value = self.world.environment(name)
        self.facts[f"environment {name}"] = ABSENT if value is None else value
        return value

    def write(self, path: Path, data: bytes) -> None:
        """Write a file, whole or not at all."""
        self.world.write(path, data)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        self.world.remove(path)

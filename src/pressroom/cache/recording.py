"""A world that records what is looked up in it: a build finds its dependencies as it goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from pressroom.cache.dependencies import ABSENT, digest, digest_file
from pressroom.world import LARGEST, World


@dataclass(slots=True)
class RecordingWorld:
    """Passes everything on to ``world`` and records each lookup with its fingerprint in ``dependencies``."""

    world: World
    dependencies: dict[str, str] = field(default_factory=dict)

    def now(self) -> datetime:
        """Return the time; nothing that is published may depend on it, so it is no dependency."""
        return self.world.now()

    def read(self, path: Path, most: int = LARGEST) -> bytes:
        """Read a file."""
        data = self.world.read(path, most)
        self.dependencies[f"read {path}"] = digest(data)
        return data

    def open(self, path: Path) -> BinaryIO:
        """Open a file, which is a dependency with its whole content, however much of it is read."""
        file = self.world.open(path)
        self.dependencies[f"read {path}"] = digest_file(file)
        file.seek(0)
        return file

    def list(self, folder: Path) -> tuple[Path, ...]:
        """List a folder's entries, by name."""
        found = self.world.list(folder)
        names = "\0".join(sorted(path.name for path in found))
        self.dependencies[f"names {folder}"] = digest(names.encode("utf-8", "surrogateescape"))
        return found

    def is_file(self, path: Path) -> bool:
        """Tell whether there is a file."""
        found = self.world.is_file(path)
        self.dependencies[f"file {path}"] = str(found)
        return found

    def is_dir(self, path: Path) -> bool:
        """Tell whether there is a folder."""
        found = self.world.is_dir(path)
        self.dependencies[f"dir {path}"] = str(found)
        return found

    def is_link(self, path: Path) -> bool:
        """Tell whether there is a link; nothing that is published may depend on it."""
        return self.world.is_link(path)

    def is_inside(self, path: Path, folder: Path) -> bool:
        """Tell whether a path is below a folder, links followed.

        A dependency is only that it is not: what is there and stays as it is may be reached as it likes.
        """
        found = self.world.is_inside(path, folder)
        if not found:
            self.dependencies[f"inside {folder}\0{path}"] = str(found)
        return found

    def is_own_file(self, path: Path) -> bool:
        """Tell whether there is a file of this user; nothing that is published may depend on it."""
        return self.world.is_own_file(path)

    def is_of_others(self, path: Path) -> bool:
        """Tell whether a file is somebody else's; nothing that is published may depend on it."""
        return self.world.is_of_others(path)

    def environment(self, name: str) -> str | None:
        """Look up a variable of the environment."""
        value = self.world.environment(name)
        self.dependencies[f"environment {name}"] = ABSENT if value is None else value
        return value

    def write(self, path: Path, data: bytes) -> None:
        """Write a file, whole or not at all."""
        self.world.write(path, data)

    def replace(self, path: Path, target: Path) -> None:
        """Give a file another name."""
        self.world.replace(path, target)

    def keep(self, path: Path, name: Path) -> None:
        """Give a file a second name."""
        self.world.keep(path, name)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        self.world.remove(path)

"""Where a project's files are: in its own folder, else in the default project that comes with the package."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from pressroom import storage
from pressroom.errors import UsageError
from pressroom.model.diagnostic import Diagnostic
from pressroom.world import World

SETTINGS = "report.toml"
TRUSTED = "PRESSROOM_TRUSTED"  # the variable with folders of others that are trusted, "*" for any
PRINTS = (".pdf",)  # what a program exports beside a text of the same name
DATA = (".csv", ".tsv", ".xlsx")  # what charts and rows of reports are made from, beside texts
_ABOUT = ("readme", "licence", "license", "changelog", "contributing", "requirements", "security", "notice")


def find_default_folder() -> Path:
    """Return the default project: seeds, templates and assets, in the wheel or in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_default"
    return installed if installed.is_dir() else package.parent.parent


@dataclass(frozen=True, slots=True)
class Place:
    """A project's folder, and the default project behind it."""

    root: Path
    default: Path

    def folder(self, *parts: str, world: World) -> Path:
        """Return a folder of the project, or the default project's of that name."""
        own = self.root.joinpath(*parts)
        return own if world.is_dir(own) else self.default.joinpath(*parts)

    def shown(self, path: Path) -> str:
        """Name a path as a message should: from the project's folder where it lies inside.

        Bytes of a name that are no UTF-8 are shown as U+FFFD: no output can carry them.
        """
        if storage.is_address(path):
            return storage.shown(path)
        bases = (base for base in (Path.cwd(), self.root) if path.is_relative_to(base))
        base = next(bases, None)
        return os.fsencode(path.relative_to(base) if base else path).decode("utf-8", "replace")

    def named(self, found: Diagnostic, default: str = "") -> Diagnostic:
        """Return a diagnostic that names its file as a message should; ``default`` where it names none."""
        if found.span:
            return found
        where = self.shown(Path(found.where)) if found.where else default
        return replace(found, where=where)


def find(start: Path, world: World) -> Place:
    """Return the project round ``start``: the nearest folder up from it with a report.toml, else itself.

    Raises UsageError for a report.toml of another user, unless its folder is said to be trusted.
    """
    for folder in (start, *start.parents):
        if world.is_file(folder / SETTINGS):
            _refuse_of_others(folder, world)
            return Place(folder, find_default_folder())
    return Place(start, find_default_folder())


def _refuse_of_others(folder: Path, world: World) -> None:
    """Refuse a project that somebody else put there: it says by which server mail goes, and more."""
    if not world.is_of_others(folder / SETTINGS):
        return
    trusted = (world.environment(TRUSTED) or "").split(os.pathsep)
    if "*" in trusted or str(folder) in trusted:
        return
    raise UsageError(
        f"the {SETTINGS} in {folder} belongs to another user of this machine",
        cure=f"work in a folder of your own; or say that you trust it: {TRUSTED}={folder}",
        rule="project-of-others",
    )


def list_sources(place: Place, world: World, known: Collection[str]) -> tuple[Path, ...]:
    """Return a project's sources by name: those in seeds/, else those in its own folder, else the samples.

    ``known`` are the readable endings. Raises UsageError where seeds/ has none.
    """
    own = place.root / "seeds"
    if not world.is_dir(own):
        texts = tuple(path for path in list_texts(place.root, world, known) if not _is_about(path))
        if texts:
            return texts
    return list_folder(place.folder("seeds", world=world), place, world, known)


def list_folder(folder: Path, place: Place, world: World, known: Collection[str]) -> tuple[Path, ...]:
    """Return the sources in a folder by name. Raises UsageError where there are none."""
    found = list_texts(folder, world, known)
    if not found:
        raise UsageError(
            f"no sources in {place.shown(folder)}",
            cure="put a text there, or name one: report make TEXT",
            rule="no-sources",
        )
    return found


def list_texts(folder: Path, world: World, known: Collection[str]) -> tuple[Path, ...]:
    """Return the files of a folder that can be read, by name, but for the prints and the data of others."""
    found = tuple(
        path
        for path in world.list(folder)
        if path.suffix.lower() in known and not path.name.startswith((".", "~", "_"))
    )
    others = {path.stem for path in found if path.suffix.lower() not in (*PRINTS, *DATA)}
    return tuple(
        path
        for path in found
        if not (path.suffix.lower() in PRINTS and path.stem in others)
        and not (path.suffix.lower() in DATA and others)
    )


def is_sample(path: Path, place: Place) -> bool:
    """Tell whether a source is one of the samples that come with Pressroom, in a project without any text."""
    return place.root != place.default and path.is_relative_to(place.default / "seeds")


def _is_about(path: Path) -> bool:
    """Tell whether a file tells of the folder that it stands in, as nearly every project has them."""
    return path.stem.lower().startswith(_ABOUT)

"""Where a project's files are: in its own folder, else in the default project that comes with the package."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from shlex import quote

from pressroom import storage
from pressroom.errors import UsageError
from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.project.files import TRUSTED, leads_out, list_trusted, require_inside
from pressroom.world import World

SETTINGS = "report.toml"
OUTPUTS = "dist"
SOURCES = "seeds"
NO_SOURCES = "no-sources"  # the rule of the error where there are none
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

    def find_output_folder(self, out: Path | None, world: World) -> Path:
        """Return ``out``, or else the project's own folder for outputs.

        Raises UsageError where that is a link out of the project: nobody has asked for files to be put there.
        """
        if out is not None:
            return out
        folder = self.root / OUTPUTS
        if leads_out(folder, self.root, world):
            raise UsageError(
                f"{OUTPUTS} is a link that leads out of this folder",
                cure=f"if outputs are to go there, say so: --out {self.typed(folder)}",
                rule="link-outside",
                where=self.shown(folder),
            )
        return folder

    def shown(self, path: Path) -> str:
        """Name a path as a message should: from the project's folder where it lies inside.

        Bytes of a name that are no UTF-8 are shown as U+FFFD: no output can carry them.
        """
        if storage.is_address(path):
            return storage.shown(path)
        bases = (base for base in (Path.cwd(), self.root) if path.is_relative_to(base))
        base = next(bases, None)
        return os.fsencode(path.relative_to(base) if base else path).decode("utf-8", "replace")

    def typed(self, path: Path) -> str:
        """Return a path as somebody in the current folder would type it in a command."""
        here = Path.cwd()
        return quote(str(path.relative_to(here) if path.is_relative_to(here) else path))

    def named(self, found: Diagnostic, default: str = "") -> Diagnostic:
        """Return a diagnostic that names its file as a message should; ``default`` where it names none."""
        if found.span:
            return found
        where = self.shown(Path(found.where)) if found.where else default
        return replace(found, where=where)


def find(start: Path, world: World) -> Place:
    """Return the project round ``start``: the nearest folder up from it with a report.toml, else itself.

    Raises UsageError for a report.toml of another user, unless its folder is said to be trusted, and for one
    that a link leads out of its folder to.
    """
    for folder in (start, *start.parents):
        if world.is_file(folder / SETTINGS):
            _refuse_of_others(folder, world)
            require_inside(folder / SETTINGS, folder, str(folder / SETTINGS), world)
            return Place(folder, find_default_folder())
    return Place(start, find_default_folder())


def _refuse_of_others(folder: Path, world: World) -> None:
    """Refuse a project that somebody else put there: it says by which server mail goes, and more."""
    if not world.is_of_others(folder / SETTINGS):
        return
    trusted = list_trusted(world)
    if "*" in trusted or str(folder) in trusted:
        return
    raise UsageError(
        f"the {SETTINGS} in {folder} belongs to another user of this machine",
        cure=f"work in a folder of your own; or say that you trust it: {TRUSTED}={folder}",
        rule="project-of-others",
    )


@dataclass(frozen=True, slots=True)
class Listing:
    """The sources of a folder by name; ``passed_over`` are those that a link leads out of it to."""

    sources: tuple[Path, ...]
    passed_over: tuple[Path, ...] = ()


def list_sources(place: Place, world: World, known: Collection[str]) -> Listing:
    """Return a project's sources: those in seeds/, else those in its own folder, else the samples.

    ``known`` are the readable endings. Raises UsageError where seeds/ has none, or is a link out of the
    project.
    """
    own = place.root / SOURCES
    if world.is_dir(own):
        require_inside(own, place.root, place.shown(own), world)
    else:
        found = list_texts(place.root, world, known)
        sources, passed_over = (
            tuple(path for path in paths if not _is_about(path))
            for paths in (found.sources, found.passed_over)
        )
        if sources or passed_over:
            return _require_some(Listing(sources, passed_over), place.root, place)
    return list_folder(place.folder(SOURCES, world=world), place, world, known)


def list_folder(folder: Path, place: Place, world: World, known: Collection[str]) -> Listing:
    """Return the sources in a folder. Raises UsageError where there are none."""
    return _require_some(list_texts(folder, world, known), folder, place)


def _require_some(found: Listing, folder: Path, place: Place) -> Listing:
    if found.sources:
        return found
    links = f" but {len(found.passed_over)} that links lead out of it to" if found.passed_over else ""
    raise UsageError(
        f"no sources in {place.shown(folder)}{links}",
        cure="put a text there, or name one: report make TEXT",
        rule=NO_SOURCES,
    )


def list_texts(folder: Path, world: World, known: Collection[str]) -> Listing:
    """Return the files of a folder that can be read, but for the prints and the data of others."""
    readable = tuple(
        path
        for path in world.list(folder)
        if path.suffix.lower() in known and not path.name.startswith((".", "~", "_"))
    )
    passed_over = tuple(path for path in readable if leads_out(path, folder, world))
    found = tuple(path for path in readable if path not in set(passed_over))
    others = {path.stem for path in found if path.suffix.lower() not in (*PRINTS, *DATA)}
    sources = tuple(
        path
        for path in found
        if not (path.suffix.lower() in PRINTS and path.stem in others)
        and not (path.suffix.lower() in DATA and others)
    )
    return Listing(sources, passed_over)


def report_passed_over(path: Path, place: Place) -> Diagnostic:
    """Return what is said of a source that is passed over."""
    shown = place.shown(path)
    return Diagnostic(
        Severity.WARNING,
        "link-outside",
        "this is a link that leads out of its folder, and is passed over",
        f"if it is to be made, name it: report make {place.typed(path)}",
        where=shown,
    )


def is_sample(path: Path, place: Place) -> bool:
    """Tell whether a source is one of the samples that come with Pressroom, in a project without any text."""
    return place.root != place.default and path.is_relative_to(place.default / SOURCES)


def _is_about(path: Path) -> bool:
    """Tell whether a file tells of the folder that it stands in, as nearly every project has them."""
    return path.stem.lower().startswith(_ABOUT)

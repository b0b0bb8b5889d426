"""Where ``--out`` leads: a folder, the file of a single report, or stdout; and a source from stdin."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pressroom.build.scratch import hold_temporary_folder
from pressroom.cache.dependencies import digest
from pressroom.cache.key import locate_own_folder
from pressroom.errors import MachineError, PressroomError, UsageError
from pressroom.pipeline.source import LARGEST
from pressroom.project.setting_values import OTHER_NAMES
from pressroom.readers import extensions
from pressroom.storage import is_address
from pressroom.world import World
from pressroom.writers import WRITERS

STREAM = Path("-")  # stdin as a source, stdout as an output
_LIKE_A_FILE = re.compile(r"\.[a-z]{3,5}")  # an ending; "out.2" and "reports.v3" are folders
_FORMATS = {f".{writer.ending}": name for name, writer in WRITERS.items()}


@dataclass(frozen=True, slots=True)
class Target:
    """The folder for outputs, None for the project's own; the name and the format of a single output's file.

    ``name`` is "" where each report has its own name, ``format`` "" where the settings tell the formats.
    """

    folder: Path | None = None
    name: str = ""
    format: str = ""
    is_stdout: bool = False


def parse_target(out: Path | None, formats: Sequence[str], sources: Sequence[Path]) -> Target:
    """Return where ``--out`` leads, from the formats and sources that are asked for.

    Raises UsageError for a file that cannot hold what is asked for.
    """
    if out is None or is_address(out):
        return Target(out)
    if out == STREAM:
        _require_single(out, sources, formats)
        return Target(name="stdout", format=formats[0] if formats else "pdf", is_stdout=True)
    suffix = out.suffix.lower()
    ending = _FORMATS.get(suffix, "")
    known = suffix in extensions() or suffix[1:] in OTHER_NAMES
    if not ending and not out.is_dir() and (known or _LIKE_A_FILE.fullmatch(suffix)):
        raise UsageError(
            f"--out {out} has the ending of a file that is not made",
            cure=f"end it in {', '.join(_FORMATS)}, or name a folder; one with a dot must be there",
            rule="wrong-output",
        )
    if not ending or out.is_dir():
        return Target(out)
    _require_single(out, sources, formats)
    if formats and formats[0] != ending:
        raise UsageError(
            f"--out {out} is a file of the format {ending}, and --format says {formats[0]}",
            cure="leave --format out, or name a folder",
            rule="wrong-output",
        )
    return Target(out.parent, re.sub(r"[{}]", "-", out.stem), ending)


def _require_single(out: Path, sources: Sequence[Path], formats: Sequence[str]) -> None:
    """Raise UsageError unless there are one source and one format: a file cannot hold several reports."""
    single = len(sources) == 1 and (sources[0] == STREAM or not sources[0].is_dir())
    if not single or len(formats) > 1:
        raise UsageError(
            f"--out {out} holds one report in one format, and more is asked for",
            cure="name one text and one format, or a folder for the outputs",
            rule="wrong-output",
        )


def refuse_with_stdout(options: Mapping[str, object]) -> None:
    """Raise UsageError for options, by their names, that print to stdout or need a file that stays."""
    given = [name for name, value in options.items() if value]
    if given:
        raise UsageError(
            f"{given[0]} does not go with --out -, which writes one file to stdout",
            cure=f"leave {given[0]} out, or name a file",
            rule="wrong-output",
        )


def write_to_stdout(make: Callable[[Path], int], format_name: str) -> int:
    """Run ``make`` with a folder of its own, then write the output in it to stdout; return its status."""
    if sys.stdout.isatty():
        raise UsageError(
            "--out - would print a file to the terminal",
            cure="send it on: report make TEXT --out - > brief.pdf",
            rule="wrong-output",
        )
    with tempfile.TemporaryDirectory(dir=hold_temporary_folder()) as folder:
        status = make(Path(folder))
        made = Path(folder) / f"stdout.{WRITERS[format_name].ending}"
        if made.is_file():
            sys.stdout.buffer.write(made.read_bytes())
            sys.stdout.buffer.flush()
    return status


def keep_stdin(folder: Path, world: World) -> Path:
    """Write what comes on stdin to a file that is kept for an output folder, and return its path.

    It is kept so that the same text is not made again; among this user's own data, since whoever can write to
    the output folder could put settings and pictures beside it. Raises UsageError for an address.
    """
    if is_address(folder):
        raise UsageError(
            "a text from stdin needs an output folder on this machine",
            cure="save it as a file first, or name a folder here with --out",
            rule="wrong-output",
        )
    path = locate_stdin(folder)
    data = sys.stdin.buffer.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise PressroomError(
            f"the text from stdin has more than {LARGEST // 1_000_000} MB",
            cure="split it, or take out what is no text",
            rule="source-too-large",
        )
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        world.write(path, data)
    except (OSError, MachineError):  # there is no such folder, and the text is made each time
        path = Path(hold_temporary_folder(), path.name)
        world.write(path, data)
    return path


def locate_stdin(folder: Path) -> Path:
    """Return where the text from stdin is kept for an output folder."""
    name = digest(os.fsencode(folder.absolute()))[:24]
    return Path(locate_own_folder(), "stdin", name, "stdin.txt")

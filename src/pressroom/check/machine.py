"""What Pressroom needs of the machine it runs on, and whether it is there.

``inspect`` looks at the machine, ``examine`` judges what was seen; the second is pure.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pressroom import libraries
from pressroom.sandbox.restrict import Restrictions, find_restrictions

PYTHON = (3, 11)
PANGO = (1, 44)
# The lowest version of each package that is fit for use: what the code calls is there, and no hole is known
# that a source or a template could reach. Raise them as advisories come out; the lock is always at or above.
PACKAGES: Mapping[str, str] = {
    "babel": "2.17",
    "charset-normalizer": "3.4",
    "click": "8.2",
    "css-inline": "0.24",
    "email-validator": "2.4",
    "fonttools": "4.61",  # CVE-2025-66034
    "jinja2": "3.1.6",  # CVE-2025-27516, a way out of the sandbox
    "justext": "3.0.2",
    "latex2mathml": "3.81",
    "lxml": "6.1.0",  # CVE-2026-41066, reading of local files
    "lxml-html-clean": "0.4.0",  # CVE-2024-52595, scripts that are left in
    "markdown-it-py": "4.1",
    "mathml-to-omml": "1.1.1",
    "matplotlib": "3.10",
    "mdit-py-plugins": "0.5",
    "numpy": "2.4",
    "openpyxl": "3.1",
    "pebble": "5.2",
    "pikepdf": "10.0",
    "pillow": "13.0.0",  # the heap overflows of October 2026 in JPEG and TIFF
    "pypdfium2": "5.0",
    "starlette": "1.10",
    "tomlkit": "0.15",
    "uvicorn": "0.54",
    "python-docx": "1.2.0",
    "pyyaml": "6.0",
    "trafilatura": "2.3",
    "watchfiles": "1.3",
    "weasyprint": "70.0",  # CVE-2026-55073 and CVE-2026-49452, fetching past the gate
    "ziamath": "0.13",
}
# Programs that some of the work is better with: what for, the names they go by, the Debian packages.
PROGRAMS = (
    (
        "LibreOffice",
        "to look at Word files as pages and to draw pictures in EMF and WMF",
        ("soffice", "libreoffice"),
        "libreoffice-writer-nogui libreoffice-draw-nogui",
    ),
    ("lp", "to print", ("lp",), "cups-client"),
)
_SECCOMP = "a Linux on x86_64 or aarch64 with seccomp"


class State(StrEnum):
    """How it stands with one thing."""

    OK = "ok"
    OLD = "too old"
    MISSING = "missing"
    CLOSED = "not writable"
    UNHELD = "not held"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked for: how it stands, and the cure where it is not well.

    ``needed`` is false for what Pressroom can do without.
    """

    name: str
    state: State
    detail: str
    cure: str = ""
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Machine:
    """What was seen of a machine.

    ``packages`` maps a name to its installed version, None where there is none; ``libraries`` those of
    ``pressroom.libraries`` that do not load; ``pango`` is its version, () where it is unknown; ``fonts`` are
    the font files that are not there; ``programs`` maps a name of PROGRAMS to its path; ``out`` is the folder
    for outputs and ``refusal`` what it says to being written, "" where it takes a file. ``restrictions`` are
    those that a process which opens files was found to be under.
    """

    python: tuple[int, ...]
    packages: Mapping[str, str | None]
    libraries: tuple[libraries.SystemLibrary, ...]
    pango: tuple[int, ...]
    fonts: tuple[str, ...]
    programs: Mapping[str, str | None]
    out: str
    refusal: str
    restrictions: Restrictions


def inspect(out: Path) -> Machine:
    """Ask this machine; ``out`` is where outputs will go, whether or not it is there yet."""
    return Machine(
        python=tuple(sys.version_info[:3]),
        packages={name: _find_version(name) for name in PACKAGES},
        libraries=libraries.missing(),
        pango=libraries.pango_version(),
        fonts=_find_absent_fonts(),
        programs={name: _find_program(names) for name, _, names, _ in PROGRAMS},
        out=str(out),
        refusal=_find_refusal(out),
        restrictions=find_restrictions(),
    )


def examine(machine: Machine) -> tuple[Finding, ...]:
    """Judge what was seen, one finding for each thing, in the order in which a user should mend them."""
    return (
        _examine_python(machine),
        *_examine_packages(machine),
        *_examine_libraries(machine),
        _examine_fonts(machine),
        _examine_out(machine),
        *_examine_programs(machine),
        *_examine_restrictions(machine),
    )


def is_well(findings: tuple[Finding, ...]) -> bool:
    """Tell whether all that is needed is there."""
    return all(finding.state is State.OK for finding in findings if finding.needed)


def _examine_python(machine: Machine) -> Finding:
    version = _format_release(machine.python)
    if machine.python < PYTHON:
        return Finding("Python", State.OLD, version, f"install Python {_format_release(PYTHON)} or newer")
    return Finding("Python", State.OK, version)


def _examine_packages(machine: Machine) -> Iterator[Finding]:
    cure = "run script/bootstrap in a clone, or: python -m pip install --upgrade pressroom"
    for name, lowest in PACKAGES.items():
        version = machine.packages[name]
        if version is None:
            yield Finding(name, State.MISSING, f"needs {lowest} or newer", cure)
        elif _parse_release(version) < _parse_release(lowest):
            yield Finding(name, State.OLD, f"{version}, needs {lowest} or newer", cure)
        else:
            yield Finding(name, State.OK, version)


def _examine_libraries(machine: Machine) -> Iterator[Finding]:
    for library in libraries.LIBRARIES:
        if library in machine.libraries:
            yield Finding(library.name, State.MISSING, "does not load", _suggest_install((library.package,)))
        elif library.name == "Pango" and machine.pango and machine.pango < PANGO:
            detail = f"{_format_release(machine.pango)}, needs {_format_release(PANGO)} or newer"
            yield Finding(library.name, State.OLD, detail, "use a newer release of your system")
        else:
            detail = _format_release(machine.pango) if library.name == "Pango" and machine.pango else "loads"
            yield Finding(library.name, State.OK, detail)


def _suggest_install(packages: tuple[str, ...]) -> str:
    return "; ".join(f"{system}: {command}" for system, command in libraries.commands(packages))


def _examine_fonts(machine: Machine) -> Finding:
    name = "fonts"
    if machine.fonts:
        cure = "run script/bootstrap in a clone, or install Pressroom again with all its requirements"
        return Finding(name, State.MISSING, ", ".join(machine.fonts), cure)
    return Finding(name, State.OK, "Source Serif Pro and Source Sans Pro, all faces")


def _examine_out(machine: Machine) -> Finding:
    name = "output folder"
    if machine.refusal:
        cure = "make it writable, or choose another folder with report make --out"
        return Finding(name, State.CLOSED, f"{machine.out} ({machine.refusal})", cure)
    return Finding(name, State.OK, machine.out)


def _examine_programs(machine: Machine) -> Iterator[Finding]:
    for name, purpose, _, packages in PROGRAMS:
        path = machine.programs[name]
        if path is None:
            cure = f"Debian, Ubuntu: sudo apt-get install -y {packages}"
            yield Finding(name, State.MISSING, f"only needed {purpose}", cure, needed=False)
        else:
            yield Finding(name, State.OK, path, needed=False)


def _examine_restrictions(machine: Machine) -> Iterator[Finding]:
    held = machine.restrictions
    for is_held, name, what, cure in (
        (held.files, "files", "opens files without writing to others", "a Linux 5.13 or newer with Landlock"),
        (held.sockets, "network", "opens files without any connection", _SECCOMP),
        (held.calls, "system calls", "opens files without rare calls of the system", _SECCOMP),
    ):
        if is_held:
            yield Finding(name, State.OK, f"a process {what}", needed=False)
        else:
            yield Finding(name, State.UNHELD, f"a process {what}", f"use {cure}", needed=False)


def _find_version(name: str) -> str | None:
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _find_absent_fonts() -> tuple[str, ...]:
    from pressroom.errors import MachineError
    from pressroom.fonts import font_files

    try:
        return tuple(font.path.name for font in font_files() if not font.path.is_file())
    except MachineError as error:
        return (error.diagnostic.message,)


def _find_program(names: tuple[str, ...]) -> str | None:
    from shutil import which

    return next((path for name in names if (path := which(name))), None)


def _find_refusal(out: Path) -> str:
    """Write a nameless file into ``out``, or into the folder it would be made in; return what went wrong."""
    from tempfile import TemporaryFile

    folder = out
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        with TemporaryFile(dir=folder) as file:
            file.write(b"probe")
            file.flush()
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _parse_release(version: str) -> tuple[int, ...]:
    """Return the numbers at the head of a version: "70.0" and "70.0rc1" are both (70, 0)."""
    numbers: list[int] = []
    for part in version.split("."):
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        if not digits:
            break
        numbers.append(int(digits))
        if digits != part:
            break
    while numbers and numbers[-1] == 0:  # 6.1 and 6.1.0 are one version
        numbers.pop()
    return tuple(numbers)


def _format_release(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))

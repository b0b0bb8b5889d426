"""The system libraries that setting pages needs, and what brings them.

Imports nothing but the standard library: script/bootstrap runs this file before anything is installed. It
then prints the Debian packages that are missing, or, given names of packages, the commands that install them.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SystemLibrary:
    """A shared library: the names it is loaded by on Linux and on macOS, and Debian's package of it."""

    name: str
    files: tuple[str, ...]
    package: str


# Pango's packages bring GObject and Fontconfig along, HarfBuzz subset's brings HarfBuzz: naming those would
# only add names that differ between one release of Debian and the next.
LIBRARIES = (
    SystemLibrary("GObject", ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib"), "libpango-1.0-0"),
    SystemLibrary("Pango", ("libpango-1.0.so.0", "libpango-1.0.dylib"), "libpango-1.0-0"),
    SystemLibrary("Pango FreeType", ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"), "libpangoft2-1.0-0"),
    SystemLibrary("Fontconfig", ("libfontconfig.so.1", "libfontconfig.1.dylib"), "libpangoft2-1.0-0"),
    SystemLibrary("HarfBuzz", ("libharfbuzz.so.0", "libharfbuzz.0.dylib"), "libharfbuzz-subset0"),
    SystemLibrary(
        "HarfBuzz subset", ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"), "libharfbuzz-subset0"
    ),
)


def loads(library: SystemLibrary) -> bool:
    """Tell whether the library is there, by really loading it."""
    for file in library.files:
        try:
            ctypes.CDLL(file)
        except OSError:
            continue
        return True
    return False


def missing() -> tuple[SystemLibrary, ...]:
    """Return the libraries that do not load."""
    return tuple(library for library in LIBRARIES if not loads(library))


def pango_version() -> tuple[int, ...]:
    """Return Pango's version, such as (1, 50, 12); () where it does not load."""
    for file in next(library.files for library in LIBRARIES if library.name == "Pango"):
        try:
            version = ctypes.CDLL(file).pango_version()
        except OSError:
            continue
        return (version // 10_000, version // 100 % 100, version % 100)
    return ()


def packages(libraries: Sequence[SystemLibrary]) -> tuple[str, ...]:
    """Return the Debian packages that bring them, each once."""
    return tuple(dict.fromkeys(library.package for library in libraries))


def commands(debian: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return for each system the command that installs what the Debian packages ``debian`` hold."""
    return (
        ("Debian, Ubuntu", f"sudo apt-get install -y {' '.join(debian)}"),
        ("Fedora", "sudo dnf install -y pango harfbuzz"),
        ("macOS", "brew install pango"),
    )


def main(names: Sequence[str]) -> None:
    """Print the missing packages, or the commands that install those named."""
    if names:
        for system, command in commands(names):
            print(f"  {system + ':':<16}{command}")  # noqa: T201 - bootstrap reads it
    else:
        print(*packages(missing()))  # noqa: T201 - bootstrap reads it


if __name__ == "__main__":
    main(sys.argv[1:])

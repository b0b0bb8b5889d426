"""What an installation and its user need once: compiled modules, parsed tables, the list of fonts.

A process that opens a document may not write where these are kept, so that none could leave anything there
for the next one. Without this, each would compile all modules anew that nobody has compiled yet.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import walk_packages

from pressroom.loading import install
from pressroom.loading.kept import is_own, locate_folder, name_kept
from pressroom.loading.patterns import keep_compiled
from pressroom.loading.sample import TEXT

_PACKAGE = Path(__file__).parent
_NOTHING = subprocess.DEVNULL
# what readers, checks and mails import beyond what a report of plain text does
_LIBRARIES = ("pikepdf", "pypdfium2", "openpyxl", "justext", "yaml", "charset_normalizer", "css_inline")


def prepare() -> None:
    """See that everything needed once is there; in all runs but the first, that costs a look at two folders.

    To be called while this process may still write. Whatever cannot be made is made by each run instead.
    """
    stamp, expected = _locate_stamp(), _describe()
    if not hasattr(os, "fork") or _read(stamp) == expected:
        return
    with suppress(OSError):
        stamp.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _lock(stamp):
            if _read(stamp) != expected and is_own(stamp.parent.stat()):
                _make_in_new_process()
                stamp.write_text(_describe(), encoding="utf-8")


def _locate_stamp() -> Path:
    fonts = os.environ.get("MPLCONFIGDIR", "")  # where matplotlib keeps its list of them
    parts = (str(_PACKAGE), sys.prefix, fonts)
    return Path(locate_folder(), name_kept("prepared", *map(os.fsencode, parts)))


def _describe() -> str:
    """Return the state of the installation: when its folders changed; a file that is replaced changes one."""
    folders = [_PACKAGE, *(Path(each.path) for each in _walk(_PACKAGE)), _find_libraries()]
    return "\n".join(f"{folder} {folder.stat().st_mtime_ns}" for folder in folders)


def _walk(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            if entry.name != "__pycache__" and entry.is_dir(follow_symlinks=False):
                yield entry
                yield from _walk(Path(entry.path))


def _find_libraries() -> Path:
    """Return the folder of what Pressroom is installed with."""
    spec = find_spec("jinja2")
    return Path(spec.origin).parent.parent if spec and spec.origin else _PACKAGE


def _read(stamp: Path) -> str:
    try:
        return stamp.read_text(encoding="utf-8")
    except OSError:
        return ""


@contextmanager
def _lock(stamp: Path) -> Iterator[None]:
    """Hold a lock, so that of several processes one prepares and the others wait."""
    import fcntl

    with stamp.with_suffix(".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _make_in_new_process() -> None:
    """Make all of it in a process that has compiled and loaded nothing yet."""
    command = [sys.executable, "-P", "-c", "from pressroom.preparing import make; make()"]
    subprocess.run(command, stdin=_NOTHING, stdout=_NOTHING, stderr=_NOTHING, check=False)  # noqa: S603 - ours


def make() -> None:
    """Make all of it. What fails is left to each run."""
    install()
    with keep_compiled():
        for each in (_compile, _make_report, _load_modules, _keep_tables):
            with suppress(Exception):
                each()


def _compile() -> None:
    from compileall import compile_dir

    if not sys.dont_write_bytecode:
        compile_dir(_PACKAGE, quiet=2)


def _make_report() -> None:
    """Make a small report in all formats: that imports what a report needs."""
    from tempfile import TemporaryDirectory

    from pressroom.cache.steps import Steps
    from pressroom.pipeline import report, source
    from pressroom.project.place import find
    from pressroom.project.settings import make_option_layer
    from pressroom.world import RealWorld
    from pressroom.writers import WRITERS

    with TemporaryDirectory() as name:
        text = Path(name, "wells.md")
        text.write_text(TEXT, encoding="utf-8")
        world, steps = RealWorld(), Steps("")
        place = find(text.parent, world)
        read = source.load(text, place, world, make_option_layer({}), steps)
        report.make(read, tuple(WRITERS), place, world, steps)


def _load_modules() -> None:
    modules = [each.name for each in walk_packages([str(_PACKAGE)], "pressroom.")]
    for name in (*_LIBRARIES, *modules):
        if not name.endswith("__main__"):
            with suppress(Exception):
                import_module(name)


def _keep_tables() -> None:
    from pressroom.figures.text.measure import measure_width
    from pressroom.loading.hyphenation import keep_dictionaries
    from pressroom.numbers.languages import LANGUAGES

    keep_dictionaries(LANGUAGES)
    for weight in (400, 600):
        measure_width("a", 1, weight)


if __name__ == "__main__":
    prepare()

"""LibreOffice's command: where it is, and what it is run with."""

from __future__ import annotations

import html
import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from shutil import which

from pressroom.fonts import font_files
from pressroom.world import World

USUAL_PLACE = "/usr/bin/soffice"
_LONGEST = 60  # seconds


def find_libreoffice() -> str | None:
    """Return where LibreOffice's command is, None where it is not installed."""
    return which("soffice")


def is_office_there(world: World) -> bool:
    """Look for LibreOffice by the world, which records the lookup: its coming or going changes the output."""
    return world.is_file(Path(find_libreoffice() or USUAL_PLACE))


def run_libreoffice(files: Sequence[Path], kind: str, folder: Path) -> str:
    """Have LibreOffice convert files into ``folder``; return what went wrong in words, "" for nothing known.

    It must be installed; ``kind`` is an ending, and the filter that writes it.
    """
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = find_libreoffice() or USUAL_PLACE
    command = [office, "--headless", profile, "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    environment = {
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "FONTCONFIG_FILE": str(_write_fontconfig(folder)),
        "PATH": "/usr/bin:/bin",
    }
    return _run(command, environment)


def _run(command: list[str], environment: dict[str, str]) -> str:
    """Run to the end or to the limit of time; return what went wrong in words, "" for all we know nothing."""
    out, error = subprocess.DEVNULL, subprocess.PIPE
    try:
        process = subprocess.Popen(  # noqa: S603 - the office that stands on the path
            command, stdin=out, stdout=out, stderr=error, env=environment, start_new_session=True
        )
    except OSError as problem:
        return str(problem)
    try:
        _, said = process.communicate(timeout=_LONGEST)
    except subprocess.TimeoutExpired:
        # the office is a process behind a launcher, and would outlive it
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return f"it took longer than {_LONGEST} seconds"
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines and process.returncode else ""


def _write_fontconfig(folder: Path) -> Path:
    folders = sorted({str(font.path.parent) for font in font_files()})
    listed = "".join(f"<dir>{html.escape(name, quote=False)}</dir>" for name in folders)
    cache = html.escape(str(folder / "cache"), quote=False)
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{listed}'
        f"<cachedir>{cache}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return path

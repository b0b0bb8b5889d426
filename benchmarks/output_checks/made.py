"""The outputs that are measured: of the samples, of the reports beside this module, of files by path."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
REPORTS = HERE / "reports"
_TIMEOUT = 900  # seconds for one report, also on a machine that has other work
TEXTS = (".md", ".txt", ".html")


def add_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("mail, validators")
    group.add_argument(
        "--files", type=Path, nargs="*", default=[], help="further sources, or folders of them"
    )


def make_outputs(
    asked: argparse.Namespace, folder: Path, formats: tuple[str, ...]
) -> tuple[list[Path], list[str]]:
    """Make all reports in ``folder``; return the stems of their files, without ending, and what was refused.

    Files of the same name in two places are told apart by a folder each. Raises RuntimeError for a report of
    the project's own that is not made; others may be refused with reason.
    """
    own = [ROOT / "seeds", _copy_reports(folder / "reports")]
    stems: list[Path] = []
    refused: list[str] = []
    for number, place in enumerate([*own, *asked.files]):
        sources = [place] if place.is_file() else sorted(each for each in place.iterdir() if _is_report(each))
        out = folder / str(number)
        missing, said = _run(sources, out, formats)
        if missing and place in own:
            raise RuntimeError(f"not made: {', '.join(missing)}\n{said}")
        refused += missing
        stems += [out / source.stem for source in sources if source.name not in missing]
    return stems, refused


def make_sample(name: str, ending: str, folder: Path, *options: str) -> Path:
    """Make a sample in a format with some options of the command line; return its file."""
    (source,) = (ROOT / "seeds").glob(f"{name}.*")
    missing, said = _run([source], folder, (ending,), *options)
    if missing:
        raise RuntimeError(f"not made: {name}\n{said}")
    return folder / f"{name}.{ending}"


def _is_report(path: Path) -> bool:
    return path.suffix in TEXTS and path.stem != "README"


def _copy_reports(folder: Path) -> Path:
    """Copy the reports beside this module, and draw the pictures that they name."""
    folder.mkdir(parents=True)
    for source in sorted(REPORTS.iterdir()):
        (folder / source.name).write_bytes(source.read_bytes())
    shape = Image.new("RGBA", (240, 120), (0, 0, 0, 0))
    ImageDraw.Draw(shape).ellipse((20, 20, 220, 100), fill=(0, 0, 0, 255))
    shape.save(folder / "shape.png")
    Image.linear_gradient("L").resize((900, 400)).convert("RGB").save(folder / "photo.jpg")
    return folder


def _run(sources: list[Path], out: Path, formats: tuple[str, ...], *options: str) -> tuple[list[str], str]:
    """Make some sources; return the names of those that lack one of the formats, and what was said."""
    asked = [part for name in formats for part in ("--format", name)]
    command = [
        sys.executable,
        "-m",
        "pressroom",
        "make",
        *map(str, sources),
        *asked,
        *("--timeout", str(_TIMEOUT)),
        *options,
        "--out",
        str(out),
    ]
    paths = {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), os.environ.get("PYTHONPATH", "")))}
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | paths, capture_output=True, text=True, check=False
    )
    endings = [{"email": "eml"}.get(name, name) for name in formats]
    missing = [
        source.name
        for source in sources
        if not all((out / f"{source.stem}.{ending}").is_file() for ending in endings)
    ]
    return missing, done.stderr

"""The command line of the programs that count what readers judged."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.tile_scores.corpus import HALVES


def make_parser(description: str | None, things: str) -> argparse.ArgumentParser:
    """Return a parser of the folder of texts, the half, and the sheets of the things that are judged."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path, nargs="?", help="the folder of extracted texts")
    parser.add_argument("--half", choices=HALVES, help="one half alone")
    parser.add_argument("--export", type=Path, metavar="FILE", help=f"write the {things} without a verdict")
    parser.add_argument(
        "--import", type=Path, metavar="FILE", dest="judged", help="take judgements back from a sheet"
    )
    return parser


def print_missing(found: int, wanted: int, folder: Path) -> None:
    """Say how many of the articles are not in the folder, if any are."""
    if found < wanted:
        print(f"{wanted - found} of {wanted} articles are not in {folder}")

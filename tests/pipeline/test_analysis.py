"""Data files of charts are read beside the source; one that is missing is told where it is named."""

from pathlib import Path

import pytest

from pressroom.cache.steps import Steps
from pressroom.errors import UsageError
from pressroom.model.diagnostic import LANGUAGE_GUESSED
from pressroom.model.figure import Figures
from pressroom.pipeline.analysis import analyse
from pressroom.pipeline.source import load
from pressroom.project.place import Place
from pressroom.project.settings import make_option_layer
from pressroom.world import MemoryWorld

CHART = b'# Sheep\n\n```chart\nmark = "bar"\ntitle = "Flocks"\ndata = "flocks.csv"\n```\n'
SIDECAR = b'lang = "en"\n\n[[figure]]\nmark = "bar"\ntitle = "Flocks"\ndata = "flocks.csv"\n'


def figures_of(name: str, **files: bytes) -> Figures:
    world = MemoryWorld({f"/p/{key.replace('_', '.')}": data for key, data in files.items()})
    steps = Steps("1")
    source = load(Path("/p") / name, Place(Path("/p"), Path("/p")), world, make_option_layer({}), steps)
    return analyse(source, world, steps).figures


def test_a_file_beside_the_source_is_drawn():
    drawn = figures_of("brief.md", brief_md=CHART, flocks_csv=b"farm,sheep\nHill,120\nDale,80\n").drawn
    assert [figure.categories for figure in drawn] == [("Hill", "Dale")]


@pytest.mark.parametrize(
    ("name", "files", "place"),
    [
        ("brief.md", {"brief_md": CHART}, "brief.md:3"),
        ("brief.txt", {"brief_txt": b"Sheep\n\nThey graze.\n", "brief_toml": SIDECAR}, "brief.toml:3"),
    ],
)
def test_a_missing_file_is_told_with_the_line_that_asks_for_it(name, files, place):
    with pytest.raises(UsageError, match=f"{place}.*no file flocks.csv"):
        figures_of(name, **files)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        (b"The harbour\n\nThe harbour is open again, and all of it was built within two years.\n", "note"),
        (b"Harbour 2026\n\nKiel, Hamburg, Bremen.\n", "warning"),
        (b"The harbour\n\n" + b"The harbour is open again, and all of it was built in two years. " * 5, ""),
    ],
)
def test_a_language_is_warned_of_where_another_is_as_likely_and_noted_where_words_are_few(text, severity):
    world = MemoryWorld({"/p/brief.txt": text})
    place = Place(Path("/p"), Path("/p"))
    source = load(Path("/p/brief.txt"), place, world, make_option_layer({}), Steps("1"))
    found = analyse(source, world, Steps("1")).diagnostics
    assert [each.severity for each in found if each.rule == LANGUAGE_GUESSED] == [severity] * bool(severity)

"""Data files of charts are read beside the source; one that is missing is told where it is named."""

from pathlib import Path

import pytest

from pressroom.cache.steps import Steps
from pressroom.errors import UsageError
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

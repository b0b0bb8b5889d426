"""The pictures of a text alone, for programs that draw none.

    python -P benchmarks/compared/pictures.py find SOURCE FILE | draw FILE FOLDER

``find`` keeps what is to be drawn, which is not measured; ``draw`` is a script that draws it with matplotlib.
"""

from __future__ import annotations

import sys
from pathlib import Path


def find_pictures(source: Path, kept: Path) -> None:
    """Keep the figures of a text as data, with the brand that they are drawn in."""
    from pressroom.cache import codec
    from pressroom.cache.steps import Steps
    from pressroom.pipeline import analysis
    from pressroom.pipeline.source import load
    from pressroom.project import brand as brands
    from pressroom.project.place import find
    from pressroom.project.settings import make_option_layer
    from pressroom.world import RealWorld

    world, steps = RealWorld(), Steps("benchmark")
    place = find(source.parent, world)
    read = load(source, place, world, make_option_layer({}), steps)
    brand = brands.load(place, world, read.settings.brand)[0]
    found = analysis.analyse(read, world, steps).figures
    panel = found.panel
    frames = (panel.in_row or len(panel.frames)) if panel else 0
    kept.write_bytes(codec.encode((brand, found.pictures, frames)))


def draw_pictures(kept: Path, out: Path) -> None:
    """Draw them for paper."""
    from pressroom.cache import codec

    brand, figures, frames = codec.decode(kept.read_bytes())
    out.mkdir(exist_ok=True)
    if figures:
        from pressroom.figures import draw, fit_canvas
        from pressroom.model.figure import Medium

        for figure in figures:
            drawing = draw(figure, brand, "en", fit_canvas(figure, Medium.PAPER, frames))
            (out / f"{figure.id}.svg").write_bytes(drawing.svg)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["find", source, kept]:
            find_pictures(Path(source), Path(kept))
        case ["draw", kept, out]:
            draw_pictures(Path(kept), Path(out))
        case _:
            sys.exit(__doc__)

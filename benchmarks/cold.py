"""Print what a cold start costs, as ratios of paired runs (medians).

    python -P benchmarks/cold.py SOURCE [RUNS]

1. `report make SOURCE --format pdf`, cold, against a bare script that imports WeasyPrint and matplotlib,
   draws the same figures and renders the same HTML.
2. `report --help`, and 3. a second `report make` with nothing changed, against `python -c pass`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
REPORT = [sys.executable, "-m", "pressroom"]

# the same page and figures, made beforehand by the product, and nothing else of it
BARE = """
import pathlib, sys
import matplotlib.figure
import matplotlib.backends.backend_svg
from weasyprint import CSS, HTML
from pressroom.cache import codec
folder = pathlib.Path(sys.argv[1])
figures = codec.decode((folder / "figures.json").read_bytes())
if figures[1]:
    from pressroom.figures import draw
    for figure in figures[1]:
        draw(figure, figures[0], "en")
HTML(string=(folder / "page.html").read_text()).write_pdf(
    folder / "bare.pdf", stylesheets=[CSS(string=(folder / "page.css").read_text())], pdf_tags=True
)
"""


def prepare(source: Path, folder: Path) -> None:
    """Put the composed page and its figures where the bare script finds them."""
    sys.path.insert(0, str(ROOT / "src"))
    from pressroom.cache import codec
    from pressroom.cache.steps import Steps
    from pressroom.pipeline import analysis, layout, report
    from pressroom.pipeline.source import load
    from pressroom.project.place import find
    from pressroom.project.settings import make_option_layer
    from pressroom.world import RealWorld
    from pressroom.writers.pdf.fetcher import collect_fonts
    from pressroom.writers.pdf.stylesheet import make_stylesheet

    world, steps = RealWorld(), Steps("benchmark")
    place = find(folder, world)
    read = load(source, place, world, make_option_layer({}), steps)
    found = analysis.analyse(read, world, steps)
    caught = []
    lay_out = layout.lay_out

    def catching(*arguments: object) -> object:
        result = lay_out(*arguments)
        caught.append(result[0])
        return result

    layout.lay_out = catching
    report.make(read, ("pdf",), place, world, steps)
    page = caught[0]
    html = page.html
    for ident, drawing in page.drawings.items():
        (folder / f"{ident}.svg").write_bytes(drawing.svg)
        html = html.replace(f"asset:{ident}", (folder / f"{ident}.svg").as_uri())
    css = make_stylesheet(page, page.report.paper)
    for name, font in collect_fonts().items():  # others know no "font:", and shall set the same letters
        css = css.replace(f"font:{quote(name)}", font.path.as_uri())
    (folder / "page.html").write_text(html)
    (folder / "page.css").write_text(css)
    (folder / "figures.json").write_bytes(codec.encode((page.report.brand, found.figures.drawn)))


def seconds(command: list[str], folder: Path) -> float:
    """Return how long a command takes."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)
    return time.perf_counter() - start


def compare(
    name: str, ours: Callable[[], float], other: Callable[[], float], runs: int, limit: float
) -> None:
    """Print the ratio of two medians, of runs taken in turn."""
    pairs = [(ours(), other()) for _ in range(runs)]
    first, second = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{name}: {1000 * first:.0f} ms / {1000 * second:.0f} ms = {first / second:.2f} (limit {limit})")


def main() -> None:
    """Print the three ratios."""
    source = Path(sys.argv[1]).resolve()
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(source, folder)
        bare = [sys.executable, "-c", BARE, str(folder)]
        nothing = [sys.executable, "-c", "pass"]
        make = [*REPORT, "make", str(source), "--format", "pdf"]
        seconds(make, folder)
        seconds(bare, folder)

        def cold() -> float:
            for path in (folder / "dist").rglob("*"):
                if path.is_file():
                    path.unlink()
            return seconds(make, folder)

        compare("cold make", cold, lambda: seconds(bare, folder), runs, 0.9)
        compare(
            "--help", lambda: seconds([*REPORT, "--help"], folder), lambda: seconds(nothing, folder), 15, 4
        )
        compare("nothing changed", lambda: seconds(make, folder), lambda: seconds(nothing, folder), 15, 8)


if __name__ == "__main__":
    main()

"""How long a figure takes to draw in a warm process, by kind: SVG, and SVG with PNG.

python -m benchmarks.figures
"""

from __future__ import annotations

import statistics
import time

from benchmarks.gallery import GALLERY, default_brand

from pressroom.figures import WIDE_MM, Canvas, draw
from pressroom.model.figure import Figure

ROUNDS = 7
LIMIT = 60.0  # milliseconds a figure


def milliseconds(figure: Figure, *, png: bool) -> float:
    """Return the median time of drawing one figure."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        draw(figure, default_brand(), "en", Canvas(WIDE_MM, png=png))
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print a line a figure of the gallery, and the slowest."""
    start = time.process_time()
    draw(GALLERY[0], default_brand(), "en")
    print(f"first figure, matplotlib loaded: {(time.process_time() - start) * 1000:.0f} ms")
    svg = {figure.id: milliseconds(figure, png=False) for figure in GALLERY}
    both = {figure.id: milliseconds(figure, png=True) for figure in GALLERY}
    for name, cost in svg.items():
        print(f"{name:<12} svg {cost:6.1f} ms   with png {both[name]:6.1f} ms")
    worst = max(svg, key=lambda name: svg[name])
    verdict = "held" if svg[worst] <= LIMIT else "missed"
    print(f"slowest: {worst}, {svg[worst]:.1f} ms; limit {LIMIT:.0f} ms: {verdict}")


if __name__ == "__main__":
    main()

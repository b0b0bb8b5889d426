"""Random data thrown at every kind of figure: how many of them have a label on another or outside.

python -m benchmarks.figures_readable [data sets a kind, 500 if not told] [the first one's number]
"""

from __future__ import annotations

import random
import sys
import warnings

from tests.figures.boxes import faults, plate
from tests.figures.test_readable import random_figure

from pressroom.figures import FIGURE_KINDS, NARROW_MM, WIDE_MM
from pressroom.figures.kinds import why_unreadable

FIRST = 10_000  # the tests take the lower numbers


def main(sets: int, first: int) -> int:
    """Print a line a kind, and each fault with the number that makes it anew; return how many there are."""
    warnings.simplefilter("error")
    every = 0
    for kind in FIGURE_KINDS:
        drawn = bad = 0
        for number in range(first, first + sets):
            rng = random.Random(f"{kind} {number}")
            figure = random_figure(kind, rng)
            if why_unreadable(figure):
                continue
            drawn += 1
            lang = rng.choice(("en", "de", "fr"))
            for width in (NARROW_MM, WIDE_MM):
                found = faults(plate(figure, width, lang))
                if found:
                    bad += 1
                    print(f"  {kind} {number} at {width:.0f} mm: {found[0]}")
        every += bad
        print(f"{kind:<10} {drawn:>4} drawn, {sets - drawn:>3} refused, {bad} at fault", flush=True)
    return every


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(given + [500, FIRST][len(given) :])) > 0)

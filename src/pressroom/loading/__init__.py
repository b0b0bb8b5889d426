"""Libraries loaded faster: what they would work out at each start is worked out once and kept.

Their modules run as they are. What they import is replaced where it is costly and can be kept, or is not used
in most runs. Whatever goes wrong with that, a module is imported as if this package were not there.
"""

from __future__ import annotations

import sys
from typing import Any

from pressroom.loading import plots, weasyprint
from pressroom.loading.stand_ins import StandInFinder

__all__ = ["install"]


def install() -> None:
    """Let modules of libraries be run so from now on; those that are loaded already stay as they are.

    For the processes of the command alone. A program that uses Pressroom as a library may need what is left
    out here, such as plots in three dimensions.
    """
    if not any(isinstance(each, StandInFinder) for each in sys.meta_path):
        finder: Any = StandInFinder({**weasyprint.RUNS, **plots.RUNS})
        sys.meta_path.insert(0, finder)

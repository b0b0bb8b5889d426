"""Labels side by side: moved apart as little as needed, never out of their space."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Return middles as near to ``wanted`` as may be, so that no two of the given heights overlap.

    All stay between ``low`` and ``high`` as long as the heights sum up to less; their order is that of
    ``wanted``.
    """
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    groups: list[list[int]] = []
    places: list[tuple[float, float]] = []  # (top, height) of each group
    for index in order:
        groups.append([index])
        places.append(_placed(groups[-1], wanted, heights, low, high))
        while len(groups) > 1 and places[-2][0] + places[-2][1] > places[-1][0]:
            joined = groups.pop()
            groups[-1] += joined
            places.pop()
            places[-1] = _placed(groups[-1], wanted, heights, low, high)
    middles = [0.0] * len(wanted)
    for group, (top, _) in zip(groups, places, strict=True):
        for index in group:
            middles[index] = top + heights[index] / 2
            top += heights[index]
    return middles


def _placed(
    group: Sequence[int], wanted: Sequence[float], heights: Sequence[float], low: float, high: float
) -> tuple[float, float]:
    total = sum(heights[index] for index in group)
    above = 0.0
    tops = []
    for index in group:
        tops.append(wanted[index] - heights[index] / 2 - above)
        above += heights[index]
    top = sum(tops) / len(tops)
    return max(min(top, high - total), low), total

"""From scores of arcs to a tree: the best heads, and Chu-Liu and Edmonds where those make no tree."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def find_heads(scores: Scores) -> list[int]:
    """The heads of the best tree with one root (-1). `scores[token, head]`; the last column is the root's."""
    count = scores.shape[0]
    scores = scores.copy()
    scores[np.arange(count), np.arange(count)] = -np.inf
    heads = scores.argmax(axis=1).tolist()
    if heads.count(count) != 1 or _find_cycle(heads) is not None:
        # a root costs more than all else together, so that the best tree has one alone
        scores[:, count] -= 2 * count * (1 + float(np.abs(scores[np.isfinite(scores)]).max()))
        square = np.full((count + 1, count + 1), -np.inf)
        square[:count] = scores
        heads = _find_arborescence(square)[:count]
    return [-1 if head == count else head for head in heads]


def _find_cycle(heads: list[int]) -> list[int] | None:
    """Tokens that hang from each other in a circle; a head past the end of the list is the root."""
    seen = [0] * len(heads)
    for start in range(len(heads)):
        path = []
        node = start
        while node < len(heads) and not seen[node]:
            seen[node] = start + 1
            path.append(node)
            node = heads[node]
        if node < len(heads) and seen[node] == start + 1:
            return path[path.index(node) :]
    return None


def _find_arborescence(scores: NDArray[np.float64]) -> list[int]:
    """Chu-Liu and Edmonds; the last node is the root. A circle becomes one node, and opens where entered."""
    root = len(scores) - 1
    heads: list[int] = scores[:root].argmax(axis=1).tolist()
    cycle = _find_cycle(heads)
    if cycle is None:
        return heads
    ring = np.array(cycle)
    inside = np.zeros(root + 1, dtype=bool)
    inside[ring] = True
    rest = np.flatnonzero(~inside)  # the root stays last
    kept = scores[ring, np.array(heads)[ring]]
    entering = scores[ring][:, rest] - kept[:, None]
    leaving = scores[rest][:, ring]
    place = len(rest) - 1  # the circle takes the place before the root
    outside = scores[rest][:, rest]
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:place, :place], small[:place, -1] = outside[:place, :place], outside[:place, -1]
    small[-1, :place], small[-1, -1] = outside[-1, :place], outside[-1, -1]
    nodes = [*range(place), len(rest)]
    small[place, nodes] = entering.max(axis=0)
    small[nodes, place] = leaving.max(axis=1)
    solved = _find_arborescence(small)
    back = [*rest[:-1].tolist(), -1, root]
    for node, head in enumerate(solved):
        if node == place:
            where = nodes.index(head)
            entry = int(entering[:, where].argmax())
            heads[cycle[entry]] = int(rest[where])
        else:
            token = back[node]
            heads[token] = cycle[int(leaving[node].argmax())] if head == place else back[head]
    return heads

"""The network: features of words, through convolutions and attention, to scores of tags, arcs and relations.

It is that of benchmarks/syntax/train.py, computed with numpy for one sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pressroom.syntax.features import find_features
from pressroom.syntax.weights import Array, NetworkWeights

_GELU, _CUBIC = np.float32(0.7978845608), np.float32(0.044715)


@dataclass(frozen=True, slots=True)
class SentenceScores:
    """What the network thinks of a sentence of n tokens; relations are scored once the heads are known."""

    tags: Array  # (n, tags)
    arcs: Array  # (n, n + 1): how well each token hangs from each other one, and from the root (last)
    tokens: Array  # (n, k): each token as one that depends
    heads: Array  # (n + 1, k): each token, and the root, as one that governs


def score_sentence(words: Sequence[str], weights: NetworkWeights) -> SentenceScores:
    """Run the network over the words of one sentence."""
    given = weights.arrays
    x = _map(_find_vectors(words, weights), "mix", given)
    for at, distance in enumerate(weights.blocks):
        name = f"blocks.{at}"
        y = _normalise(x, f"{name}.norm", given)
        x = x + (_look_around(y, distance, name, given) if distance else _attend(y, name, given))
    x = _normalise(x, "norm", given)
    heads = np.concatenate([x, given["root"][None]])
    wanted: Array = _with_one(_bend(x, "arc_token", given)) @ given["arc"]
    arcs: Array = wanted @ _bend(heads, "arc_head", given).T
    return SentenceScores(
        _map(x, "tag", given),
        arcs,
        _with_one(_bend(x, "rel_token", given)),
        _with_one(_bend(heads, "rel_head", given)),
    )


def score_relations(scores: SentenceScores, heads: Sequence[int], weights: NetworkWeights) -> Array:
    """How well each relation fits between each token and its head (-1: the root); (n, relations)."""
    matrix = weights.arrays["rel"]
    size, relations, _ = matrix.shape
    left = (scores.tokens @ matrix.reshape(size, -1)).reshape(len(heads), relations, size)
    right = scores.heads[np.asarray(heads)]  # -1 is the root, the last row
    found: Array = np.matmul(left, right[:, :, None])[:, :, 0]
    return found


def _find_vectors(words: Sequence[str], weights: NetworkWeights) -> Array:
    features = [find_features(word) for word in words]
    parts = []
    for at, table in enumerate(weights.tables):
        rows: NDArray[np.intp] = np.array([table.rows.get(values[at], 0) for values in features])
        parts.append(table.vectors[rows] * table.scales[rows, None])
    return np.concatenate(parts, axis=1)


def _look_around(x: Array, distance: int, name: str, given: dict[str, Array]) -> Array:
    """Each word with those at a distance to its left and right, through a gate."""
    count, width = x.shape
    around = np.zeros((count, 3 * width), dtype=np.float32)
    around[distance:, :width] = x[:-distance]
    around[:, width : 2 * width] = x
    around[:-distance, 2 * width :] = x[distance:]
    y = _map(around, f"{name}.mix", given)
    found: Array = y[:, :width] * (0.5 + 0.5 * np.tanh(0.5 * y[:, width:]))
    return found


def _attend(x: Array, name: str, given: dict[str, Array]) -> Array:
    """Each word with all others, by what they are and how far off they stand."""
    distances = given[f"{name}.distance"]
    count, width = x.shape
    heads, far = len(distances), distances.shape[1] // 2
    asks, keys, values = (
        _map(x, f"{name}.ask", given).reshape(count, 3, heads, width // heads).transpose(1, 2, 0, 3)
    )
    near = distances[:, _find_distances(count, far)]
    fits = asks @ keys.transpose(0, 2, 1) / np.float32(np.sqrt(width // heads)) + near
    shares = np.exp(fits - fits.max(axis=2, keepdims=True))
    shares /= shares.sum(axis=2, keepdims=True)
    return _map((shares @ values).transpose(1, 0, 2).reshape(count, width), f"{name}.out", given)


@lru_cache(maxsize=160)
def _find_distances(count: int, far: int) -> NDArray[np.intp]:
    """How far off each of ``count`` words stands from each, as a column of the table of distances."""
    at = np.arange(count)
    found: NDArray[np.intp] = np.clip(at[None] - at[:, None], -far, far) + far
    return found


def _map(x: Array, name: str, given: dict[str, Array]) -> Array:
    found: Array = x @ given[f"{name}.weight"]
    found += given[f"{name}.bias"]
    return found


def _normalise(x: Array, name: str, given: dict[str, Array]) -> Array:
    width = np.float32(x.shape[1])
    total: Array = np.add.reduce(x, axis=1, keepdims=True)
    y = x - total / width
    squares: Array = np.add.reduce(y * y, axis=1, keepdims=True)
    found: Array = (
        y / np.sqrt(squares / width + np.float32(1e-5)) * given[f"{name}.weight"] + given[f"{name}.bias"]
    )
    return found


def _bend(x: Array, name: str, given: dict[str, Array]) -> Array:
    """A linear map and a GELU, in its tanh form."""
    y = _map(x, name, given)
    found: Array = 0.5 * y * (1 + np.tanh(_GELU * (y + _CUBIC * y * y * y)))
    return found


def _with_one(x: Array) -> Array:
    found: Array = np.concatenate([x, np.ones((len(x), 1), dtype=np.float32)], axis=1)
    return found

"""The model of tiles is fitted by a regression of its own, and what it writes is what the product reads."""

from __future__ import annotations

import numpy as np
from benchmarks.fit_tiles import fit, write_weights

from pressroom.numbers.gate import fidelity_weights


def test_a_feature_that_tells_the_true_ones_weighs_most() -> None:
    rng = np.random.default_rng(1)
    table = rng.random((200, 3))
    true = (table[:, 1] > 0.5).astype(float)
    constant, weights = fit(table, true)
    assert abs(weights[1]) > 3 * max(abs(weights[0]), abs(weights[2]))
    chances = 1 / (1 + np.exp(-(constant + table @ weights)))
    assert ((chances > 0.5) == true).mean() > 0.9


def test_without_any_feature_the_constant_is_the_share_of_the_true_ones() -> None:
    constant, weights = fit(np.zeros((40, 1)), np.array([1.0] * 30 + [0.0] * 10))
    assert abs(1 / (1 + np.exp(-constant)) - 0.75) < 1e-6
    assert abs(weights[0]) < 1e-9


def test_what_is_written_is_a_module_with_the_weights_the_heaviest_first() -> None:
    held: dict[str, object] = {}
    exec(write_weights(["a", "b", "c"], 0.5, np.array([0.1, -2.0, 0.001])), held)
    assert held["WEIGHTS"] == (0.5, {"b": -2.0, "a": 0.1})
    assert held["__doc__"] == fidelity_weights.__doc__

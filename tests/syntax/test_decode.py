"""The best tree is found: against all trees of a short sentence, and in circles and with many roots."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pressroom.syntax.decode import find_heads


def is_tree(heads):
    if heads.count(-1) != 1:
        return False
    for start in range(len(heads)):
        node, steps = start, 0
        while node != -1:
            node, steps = heads[node], steps + 1
            if steps > len(heads):
                return False
    return True


def best_score(scores):
    count = len(scores)
    return max(
        sum(scores[token, head] for token, head in enumerate(heads))
        for heads in product(range(-1, count), repeat=count)
        if is_tree(list(heads))
    )


@given(st.integers(1, 5), st.integers(0, 10_000))
def test_no_tree_is_better(count, seed):
    scores = np.random.default_rng(seed).normal(size=(count, count + 1)).astype(np.float32)
    heads = find_heads(scores)
    assert is_tree(heads)
    found = sum(scores[token, head] for token, head in enumerate(heads))
    assert np.isclose(found, best_score(scores), atol=1e-4)


@given(st.integers(6, 80), st.integers(0, 10_000))
def test_a_long_sentence_has_one_root_and_no_circle(count, seed):
    scores = np.random.default_rng(seed).normal(size=(count, count + 1)).astype(np.float32)
    assert is_tree(find_heads(scores))


def test_a_circle_is_opened_where_it_costs_least():
    scores = np.array([[0, 9, 1], [9, 0, 3]], dtype=np.float32)
    assert find_heads(scores) == [1, -1]


def test_one_of_two_roots_is_kept():
    scores = np.array([[0, 2, 5], [1, 0, 9]], dtype=np.float32)
    assert find_heads(scores) == [1, -1]

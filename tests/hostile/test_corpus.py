"""What the fuzzer found is read again: each input is read, or refused as any other."""

import pytest

from tests.hostile.corpus import read_corpus
from tests.hostile.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_that_was_found_is_a_fault(name):
    inputs = read_corpus(name)
    assert inputs
    for data in inputs:
        TARGETS[name](data)

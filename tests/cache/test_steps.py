import pytest

from pressroom.cache.steps import Steps
from pressroom.cache.store import Store
from pressroom.model.inline import Text
from pressroom.world import RealWorld


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path, RealWorld())


def take(store, ingredients=("a", 1), *, program="1", name="step"):
    steps = Steps(program, store)
    result = steps.take(name, ingredients, lambda: Text(f"{ingredients}"))
    assert result == Text(f"{ingredients}")
    return steps.made, steps.kept


def test_a_step_is_made_once(store):
    assert take(store) == (["step"], [])
    assert take(store) == ([], ["step"])


@pytest.mark.parametrize("other", [{"ingredients": ("a", 2)}, {"program": "2"}, {"name": "other"}])
def test_other_ingredients_another_program_or_step_is_made(store, other):
    take(store)
    assert take(store, **other)[1] == []


def test_without_a_store_every_step_is_made():
    assert take(None) == (["step"], [])
    assert take(None) == (["step"], [])


def test_a_kept_result_that_is_no_value_is_made_again(store):
    take(store)
    steps = Steps("1", store)
    store.put(steps._make_key("step", ("a", 1)), b"{}")
    assert take(store) == (["step"], [])

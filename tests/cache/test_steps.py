import pytest

from pressroom.cache.codec import encode
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


def test_nothing_is_hashed_where_nothing_is_kept(monkeypatch):
    hashed = []
    monkeypatch.setattr("pressroom.cache.steps.encode", lambda value: hashed.append(value) or encode(value))
    assert take(None) == (["step"], [])
    assert hashed == []


def test_ingredients_are_hashed_once(store, monkeypatch):
    hashed = []
    monkeypatch.setattr("pressroom.cache.steps.encode", lambda value: hashed.append(value) or encode(value))
    take(store)
    assert len(hashed) == 2  # the ingredients, and the result


def test_without_a_store_every_step_is_made():
    assert take(None) == (["step"], [])
    assert take(None) == (["step"], [])


@pytest.mark.parametrize("damage", ["no value", "changed file", "index"])
def test_a_damaged_result_is_made_again_and_one_note_says_so(store, damage):
    take(store)
    steps = Steps("1", store)
    key = steps._make_key("step", ("a", 1))
    if damage == "no value":
        store.put(key, b"{}")
    elif damage == "changed file":
        next(path for path in store.folder.rglob("?" * 64)).write_bytes(encode(Text("wrong")))
    else:
        (store.folder / "index.sqlite").write_bytes(b"not a database" * 400)
    assert steps.take("step", ("a", 1), lambda: Text("right")) == Text("right")
    assert (steps.made, steps.kept, steps.damaged) == (["step"], [], ["step"])
    (note,) = steps.report_damage("brief.txt")
    assert note.rule == "kept-result-damaged"
    assert str(note).startswith("brief.txt: note: what was kept from an earlier run could not be read")
    later = Steps("1", store)
    later.take("step", ("a", 1), lambda: Text("right"))
    assert (later.kept, later.report_damage("brief.txt")) == (["step"], ())


def test_a_result_that_cannot_be_kept_is_a_fault_at_once(store):
    with pytest.raises(TypeError, match="a value of object cannot be kept"):
        Steps("1", store).take("step", 1, object)

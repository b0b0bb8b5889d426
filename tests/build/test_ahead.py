"""What a process of its own has found beside the loading of WeasyPrint."""

import os

import pytest

from pressroom.build import ahead
from pressroom.build.ahead import run_ahead
from pressroom.build.isolation import CAN_FORK
from pressroom.cache.steps import Steps
from pressroom.cache.store import Store
from pressroom.model.inline import Text
from pressroom.world import RealWorld

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="no fork on this system")


@pytest.fixture(params=["with a store", "without"])
def steps(request, tmp_path, monkeypatch):
    monkeypatch.setattr(ahead, "import_module", lambda _: None)
    return Steps("1", Store(tmp_path, RealWorld()) if request.param == "with a store" else None)


def test_its_results_are_found_here_and_count_as_made(steps):
    run_ahead(lambda there: there.take("step", 1, lambda: Text(f"by {os.getpid()}")), steps)
    found = steps.take("step", 1, lambda: Text(f"by {os.getpid()}"))
    assert found != Text(f"by {os.getpid()}")
    assert (steps.made, steps.kept) == (["step"], [])


def test_what_was_kept_before_counts_as_kept(steps):
    first = Steps("1", steps.store)
    first.take("step", 1, lambda: Text("first"))
    run_ahead(lambda there: there.take("step", 1, lambda: Text("second")), steps)
    found = steps.take("step", 1, lambda: Text("third"))
    assert (found, steps.kept) == ((Text("first"), ["step"]) if steps.store else (Text("second"), []))


@pytest.mark.parametrize("how", ["fails", "dies"])
def test_what_fails_there_is_done_here(steps, how):
    def first_half(there: Steps) -> None:
        there.take("step", 1, lambda: Text("there"))
        if how == "dies":
            os._exit(3)
        raise ValueError(how)

    run_ahead(first_half, steps)
    found = steps.take("step", 1, lambda: Text("here"))
    known = how == "fails" or steps.store is not None
    assert found == Text("there" if known else "here")

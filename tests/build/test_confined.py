"""Work on what was handed in: its results and errors come from another process."""

import os
from types import SimpleNamespace

import pytest

from pressroom.build import isolation
from pressroom.build.confined import run_confined, stream_confined
from pressroom.errors import UsageError
from tests.build.test_isolation import PATIENT, limits

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")


def refuse(name: str) -> None:
    raise UsageError("no", cure="yes", rule="odd", where=name)


def test_the_work_is_done_elsewhere_and_its_result_comes_back():
    assert run_confined("a.txt", os.getppid) == os.getpid()


def test_its_error_is_raised_here_with_its_status():
    with pytest.raises(Exception, match=r"a\.txt: error: no\. Cure: yes") as caught:
        run_confined("-", refuse, "a.txt")
    assert (caught.value.status, caught.value.diagnostic.rule) == (2, "odd")


def test_what_nobody_foresaw_names_the_file():
    with pytest.raises(Exception, match=r"a\.txt: error: .*ZeroDivisionError"):
        run_confined("a.txt", divmod, 1, 0)


def test_a_limit_names_the_file():
    with pytest.raises(Exception, match=r"a\.txt: error: it needed more than the limit"):
        run_confined("a.txt", bytes, 100_000_000_000)


def test_items_come_as_they_are_asked_for_and_no_faster():
    def count(send):
        for number in range(100_000):
            send(number)

    stream = stream_confined("a", count, limits(PATIENT))
    assert [next(stream) for _ in range(3)] == [0, 1, 2]
    stream.close()  # ends the process, which still waits to be read from


def test_time_spent_here_does_not_count(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(isolation, "time", SimpleNamespace(monotonic=lambda: now[0]))
    stream = stream_confined("a", lambda send: [send(1), send(2)], limits(PATIENT))
    assert next(stream) == 1
    now[0] += 10 * PATIENT
    assert list(stream) == [2]

"""Reports built on a Dask cluster of this machine."""

import os
import signal

import pytest

from pressroom.build.isolation import Limits
from pressroom.build.plan import Plan
from pressroom.build.scheduler import Order, run
from pressroom.errors import MachineError, UsageError
from pressroom.project.matrix import Matrix
from pressroom.project.place import Place
from pressroom.project.settings import command_line
from pressroom.world import RealWorld
from tests.making import ROOT

pytest.importorskip("distributed")
from pressroom.build import cluster

TEXT = "Wells in {{ row.town }}\n\nThe council counted {{ row.wells }} wells in {{ row.town }} in March.\n"
# Dask closes sockets of workers that were killed later than Python likes
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def order(tmp_path):
    (tmp_path / "wells.txt").write_text(TEXT)
    rows = [f"Town {number},{number + 20}" for number in range(12)]
    (tmp_path / "rows.csv").write_text("\n".join(["town,wells", *rows]))
    plan = Plan((tmp_path / "wells.txt",), command_line({}), (Matrix(data="rows.csv"),))
    return Order(plan, tmp_path / "dist", limits=Limits(seconds=60))


def made(order, engine=None) -> dict[str, str]:
    place = Place(order.out.parent, ROOT)
    outcomes = list(run(order, place, RealWorld(), engine=engine))
    assert [outcome.diagnostics for outcome in outcomes if outcome.state == "failed"] == []
    return {outcome.stem: ",".join(outcome.outputs.values()) for outcome in outcomes}


@pytest.mark.timeout(300)
def test_a_cluster_makes_the_same_bytes_though_a_worker_is_lost(order, tmp_path):
    here = made(order)
    there = Order(order.plan, tmp_path / "there", limits=order.limits)
    with cluster.on_cluster("", 2, order.limits) as engine:
        client = engine.executor._client
        kill = next(iter(client.run(os.getpid).values()))
        place = Place(tmp_path, ROOT)
        results = []
        for outcome in run(there, place, RealWorld(), engine=engine):
            results.append(outcome)
            if len(results) == 2:
                os.kill(kill, signal.SIGKILL)
        assert [outcome.state for outcome in results] == ["made"] * 12
        assert all(not outcome.facts for outcome in results)
        assert made(there, engine) == here
        assert [outcome.state for outcome in run(there, place, RealWorld(), engine=engine)] == [
            "unchanged"
        ] * 12
    left = [path for path in (tmp_path / "there").iterdir() if path.name.startswith(".unfinished")]
    assert not left


def test_a_worker_that_may_start_no_process_says_what_to_do(order, monkeypatch):
    from pressroom.build.scheduler import Desk

    desk = Desk(order, Place(order.out.parent, ROOT), RealWorld())
    job = desk.job(next(order.plan.units(desk.place, RealWorld())))
    other = cluster.make_there(job, limits=order.limits, version="0.0.0")
    assert "install the same version" in other.diagnostics[0].cure
    monkeypatch.setitem(cluster.multiprocessing.current_process()._config, "daemon", True)
    daemonic = cluster.make_there(job, limits=order.limits, version=cluster.__version__)
    assert "DAEMON=False" in daemonic.diagnostics[0].cure


@pytest.mark.parametrize(
    "address", ["tcp://10.1.2.3:8786", "scheduler.example.org:8786", "ucx://[2001:db8::1]:1"]
)
def test_another_machine_is_spoken_to_by_tls_alone(address):
    with pytest.raises(UsageError, match="without TLS"), cluster.on_cluster(address, 0, Limits()):
        pass


@pytest.mark.parametrize(
    "address", ["tls://10.1.2.3:8786", "tcp://127.0.0.1:1", "localhost:1", "tcp://[::1]:1"]
)
def test_tls_and_this_machine_are_well(address):
    cluster._refuse_open_lines(address)


def test_no_scheduler_is_told(monkeypatch):
    def refuse(*_arguments, **_more):
        raise OSError("timed out")

    with pytest.raises(MachineError, match="no scheduler answers"):
        cluster._client(refuse, "tcp://127.0.0.1:1")

"""Reports built on a Dask cluster of this machine."""

import os
import signal
from contextlib import contextmanager, nullcontext
from dataclasses import replace

import pytest

from pressroom.build.isolation import Limits
from pressroom.build.plan import Request, make_plan
from pressroom.build.scheduler import run
from pressroom.errors import MachineError, UsageError
from pressroom.project.place import Place
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
def request_of_rows(tmp_path):
    (tmp_path / "wells.txt").write_text(TEXT)
    rows = [f"Town {number},{number + 20}" for number in range(12)]
    (tmp_path / "rows.csv").write_text("\n".join(["town,wells", *rows]))
    return Request((tmp_path / "wells.txt",), data="rows.csv", limits=Limits(seconds=60))


@contextmanager
def started(workers: int):
    """Start a cluster on loopback, as an administrator would; yield the address of its scheduler."""
    import dask
    import distributed

    with (
        dask.config.set({"distributed.worker.daemon": False}),
        distributed.LocalCluster(
            n_workers=workers, threads_per_worker=1, dashboard_address=None, silence_logs="ERROR"
        ) as running,
    ):
        yield running.scheduler_address


def test_no_cluster_is_started_here_since_anybody_could_speak_to_it():
    with pytest.raises(UsageError, match="open to every user") as caught, cluster.connect("", Limits()):
        pass
    assert "leave out --engine dask" in caught.value.diagnostic.cure


def made(plan, engine=None) -> dict[str, str]:
    outcomes = list(run(plan, RealWorld(), engine=engine))
    assert [outcome.diagnostics for outcome in outcomes if outcome.state == "failed"] == []
    return {outcome.stem: ",".join(outcome.outputs.values()) for outcome in outcomes}


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_cluster_makes_the_same_bytes_though_a_worker_is_lost(request_of_rows, tmp_path):
    place, limits = Place(tmp_path, ROOT), request_of_rows.limits
    here = made(make_plan(request_of_rows, place, RealWorld()))
    there = make_plan(replace(request_of_rows, out=tmp_path / "there"), place, RealWorld())
    with started(2) as address, cluster.connect(address, limits) as engine:
        client = engine.executor._client
        kill = next(iter(client.run(os.getpid).values()))
        results = []
        for outcome in run(there, RealWorld(), engine=engine):
            results.append(outcome)
            if len(results) == 2:
                os.kill(kill, signal.SIGKILL)
        assert [outcome.state for outcome in results] == ["made"] * 12
        assert all(not outcome.dependencies for outcome in results)
        assert made(there, engine) == here
        again = run(there, RealWorld(), engine=engine)
        assert [outcome.state for outcome in again] == ["unchanged"] * 12
    left = [path for path in (tmp_path / "there").iterdir() if path.name.startswith(".unfinished")]
    assert not left


def test_a_worker_that_may_start_no_process_says_what_to_do(request_of_rows, tmp_path, monkeypatch):
    plan = make_plan(request_of_rows, Place(tmp_path, ROOT), RealWorld())
    job = next(plan.jobs(RealWorld()))
    other = cluster.build_on_worker(job, limits=Limits(), version="0.0.0")
    assert "install the same version" in other.diagnostics[0].cure
    monkeypatch.setitem(cluster.multiprocessing.current_process()._config, "daemon", True)
    daemonic = cluster.build_on_worker(job, limits=Limits(), version=cluster.__version__)
    assert "DAEMON=False" in daemonic.diagnostics[0].cure


@pytest.mark.parametrize(
    "address", ["tcp://10.1.2.3:8786", "scheduler.example.org:8786", "ucx://[2001:db8::1]:1"]
)
def test_another_machine_is_spoken_to_by_tls_alone(address):
    with pytest.raises(UsageError, match="without TLS"), cluster.connect(address, Limits()):
        pass


@pytest.mark.parametrize(
    "address", ["tls://10.1.2.3:8786", "tcp://127.0.0.1:1", "localhost:1", "tcp://[::1]:1"]
)
def test_tls_and_this_machine_are_well(address, monkeypatch):
    asked = []
    monkeypatch.setattr(cluster, "_connect_client", lambda _, scheduler: nullcontext(asked.append(scheduler)))
    monkeypatch.setattr(cluster, "_make_engine", lambda *_: "an engine")
    with cluster.connect(address, Limits()) as engine:
        assert (asked, engine) == ([address], "an engine")


def test_no_scheduler_is_told(monkeypatch):
    def refuse(*_arguments, **_more):
        raise OSError("timed out")

    with pytest.raises(MachineError, match="no scheduler answers"):
        cluster._connect_client(refuse, "tcp://127.0.0.1:1")

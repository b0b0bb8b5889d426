"""The run round the building: what is skipped, what fails alone, what is published.

Building itself is stood in for.
"""

import multiprocessing
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Event

import pytest

from pressroom.build import engine
from pressroom.build.clean import clean
from pressroom.build.engine import Engine
from pressroom.build.isolation import Limits
from pressroom.build.lock import lock_folder
from pressroom.build.plan import Request, make_plan
from pressroom.build.publish import find_orphans, remove_orphans
from pressroom.build.scheduler import Dispatcher, make
from pressroom.cache import dependencies
from pressroom.errors import MachineError, UsageError
from pressroom.project.place import Place
from pressroom.project.settings import make_option_layer
from pressroom.world import UNFINISHED, RealWorld
from tests.build import stand_in


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "build", stand_in.build)
    monkeypatch.setitem(
        dependencies._FINGERPRINTS, "code", lambda _: "1"
    )  # somebody may be at work on the program
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"text {name}")
    return tmp_path


def run(folder: Path, *names: str, jobs: int = 1, report=lambda _: None, **more):
    request = Request(
        tuple(folder / name for name in names or ("a.txt", "b.txt", "c.txt")),
        make_option_layer(more.pop("options", {})),
        jobs=jobs,
        limits=Limits(seconds=20),
        **more,
    )
    return make(make_plan(request, Place(folder, folder), RealWorld()), RealWorld(), report)


def states(outcomes) -> list[str]:
    return [outcome.state for outcome in outcomes]


@pytest.mark.parametrize("jobs", [1, 2])
def test_all_are_made_once_and_then_left_alone(folder, jobs):
    assert states(run(folder, jobs=jobs)) == ["made"] * 3
    assert (folder / "dist" / "b.pdf").read_bytes() == b"%PDF text b"
    before = {path: path.stat().st_mtime_ns for path in (folder / "dist").glob("*.pdf")}
    assert states(run(folder, jobs=jobs)) == ["unchanged"] * 3
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_only_what_changed_is_made_again_and_says_why(folder):
    run(folder)
    (folder / "b.txt").write_text("new")
    outcomes = run(folder)
    assert states(outcomes) == ["unchanged", "made", "unchanged"]
    assert outcomes[1].why == (f"{folder / 'b.txt'} has changed",)
    (folder / "dist" / "c.pdf").unlink()
    (folder / "a.toml").touch()
    outcomes = run(folder)
    assert [outcome.why for outcome in outcomes] == [
        (f"{folder / 'a.toml'} has come",),
        (),
        (f"{folder / 'dist' / 'c.pdf'} is gone",),
    ]


def test_another_source_of_the_same_name_is_another_report(folder):
    run(folder, "a.txt")
    (folder / "deep").mkdir()
    (folder / "deep" / "a.txt").write_text("another text")
    assert states(run(folder, "deep/a.txt")) == ["made"]
    assert (folder / "dist" / "a.pdf").read_bytes() == b"%PDF another text"


def test_a_report_is_given_on_as_soon_as_it_ends(folder):
    submitted, seen = Event(), Event()

    def work(job):
        assert (seen if job.stem == "a" else submitted).wait(120), "the others wait for the first"
        return stand_in.build(job)

    request = Request(tuple(folder / name for name in ("a.txt", "b.txt", "c.txt")), make_option_layer({}))
    ended = []
    with ThreadPoolExecutor(3) as executor, ExitStack() as stack:
        dispatcher = Dispatcher(3, request.limits, Engine(executor, work, 3), stack)
        for job in make_plan(request, Place(folder, folder), RealWorld()).jobs(RealWorld()):
            assert list(dispatcher.submit(job)) == []
        submitted.set()
        for job, _ in dispatcher.drain():
            ended.append(job.stem)
            seen.set()
    assert sorted(ended) == ["a", "b", "c"]
    assert ended[0] != "a"


def test_other_options_are_another_report(folder):
    run(folder)
    assert states(run(folder, options={"paper": "A5"})) == ["made"] * 3


def test_force_makes_everything(folder):
    run(folder)
    assert states(run(folder, force=True)) == ["made"] * 3


def test_one_worker_is_warm_for_many_documents(folder, monkeypatch):
    def cold(*_):
        raise AssertionError("a process was forked for one of many documents")

    monkeypatch.setattr(engine, "run_isolated", cold)
    assert states(run(folder, jobs=1)) == ["made"] * 3


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_lost_or_wrong_document_fails_alone_and_keeps_its_old_output(folder, jobs):
    run(folder, jobs=jobs)
    (folder / "a.txt").write_text("kill")
    (folder / "b.txt").write_text("wrong")
    (folder / "c.txt").write_text("well")
    outcomes = run(folder, jobs=jobs)
    assert states(outcomes) == ["failed", "failed", "made"]
    assert [outcome.status for outcome in outcomes] == [1, 2, 0]
    assert all(outcome.diagnostics[0].cure for outcome in outcomes[:2])
    assert (folder / "dist" / "a.pdf").read_bytes() == b"%PDF text a"
    assert states(run(folder, jobs=jobs)) == ["failed", "failed", "unchanged"]


def test_two_sources_for_one_output_are_refused_before_anything_is_built(folder):
    (folder / "sub").mkdir()
    (folder / "sub" / "A.md").write_text("x")
    with pytest.raises(UsageError, match="would both become"):
        run(folder, "a.txt", "sub/A.md")
    assert not (folder / "dist").exists()


def test_hidden_names_make_visible_outputs(folder):
    (folder / ".secret.txt").write_text("x")
    (outcome,) = run(folder, ".secret.txt")
    assert [Path(path).name for path in outcome.outputs] == ["secret.pdf"]


def test_a_name_that_is_no_utf8_is_made_once_and_shown_with_a_stand_in(folder):
    source = folder / os.fsdecode(b"caf\xe9.txt")
    source.write_text("text")
    assert [outcome.state for outcome in run(folder, source)] == ["made"]
    (again,) = run(folder, source)
    assert (again.state, again.source) == ("unchanged", "caf\ufffd.txt")


def test_leftovers_of_a_killed_run_are_swept(folder):
    (folder / "dist").mkdir()
    (folder / "dist" / f"{UNFINISHED}1-x").touch()
    run(folder)
    assert not list((folder / "dist").glob(f"{UNFINISHED}*"))


def hold(out: Path, ready, done) -> None:
    with lock_folder(out, RealWorld()):
        ready.set()
        done.wait(20)


def test_a_second_run_in_the_same_folder_is_refused_at_once(folder):
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    other = context.Process(target=hold, args=(folder / "dist", ready, done))
    other.start()
    assert ready.wait(20)
    with pytest.raises(MachineError, match="another report make"):
        run(folder)
    done.set()
    other.join()
    assert states(run(folder)) == ["made"] * 3


def test_an_output_folder_that_takes_no_file_is_refused(folder):
    (folder / "dist").write_text("a file where the folder belongs")
    with pytest.raises(Exception, match="Cure:"):
        run(folder)


def test_outputs_of_deleted_sources_are_listed_and_pruned(folder):
    run(folder)
    (folder / "b.txt").unlink()
    world = RealWorld()
    assert [outputs for _, outputs in find_orphans(folder / "dist", world)] == [(folder / "dist" / "b.pdf",)]
    assert list(remove_orphans(find_orphans(folder / "dist", world), world)) == [folder / "dist" / "b.pdf"]
    assert sorted(path.name for path in (folder / "dist").glob("*.pdf")) == ["a.pdf", "c.pdf"]
    assert list(find_orphans(folder / "dist", world)) == []


def test_what_another_source_made_since_is_not_pruned(folder):
    run(folder, "b.txt")
    (folder / "b.txt").rename(folder / "b.md")
    (folder / "b.md").write_text("other")
    run(folder, "b.md")
    assert list(remove_orphans(find_orphans(folder / "dist", RealWorld()), RealWorld())) == []
    assert (folder / "dist" / "b.pdf").exists()


def test_clean_forgets_and_keeps_the_outputs(folder):
    run(folder)
    assert clean(folder / "dist", RealWorld()) > 0
    assert len(list((folder / "dist").glob("*.pdf"))) == 3
    assert states(run(folder)) == ["made"] * 3
    assert clean(folder / "none", RealWorld()) == 0


def test_each_outcome_is_reported_as_it_comes_and_returned_in_order(folder):
    reported = []
    run(folder, "a.txt")
    outcomes = run(folder, "b.txt", "a.txt", report=reported.append)
    assert sorted(outcome.source for outcome in reported) == ["a.txt", "b.txt"]
    assert [outcome.source for outcome in outcomes] == ["b.txt", "a.txt"]

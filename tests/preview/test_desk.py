"""The open project: its sources by name, whatever folder it was opened from."""

from pathlib import Path

import pytest

from pressroom.build.isolation import Limits
from pressroom.build.plan import Request, make_plan
from pressroom.build.workers import IsolatedExecutor
from pressroom.errors import UsageError
from pressroom.preview.desk import Desk
from pressroom.project.place import find
from pressroom.world import RealWorld


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    (tmp_path / "report.toml").touch()
    (tmp_path / "seeds").mkdir()
    monkeypatch.chdir(tmp_path / "seeds")
    world = RealWorld()
    plan = make_plan(Request(), find(tmp_path, world), world, may_be_empty=True)
    return Desk(plan, world, IsolatedExecutor(1, Limits()))


def test_an_empty_project_has_no_sources_and_samples_are_none_of_its_own(desk: Desk):
    assert desk.list_sources() == {}


def test_a_source_has_one_name_whatever_messages_call_it(desk: Desk):
    (desk.place.root / "seeds" / "a.txt").write_text("One.")
    assert list(desk.list_sources()) == ["seeds/a.txt"]
    assert desk.find_name("a.txt") == "seeds/a.txt"  # as messages have it in the current folder
    assert desk.find("seeds/a.txt") is desk.find("seeds/a.txt")


@pytest.mark.parametrize("name", ["", "a.txt", "../report.toml", "/etc/passwd", "seeds/../report.toml"])
def test_what_is_no_source_of_the_project_is_not_opened(desk: Desk, name: str):
    with pytest.raises(UsageError, match="no such text"):
        desk.find(name)


def test_a_file_that_was_named_is_opened_wherever_it_is(desk: Desk, tmp_path_factory: pytest.TempPathFactory):
    path = tmp_path_factory.mktemp("elsewhere") / "b.txt"
    path.write_text("Two.")
    name = desk.name(path)
    assert name == str(path)
    assert desk.find(name).path == path

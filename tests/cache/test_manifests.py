import json
from pathlib import Path

import pytest

from pressroom.cache import dependencies as facts
from pressroom.cache import manifests as records
from pressroom.cache.recording import RecordingWorld
from pressroom.world import MemoryWorld, RealWorld


@pytest.fixture
def built(tmp_path):
    """A folder with a source, an output made from it, and the record of that."""
    source, output = tmp_path / "a.txt", tmp_path / "a.pdf"
    source.write_bytes(b"text")
    output.write_bytes(b"%PDF")
    world = RecordingWorld(RealWorld())
    world.read(source)
    world.is_file(tmp_path / "a.toml")
    world.is_dir(tmp_path / "templates")
    world.list(tmp_path)
    world.environment("PRESSROOM_TEST_VARIABLE")
    file = tmp_path / "record.json"
    outputs = {str(output): facts.digest(b"%PDF")}
    asked = {key: value for key, value in world.facts.items() if not key.startswith("names")}
    file.write_bytes(records.dumped(asked, outputs, "all well"))
    return tmp_path


def current(folder: Path) -> bool:
    return records.current(str(folder / "record.json"), {}) is not None


def test_a_record_holds_while_nothing_changes(built):
    assert current(built)


CHANGES = {
    "source changed": lambda folder: (folder / "a.txt").write_bytes(b"text!"),
    "source gone": lambda folder: (folder / "a.txt").unlink(),
    "output changed": lambda folder: (folder / "a.pdf").write_bytes(b"%PDF torn"),
    "output gone": lambda folder: (folder / "a.pdf").unlink(),
    "sidecar came": lambda folder: (folder / "a.toml").write_bytes(b""),
    "folder came": lambda folder: (folder / "templates").mkdir(),
    "record damaged": lambda folder: (folder / "record.json").write_bytes(b"{"),
    "record of no outputs": lambda folder: (folder / "record.json").write_bytes(records.dumped({}, {}, "")),
    "record of another form": lambda folder: (folder / "record.json").write_text(
        json.dumps({**json.loads((folder / "record.json").read_text()), "format": 0})
    ),
    "record no table": lambda folder: (folder / "record.json").write_bytes(b"[]"),
    "record gone": lambda folder: (folder / "record.json").unlink(),
    "unknown question": lambda folder: (folder / "record.json").write_bytes(
        records.dumped({"smell it": "x"}, {str(folder / "a.pdf"): facts.digest(b"%PDF")}, "")
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_or_doubt_ends_it(built, change):
    change(built)
    assert not current(built)


def test_a_variable_is_a_fact(built, monkeypatch):
    monkeypatch.setenv("PRESSROOM_TEST_VARIABLE", "1")
    assert not current(built)


def test_a_new_name_in_a_listed_folder_is_noticed(tmp_path):
    world = RecordingWorld(RealWorld())
    world.list(tmp_path)
    assert facts.holds(world.facts, {})
    (tmp_path / "new").touch()
    assert not facts.holds(world.facts, {})


def test_each_question_is_asked_once_a_run(tmp_path):
    file = tmp_path / "a"
    file.write_bytes(b"1")
    seen: dict[str, str] = {}
    first = facts.answer(f"read {file}", seen)
    file.write_bytes(b"2")
    assert facts.answer(f"read {file}", seen) == first
    assert facts.answer(f"read {file}", {}) != first


def test_the_program_itself_is_a_fact(tmp_path):
    (tmp_path / "module.py").write_text("x = 1")
    (tmp_path / "__pycache__").mkdir()
    before = facts.answer(f"code {tmp_path}", {})
    (tmp_path / "__pycache__" / "module.pyc").touch()
    assert facts.answer(f"code {tmp_path}", {}) == before
    (tmp_path / "module.py").write_text("x = 12")
    assert facts.answer(f"code {tmp_path}", {}) != before


def test_recording_passes_everything_on():
    world = RecordingWorld(MemoryWorld({"/p/a": b"1"}, variables={"HOME": "/root"}))
    world.write(Path("/p/b"), b"2")
    assert world.read(Path("/p/b")) == b"2"
    assert world.environment("HOME") == "/root"
    assert world.now().year == 2000
    assert set(world.facts) == {"read /p/b", "environment HOME"}


def test_the_output_folder_of_a_command_line(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert records.output_folder(["make", "--out", "x"]) == "x"
    assert records.output_folder(["make", "-o", "x"]) == "x"
    assert records.output_folder(["make", "--out=y"]) == "y"
    assert records.output_folder(["make", "--out"]) == "dist"
    (tmp_path / "report.toml").touch()
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    assert records.output_folder(["make"]) == str(tmp_path / "dist")


def test_a_run_is_told_unchanged_by_its_own_record_alone(built, monkeypatch):
    monkeypatch.chdir(built)
    record = records.path("dist", records.run_name(["make", "a.txt"]))
    RealWorld().write(Path(record), (built / "record.json").read_bytes())
    assert records.unchanged_run(["make", "a.txt"]) == "all well"
    assert records.unchanged_run(["make", "b.txt"]) is None
    assert records.unchanged_run(["make", "a.txt", "--force"]) is None
    (built / "a.txt").write_bytes(b"new")
    assert records.unchanged_run(["make", "a.txt"]) is None

import json
import os
import sys
import tracemalloc
from pathlib import Path

import pytest

from pressroom.cache import manifests
from pressroom.cache.dependencies import are_current, digest, fingerprint
from pressroom.cache.recording import RecordingWorld
from pressroom.world import MemoryWorld, RealWorld


def write(file: Path, dependencies: dict[str, str], outputs: dict[str, str], **changes: object) -> None:
    """Write a manifest as this user's run would, with some of its entries changed."""
    body = {**json.loads(manifests.serialize(dependencies, outputs, "all well")), **changes}
    file.write_bytes(manifests.seal(str(file), json.dumps(body).encode()))


@pytest.fixture
def built(tmp_path):
    """A folder with a source, an output made from it, and the manifest of that."""
    source, output = tmp_path / "a.txt", tmp_path / "a.pdf"
    source.write_bytes(b"text")
    output.write_bytes(b"%PDF")
    world = RecordingWorld(RealWorld())
    world.read(source)
    world.is_file(tmp_path / "a.toml")
    world.is_dir(tmp_path / "templates")
    world.list(tmp_path)
    world.environment("PRESSROOM_TEST_VARIABLE")
    file = tmp_path / "manifest.json"
    outputs = {str(output): digest(b"%PDF")}
    dependencies = {key: value for key, value in world.dependencies.items() if not key.startswith("names")}
    write(file, dependencies, outputs)
    return tmp_path


def current(folder: Path) -> bool:
    return manifests.read_current(str(folder / "manifest.json"), {}) is not None


def test_a_manifest_is_current_while_nothing_changes(built):
    assert current(built)


def name_output(folder: Path) -> dict[str, str]:
    return {str(folder / "a.pdf"): digest(b"%PDF")}


def replace_by_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def replace_by_link(path: Path, target: str) -> None:
    path.unlink()
    path.symlink_to(target)


CHANGES = {
    "source changed": lambda folder: (folder / "a.txt").write_bytes(b"text!"),
    "source gone": lambda folder: (folder / "a.txt").unlink(),
    "output changed": lambda folder: (folder / "a.pdf").write_bytes(b"%PDF torn"),
    "output gone": lambda folder: (folder / "a.pdf").unlink(),
    "sidecar came": lambda folder: (folder / "a.toml").write_bytes(b""),
    "folder came": lambda folder: (folder / "templates").mkdir(),
    "manifest damaged": lambda folder: (folder / "manifest.json").write_bytes(b"{"),
    "manifest of no outputs": lambda folder: write(folder / "manifest.json", {}, {}),
    "another form": lambda folder: write(folder / "manifest.json", {}, name_output(folder), format=0),
    "manifest no table": lambda folder: (folder / "manifest.json").write_bytes(
        manifests.seal(str(folder / "manifest.json"), b"{}")
    ),
    "manifest unsigned": lambda folder: (folder / "manifest.json").write_bytes(
        manifests.unseal((folder / "manifest.json").read_bytes())[1]
    ),
    "manifest signed by somebody else": lambda folder: (folder / "manifest.json").write_bytes(
        (folder / "manifest.json").read_bytes().replace(b'ture": "', b'ture": "0')
    ),
    "manifest of another place": lambda folder: (folder / "manifest.json").write_bytes(
        manifests.seal("other.json", manifests.unseal((folder / "manifest.json").read_bytes())[1])
    ),
    "manifest a link": lambda folder: (
        (folder / "manifest.json")
        .rename(folder / "other.json")
        .with_name("manifest.json")
        .symlink_to(folder / "other.json")
    ),
    "manifest that nests deep": lambda folder: (folder / "manifest.json").write_bytes(b"[" * 200_000),
    "manifest a pipe": lambda folder: replace_by_pipe(folder / "manifest.json"),
    "source a pipe": lambda folder: replace_by_pipe(folder / "a.txt"),
    "source a device": lambda folder: replace_by_link(folder / "a.txt", "/dev/zero"),
    "output a pipe": lambda folder: replace_by_pipe(folder / "a.pdf"),
    "manifest gone": lambda folder: (folder / "manifest.json").unlink(),
    "unknown lookup": lambda folder: write(folder / "manifest.json", {"smell it": "x"}, name_output(folder)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_or_doubt_ends_it(built, change):
    change(built)
    assert not current(built)


def test_a_variable_is_a_dependency(built, monkeypatch):
    monkeypatch.setenv("PRESSROOM_TEST_VARIABLE", "1")
    assert not current(built)


def test_a_new_name_in_a_listed_folder_is_noticed(tmp_path):
    world = RecordingWorld(RealWorld())
    world.list(tmp_path)
    assert are_current(world.dependencies, {})
    (tmp_path / "new").touch()
    assert not are_current(world.dependencies, {})


@pytest.mark.skipif(sys.platform == "darwin", reason="the Mac takes names in UTF-8 alone")
def test_a_name_that_is_no_utf8_is_noticed(tmp_path):
    world = RecordingWorld(RealWorld())
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).touch()
    world.list(tmp_path)
    assert are_current(world.dependencies, {})
    (tmp_path / os.fsdecode(b"caf\xe8.txt")).touch()
    assert not are_current(world.dependencies, {})


def test_each_lookup_is_made_once_a_run(tmp_path):
    file = tmp_path / "a"
    file.write_bytes(b"1")
    known: dict[str, str] = {}
    first = fingerprint(f"read {file}", known)
    file.write_bytes(b"2")
    assert fingerprint(f"read {file}", known) == first
    assert fingerprint(f"read {file}", {}) != first


def test_the_program_itself_is_a_dependency(tmp_path):
    (tmp_path / "module.py").write_text("x = 1")
    (tmp_path / "__pycache__").mkdir()
    before = fingerprint(f"code {tmp_path}", {})
    (tmp_path / "__pycache__" / "module.pyc").touch()
    assert fingerprint(f"code {tmp_path}", {}) == before
    (tmp_path / "module.py").write_text("x = 12")
    assert fingerprint(f"code {tmp_path}", {}) != before


def test_recording_passes_everything_on():
    world = RecordingWorld(MemoryWorld({"/p/a": b"1"}, variables={"HOME": "/root"}))
    world.write(Path("/p/b"), b"2")
    assert world.read(Path("/p/b")) == b"2"
    assert world.environment("HOME") == "/root"
    assert world.now().year == 2000
    assert set(world.dependencies) == {"read /p/b", "environment HOME"}


def test_the_output_folder_of_a_command_line(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert manifests.find_output_folder(["make", "--out", "x"]) == "x"
    assert manifests.find_output_folder(["make", "-o", "x"]) == "x"
    assert manifests.find_output_folder(["make", "--out=y"]) == "y"
    assert manifests.find_output_folder(["make", "--out"]) == "dist"
    (tmp_path / "report.toml").touch()
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    assert manifests.find_output_folder(["make"]) == str(tmp_path / "dist")


def test_a_run_is_unchanged_by_its_own_manifest_alone(built, monkeypatch):
    monkeypatch.chdir(built)
    manifest = manifests.locate("dist", manifests.name_run(["make", "a.txt"]))
    body = manifests.unseal((built / "manifest.json").read_bytes())[1]
    RealWorld().write(Path(manifest), manifests.seal(manifest, body))
    assert manifests.find_unchanged_run(["make", "a.txt"]) == "all well"
    assert manifests.find_unchanged_run(["make", "b.txt"]) is None
    assert manifests.find_unchanged_run(["make", "a.txt", "--force"]) is None
    journal = built / "dist" / manifests.FOLDER / f"{manifests.JOURNAL}1"
    journal.touch()  # of a run that was killed: its files are still to take their places
    assert manifests.find_unchanged_run(["make", "a.txt"]) is None
    journal.unlink()
    assert manifests.find_unchanged_run(["make", "a.txt"]) == "all well"
    (built / "a.txt").write_bytes(b"new")
    assert manifests.find_unchanged_run(["make", "a.txt"]) is None


@pytest.mark.parametrize(
    ("size", "most"), [(3_000_000_000, 1_000_000), (manifests.LARGEST, 2.1 * manifests.LARGEST)]
)
def test_a_vast_manifest_takes_little_memory(tmp_path, size, most):
    file = tmp_path / "manifest.json"
    with file.open("wb") as vast:
        vast.truncate(size)
    tracemalloc.start()
    try:
        assert manifests.read(str(file)) is None
        assert tracemalloc.get_traced_memory()[1] < most  # bytes
    finally:
        tracemalloc.stop()

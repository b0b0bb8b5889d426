import sqlite3
from contextlib import closing
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest

from pressroom.cache.dependencies import digest
from pressroom.cache.store import DamagedError, Store
from pressroom.world import RealWorld


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store", RealWorld())


def files(store: Store) -> list[Path]:
    return sorted((store.folder / "results").rglob("?" * 64))


def test_what_was_put_is_got_back_and_nothing_else(store):
    store.put("a", b"1")
    store.put("b", b"1")
    store.put("a", b"2")
    assert (store.get("a"), store.get("b"), store.get("c")) == (b"2", b"1", None)
    assert store.size() == 2


def test_a_store_that_is_not_there_holds_nothing(store):
    assert store.get("a") is None
    assert store.size() == 0


def test_a_changed_result_is_not_trusted_and_said(store):
    store.put("a", b"1")
    files(store)[0].write_bytes(b"2")
    with pytest.raises(DamagedError):
        store.get("a")
    store.put("a", b"1")
    assert store.get("a") == b"1"


def test_a_lost_result_is_not_missed(store):
    store.put("a", b"1")
    files(store)[0].unlink()
    assert store.get("a") is None
    store.put("a", b"1")
    assert store.get("a") == b"1"


def test_an_empty_index_holds_nothing(store):
    store.put("a", b"1")
    for path in store.folder.glob("index.sqlite*"):
        path.unlink()
    (store.folder / "index.sqlite").touch()
    assert store.get("a") is None


def noise(_: bytes) -> bytes:
    return b"not a database at all" * 400


def torn(data: bytes) -> bytes:
    """Return an index whose head is sound and whose pages are not."""
    return data[:4096] + b"\xff" * (len(data) - 4096)


@pytest.mark.parametrize("damage", [noise, torn])
@pytest.mark.parametrize("first", ["get", "put", "size"])
def test_a_damaged_index_only_costs_time_and_is_said_once(store, damage, first):
    store.put("a", b"1")
    index = store.folder / "index.sqlite"
    data = index.read_bytes()
    for path in store.folder.glob("index.sqlite*"):
        path.unlink()
    index.write_bytes(damage(data))
    if first == "get":
        with pytest.raises(DamagedError):
            store.get("a")
    elif first == "put":
        store.put("a", b"1")
    else:
        assert store.size() == 0
    assert store.get("a") is None
    store.put("a", b"1")
    assert store.get("a") == b"1"


def test_a_locked_index_is_left_as_it_is(store, monkeypatch):
    store.put("a", b"1")
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **_: connect(path, timeout=0))
    other = connect(store.folder / "index.sqlite")
    other.execute("begin exclusive")
    assert store.get("a") is None
    store.put("b", b"2")
    other.close()
    assert store.get("a") == b"1"
    assert not list(store.folder.glob("*.damaged"))


def test_a_store_that_cannot_be_written_is_done_without(tmp_path):
    (tmp_path / "store").write_bytes(b"a file where the folder belongs")
    store = Store(tmp_path / "store", RealWorld())
    store.put("a", b"1")
    assert store.get("a") is None


def test_the_results_unused_for_longest_go_first(tmp_path):
    store = Store(tmp_path / "store", RealWorld(), largest=25)
    store.put("a", b"a" * 10)
    store.put("b", b"b" * 10)
    assert store.get("a")
    store.put("c", b"c" * 10)
    assert (store.get("a"), store.get("b")) == (b"a" * 10, None)
    assert store.size() == 20
    assert len(files(store)) == 2


def test_a_result_that_two_keys_share_stays_for_the_other(tmp_path):
    store = Store(tmp_path / "store", RealWorld(), largest=25)
    store.put("a", b"same______")
    store.put("b", b"same______")
    store.put("c", b"other_____")
    assert (store.get("a"), store.get("b")) == (None, b"same______")


def fill(folder: Path, first: int) -> None:
    store = Store(folder, RealWorld())
    for number in range(first, first + 20):
        store.put(f"key-{number % 25}", b"%d" % (number % 25))


def test_several_processes_share_a_store(store):
    context = get_context("spawn")
    runs = [context.Process(target=fill, args=(store.folder, first)) for first in (0, 10)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert [run.exitcode for run in runs] == [0, 0]
    assert [store.get(f"key-{number}") for number in range(25)] == [b"%d" % n for n in range(25)]


def test_no_connection_is_left_open(store):
    store.put("a", b"1")
    connection = sqlite3.connect(store.folder / "index.sqlite", timeout=0)
    connection.execute("begin exclusive")
    connection.close()


def rewrite(store: Store, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(store.folder / "index.sqlite")) as index, index:
        index.execute(statement, values)


def test_a_result_that_somebody_else_put_there_is_not_used(store):
    store.put("a", b"25 pounds")
    other = digest(b"99 pounds")
    path = store.folder / "results" / other[:2] / other
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"99 pounds")
    rewrite(store, "update kept set sha256 = ?", other)
    assert store.get("a") is None


def test_a_result_of_another_step_is_not_used(store):
    store.put("a", b"25 pounds")
    rewrite(store, "update kept set key = 'b'")
    assert store.get("b") is None


def test_no_row_leads_out_of_the_store(store, tmp_path):
    own = tmp_path / "thesis.txt"
    own.write_bytes(b"keep")
    store.put("a", b"1")
    rewrite(store, "update kept set sha256 = ?, size = 1000", "../../../thesis.txt")
    full = replace(store, largest=10)
    full.put("b", b"2")
    assert full.get("a") is None
    assert own.read_bytes() == b"keep"


@pytest.mark.parametrize("name", ["store", "store/results", "store/index.sqlite", "store/index.sqlite-wal"])
def test_a_store_that_leads_elsewhere_is_not_used(name, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    link = tmp_path / "dist" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(elsewhere if "." not in name else elsewhere / "mail.sqlite")
    store = Store(tmp_path / "dist" / "store", RealWorld())
    store.put("a", b"1")
    assert store.get("a") is None
    assert list(elsewhere.iterdir()) == []

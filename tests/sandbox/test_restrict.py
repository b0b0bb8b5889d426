"""What a process that opens files cannot do, where this machine offers to keep it from it."""

from pathlib import Path
from typing import Any

import pytest

from pressroom.build.isolation import CAN_FORK, Limits, run_isolated
from pressroom.build.workers import IsolatedExecutor
from pressroom.sandbox import landlock, seccomp
from pressroom.sandbox.restrict import Permissions, Restrictions, find_restrictions
from tests.sandbox.attempts import ATTEMPTS, PERMITTED, attempt_all

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="no fork on this system")
BY_CALLS = {name for name in ATTEMPTS if "socket" in name or "call" in name}


@pytest.fixture
def path(tmp_path: Path) -> str:
    (tmp_path / "kept").write_text("as it was")
    return str(tmp_path / "new")


def expected() -> dict[str, str]:
    """What this machine can refuse: each kernel and processor its own."""
    version, filtered = landlock.find_version(), seccomp.find_processor() is not None
    refused = {name: filtered if name in BY_CALLS else version >= 1 for name in ATTEMPTS}
    refused |= {"empty": version >= 3, "signal its parent": version >= 6}
    return {name: "refused" if held else "done" for name, held in refused.items()} | dict.fromkeys(
        PERMITTED, "done"
    )


def limits(**permitted: Any) -> Limits:
    return Limits(seconds=100, memory=20_000_000_000, permissions=Permissions(**permitted))


def test_this_machine_offers_all_of_it() -> None:
    if landlock.find_version() < 6 or seccomp.find_processor() is None:
        pytest.skip("an older kernel, or another processor")
    assert set(expected().values()) == {"refused", "done"}
    assert find_restrictions() == Restrictions(files=True, sockets=True, calls=True)


def test_a_forked_process_only_reads_and_keeps_to_its_own_folder(path: str) -> None:
    assert run_isolated(attempt_all, path, limits()) == expected()
    assert [file.name for file in Path(path).parent.iterdir()] == ["kept"]
    assert Path(path).with_name("kept").read_text() == "as it was"


def test_a_process_of_a_pool_does_as_well(path: str) -> None:
    with IsolatedExecutor(1, limits(), preload=()) as engine:
        assert engine.submit(attempt_all, path).result() == expected()


def test_a_folder_is_permitted_with_all_that_is_in_it(path: str) -> None:
    found = run_isolated(attempt_all, path, limits(folders=(str(Path(path).parent),)))
    assert isinstance(found, dict)
    held = {name: how for name, how in expected().items() if name in {*BY_CALLS, "signal its parent"}}
    assert found == dict.fromkeys(found, "done") | held


def test_a_folder_that_is_a_link_or_is_not_there_permits_nothing(path: str) -> None:
    link = Path(path).with_name("link")
    link.symlink_to(Path(path).parent)
    found = run_isolated(attempt_all, path, limits(folders=(str(link), path + "-not-there")))
    assert found == expected()


def test_a_network_is_permitted_for_files_at_addresses(path: str) -> None:
    found = run_isolated(attempt_all, path, limits(network=True))
    assert isinstance(found, dict)
    assert {name: found[name] for name in ATTEMPTS if "socket" in name} == {
        name: "done" for name in ATTEMPTS if "socket" in name
    }
    assert found["write"] == expected()["write"]


def test_local_sockets_are_permitted_alone(path: str) -> None:
    found = run_isolated(attempt_all, path, limits(local_sockets=True))
    assert isinstance(found, dict)
    # this test's folder is in /tmp, where files may then be removed
    rest = {name: how for name, how in found.items() if name not in ("remove", "rename", "empty")}
    assert rest == {name: how for name, how in expected().items() if name in rest} | {
        "open a local socket": "done"
    }


def test_where_the_system_offers_nothing_all_is_as_before(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("landlock", "seccomp"):
        monkeypatch.setattr(f"pressroom.sandbox.{module}.is_linux", lambda: False)
    found = run_isolated(attempt_all, path, limits())
    assert isinstance(found, dict)
    assert found["open a socket"] == found["make a folder"] == "done"
    assert find_restrictions() == Restrictions()

"""An outbox that came with somebody's folder: nothing that waits in it is sent unseen."""

from pathlib import Path

import pytest

from pressroom.circulate.mail.custody import SEAL, open_outbox
from pressroom.circulate.mail.outbox import FILE, FOLDER, Outbox
from pressroom.errors import MachineError, UsageError
from pressroom.project.place import Place
from pressroom.world import RealWorld

WORLD = RealWorld()


@pytest.fixture
def here(tmp_path):
    """A folder that somebody was given."""
    (tmp_path / "given").mkdir()
    return Place(tmp_path / "given", Path("/default"))


def open_it(here: Place, named: Path | None = None) -> None:
    open_outbox(named, here, WORLD).close()


def test_an_outbox_is_the_users_own_from_its_beginning(here):
    open_it(here)
    assert (here.root / FOLDER / FILE).is_file()
    open_it(here)


def test_one_that_came_with_the_folder_is_refused_until_it_is_named(here):
    Outbox(here.root / FOLDER).close()
    with pytest.raises(UsageError, match="was not made by you in this place") as caught:
        open_it(here)
    assert caught.value.diagnostic.cure.endswith(f"--outbox {here.root / FOLDER}")
    open_it(here, here.root / FOLDER)
    open_it(here)


@pytest.mark.parametrize("ending", ["", "-wal", "-journal"])
def test_files_that_sqlite_would_take_up_are_an_outbox_as_well(here, ending):
    (here.root / FOLDER).mkdir()
    (here.root / FOLDER / f"{FILE}{ending}").write_bytes(b"x")
    with pytest.raises(UsageError, match="was not made by you"):
        open_it(here)


def test_a_seal_holds_for_its_place_and_this_user_alone(here, monkeypatch, tmp_path):
    open_it(here)
    moved = Place(tmp_path / "moved", Path("/default"))
    here.root.rename(moved.root)
    with pytest.raises(UsageError, match="was not made by you"):
        open_it(moved)
    open_it(moved, moved.root / FOLDER)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "another-user"))
    with pytest.raises(UsageError, match="was not made by you"):
        open_it(moved)


def test_neither_the_seal_nor_the_file_nor_the_folder_may_be_a_link(here, tmp_path):
    open_it(here)
    for name in (SEAL, FILE):
        file = here.root / FOLDER / name
        file.rename(tmp_path / name)
        file.symlink_to(tmp_path / name)
        with pytest.raises(UsageError, match="was not made by you"):
            open_it(here)
        file.unlink()
        (tmp_path / name).rename(file)
    open_it(here)
    (here.root / FOLDER).rename(tmp_path / "elsewhere")
    (here.root / FOLDER).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="leads out of the project"):
        open_it(here)


def test_a_large_seal_is_none(here):
    open_it(here)
    (here.root / FOLDER / SEAL).write_bytes(b" " * 5000)
    with pytest.raises(UsageError, match="was not made by you"):
        open_it(here)


def test_what_cannot_be_opened_leaves_no_seal(here):
    (here.root / FOLDER / FILE).mkdir(parents=True)
    with pytest.raises(UsageError):
        open_it(here)
    with pytest.raises(MachineError, match="cannot be used"):
        open_it(here, here.root / FOLDER)
    assert not (here.root / FOLDER / SEAL).exists()

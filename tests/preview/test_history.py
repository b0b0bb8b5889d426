"""Changes are taken back one by one, and never over what another program has written."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.cache.dependencies import digest
from pressroom.preview.history import MOST_STEPS, ChangedElsewhereError, History
from pressroom.world import MemoryWorld

TEXT, BESIDE = Path("/p/a.txt"), Path("/p/a.toml")


def put(history: History, path: Path, data: bytes, kind: str = "decision") -> None:
    history.write(path, digest(history.read(path)), data, kind)


def test_a_change_is_taken_back_and_made_again():
    world = MemoryWorld({str(TEXT): b"one"})
    history = History(world)
    put(history, TEXT, b"two")
    put(history, BESIDE, b"a = 1\n")
    history.undo()
    assert not world.is_file(BESIDE)
    history.undo()
    assert (world.read(TEXT), history.can_undo, history.can_redo) == (b"one", False, True)
    assert history.undo() is None
    history.redo()
    history.redo()
    assert (world.read(TEXT), world.read(BESIDE), history.can_redo) == (b"two", b"a = 1\n", False)
    assert history.redo() is None


def test_what_another_program_wrote_is_never_overwritten():
    world = MemoryWorld({str(TEXT): b"one"})
    history = History(world)
    seen = digest(b"one")
    world.write(TEXT, b"theirs")
    with pytest.raises(ChangedElsewhereError) as error:
        history.write(TEXT, seen, b"mine", "text")
    assert error.value.data == world.read(TEXT) == b"theirs"
    put(history, TEXT, b"mine", "text")
    world.write(TEXT, b"theirs again")
    with pytest.raises(ChangedElsewhereError):
        history.undo()
    assert world.read(TEXT) == b"theirs again"
    assert not history.can_undo  # nor could it be taken back at a second try
    assert not history.can_redo


def test_strokes_are_taken_back_together_and_pauses_part_them():
    world = MemoryWorld({str(TEXT): b""})
    history = History(world)
    for data in (b"o", b"on", b"one"):
        put(history, TEXT, data, "text")
    world.clock += timedelta(seconds=10)
    put(history, TEXT, b"one two", "text")
    history.undo()
    assert world.read(TEXT) == b"one"
    history.undo()
    assert not history.can_undo


def test_what_is_kept_is_bounded():
    history = History(MemoryWorld())
    for number in range(MOST_STEPS + 50):
        put(history, TEXT, f"{number}".encode())
    steps = 0
    while history.undo():
        steps += 1
    assert steps == MOST_STEPS


@given(st.lists(st.binary(max_size=4), max_size=12))
def test_taking_all_back_gives_the_first_and_making_all_again_the_last(versions):
    world = MemoryWorld({str(TEXT): b"first"})
    history = History(world)
    for data in versions:
        put(history, TEXT, data)
    last = history.read(TEXT)
    while history.undo():
        pass
    assert history.read(TEXT) == b"first"
    while history.redo():
        pass
    assert history.read(TEXT) == last


def test_what_was_written_over_comes_back_though_it_was_within_one_stroke():
    world = MemoryWorld({str(TEXT): b"one"})
    history = History(world)
    put(history, TEXT, b"mine", "text")
    world.write(TEXT, b"theirs")
    put(history, TEXT, b"mine over theirs", "text")
    history.undo()
    assert world.read(TEXT) == b"theirs"


def test_a_text_that_is_emptied_stays_and_a_file_of_settings_goes():
    world = MemoryWorld({str(TEXT): b"one", str(BESIDE): b"a = 1\n"})
    history = History(world)
    put(history, TEXT, b"", "text")
    put(history, BESIDE, b"")
    assert world.read(TEXT) == b""
    assert not world.is_file(BESIDE)

"""The folder of the socket is this user's alone."""

import os

import pytest

from pressroom.cli.warm import place


def test_the_folder_is_made_for_this_user_alone(own_folders):
    assert place.open_folder() is None
    folder = place.open_folder(make=True)
    os.close(folder)
    assert own_folders.stat().st_mode & 0o777 == 0o700


def test_the_folder_of_the_session_comes_first(own_folders, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert place.locate_folder() == str(tmp_path / "pressroom")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "gone"))
    assert place.locate_folder() == str(own_folders)


@pytest.mark.parametrize("mode", [0o755, 0o770, 0o702])
def test_a_folder_that_others_can_enter_is_not_used(own_folders, mode):
    own_folders.mkdir(parents=True)
    own_folders.chmod(mode)
    assert place.open_folder() is None
    assert place.open_folder(make=True) is None


def test_a_folder_of_another_user_is_not_used(own_folders, monkeypatch):
    os.close(place.open_folder(make=True))
    monkeypatch.setattr(os, "geteuid", lambda: 1_000_000)
    assert place.open_folder() is None


def test_a_link_is_not_followed(own_folders, tmp_path):
    (tmp_path / "other").mkdir(mode=0o700)
    own_folders.parent.mkdir(parents=True)
    own_folders.symlink_to(tmp_path / "other")
    assert place.open_folder() is None


def test_each_installation_has_a_socket_of_its_own(monkeypatch):
    name = place.name_socket()
    monkeypatch.setattr("sys.executable", "/other/python")
    assert place.name_socket() != name

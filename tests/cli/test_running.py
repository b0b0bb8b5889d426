"""What stands round a run: how its errors name their file."""

import getpass
import warnings

import pytest

from pressroom.cli.main import run
from pressroom.cli.running import show_paths_from
from pressroom.errors import PressroomError
from pressroom.project.place import Place
from tests.making import ROOT


def test_an_error_names_its_file_as_somebody_in_the_folder_would(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PressroomError) as caught, show_paths_from(Place(tmp_path, ROOT)):
        raise PressroomError("it is empty", cure="fill it", rule="empty", where=str(tmp_path / "rows.csv"))
    assert caught.value.diagnostic.where == "rows.csv"


def test_a_file_that_is_not_there_is_no_command(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brief.txt").write_text("The quays")
    assert run(["breif.txt"]) == 2
    assert "there is no file 'breif.txt'. Did you mean brief.txt?" in capsys.readouterr().err
    assert run(["mkae"]) == 2
    assert "there is no command 'mkae'. Did you mean make?" in capsys.readouterr().err


def test_a_password_that_nobody_can_hide_is_not_asked_for(monkeypatch, capsys):
    def ask(*_args, **_more):
        warnings.warn("no terminal", getpass.GetPassWarning, stacklevel=2)

    monkeypatch.setattr(getpass, "getpass", ask)
    assert run(["make", "brief.txt", "--password"]) == 2
    assert "Cure: give it: --password TEXT" in capsys.readouterr().err

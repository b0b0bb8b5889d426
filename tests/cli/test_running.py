"""What stands round a run: how its errors name their file."""

import pytest

from pressroom.cli.running import show_paths_from
from pressroom.errors import PressroomError
from pressroom.project.place import Place
from tests.making import ROOT


def test_an_error_names_its_file_as_somebody_in_the_folder_would(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PressroomError) as caught, show_paths_from(Place(tmp_path, ROOT)):
        raise PressroomError("it is empty", cure="fill it", rule="empty", where=str(tmp_path / "rows.csv"))
    assert caught.value.diagnostic.where == "rows.csv"

"""The warm process as the user starts it: by a command, or by a setting."""

import subprocess
import sys
from pathlib import Path

import pytest

from pressroom.cli.command_table import COMMANDS
from pressroom.cli.main import run
from pressroom.cli.warm import launch, place
from pressroom.errors import MachineError, UsageError
from tests.cli.warm import CODE, end_launched, get_state, wait_until

QUICK = CODE.format(more="")  # with nothing loaded


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Start a warm process with nothing loaded, and end it with the test."""
    monkeypatch.setattr(launch, "_COMMAND", ("-P", "-c", QUICK))
    monkeypatch.setattr("sys.argv", ["report"])
    yield
    end_launched()


def want(text: str) -> None:
    path = Path(place.locate_settings())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_started_asked_and_stopped(capsys, own_folders):
    assert run(["warm", "status"]) == 1
    assert run(["warm", "start"]) == 0
    state = get_state()
    assert f"ready: process {state['pid']}" in capsys.readouterr().err
    assert run(["warm", "start"]) == 0
    assert f"it is ready already: process {state['pid']}" in capsys.readouterr().err
    assert run(["warm", "status"]) == 0
    assert "0 commands so far, 0 at work" in capsys.readouterr().err
    assert run(["warm", "stop"]) == 0
    assert capsys.readouterr().err == "ended\n"
    assert run(["warm", "stop"]) == 0
    assert capsys.readouterr().err == "there is no warm process\n"
    assert not list(own_folders.iterdir())


def test_one_that_does_not_become_ready_is_told_with_its_reason(monkeypatch):
    monkeypatch.setattr(launch, "_COMMAND", ("-c", "raise SystemExit('no fonts')"))
    with pytest.raises(MachineError, match="not ready: no fonts"):
        launch.start()


def test_a_folder_that_others_can_enter_is_told(own_folders):
    own_folders.mkdir(parents=True)
    own_folders.chmod(0o755)
    with pytest.raises(MachineError, match="can be entered by others"):
        launch.start()


def test_another_system_has_none(monkeypatch):
    monkeypatch.setattr(place, "is_possible", lambda: False)
    with pytest.raises(MachineError, match="needs Linux"):
        launch.start()


@pytest.mark.parametrize(
    ("text", "wanted"), [("warm = true\n", True), ("warm = false\n", False), ("\ufeff", False)]
)
def test_the_settings_of_the_user_ask_for_it_or_not(text, wanted):
    want(text)
    assert launch.is_wanted() == wanted


def test_without_settings_it_is_not_asked_for():
    assert not launch.is_wanted()


@pytest.mark.parametrize("text", ["warm = 1", 'lang = "de"', "warm = ", '"' * 3])
def test_what_is_no_setting_is_told_with_its_file(text):
    want(text)
    with pytest.raises(UsageError) as caught:
        launch.is_wanted()
    assert caught.value.diagnostic.where == place.locate_settings()


def test_a_command_starts_it_for_the_next():
    want("warm = true")
    launch.start_where_wanted(["make", "a.txt"], COMMANDS)
    wait_until(launch.find_state)
    process = get_state()["pid"]
    launch.start_where_wanted(["make", "a.txt"], COMMANDS)
    assert get_state()["pid"] == process


def test_settings_that_are_none_are_told_by_the_command_line():
    want("warm = maybe")
    command = [sys.executable, "-P", "-m", "pressroom", "templates"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "settings.toml: error: this is no TOML" in done.stderr


def test_a_command_that_is_not_handed_over_starts_none():
    want("warm = true")
    launch.start_where_wanted(["templates"], COMMANDS)
    assert launch.find_state() is None


def test_the_command_line_starts_it(tmp_path):
    want("warm = true")
    code = f"from pressroom.cli.warm import launch; launch._COMMAND = ('-P', '-c', {QUICK!r})\n"
    code += "from pressroom.cli import start; start.main()"
    (tmp_path / "a.txt").write_text("Wells\n\nThere are 34 wells.\n")
    command = [sys.executable, "-P", "-c", code, "outline", str(tmp_path / "a.txt")]
    first = subprocess.run(command, capture_output=True, check=True)
    wait_until(launch.find_state)
    assert subprocess.run(command, capture_output=True, check=False).stdout != first.stdout  # the probe's
    assert get_state()["orders"] == 1

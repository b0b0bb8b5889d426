"""What commands print of files that want to steer the terminal, and of passwords."""

import os

import pytest

from pressroom.circulate.mail.smtp import hide_password
from pressroom.cli.main import run
from pressroom.cli.terminal import show, write_data

HOSTILE = "The\x1b]0;owned\x07 dam\u202emad 12\n\nThe dam cost 25 million and holds 40 million tonnes.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.toml").touch()
    (tmp_path / "dam.txt").write_text(HOSTILE)
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        ["outline"],
        ["outline", "--explain"],
        ["numbers"],
        ["numbers", "--json"],
        ["figures"],
        ["outline", "--json"],
        ["check"],
    ],
)
def test_no_command_passes_on_what_steers_a_terminal(command, folder, capfdbinary):
    run([command[0], "dam.txt", *command[1:]])
    shown = b"".join(capfdbinary.readouterr()).decode()
    assert shown
    assert all(line.isprintable() for line in shown.splitlines())


def test_commands_read_in_another_process(folder, monkeypatch, capfd):
    read = []
    monkeypatch.setattr("pressroom.cli.commands.outline.read_source", lambda _: read.append(os.getpid()))
    assert run(["outline", "dam.txt"]) == 1
    assert read == []


def test_a_name_cannot_steer_either(folder, capfd):
    assert run(["outline", "no\x1b[2J\nsuch.txt"]) == 1
    (line,) = capfd.readouterr().err.splitlines()
    assert line.isprintable()


def test_a_line_is_one_line(capsys):
    show("a\nb\x1b[0m", bold=True)
    assert capsys.readouterr().out == "a b\\x1b[0m\n"


def test_data_for_programs_is_left_as_it_is_but_for_what_no_encoding_holds(capsys):
    write_data("-a\x0c\n+\udce9\n")
    assert capsys.readouterr().out == "-a\x0c\n+?\n"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("smtp://ann:PW@mail.example.org:587", "smtp://ann:…@mail.example.org:587"),
        ("smtps://ann:P@W//x:y@mail", "smtps://ann:…@mail"),
        ("ann:PW@mail", "ann:…@mail"),
        ("smtp://ann@mail", "smtp://ann@mail"),
        ("smtp://mail:25", "smtp://mail:25"),
        ("", ""),
    ],
)
def test_a_password_is_not_shown(address, shown):
    assert hide_password(address) == shown

"""Commands in a folder that somebody removed."""

import subprocess
import sys

import pytest

from tests.making import ROOT


@pytest.mark.parametrize("command", [["make", "a.txt"], ["outline", "a.txt"], ["clean"], ["templates"]])
def test_a_folder_that_is_gone_is_told_in_one_line(command, tmp_path):
    code = (
        "import os, sys; os.mkdir('here'); os.chdir('here'); os.rmdir('../here')\n"
        "sys.argv = ['report', *sys.argv[1:]]\n"
        "from pressroom.cli.start import main; main()"
    )
    environment = {"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code, *command], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert done.stderr == "error: the folder that this runs in is gone. Cure: change to another folder\n"

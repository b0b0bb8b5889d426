"""Modules that lie in the current folder, which may be somebody else's, are run by no process of ours."""

import os
import subprocess
import sys

import pytest

from tests.making import ROOT

NAMES = ("multiprocessing", "signal", "socket", "selectors", "runpy", "threading", "pebble", "weasyprint")
WORK = """
import sys
from pathlib import Path
from pressroom.build.isolation import Limits
from pressroom.build.workers import IsolatedExecutor
if __name__ == "__main__":
    executor = IsolatedExecutor(2, Limits(), preload=("json", "weasyprint"))
    print(executor.submit(abs, -3).result(), executor.submit(abs, -4).result())
    executor.shutdown()
"""


@pytest.mark.slow
def test_workers_import_nothing_from_the_current_folder(tmp_path):
    for name in NAMES:
        (tmp_path / f"{name}.py").write_text(
            f"open('was-run', 'a').write('{name} ')\nraise ImportError('planted')\n"
        )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    environment.pop("PYTHONSAFEPATH", None)
    script = tmp_path / "in" / "work.py"
    script.parent.mkdir()
    script.write_text(WORK)
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not (tmp_path / "was-run").exists(), (tmp_path / "was-run").read_text()
    assert done.stdout.split() == ["3", "4"], done.stderr

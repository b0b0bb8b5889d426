"""A process that has everything loaded: nothing is left to load, nothing is left behind."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from pressroom.build.isolation import Limits
from tests.making import ROOT

pytestmark = pytest.mark.slow  # reports are made
CODE = """
import os, sys
os.environ["OPENBLAS_NUM_THREADS"] = "1"
from pathlib import Path
from pressroom.build import preload, workers
assert not preload.is_preloaded()
made = preload.preload()
assert all(result.status == 0 for result in made), made
assert [sorted(result.outputs) for result in made] == [["docx", "eml", "html", "pdf"], ["pdf"]]
assert not [found for result in made for found in result.diagnostics if found.severity != "note"]
assert preload.is_preloaded()
assert not preload.is_threaded()
before = set(sys.modules)
from pressroom.build.job import build
from pressroom.build.plan import Request, make_plan
from pressroom.project.place import find
from pressroom.project.setting_values import FORMATS
from pressroom.project.settings import make_option_layer
from pressroom.world import RealWorld
world = RealWorld()
options = make_option_layer({"formats": list(FORMATS)})
for name in sys.argv[1:]:
    plan = make_plan(Request((Path(name),), options, force=True), find(Path.cwd(), world), world)
    for job in plan.jobs(world):
        assert build(job).status == 0
print(*sorted(set(sys.modules) - before))
"""
# LibreOffice counts pages where it is installed, and only for texts with contents
MAY_COME = {"pressroom.pipeline.office.word_layout"}


def run(code: str, folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "TMPDIR": str(folder)}
    command = [sys.executable, "-P", "-c", code, *arguments]
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def folder():
    """Return a folder with a short path, as that of a socket must be."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        yield Path(name)


def test_no_report_loads_more(folder):
    samples = map(str, sorted((ROOT / "seeds").glob("*.*")))
    assert set(run(CODE, folder, *samples).split()) - MAY_COME == set()
    assert not list(folder.iterdir())


def test_forked_processes_share_no_open_file(folder):
    code = (
        CODE.partition("before =")[0]
        + """
if os.fork() == 0:
    files = [str(path.readlink()) for path in Path("/proc/self/fd").iterdir() if path.exists()]
    print(*(name for name in files if name.endswith((".ttf", ".otf", ".dic", ".npz"))))
    sys.stdout.flush()
    os._exit(0)
assert os.wait()[1] == 0
"""
    )
    assert run(code, folder).split() == []


def test_workers_are_forked_from_here(folder):
    code = f"""
import sys
from pressroom.build import preload, workers
from pressroom.build.isolation import Limits
sys.modules["only_here"] = sys
preload._done.append(True)
with workers.IsolatedExecutor(2, {Limits()!r}, preload=()) as pool:
    assert all(pool.submit(eval, "'only_here' in __import__('sys').modules").result() for _ in range(3))
"""
    code = code.replace("Permissions(", "workers.Limits().permissions.__class__(")
    run(code, folder)
    assert not list(folder.iterdir())

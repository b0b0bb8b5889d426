"""script/bootstrap in small clones whose locks are empty, so that no network is asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


class Clone:
    """The parts of the repository that bootstrap needs, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.venv = folder / ".venv"
        shutil.copytree(ROOT / "script", folder / "script")
        package = folder / "src" / "pressroom"
        package.mkdir(parents=True)
        shutil.copy(ROOT / "src/pressroom/libraries.py", package)
        (package / "__init__.py").touch()
        (package / "__main__.py").write_text("import sys\nprint('report', *sys.argv[1:])\n")
        self.lock("requirements.txt", "# for use")
        self.lock("requirements-dev.txt", "# for work")

    def lock(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text + "\n")

    def start(self, *options: str, script: str = "bootstrap", **variables: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [self.folder / "script" / script, *options],
            cwd=self.folder.parent,
            env={**os.environ, "PYTHON": sys.executable, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *options: str, script: str = "bootstrap", **variables: str) -> tuple[int, str, str]:
        process = self.start(*options, script=script, **variables)
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err

    def holds(self, module: str) -> bool:
        done = subprocess.run([self.venv / "bin/python", "-I", "-c", f"import {module}"], capture_output=True)
        return done.returncode == 0


@pytest.fixture
def small(tmp_path: Path) -> Clone:
    """Give a clone in which nothing has run yet."""
    return Clone(tmp_path / "a clone")


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    clone = Clone(tmp_path_factory.mktemp("pattern") / "clone")
    assert clone.run()[0] == 0
    return clone.venv


@pytest.fixture
def ready(small: Clone, pattern: Path) -> Clone:
    """Give a clone that has its environment; an environment moves with its folder."""
    shutil.copytree(pattern, small.venv, symlinks=True)
    assert small.run() == (0, "", "")
    return small


def test_sets_up_once_and_is_then_quick(small: Clone) -> None:
    status, out, err = small.run()
    assert (status, out) == (0, "")
    assert "setting up .venv" in err
    assert small.holds("pressroom")
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        assert small.run() == (0, "", "")
        times.append(time.perf_counter() - begin)
    assert min(times) < 0.2


def test_the_environment_moves_with_its_folder(ready: Clone, tmp_path: Path) -> None:
    shutil.move(ready.folder, tmp_path / "moved")
    done = subprocess.run(
        [tmp_path / "moved/script/report", "make"], capture_output=True, text=True, check=True
    )
    assert done.stdout == "report make\n"
    assert done.stderr == ""


def test_report_sets_up_and_hands_its_words_on(small: Clone) -> None:
    status, out, _ = small.run("make", "a file.txt", "--json", script="report")
    assert (status, out) == (0, "report make a file.txt --json\n")


def test_report_does_not_see_modules_of_the_folder_it_is_called_from(small: Clone) -> None:
    (small.folder.parent / "pressroom.py").write_text("raise SystemExit(9)")
    status, out, _ = small.run(script="report", PYTHONPATH=str(small.folder.parent))
    assert (status, out) == (0, "report\n")


def test_a_half_made_environment_is_made_anew(ready: Clone) -> None:
    (ready.venv / "unfinished").touch()
    (ready.venv / "stray").touch()
    status, _, err = ready.run()
    assert (status, "setting up .venv" in err) == (0, True)
    assert not (ready.venv / "stray").exists()
    assert ready.run() == (0, "", "")


@pytest.mark.parametrize("harm", ["bin/python", "requirements.txt"])
def test_what_is_lost_is_made_anew(ready: Clone, harm: str) -> None:
    (ready.venv / harm).unlink()
    assert ready.run()[0] == 0
    assert ready.run() == (0, "", "")
    assert ready.holds("pressroom")


def test_a_link_to_a_python_that_is_gone_is_made_anew(ready: Clone) -> None:
    for name in ready.venv.glob("bin/python*"):
        name.unlink()
    (ready.venv / "bin/python").symlink_to("/nowhere/python3.11")
    assert ready.run()[0] == 0
    assert ready.holds("pressroom")


def test_a_new_lock_begins_a_new_environment(ready: Clone) -> None:
    (ready.venv / "stray").touch()
    ready.lock("requirements.txt", "# changed")
    assert ready.run()[0] == 0
    assert not (ready.venv / "stray").exists()


def test_work_needs_more_than_use(ready: Clone) -> None:
    (ready.venv / "kept").touch()
    status, _, err = ready.run("--dev")
    assert (status, "requirements-dev.txt" in err) == (0, True)
    assert (ready.venv / "kept").exists(), "what is there for use stays"
    assert ready.run("--dev") == (0, "", "")
    assert ready.run() == (0, "", "")


def test_another_python_gets_an_environment_of_its_own(ready: Clone, tmp_path: Path) -> None:
    other = ready.folder.parent / "other-python"
    other.symlink_to(sys.executable)
    (ready.venv / "kept").touch()
    cache = str(tmp_path / "cache")
    told = ready.run(PYTHON=str(other), XDG_CACHE_HOME=cache)[2]
    assert f"{ready.venv} is not built on {other}, and stays as it is: the environment is in {cache}" in told
    assert (ready.venv / "kept").exists()
    assert ready.run(PYTHON=str(other), XDG_CACHE_HOME=cache) == (0, "", "")
    assert ready.run(PYTHON="", XDG_CACHE_HOME=cache) == (0, "", "")


def test_an_environment_that_is_made_anew_is_told(ready: Clone) -> None:
    ready.lock("requirements.txt", "# changed")
    told = ready.run()[2]
    assert f"{ready.venv} is not as it should be, and is made anew" in told
    assert "/../" not in told


@pytest.mark.parametrize("made_by", ["", "4711 elsewhere"])
def test_an_environment_of_somebody_else_is_left_alone(ready: Clone, tmp_path: Path, made_by: str) -> None:
    (ready.venv / "made-by").unlink()
    if made_by:
        (ready.venv / "made-by").write_text(made_by)
    (ready.venv / "kept").touch()
    assert ready.run(XDG_CACHE_HOME=str(tmp_path / "cache")) == (0, "", ""), "what is whole serves all"
    if not made_by:
        (ready.venv / "built-on").unlink()  # it may be another program's
    ready.lock("requirements.txt", "# changed")
    status, out, err = ready.run("make", script="report", XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert (status, out) == (0, "report make\n")
    assert "was not made by you on this machine, and stays as it is" in err
    assert (ready.venv / "kept").exists()
    (own,) = (tmp_path / "cache" / "pressroom").iterdir()
    assert str(own) in err
    assert ready.run("--path", XDG_CACHE_HOME=str(tmp_path / "cache")) == (0, f"{own}\n", "")


def test_an_environment_from_before_the_mark_of_its_maker_is_made_anew_in_its_place(
    ready: Clone, tmp_path: Path
) -> None:
    (ready.venv / "made-by").unlink()
    ready.lock("requirements.txt", "# changed")
    status, _, err = ready.run(XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert (status, "setting up .venv" in err) == (0, True)
    assert "stays as it is" not in err
    assert (ready.venv / "made-by").exists()
    assert not (tmp_path / "cache").exists()


def test_the_path_of_the_environment_is_printed(ready: Clone) -> None:
    assert ready.run("--path") == (0, f"{ready.venv}\n", "")


def test_two_at_once_do_not_meet(small: Clone) -> None:
    processes = [small.start("--dev") for _ in range(3)]
    messages = [process.communicate(timeout=60)[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], messages
    assert sum("setting up .venv" in message for message in messages) == 1
    assert small.run("--dev") == (0, "", "")


def test_packages_that_cannot_be_had(small: Clone) -> None:
    small.lock("requirements.txt", f"no-such-package-of-ours==1.0 --hash=sha256:{'0' * 64}")
    status, out, err = small.run(PIP_NO_INDEX="1", PIP_FIND_LINKS="")
    assert (status, out) == (3, "")
    assert err.splitlines()[-1].startswith("script/bootstrap: the packages of requirements.txt could not")
    assert "no-such-package-of-ours" in err
    small.lock("requirements.txt", "# mended")
    assert small.run()[0] == 0


def test_an_unknown_option(small: Clone) -> None:
    status, out, err = small.run("--help")
    assert (status, out) == (2, "")
    assert "script/bootstrap --dev" in err


def fake(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def tools(folder: Path) -> None:
    """Give a folder for PATH that holds what every system has, and neither apt-get nor sudo."""
    folder.mkdir(exist_ok=True)
    for name in ("sh", "env", "cat", "cksum", "cmp", "cp", "id", "mkdir", "rm", "sed", "tr", "uname"):
        found = shutil.which(name)
        assert found
        (folder / name).symlink_to(found)


def test_an_old_python_is_refused(small: Clone, tmp_path: Path) -> None:
    tools(tmp_path / "bin")
    fake(tmp_path / "bin", "python3", "printf '3.9\\n/usr/bin/python3.9\\n'")
    status, out, err = small.run(PYTHON="", PATH=str(tmp_path / "bin"))
    assert (status, out) == (3, "")
    assert err == (
        "script/bootstrap: Pressroom needs Python 3.11 or newer, "
        "and python3 is 3.9; set PYTHON to a newer one\n"
    )
    assert not small.venv.exists()


def test_a_newer_python_beside_an_old_one_is_found(small: Clone, tmp_path: Path) -> None:
    tools(tmp_path / "bin")
    fake(tmp_path / "bin", "python3", "printf '3.9\\n/usr/bin/python3.9\\n'")
    (tmp_path / "bin" / "python3.11").symlink_to(sys.executable)
    assert small.run(PYTHON="", PATH=str(tmp_path / "bin"))[0] == 0
    assert small.holds("pressroom")


def test_no_python_at_all(small: Clone, tmp_path: Path) -> None:
    tools(tmp_path / "bin")
    status, _, err = small.run(PYTHON="", PATH=str(tmp_path / "bin"))
    assert status == 3
    assert err.count("\n") == 1
    assert "there is no python3 here" in err


LIBRARIES = """\
import pathlib, sys
here = pathlib.Path(__file__).parent
if sys.argv[1:]:
    print("sudo apt-get install", *sys.argv[1:])
elif not (here / "installed").exists():
    print("libneeded0 libneeded1")
"""


def test_libraries_that_cannot_be_installed_stop_it(small: Clone, tmp_path: Path) -> None:
    tools(tmp_path / "bin")
    (small.folder / "src/pressroom/libraries.py").write_text(LIBRARIES)
    status, out, err = small.run(PATH=str(tmp_path / "bin"))
    assert (status, out) == (3, "")
    assert "sudo apt-get install libneeded0 libneeded1" in err
    assert not small.venv.exists()


def test_the_real_libraries_name_all_three_systems(small: Clone, tmp_path: Path) -> None:
    tools(tmp_path / "bin")
    module = small.folder / "src/pressroom/libraries.py"
    module.write_text(module.read_text().replace('("libpango-1.0.so.0"', '("libno-such.so.0"'))
    status, _, err = small.run(PATH=str(tmp_path / "bin"))
    assert status == 3
    for command in ("sudo apt-get install -y libpango-1.0-0", "sudo dnf install -y", "brew install"):
        assert command in err


@pytest.mark.parametrize("rights", ["root", "sudo"])
@pytest.mark.parametrize("lists", ["fresh", "stale"])
def test_installs_libraries_where_it_may(small: Clone, tmp_path: Path, rights: str, lists: str) -> None:
    tools(tmp_path / "bin")
    package = small.folder / "src/pressroom"
    (package / "libraries.py").write_text(LIBRARIES)
    log = tmp_path / "log"
    (tmp_path / "bin" / "id").unlink()
    fake(tmp_path / "bin", "id", "echo 0" if rights == "root" else "echo 1000")
    if rights == "sudo":
        fake(tmp_path / "bin", "sudo", f'echo sudo >>"{log}"; shift; [ "$1" = true ] || exec "$@"')
    fake(
        tmp_path / "bin",
        "apt-get",
        f'echo "$*" >>"{log}"\n'
        f'case "$*" in *update*) : >"{tmp_path}/updated"; exit ;; esac\n'
        f'[ {lists} = fresh ] || [ -e "{tmp_path}/updated" ] || exit 100\n'
        f': >"{package}/installed"',
    )
    status, _, err = small.run(PATH=str(tmp_path / "bin"))
    assert status == 0, err
    calls = log.read_text().splitlines()
    assert ("sudo" in calls) == (rights == "sudo")
    install = "-qq install -y --no-install-recommends libneeded0 libneeded1"
    wanted = [install] if lists == "fresh" else [install, "-qq update", install]
    assert [call for call in calls if call != "sudo"] == wanted

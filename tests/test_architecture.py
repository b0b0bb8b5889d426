"""Rules of the repository that no linter knows: light imports, no hosts, no paths of one machine, locks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from pressroom.check.machine import PACKAGES

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {
    "weasyprint",
    "matplotlib",
    "docx",
    "lxml",
    "pikepdf",
    "babel",
    "markdown_it",
    "numpy",
    "PIL",
    "jinja2",
    "trafilatura",
}
# What the command line itself may load, beyond the standard library.
LIGHT = {"pressroom", "click"}


def loaded_by(statement: str) -> set[str]:
    """Return the top-level modules that a fresh Python holds after ``statement``."""
    script = f"import sys\nbefore = set(sys.modules)\n{statement}\nprint(*set(sys.modules) - before)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    return {name.partition(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize(
    "module",
    [
        "pressroom",
        "pressroom.model.report",
        "pressroom.model.page",
        "pressroom.world",
        "pressroom.errors",
        "pressroom.fonts",
        "pressroom.libraries",
        "pressroom.cli.start",
        "pressroom.cli.main",
        "pressroom.cache.manifests",
        "pressroom.check.machine",
    ],
)
def test_importing_stays_light(module: str) -> None:
    loaded = loaded_by(f"import {module}")
    assert loaded - LIGHT - set(sys.stdlib_module_names) == set()


NOTHING_TO_DO = """
import atexit, sys
before = set(sys.modules)
atexit.register(lambda: print(*set(sys.modules) - before))
sys.argv[1:] = ["make", "wells.txt", "-f", "html"]
from pressroom.cli.start import main
main()
"""


def test_a_run_with_nothing_to_do_imports_little(tmp_path: Path) -> None:
    (tmp_path / "wells.txt").write_text("Wells\n\nThe survey counted 412 wells in 2024.\n")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "XDG_DATA_HOME": str(tmp_path / "own")}
    first, second = (
        subprocess.run(
            [sys.executable, "-c", NOTHING_TO_DO],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        for _ in range(2)
    )
    assert "click" in first.stdout.split()
    assert "nothing to do" in second.stderr
    # each takes as long to import as all that such a run does
    assert not {"click", "json", "re", "typing"} & set(second.stdout.split())


def every_package() -> list[str]:
    found = sorted((ROOT / "src" / "pressroom").rglob("__init__.py"))
    return ["pressroom.api", *(".".join(path.parent.relative_to(ROOT / "src").parts) for path in found)]


@pytest.mark.parametrize("package", every_package())
def test_a_package_loads_nothing_heavy_by_itself(package: str) -> None:
    assert loaded_by(f"import {package}") & HEAVY == set()


def test_the_model_is_plain_data() -> None:
    modules = sorted(
        f"pressroom.model.{path.stem}" for path in (ROOT / "src/pressroom/model").glob("[!_]*.py")
    )
    loaded = loaded_by("import " + ", ".join(modules))
    assert loaded - set(sys.stdlib_module_names) == {"pressroom"}


def text_files() -> Iterator[tuple[Path, str]]:
    """Yield what a commit could hold: every text file outside the folders that git leaves out."""
    left_out = {"dist", "__pycache__", "build", "htmlcov"}
    for folder, below, names in os.walk(ROOT):
        here = Path(folder)
        top = here == ROOT
        below[:] = [
            name
            for name in below
            if not (top and name in left_out)
            and name != "__pycache__"
            and (not name.startswith(".") or name == ".ci")
            and not name.endswith(".egg-info")
        ]
        for name in names:
            try:
                yield here / name, (here / name).read_text(encoding="utf-8")
            except (UnicodeDecodeError, OSError):
                continue


# Put together so that this file does not hold them.
HOSTS = re.compile(
    "|".join(
        re.escape(".".join(host))
        for host in (
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("registry", "npmjs", "org"),
            ("deb", "debian", "org"),
            ("archive", "ubuntu", "com"),
        )
    )
)
# A home folder, or a folder at the root that no system has by itself: somebody's own machine.
PLACES = re.compile(r"(?<![\w.:/-])/(?:home|Users|root|work|farm|mnt|workspace)/\w")


def test_the_walk_finds_the_files_of_the_repository() -> None:
    found = {str(path.relative_to(ROOT)) for path, _ in text_files()}
    assert {
        "pyproject.toml",
        "script/bootstrap",
        ".ci/run",
        "src/pressroom/world.py",
        "requirements.txt",
    } <= found
    assert not any(name.startswith((".git/", ".venv/", "dist/")) for name in found)


def test_no_file_names_a_package_registry() -> None:
    named = {
        str(path.relative_to(ROOT)): found[0] for path, text in text_files() if (found := HOSTS.search(text))
    }
    assert named == {}


def test_no_file_carries_a_path_of_one_machine() -> None:
    carried = {
        str(path.relative_to(ROOT)): found[0] for path, text in text_files() if (found := PLACES.search(text))
    }
    assert carried == {}


def project() -> dict[str, object]:
    data: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return data


def pins(name: str) -> dict[str, set[Version]]:
    """Return a lock's versions of each package: several where they depend on the Python."""
    found: dict[str, set[Version]] = {}
    for line in re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE):
        found.setdefault(canonicalize_name(line[0]), set()).add(Version(line[1]))
    return found


LOCKS = ("requirements.txt", "requirements-dev.txt")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_is_pinned_by_hash(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) > 20
    for entry in entries:
        assert re.match(r"[\w.-]+==[\w.]+ ", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_the_locks_satisfy_the_project() -> None:
    settings = project()
    assert isinstance(settings["project"], dict)
    assert isinstance(settings["dependency-groups"], dict)
    wanted = {
        "requirements.txt": settings["project"]["dependencies"],
        "requirements-dev.txt": settings["project"]["dependencies"] + settings["dependency-groups"]["dev"],
    }
    for lock, requirements in wanted.items():
        locked = pins(lock)
        for requirement in map(Requirement, requirements):
            versions = locked.get(canonicalize_name(requirement.name))
            assert versions, f"{requirement.name} is not in {lock}; run script/lock"
            assert all(requirement.specifier.contains(version) for version in versions), (
                f"{requirement} in {lock}"
            )


def test_the_lock_for_work_contains_the_lock_for_use() -> None:
    for_use, for_work = (pins(lock) for lock in LOCKS)
    assert {name: for_work.get(name) for name in for_use} == for_use


def test_the_lock_is_at_or_above_what_is_fit_for_use() -> None:
    locked = pins("requirements.txt")
    for name, lowest in PACKAGES.items():
        assert min(locked[name]) >= Version(lowest)

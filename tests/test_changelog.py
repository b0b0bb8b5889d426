"""The commit-msg hook that asks for a line in the changelog."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.programs import needs

HOOK = Path(__file__).resolve().parent.parent / "script" / "changelog"
AUTHOR = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org"}
COMMITTER = {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org"}

pytestmark = needs("git")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a repository with the hook, a source file and a changelog."""
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, "begin", "src/a.py", "CHANGELOG.md")
    (tmp_path / ".git/hooks/commit-msg").symlink_to(HOOK)
    return tmp_path


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = {
        **own,
        **AUTHOR,
        **COMMITTER,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    return subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def commit(folder: Path, message: str, *files: str) -> subprocess.CompletedProcess[str]:
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((path.read_text() if path.exists() else "") + f"{message}\n")
    git(folder, "add", "--all")
    return git(folder, "commit", "--quiet", "--message", message)


@pytest.mark.parametrize(
    ("message", "files"),
    [
        ("a change", ("src/a.py", "CHANGELOG.md")),
        ("a page of the manual", ("docs/a.md",)),
        ("a move\n\nChangelog: none", ("src/b.py",)),
        ("a move\n\nWith its reason.\n\nSigned-off-by: a\nchangelog: None", ("src/b.py",)),
    ],
)
def test_a_commit_is_let_through(clone: Path, message: str, files: tuple[str, ...]) -> None:
    done = commit(clone, message, *files)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "message", ["a change", "a change\n\nChangelog: none of it\n\nAnd more.", "Changelog"]
)
def test_a_commit_without_its_line_is_refused(clone: Path, message: str) -> None:
    done = commit(clone, message, "src/a.py", "docs/a.md")
    assert done.returncode != 0
    assert '"Changelog: none"' in done.stderr


def test_a_removed_file_is_a_change(clone: Path) -> None:
    (clone / "src/a.py").unlink()
    assert commit(clone, "gone").returncode != 0


def test_a_merge_is_let_through(clone: Path) -> None:
    git(clone, "checkout", "--quiet", "-b", "side")
    commit(clone, "a change", "src/side.py", "CHANGELOG.md")
    git(clone, "checkout", "--quiet", "-")
    commit(clone, "a page", "docs/a.md")
    (clone / "docs/a.md").write_text("again")
    merged = git(clone, "merge", "--quiet", "--no-ff", "--no-edit", "side")
    assert merged.returncode == 0, merged.stderr


def test_pre_commit_runs_it() -> None:
    hooks = (HOOK.parent.parent / ".pre-commit-config.yaml").read_text()
    assert "entry: script/changelog\n" in hooks
    assert "default_install_hook_types: [pre-commit, commit-msg]" in hooks

"""Files of repositories at a commit, read from a folder of clones."""

from __future__ import annotations

import subprocess
from pathlib import Path

PLACES = ("", "repo", "repo/.git", ".git")  # where a clone keeps its history, from the clone's own folder


class MissingFileError(Exception):
    """A clone is not in the folder, or its history lacks the file."""


def read_file(clones: Path, repository: str, commit: str, path: str) -> bytes:
    """Return a file's bytes as they were at a commit. Raises MissingFileError."""
    history = _find_history(clones, repository)
    command = ["git", f"--git-dir={history}", "show", f"{commit}:{path}"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise MissingFileError(
            f"{repository} {commit[:9]}:{path}: {done.stderr.decode(errors='replace').strip()}"
        )
    return done.stdout


def list_files(clones: Path, repository: str) -> tuple[str, list[str]]:
    """Return the newest commit of a clone and the paths of its files. Raises MissingFileError."""
    history = f"--git-dir={_find_history(clones, repository)}"
    commit = subprocess.run(["git", history, "rev-parse", "HEAD"], capture_output=True, check=True, text=True)
    listed = subprocess.run(
        ["git", history, "ls-tree", "-r", "-z", "--name-only", "HEAD"], capture_output=True, check=True
    )
    return commit.stdout.strip(), [
        path for path in listed.stdout.decode(errors="replace").split("\0") if path
    ]


def _find_history(clones: Path, repository: str) -> Path:
    """Return the Git directory of a clone whose folder is named owner/name or owner+name, bare or not."""
    for folder in (clones / repository, clones / repository.replace("/", "+")):
        for place in PLACES:
            if (folder / place / "HEAD").is_file():
                return folder / place
    raise MissingFileError(f"no clone of {repository} in {clones}")

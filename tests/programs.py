"""Outside programs that tests run: where they are, and a skip where one is not installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

# Programs of Python packages stand beside the interpreter, which need not be on PATH; daemons in /usr/sbin.
PATH = os.pathsep.join(
    (str(Path(sys.executable).parent), os.environ.get("PATH", ""), "/usr/local/sbin", "/usr/sbin", "/sbin")
)


def find_program(name: str) -> str | None:
    """Return the path of a program, None where it is not installed."""
    return shutil.which(name, path=PATH)


def require_program(name: str) -> str:
    """Return the path of a program; the test skips where it is not installed."""
    found = find_program(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def needs(*names: str) -> pytest.MarkDecorator:
    """Return the mark of a test that skips where one of these programs is not installed."""
    missing = [name for name in names if find_program(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"{', '.join(missing)} is not installed")


def run_program(name: str, *arguments: Path | str) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, whatever its status; the test skips where it is not installed."""
    command: Sequence[str] = [require_program(name), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=100)


def assert_valid_docx(data: bytes, folder: Path) -> None:
    """Fail unless the outside validators of Word files, openxml-audit and docx-integrity, find nothing."""
    file = folder / "report.docx"
    file.write_bytes(data)
    for command in (("openxml-audit", "-f", "microsoft365", file), ("docx-integrity", "check", file)):
        done = run_program(*command)
        assert done.returncode == 0, f"{command[0]}: {done.stdout}{done.stderr}"

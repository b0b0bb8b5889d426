"""Where measures find what they measure: the clone, the shared benchmark data, and the samples' outputs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cached_property
from pathlib import Path
from typing import Any

FORMATS = ("pdf", "docx", "html", "eml")


class NotMeasured(Exception):  # noqa: N818 - it is no error
    """What a measure needs is missing on this machine; its rows keep their values. The message says what."""


class Bench:
    """The clone at ``root``; outputs are made below ``scratch``, once, when a measure first asks for them."""

    def __init__(self, root: Path, scratch: Path) -> None:
        self.root = root
        self.scratch = scratch
        self.samples = sorted((root / "seeds").iterdir())

    @cached_property
    def outputs(self) -> dict[str, dict[str, bytes]]:
        """The outputs of the samples: by the sample's name, then by format."""
        return self._runs[0]

    @cached_property
    def outputs_again(self) -> dict[str, dict[str, bytes]]:
        """The same outputs, of a second run in a folder of its own, with another hash seed."""
        return self._runs[1]

    @cached_property
    def _runs(self) -> list[dict[str, dict[str, bytes]]]:
        folders = [self.scratch / "first", self.scratch / "second"]
        runs = [self._start(folder, seed) for seed, folder in enumerate(folders, 1)]
        for run in runs:
            _, errors = run.communicate(timeout=300)
            if run.returncode:
                raise RuntimeError(f"the samples could not be made: {errors}")
        return [
            {
                sample.stem: {ending: (folder / f"{sample.stem}.{ending}").read_bytes() for ending in FORMATS}
                for sample in self.samples
            }
            for folder in folders
        ]

    def _start(self, folder: Path, seed: int) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self._command("make", *map(str, self.samples), "--format", "all", "--out", str(folder)),
            cwd=self.root,
            env=self._environment(seed),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def path(self, sample: str, ending: str) -> Path:
        """Return where an output of a sample lies."""
        assert self.outputs  # they are made now, if they were not
        return self.scratch / "first" / f"{sample}.{ending}"

    def report(self, *arguments: str) -> Any:
        """Run a command of the product with ``--json`` and return what it printed."""
        done = subprocess.run(
            self._command(*arguments, "--json"),
            cwd=self.root,
            env=self._environment(1),
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
        return json.loads(done.stdout)

    def _command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "pressroom", *arguments]

    def _environment(self, seed: int) -> dict[str, str]:
        home = self.scratch / "home"
        home.mkdir(exist_ok=True)
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(self.root / "src"),
            "PYTHONHASHSEED": str(seed),
            "HOME": str(home),
            "LANG": "C.UTF-8",
        }

    def shared(self, name: str) -> Path:
        """Return a folder of the shared benchmark data beside the clone."""
        folder = self.root.parent / "shared" / "benchmarks" / name
        if not folder.is_dir():
            raise NotMeasured(f"../shared/benchmarks/{name} is not beside the clone")
        return folder

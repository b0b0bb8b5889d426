"""Random edits of 14 kinds in Word files of random sources, taken back: words lost, and silent edits.

    .venv/bin/python -m benchmarks.pull [--edits N] [--minutes N] [--seed N] [--libreoffice] [--show]

After each, the patched source is made again and compared with the edited Word file. The bar: no word lost,
no word left that Word no longer has, no silent edit. ``--libreoffice``: 200 edits made by LibreOffice.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from tests.writers.docx.roundtrip.judging import Judgement, judge, publish, take_back
from tests.writers.docx.roundtrip.random_sources import RandomSource, SourceWriter
from tests.writers.docx.roundtrip.word_edits import EDITS, EditedFile

_EACH = 7  # files edited of each source
_TRACKED, _SEVERAL = 0.5, 0.2  # the shares of edits that are tracked, and of files with several
KINDS = (  # the methods of benchmarks/libreoffice_edits.py, which another Python runs
    *("word", "start", "end", "cut", "delete", "add", "split"),
    *("join", "style", "cell", "row", "note", "note_words", "note_gone"),
)


class Tally:
    """What came of the edits so far."""

    def __init__(self, *, shown: bool) -> None:
        self.shown = shown
        self.count = Counter[str]()
        self.faults = Counter[str]()
        self.began = time.perf_counter()

    def add(self, number: int, made: list[str], before: bytes, edited: bytes, source: RandomSource) -> None:
        """Take the edits of a file back, and judge what came of it."""
        pulled = take_back(edited, source)
        said = judge(before, edited, source, pulled)
        self.count["edits"] += len(made)
        self.count["files"] += 1
        self.count["patched"] += bool(pulled.edits and not pulled.conflicts)
        self.count["conflicts"] += bool(pulled.conflicts)
        self.count["lost words"] += len(said.lost)
        self.count["left words"] += len(said.left)
        self.count["silent"] += said.silent
        self.count["wrong"] += not said.right
        self.faults.update([] if said.right else made)
        if self.shown and not said.right:
            show(number, made, source, said, pulled.patch(source.name), pulled.conflicts)

    def print(self) -> int:
        """Print the numbers; return 1 where something was wrong."""
        count = self.count
        print(f"edits {count['edits']} in {count['files']} files, {time.perf_counter() - self.began:.0f} s")
        for name in ("patched", "conflicts", "lost words", "left words", "silent", "wrong"):
            print(f"{name:<12} {count[name]}")
        for kind, times in self.faults.most_common():
            print(f"  wrong: {kind} {times}")
        return 1 if count["wrong"] else 0


def edit(before: bytes, random: Random, kinds: list[str]) -> tuple[bytes, list[str]]:
    """Return a Word file with edits, and their kinds."""
    file, made = EditedFile(before, random), []
    for kind in kinds:
        tracked = random.random() < _TRACKED
        if EDITS[kind](file, tracked=tracked):
            made.append(f"{kind}{' (tracked)' if tracked else ''}")
    return file.save(), made


def edit_as_word(edits: int, seed: int, tally: Tally, seconds: float) -> None:
    """Edit the XML of Word files, one of five at three places, until there are enough or time is up."""
    number = seed * 1_000_000
    while tally.count["edits"] < edits and time.perf_counter() - tally.began < seconds:
        number += 1
        random = Random(number)
        source = SourceWriter(random).write()
        before = publish(source)
        for _ in range(_EACH):
            several = random.random() < _SEVERAL
            kinds = random.sample(list(EDITS), 3) if several else [random.choice(list(EDITS))]
            edited, made = edit(before, random, kinds)
            if made:
                tally.add(number, made, before, edited, source)


def edit_in_libreoffice(edits: int, seed: int, tally: Tally) -> None:
    """Let LibreOffice edit Word files, and say which kinds it could not make in any of them."""
    soffice, python = shutil.which("soffice"), find_python()
    if soffice is None or python is None:
        raise SystemExit("LibreOffice, or a Python that has its module uno, is not installed")
    with tempfile.TemporaryDirectory() as folder:
        jobs, sources = [], []
        for at in range(edits):
            random = Random(seed * 1_000_000 + at)
            sources.append(SourceWriter(random).write())
            path = Path(folder) / f"{at}.docx"
            path.write_bytes(publish(sources[-1]))
            job = {"source": path.as_uri(), "target": path.with_suffix(".edited.docx").as_uri()}
            kind = KINDS[at % len(KINDS)]
            jobs.append({**job, "kind": kind, "seed": at, "tracked": random.random() < _TRACKED})
        asked = Path(folder) / "jobs.json"
        profile = (Path(folder) / "profile").as_uri()
        asked.write_text(json.dumps({"soffice": soffice, "profile": profile, "jobs": jobs}), "utf-8")
        script = Path(__file__).parent / "libreoffice_edits.py"
        done = subprocess.run(
            [python, str(script), str(asked)], stdout=subprocess.PIPE, text=True, check=True
        )
        for at, kind in enumerate(done.stdout.splitlines()):
            if kind:
                path = Path(folder) / f"{at}.docx"
                edited = path.with_suffix(".edited.docx").read_bytes()
                tracked = " (tracked)" if jobs[at]["tracked"] else ""
                tally.add(at, [kind + tracked], path.read_bytes(), edited, sources[at])


def find_python() -> str | None:
    """Find a Python that has LibreOffice's module."""
    for name in ("/usr/bin/python3", "python3", "python"):
        found = shutil.which(name)
        if (
            found
            and subprocess.run([found, "-c", "import uno"], capture_output=True, check=False).returncode == 0
        ):
            return found
    return None


def main() -> int:
    """Run the benchmark; 1 where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int)
    parser.add_argument(
        "--minutes", type=float, default=float("inf"), help="stop after so long; not LibreOffice"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--libreoffice", action="store_true")
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    tally = Tally(shown=asked.show)
    if asked.libreoffice:
        edit_in_libreoffice(asked.edits or 200, asked.seed, tally)
    else:
        edit_as_word(asked.edits or 500, asked.seed, tally, asked.minutes * 60)
    return tally.print()


def show(
    number: int, made: list[str], source: RandomSource, said: Judgement, patch: str, conflicts: object
) -> None:
    """Print a pull that went wrong."""
    print(f"=== {number} {source.name} {made}\n{said}\n{patch}\n{conflicts}\n")


if __name__ == "__main__":
    raise SystemExit(main())

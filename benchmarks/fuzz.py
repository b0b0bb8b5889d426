"""Coverage-guided fuzzing of what reads: each reader, numbers, settings, and the writers' page vocabulary.

    .venv/bin/pip install --group fuzz
    .venv/bin/python -m benchmarks.fuzz TARGET|all [--seconds 600] [--found FOLDER]
    .venv/bin/python -m benchmarks.fuzz TARGET --keep FOLDER

Each fault is written to FOLDER once, by the place that raises it, and the run goes on; a hang of a minute
and 2 GB of memory end it, with the input in FOLDER, too. ``--keep`` chooses of a folder's corpus the few
short inputs that reach most, for tests/hostile/corpus, where pytest replays them.
"""

from __future__ import annotations

import argparse
import base64
import importlib
import math
import pkgutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import atheris

with atheris.instrument_imports(include=["pressroom"]):
    from tests.hostile.corpus import CORPUS, read_corpus
    from tests.hostile.targets import TARGETS

    # what is imported when it is first needed would be left out
    for room in ("readers", "numbers", "writers", "project", "figures", "compose", "model"):
        package = importlib.import_module(f"pressroom.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"pressroom.{room}."):
            importlib.import_module(module.name)

HANG = 60  # seconds for one input, on a machine that has others to serve
MOST_MEMORY = 2_000  # MB
LONG = 8  # seconds of the processor, of one input, under the fuzzer's instruments, that are looked at
LONGEST = 4_096  # bytes of an input
FAULT = "fault"
TRIED = 200  # inputs of each target, of all lengths
KEPT = 120  # of these
KEPT_LENGTH = 700  # bytes


def fuzz(name: str, seconds: int, found: Path) -> None:
    """Fuzz one target in this process, which libFuzzer ends."""
    corpus = found / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for at, data in enumerate(read_corpus(name)):
        (corpus / f"kept-{at}").write_bytes(data)
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={HANG}",
        f"-rss_limit_mb={MOST_MEMORY}",
        f"-max_len={LONGEST}",
        f"-artifact_prefix={found}/{name}-",
        "-print_final_stats=1",
        "-verbosity=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], note_faults(name, found))
    atheris.Fuzz()


def note_faults(name: str, found: Path) -> Callable[[bytes], None]:
    """Return the target that writes each fault, and each longer wait, to the folder instead of ending."""
    seen: set[str] = set()

    def note(kind: str, data: bytes, said: str) -> None:
        if kind in seen:
            return
        seen.add(kind)
        place = found / f"{name}-{FAULT}-{len(seen)}"
        place.write_bytes(data)
        place.with_suffix(".txt").write_text(f"{kind}\n{said}")
        print(f"{FAULT} {len(seen)}: {kind}", file=sys.stderr, flush=True)

    def one(data: bytes) -> None:
        began = time.process_time()
        try:
            TARGETS[name](data)
        except Exception as error:
            cause = error.__cause__ or error
            places = [f"{at.filename}:{at.lineno}" for at in traceback.extract_tb(cause.__traceback__)]
            ours = [place for place in places if "/pressroom/" in place] or places
            note(f"{type(cause).__name__} at {ours[-1]}", data, traceback.format_exc())
        if (seconds := time.process_time() - began) > LONG:
            note(f"longer than {2 ** int(math.log2(seconds))} s", data, f"{seconds:.1f} s")

    return one


def keep(name: str, found: Path) -> None:
    """Write to tests/hostile/corpus the short inputs that reach lines which no shorter one does."""
    folder = found / "corpus" / name
    short = (file.read_bytes() for file in folder.iterdir() if file.stat().st_size <= KEPT_LENGTH)
    held = sorted(short, key=len)
    reached: set[tuple[str, int]] = set()
    chosen: list[bytes] = []
    tried = {*held[:: max(1, len(held) // TRIED)], *read_corpus(name)}
    for data in sorted(tried, key=lambda data: (len(data), data)):
        new = trace(name, data) - reached
        if new and len(chosen) < KEPT:
            reached |= new
            chosen.append(data)
    lines = [base64.b64encode(data).decode() for data in chosen]
    (CORPUS / f"{name}.txt").write_text("\n".join(lines) + "\n")
    print(f"{name}: {len(lines)} kept, which reach {len(reached):,} lines")


def trace(name: str, data: bytes) -> set[tuple[str, int]]:
    """Return the lines of Pressroom that an input reaches."""
    lines: set[tuple[str, int]] = set()

    def follow(frame: FrameType, event: str, _: object) -> Any:
        place = frame.f_code.co_filename
        if "pressroom" not in place:
            return None
        if event == "line":
            lines.add((place, frame.f_lineno))
        return follow

    sys.settrace(follow)
    try:
        TARGETS[name](data)
    finally:
        sys.settrace(None)
    return lines


def main() -> None:
    """Fuzz what is asked for, all targets one after the other in processes of their own."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("target", choices=[*TARGETS, "all"])
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--found", type=Path, default=Path(tempfile.gettempdir(), "pressroom-fuzz"))
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    if asked.target != "all":
        if asked.keep:
            keep(asked.target, asked.keep)
        else:
            fuzz(asked.target, asked.seconds, asked.found)
        return
    for name in TARGETS:
        command = [sys.executable, "-m", "benchmarks.fuzz", name, f"--seconds={asked.seconds}"]
        ended = subprocess.run(
            [*command, f"--found={asked.found}"], capture_output=True, text=True, check=False
        )
        log = asked.found / f"{name}.log"
        log.write_text(ended.stderr)
        faults = len(list(asked.found.glob(f"{name}-{FAULT}-*.txt")))
        runs = next((line.split()[-1] for line in ended.stderr.splitlines() if "executed_units" in line), "?")
        well = ended.returncode == faults == 0
        print(f"{name}: {runs} inputs, {'no fault' if well else f'{faults} FAULTS, see {log}'}", flush=True)


if __name__ == "__main__":
    main()

# ruff: noqa: E501 - sentences that are printed
"""What a warm process gains: python -P benchmarks/warm.py [--rounds 5] [--rows 60]

article   `report make` of seeds/border-brief.txt as PDF, cold and warm in turn, and pandoc with Typst where they are
minutes   the same of seeds/council-minutes.txt, which has no pictures
batch     one-page reports a second, warm
others    outline and numbers, cold and warm
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:1] = [str(ROOT / "src"), str(ROOT)]  # in place of this folder, whose scripts are named like modules

from benchmarks.build import project
from benchmarks.compared.measure import Use, run
from benchmarks.compared.texts import make_texts
from benchmarks.compared.tools import make_environment

REPORT = [sys.executable, "-P", "-m", "pressroom"]
BATCH = """
import sys, time
sys.path[:0] = ["."]
from pathlib import Path
from pressroom.build.preload import preload
from benchmarks.build import plan
from pressroom.build.job import build
from pressroom.world import RealWorld
preload(("pdf",))
jobs = list(plan(Path(sys.argv[1]), 1, int(sys.argv[2]), force=True).jobs(RealWorld()))
began = time.process_time()
for job in jobs:
    assert build(job).status == 0
print(len(jobs) / (time.process_time() - began))
"""
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"


def warm(what: str, environment: Mapping[str, str]) -> int:
    """Start or stop the warm process; return its number where it was started."""
    done = subprocess.run(
        [*REPORT, "warm", what], env=environment, check=True, capture_output=True, text=True
    )
    return int(done.stderr.partition("process ")[2].partition(",")[0] or 0) if what == "start" else 0


def measure(command: list[str], folder: Path, environment: Mapping[str, str], process: int = 0) -> Use:
    """Return what a command uses; ``process`` is the warm one that works for it. Raises RuntimeError when it fails."""
    use = run(shlex.join(command), folder, environment, process)
    if use.fault:
        raise RuntimeError(use.fault)
    return use


def compare(
    name: str, command: list[str], folder: Path, environment: Mapping[str, str], rounds: int, limit: float
) -> Use:
    """Print what a command takes cold and warm, in turn; return the medians of the warm ones."""
    away = {**environment, "XDG_DATA_HOME": str(folder / "elsewhere")}  # where there is no warm process
    process = warm("start", environment)
    pairs = [
        (measure(command, folder, environment, process), measure(command, folder, away))
        for _ in range(rounds)
    ]
    told = []
    for what in ("seconds", "processor"):
        ours, cold = (
            statistics.median(getattr(use, what) for use in uses) for uses in zip(*pairs, strict=True)
        )
        told.append(f"{1000 * ours:.0f} of {1000 * cold:.0f} ms, {ours / cold:.2f}")
    print(f"{name}: by the clock {told[0]}; of the processor {told[1]} (at most {limit})", flush=True)
    return take_median([ours for ours, _ in pairs])


def take_median(uses: list[Use]) -> Use:
    """Return the medians of several runs."""
    return Use(
        *(
            statistics.median(getattr(use, name) for use in uses)
            for name in ("seconds", "processor", "memory")
        )
    )


def typeset(folder: Path, python: Path, environment: Mapping[str, str], rounds: int) -> Use | None:
    """Return what pandoc and Typst take for the article, as Markdown; None where they are not there."""
    find = "import pypandoc, typst; print(pypandoc.get_pandoc_path())"
    done = subprocess.run([str(python), "-c", find], capture_output=True, text=True, check=False)
    if done.returncode:
        return None
    text = make_texts(folder / "texts", environment)[0]
    (folder / "typeset.py").write_text(TYPST)
    line = f"'{done.stdout.strip()}' '{text.markdown}' -s --toc -t typst -o a.typ && '{python}' typeset.py a.typ a.pdf"
    return take_median([measure(["sh", "-c", line], folder, environment) for _ in range(rounds)])


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rows", type=int, default=60, help="reports of the batch")
    parser.add_argument("--environment", type=Path, help="that of benchmarks/peers.py, with pandoc and Typst")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = make_environment(ROOT, folder)
        for sample in ("border-brief.txt", "council-minutes.txt"):
            shutil.copy(ROOT / "seeds" / sample, folder)
        warm("start", environment)
        try:
            make = [*REPORT, "make", "border-brief.txt", "--format", "pdf", "--force"]
            article = compare("article", make, folder, environment, asked.rounds, 0.2)
            if asked.environment and (
                peer := typeset(folder, asked.environment / "bin" / "python", environment, asked.rounds)
            ):
                ratios = article.seconds / peer.seconds, article.processor / peer.processor
                print(
                    f"against pandoc and Typst: by the clock {ratios[0]:.1f}, of the processor {ratios[1]:.1f} (at most 2)"
                )
            compare(
                "minutes",
                [*make[:-4], "council-minutes.txt", *make[-3:]],
                folder,
                environment,
                asked.rounds,
                0.2,
            )
            for command in ("outline", "numbers"):
                compare(
                    command, [*REPORT, command, "border-brief.txt"], folder, environment, asked.rounds, 0.5
                )
            project(folder / "batch", asked.rows)
            batch = [*REPORT, "make", "buses.txt", "--force", "--jobs"]
            use = measure(
                [*batch, str(os.cpu_count() or 1)], folder / "batch", environment, warm("start", environment)
            )
            print(
                f"{asked.rows} one-page reports: {asked.rows / use.seconds:.1f} a second by the clock, on all cores"
            )
            command = [sys.executable, "-c", BATCH, str(folder / "batch"), str(asked.rows)]
            done = subprocess.run(
                command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
            )
            print(
                f"a warm worker: {float(done.stdout):.1f} one-page reports a second of the processor (at least 10)"
            )
        finally:
            warm("stop", environment)


if __name__ == "__main__":
    main()

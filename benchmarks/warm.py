# ruff: noqa: E501 - sentences that are printed
"""What a warm process gains: python -P benchmarks/warm.py [--rounds 5] [--rows 60]

article   `report make` of seeds/border-brief.txt as PDF, cold and warm in turn, and pandoc with Typst where they are
batch     one-page reports a second on one core, warm
others    outline and numbers, cold and warm
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:1] = [str(ROOT / "src"), str(ROOT)]  # in place of this folder, whose scripts are named like modules

from benchmarks.build import project
from benchmarks.compared.tools import make_environment

REPORT = [sys.executable, "-P", "-m", "pressroom"]
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"


def measure(command: list[str], folder: Path, environment: Mapping[str, str]) -> float:
    """Return how many seconds a command takes. Raises CalledProcessError when it fails."""
    began = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return time.perf_counter() - began


def warm(what: str, environment: Mapping[str, str]) -> None:
    """Start or stop the warm process."""
    subprocess.run([*REPORT, "warm", what], env=environment, check=True, capture_output=True)


def compare(
    name: str, command: list[str], folder: Path, environment: Mapping[str, str], rounds: int, limit: float
) -> float:
    """Print what a command takes cold and warm, in turn; return the median of the warm ones."""
    away = {**environment, "XDG_DATA_HOME": str(folder / "elsewhere")}  # where there is no warm process
    pairs = [(measure(command, folder, environment), measure(command, folder, away)) for _ in range(rounds)]
    ours, cold = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(
        f"{name}: warm {1000 * ours:.0f} ms, cold {1000 * cold:.0f} ms, {ratio:.2f} of it (at most {limit})"
    )
    return ours


def typeset(folder: Path, python: Path, environment: Mapping[str, str], rounds: int) -> float:
    """Return the median of what pandoc and Typst take for the article, as Markdown; 0 where they are not there."""
    from benchmarks.compared.texts import make_texts

    find = "import pypandoc, typst; print(pypandoc.get_pandoc_path())"
    done = subprocess.run([str(python), "-c", find], capture_output=True, text=True, check=False)
    if done.returncode:
        return 0.0
    text = make_texts(folder / "texts", environment)[0]
    commands = [
        [done.stdout.strip(), str(text.markdown), "-s", "--toc", "-t", "typst", "-o", "a.typ"],
        [str(python), "-c", TYPST, "a.typ", "a.pdf"],
    ]
    return statistics.median(
        sum(measure(each, folder, environment) for each in commands) for _ in range(rounds)
    )


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
        shutil.copy(ROOT / "seeds" / "border-brief.txt", folder)
        warm("start", environment)
        try:
            make = [*REPORT, "make", "border-brief.txt", "--format", "pdf", "--force"]
            article = compare("article", make, folder, environment, asked.rounds, 0.2)
            if asked.environment and (
                peer := typeset(folder, asked.environment / "bin" / "python", environment, asked.rounds)
            ):
                print(
                    f"pandoc and Typst: {1000 * peer:.0f} ms; warm takes {article / peer:.2f} of it (at most 2)"
                )
            for command in ("outline", "numbers"):
                compare(
                    command, [*REPORT, command, "border-brief.txt"], folder, environment, asked.rounds, 0.5
                )
            project(folder / "batch", asked.rows)
            batch = [*REPORT, "make", "buses.txt", "--force", "--jobs"]
            for jobs in ("1", str(os.cpu_count() or 1)):
                spent = measure([*batch, jobs], folder / "batch", environment)
                rate = asked.rows / spent
                print(
                    f"{asked.rows} one-page reports, --jobs {jobs}: {rate:.1f} a second, {rate / int(jobs):.1f} a core (at least 10)"
                )
        finally:
            warm("stop", environment)


if __name__ == "__main__":
    main()

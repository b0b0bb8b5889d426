# ruff: noqa: E501 - sentences that are printed
"""What others need for the same texts, and what is in what they make: writes docs/comparison.md.

    python -P benchmarks/peers.py [--rounds 3] [--long-rounds 1] [--texts article,…] [--environment FOLDER] [--out docs/comparison.md]

Programs that are not installed are put into an environment of the benchmark's own where a package has them; the
others are named as missing. All take turns, text by text, and medians are told.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:1] = [str(ROOT / "src"), str(ROOT)]  # in place of this folder, whose scripts are named like modules

from benchmarks.compared.measure import Found, Use, look, run
from benchmarks.compared.texts import Text, make_texts
from benchmarks.compared.tools import Places, Tool, find_versions, list_tools, make_environment, prepare
from benchmarks.compared.writing import write_page

LONG = ("100 pages", "300 pages", "500 pages")
VALIDATED = ("article", "prose", "heat plan", "40 tables")  # the others would take the validators very long
REPORT = [sys.executable, "-P", "-m", "pressroom"]


def measure(
    text: Text, tools: list[Tool], folder: Path, environment: Mapping[str, str], rounds: int
) -> dict[str, list[Use]]:
    """Let all tools print a text in turn, some rounds long; return what each used."""
    used: dict[str, list[Use]] = {tool.name: [] for tool in tools}
    away = {**environment, "XDG_DATA_HOME": str(folder / "data")}  # where there is no warm process
    for number in range(rounds):
        for tool in tools:
            warm = start_warm(environment) if tool.name.endswith("warm") else 0
            use = run(tool.command(text, folder), folder, environment if warm else away, warm)
            used[tool.name].append(use)
            print(
                f"{text.name}, {number + 1}, {tool.name}: {use.seconds:.2f} s, {use.processor:.2f} s of the processor, {use.memory:.0f} MB {use.fault}",
                flush=True,
            )
    return used


def start_warm(environment: Mapping[str, str]) -> int:
    """Start the warm process where it is not there any more, and return its number."""
    done = subprocess.run(
        [*REPORT, "warm", "start"], env=environment, capture_output=True, text=True, check=True
    )
    return int(done.stderr.partition("process ")[2].partition(",")[0])


def take_median(uses: list[Use]) -> Use:
    """Return the medians of several runs; a fault of one is a fault."""
    fault = next((use.fault for use in uses if use.fault), "")
    return Use(
        *(
            statistics.median(getattr(use, name) for use in uses)
            for name in ("seconds", "processor", "memory")
        ),
        fault,
    )


def main() -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--long-rounds", type=int, default=1, help="those of the texts of 100 pages and more")
    parser.add_argument("--texts", default="", help="names, parted by commas; all unless given")
    parser.add_argument(
        "--environment", type=Path, help="the folder of the benchmark's own environment, kept"
    )
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "comparison.md")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="peers-") as name:
        scratch = Path(name)
        environment = make_environment(ROOT, scratch)
        places = Places(asked.environment or scratch / "environment")
        places.install()
        tools, missing = list_tools(places)
        print("missing:", ", ".join(missing + places.missing) or "none", flush=True)
        results: dict[Text, dict[str, tuple[Use, Found | None]]] = {}
        began, load = time.time(), []
        wanted = asked.texts.split(",") if asked.texts else []
        texts = make_texts(scratch / "texts", environment)
        for text in texts:
            if wanted and text.name not in wanted:
                continue
            folder = scratch / "work" / text.name.replace(" ", "-")
            prepare(text, folder, places, environment)
            rounds = asked.long_rounds if text.name in LONG else asked.rounds
            used = measure(text, tools, folder, environment, rounds)
            load.append(os.getloadavg()[0])
            results[text] = {}
            for tool in tools:
                use = take_median(used[tool.name])
                file = folder / tool.output.format(stem=text.source.stem)
                found = (
                    look(text, file, validate=text.name in VALIDATED)
                    if tool.document and file.exists() and not use.fault
                    else None
                )
                results[text][tool.name] = (use, found)
                print(f"{text.name}, {tool.name}: {found}", flush=True)
            when = datetime.fromtimestamp(began, UTC)
            page = write_page(
                results,
                tools,
                find_versions(places),
                missing,
                (asked.rounds, asked.long_rounds),
                when,
                max(load),
                [each.name for each in texts if each not in results],
            )
            asked.out.write_text(page, encoding="utf-8")  # after each text: the last ones take very long
        subprocess.run([*REPORT, "warm", "stop"], env=environment, capture_output=True, check=False)
        print(f"{asked.out}, after {(time.time() - began) / 60:.0f} minutes")


if __name__ == "__main__":
    main()

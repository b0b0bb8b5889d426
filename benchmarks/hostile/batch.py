"""Many sources made in one run, each told by its outcome."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.hostile.command import ENVIRONMENT

SECONDS = 60  # of one document
FAULTS = ("internal-error", "process-lost")


def make(
    folder: Path,
    formats: tuple[str, ...],
    out: str,
    sources: Sequence[str] = (".",),
    jobs: int = 1,
    seconds: int = SECONDS,
) -> tuple[Counter[str], list[str]]:
    """Make all texts of a folder; return how many ended how, and lines for those that ended badly.

    A document that takes longer than its limit is refused in a line, and counted by itself.
    """
    chosen = [word for name in formats for word in ("-f", name)]
    limits = ["--timeout", str(seconds), "--word-pages", "pdf", "--jobs", str(jobs)]
    command = [
        sys.executable,
        "-P",
        "-m",
        "pressroom",
        "make",
        *sources,
        *chosen,
        "-o",
        out,
        *limits,
        "--json",
    ]
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, check=False)
    said = done.stderr.decode("utf-8", "replace")
    try:
        outcomes = json.loads(done.stdout)["outcomes"]
    except (ValueError, KeyError):
        return Counter({"no result": 1}), [f"{folder}: {said[-300:]}"]
    counts: Counter[str] = Counter()
    bad = [f"{folder}: {said[-300:]}"] if "Traceback" in said else []
    for outcome in outcomes:
        errors = [found for found in outcome["diagnostics"] if found["severity"] == "error"]
        verdict = _judge(outcome, errors)
        counts[verdict] += 1
        if verdict not in ("built", "refused"):
            said = errors[0]["message"] if errors else outcome["state"]
            bad.append(f"{verdict}: {folder / outcome['source']}: {said}")
    return counts, bad


def _judge(outcome: Mapping[str, object], errors: list[Mapping[str, str]]) -> str:
    if outcome["state"] in ("made", "unchanged"):
        return "built"
    if len(errors) != 1:
        return "refused without a word" if not errors else "refused in many words"
    (error,) = errors
    if error["rule"] in FAULTS or "unforeseen way" in error["message"]:
        return "internal fault"
    if not (error["message"] + error["cure"]).isprintable() or not error["cure"]:
        return "refused unfit to print"
    return {"too-slow": "at its limit of time", "too-large": "at its limit of memory"}.get(
        error["rule"], "refused"
    )

# ruff: noqa: E501 - sentences that are printed
"""Prove that nothing is lost: poison among many, parents killed, disks full, workers of a cluster killed.

    python -P benchmarks/faults.py [--only poison,kills,full,cluster] [--reports 1000]

Reports are real, the poison stands in the texts and is set off by a stand-in round the real build.
"""

from __future__ import annotations

import argparse
import ctypes
import faulthandler
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
REPORT = [sys.executable, "-P", "-m", "pressroom", "make"]
POISONS = ("hang", "memory", "SIGKILL", "SIGSEGV", "exit")
TIMEOUT = 5  # seconds a report may take here

# the command line with the stand-in for its build; workers import this main file as well
POISONED = """
import sys
from benchmarks import faults
from pressroom.build import engine
from pressroom.cli.main import run
engine.build = faults.build_or_die
if __name__ == "__main__":
    sys.argv[0] = "report"
    sys.exit(run(sys.argv[1:]))
"""


def build_or_die(job: Any) -> Any:
    """Build a job as ever, unless its text is poison."""
    from pressroom.build.job import build

    text = job.source.read_text()
    match text.partition("\n")[0].removeprefix("poison: "):
        case "hang":
            time.sleep(1000)
        case "memory":
            bytearray(20_000_000_000)
        case "SIGKILL":
            os.kill(os.getpid(), signal.SIGKILL)
        case "SIGSEGV":
            faulthandler.disable()
            ctypes.string_at(0)
        case "exit":
            os._exit(3)
    return build(job)


def sources(folder: Path, number: int) -> list[str]:
    """Put texts of a page into a folder's seeds; return their stems."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "report.toml").touch()
    names = [f"note-{each:04}" for each in range(number)]
    for each, name in enumerate(names):
        text = f"Note {each}\n\nThe town has {each + 3} wells, and {each + 11} more are to be dug by May.\n"
        (folder / "seeds" / f"{name}.txt").write_text(text)
    return names


def poison(folder: Path, number: int) -> None:
    """Many reports, twenty of them poison: exactly those fail."""
    names = sources(folder, number)
    bad = random.Random(5).sample(names, min(20, number // 4))
    for each, name in enumerate(bad):
        (folder / "seeds" / f"{name}.txt").write_text(f"poison: {POISONS[each % len(POISONS)]}\n\nText.\n")
    main = folder / "poisoned.py"
    main.write_text(POISONED)
    done = subprocess.run(
        [sys.executable, str(main), "make", "--json", "--timeout", str(TIMEOUT), "--memory", "2000"],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    told = json.loads(done.stdout)
    failed = sorted(each["name"] for each in told["outcomes"] if each["state"] == "failed")
    rules: dict[str, int] = {}
    for each in told["outcomes"]:
        for found in each["diagnostics"] if each["state"] == "failed" else ():
            rules[found["rule"]] = rules.get(found["rule"], 0) + 1
    pages = len(list((folder / "dist").glob("*.pdf")))
    right = failed == sorted(bad)
    print(
        f"{number} reports, {len(bad)} poison: {told['failed']} failed (the poison alone: {right}), {told['made']} made,"
    )
    print(f"  {pages} files, status {done.returncode}, JSON valid, {told['seconds']:.0f} s; reasons {rules}")


def children(process: int) -> set[int]:
    """Return every process below one."""
    found: set[int] = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == process:
            found |= {int(path.parent.name)} | children(int(path.parent.name))
    return found


def alive(process: int) -> bool:
    """Tell whether a process is there and no corpse."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def torn(folder: Path) -> int:
    """Count PDFs that are not whole."""
    import pikepdf

    bad = 0
    for path in (folder / "dist").glob("*.pdf"):
        try:
            with pikepdf.open(path) as pdf:
                bad += not pdf.pages
        except pikepdf.PdfError:
            bad += 1
    return bad


def kills(folder: Path, _number: int) -> None:
    """Fifty kills of the parent at random moments, each followed by the next run."""
    chance = random.Random(7)
    names = sources(folder, 200)
    torn_ones = again = orphans = looked_at = 0
    finished: dict[str, int] = {}
    for _ in range(50):
        orphans += killed(folder, chance.uniform(0.1, 4))
        torn_ones += torn(folder)
        looked_at += len(finished)
        again += sum(stamp(folder, name) != before for name, before in finished.items())
        finished = {name: stamp(folder, name) for name in recorded(folder)}
        for name in chance.sample(names, 5):  # so that there is always work
            source = folder / "seeds" / f"{name}.txt"
            source.write_text(source.read_text().replace("wells", "old wells", 1))
            finished.pop(name, None)
        finished = {name: before for name, before in finished.items() if current(folder, name)}
    command = [*REPORT, "--json"]
    last = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    told = json.loads(last.stdout)
    left = len(list((folder / "dist").glob(".unfinished*")))
    print(
        f"50 kills -9 of the parent: {torn_ones} torn outputs, {again} of {looked_at} finished ones made again, {orphans} processes "
        f"alive after 5 s; then {told['made'] + told['unchanged']} of 200 there, {told['failed']} failed, "
        f"{left} unfinished files left"
    )


def killed(folder: Path, seconds: float) -> int:
    """Run report make and kill it after a while; return how many of its processes are alive five seconds later."""
    command = [*REPORT, "--jobs", "2"]
    process = subprocess.Popen(
        command, cwd=folder, env=ENVIRONMENT, stderr=subprocess.DEVNULL, start_new_session=True
    )
    until = time.monotonic() + seconds
    below: set[int] = set()
    while time.monotonic() < until and process.poll() is None:
        below |= children(process.pid)
        time.sleep(0.05)
    process.kill()
    ended = time.monotonic()
    while any(map(alive, below)) and time.monotonic() < ended + 5:
        time.sleep(0.05)
    process.wait()
    return sum(map(alive, below))


def stamp(folder: Path, name: str) -> int:
    """Return when an output was put in place."""
    return (folder / "dist" / f"{name}.pdf").stat().st_mtime_ns


def recorded(folder: Path) -> list[str]:
    """Return the names of the outputs that are as their record says: those are finished."""
    found = []
    for path in (folder / "dist" / ".pressroom").glob("*.json"):
        for name, told in json.loads(path.read_text())["outputs"].items():
            if digest(Path(name)) == told:
                found.append(Path(name).stem)
    return found


def current(folder: Path, name: str) -> bool:
    """Tell whether an output was made of its source as that is now."""
    source = folder / "seeds" / f"{name}.txt"
    told = f'"read {source}": "{digest(source)}"'
    return any(told in path.read_text() for path in (folder / "dist" / ".pressroom").glob("*.json"))


def full(folder: Path, _number: int) -> None:
    """Twenty limits on the size of files and of the disk: the old output stays, the error is clear."""
    sources(folder, 1)
    subprocess.run(REPORT, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)
    output = folder / "dist" / "note-0000.pdf"
    before = output.read_bytes()
    source = folder / "seeds" / "note-0000.txt"
    intact = clear = 0
    for point in range(10):
        source.write_text(f"Note\n\nThe town has {point + 50} wells.\n")
        limit = 1 + point * len(before) // 512 // 10
        done = subprocess.run(
            ["sh", "-c", f'ulimit -f {limit}; exec "$@"', "sh", *REPORT],
            cwd=folder,
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=False,
        )
        intact += output.read_bytes() == before
        clear += done.returncode != 0 and "Cure:" in done.stderr and "Traceback" not in done.stderr
    disk = folder / "disk"
    disk.mkdir()
    for point in range(10):
        script = f"""
        mount -t tmpfs -o size=4m tmpfs {disk}
        {" ".join(REPORT)} {source} --out {disk} 2>/dev/null; cp {disk}/*.pdf {folder}/old.pdf
        echo >> {source}; echo 'It has {point} pumps.' >> {source}
        free=$(df --output=avail -B1 {disk} | tail -1)
        head -c $((free - {point * 9000})) /dev/zero > {disk}/filler
        {" ".join(REPORT)} {source} --out {disk}; echo status $? >&2
        cmp {disk}/note-0000.pdf {folder}/old.pdf && echo intact; ls -A {disk}
        """
        done = subprocess.run(
            ["unshare", "--mount", "sh", "-c", script],
            cwd=folder,
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=False,
        )
        made = "status 0" in done.stderr  # there was room after all: then it must be whole
        intact += "intact" in done.stdout or made
        clear += made or ("Cure:" in done.stderr and "Traceback" not in done.stderr)
    print(
        f"disk full and limits on files at 20 points: old output intact {intact} of 20, a clear error {clear} of 20"
    )


def cluster(folder: Path, _number: int) -> None:
    """A local Dask cluster, 200 reports, three workers killed: all made, and the same bytes as without."""
    import dask
    from distributed import LocalCluster

    from pressroom.build.cluster import connect
    from pressroom.build.isolation import Limits
    from pressroom.build.plan import Request, make_plan
    from pressroom.build.scheduler import run
    from pressroom.project.place import Place, find_default_folder
    from pressroom.world import RealWorld

    names = sources(folder, 200)
    place, world = Place(folder, find_default_folder()), RealWorld()
    texts = tuple(folder / "seeds" / f"{name}.txt" for name in names)
    there = make_plan(Request(texts, out=folder / "there"), place, world)
    states: dict[str, int] = {}
    with (
        dask.config.set({"distributed.worker.daemon": False}),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as started,
        connect(started.scheduler_address, Limits()) as engine,
    ):
        client = engine.executor._client  # noqa: SLF001 - the engine shows its client to nobody else
        for count, outcome in enumerate(run(there, world, engine=engine), 1):
            states[outcome.state] = states.get(outcome.state, 0) + 1
            if count in (30, 80, 140):
                os.kill(random.choice(list(client.run(os.getpid).values())), signal.SIGKILL)
    for _ in run(make_plan(Request(texts, out=folder / "here"), place, world), world):
        pass
    same = sum(
        digest(folder / "here" / f"{name}.pdf") == digest(folder / "there" / f"{name}.pdf") for name in names
    )
    print(f"Dask, 200 reports, 3 workers killed: {states}; the same bytes as on this machine: {same} of 200")


def digest(path: Path) -> str:
    """Return a file's hash, "" where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def main() -> None:
    """Print what is asked for."""
    parts = (poison, kills, full, cluster)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--only", default=",".join(part.__name__ for part in parts))
    parser.add_argument("--reports", type=int, default=1000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="faults-", ignore_cleanup_errors=True) as name:
        for part in parts:
            if part.__name__ in asked.only.split(","):
                part(Path(name) / part.__name__, asked.reports)


if __name__ == "__main__":
    main()

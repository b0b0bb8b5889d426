# ruff: noqa: E501 - sentences that are printed, and a text whose lines are as people write them
"""What the build engine costs: many reports, nothing changed, little changed, watched, planned, on a cluster.

    python -P benchmarks/build.py [--rows 500] [--only workers,unchanged,changed,watch,memory,leak,cluster,cold]

Everything is made in folders of its own, from a one-page text with rows of data; timings are ratios of work done
in turn, medians of several rounds. ``cold`` is in benchmarks/cold.py, with the peers added here.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
REPORT = [sys.executable, "-P", "-m", "pressroom"]
TEXT = """Buses in {{ row.district }}

The council ran {{ row.buses }} buses a day in {{ row.district }} in March 2026, up from {{ row.before }} a year before.

Drivers

It took on {{ row.drivers }} more drivers, and {{ row.share }} per cent of them work part-time. The line to the hospital
runs every ten minutes, and the one to the harbour twice an hour.

Outlook

More buses will follow in the autumn, when the new depot opens.
"""


def project(folder: Path, rows: int) -> Path:
    """Fill a folder with the text, its rows and an empty report.toml; return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.toml").write_text('[[matrix]]\ndata = "rows.csv"\n')
    (folder / "buses.txt").write_text(TEXT)
    chance = random.Random(8)
    with (folder / "rows.csv").open("w") as file:
        file.write("district,buses,before,drivers,share\n")
        for number in range(1, rows + 1):
            values = (
                chance.randint(40, 400),
                chance.randint(20, 300),
                chance.randint(2, 40),
                chance.randint(9, 90),
            )
            file.write(f"District {number},{','.join(map(str, values))}\n")
    return folder


def plan(folder: Path, first: int = 1, last: int = 0, **more: Any) -> Any:
    """Return the plan for some rows of a project."""
    from pressroom.build.plan import Request, make_plan
    from pressroom.project.place import Place, find_default_folder
    from pressroom.world import RealWorld

    source = folder / "buses.txt"
    request = Request((source,), data="rows.csv", first_row=first, last_row=last, **more)
    return make_plan(request, Place(folder, find_default_folder()), RealWorld())


def made(folder: Path, first: int, last: int, engine: Any) -> float:
    """Make some rows anew with an engine that is warm; return reports a second."""
    from pressroom.build.scheduler import run
    from pressroom.world import RealWorld

    asked = plan(folder, first, last, force=True)
    began = time.perf_counter()
    outcomes = list(run(asked, RealWorld(), engine=engine))
    assert all(outcome.state == "made" for outcome in outcomes), outcomes[0].diagnostics
    return len(outcomes) / (time.perf_counter() - began)


def workers(folder: Path, rows: int) -> None:
    """Two warm workers against one, and one against a new process for each report."""
    from pressroom.build.engine import close_at_end, start_local_engine
    from pressroom.build.isolation import Limits

    project(folder, rows)
    piece = max(10, rows // 20)
    one, two, new = [], [], []
    engines = [close_at_end(start_local_engine(jobs, Limits())) for jobs in (1, 2)]
    with engines[0] as single, engines[1] as pair:
        made(folder, 1, 4, single)
        made(folder, 1, 8, pair)
        for first in range(1, rows, 2 * piece):
            one.append(made(folder, first, first + piece - 1, single))
            two.append(made(folder, first + piece, first + 2 * piece - 1, pair))
            command = [*REPORT, "make", "buses.txt", "--rows", str(first), "--force"]
            new.append(1 / seconds(command, folder))
    ratio = statistics.median(b / a for a, b in zip(one, two, strict=True))
    print(f"one warm worker: {statistics.median(one):.1f} reports a second")
    print(f"two jobs: {statistics.median(two):.1f} a second, {ratio:.2f} times one (at least 1.8)")
    fresh = statistics.median(b / a for a, b in zip(new, two, strict=True))
    print(
        f"a new process each: {statistics.median(new):.2f} a second; two jobs are {fresh:.1f} times that (at least 8)"
    )


def seconds(command: list[str], folder: Path) -> float:
    """Return how long a command takes."""
    began = time.perf_counter()
    subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)
    return time.perf_counter() - began


def told(folder: Path, *more: str) -> dict[str, Any]:
    """Run report make, and return what it says as JSON."""
    command = [*REPORT, "make", "--json", *more]
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=False, capture_output=True, text=True)
    data: dict[str, Any] = json.loads(done.stdout)
    return data


def unchanged(folder: Path, rows: int) -> None:
    """A second run with nothing changed: by its own record, and by a look at each report's."""
    project(folder, rows)
    command = [*REPORT, "make", "buses.txt"]
    seconds(command, folder)
    for name, again in (("", command), (", each looked at", [*command, "--json"])):
        spent = statistics.median(seconds(again, folder) for _ in range(5))
        print(
            f"nothing changed of {rows} outputs{name}: {spent:.2f} s, {1000 * spent / rows:.2f} ms an output"
            " (below 1 s and 2 ms)"
        )


def changed(folder: Path, rows: int) -> None:
    """What is made again, and which steps, after a change of one source, one row, the brand."""
    few = min(rows, 60)
    project(folder, few)
    sources = folder / "many"
    sources.mkdir()
    shutil.copytree(ROOT / "assets", sources / "assets")
    (sources / "report.toml").touch()
    (sources / "seeds").mkdir()
    for number in range(rows):
        (sources / "seeds" / f"note-{number}.txt").write_text(
            f"Note {number}\n\nThe town has {number + 3} wells.\n"
        )
    told(sources)
    (sources / "seeds" / "note-7.txt").write_text("Note 7\n\nThe town has 900 wells.\n")
    again = told(sources)
    print(f"one source of {rows} changed: {again['made']} made again, {again['unchanged']} unchanged")
    brand = sources / "assets" / "brand.toml"
    brand.write_text(brand.read_text() + "\n# changed\n")
    again = told(sources)
    steps = [step for outcome in again["outcomes"] for step in outcome["steps"]]
    print(
        f"the brand changed: {again['made']} made again; sources read {steps.count('document')}, "
        f"numbers looked for {steps.count('numbers')} (0 and 0)"
    )
    told(folder, "buses.txt")
    lines = (folder / "rows.csv").read_text().splitlines()
    (folder / "rows.csv").write_text(
        "\n".join([*lines[:5], lines[5].replace("District 5,", "District 5,1"), *lines[6:]])
    )
    again = told(folder, "buses.txt")
    print(f"one row of {few} changed: {again['made']} made again, {again['unchanged']} unchanged")


def watch(folder: Path, _rows: int) -> None:
    """From an edit to the new PDF while watching, against a warm bare WeasyPrint with the same page."""
    from benchmarks.cold import prepare

    seed = ROOT / "seeds" / "border-brief.txt"
    folder.mkdir(parents=True)
    source = folder / "brief.txt"
    shutil.copy(seed, source)
    with contextlib.redirect_stdout(None):
        prepare(source, folder)
    html, css = (folder / "page.html").read_text(), (folder / "page.css").read_text()

    from weasyprint import CSS, HTML

    def bare() -> float:
        began = time.perf_counter()
        HTML(string=html).write_pdf(folder / "bare.pdf", stylesheets=[CSS(string=css)], pdf_tags=True)
        return time.perf_counter() - began

    with watching(folder) as edited:
        text = source.read_text()
        edited(text + "\n")
        bare()
        pairs = []
        for number in range(9):
            words = text.rstrip() + f" It was edited {number + 2} times.\n"
            pairs.append((edited(words), bare()))
    ours, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"watch: {1000 * ours:.0f} ms / {1000 * other:.0f} ms = {ratio:.2f} (limit 1.3)")


@contextlib.contextmanager
def watching(folder: Path) -> Iterator[Callable[[str], float]]:
    """Run report make --watch, and yield what edits the text and returns the seconds until its PDF is new."""
    output = folder / "dist" / "brief.pdf"
    process = subprocess.Popen(
        [*REPORT, "make", "brief.txt", "--watch"],
        cwd=folder,
        env=ENVIRONMENT,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr

    def quiet() -> None:
        while "watching" not in process.stderr.readline():
            pass
        time.sleep(0.3)  # until it has begun to watch

    def edited(text: str) -> float:
        before = output.stat().st_mtime_ns
        beside = folder / "beside"
        beside.write_text(text)  # as editors save: whole
        began = time.perf_counter()
        beside.replace(folder / "brief.txt")
        while output.stat().st_mtime_ns == before:
            time.sleep(0.002)
        spent = time.perf_counter() - began
        quiet()
        return spent

    try:
        quiet()
        yield edited
    finally:
        process.kill()
        process.wait()


PLAN = """
import pathlib, sys
from pressroom.cli.main import run
sys.stderr = open("/dev/null", "w")
run(["make", "buses.txt", "--dry-run"])
status = pathlib.Path("/proc/self/status").read_text()  # ru_maxrss would count what started this process
sys.stdout.write(str(int(status.partition("VmHWM:")[2].split()[0]) // 1024))
"""


def memory(folder: Path, _rows: int) -> None:
    """The memory of the parent, from a thousand rows to a hundred thousand."""
    peaks = {}
    for rows in (1_000, 100_000):
        project(folder / str(rows), rows)
        done = subprocess.run(
            [sys.executable, "-c", PLAN],
            cwd=folder / str(rows),
            env=ENVIRONMENT,
            capture_output=True,
            check=True,
        )
        peaks[rows] = int(done.stdout)
    print(
        f"memory of the plan: {peaks[1_000]} MB for 1,000 rows, {peaks[100_000]} MB for 100,000 (within 50 MB)"
    )


def leak(folder: Path, rows: int) -> None:
    """What the libraries leave behind in a warm worker, report after report."""
    from pressroom.build.job import build
    from pressroom.world import RealWorld

    project(folder, rows)
    sizes = []
    for job in plan(folder).jobs(RealWorld()):
        build(replace(job, store=None))
        sizes.append(int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6)
    grown = (sizes[-1] - sizes[len(sizes) // 4]) / (len(sizes) * 0.75)
    print(
        f"a warm worker: {sizes[0]:.0f} MB after one report, {sizes[-1]:.0f} MB after {rows}; {grown:.3f} MB a report"
    )


def cluster(folder: Path, rows: int) -> None:
    """What Dask adds to a report: tasks that do nothing, through the same engine."""
    import dask
    from distributed import LocalCluster

    from pressroom.build.cluster import connect
    from pressroom.build.isolation import Limits

    few = min(rows, 100)
    project(folder, few)
    with (
        dask.config.set({"distributed.worker.daemon": False}),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as started,
        connect(started.scheduler_address, Limits()) as engine,
    ):
        list(engine.executor.map(abs, range(50)))
        began = time.perf_counter()
        list(engine.executor.map(abs, range(1000)))
        empty = (time.perf_counter() - began) / 1000
        made(folder, 1, 8, engine)
        speed = made(folder, 1, few, engine)
    print(
        f"Dask: {1000 * empty:.1f} ms a task that does nothing (below 10 ms); {speed:.1f} reports a second on 2 workers"
    )


def cold(folder: Path, _rows: int) -> None:
    """A cold make of a short brief with its figures, against what others need for the same page."""
    from benchmarks.cold import prepare

    folder.mkdir(parents=True)
    source = folder / "brief.txt"
    shutil.copy(ROOT / "seeds" / "border-brief.txt", source)
    prepare(source, folder)
    page = folder / "page.html"
    html = page.read_text().replace("</head>", f"<style>{(folder / 'page.css').read_text()}</style></head>")
    (folder / "whole.html").write_text(html)
    peers = {
        "pandoc with WeasyPrint": [
            "pandoc", "page.html", "--css", "page.css", "-o", "p.pdf", "--pdf-engine", str(Path(sys.executable).with_name("weasyprint")),
        ],
        "Chromium": ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--print-to-pdf=c.pdf", "whole.html"],
        "LibreOffice": ["soffice", "--headless", "--convert-to", "pdf", "--outdir", "o", "whole.html"],
        "Typst": ["typst", "compile", "page.typ"],
    }  # fmt: skip  # a row a line
    make = [*REPORT, "make", "brief.txt", "--force"]
    seconds(make, folder)
    for name, command in peers.items():
        if not shutil.which(command[0]):
            print(f"cold, {name}: not installed here")
            continue
        seconds(command, folder)
        pairs = [(seconds(make, folder), seconds(command, folder)) for _ in range(5)]
        ours, other = (statistics.median(column) for column in zip(*pairs, strict=True))
        print(f"cold: {1000 * ours:.0f} ms / {name} {1000 * other:.0f} ms = {ours / other:.2f} (below 1)")


def main() -> None:
    """Print what is asked for."""
    parts = (workers, unchanged, changed, watch, memory, leak, cluster, cold)
    names = ",".join(part.__name__ for part in parts)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rows", type=int, default=500)
    parser.add_argument("--only", default=names)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="build-benchmark-") as name:
        for part in parts:
            if part.__name__ in asked.only.split(","):
                part(Path(name) / part.__name__, asked.rows)


if __name__ == "__main__":
    main()

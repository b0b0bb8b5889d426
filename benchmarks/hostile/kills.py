"""Commands killed with SIGKILL: nothing is torn, and after the next run nothing is of two editions."""

from __future__ import annotations

import io
import random
import re
import signal
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.hostile import zygote
from benchmarks.hostile.command import BUSY, report
from benchmarks.hostile.naughty import READ
from tests.circulate.mail.faults import experiment

ENDINGS = ("pdf", "docx", "html")
_EDITION = re.compile(r"edition(\d+)x")


def kill(folder: Path, arguments: Sequence[str], when: Callable[[float], bool]) -> bool:
    """Run the command line, and kill it once ``when`` says so of its seconds; tell whether it still ran."""
    with tempfile.TemporaryDirectory() as scratch:
        process = zygote.start(folder, arguments, Path(scratch, "run"), b"", {})
        began = time.monotonic()
        while not when(time.monotonic() - began):
            if zygote.wait(process, 0) is not None:
                return False
        zygote.stop(process)
        return zygote.wait(process, BUSY) == -signal.SIGKILL


def read_editions(folder: Path) -> set[str]:
    """Return the editions of the outputs in a folder. Raises for one that is not whole."""
    found: set[str] = set()
    for ending in ENDINGS:
        file = folder / f"brief.{ending}"
        if file.is_file():
            found |= set(_EDITION.findall(READ[ending](file.read_bytes()))) or {"none"}
        else:
            found.add("missing")
    return found


def kill_make(folder: Path, kills: int) -> tuple[Counter[str], list[str]]:
    """Kill ``make`` at any moment, half of the time while the files of an edition take their places."""
    chance, counts, bad = random.Random(1), Counter[str](), []
    (folder / "report.toml").touch()
    (folder / "other.txt").write_text("Other\n\nAnother text with 12 rows.\n")
    options = [word for ending in ENDINGS for word in ("-f", ending)] + ["--word-pages", "pdf"]
    out = folder / "dist"
    seconds, edition = 0.0, 0
    while counts["make: kills"] < kills:
        edition += 1
        (folder / "brief.md").write_text(f"# The edition{edition}x\n\nThe edition{edition}x has 25 apples.\n")
        command = ("make", "brief.md", *options)
        if edition == 1:
            seconds = report(folder, *command).seconds
            continue
        moment = chance.uniform(0, seconds)
        placing = edition % 2 and any

        def is_time(since: float, moment: float = moment, placing: object = placing) -> bool:
            return any((out / ".pressroom").glob("placing-*")) if placing else since > moment

        if not kill(folder, command, is_time):
            continue
        counts["make: kills"] += 1
        counts["make: while files take their places"] += any((out / ".pressroom").glob("placing-*"))
        try:
            read_editions(out)
        except Exception as error:
            counts["make: torn"] += 1
            bad.append(f"torn by make, edition {edition}: {error!r}")
        report(folder, "make", "other.txt", "-f", "html")
        editions = read_editions(out)
        counts["make: mixed after the next run"] += len(editions) != 1
        if len(editions) != 1:
            bad.append(f"mixed by make, edition {edition}: {editions}")
    left = [path.name for path in out.iterdir() if path.name.startswith(".unfinished")]
    counts["make: left behind after the next run"] = len(left)
    return counts, bad


def kill_clean(folder: Path, kills: int) -> tuple[Counter[str], list[str]]:
    """Kill ``clean``: outputs stay as they are, and the next one ends well."""
    chance, counts, bad = random.Random(2), Counter[str](), []
    (folder / "report.toml").touch()
    (folder / "brief.md").write_text("# The edition1x\n\nWords with 25 apples.\n")
    report(folder, "make", "brief.md", "-f", "html", "-f", "docx", "--word-pages", "pdf")
    outputs = {path: path.read_bytes() for path in (folder / "dist").glob("brief.*")}
    results = folder / "dist" / ".pressroom" / "store" / "results" / "00"
    ended = report(folder, "clean")
    while counts["clean: kills"] < kills:
        results.mkdir(parents=True, exist_ok=True)
        for number in range(3000):
            (results / f"{number:05}").write_bytes(b"x")
        moment = chance.uniform(0, ended.seconds)
        if not kill(folder, ("clean",), lambda since, moment=moment: since > moment):  # type: ignore[misc]  # the moment of now
            continue
        counts["clean: kills"] += 1
        counts["clean: outputs changed"] += outputs != {path: path.read_bytes() for path in outputs}
        ended = report(folder, "clean")
        if ended.verdict != "built":
            counts["clean: next run failed"] += 1
            bad.append(ended.said[-300:])
    return counts, bad


def kill_pull(folder: Path, kills: int) -> tuple[Counter[str], list[str]]:
    """Kill ``pull --apply``: the source is as it was, or with all edits."""
    chance, counts, bad = random.Random(3), Counter[str](), []
    (folder / "report.toml").touch()
    old = "# The text\n\nSome words with 25 apples.\n\nMore words stand here.\n" * 40
    source = folder / "brief.md"
    source.write_text(old)
    report(folder, "make", "brief.md", "-f", "docx", "--word-pages", "pdf")
    edited = folder / "edited.docx"
    edited.write_bytes(_edit((folder / "dist" / "brief.docx").read_bytes()))
    ended = report(folder, "pull", "edited.docx", "brief.md", "--apply")
    new = source.read_text()
    if new == old:
        return Counter({"pull: nothing to apply": 1}), [ended.said[-500:]]
    while counts["pull: kills"] < kills:
        source.write_text(old)
        moment = ended.seconds * chance.uniform(0.3, 1.1)
        command = ("pull", "edited.docx", "brief.md", "--apply")
        if not kill(folder, command, lambda since, moment=moment: since > moment):  # type: ignore[misc]  # the moment of now
            continue
        counts["pull: kills"] += 1
        if source.read_text() not in (old, new):
            counts["pull: torn"] += 1
            bad.append("torn by pull")
    return counts, bad


def _edit(data: bytes) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as package,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for name in package.namelist():
            out.writestr(name, package.read(name).replace(b"More words stand", b"Other words stand"))
    return made.getvalue()


def kill_send(folder: Path, kills: int) -> tuple[Counter[str], list[str]]:
    """Kill ``send``, half of the time between the server's taking a message and its reply."""
    proof = experiment(folder, 4 * kills, kills)
    more = max(0, proof.duplicates - proof.lost_replies - proof.kills)
    counts = Counter(
        {
            "send: kills": proof.kills,
            "send: lost": proof.lost,
            "send: to somebody else": proof.wrong,
            "send: changed": proof.other_bytes + proof.other_ids,
            "send: duplicates not explained by a kill or a lost reply": more,
        }
    )
    return counts, []


def run(folder: Path, kills: int = 50) -> tuple[Counter[str], Sequence[str]]:
    """Kill each of the commands so many times."""
    counts, bad = Counter[str](), []
    for name, work in {"make": kill_make, "clean": kill_clean, "pull": kill_pull, "send": kill_send}.items():
        (folder / name).mkdir()
        found, said = work(folder / name, kills)
        counts.update(found)
        bad += said
        print(dict(found), flush=True)
    return counts, bad

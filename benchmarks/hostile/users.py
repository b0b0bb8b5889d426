"""Two users of a machine, one output folder: nothing of the other's is run, believed or deleted.

Needs the administrator's rights, to become two users; they run the Python of the system, if this one's
folder is closed to them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.hostile.command import ENVIRONMENT, ROOT

VICTIM, ATTACKER = 64101, 64102  # numbers that no system gives
OTHERS = "TEXT OF THE OTHER"


def run_as(user: int, folder: Path, *arguments: str, given: bytes = b"") -> tuple[int, str]:
    """Run a command as a user, with a home of that user's own."""
    home = folder.parent / f"home-{user}"
    if not home.is_dir():
        home.mkdir()
        os.chown(home, user, user)
    packages = sysconfig.get_path("purelib")
    environment = {
        **ENVIRONMENT,
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT), packages)),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    become = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", "--"]
    done = subprocess.run(
        [*become, *arguments], cwd=folder, env=environment, capture_output=True, input=given, check=False
    )
    return done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace")


def find_python(folder: Path) -> str:
    """Return a Python that other users may run."""
    for python in (sys.executable, "/usr/bin/python3"):
        if run_as(VICTIM, folder, python, "-c", "import click, lxml.etree")[0] == 0:
            return python
    raise SystemExit("no Python here can be run by other users")


def plant(folder: Path) -> list[Path]:
    """Put into an output folder, as another user, what its owner's runs might believe, run or delete."""
    kept = folder / "dist" / ".pressroom"
    other = folder.parent / "of-the-other"
    other.mkdir(mode=0o755)
    (other / "dear.txt").write_text("dear")
    results = kept / "store" / "results" / "aa"
    results.mkdir(parents=True, exist_ok=True)
    (results / ("a" * 64)).write_bytes(b"cos\nsystem\n(S'touch /tmp/pressroom-was-run'\ntR.")
    (kept / "stdin.toml").write_text(f'title = "{OTHERS}"\n')
    (kept / "stdin.txt").write_text(OTHERS)
    manifest = {
        "format": 3,
        "dependencies": {},
        "outputs": {str(folder / "dist" / "mine.html"): "0", str(other / "dear.txt"): "0"},
        "message": OTHERS,
        "source": str(folder / "gone.txt"),
        "row": "",
    }
    (kept / "ffffffffffffffffffffffff.json").write_text(json.dumps(manifest))
    (kept / "placing-1-x").write_text("0" * 64 + "\n" + json.dumps([["brief.html", ".unfinished-1-x", ""]]))
    (folder / "dist" / ".unfinished-1-x").write_text(OTHERS)
    (folder / "dist" / "mine.html").write_text(OTHERS)
    (kept / "link").symlink_to(other)
    (kept / "store" / "results" / "link").symlink_to(other)
    planted = [other, *other.iterdir(), *kept.rglob("*"), *(folder / "dist").iterdir()]
    planted = [path for path in planted if path.name not in ("lock", "brief.html")]
    for path in planted:
        os.chown(path, ATTACKER, ATTACKER, follow_symlinks=False)
    return [path for path in planted if path != kept]


def run(folder: Path) -> tuple[Counter[str], Sequence[str]]:
    """Let one user plant what may do harm, the other run every command that looks at the folder."""
    if os.geteuid() != 0:
        return Counter({"left out: needs the administrator's rights": 1}), []
    for place in (folder, folder.parent):  # for both to get there
        place.chmod(0o755)
    counts, bad = Counter[str](), []
    work = folder / "work"
    work.mkdir()
    (work / "dist").mkdir()
    (work / "report.toml").touch()
    (work / "brief.txt").write_text("The text of the one\n\nSome words with 25 apples.\n")
    for path in (work, *work.iterdir()):
        os.chown(path, VICTIM, VICTIM)
    (work / "dist").chmod(0o777)
    report = [find_python(work), "-P", "-m", "pressroom"]
    status, said = run_as(VICTIM, work, *report, "make", "brief.txt", "-f", "html")
    if status:
        return Counter({"the first run failed": 1}), [said]
    (work / "dist" / ".pressroom").chmod(0o777)
    planted = plant(work)
    commands: list[tuple[str, ...]] = [
        ("make", "brief.txt", "-f", "html"),
        ("make", "brief.txt", "-f", "html", "-f", "docx", "--word-pages", "pdf", "--force"),
        ("make", "-", "-f", "html"),
        ("make", "-f", "html", "--prune"),
        ("proof", "brief.txt", "-f", "html"),
        ("clean",),
        ("make", "brief.txt", "-f", "html"),
    ]
    for command in commands:
        status, said = run_as(VICTIM, work, *report, *command, given=b"From stdin\n\nWords with 3 pears.\n")
        counts["commands"] += 1
        counts["believed"] += OTHERS in said or any(
            OTHERS in path.read_text(errors="replace")
            for path in (work / "dist").glob("*.html")
            if path.name != "mine.html"
        )
        if status or "Traceback" in said or "fault of Pressroom" in said:
            counts["failed"] += 1
            bad.append(f"{command}: {said[-300:]}")
    gone = [str(path) for path in planted if not os.path.lexists(path)]
    counts["planted"], counts["deleted of the other's"] = len(planted), len(gone)
    counts["run"] = int(Path("/tmp/pressroom-was-run").exists())
    before = {path: path.read_bytes() for path in (work / "dist").glob("brief.*")}
    for command in (
        ("clean", "-o", str(work / "dist")),
        ("make", "-o", str(work / "dist"), "-f", "html", "--prune"),
    ):
        elsewhere = folder / "work-of-the-other"
        if not elsewhere.is_dir():
            elsewhere.mkdir()
            os.chown(elsewhere, ATTACKER, ATTACKER)
        run_as(ATTACKER, elsewhere, *report, *command)
    counts["deleted of the one's"] = len(before) - sum(path.is_file() for path in before)
    return counts, [*bad, *gone]

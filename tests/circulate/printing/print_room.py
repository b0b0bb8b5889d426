"""A print room that reaches nothing outside: CUPS and an IPP printer in a network namespace of their own."""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from shutil import which

from tests.making import ROOT

PRINTER = "ipp://localhost:8631/ipp/print"
SERVER = "127.0.0.1:6310"
_NEEDED = (  # programs
    "unshare",
    "nsenter",
    "ip",
    "cupsd",
    "lpadmin",
    "ippeveprinter",
    "ipptool",
    "avahi-daemon",
    "dbus-daemon",
)
_PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))


def lacking() -> str:
    """Say why no print room can be opened here; empty when one can."""
    if os.geteuid():
        return "needs root, for a network namespace"
    gone = [name for name in _NEEDED if not which(name, path=_PATH)]
    if gone:
        return f"needs {', '.join(gone)} (Debian: cups cups-ipp-utils avahi-daemon dbus iproute2)"
    made = subprocess.run(["unshare", "--net", "--mount", "true"], capture_output=True, check=False)
    return "" if made.returncode == 0 else "no network namespace can be made here"


class PrintRoom:
    """The room; ``run`` runs ``report`` within it, ``jobs`` tells what the printer took."""

    def __init__(self, folder: Path, inside: int) -> None:
        self.folder, self.inside = folder, inside

    def run(self, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run ``report print`` as a user in the room would."""
        enter = ["nsenter", "--target", str(self.inside), "--net"]
        command = [*enter, sys.executable, "-m", "pressroom", "print", *arguments]
        environment = os.environ | {"CUPS_SERVER": SERVER, "PATH": _PATH, "PYTHONPATH": str(ROOT / "src")}
        return subprocess.run(
            command, cwd=cwd, env=environment, text=True, capture_output=True, timeout=120, check=False
        )

    def newest(self) -> tuple[dict[str, str], Path]:
        """Return the attributes and the PDF of the job that the printer took last."""
        pdf = max((self.folder / "jobs").glob("*.pdf"), key=lambda path: int(path.stem))
        lines = pdf.with_suffix(".env").read_text().splitlines()
        return dict(line.partition("=")[::2] for line in lines), pdf


@contextlib.contextmanager
def print_room():
    """Open a print room and close it with all its processes."""
    with tempfile.TemporaryDirectory(prefix="print-room-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # CUPS' filters run as another user
        with _opened(folder) as room:
            yield room


@contextlib.contextmanager
def _opened(folder: Path):
    rig = Path(__file__).with_name("print_room.sh")
    with (folder / "out").open("wb") as out:
        namespaces = ["--net", "--mount", "--pid", "--fork", "--mount-proc", "--kill-child"]
        room = subprocess.Popen(
            ["unshare", *namespaces, "sh", str(rig), str(folder)],
            stdout=out,
            stderr=out,
            env=os.environ | {"PATH": _PATH},
        )
    try:
        until = time.monotonic() + 60
        while not (folder / "ready").exists():
            assert room.poll() is None, (folder / "out").read_text()
            assert time.monotonic() < until, "the print room did not open"
            time.sleep(0.1)
        inside = int(Path(f"/proc/{room.pid}/task/{room.pid}/children").read_text())
        yield PrintRoom(folder, inside)
    finally:
        room.kill()
        room.wait()

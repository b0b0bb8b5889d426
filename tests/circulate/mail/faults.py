"""The proof of delivery: a mixed list, a server with bad days, and a sender that is killed many times."""

from __future__ import annotations

import email
import email.policy
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pressroom.circulate.mail.outbox import FOLDER, Outbox
from tests.circulate.mail.making import SENDER, fill
from tests.circulate.mail.servers import HOST, Faults, serving
from tests.making import ROOT

# of a hundred recipients; the rest are taken at once
MIX = {"grey": 6, "bad": 5, "busy": 4, "cut": 4, "lost": 4}
SETTINGS = f"""
[mail]
from = "{SENDER}"
[smtp]
server = "smtp://{HOST}:%d"
retry = [0, 0, 0, 0, 0]
connections = 1
breaker = 100
on-unknown = "resend"
"""


@dataclass(frozen=True, slots=True)
class Proof:
    """What an experiment came to, in messages but for ``kills``, ``in_window`` and ``seconds``."""

    recipients: int
    kills: int
    in_window: int
    lost_replies: int
    lost: int
    wrong: int
    duplicates: int
    other_ids: int
    other_bytes: int
    unsettled: int
    seconds: float


def addresses(recipients: int, in_window: int) -> list[str]:
    """Name the recipients by what is to happen to them."""
    kinds = [kind for kind, share in MIX.items() for _ in range(share)]
    kinds += ["ok"] * (100 - len(kinds))
    found = [f"{kinds[number * 37 % 100]}{number}@example.com" for number in range(recipients - in_window)]
    step = max(1, len(found) // max(1, in_window))
    for number in range(in_window):
        found.insert(number * (step + 1), f"kill{number}@example.com")
    return found


def experiment(folder: Path, recipients: int, kills: int, *, seed: int = 1) -> Proof:
    """Send to ``recipients``, killing the sender ``kills`` times: half of them between the moment that the
    server has a message and its reply, half whenever.
    """
    start, chance, in_window = time.monotonic(), random.Random(seed), kills // 2
    people = addresses(recipients, in_window)
    box = Outbox(folder / FOLDER)
    fill(box, people)
    wanted = {each.address: box.read_bytes(each.id) for each in box.messages()}
    server = Faults(pid=folder / "pid")
    with serving(server) as port:
        (folder / "report.toml").write_text(SETTINGS % port)
        left = kills - in_window
        while True:
            at = len(server.accepted) + chance.randint(1, max(2, recipients // max(1, kills)))
            status, killed = _run(folder, server, at if left else None, chance)
            left -= killed
            if status >= 0:
                break
    states = Counter(str(each.state) for each in box.messages())
    failed = {each.address for each in box.messages() if str(each.state) == "failed"}
    box.close()
    arrived = Counter(address for address, _ in server.accepted)
    read = [
        (address, data, email.message_from_bytes(data, policy=email.policy.default))
        for address, data in server.accepted
    ]
    idents: dict[str, set[str]] = {}
    for address, _, message in read:
        idents.setdefault(address, set()).add(str(message["Message-ID"]))
    return Proof(
        recipients=len(people),
        kills=kills - left,
        in_window=sum(server.killed.values()),
        lost_replies=sum(server.lost.values()),
        lost=sum(
            1 for each in people if not arrived[each] and not (each.startswith("bad") and each in failed)
        ),
        wrong=sum(str(message["To"]) != address for address, _, message in read),
        duplicates=sum(count - 1 for count in arrived.values()),
        other_ids=sum(len(found) > 1 for found in idents.values()),
        other_bytes=sum(data != wanted[address] for address, data, _ in read),
        unsettled=len(people) - states["sent"] - states["failed"],
        seconds=time.monotonic() - start,
    )


def _run(folder: Path, server: Faults, at: int | None, chance: random.Random) -> tuple[int, bool]:
    """Run the sender, and kill it when the server has ``at`` messages; its status, and whether we did."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "pressroom", "outbox", "deliver", "--outbox", FOLDER]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=quiet, stderr=quiet) as sender:
        (folder / "pid").write_text(str(sender.pid))
        killed = False
        while sender.poll() is None:
            if at is not None and not killed and len(server.accepted) >= at:
                time.sleep(chance.random() * 0.01)
                sender.send_signal(signal.SIGKILL)
                killed = True
            time.sleep(0.001)
    return sender.returncode, killed and sender.returncode < 0

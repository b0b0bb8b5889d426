"""How many messages a second go to a server on loopback, each with 300 kB attached and every step committed.

    python -P benchmarks/mail.py [--messages N] [--connections N]

Postfix's smtp-sink takes them where it is installed (package postfix), else a small server in Python, which
is then much of what is measured. Prints one line a figure; the exit status is 1 below 50 messages a second.
"""

from __future__ import annotations

import sys
from pathlib import Path

# in place of this folder, whose scripts are named like modules of the standard library
sys.path[:1] = [str(Path(__file__).resolve().parent.parent / name) for name in ("src", ".")]

import argparse
import os
import tempfile
import time
from dataclasses import replace

from tests.circulate.mail.making import CAMPAIGN, SENDER, outgoing
from tests.circulate.mail.servers import Faults, serving
from tests.circulate.mail.sink import sink

from pressroom.circulate.mail.deliver import deliver
from pressroom.circulate.mail.outbox import Outbox
from pressroom.circulate.mail.route import Route
from pressroom.circulate.mail.smtp import Server
from pressroom.project.mail import SmtpSettings
from pressroom.writers.email import Attachment, Letter, encode_files, format_content

LEAST = 50
ATTACHED = 300_000


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--messages", type=int, default=500)
    parser.add_argument("--connections", type=int, default=4)
    asked = parser.parse_args()
    attached = encode_files((Attachment("a.pdf", "application/pdf", os.urandom(ATTACHED)),))
    chunks = format_content(Letter("A brief", "<p>x</p>" * 1000, "x\n" * 1000, (), "en"), attached)
    with tempfile.TemporaryDirectory() as folder:
        box = Outbox(Path(folder) / "outbox")
        people = [f"p{number}@example.com" for number in range(asked.messages)]
        start = time.monotonic()
        box.queue(CAMPAIGN, [replace(outgoing(each), chunks=chunks) for each in people], now=0.0)
        print(f"queued         {asked.messages / (time.monotonic() - start):8.0f} messages a second")
        rate = _rate(box, asked.messages, asked.connections)
        box.close()
    print("well" if rate >= LEAST else f"fewer than {LEAST} a second")
    return 0 if rate >= LEAST else 1


def _rate(box: Outbox, count: int, connections: int) -> float:
    with sink() as port:
        if port:
            return _deliver(box, port, count, connections, "smtp-sink")
    with serving(Faults()) as port:
        return _deliver(box, port, count, connections, "aiosmtpd")


def _deliver(box: Outbox, port: int, count: int, connections: int, name: str) -> float:
    size = box.messages()[0].size
    route = Route(
        Server("127.0.0.1", port, secure=False), SENDER, None, SmtpSettings(connections=connections)
    )
    start = time.monotonic()
    run = deliver(box, route)
    seconds = time.monotonic() - start
    if run.stopped or run.sent != count:
        raise SystemExit(f"only {run.sent} of {count} were sent: {run.stopped}")
    print(f"sent           {count / seconds:8.1f} messages a second of {size / 1000:,.0f} kB to {name}")
    return count / seconds


if __name__ == "__main__":
    sys.exit(main())

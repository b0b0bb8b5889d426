"""Outboxes that were damaged, or came from somebody else: said in a line, and nothing of them is sent."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from benchmarks.hostile.command import Ended, report

WORDS = "A text with 25 apples and 300 pears, so that something is read.\n"


def list_outboxes() -> Mapping[str, Callable[[Path], object]]:
    """Return ways of damaging an outbox, or of putting one there, each a function of its folder."""

    def put(name: str, data: bytes) -> Callable[[Path], object]:
        def make(box: Path) -> None:
            box.mkdir(exist_ok=True)
            (box / name).write_bytes(data)

        return make

    def pipe(box: Path) -> None:
        (box / "outbox.sqlite").unlink()
        os.mkfifo(box / "outbox.sqlite")

    def lie(box: Path) -> None:
        with closing(sqlite3.connect(box / "outbox.sqlite")) as base:
            base.execute("drop table message")
            base.execute(
                "create view message as with recursive n(i) as (select 1 union all select i + 1 from n)"
                " select i as id from n"
            )
            base.commit()

    def move(box: Path) -> None:
        box.rename(box.parent / "aside")
        box.write_bytes(b"x")

    return {
        "scrambled": put("outbox.sqlite", random.Random(5).randbytes(5000)),
        "another log": put("outbox.sqlite-wal", random.Random(6).randbytes(5000)),
        "another journal": put("outbox.sqlite-journal", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600)),
        "empty": put("outbox.sqlite", b""),
        "a forged seal": put("owner", b"0" * 64),
        "a pipe": pipe,
        "endless": lie,
        "a file in its place": move,
    }


def run_outboxes(folder: Path) -> Iterator[tuple[str, Ended]]:
    """Yield what came of commands that look at an outbox that was damaged, or put there by somebody."""
    send = ("send", "t.txt", "--to", "a@b.example", "--from", "c@d.example", "--dry-run", "-f", "none")
    for number, (name, damage) in enumerate(list_outboxes().items()):
        commands = ("outbox",), ("outbox", "deliver"), send, ("outbox", "list", "--outbox", "outbox")
        for at, command in enumerate(commands):
            place = folder / f"outbox-{number}-{at}"
            place.mkdir()
            (place / "report.toml").touch()
            (place / "t.txt").write_text(f"T\n\n{WORDS}")
            report(place, "outbox")
            damage(place / "outbox")
            yield f"outbox {name}: {' '.join(command)}", report(place, *command)

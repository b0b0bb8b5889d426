"""The outbox: what is to be sent to whom, and what became of it, in one SQLite file.

Each change is committed before the step that it announces and after the step that it records. A message's
bytes are made once, before the first is sent, and never change; what many messages share is kept once.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from pressroom.errors import MachineError

FOLDER = "outbox"
FILE = "outbox.sqlite"


class MessageState(StrEnum):
    """What became of a message. ``DATA``: it is being handed over, and only the server's reply tells whether
    it has been taken; ``UNKNOWN``: that reply never came.
    """

    QUEUED = "queued"
    SENDING = "sending"
    DATA = "data"
    SENT = "sent"
    DEFERRED = "deferred"
    FAILED = "failed"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


OPEN = (MessageState.QUEUED, MessageState.DEFERRED)


@dataclass(frozen=True, slots=True)
class Campaign:
    """One sending of a report. ``report`` is its SHA-256, ``text`` its words."""

    id: str
    report: str
    name: str
    title: str
    sender: str
    created: float
    text: str = ""
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to be queued. ``report`` is the SHA-256 of its source, ``round`` how often its recipient had
    that before. ``columns`` are the recipient's, for an edition that replaces this one;
    ``files`` name and SHA-256 of what is attached.
    """

    report: str
    round: int
    address: str
    key: str
    name: str
    message_id: str
    head: bytes
    chunks: tuple[bytes, ...]
    columns: Mapping[str, str]
    files: tuple[tuple[str, str], ...]
    due: float


@dataclass(frozen=True, slots=True)
class Message:
    """A message as the outbox knows it. Times are seconds since 1970; ``sha256`` is of all its bytes."""

    id: int
    campaign: str
    address: str
    name: str
    message_id: str
    state: MessageState
    tries: int
    due: float
    code: int
    reply: str
    changed: float
    sha256: str
    size: int
    columns: Mapping[str, str]
    files: tuple[tuple[str, str], ...]


_SCHEMA = """
create table if not exists campaign (
    id text primary key, report text not null, name text not null, title text not null, sender text not null,
    created real not null, text text not null, replaces text not null
);
create table if not exists chunk (sha256 text primary key, data blob not null) without rowid;
create table if not exists message (
    id integer primary key, campaign text not null references campaign, report text not null,
    address text not null, key text not null, name text not null, round integer not null,
    message_id text not null unique, state text not null, tries integer not null default 0,
    due real not null, code integer not null default 0, reply text not null default '', changed real not null,
    head blob not null, chunks text not null, sha256 text not null, size integer not null,
    columns text not null,
    files text not null, unique (report, key, round)
);
create index if not exists due on message (state, due);
create table if not exists step (
    message integer not null references message, at real not null, state text not null, code integer not null,
    reply text not null
);
"""
_FIELDS = (
    "id, campaign, address, name, message_id, state, tries, due, code, reply, changed, sha256, size, columns,"
    " files"
)


class Outbox:
    """The outbox in a folder; safe for the threads of one process, which holds the folder's lock to send."""

    def __init__(self, folder: Path) -> None:
        """Open it, making the folder and the file, which are their owner's alone."""
        self.folder = folder
        self._lock = threading.RLock()
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = folder / FILE
            path.touch(mode=0o600)
            self._base = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
            self._base.execute("pragma journal_mode = wal")
            self._base.execute("pragma synchronous = full")
            self._base.executescript(_SCHEMA)
        except (OSError, sqlite3.Error) as error:
            raise MachineError(
                f"the outbox cannot be used ({error})",
                cure="make room and give yourself the right to write there, or name another with --outbox",
                rule="outbox-unusable",
                where=str(folder),
            ) from error

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            self._base.execute("begin immediate")
            try:
                yield self._base
            except BaseException:
                self._base.execute("rollback")
                raise
            self._base.execute("commit")

    def queue(
        self, campaign: Campaign, messages: Iterable[Outgoing], *, now: float, again: bool = False
    ) -> int:
        """Queue a whole campaign or nothing of it; return how many messages that is.

        Who was sent this very report before, or is about to be, is left out, unless ``again``.
        """
        count = 0
        with self._transaction() as base:
            base.execute(
                "insert or ignore into campaign values (?,?,?,?,?,?,?,?)",
                (
                    *(campaign.id, campaign.report, campaign.name, campaign.title, campaign.sender),
                    *(campaign.created, campaign.text, campaign.replaces),
                ),
            )
            had: dict[str, frozenset[str]] = {}
            for each in messages:
                if each.report not in had:
                    had[each.report] = self.find_sent_before(each.report)
                if again or each.key not in had[each.report]:
                    self._insert(base, campaign, each, now)
                    count += 1
        return count

    def _insert(self, base: sqlite3.Connection, campaign: Campaign, each: Outgoing, now: float) -> None:
        whole, size, names = hashlib.sha256(each.head), len(each.head), []
        for data in each.chunks:
            whole.update(data)
            size += len(data)
            name = hashlib.sha256(data).hexdigest()
            base.execute("insert or ignore into chunk values (?, ?)", (name, data))
            names.append(name)
        row = base.execute(
            "insert into message (campaign, report, address, key, name, round, message_id, state, due,"
            " changed, head, chunks, sha256, size, columns, files) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                *(campaign.id, each.report, each.address, each.key, each.name, each.round, each.message_id),
                *(MessageState.QUEUED, each.due, now, each.head, " ".join(names), whole.hexdigest(), size),
                *(json.dumps(dict(each.columns)), json.dumps(each.files)),
            ),
        )
        base.execute("insert into step values (?,?,?,0,'')", (row.lastrowid, now, MessageState.QUEUED))

    def count_rounds(self, report: str, key: str) -> int:
        """Return how many messages with a report somebody has, whatever became of them."""
        with self._lock:
            rows = self._base.execute(
                "select count(*) from message where report = ? and key = ?", (report, key)
            ).fetchone()
        return int(rows[0])

    def find_sent_before(self, report: str) -> frozenset[str]:
        """Return the keys of all who have a message with this very report."""
        with self._lock:
            rows = self._base.execute(
                "select distinct key from message where report = ? and state != ?",
                (report, MessageState.CANCELLED),
            ).fetchall()
        return frozenset(key for (key,) in rows)

    def claim(self, now: float) -> Message | None:
        """Take the next message that is due, and commit that it is being sent; None when none is due."""
        with self._transaction() as base:
            row = base.execute(
                "update message set state = ?, tries = tries + 1, changed = ?"  # noqa: S608 - names alone
                " where id = (select id from message"
                f" where state in (?, ?) and due <= ? order by due, id limit 1) returning {_FIELDS}",
                (MessageState.SENDING, now, *OPEN, now),
            ).fetchone()
            if row is None:
                return None
            base.execute("insert into step values (?,?,?,0,'')", (row[0], now, MessageState.SENDING))
        return _parse_message(row)

    def record(
        self,
        message: int,
        state: MessageState,
        *,
        now: float,
        code: int = 0,
        reply: str = "",
        due: float = 0.0,
    ) -> None:
        """Commit what became of a message."""
        with self._transaction() as base:
            base.execute(
                "update message set state = ?, code = ?, reply = ?, changed = ?, due = ? where id = ?",
                (state, code, reply[:500], now, due, message),
            )
            base.execute("insert into step values (?,?,?,?,?)", (message, now, state, code, reply[:500]))

    def put_back(self, message: int, *, now: float, due: float) -> None:
        """Put a claimed message back that was not tried."""
        with self._transaction() as base:
            base.execute(
                "update message set state = case code when 0 then ? else ? end, tries = tries - 1,"
                " changed = ?, due = ? where id = ?",
                (*OPEN, now, due, message),
            )

    def recover(self, *, now: float, resend: bool) -> int:
        """Settle what a killed run left behind, and return how many messages are in doubt.

        One that was not yet being handed over goes back into the queue; one that was may or may not have been
        taken: it is sent again, with the same Message-ID, or held as unknown.
        """
        with self._transaction() as base:
            base.execute(
                "update message set state = ?, changed = ?, due = ?, tries = tries - 1 where state = ?",
                (MessageState.QUEUED, now, now, MessageState.SENDING),
            )
            doubtful = base.execute("select id from message where state = ?", (MessageState.DATA,)).fetchall()
            state = MessageState.QUEUED if resend else MessageState.UNKNOWN
            for (ident,) in doubtful:
                words = "stopped while the message was being handed over"
                base.execute(
                    "update message set state = ?, changed = ?, due = ?, reply = ? where id = ?",
                    (state, now, now, words, ident),
                )
                base.execute("insert into step values (?,?,?,0,?)", (ident, now, state, words))
        return len(doubtful)

    def read_bytes(self, message: int) -> bytes:
        """Return a message's bytes."""
        with self._lock:
            head, chunks = self._base.execute(
                "select head, chunks from message where id = ?", (message,)
            ).fetchone()
            parts = [
                self._base.execute("select data from chunk where sha256 = ?", (name,)).fetchone()[0]
                for name in chunks.split()
            ]
        return bytes(head) + b"".join(parts)

    def find_next_due(self) -> float | None:
        """Return when the next open message is due, None when none is open."""
        with self._lock:
            row = self._base.execute("select min(due) from message where state in (?, ?)", OPEN).fetchone()
        return None if row[0] is None else float(row[0])

    def campaigns(self) -> tuple[Campaign, ...]:
        """Return all campaigns, the newest first."""
        with self._lock:
            rows = self._base.execute(
                "select id, report, name, title, sender, created, text, replaces from campaign"
                " order by created desc, rowid desc"
            ).fetchall()
        return tuple(Campaign(*row) for row in rows)

    def messages(self, campaign: str = "", states: Iterable[MessageState] = ()) -> tuple[Message, ...]:
        """Return messages in the order they were queued: of one campaign, in some states, or all."""
        wanted = tuple(states) or tuple(MessageState)
        marks = ",".join("?" * len(wanted))
        with self._lock:
            rows = self._base.execute(
                f"select {_FIELDS} from message where (? = '' or campaign = ?)"  # noqa: S608 - marks alone
                f" and state in ({marks}) order by id",
                (campaign, campaign, *wanted),
            ).fetchall()
        return tuple(_parse_message(row) for row in rows)

    def steps(self, message: int) -> tuple[tuple[float, MessageState, int, str], ...]:
        """Return a message's history: time, state, code and reply."""
        with self._lock:
            rows = self._base.execute(
                "select at, state, code, reply from step where message = ? order by rowid", (message,)
            ).fetchall()
        return tuple((at, MessageState(state), code, reply) for at, state, code, reply in rows)

    def move(self, messages: Iterable[int], state: MessageState, *, now: float, why: str) -> int:
        """Put messages into a state by hand: queued again, cancelled, or known to have arrived."""
        count = 0
        with self._transaction() as base:
            for ident in messages:
                base.execute(
                    "update message set state = ?, changed = ?, due = ?, tries = 0, reply = ? where id = ?",
                    (state, now, now, why, ident),
                )
                base.execute("insert into step values (?,?,?,0,?)", (ident, now, state, why))
                count += 1
        return count


def _parse_message(row: tuple[Any, ...]) -> Message:
    known = dict(zip(_FIELDS.replace(" ", "").split(","), row, strict=True))
    files = tuple((name, sha256) for name, sha256 in json.loads(known["files"]))
    columns = json.loads(known["columns"])
    return Message(**known | {"state": MessageState(known["state"]), "columns": columns, "files": files})

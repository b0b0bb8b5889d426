"""Deliver what is in the outbox: paced, tried again where that may help, stopped where it does harm."""

from __future__ import annotations

import hashlib
import smtplib
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from pressroom.circulate.mail.outbox import Message, MessageState, Outbox
from pressroom.circulate.mail.route import Route
from pressroom.circulate.mail.smtp import Answer, Connection, Disposition
from pressroom.errors import PressroomError

CONNECT_TRIES = 5
BREAKER_AFTER = 20  # messages; fewer say nothing of a share
JITTER = 0.1
NAP = 0.2  # seconds between looks for a message that has come due


@dataclass(frozen=True, slots=True)
class Clock:
    """Time and sleep, in seconds, for tests to stand in for."""

    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


@dataclass(slots=True)
class DeliverySummary:
    """What a run has come to: messages by state, and why it stopped early."""

    sent: int = 0
    failed: int = 0
    unknown: int = 0
    deferred: int = 0
    stopped: PressroomError | str | None = None
    recent: deque[bool] = field(default_factory=lambda: deque(maxlen=100))


ReportAnswer = Callable[[Message, Answer], None]


def deliver(
    outbox: Outbox,
    route: Route,
    *,
    wait: float = 0.0,
    clock: Clock | None = None,
    report: ReportAnswer | None = None,
) -> DeliverySummary:
    """Send all that is due, and what comes due within ``wait`` seconds.

    The caller holds the outbox's lock. Whatever a killed run left is settled first, by the policy of
    ``route.settings.on_unknown``.
    """
    clock = clock or Clock()
    outbox.recover(now=clock.now(), resend=route.settings.on_unknown == "resend")
    worker = _Worker(outbox, route, clock, clock.now() + wait, report or (lambda _m, _a: None))
    open_now = len(outbox.messages(states=(MessageState.QUEUED, MessageState.DEFERRED)))
    threads = [
        threading.Thread(target=worker.work, daemon=True)
        for _ in range(min(route.settings.connections, max(1, open_now)))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return worker.run


class _Worker:
    """The work that all threads of a run share."""

    def __init__(
        self, outbox: Outbox, route: Route, clock: Clock, until: float, report: ReportAnswer
    ) -> None:
        self.outbox, self.route, self.clock, self.until, self.report = outbox, route, clock, until, report
        self.run = DeliverySummary()
        self.pace = RateLimit(route.settings.rate, clock)
        self.domains = DomainRateLimit(route.settings.domain_rate, clock)
        self.lock = threading.Lock()
        self.failures = 0
        self.busy = 0

    def work(self) -> None:
        """Send until nothing is left that comes due in time."""
        connection: Connection | None = None
        try:
            while not self.run.stopped:
                with self.lock:
                    message = self.outbox.claim(self.clock.now())
                    self.busy += message is not None
                if message is None:
                    if not self._more_to_come():
                        return
                    self.clock.sleep(NAP)
                    continue
                try:
                    connection = self._send_one(message, connection)
                finally:
                    with self.lock:
                        self.busy -= 1
        except Exception as error:  # a thread's fault must end the run, not vanish with the thread
            self.stop(error if isinstance(error, PressroomError) else f"{type(error).__name__}: {error}")
        finally:
            if connection and connection.open:
                connection.quit()

    def _more_to_come(self) -> bool:
        due = self.outbox.find_next_due()
        return (due is not None and due <= self.until) or self.busy > 0

    def _send_one(self, message: Message, connection: Connection | None) -> Connection | None:
        domain = message.address.rpartition("@")[2]
        later = self.domains.delay(domain)
        if later:
            self.outbox.put_back(message.id, now=self.clock.now(), due=self.clock.now() + later)
            return connection
        connection = self._ensure_connection(message, connection)
        if connection is None:
            return None
        self.pace.wait_turn()
        data = self.outbox.read_bytes(message.id)
        answer = connection.send(
            self.route.sender,
            message.address,
            data,
            lambda: self.outbox.record(message.id, MessageState.DATA, now=self.clock.now()),
        )
        self._settle(message, answer)
        if connection.open and connection.sent >= self.route.settings.messages:
            connection.quit()
        return connection

    def _ensure_connection(self, message: Message, connection: Connection | None) -> Connection | None:
        """Return an open connection; None, with the message back in the queue, where there is none."""
        if connection and connection.open:
            return connection
        try:
            made = Connection(self.route.server, self.route.credentials, self.route.name)
        except PressroomError as error:
            self.outbox.put_back(message.id, now=self.clock.now(), due=self.clock.now())
            self.stop(error)
            return None
        except (OSError, smtplib.SMTPException) as error:
            self.outbox.put_back(message.id, now=self.clock.now(), due=self.clock.now() + 1)
            with self.lock:
                self.failures += 1
                failures = self.failures
            if failures >= CONNECT_TRIES:
                self.stop(f"{self.route.server} cannot be reached ({type(error).__name__}: {error})")
            else:
                self.clock.sleep(min(2**failures, 30) / 4)
            return None
        self.failures = 0
        return made

    def _settle(self, message: Message, answer: Answer) -> None:
        """Commit what a try came to."""
        now = self.clock.now()
        run, retry = self.run, self.route.settings.retry
        state, due, reply = MessageState.FAILED, 0.0, answer.reply
        match answer.disposition:
            case Disposition.SENT:
                state = MessageState.SENT
            case Disposition.UNKNOWN if self.route.settings.on_unknown == "hold":
                state = MessageState.UNKNOWN
            case Disposition.STOP:
                state, due = MessageState.QUEUED, now
            case Disposition.PASSING | Disposition.LOST | Disposition.UNKNOWN if message.tries <= len(retry):
                state, due = MessageState.DEFERRED, now + add_jitter(retry[message.tries - 1], message)
            case Disposition.PASSING | Disposition.LOST | Disposition.UNKNOWN:
                reply = f"given up after {message.tries} tries: {reply}"
                if answer.disposition is Disposition.UNKNOWN:
                    state = MessageState.UNKNOWN
        self.outbox.record(message.id, state, now=now, code=answer.code, reply=reply, due=due)
        with self.lock:
            run.sent += state is MessageState.SENT
            run.failed += state is MessageState.FAILED
            run.unknown += state is MessageState.UNKNOWN
            run.deferred += state is MessageState.DEFERRED
            if state in (MessageState.SENT, MessageState.FAILED):
                run.recent.append(state is MessageState.SENT)
        self.report(message, answer)
        if answer.disposition is Disposition.STOP:
            self.stop(
                f"{self.route.server} refuses the sender {self.route.sender}: {answer.code} {answer.reply}"
            )
        if answer.code == 421:
            self.clock.sleep(NAP)
        self._check_breaker()

    def _check_breaker(self) -> None:
        recent, breaker = self.run.recent, self.route.settings.breaker
        refused = recent.count(False)
        if len(recent) >= BREAKER_AFTER and refused * 100 > breaker * len(recent):
            self.stop(f"{refused} of the last {len(recent)} were refused for good, more than {breaker} %")

    def stop(self, why: PressroomError | str) -> None:
        """End the run; what is being sent is finished, the rest stays in the outbox."""
        if not self.run.stopped:
            self.run.stopped = why


def add_jitter(seconds: float, message: Message) -> float:
    """Spread a wait by a tenth either way, the same for the same try, lest all come back at once."""
    seed = hashlib.sha256(f"{message.message_id} {message.tries}".encode()).digest()[0] / 255
    return seconds * (1 - JITTER + 2 * JITTER * seed)


class RateLimit:
    """At most ``rate`` messages a minute, 0 for no limit, evenly spaced, over all threads."""

    def __init__(self, rate: int, clock: Clock) -> None:
        self.gap = 60 / rate if rate else 0.0
        self.clock, self.next = clock, 0.0
        self._lock = threading.Lock()

    def wait_turn(self) -> None:
        """Wait for one's turn."""
        if not self.gap:
            return
        with self._lock:
            now = self.clock.now()
            turn = max(self.next, now)
            self.next = turn + self.gap
        self.clock.sleep(max(0.0, turn - now))


class DomainRateLimit:
    """At most ``rate`` messages a minute to each domain of recipients, 0 for no limit."""

    def __init__(self, rate: int, clock: Clock) -> None:
        self.gap = 60 / rate if rate else 0.0
        self.clock = clock
        self.next: dict[str, float] = {}
        self._lock = threading.Lock()

    def delay(self, domain: str) -> float:
        """Return how many seconds too early it is for this domain; 0 takes a turn."""
        if not self.gap:
            return 0.0
        with self._lock:
            now = self.clock.now()
            turn = self.next.get(domain, now)
            if turn <= now:
                self.next[domain] = now + self.gap
                return 0.0
            return turn - now

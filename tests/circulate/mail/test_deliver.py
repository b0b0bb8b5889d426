"""Delivery against a real server on loopback that has its bad days."""

# ruff: noqa: N802 - aiosmtpd calls its hooks so

import email
import email.policy
from collections import Counter
from dataclasses import replace

import pytest

from pressroom.circulate.mail import deliver as module
from pressroom.circulate.mail.actions import deliver_due
from pressroom.circulate.mail.deliver import Clock, DomainRateLimit, RateLimit, add_jitter, deliver
from pressroom.circulate.mail.outbox import MessageState, Outbox
from pressroom.circulate.mail.route import Route
from pressroom.circulate.mail.smtp import Answer, Disposition, Server
from pressroom.errors import MachineError
from pressroom.project.mail import SmtpSettings
from pressroom.world import RealWorld
from tests.circulate.mail.making import SENDER, fill
from tests.circulate.mail.servers import HOST, Faults, serving

FAST = SmtpSettings(retry=(0, 0, 0), connections=3, on_unknown="resend", breaker=100, timeout=5)
KINDS = ("ok", "grey", "bad", "busy", "cut", "lost")


@pytest.fixture
def box(tmp_path):
    made = Outbox(tmp_path / "outbox")
    yield made
    made.close()


def route(port, settings=FAST):
    return Route(Server(HOST, port, secure=False, timeout=settings.timeout), SENDER, None, settings)


def states(box):
    return {each.address.partition("@")[0]: str(each.state) for each in box.messages()}


def test_everybody_gets_one_whatever_the_server_does(box):
    addresses = [f"{kind}{number}@example.com" for number in range(4) for kind in KINDS]
    fill(box, addresses)
    server = Faults()
    with serving(server) as port:
        run = deliver(box, route(port), wait=20)
    assert not run.stopped
    assert set(states(box).values()) == {"sent", "failed"}
    assert {name for name, state in states(box).items() if state == "failed"} == {f"bad{n}" for n in range(4)}
    arrived = Counter(address for address, _ in server.accepted)
    assert set(arrived) == {each for each in addresses if not each.startswith("bad")}
    for address, count in arrived.items():
        assert count == (2 if address.startswith("lost") else 1)
    idents = {}
    for address, data in server.accepted:
        message = email.message_from_bytes(data, policy=email.policy.default)
        assert message["To"] == address
        assert f"For {address}\n.dot" in message.get_body(("plain",)).get_content().replace("\r\n", "\n")
        assert idents.setdefault(address, message["Message-ID"]) == message["Message-ID"]
    assert server.tries["bad0@example.com"] == 1  # refused for good is not tried again


def test_each_answer_is_told_as_it_comes(box):
    fill(box, ["ok@example.com", "bad@example.com"])
    told = []
    with serving(Faults()) as port:
        deliver_due(
            box,
            route(port),
            0.0,
            RealWorld(),
            lambda message, answer: told.append((message.address, answer.code, str(answer.disposition))),
        )
    assert sorted(told) == [("bad@example.com", 550, "final"), ("ok@example.com", 250, "sent")]


def test_a_lost_reply_is_held_unless_it_is_to_be_sent_again(box):
    fill(box, ["lost@example.com", "ok@example.com"])
    server = Faults()
    with serving(server) as port:
        run = deliver(box, route(port, replace(FAST, on_unknown="hold")))
    assert states(box) == {"lost": "unknown", "ok": "sent"}
    assert (run.sent, run.unknown) == (1, 1)
    assert len(server.accepted) == 2


def test_connections_are_kept_and_renewed(box):
    fill(box, [f"ok{number}@example.com" for number in range(10)])
    server = Faults()
    with serving(server) as port:
        deliver(box, route(port, replace(FAST, connections=1, messages=4)))
    assert len(server.accepted) == 10
    assert server.connections == 3


def test_too_many_refusals_stop_the_run_and_keep_the_rest(box):
    fill(box, [f"bad{number}@example.com" for number in range(30)])
    with serving(Faults()) as port:
        run = deliver(box, route(port, replace(FAST, breaker=20, connections=1)))
    assert "refused for good" in str(run.stopped)
    assert Counter(states(box).values()) == {"failed": 20, "queued": 10}


def test_a_refused_sender_is_not_the_recipients_fault(box):
    class Strict(Faults):
        async def handle_MAIL(self, *_):
            return "550 5.7.1 not you"

    fill(box, ["ann@example.com", "bob@example.com"])
    with serving(Strict()) as port:
        run = deliver(box, route(port, replace(FAST, connections=1)))
    assert "refuses the sender" in str(run.stopped)
    assert set(states(box).values()) == {"queued"}


@pytest.mark.slow
def test_a_server_that_is_not_there_stops_the_run(box):
    fill(box, ["ann@example.com"])
    with serving(Faults()) as port:
        pass
    run = deliver(box, route(port), clock=Clock(sleep=lambda _: None), wait=100)
    assert "cannot be reached" in str(run.stopped)
    assert states(box) == {"ann": "queued"}


def test_after_the_last_try_it_is_given_up(box):
    class Never(Faults):
        async def handle_RCPT(self, *_):
            return "451 not today"

    fill(box, ["ann@example.com"])
    with serving(Never()) as port:
        deliver(box, route(port), wait=20)
    (message,) = box.messages()
    assert (str(message.state), message.tries) == ("failed", 4)
    assert "given up after 4 tries: not today" in message.reply


def test_what_is_put_off_waits_for_the_next_run(box):
    fill(box, ["grey@example.com"])
    with serving(Faults()) as port:
        run = deliver(box, route(port, replace(FAST, retry=(600, 600, 600))))
        assert (run.deferred, states(box)) == (1, {"grey": "deferred"})
        later = Clock(now=lambda: 10_000_000_000.0)
        for _ in range(2):
            deliver(box, route(port, replace(FAST, retry=(0, 0, 0))), clock=later)
    assert states(box) == {"grey": "sent"}


def test_one_that_is_too_large_is_not_even_begun(box):
    fill(box, ["ann@example.com"])
    server = Faults()
    with serving(server, data_size_limit=100) as port:
        deliver(box, route(port))
    (message,) = box.messages()
    assert (str(message.state), message.code) == ("failed", 552)
    assert not server.tries


def test_letters_beyond_ascii_in_an_address_need_a_server_that_knows_them(box):
    fill(box, ["zoë@example.com"])
    with serving(Faults(), enable_SMTPUTF8=False) as port:
        deliver(box, route(port))
    assert states(box) == {"zoë": "failed"}
    other = Faults()
    box.move([1], "queued", now=0, why="")
    with serving(other, enable_SMTPUTF8=True) as port:
        deliver(box, route(port))
    assert other.accepted[0][0] == "zoë@example.com"


def test_the_pace_is_kept():
    now, slept = [0.0], []
    clock = Clock(lambda: now[0], lambda seconds: slept.append(round(seconds, 3)))
    pace = RateLimit(60, clock)
    for _ in range(3):
        pace.wait_turn()
    assert slept == [0, 1, 2]
    domains = DomainRateLimit(30, clock)
    assert [domains.delay("a"), domains.delay("a"), domains.delay("b")] == [0, 2, 0]
    now[0] = 2.0
    assert domains.delay("a") == 0


def test_waits_are_spread_but_the_same_each_time(box):
    fill(box, [f"a{number}@example.com" for number in range(20)])
    waits = [add_jitter(100, message) for message in box.messages()]
    assert waits == [add_jitter(100, message) for message in box.messages()]
    assert all(90 <= wait <= 110 for wait in waits)
    assert len(set(waits)) > 5


class Script:
    """A server whose answers are written down, and a clock that only sleeping moves.

    An answer is what ``Connection.send`` returns; an error is raised when a connection is made. ``log`` says
    what happened in order.
    """

    def __init__(self, monkeypatch, answers, *, errors=(), sleeps=1000):
        self.answers, self.errors, self.sleeps = list(answers), list(errors), sleeps
        self.log, self.slept, self.time = [], [], 1000.0
        monkeypatch.setattr(module, "Connection", self.connect)

    def connect(self, server, _credentials, name):
        self.log.append(f"connect {server} as {name}")
        if self.errors:
            raise self.errors.pop(0)
        return ScriptedConnection(self)

    def sleep(self, seconds):
        self.slept.append(round(seconds, 3))
        self.time += seconds
        assert len(self.slept) < self.sleeps, "it sleeps for ever"

    def deliver(self, box, *, wait=0.0, report=None, **changes):
        settings = SmtpSettings(**{"connections": 1, "retry": (100, 200), "breaker": 100, **changes})
        clock = Clock(lambda: self.time, self.sleep)
        found = Route(Server("mail.example.com", 587, secure=False), SENDER, None, settings)
        return deliver(box, found, wait=wait, clock=clock, report=report)


class ScriptedConnection:
    def __init__(self, script):
        self.script, self.open, self.sent = script, True, 0

    def send(self, sender, recipient, data, before_data):
        assert sender == SENDER
        assert f"For {recipient}".encode() in data
        self.sent += 1
        self.script.log.append(recipient.partition("@")[0])
        before_data()
        answer = self.script.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        if answer.disposition in (Disposition.LOST, Disposition.UNKNOWN):
            self.open = False
        return answer

    def quit(self):
        self.open = False
        self.script.log.append("quit")


SENT, FINAL = Answer(Disposition.SENT, 250, "taken"), Answer(Disposition.FINAL, 550, "nobody")
PASSING, LOST = Answer(Disposition.PASSING, 451, "later"), Answer(Disposition.LOST, 0, "cut")
UNKNOWN = Answer(Disposition.UNKNOWN, 0, "no reply")
CONNECT = "connect smtp://mail.example.com:587 as example.org"


@pytest.mark.parametrize(
    ("answer", "changes", "state", "reply"),
    [
        (SENT, {}, "sent", "taken"),
        (FINAL, {}, "failed", "nobody"),
        (PASSING, {}, "deferred", "later"),
        (LOST, {}, "deferred", "cut"),
        (UNKNOWN, {}, "unknown", "no reply"),
        (UNKNOWN, {"on_unknown": "resend"}, "deferred", "no reply"),
        (PASSING, {"retry": ()}, "failed", "given up after 1 tries: later"),
        (LOST, {"retry": ()}, "failed", "given up after 1 tries: cut"),
        (UNKNOWN, {"on_unknown": "resend", "retry": ()}, "unknown", "given up after 1 tries: no reply"),
    ],
)
def test_each_answer_has_its_state(box, monkeypatch, answer, changes, state, reply):
    fill(box, ["ann@example.com"])
    heard = []
    run = Script(monkeypatch, [answer]).deliver(
        box, report=lambda message, said: heard.append((message.address, said)), **changes
    )
    (message,) = box.messages()
    assert (str(message.state), message.code, message.reply) == (state, answer.code, reply)
    counts = {each: getattr(run, each) for each in ("sent", "failed", "unknown", "deferred")}
    assert counts == {**dict.fromkeys(counts, 0), state: 1}
    assert run.stopped is None
    assert heard == [("ann@example.com", answer)]
    assert [str(step[1]) for step in box.steps(1)] == ["queued", "sending", "data", state]


def test_each_try_is_put_off_for_its_own_time_until_none_is_left(box, monkeypatch):
    fill(box, ["ann@example.com"])
    script = Script(monkeypatch, [PASSING, PASSING, PASSING])
    script.deliver(box)
    (first,) = box.messages()
    assert first.due == pytest.approx(1000 + add_jitter(100, first))
    script.time = first.due - 0.1
    script.deliver(box)
    assert script.log.count("ann") == 1, "it is not due yet"
    script.time = first.due
    script.deliver(box)
    (second,) = box.messages()
    assert second.due == pytest.approx(first.due + add_jitter(200, second))
    script.time = second.due
    script.deliver(box)
    (last,) = box.messages()
    assert (str(last.state), last.tries) == ("failed", 3)


def test_what_comes_due_within_the_wait_is_sent_in_the_same_run(box, monkeypatch):
    fill(box, ["ann@example.com"])
    script = Script(monkeypatch, [PASSING, SENT], sleeps=2000)
    run = script.deliver(box, wait=150)
    assert (run.sent, run.deferred) == (1, 1)
    assert set(script.slept) == {0.2}
    assert script.time == pytest.approx(box.messages()[0].changed)
    fill(box, ["bob@example.com"])
    later = Script(monkeypatch, [PASSING])
    later.time = 2000.0
    later.deliver(box, wait=80)
    assert (later.log.count("bob"), later.slept) == (1, []), "nobody waits for what comes later"


def test_one_connection_takes_what_there_is_and_is_closed(box, monkeypatch):
    fill(box, [f"a{number}@example.com" for number in range(3)])
    script = Script(monkeypatch, [SENT, FINAL, SENT])
    script.deliver(box)
    assert script.log == [CONNECT, "a0", "a1", "a2", "quit"]
    assert script.slept == []


def test_a_connection_that_broke_is_made_anew(box, monkeypatch):
    fill(box, ["a0@example.com", "a1@example.com"])
    script = Script(monkeypatch, [LOST, SENT])
    script.deliver(box)
    assert script.log == [CONNECT, "a0", CONNECT, "a1", "quit"]


@pytest.mark.parametrize(("most", "log"), [(1, "a0 quit a1 quit"), (2, "a0 a1 quit"), (3, "a0 a1 quit")])
def test_a_connection_takes_so_many_messages(box, monkeypatch, most, log):
    fill(box, ["a0@example.com", "a1@example.com"])
    script = Script(monkeypatch, [SENT, SENT])
    script.deliver(box, messages=most)
    assert [word for word in script.log if word != CONNECT] == log.split()


def test_no_more_connections_are_made_than_there_are_messages(box, monkeypatch):
    begun = []
    work = module._Worker.work
    monkeypatch.setattr(module._Worker, "work", lambda worker: (begun.append(worker), work(worker)))
    fill(box, ["a0@example.com", "a1@example.com"])
    box.record(2, MessageState.DEFERRED, now=0, due=10**9)
    Script(monkeypatch, [SENT]).deliver(box, connections=4)
    assert len(begun) == 2, "what waits for its time counts as well"
    begun.clear()
    Script(monkeypatch, []).deliver(box, connections=4)
    assert len(begun) == 1
    begun.clear()
    box.move([2], MessageState.CANCELLED, now=0, why="")
    Script(monkeypatch, []).deliver(box, connections=4)
    assert len(begun) == 1, "one, to find out that there is nothing"
    begun.clear()
    fill(box, [f"b{number}@example.com" for number in range(5)])
    Script(monkeypatch, [SENT] * 5).deliver(box, connections=3)
    assert len(begun) == 3


def test_a_server_out_of_reach_is_tried_ever_later_and_then_left(box, monkeypatch):
    fill(box, ["ann@example.com"])
    errors = [OSError("no route")] * 5
    script = Script(monkeypatch, [], errors=errors, sleeps=100)
    run = script.deliver(box, wait=100)
    assert run.stopped == "smtp://mail.example.com:587 cannot be reached (OSError: no route)"
    assert script.log == [CONNECT] * 5
    assert [seconds for seconds in script.slept if seconds != 0.2] == [0.5, 1, 2, 4]
    (message,) = box.messages()
    assert (str(message.state), message.tries) == ("queued", 0), "it is not the recipient's try"
    assert message.due == pytest.approx(script.time + 1)


def test_a_connection_that_is_made_forgets_the_failures_before(box, monkeypatch):
    fill(box, ["a0@example.com", "a1@example.com"])
    errors = [OSError("busy")] * 4
    script = Script(monkeypatch, [LOST, SENT, SENT], errors=errors)
    connect = script.connect

    def again(*arguments):
        if script.log[-1:] == ["a0"]:
            script.errors = [OSError("busy")] * 4
        return connect(*arguments)

    monkeypatch.setattr(module, "Connection", again)
    run = script.deliver(box, wait=50)
    assert run.stopped is None
    assert run.sent == 1


def test_what_no_other_try_would_mend_stops_the_run(box, monkeypatch):
    fill(box, ["ann@example.com", "bob@example.com"])
    refused = MachineError("the certificate is false", cure="mend it", rule="x")
    script = Script(monkeypatch, [], errors=[refused])
    run = script.deliver(box)
    assert run.stopped is refused
    assert script.log == [CONNECT]
    assert [(str(each.state), each.tries, each.due) for each in box.messages()] == [
        ("queued", 0, 1000.0),
        ("queued", 0, 0.0),
    ]


def test_a_sender_that_is_refused_stops_the_run_and_costs_nobody_a_failure(box, monkeypatch):
    fill(box, ["ann@example.com", "bob@example.com"])
    script = Script(monkeypatch, [Answer(Disposition.STOP, 550, "not you")])
    run = script.deliver(box)
    assert run.stopped == f"smtp://mail.example.com:587 refuses the sender {SENDER}: 550 not you"
    assert script.log == [CONNECT, "ann", "quit"]
    (ann, bob) = box.messages()
    assert (str(ann.state), ann.due, str(bob.state)) == ("queued", 1000.0, "queued")
    assert (run.sent, run.failed, run.unknown, run.deferred) == (0, 0, 0, 0)


def test_a_fault_of_ours_stops_the_run_with_its_name(box, monkeypatch):
    fill(box, ["ann@example.com", "bob@example.com"])
    script = Script(monkeypatch, [KeyError("lost")])
    run = script.deliver(box)
    assert run.stopped == "KeyError: 'lost'"
    assert script.log == [CONNECT, "ann"], "a connection of which nothing is known is not used again"
    wrong = MachineError("no room", cure="", rule="x")
    box.move([1], MessageState.QUEUED, now=0, why="")
    assert Script(monkeypatch, [wrong]).deliver(box).stopped is wrong


def worker_of(box, until=0.0):
    return module._Worker(box, route(1), Clock(), until, lambda *_: None)


def test_a_thread_waits_for_what_comes_due_in_time_and_for_what_others_are_sending(box):
    worker = worker_of(box, until=1010.0)
    assert not worker._more_to_come()
    worker.busy = 1
    assert worker._more_to_come(), "it may be put off and come due"
    worker.busy = 0
    fill(box, ["ann@example.com"])
    for due, more in ((1009.0, True), (1010.0, True), (1011.0, False)):
        box.record(1, MessageState.DEFERRED, now=0, due=due)
        assert worker._more_to_come() is more


def test_nobody_is_busy_when_all_is_sent(box, monkeypatch):
    workers = []
    work = module._Worker.work
    monkeypatch.setattr(module._Worker, "work", lambda worker: (workers.append(worker), work(worker)))
    fill(box, ["a0@example.com", "a1@example.com"])
    Script(monkeypatch, [SENT, SENT]).deliver(box)
    assert workers[0].busy == 0


def test_the_first_reason_to_stop_is_the_one_that_is_told(box):
    worker = worker_of(box)
    worker.stop("first")
    worker.stop("second")
    assert worker.run.stopped == "first"


def test_a_server_that_is_about_to_close_is_given_a_moment(box, monkeypatch):
    fill(box, ["ann@example.com"])
    script = Script(monkeypatch, [Answer(Disposition.PASSING, 421, "closing")])
    script.deliver(box)
    assert script.slept == [0.2]


@pytest.mark.parametrize(
    ("answers", "breaker", "stops"),
    [
        ([FINAL] * 19 + [SENT] * 3, 50, False),  # nineteen of twenty-two are too many, but then it goes well
        ([FINAL] * 20 + [SENT], 50, True),
        ([SENT] * 10 + [FINAL] * 10 + [SENT], 50, False),  # half is not more than half
        ([SENT] * 9 + [FINAL] * 11 + [SENT], 50, True),
        ([PASSING] * 30, 50, False),  # what is put off says nothing
    ],
)
def test_the_share_of_refusals_is_judged_from_twenty_on(box, monkeypatch, answers, breaker, stops):
    if answers[0] is FINAL and not stops:
        answers = [*answers[:1], *answers[-3:], *answers[1:3]]
    fill(box, [f"a{number:02}@example.com" for number in range(len(answers))])
    run = Script(monkeypatch, answers).deliver(box, breaker=breaker)
    assert bool(run.stopped) is stops
    if stops:
        refused = answers[:20].count(FINAL)
        assert run.stopped == f"{refused} of the last 20 were refused for good, more than {breaker} %"
        assert run.sent + run.failed == 20


def test_only_the_last_hundred_count_for_the_share_of_refusals(box, monkeypatch):
    fill(box, [f"a{number:03}@example.com" for number in range(130)])
    run = Script(monkeypatch, [SENT] * 100 + [FINAL] * 30).deliver(box, breaker=20)
    assert run.stopped == "21 of the last 100 were refused for good, more than 20 %"


def test_what_a_killed_run_left_is_held_or_sent_again_by_the_settings(box, monkeypatch):
    fill(box, ["ann@example.com", "bob@example.com"])
    for state in (MessageState.SENDING, MessageState.DATA):
        claimed = box.claim(1000.0)
        box.record(claimed.id, state, now=1000.0)
    Script(monkeypatch, [SENT]).deliver(box)
    assert states(box) == {"ann": "sent", "bob": "unknown"}
    box.move([2], MessageState.QUEUED, now=0, why="")
    box.record(box.claim(1000.0).id, MessageState.DATA, now=1000.0)
    Script(monkeypatch, [SENT]).deliver(box, on_unknown="resend")
    assert states(box) == {"ann": "sent", "bob": "sent"}


def test_a_domain_s_turn_that_has_not_come_costs_no_try(box, monkeypatch):
    fill(box, ["a@one.example", "b@one.example", "c@two.example"])
    script = Script(monkeypatch, [SENT] * 3)
    run = script.deliver(box, domain_rate=6)
    assert script.log == [CONNECT, "a", "c", "quit"], "the connection is kept meanwhile"
    waiting = box.messages(states=(MessageState.QUEUED,))
    assert [(each.address, each.tries, each.due) for each in waiting] == [("b@one.example", 0, 1010.0)]
    assert run.sent == 2


def test_messages_are_evenly_spaced(box, monkeypatch):
    fill(box, [f"a{number}@example.com" for number in range(3)])
    script = Script(monkeypatch, [SENT] * 3)
    script.deliver(box, rate=30)
    assert script.slept == [0, 2, 2]
    assert [each.changed for each in box.messages()] == [1000, 1002, 1004]


def test_a_pace_of_nothing_is_no_limit():
    def never(_seconds):
        raise AssertionError

    RateLimit(0, Clock(sleep=never)).wait_turn()
    domains = DomainRateLimit(0, Clock(now=lambda: 0.0))
    assert [domains.delay("a"), domains.delay("a")] == [0.0, 0.0]


def test_a_pause_is_not_made_up_for_by_haste():
    now, slept = [0.0], []
    pace = RateLimit(60, Clock(lambda: now[0], slept.append))
    pace.wait_turn()
    now[0] = 10.0
    pace.wait_turn()
    pace.wait_turn()
    assert slept == [0, 0, 1]


def test_a_wait_is_spread_by_a_tenth_from_end_to_end(box, monkeypatch):
    fill(box, ["ann@example.com"])
    (message,) = box.messages()

    class Digest:
        def __init__(self, byte):
            self.digest = lambda: bytes([byte, 99])

    for byte, wait in ((0, 90), (255, 110), (51, 94)):
        monkeypatch.setattr(module.hashlib, "sha256", lambda _data, byte=byte: Digest(byte))
        assert add_jitter(100, message) == pytest.approx(wait)


def test_each_try_of_a_message_waits_its_own_time(box):
    fill(box, ["ann@example.com"])
    (message,) = box.messages()
    assert add_jitter(100, message) != add_jitter(100, replace(message, tries=1))
    assert add_jitter(100, message) != add_jitter(100, replace(message, message_id="other"))


def test_the_clock_is_the_machine_s_where_none_is_given(box, monkeypatch):
    import time

    assert (Clock().now, Clock().sleep) == (time.time, time.sleep)
    fill(box, ["ann@example.com"])
    Script(monkeypatch, [SENT])
    deliver(box, Route(Server("mail.example.com", 587, secure=False), SENDER, None, SmtpSettings()))
    assert abs(box.messages()[0].changed - time.time()) < 100

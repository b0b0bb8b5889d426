"""Delivery against a real server on loopback that has its bad days."""

# ruff: noqa: N802 - aiosmtpd calls its hooks so

import email
import email.policy
from collections import Counter
from dataclasses import replace

import pytest

from pressroom.circulate.mail.deliver import Clock, DomainRateLimit, RateLimit, add_jitter, deliver
from pressroom.circulate.mail.outbox import Outbox
from pressroom.circulate.mail.route import Route
from pressroom.circulate.mail.smtp import Server
from pressroom.project.mail import SmtpSettings
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

"""The same deliveries to a server of another make: smtp-sink of Postfix."""

import email
import email.policy
from collections import Counter
from dataclasses import replace

import pytest

from pressroom.circulate.mail.deliver import deliver
from pressroom.circulate.mail.outbox import MessageState, Outbox
from pressroom.circulate.mail.route import Route
from pressroom.circulate.mail.smtp import Server
from pressroom.project.mail import SmtpSettings
from tests.circulate.mail.making import SENDER, fill
from tests.circulate.mail.sink import HOST, program, sink

pytestmark = pytest.mark.skipif(not program(), reason="smtp-sink (Debian's package postfix) is not installed")
FAST = SmtpSettings(retry=(0,) * 6, connections=2, on_unknown="resend", breaker=100, timeout=5)
PEOPLE = [f"p{number}@example.com" for number in range(12)]


@pytest.fixture
def box(tmp_path):
    made = Outbox(tmp_path / "outbox")
    fill(made, PEOPLE)
    yield made
    made.close()


def run(box, port, settings=FAST):
    return deliver(box, Route(Server(HOST, port, secure=False, timeout=5), SENDER, None, settings), wait=20)


def states(box):
    return Counter(str(each.state) for each in box.messages())


def received(folder):
    """Read what smtp-sink wrote down, a file a message, the envelope in headers of its own."""
    return [
        email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        for path in sorted(folder.glob("mail*"))
    ]


def test_every_message_arrives_whole_at_its_own_recipient(box, tmp_path):
    with sink("-d", "mail.%H%M%S.", folder=tmp_path) as port:
        assert run(box, port).sent == len(PEOPLE)
    got = received(tmp_path)
    assert sorted(str(message["To"]) for message in got) == sorted(PEOPLE)
    for message in got:
        assert str(message["To"]) in str(message["X-Rcpt-Args"])
        assert f"For {message['To']}" in message.get_body(("plain",)).get_content()
    assert {str(message["Message-ID"]) for message in got} == {
        f"<{each.message_id}>" for each in box.messages()
    }


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (("-f", "RCPT"), {"failed"}),
        (("-r", "RCPT"), {"failed"}),  # put off for ever, so given up after the last try
        (("-f", "."), {"failed"}),
        (("-r", "."), {"failed"}),
        (("-r", "DATA"), {"failed"}),
        (("-q", "RCPT"), {"failed"}),  # the line is cut before a message is handed over
        (("-Q", "RCPT"), {"failed"}),
        (("-q", "."), {"unknown"}),  # cut after that: it may have arrived, and is not called failed
    ],
)
def test_what_the_server_does_is_what_is_recorded(box, options, wanted):
    with sink(*options) as port:
        result = run(box, port, replace(FAST, retry=(0,)))
    assert not result.stopped
    assert set(states(box)) == wanted
    assert {each.tries for each in box.messages()} == ({1} if options[0] == "-f" else {2})


def test_a_refusal_of_the_sender_stops_the_run(box):
    with sink("-f", "MAIL") as port:
        assert "refuses the sender" in str(run(box, port).stopped)
    assert set(states(box)) == {"queued"}


def test_the_next_run_goes_on_where_this_one_was_put_off(box):
    with sink("-r", "RCPT") as port:
        run(box, port, replace(FAST, retry=(0, 600)))
    assert set(states(box)) == {"deferred"}
    box.move([each.id for each in box.messages()], MessageState.QUEUED, now=0, why="")
    with sink() as port:
        assert run(box, port).sent == len(PEOPLE)

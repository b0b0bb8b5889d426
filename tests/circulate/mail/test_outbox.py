import stat

import pytest

from pressroom.circulate.mail.outbox import FILE, MessageState, Outbox
from tests.circulate.mail.making import CAMPAIGN, fill, outgoing


@pytest.fixture
def box(tmp_path):
    made = Outbox(tmp_path / "outbox")
    yield made
    made.close()


def states(box):
    return [str(each.state) for each in box.messages()]


def test_a_person_has_one_message_of_a_report(box):
    assert fill(box, ["ann@example.com", "bob@example.com"]) == 2
    assert fill(box, ["ann@example.com", "carl@example.com"]) == 1
    assert box.queue(CAMPAIGN, [outgoing("ann@example.com", round_=1)], now=1, again=True) == 1
    assert [each.address for each in box.messages()].count("ann@example.com") == 2


def test_a_campaign_is_queued_whole_or_not_at_all(box):
    twice = [outgoing("ann@example.com"), outgoing("bob@example.com"), outgoing("ann@example.com")]
    with pytest.raises(Exception, match="UNIQUE"):
        box.queue(CAMPAIGN, twice, now=1)
    assert box.messages() == ()


def test_a_message_is_claimed_once_and_in_time(box):
    box.queue(CAMPAIGN, [outgoing("ann@example.com", due=50.0), outgoing("bob@example.com", due=10.0)], now=0)
    assert box.claim(5) is None
    first = box.claim(20)
    assert first is not None
    assert first.address == "bob@example.com"
    assert box.claim(20) is None
    assert box.find_next_due() == 50.0


def test_the_bytes_are_kept_and_shared(box):
    sent = outgoing("ann@example.com")
    fill(box, ["ann@example.com"])
    (message,) = box.messages()
    assert box.read_bytes(message.id) == sent.head + b"".join(sent.chunks)
    assert message.size == len(box.read_bytes(message.id))


@pytest.mark.parametrize(("resend", "wanted"), [(True, "queued"), (False, "unknown")])
def test_what_a_killed_run_left_is_settled(tmp_path, resend, wanted):
    first = Outbox(tmp_path / "o")
    fill(first, ["ann@example.com", "bob@example.com"])
    one, _ = first.claim(2000), first.claim(2000)
    first.record(one.id, MessageState.DATA, now=2000)
    first.close()
    box = Outbox(tmp_path / "o")
    assert box.recover(now=3000, resend=resend) == 1
    assert states(box) == [wanted, "queued"]
    assert [each.tries for each in box.messages()] == [1, 0]
    box.close()


def test_every_step_is_kept(box):
    fill(box, ["ann@example.com"])
    message = box.claim(2000)
    box.record(message.id, MessageState.DATA, now=2000)
    box.record(message.id, MessageState.SENT, now=2001, code=250, reply="ok")
    assert [(at, str(state), code) for at, state, code, _ in box.steps(message.id)] == [
        (1000.0, "queued", 0),
        (2000.0, "sending", 0),
        (2000.0, "data", 0),
        (2001.0, "sent", 250),
    ]


def test_one_that_was_cancelled_may_be_queued_again(box):
    fill(box, ["ann@example.com"])
    box.move([1], MessageState.CANCELLED, now=1, why="by hand")
    assert box.find_sent_before("r1") == frozenset()
    assert box.count_rounds("r1", "ann@example.com") == 1


def test_the_outbox_is_its_owners_alone(box, tmp_path):
    assert stat.S_IMODE((tmp_path / "outbox" / FILE).stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE((tmp_path / "outbox").stat().st_mode) & 0o077 == 0

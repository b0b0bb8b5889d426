"""A small one of the experiments that benchmarks/mail_faults.py makes at full size."""

from tests.circulate.mail.faults import experiment


def test_nobody_is_lost_and_only_a_lost_reply_makes_a_second_message(tmp_path):
    proof = experiment(tmp_path, recipients=60, kills=6)
    assert proof.kills == 6
    assert proof.in_window == 3
    assert (proof.lost, proof.wrong, proof.other_ids, proof.other_bytes, proof.unsettled) == (0, 0, 0, 0, 0)
    assert proof.lost_replies + proof.in_window <= proof.duplicates <= proof.lost_replies + proof.kills

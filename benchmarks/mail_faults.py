"""Mail to a thousand people through bad days and fifty kills: who is lost, who gets two, who gets another's.

    python -P benchmarks/mail_faults.py [--recipients N] [--kills N]

One recipient a message; the server puts off, refuses, drops the line before and after it has taken a
message; the sender is killed with SIGKILL, half the time between the server's taking a message and its reply.
Prints one line a figure; the exit status is 1 unless nobody is lost, nobody gets another's, and each
duplicate is a lost reply or a kill, with the same Message-ID and the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

# in place of this folder, whose scripts are named like modules of the standard library
sys.path[:1] = [str(Path(__file__).resolve().parent.parent / name) for name in ("src", ".")]

import argparse
import dataclasses
import tempfile

from tests.circulate.mail.faults import experiment


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--recipients", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=50)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        proof = experiment(Path(folder), asked.recipients, asked.kills)
    for name, value in dataclasses.asdict(proof).items():
        print(f"{name:14} {value:,.0f}" if isinstance(value, int) else f"{name:14} {value:.1f}")
    bad = proof.lost or proof.wrong or proof.other_ids or proof.other_bytes or proof.unsettled
    explained = proof.duplicates <= proof.lost_replies + proof.kills
    print("well" if explained and not bad else "NOT WELL")
    return 0 if explained and not bad else 1


if __name__ == "__main__":
    sys.exit(main())

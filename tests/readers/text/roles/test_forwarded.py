"""Texts that were sent on by mail."""

from __future__ import annotations

import pytest

from tests.readers import content
from tests.readers.text.reading import BODY, read

TITLE = "Harbour Opens Its Second Quay"
THREAD = f"""Subject: FW: RE: AW: Draft
From: Roe, Ann
Sent: Monday, 4 May 2026 10:12
To: Press
Cc:
Importance: High

Hi all,

please find the text below.

BR
Ann

________________________________
From: Poe, Ben
Sent: Monday, 4 May 2026 09:55
To: Roe, Ann
Subject: Draft

{TITLE}

{BODY}

\u200bCookie settings  Accept all   Share  Tweet  Print

This e-mail is confidential. If you are not the intended recipient, please delete it.
"""
GERMAN = f"""Hallo zusammen,

anbei der Text.

-----Weitergeleitete Nachricht-----
Von: Ann Roe
Gesendet: Montag, 4. Mai 2026 09:55
An: Presse
Betreff: WG: Text

Liebe Kolleginnen,

{TITLE}

{BODY}
"""


@pytest.mark.parametrize("text", [THREAD, GERMAN])
def test_the_headline_of_a_text_sent_on_is_the_title_and_the_mails_are_told(text: str) -> None:
    document = read(text)
    assert document.title is not None
    assert document.title.text == TITLE
    assert content.words(document) == f"{TITLE} {BODY}"
    told = {left.reason for left in document.left_out}
    assert {"head of a mail round the text", "note of somebody who sent the text on"} <= told
    assert {each.rule for each in document.diagnostics} == {"left-out"}


def test_the_sentence_of_confidentiality_and_a_row_of_links_are_told() -> None:
    told = {each.message for each in read(THREAD).diagnostics}
    assert "left out: disclaimer of a mail (line 27)" in told
    assert "left out: line of a web page, not of its text (line 25)" in told


def test_a_mail_that_answers_another_stays() -> None:
    words = content.words(read(THREAD.replace("FW: RE: AW: Draft", "RE: Draft")))
    assert "please find the text below." in words


def test_who_sends_on_with_a_text_of_their_own_is_printed() -> None:
    words = content.words(read(THREAD.replace("please find the text below.", " ".join([BODY] * 3))))
    assert words.count(BODY) == 4


@pytest.mark.parametrize(
    "subject", ["FW: RE: AW: Budget of the port", "WG: Budget of the port", "Re[2]: Budget of the port"]
)
def test_a_subject_is_a_title_without_its_marks(subject: str) -> None:
    document = read(f"From: Ann Roe\nTo: Press\nSubject: {subject}\n\n{BODY}\n\n{BODY}\n")
    assert document.metadata.subject == "Budget of the port"

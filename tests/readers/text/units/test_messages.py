# ruff: noqa: E501 - texts read better unbroken
"""Mails with those that they answer, signatures and disclaimers, and chats."""

from __future__ import annotations

import pytest

from pressroom.model.document import Paragraph, Quote
from pressroom.model.inline import words
from tests.readers import content
from tests.readers.text.covering import outline
from tests.readers.text.reading import BODY, read

TOP = "From: A. Roe <a@x.org>\nSent: Friday, 5 June 2026 10:02\nTo: B. Dahl\nSubject: The quays\n\n"
OLDER = [
    "From: B. Dahl\nSent: Monday, 1 June 2026 9:12 AM\nTo: A. Roe\nSubject: The quays",
    "-----Original Message-----\nFrom: B. Dahl\nDate: Monday, 1 June 2026 9:12 AM\nTo: A. Roe",
    "________________________________\nVon: B. Dahl\nGesendet: Montag, 1. Juni 2026 09:12\nAn: A. Roe\nBetreff: Kai",
    "Begin forwarded message:\n\nFrom: B. Dahl\nSubject: The quays\nDate: 1 June 2026\nTo: A. Roe",
    "De : B. Dahl\nEnvoyé : lundi 1 juin 2026 09:12\nÀ : A. Roe\nObjet : Le quai",
]


@pytest.mark.parametrize("older", OLDER)
@pytest.mark.parametrize("top", [TOP, ""])
def test_the_mails_that_another_one_answers_are_quotations(top: str, older: str) -> None:
    text = f"{top}Dear Ms Dahl,\n\n{BODY}\n\nBest\nAda\n\n{older}\n\nHi Ada,\n\nWhat do they cost?\n\nThanks\nBo\n"
    document = read(text)
    (quote,) = [block for block in document.blocks if isinstance(block, Quote)]
    assert "B. Dahl" in document.text[quote.span.start : quote.span.end]
    assert [block.role for block in quote.blocks if isinstance(block, Paragraph)][-1] == "signature"
    assert outline(document) == []
    assert document.metadata.date == ("2026-06-05" if top else "")
    assert "Best" in content.words(document)


def test_each_older_mail_is_a_quotation_of_its_own() -> None:
    text = f"{TOP}{BODY}\n\n{OLDER[0]}\n\n{BODY}\n\n{OLDER[1]}\n\n{BODY}\n"
    assert sum(isinstance(block, Quote) for block in read(text).blocks) == 2


@pytest.mark.parametrize(
    "text", [f"MEMORANDUM\n\n{TOP}{BODY}\n", f"{TOP}{BODY}\n", f"From: the harbour\n\n{BODY}\n"]
)
def test_the_head_of_a_memo_is_no_older_mail(text: str) -> None:
    assert not any(isinstance(block, Quote) for block in read(text).blocks)


def test_what_stands_under_two_dashes_is_a_signature() -> None:
    document = read(f"The quays are done.\n\n{BODY}\n\n-- \nAda Roe\nCoastal Office\n")
    last = document.blocks[-1]
    assert isinstance(last, Paragraph)
    assert (last.role, words(last.inlines)) == ("signature", "Ada Roe\nCoastal Office")
    assert [left.reason for left in document.left_out] == ["line of a mail program"]


DISCLAIMERS = [
    "This e-mail and any files with it are confidential and intended solely for the addressee.",
    "Diese Nachricht ist vertraulich und nur für den Empfänger bestimmt.",
    "Ce message est confidentiel et réservé à son destinataire.",
    "Diese E-Mail ist vertraulich.",
    "This email and its attachments are confidential and legally privileged.",
    "Ces messages sont confidentiels.",
    "Este correo es confidencial",
]


@pytest.mark.parametrize("disclaimer", DISCLAIMERS)
def test_a_disclaimer_is_left_out_and_told(disclaimer: str) -> None:
    document = read(f"{TOP}{BODY}\n\n{disclaimer}\n\n{OLDER[0]}\n\n{BODY}\n\n{disclaimer}\n")
    assert [left.reason for left in document.left_out] == ["disclaimer of a mail"] * 2
    assert disclaimer not in content.words(document)


@pytest.mark.parametrize(
    "text",
    [
        f"The law\n\nA confidential message is read by its intended recipient alone.\n\n{BODY}\n",
        f"{TOP}{BODY}\n\nThis message is confidential until Friday.\n\nThe quays are too.\n",
        f"{TOP}{BODY}\n\nThis message is public, and the report on the quays, of which we spoke in May at length, is confidential.\n",
        f"Of quays\n\nThis message is confidential.\n\n{BODY}\n",
    ],
)
def test_a_sentence_on_confidential_messages_is_text(text: str) -> None:
    assert "disclaimer of a mail" not in {left.reason for left in read(text).left_out}


CHATS = [
    "[12/03/2026, 09:14:02] Ada Roe: {}\n[12/03/2026, 09:15:40] Bo Dahl: {}\n[12/03/2026, 09:16:30] Ada Roe: {}\n",
    "12.03.26, 09:14 - Ada Roe: {}\n12.03.26, 09:15 - Bo Dahl: {}\n12.03.26, 09:16 - Ada Roe: {}\n",
    "3/12/26, 9:14 AM - Ada Roe: {}\n3/12/26, 9:15 AM - Bo Dahl: {}\n3/12/26, 9:16 AM - Ada Roe: {}\n",
    "[09:14] Ada Roe: {}\n[09:15] Bo Dahl: {}\n[09:16] Ada Roe: {}\n",
]


@pytest.mark.parametrize("chat", CHATS)
def test_each_message_of_a_chat_is_a_turn(chat: str) -> None:
    document = read(
        chat.format("Has anyone the count of the fair?", "48,200", "Thanks!\nSo 6% more than last year")
    )
    assert [block.role for block in document.blocks] == ["turn"] * 4
    assert document.title is None
    assert document.sections == ()


def test_the_lines_of_an_agenda_and_a_log_are_no_chat() -> None:
    agenda = f"The day\n\n09:15 Opening: the mayor\n10:30 Talk: quays\n\n{BODY}\n"
    log = f"The run\n\n    [2015-03-15 16:56:48] NOTICE: begins\n    [2015-03-15 16:56:49] INFO: goes on\n\n{BODY}\n"
    for text in (agenda, log):
        assert "turn" not in {getattr(block, "role", "") for block in read(text).blocks}


def test_a_mail_may_greet_by_the_name_alone_and_end_with_one() -> None:
    document = read(
        f"{TOP}CAUTION: This email originated from outside of the organization.\n\nBo,\n\n{BODY}\n\nAda\n\nGet Outlook for iOS\n{OLDER[2]}\n\n{BODY}\n"
    )
    assert outline(document) == []
    shown = [block.role for block in document.blocks if isinstance(block, Paragraph)]
    assert shown[-3:] == ["salutation", "body", "signature"]
    assert "CAUTION" not in content.words(document)

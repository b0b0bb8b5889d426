# ruff: noqa: E501 - texts read better unbroken
"""The parts of letters and of mails."""

from __future__ import annotations

import pytest

from tests.readers.text.covering import outline, shapes
from tests.readers.text.reading import BODY, read


def body(text: str, **overrides: object) -> list[str]:
    return shapes(read(text, **overrides))


def test_a_reference_in_the_head_of_a_letter_is_no_title() -> None:
    document = read(
        "Paul Redmond\n8 Quarry Road\nSheffield S6 3LP\n\n12 January 2026\n\nAccount number: 558 201 773\n\n"
        f"Dear Sir or Madam,\n\n{BODY}\n\nYours faithfully,\n\nPaul Redmond\n"
    )
    assert document.title is None
    assert shapes(document)[:3] == ["address", "dateline", "address"]


def test_a_letter_ends_with_its_name_whatever_the_formula() -> None:
    document = read(
        "Les Amis du Canal\n12, quai des Tanneurs\n67000 Strasbourg\n\nStrasbourg, le 3 avril 2026\n\n"
        f"Objet : la fête du canal\n\nMonsieur le Maire,\n\n{BODY}\n\n{BODY}\n\nClaire Muller\nPrésidente\n"
    )
    assert outline(document) == ["= Objet : la fête du canal"]
    assert shapes(document) == ["address", "dateline", "salutation", "body", "body", "signature"]
    assert document.metadata.date == "2026-04-03"


def test_on_whose_behalf_a_paper_is_signed_is_no_heading() -> None:
    document = read(f"Of paths\n\n1 Aims\n\n{BODY}\n\n2 Means\n\n{BODY}\n\nFür den Vorstand\nKarin Maurer\n")
    assert outline(document) == ["= Of paths", "1 Aims", "2 Means"]
    assert shapes(document) == ["body", "body", "signature"]


def test_a_sentence_after_the_greeting_is_no_title() -> None:
    document = read(
        f"Hi all,\n\nQuick update before the holidays.\n\n* One thing\n* Another thing\n\n{BODY}\n"
    )
    assert outline(document) == []


def test_the_name_ahead_of_a_quoted_mail_is_a_signature() -> None:
    text = (
        f"Tom,\n\n{BODY}\n\nAnna\n\nOn Mon, 2 Feb 2026 at 17:40, Tom Hale wrote:\n> Hi Anna,\n>\n> {BODY}\n"
    )
    document = read(text)
    assert outline(document) == []
    assert "signature" in shapes(document)


def test_the_title_ahead_of_a_letter_is_no_address() -> None:
    document = read(
        f"St Bride's Newsletter\nJune 2026\n\nFrom the Vicar\n\nDear friends,\n\n{BODY}\n\n"
        "With every blessing,\nRuth\n\n"
        f"Can you help?\n\n{BODY}\n\nFrom the registers\n\n{BODY}\n"
    )
    assert outline(document) == [
        "= St Bride's Newsletter",
        "From the Vicar",
        "Can you help?",
        "From the registers",
    ]
    assert "signature" in shapes(document)


def test_letters_have_salutation_signature_and_address() -> None:
    text = f"Ann Example\n12 Long Street\nOldtown\n\n3 May 2024\n\nDear Mr Sample,\n\n{BODY}\n\n{BODY}\n\nYours sincerely,\n\nAnn Example\nDirector\n"
    found = body(text)
    assert found[0] == "address"
    assert "salutation" in found
    assert found[-1] == "signature"
    assert read(text).metadata.date == "2024-05-03"


@pytest.mark.parametrize("line", ["TO THE COUNCIL OF THE PORT:", "To the members of the harbour board:"])
def test_a_paper_to_a_body_opens_with_it(line: str) -> None:
    document = read(
        f"Letter on the quay\n\n{line}\n\n{BODY}\n\n{BODY}\n\nANN P. ROE JR.\n\nTHE PORT,   May 4, 2026.\n"
    )
    assert outline(document) == ["= Letter on the quay"]
    assert shapes(document) == ["salutation", "body", "body", "signature", "dateline"]
    assert document.metadata.date == "2026-05-04"


def test_a_heading_with_to_is_one() -> None:
    heads = ("To the north:", "To the south:")
    document = read(
        "Ways out of the port\n\n" + "".join(f"{head}\n\n- a road\n- a track\n\n" for head in heads)
    )
    assert "salutation" not in shapes(document)


def test_a_speech_opens_with_those_who_hear_it() -> None:
    document = read(f"Opening of the quay\n\nLadies and gentlemen,\n\n{BODY}\n\n{BODY}\n")
    assert shapes(document) == ["salutation", "body", "body"]


def test_who_wrote_and_how_to_reach_them_is_no_text_however_many_lines() -> None:
    document = read(
        f"Sehr geehrte Frau Dr. Albers,\n\n{BODY}\n\nMit freundlichen Grüßen\n\ni. A. Jens Rohloff\nAbteilung Tarif\n\n"
        "Verbund Unterland GmbH\nBahnhofstraße 4\n54321 Unterstadt\nTelefon: 05551 0100-27\nwww.verbund.example\n\n"
        "Geschäftsführerin: Petra Sandmann\nSitz der Gesellschaft: Unterstadt, Amtsgericht Unterstadt HRB 1234\n"
    )
    assert outline(document) == []
    assert set(shapes(document)) == {"salutation", "body", "signature"}


def test_a_text_that_goes_on_after_a_formula_is_text() -> None:
    document = read(f"Dear all,\n\n{BODY}\n\nBest wishes\n\nAda Roe\n\n{BODY}\n\nwww.alven.example\n")
    assert shapes(document).count("body") >= 2


@pytest.mark.parametrize("formula", ["Viele Grüße", "Herzliche Grüße", "Best regards", "Cordialement"])
def test_a_formula_without_a_comma_closes_a_letter_that_another_text_follows(formula: str) -> None:
    document = read(
        f"Liebe Ada,\n\n{BODY}\n\n{formula}\nB. Dahl\n\nAm 3.2.2026 um 9:12 schrieb Ada Roe <a@x.org>:\n\n> {BODY}\n"
    )
    assert outline(document) == []
    assert "signature" in shapes(document)


@pytest.mark.parametrize("heading", ["Greetings", "Thanks", "Regards of the council"])
def test_a_heading_over_a_text_is_no_formula(heading: str) -> None:
    document = read(f"Of quays\n\n{BODY}\n\n{heading}\n\n{BODY} {BODY}\n\nOutlook\n\n{BODY}\n")
    assert "signature" not in shapes(document)

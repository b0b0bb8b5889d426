# ruff: noqa: E501 - texts read better unbroken
"""Pasted text that is put in order before it is read."""

from __future__ import annotations

import pytest

from pressroom.readers import ReaderSettings, read
from pressroom.readers.text.forms.columns import read_columns
from pressroom.readers.text.forms.exported import read_exported
from pressroom.readers.text.forms.notemarks import read_note_marks
from pressroom.readers.text.forms.order import put_in_order
from pressroom.readers.text.forms.subtitles import read_subtitles
from pressroom.readers.text.forms.talks import read_talk
from pressroom.readers.text.forms.wikimarkup import read_wiki_markup
from tests.readers import content

SUBTITLES = {
    "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAnn: We tested\n\n2\n00:00:02.100 --> 00:00:03.000\nAnn: 40 pumps.\n\n"
    "3\n00:00:04.000 --> 00:00:05.000\nBo: And?\n": "Ann: We tested 40 pumps.\n\nBo: And?\n",
    "WEBVTT\n\nNOTE made by a machine\n\n00:01.000 --> 00:02.000\n<v Ann Lee>We tested <i>40</i></v>\n\n00:02.000 --> 00:03.000\n<v Ann Lee>pumps.</v>\n": (
        "Ann Lee: We tested 40 pumps.\n"
    ),
    "1\r\n00:00:01,000 --> 00:00:02,000\r\nThe quay\r\nis open.\r\n\r\n2\r\n00:00:09,000 --> 00:00:10,000\r\nNext.\r\n": (
        "The quay is open.\n\nNext.\n"
    ),
}
TALKS = {
    "[09:12] Ann Lee\nOne quay\n\n[09:14] Bo Ek\nWhich?\n\n[09:15] Ann Lee\nThe old one\nof 1911\n": (
        "[09:12] Ann Lee: One quay\n\n[09:14] Bo Ek: Which?\n\n[09:15] Ann Lee: The old one of 1911\n"
    ),
    "Ann Lee\n  9:41 AM\nOne quay (edited)\n\nBo Ek\n  9:44 AM\nWhich?\n2 replies\n\nAnn Lee\n  9:45 AM\nThe old one\n": (
        "[9:41 AM] Ann Lee: One quay\n\n[9:44 AM] Bo Ek: Which?\n\n[9:45 AM] Ann Lee: The old one\n"
    ),
    "Call on quays\n\nAnn Lee   0:03\nOne quay\n\nBo Ek   0:09\nWhich?\n\nAnn Lee   0:12\nThe old one\n": (
        "Call on quays\n\nAnn Lee: One quay\n\nBo Ek: Which?\n\nAnn Lee: The old one\n"
    ),
    "Call on quays\n38m 14s\n\nAnn Lee started transcription\n\nAnn Lee   0:03\nOne quay\n\nBo Ek   0:09\nWhich?\n\nAnn Lee   0:12\nThe old one\n": (
        "Call on quays\n\nAnn Lee: One quay\n\nBo Ek: Which?\n\nAnn Lee: The old one\n"
    ),
    "Speaker 1 (00:04)\nOne quay\n\nSpeaker 2 (00:09)\nWhich?\n\nSpeaker 1 (00:12)\nThe old one\n": (
        "Speaker 1: One quay\n\nSpeaker 2: Which?\n\nSpeaker 1: The old one\n"
    ),
    "ann_lee — Today at 3:41 PM\nOne quay\nbo.ek — Today at 3:44 PM\nWhich?\nann_lee — Today at 3:45 PM\nThe old one\n": (
        "[3:41 PM] ann_lee: One quay\n\n[3:44 PM] bo.ek: Which?\n\n[3:45 PM] ann_lee: The old one\n"
    ),
    "Ann Lee, [03/02/2026 14:22]\nOne quay\n\nBo Ek, [03/02/2026 14:25]\nWhich?\n\nAnn Lee, [03/02/2026 14:31]\nThe old one\n": (
        "[14:22] Ann Lee: One quay\n\n[14:25] Bo Ek: Which?\n\n[14:31] Ann Lee: The old one\n"
    ),
    "Bo Ek has been added to the chat\nTuesday 9:02 AM\nAnn Lee\nOne quay\nHeart 1\nTuesday 9:04 AM\nBo Ek\nWhich?\nWednesday 8:12 AM\nAnn Lee\nThe old one\n": (
        "[9:02 AM] Ann Lee: One quay\n\n[9:04 AM] Bo Ek: Which?\n\n[8:12 AM] Ann Lee: The old one\n"
    ),
}
COLUMNS = """\
The quays

Costs                           Gains
The old quay costs more than    Ships come in at night now and
the new one, as its piles are   leave before the market opens
rotten. Divers repair them      at six. The harbour earns more
every spring for 40,000         than before, 1.2 million in the
crowns.                         last year.

                                2
"""


@pytest.mark.parametrize("text", SUBTITLES)
def test_the_words_of_subtitles_are_put_together_by_speaker(text: str) -> None:
    assert read_subtitles(text) == SUBTITLES[text]


@pytest.mark.parametrize(
    "text", ["", "See 1 --> 2", "A text.\n\n00:01.000 --> 00:02.000\nx\n\n00:02.000 --> 00:03.000\ny\n"]
)
def test_a_text_with_arrows_is_no_subtitles(text: str) -> None:
    assert read_subtitles(text) == ""


@pytest.mark.parametrize("text", TALKS)
def test_a_speaker_above_a_message_stands_ahead_of_it(text: str) -> None:
    assert read_talk(text) == TALKS[text]


@pytest.mark.parametrize(
    "text",
    [
        "Doors 9:00\nOpening 9:30\nLunch 12:00\nClosing 17:00\n",
        "Welcome 9:00\nThe mayor opens the day.\n\nLunch 12:00\nIn the hall.\n\nQuays 14:00\nA walk.\n",
        "Ann Lee\nBo Ek\nAnn Lee\n",
    ],
)
def test_a_programme_is_no_talk(text: str) -> None:
    assert read_talk(text) == ""


def test_the_right_column_is_put_below_the_left_one() -> None:
    document = read(COLUMNS.encode(), "x.txt", ReaderSettings())
    assert content.headings(document) == [(0, "The quays"), (1, "Costs"), (1, "Gains")]
    assert "every spring for 40,000 crowns." in content.words(document)
    assert "Ships come in at night now and leave before the market opens at six." in content.words(document)
    assert [each.rule for each in document.diagnostics] == ["text-put-in-order"]


def test_a_sentence_goes_on_in_the_next_column() -> None:
    text = (
        COLUMNS.replace("crowns.  ", "crowns a ")
        .replace("Gains", "     ")
        .replace("Ships come", "year. Here")
    )
    text = text.replace("year. Here", "year and so")
    assert "crowns a\nyear and so in at night" in read_columns(text)


@pytest.mark.parametrize(
    "table",
    [
        "Borough       Households\nNorthgate     31,400\nRiverside     27,950\nOld Town      12,300\nSouth Quay    9,300\nTotal         80,950\n",
        "EVM      version MB/s    B/CPUcycle      CPUcycle/B      cost\n\ngeth/KECCAK  1.10.9      357     1.8     0.6     0.2     6.0\n"
        "geth     1.10.9  1091    5.5     0.2     0.1     2.0\nevmone/Base  0.8.2       727     3.7     0.3     0.1     2.9\n"
        "evmone/Adv   0.8.2       155     0.8     1.3     0.4     9.2\nevmone   0.8.2   1012    4.8     0.4     0.2     3.1\n",
        "Name of the quay      Who owns it now\nThe old quay          the town of Alven\nThe new quay          the Alven Port Company\n"
        "The third quay        nobody at all\nThe fish quay         the guild of fishers\nThe coal quay         the state railway\n",
    ],
)
def test_a_table_is_no_two_columns(table: str) -> None:
    assert read_columns(table) == ""


def test_the_marks_of_a_wiki_are_read() -> None:
    text = "h1. Release\n\nSee [the list|https://x.org/a] of *61* quays.\n\nh2. Scope\n\n* one\n** two\n# three\n\n||Quay||Ships||\n|Old|118|\n"
    document = read(text.encode(), "x.txt", ReaderSettings())
    assert content.headings(document) == [(0, "Release"), (1, "Scope")]
    assert (
        content.words(document) == "Release See the list of 61 quays. Scope one two three Quay Ships Old 118"
    )
    assert [each.rule for each in document.diagnostics] == ["text-put-in-order"]
    assert read_wiki_markup("h1. once only\n") == ""


def test_code_of_a_wiki_stays_as_it_is() -> None:
    assert "```\nh3. *x*\n```" in read_wiki_markup(
        "h1. A\nh2. B\n{code:java}\nh3. *x*\n{code}\n{note}\nq\n{note}\n"
    )


def test_the_marks_of_a_note_program_are_no_text() -> None:
    text = (
        "# Quays\n\nSee [[Old quays]] and [[Plan 7#Costs|the plan]]: ==118 ships== a day.\n\n`a[[0]] ==b==`\n"
    )
    assert read_note_marks(text) == (
        "# Quays\n\nSee Old quays and the plan: 118 ships a day.\n\n`a[[0]] ==b==`\n"
    )
    document = read(text.encode(), "x.txt", ReaderSettings())
    assert content.headings(document) == [(0, "Quays")]
    assert [each.rule for each in document.diagnostics] == ["text-put-in-order"]


@pytest.mark.parametrize(
    "text", ["[[Old quays]] are closed.\n", "# Quays\n\nIf a == b or b == c, then ====\n"]
)
def test_other_texts_keep_such_signs(text: str) -> None:
    assert read_note_marks(text) == ""


def test_cells_that_were_exported_a_line_each_are_put_in_rows() -> None:
    text = "Of quays\n\nQuay\n\tShips\n\tCosts\n\tOld\n\t118\n\t€2,500\n\tNew\n\t64\n\t€640\n\t\n\nBoth are open.\n"
    assert read_exported(text) == (
        "Of quays\nQuay\tShips\tCosts\nOld\t118\t€2,500\nNew\t64\t€640\n\n\nBoth are open.\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Quays:\n\tthe old one\n\tthe new one\n\tthe coal quay\n",
        "Quay\n\tOld\n\t118\n\tNew\n",
        "One\ttwo\n\tthree\n",
    ],
)
def test_lines_behind_a_tab_without_figures_below_each_other_are_no_table(text: str) -> None:
    assert read_exported(text) == ""


def test_figures_begin_lines_of_columns_and_a_masthead_stands_over_them() -> None:
    text = (
        "Town News                                              Spring 2026\n\n"
        "New library opens              Bus lines change in May\n\n"
        "The new library in Mill        From 4 May the lines 3 and\n"
        "Street opens on 12 April.      7 run every ten minutes in\n"
        "It has 42,000 books and        the morning. The city pays\n"
        "180 places to read. It         £1.2 million a year more.\n"
        "cost £8.4 million, too.        Riders had asked for it.\n"
    )
    assert "It has 42,000 books and\n180 places to read." in read_columns(text)
    assert "The city pays\n£1.2 million a year more." in read_columns(text)


def test_headings_in_one_column_only_do_not_hide_the_columns() -> None:
    rows = COLUMNS.split("\n")
    gap = " " * 32
    text = "\n".join(
        [*rows[:5], f"rotten. Divers repair{gap[:11]}leave before", "", f"{gap}And more", "", *rows[6:]]
    )
    text = text.replace("Divers repair them", "Divers work there")
    assert "Ships come in at night now and\nleave before" in read_columns(text)


def test_the_settings_keep_a_text_as_it_is() -> None:
    kept = read(COLUMNS.encode(), "x.txt", ReaderSettings(markup="plain"))
    assert kept.text == COLUMNS
    assert put_in_order("A plain text of one line.\n") is None


LONG = (
    "The harbour has two quays, and the town has asked for a third one, which would cost more than both. " * 2
)


def test_wide_gaps_behind_sentences_are_ends_of_paragraphs():
    line = f"{LONG.strip()}   It will be built. \xa0 When, the board does not say.  Ann asked.\xa0 \xa0 MAYOR ROE: \xa0In May.   {LONG}"
    ordered = put_in_order(f"Of quays\n\n{line}\n")
    assert ordered
    assert ordered.text.split("\n\n") == [
        "Of quays",
        LONG.strip(),
        "It will be built.",
        "When, the board does not say.  Ann asked.",
        "MAYOR ROE: \xa0In May.",
        f"{LONG}\n",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG.strip()}   It will.   {LONG}\n",  # two gaps
        "Berth.   Rent.   Term.   Owner.\nOne.   300.   Two.   Ann Roe.\n",  # columns
        f"{LONG.strip()}  {LONG.strip()}  {LONG.strip()}  {LONG}\n",  # two spaces, as typists set them
    ],
)
def test_other_gaps_end_no_paragraph(text):
    assert put_in_order(text) is None


def test_marks_of_a_wiki_are_sought_once() -> None:
    text = "h1. a\n\nh1. b\n\n" + "[" * 200_000 + "\n"
    assert read_wiki_markup(text).endswith("[\n")  # the limit of time tells whether each looks at all others

"""The panel: a frame a section, one unit for all marks, a shape for each frame, the text's own doubts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pressroom.figures.panel import choose_panel
from pressroom.model.document import Document, Heading, Section
from pressroom.model.figure import Panel, Refusal
from pressroom.model.inline import Text
from pressroom.model.numbers import KeyNumber, NumberRelation, Numbers, RelationKind, Wording, WordingForm
from pressroom.model.quantity import Comparison, Interval, Kind, Qualifier, Quantity
from tests.making import document, key_number, quantity, span

SENTENCE = 100  # characters of each sentence, three to a section
LENGTH = 3 * SENTENCE


def _place(section: int, sentence: int = 0) -> int:
    return section * LENGTH + sentence * SENTENCE


def _number(value: float, display: str, at: int, /, label: str = "jobs", **changes: object) -> KeyNumber:
    """A key number in the sentence at an offset."""
    found = replace(
        quantity("1", at),
        value=value,
        unit=label.split()[0].rstrip("s"),
        sentence=span(at, at + SENTENCE - 1),
        subject=label,
    )
    found = replace(found, **changes)  # type: ignore[arg-type]  # fields of one class
    return key_number(found, display, label, f"kn-{at}")


def _document(sections: int) -> Document:
    made = [
        Section(Heading((Text(f"S{index}"),), 1, span(_place(index), _place(index) + 2)), (), (), f"s{index}")
        for index in range(sections)
    ]
    return document(text="x" * LENGTH * (sections + 1), sections=tuple(made))


def _choose(*key: KeyNumber, sections: int = 4, lang: str = "en") -> tuple[Panel, Sequence[Refusal]]:
    quantities: tuple[Quantity, ...] = tuple(one.quantity for one in key)
    given = Numbers(quantities, key, relations=EARLIER if OVER in key else ())
    panel, refused = choose_panel(_document(sections), given, lang)
    assert panel is not None
    return panel, refused


OVER = _number(
    1100, "over 1,100", _place(1), "soldiers killed", qualifier=Qualifier.OVER, qualifier_text="over"
)
LEAST = _number(
    100, "at least 100", _place(1, 1), "deaths", qualifier=Qualifier.AT_LEAST, qualifier_text="at least"
)
ABOUT = _number(
    10000, "about 10,000", _place(2), "soldiers", qualifier=Qualifier.ABOUT, qualifier_text="About"
)
EARLIER = (NumberRelation(RelationKind.EARLIER, (OVER.quantity, LEAST.quantity), ("", "")),)
MONEY = _number(4.2e6, "€4.2 million", _place(3), "cost", kind=Kind.CURRENCY, unit="euro")


def test_a_frame_a_section_and_the_related_number_beneath_the_first() -> None:
    panel, refused = _choose(OVER, ABOUT, LEAST, MONEY)
    assert [frame.section for frame in panel.frames] == ["s1", "s2", "s3"]
    assert [[entry.number for entry in frame.entries] for frame in panel.frames] == [
        [OVER.id, LEAST.id],
        [ABOUT.id],
        [MONEY.id],
    ]
    assert panel.subtitle.startswith("One frame for each part of the text")
    assert [(one.about, "length would say nothing" in one.reason) for one in refused] == [
        ("€4.2 million", True)
    ]


def test_all_marks_stand_for_one_number_and_no_two_frames_share_a_shape() -> None:
    panel, _ = _choose(OVER, ABOUT, LEAST)
    assert panel.note == "Each mark stands for 100."
    assert [dict(glyph.options).get("unit") for glyph in panel.glyphs] == [100, 100, 100]
    assert [dict(glyph.options)["shape"] for glyph in panel.glyphs] == ["dot", "dot", "square"]
    assert [dict(glyph.options).get("second", False) for glyph in panel.glyphs] == [False, True, False]


def test_frames_too_far_apart_have_the_marks_of_one_of_them() -> None:
    panel, refused = _choose(OVER, _number(13, "13", _place(2), "ships"))
    assert panel.note == "Each mark stands for 10."
    assert [frame.entries[0].glyph is not None for frame in panel.frames] == [True, False]
    assert [(one.about, one.reason[:13]) for one in refused] == [("13", "no mark that ")]


def test_the_unit_that_more_frames_share_is_the_panels() -> None:
    panel, _ = _choose(
        _number(3_600_000, "3.6 million", _place(0), "accounts"),
        _number(104, "104", _place(1), "countries"),
        _number(90, "90", _place(2), "banks"),
    )
    assert [glyph.series[0].data[0].value for glyph in panel.glyphs] == [104, 90]
    assert [dict(glyph.options)["unit"] for glyph in panel.glyphs] == [1, 1]


def test_a_second_number_that_the_marks_of_its_frame_do_not_fit_has_none() -> None:
    few = _number(17, "17", _place(1, 1))
    panel, refused = _choose(_number(3000, "3,000", _place(1)), few)
    assert [glyph.series[0].data[0].value for glyph in panel.glyphs] == [3000]
    assert [(one.about, one.reason[:13]) for one in refused] == [("17", "no mark that ")]


def test_what_the_text_does_not_relate_shares_no_frame() -> None:
    districts, cases = _number(43, "43", _place(1), "districts"), _number(61, "61", _place(1, 1), "cases")
    panel, _ = _choose(districts, cases, _number(12, "12", _place(2), "wards"))
    assert [entry.number for entry in panel.frames[0].entries] == [districts.id]
    assert cases.id in panel.further


def test_the_key_tells_each_doubt_once_in_the_words_of_the_text() -> None:
    panel, _ = _choose(OVER, ABOUT, LEAST)
    assert [entry.words for entry in panel.legend] == [
        "the text says “over” or “at least”",
        "the text says “about”",
    ]
    assert [entry.sign.kind for entry in panel.legend] == ["sign", "sign"]


def test_the_alternative_text_says_what_is_drawn_and_what_it_stands_for() -> None:
    panel, _ = _choose(OVER, ABOUT, LEAST)
    assert [glyph.alt for glyph in panel.glyphs] == [
        "11 marks, each for 100, and an arrow: over 1,100 soldiers killed",
        "One mark, for 100, and an arrow: at least 100 deaths",
        "100 marks, each for 100, the last one hatched, and one more dashed: about 10,000 soldiers",
    ]
    german, _ = _choose(OVER, ABOUT, lang="de")
    assert german.glyphs[0].alt.startswith("11 Zeichen, jedes für 100, dahinter ein Pfeil: ")
    assert german.legend[0].words == "im Text steht „over“"


def test_the_first_frame_is_of_the_first_key_number_and_the_others_follow_the_text() -> None:
    panel, _ = _choose(ABOUT, MONEY, OVER)
    assert [frame.section for frame in panel.frames] == ["s2", "s1", "s3"]


def test_a_long_clause_without_a_picture_stands_in_the_list() -> None:
    clause = "“The contract for the whole of the work on both banks was let for €4.2 million in June”"
    long = replace(MONEY, label=clause, wordings=(Wording("", clause, WordingForm.CLAUSE),))
    panel, _ = _choose(OVER, long)
    assert panel.further == (long.id,)
    alone, _ = _choose(long)
    assert [entry.number for frame in alone.frames for entry in frame.entries] == [long.id]


def test_a_text_of_one_section_has_frames_and_no_word_of_parts() -> None:
    first, second = _number(12, "12", _place(0)), _number(30, "30", _place(0, 2))
    panel, _ = _choose(first, second, sections=0)
    assert [frame.entries[0].number for frame in panel.frames] == [first.id, second.id]
    assert panel.subtitle == "Frames are not to be compared with each other"


def test_more_than_three_frames_only_where_each_has_a_picture() -> None:
    pictured = [_number(10 + index, str(10 + index), _place(index)) for index in range(5)]
    panel, refused = _choose(*pictured, sections=5)
    assert len(panel.frames) == 4
    assert len({dict(glyph.options)["shape"] for glyph in panel.glyphs}) == 4
    assert [one.reason for one in refused] == ["it stands in the list under the frames"]
    mixed, _ = _choose(*pictured[:2], MONEY, replace(MONEY, id="kn-x", quantity=pictured[4].quantity))
    assert len(mixed.frames) <= 4


def test_no_key_numbers_no_panel() -> None:
    assert choose_panel(_document(1), Numbers(), "en") == (None, ())


def test_wholes_and_ranges_are_in_the_data_of_the_picture() -> None:
    part = _number(38, "38", _place(1), comparison=Comparison("whole", 96, "96", 7, 9))
    spread = _number(0, "9 to 12", _place(2), value=Interval(9, 12), qualifier=Qualifier.BETWEEN)
    panel, _ = _choose(part, spread)
    first, second = panel.glyphs
    assert dict(first.options)["of"] == 96
    assert first.alt.startswith("38 of 96 marks, each for one")
    assert (second.series[0].data[0].value, second.series[0].data[0].high) == (9, 12)
    assert second.alt == "12 marks, each for one, 3 of them hollow: 9 to 12 jobs"


def test_every_key_number_is_in_the_panel_however_many_there_are() -> None:
    key = [_number(7 + index, str(7 + index), _place(index // 3, index % 3)) for index in range(12)]
    panel, _ = _choose(*key)
    framed = [entry.number for frame in panel.frames for entry in frame.entries]
    assert sorted((*framed, *panel.further)) == sorted(one.id for one in key)

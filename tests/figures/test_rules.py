"""Each rule by itself: what it draws from the numbers of a text, to the letter, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from pressroom.figures import rules
from pressroom.figures.rules.bars import _partner
from pressroom.figures.rules.candidates import NO_TITLE, Candidates
from pressroom.figures.rules.ranges import split_range
from pressroom.model.figure import Datum, Figure, Series
from pressroom.model.numbers import Conflict, Event, Numbers
from pressroom.model.quantity import Comparison, Interval, Kind, Modality, Qualifier, Quantity, Role
from pressroom.model.span import Span
from tests.making import document, key_number, quantity, section, span

SENTENCE = span(0, 400)


def number(text: str, start: int, /, **changes: object) -> Quantity:
    """Return a number of wards at a place of the text."""
    plain = replace(
        quantity(text, start, subject="wards closed"), unit="ward", unit_text="wards", sentence=SENTENCE
    )
    return replace(plain, **changes)


def apply(
    rule: Callable[[Candidates], None],
    *quantities: Quantity,
    text: str = "",
    keys: tuple[int, ...] | None = None,
    labels: str = "",
    events: tuple[Event, ...] = (),
    conflicts: tuple[Conflict, ...] = (),
    lang: str = "en",
) -> Candidates:
    """Apply a rule to quantities; ``keys`` are the places of the key numbers among them, None means all.

    An editor has worded each of them, with what it is compared with.
    """
    key = tuple(
        replace(
            key_number(one, f"{one.qualifier_text} {one.text}".strip(), _label(one, labels), f"kn-{place}"),
            edited=("label",),
        )
        for place, one in enumerate(quantities)
        if keys is None or place in keys
    )
    of = document(text=text.ljust(400))
    worded = tuple(replace(one, sentence_text=text) if text else one for one in quantities)
    found = Candidates(of, Numbers(worded, key, (), events, conflicts), lang)
    rule(found)
    return found


def _label(one: Quantity, label: str) -> str:
    words = label or one.subject
    return f"{words}, {one.comparison.kind} {one.comparison.text}" if one.comparison else words


def only(found: Candidates) -> Figure:
    """Return the figure that was drawn; nothing was refused."""
    (figure,) = found.drawn
    assert found.refused == []
    return figure


def reason(found: Candidates) -> str:
    """Return why something was refused; nothing was drawn."""
    (refusal,) = found.refused
    assert refusal.kind in {name for name, _ in rules.RULES}
    assert found.drawn == []
    return refusal.reason


def told(figure: Figure) -> list[list[str]]:
    """Return the printed words of a figure's values, a list a series."""
    return [[datum.label for datum in series.data] for series in figure.series]


FROM = Comparison("from", 90, "90", 7, 9)


def test_a_change_is_two_bars_in_the_order_of_time() -> None:
    figure = only(apply(rules.change, number("120", 16, comparison=FROM, period="in 2024")))
    assert (figure.kind, figure.title) == ("change", "120 wards closed, from 90")
    assert figure.categories == ("Earlier", "Later")
    assert figure.series == (Series("", (Datum(90, None, None, "90"), Datum(120, None, None, "120"))),)
    assert (figure.subtitle, figure.sources) == ("In 2024", (SENTENCE,))


def test_what_was_there_before_makes_a_change_and_a_total_does_not() -> None:
    was = replace(FROM, kind="was")
    assert only(apply(rules.change, number("120", 16, comparison=was))).kind == "change"
    for kind in ("whole", "target"):
        found = apply(rules.change, number("120", 16, comparison=replace(FROM, kind=kind)))
        assert (found.drawn, found.refused) == ([], [])
    assert apply(rules.change, number("120", 16)).drawn == []


def test_what_is_only_set_beside_is_no_earlier_value_unless_it_has_its_time() -> None:
    beside = replace(FROM, kind="was", in_time=False)
    now = number("120", 16, comparison=beside)
    why = "the text does not say short what the other value is of"
    assert reason(apply(rules.change, now)) == why
    dated = number("90", 7, period="in 2019")
    assert only(apply(rules.change, now, dated, keys=(0,))).categories == ("In 2019", "Later")
    assert reason(apply(rules.change, now, replace(dated, period=""), keys=(0,))) == why


def test_a_value_of_another_place_is_called_by_the_words_behind_it() -> None:
    text = "Wards closed are 8.1 per cent, compared with 5.9 per cent in the whole country."
    start = text.index("5.9 per cent")
    beside = Comparison("was", 5.9, "5.9 per cent", start, start + 12, in_time=False)
    place = text.index("8.1 per cent")
    one = number("8.1", place, kind=Kind.PERCENT, comparison=beside, text="8.1 per cent", end=place + 12)
    figure = only(apply(rules.change, one, text=text))
    assert figure.categories == ("In the whole country", "Wards closed, was 5.9 per cent")
    nameless = apply(rules.change, one, text=text.replace(" in the whole country", ""))
    assert reason(nameless) == "the text does not say short what the other value is of"


def test_numbers_without_a_title_or_a_place_among_the_key_numbers_are_not_drawn() -> None:
    one = number("120", 16, comparison=FROM)
    assert apply(rules.change, one, keys=()).drawn == []
    long = apply(rules.change, one, labels="wards " * 20)
    assert reason(long) == "no title of at most 15 words of the text says what it shows"


def test_a_number_whose_earlier_value_is_a_key_number_is_drawn() -> None:
    text = "At last 90 wards closed, now 120 wards closed."
    start = text.index("120")
    before = replace(FROM, start=text.index("90"), end=text.index("90") + 2)
    one, other = number("120", start, comparison=before), number("90", before.start)
    one, other = (replace(each, sentence_text=text) for each in (one, other))
    assert only(apply(rules.change, one, other, keys=(1,), text=text)).kind == "change"


def test_a_range_is_no_end_of_a_change_and_a_bound_is_drawn_as_one() -> None:
    found = apply(rules.change, number("120", 16, comparison=FROM, value=Interval(100.0, 120.0)))
    assert reason(found) == "a range has no one length"
    for qualifier in (
        Qualifier.OVER,
        Qualifier.AT_LEAST,
        Qualifier.UNDER,
        Qualifier.AT_MOST,
        Qualifier.ABOUT,
    ):
        one = number("120", 16, comparison=FROM, qualifier=qualifier)
        assert only(apply(rules.change, one)).series[0].data[1].qualifier is qualifier


@pytest.mark.parametrize(
    ("value", "before", "why"),
    [
        (815.0, 681e6, "one value is so much smaller that its bar could not be seen"),
        (-4.0, 3.0, "a value below zero has no length from zero"),
        (4.0, -3.0, "a value below zero has no length from zero"),
    ],
)
def test_values_that_no_two_bars_can_show_are_refused(value: float, before: float, why: str) -> None:
    one = number("120", 16, comparison=replace(FROM, value=before), value=value)
    assert reason(apply(rules.change, one)) == why


@pytest.mark.parametrize("way", [Qualifier.UP, Qualifier.DOWN])
def test_a_rise_in_per_cent_is_no_level_but_a_rise_of_other_things_is(way: Qualifier) -> None:
    one = number("12", 16, comparison=FROM, qualifier=way, qualifier_text="up")
    found = apply(rules.change, replace(one, kind=Kind.PERCENT), number("95", 50, comparison=FROM))
    assert [refusal.reason for refusal in found.refused] == [
        "a rise in per cent is not the level that it led to"
    ]
    assert len(found.drawn) == 1
    assert told(only(apply(rules.change, one))) == [["90", "12"]]
    assert only(apply(rules.change, replace(one, kind=Kind.PERCENT, qualifier=None))).kind == "change"


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [("120", "about", "about 120"), ("about 120", "about", "about 120"), ("120", "", "120")],
)
def test_a_level_keeps_the_word_that_bounds_it(text: str, words: str, shown: str) -> None:
    one = number("120", 16, comparison=FROM, qualifier_text=words, text=text)
    assert apply(rules.change, one).level(one) == shown


OF = Comparison("whole", 40, "40", 7, 9)


@pytest.mark.parametrize(("unit", "drawn"), [("basis point", 0), ("percentage point", 0), ("percent", 1)])
def test_points_are_no_share(unit: str, drawn: int) -> None:
    text = "Markets price in 36 of the easing that was told."
    one = number("36", text.index("36"), kind=Kind.PERCENT, unit=unit, unit_text="", subject="")
    assert len(apply(rules.share, one, text=text).drawn) == drawn


def test_a_total_that_is_about_so_many_is_drawn_as_one() -> None:
    total = number("40", OF.start, qualifier=Qualifier.ABOUT, qualifier_text="about")
    figure = only(apply(rules.part, number("12", 16, comparison=OF), total, keys=(0,)))
    assert figure.kind == "part"
    assert figure.series[1].data[0].qualifier is Qualifier.ABOUT
    assert figure.series[1].data[0].label == "about 40"


def test_a_part_of_a_hundred_is_counted_out() -> None:
    figure = only(apply(rules.part, number("12", 16, comparison=OF, period="in May")))
    assert (figure.kind, figure.title, figure.categories) == ("share", "12 wards closed, whole 40", ("",))
    assert figure.series == (Series("", (Datum(12, None, None, "12 of 40"),)),)
    assert (figure.options, figure.subtitle) == ((("of", 40),), "In May")


@pytest.mark.parametrize(
    ("value", "whole", "kind"),
    [
        (12.0, 100.0, "share"),
        (12.0, 101.0, "part"),  # more signs than anybody counts
        (12.5, 40.0, "part"),  # half a sign
        (12.0, 40.5, "part"),
        (Interval(12.0, 14.0), 40.0, "part"),
        (40.0, 40.0, "share"),
        (1.0, 100.0, "share"),
    ],
)
def test_what_can_be_counted_is_signs_and_the_rest_bars(value: object, whole: float, kind: str) -> None:
    of = replace(OF, value=whole, text=f"{whole:g}")
    figure = only(apply(rules.part, number("12", 16, comparison=of, value=value, period="in May")))
    assert figure.kind == kind
    if kind == "part":
        assert told(figure) == [["12"], [f"{whole:g}"]]
        assert figure.series[1].data[0].value == whole
        assert figure.series[0].data[0].high == (14.0 if isinstance(value, Interval) else None)
        assert (figure.categories, figure.subtitle) == (("",), "In May")
        assert [series.name for series in figure.series] == ["", ""]


@pytest.mark.parametrize(
    ("value", "kind", "why"),
    [
        (41.0, "part", "the part is larger than the total the text gives"),
        (0.0, "part", "the part is larger than the total the text gives"),
        (-1.0, "part", "the part is larger than the total the text gives"),
        (0.398, "share", "a share below one in a hundred cannot be seen"),
    ],
)
def test_a_part_lies_between_a_hundredth_and_its_total(value: float, kind: str, why: str) -> None:
    found = apply(rules.part, number("12", 16, comparison=OF, value=value), number("5", 50, comparison=OF))
    assert [(refusal.kind, refusal.reason) for refusal in found.refused] == [(kind, why)]
    assert [figure.kind for figure in found.drawn] == ["share"], "the next one is drawn nonetheless"


def test_a_target_stands_beside_what_was_reached() -> None:
    aim = Comparison("target", 8000, "8,000", 40, 45)
    one = number("6200", 16, comparison=aim, qualifier=Qualifier.OVER, qualifier_text="over", period="in May")
    figure = only(apply(rules.target, one))
    assert (figure.kind, figure.categories) == ("target", ("",))
    assert figure.title == "Over 6200 wards closed, target 8,000"
    assert figure.series == (
        Series("actual", (Datum(6200, Qualifier.OVER, None, "over 6200"),)),
        Series("target", (Datum(8000, None, None, "8,000"),)),
    )
    assert figure.subtitle == "In May"
    assert apply(rules.target, number("12", 16, comparison=OF)).drawn == []


PUPILS = "63% of pupils and 27% of teachers eat in the canteen, 9% of cooks do."


def per_cent(text: str, words: str, /, **changes: object) -> Quantity:
    """Return per cents of a text, found by their words."""
    start = text.index(words)
    value = float(words.rstrip("%"))
    end = text.index(".", start) + 1
    named = text.partition(f"{words} of ")[2].split()
    plain = number("1", start, kind=Kind.PERCENT, unit="%", unit_text="", value=value, text=words)
    plain = replace(plain, subject=named[0] if named and len(named[0]) > 3 else "")
    return replace(plain, end=start + len(words), sentence=span(0, end), **changes)


def test_shares_of_one_sentence_are_rows_of_one_picture() -> None:
    rows = [per_cent(PUPILS, words) for words in ("63%", "27%", "9%")]
    figure = only(apply(rules.share, *rows, text=PUPILS))
    assert (figure.kind, figure.title) == ("share", PUPILS.rstrip("."))
    assert figure.categories == ("Pupils", "Teachers", "Cooks")
    assert [datum.value for datum in figure.series[0].data] == [63, 27, 9]


def test_one_share_is_named_by_its_title_alone() -> None:
    one = per_cent(PUPILS, "63%", period="in May")
    figure = only(apply(rules.share, one, text=PUPILS, labels="eat there"))
    assert (figure.title, figure.categories, figure.subtitle) == ("63% eat there", ("",), "In May")


def test_shares_of_two_sentences_are_two_pictures() -> None:
    text = "63% of pupils eat there. 27% of teachers do."
    first = per_cent(text, "63%")
    second = replace(per_cent(text, "27%"), sentence=span(25, 44))
    assert len(apply(rules.share, first, second, text=text, labels="eat").drawn) == 2
    assert len(apply(rules.share, first, second, text=text, labels="eat", keys=(1,)).drawn) == 1


@pytest.mark.parametrize(
    "text",
    [
        "About 63% eat there.",
        "About 63% of the year is rain.",
        "About 63% of year one.",
        "Voters came, 63% of whom were women.",
        "The nights were many, and foreign guests had 63% of them.",
    ],
)
def test_what_is_not_said_to_be_of_something_by_name_is_no_share(text: str) -> None:
    assert apply(rules.share, per_cent(text, "63%"), text=text, labels="eat there").drawn == []


@pytest.mark.parametrize("way", [Qualifier.UP, Qualifier.DOWN])
def test_a_rise_is_no_share(way: Qualifier) -> None:
    assert apply(rules.share, per_cent(PUPILS, "63%", qualifier=way), text=PUPILS).drawn == []
    plain = number("63", PUPILS.index("63%"), end=8, sentence=span(0, 70))
    assert apply(rules.share, plain, text=PUPILS).drawn == [], "and no number without per cent"


@pytest.mark.parametrize(
    ("value", "drawn"),
    [
        (100.0, True),
        (101.0, False),
        (-1.0, False),
        (1.0, True),
        (Interval(60.0, 100.0), True),
        (Interval(60.0, 101.0), False),
        (Interval(-1.0, 60.0), False),
    ],
)
def test_a_share_lies_between_nothing_and_all(value: object, drawn: bool) -> None:
    one = per_cent(PUPILS, "63%", value=value)
    assert len(apply(rules.share, one, text=PUPILS, labels="eat there").drawn) == drawn


def test_a_share_too_small_to_see_is_refused_alone_and_drawn_beside_others() -> None:
    for value in (0.9, 0.0):
        small = per_cent(PUPILS, "63%", value=value)
        found = apply(rules.share, small, text=PUPILS)
        assert reason(found) == "a share below one in a hundred cannot be seen"
        assert found.refused[0].kind == "share"
        other = per_cent(PUPILS, "27%")
        assert len(only(apply(rules.share, small, other, text=PUPILS)).categories) == 2


def test_shares_that_have_no_names_of_their_own_are_not_rows() -> None:
    text = "63% of pupils and 27% of pupils eat there."
    rows = [per_cent(text, words) for words in ("63%", "27%")]
    assert told(only(apply(rules.share, *rows, text=text, labels="eat there"))) == [["63%"]]
    long = f"63% of {'a ' * 9}and 27% of pupils eat there."
    rows = [per_cent(long, words) for words in ("63%", "27%")]
    assert told(only(apply(rules.share, *rows, text=long, labels="eat there"))) == [["63%"]]


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        ("3 in 10", (3, 10)),
        ("3 out of the 10", (3, 10)),
        ("10 in 10", (10, 10)),
        ("1 in 100", (1, 100)),
        ("1 in 101", None),
        ("0 in 10", None),
        ("11 in 10", None),
        ("three in ten", None),
    ],
)
def test_so_many_in_so_many_are_signs(words: str, drawn: tuple[int, int] | None) -> None:
    ratio = number("3", 16, text=words, value=0.3, kind=Kind.RATIO, qualifier=Qualifier.ABOUT)
    found = apply(rules.share, replace(ratio, qualifier_text="about"))
    if drawn is None:
        assert found.drawn == []
        return
    figure = only(found)
    assert (figure.kind, figure.categories) == ("share", ("",))
    assert figure.title == f"About {words} wards closed"
    assert figure.series == (Series("", (Datum(drawn[0], Qualifier.ABOUT, None, f"about {words}"),)),)
    assert figure.options == (("of", drawn[1]),)


def test_only_ratios_among_the_key_numbers_are_signs() -> None:
    ratio = number("3", 16, text="3 in 10", value=0.3, kind=Kind.RATIO)
    assert apply(rules.share, ratio, keys=()).drawn == []
    assert apply(rules.share, replace(ratio, kind=Kind.NUMBER)).drawn == []


def test_a_range_has_both_its_ends() -> None:
    one = number("12", 16, value=Interval(10.0, 14.0), qualifier=Qualifier.BETWEEN, period="in May")
    figure = only(apply(rules.interval, one))
    assert (figure.kind, figure.title, figure.categories) == ("interval", "12 wards closed", ("",))
    assert figure.series == (Series("", (Datum(10, Qualifier.BETWEEN, 14, "12"),)),)
    assert figure.subtitle == "In May"


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("between £61,400 and £78,900", ("£61,400", "£78,900")),
        ("56-75%", ("56", "75%")),
        ("1.2–2.8 million tonnes", ("1.2", "2.8 million tonnes")),
        ("five to seven", ()),
        ("5 to 7 of 9", ()),
    ],
)
def test_both_ends_of_a_range_are_printed_as_written(text: str, ends: tuple[str, ...]) -> None:
    assert split_range(text) == ends


def test_a_date_names_the_later_value_only_where_it_opens_the_sentence() -> None:
    text = "In 2024 the town closed 120 wards, up from 90."
    whole, beside = span(0, len(text)), replace(FROM, in_time=False)
    one = number("120", text.index("120"), comparison=beside, sentence=whole)
    before = number("90", 7, period="in 2019", sentence=whole)
    for start, name in ((0, "In 2024"), (3, "Later")):
        dated = Event("in 2024", start, start + 7, "2024", text, whole)
        figure = only(apply(rules.change, one, before, keys=(0,), text=text, events=(dated,)))
        assert figure.categories == ("In 2019", name)


def test_what_is_no_range_or_no_key_number_is_not_drawn_as_one() -> None:
    empty = number("12", 16, value=Interval(14.0, 14.0))
    turned = number("12", 20, value=Interval(14.0, 10.0))
    sound = number("12", 30, value=Interval(10.0, 14.0))
    assert len(apply(rules.interval, empty, turned, number("12", 40), sound).drawn) == 1
    assert apply(rules.interval, sound, keys=()).drawn == []


def conflict(**changes: object) -> tuple[Quantity, Quantity]:
    first = number("12", 16, attribution="the mayor", period="in May")
    return first, replace(number("30", 49, attribution="the clerk"), **changes)


def test_two_sources_stand_side_by_side() -> None:
    pair = conflict()
    figure = only(apply(rules.sources, *pair, conflicts=(Conflict(*pair, ""),)))
    assert (figure.kind, figure.title) == ("sources", "Wards closed: what each source says")
    assert figure.categories == ("According to the mayor", "According to the clerk")
    assert (told(figure), figure.subtitle) == ([["12", "30"]], "In May")


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"unit": "street"}, "the two values have different units"),
        ({"attribution": ""}, "the text does not name a source for each of the two values"),
        ({"attribution": "the mayor"}, "the text does not name a source for each of the two values"),
        (
            {"subject": "streets closed"},
            "the text does not count the same by the same words for both sources",
        ),
        ({"role": Role.CHANGE}, "one of the two values is a change, and no amount"),
    ],
)
def test_sources_are_named_and_speak_of_the_same_unit(changes: dict[str, object], why: str) -> None:
    one, other = conflict(**changes)
    for pair in ((one, other), (other, one)):
        found = apply(rules.sources, *pair, conflicts=(Conflict(*pair, ""),))
        assert (reason(found), found.refused[0].kind) == (why, "sources")


def test_a_conflict_about_a_number_that_is_drawn_is_passed_over() -> None:
    pair, others = conflict(), (number("5", 90, attribution="a"), number("6", 99, attribution="b"))
    planned = replace(pair[0], modality=Modality.PLANNED)
    conflicts = (Conflict(planned, pair[1], ""), Conflict(*others, ""))
    found = apply(rules.sources, planned, pair[1], *others, conflicts=conflicts)
    assert [told(figure) for figure in found.drawn] == [[["5", "6"]]]


WARDS = "12 wards in Aldmoor, 30 wards in Brin and 7 wards in Calder closed."


def wards(text: str = WARDS, /, *numbers: str) -> list[Quantity]:
    found = []
    for word in numbers or ("12", "30", "7"):
        start = text.index(word)
        found.append(number(word, start, sentence=span(0, len(text))))
    return found


def test_numbers_alike_are_bars_the_longest_first() -> None:
    figure = only(apply(rules.bar, *wards(), text=WARDS))
    assert (figure.kind, figure.title) == ("bar", WARDS.rstrip("."))
    assert figure.categories == ("Brin", "Aldmoor", "Calder")
    assert (told(figure), figure.subtitle) == ([["30", "12", "7"]], "")
    assert [series.name for series in figure.series] == [""]


def test_bars_with_a_bound_stay_in_the_text_s_order() -> None:
    first, *rest = wards()
    bounded = replace(first, qualifier=Qualifier.OVER, qualifier_text="over")
    figure = only(apply(rules.bar, bounded, *rest, text=WARDS))
    assert figure.categories == ("Aldmoor", "Brin", "Calder")
    assert told(figure) == [["over 12", "30", "7"]]


def test_bars_of_years_are_columns_in_their_order() -> None:
    text = "They lent 14 books in 2022, 12 books in 2021 and 15 books in 2023."
    rows = [
        replace(one, subject="books", unit="book", unit_text="books") for one in wards(text, "14", "12", "15")
    ]
    figure = only(apply(rules.bar, *rows, text=text))
    title = "14 books in 2022, 12 books in 2021 and 15 books in 2023"
    assert (figure.kind, figure.title, figure.subtitle) == ("column", title, "")
    assert (figure.categories, told(figure)) == (("2021", "2022", "2023"), [["12", "14", "15"]])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "It closed 12 wards in Aldmoor, and the year ended 30 wards short in Brin.",
            "the sentence does not set them side by side in like words",
        ),
        ("12 wards in 2019 and 30 wards in Brin closed.", "a year and a place do not tell them apart"),
        (
            "12 wards in Aldmoor rose to 30 wards in Brin.",
            "the sentence does not set them side by side in like words",
        ),
    ],
)
def test_numbers_that_are_not_set_side_by_side_are_no_bars(text: str, why: str) -> None:
    assert reason(apply(rules.bar, *wards(text, "12", "30"), text=text)) == why


def test_a_rise_is_no_bar_beside_an_amount() -> None:
    first, second, third = wards()
    found = apply(rules.bar, first, replace(second, role=Role.CHANGE), third, text=WARDS)
    assert reason(found) == "one of them is a change or a limit, and no amount"


def test_a_part_and_its_whole_are_no_two_bars() -> None:
    text = "Aldmoor closed 30 wards, including 12 wards in Brin."
    found = apply(rules.bar, *wards(text, "30", "12"), text=text)
    assert (reason(found), found.refused[0].about) == ("one of them is a part of the other", "30 · 12")


def test_bars_need_names_that_differ() -> None:
    text = "30 wards in Aldmoor and 12 wards in Aldmoor closed."
    why = "the text gives no name that tells one from the other"
    assert reason(apply(rules.bar, *wards(text, "30", "12"), text=text)) == why
    text = "They closed 30 wards, then 12 wards."
    assert reason(apply(rules.bar, *wards(text, "30", "12"), text=text)) == why


def test_more_than_eight_bars_are_a_table() -> None:
    towns = ("Aldmoor", "Brin", "Calder", "Dorn", "Esk", "Fell", "Garth", "Holm", "Inver")
    for count in (3, 9):
        text = ", ".join(f"{10 + row} wards in {town}" for row, town in enumerate(towns[:count])) + "."
        found = apply(rules.bar, *wards(text, *(str(10 + row) for row in range(count))), text=text)
        if count == 3:
            assert len(only(found).categories) == 3
        else:
            assert (reason(found), found.refused[0].kind) == ("more than 8 bars are a table", "bar")


def test_a_number_that_is_compared_already_is_no_bar() -> None:
    first, second, third = wards()
    found = apply(rules.bar, first, replace(second, comparison=OF), third, text=WARDS)
    assert found.drawn == []
    assert found.refused[0].reason == NO_TITLE, "every title of the text names the number that is left out"


def test_a_lone_number_is_told_why_its_likest_neighbour_is_no_partner() -> None:
    percent = number("5", 90, kind=Kind.PERCENT, unit="%")
    streets = number("8", 99, unit="street")
    found = apply(rules.bar, number("12", 16), percent, streets)
    assert [(refusal.about, refusal.reason.split(" (")[0]) for refusal in found.refused] == [
        ("12 · 8", "“12” and “8” count different things"),
        ("5 · 8", "“5” and “8” are of different kinds and have no common scale"),
    ]
    assert {refusal.kind for refusal in found.refused} == {"bar"}
    assert apply(rules.bar, number("12", 16)).refused == [], "a number alone has nobody to be compared with"


def test_the_likest_neighbour_is_one_of_its_kind_and_then_of_its_unit() -> None:
    percent, street = number("5", 90, kind=Kind.PERCENT), number("8", 99, unit="street")
    room = number("9", 120, subject="rooms closed")
    found = apply(rules.bar, number("12", 16), percent, street, room)
    assert found.refused[0].about == "12 · 9"
    assert apply(rules.bar, number("12", 16), percent, street).refused[0].about == "12 · 8"


def test_a_number_that_was_told_of_is_not_the_first_of_another_row() -> None:
    """The first and the third are too far from each other, and the second is near to both."""
    rows = [number("12", 0), number("30", 500), number("7", 1000)]
    assert [refusal.about for refusal in apply(rules.bar, *rows).refused] == ["12 · 30", "30 · 7"]


def test_a_partner_that_is_taken_is_named_as_that() -> None:
    taken = number("30", 49, comparison=replace(OF, start=300, end=302))
    found = apply(rules.bar, number("12", 16), taken)
    assert found.refused[0].reason == "it is already compared with another number"
    far = number("12", 16, sentence=span(0, 90)), number("30", 49, sentence=span(0, 90))
    assert _partner(far[1]) == "the text does not compare them"


def event(date: str, what: str = "", start: int = 0, **changes: object) -> Event:
    place = start or int(date[:4] or 9)
    sentence = span(place, place + 1)
    return replace(Event(date, place, place + 4, date, what or f"In {date}", sentence), **changes)


YEARS = (event("2010"), event("2001"), event("2004"))


def test_events_are_set_out_in_time() -> None:
    figure = only(apply(rules.timeline, events=YEARS))
    assert (figure.kind, figure.title, figure.categories) == (
        "timeline",
        "Events and their dates",
        ("2001", "2004", "2010"),
    )
    (series,) = figure.series
    assert (series.name, [datum.label for datum in series.data]) == ("", ["In 2001", "In 2004", "In 2010"])
    values = [datum.value for datum in series.data]
    assert values == sorted(values)
    assert all(datum.high is not None and datum.high > (datum.value or 0) for datum in series.data)
    assert [source.start for source in figure.sources] == [2001, 2004, 2010]
    assert figure.alt == "Events and their dates. 2001: In 2001; 2004: In 2004; 2010: In 2010."


@pytest.mark.parametrize(
    ("events", "why"),
    [
        (YEARS[:2], "fewer than 3 dated events"),
        (
            (*YEARS[:2], replace(YEARS[2], iso="", text="4 May")),
            "the text gives no year for “4 May”: a list of dates keeps its words",
        ),
        ((*YEARS[:2], event("2004-05")), "the dates are not known to the same precision"),
        (
            (*YEARS[:2], event("2004", "In 2010")),
            "several dates stand in one sentence, which cannot be cut up",
        ),
        ((*YEARS[:2], event("2001", "That year")), "the events fall on fewer than three dates"),
    ],
)
def test_events_that_cannot_be_set_out_are_refused(events: tuple[Event, ...], why: str) -> None:
    found = apply(rules.timeline, events=events)
    assert (reason(found), found.refused[0].kind) == (why, "timeline")
    assert set(found.refused[0].sources) == {each.sentence for each in events}


def test_dates_without_a_year_are_named_up_to_four() -> None:
    events = tuple(event("", f"What {day}", day + 1, text=f"{day} May") for day in range(6))
    assert reason(apply(rules.timeline, events=events)) == (
        "the text gives no year for “0 May”, “1 May”, “2 May”, “3 May”: a list of dates keeps its words"
    )


def test_one_date_is_no_timeline_and_the_same_event_counts_once() -> None:
    for events in ((), YEARS[:1], YEARS[:1] * 3):
        found = apply(rules.timeline, events=events)
        assert (found.drawn, found.refused) == ([], [])


def test_an_event_whose_sentence_is_drawn_already_is_left_out() -> None:
    def twice(found: Candidates) -> None:
        rules.target(found)
        rules.timeline(found)

    aim = Comparison("target", 8000, "8,000", 40, 45)
    one = number("6200", 16, comparison=aim, sentence=YEARS[0].sentence)
    found = apply(twice, one, events=YEARS)
    assert [figure.kind for figure in found.drawn] == ["target"]
    assert found.refused[0].reason == "fewer than 3 dated events"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"what": "word " * 40}, "an event is told in more words than stand beside a date"),
        (
            {"bound": True},
            "one of the dates is a limit (“by”, “until”, “since”), on which nothing need happen",
        ),
    ],
)
def test_a_limit_and_a_long_tale_are_no_events_of_a_timeline(changes: dict[str, object], why: str) -> None:
    events = (*YEARS[:2], replace(YEARS[2], **changes))
    assert reason(apply(rules.timeline, events=events)) == why


def test_more_events_than_a_timeline_holds_are_refused_with_the_reason() -> None:
    many = tuple(event(f"{1900 + year}") for year in range(21))
    assert (
        reason(apply(rules.timeline, events=many))
        == "events in time show at most 20 categories, and there are 21"
    )


def test_events_of_two_sections_are_never_one_timeline() -> None:
    late = section("Late")
    late = replace(late, heading=replace(late.heading, span=Span("test.txt", 2, 2, 2003, 2004)))
    of = document(sections=(section("Early"), late))
    more = (event("2006"), event("2008"))
    found = Candidates(of, Numbers((), (), (), (*YEARS, *more), ()), "en")
    rules.timeline(found)
    assert [figure.section for figure in found.drawn] == ["late"]
    assert found.drawn[0].categories == ("2004", "2006", "2008", "2010")
    found = Candidates(of, Numbers((), (), (), YEARS, ()), "en")
    rules.timeline(found)
    assert [refusal.reason for refusal in found.refused] == ["fewer than 3 dated events"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        (
            {"modality": Modality.PLANNED},
            "it is planned, expected or feared: full marks would show it as a fact",
        ),
        ({"value": None}, "the text gives a word and no value"),
        ({}, "nothing in the text stands beside it that it could be compared with"),
    ],
)
def test_a_key_number_left_alone_says_why(changes: dict[str, object], why: str) -> None:
    found = apply(rules.alone, number("12", 16, **changes), number("5", 50), keys=(0,))
    assert (reason(found), found.refused[0].kind, found.refused[0].about) == (why, "bar", "12")


def test_a_key_number_that_is_drawn_or_told_of_is_not_told_of_again() -> None:
    def after(found: Candidates) -> None:
        rules.change(found)
        rules.alone(found)

    drawn = number("120", 16, comparison=FROM)
    refused = number("34", 60, comparison=replace(FROM, value=-1.0), qualifier_text="over")
    left = number("7", 90)
    found = apply(after, drawn, refused, left)
    assert [(refusal.kind, refusal.about) for refusal in found.refused] == [
        ("change", "over 34"),
        ("bar", "7"),
    ]


def test_the_rules_are_tried_in_the_order_of_the_table() -> None:
    names = [line.split()[0] for line in (rules.__doc__ or "").splitlines()[3:] if line[:1].strip()]
    assert [name for name, _ in rules.RULES] == names
    assert all(function.__name__ == name for name, function in rules.RULES)


def test_all_numbers_are_gone_through_once_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    every = Candidates.all.fget
    assert every

    def note(found: Candidates) -> tuple[Quantity, ...]:
        asked.append(len(asked))
        return every(found)  # type: ignore[no-any-return]  # a property's own function

    monkeypatch.setattr(Candidates, "all", property(note))
    pairs = [
        number(words, start + place, sentence=span(start, start + 50))
        for start in range(0, 5000, 100)
        for place, words in ((0, "12"), (20, "30"))
    ]
    apply(rules.bar, *pairs, keys=(0,))
    assert len(asked) == 1

"""Sentences with what must be read in them: value, unit, qualifier, what is counted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.model.quantity import Interval, Kind, Modality, Qualifier
from pressroom.numbers import extract
from pressroom.numbers.parsing.heaps import HEAP, LONGEST_ROWS, MOST_NUMBERS
from pressroom.numbers.quantities import LONGEST_SENTENCE, analyze

CASES = [
    ("Over 2,300 residents were evacuated.", 2300, "resident", "over", "residents evacuated"),
    ("At least 14 people died in the storm.", 14, "people", "at_least", "people died"),
    ("The plant will employ up to 450 workers.", 450, "worker", "at_most", "workers"),
    ("Some 12,500 vehicles cross the bridge.", 12500, "vehicle", "about", "vehicles"),
    ("Approximately 7,000 balloons were launched.", 7000, "balloon", "about", "balloons launched"),
    ("No fewer than 90 schools stayed shut.", 90, "school", "at_least", "schools"),
    ("The fine is £25,000.", 25000, "pound sterling", None, ""),
    ("Losses came to $4.5m.", 4.5e6, "dollar", None, ""),
    ("The fund holds €2.75 billion.", 2.75e9, "euro", None, ""),
    ("Turnout was 61.3 per cent.", 61.3, "percent", None, ""),
    ("Rates rose by 0.25 percentage points.", 0.25, "percentage point", None, ""),
    ("The road is 40 kilometres long.", 40, "kilometre", None, ""),
    ("A 40-kilometre fence was built.", 40, "kilometre", None, "fence built"),
    ("It reached 36.5 °C at noon.", 36.5, "celsius", None, ""),
    ("The fence took eight months.", 8, "month", None, ""),
    ("Three and a half million voters stayed away.", 3.5e6, "voter", None, "voters"),
    ("The frost went down to −12 °C.", -12, "celsius", None, ""),
    ("The girl is 4 ft 9 in tall.", 4.75, "foot", None, ""),
    ("They laid 7 1/2 miles of pipe.", 7.5, "mile", None, "pipe"),
    ("The ticket costs 6 dollars and 20 cents.", 6.2, "dollar", None, ""),
    ("Children under 7 ride free.", 7, "year of age", Qualifier.UNDER, ""),
    ("Rescuers counted 41 dead or missing.", 41, "dead or missing", None, "dead or missing"),
    ("They bought a 14-seat bus.", 14, "seat", None, "seat bus"),
    ("Sales grew 3.5-fold.", 3.5, "", None, ""),
    ("The bank lent 90 million pounds.", 9e7, "pound sterling", None, ""),
    ("Two hundred and five patients recovered.", 205, "patient", None, "patients recovered"),
    ("Twenty-one houses burned.", 21, "house", None, "houses burned"),
    ("Nine out of 10 patients recovered.", 0.9, "", None, "patients recovered"),
    ("The survey covered 14\u202f500 households.", 14500, "household", None, "households"),
    ("Tickets sold: 1’204 seats.", 1204, "seat", None, "seats"),
    ("The airline will buy 105 737-10 jets.", 105, "", None, ""),
    ("Tickets sold: 1‘204 seats.", 1204, "seat", None, "seats"),
    ("Tickets sold: 1´204 seats.", 1204, "seat", None, "seats"),
    ("The hall held 300+ people.", 300, "", "at_least", ""),
    ("He was found dead at 34.", 34, "year of age", None, ""),
    ("Residents aged 75 or more: 300+ people.", 75, "", "at_least", ""),
]


@pytest.mark.parametrize(("text", "value", "unit", "qualifier", "subject"), CASES, ids=[c[0] for c in CASES])
def test_a_sentence_with_one_number(text, value, unit, qualifier, subject):
    found = extract(text)[0]
    assert found.value == pytest.approx(value)
    assert (str(found.qualifier) if found.qualifier else None) == qualifier
    if unit:
        assert found.unit == unit
    if subject:
        assert found.subject == subject
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Men outnumber women 3:1 there.", "3:1", 3),
        ("It costs 6 rupees and 20 cents.", "6 rupees and 20 cents", 6.2),
        ("The loss was (6.1)p in March.", "(6.1)p", -6.1),
        ("The win brought a 3-5-week, paid tour.", "3-5-week", Interval(3, 5)),
    ],
)
def test_several_numbers_of_one_value_are_one_quantity(text, words, value):
    (found,) = extract(text)
    assert (found.text, found.value) == (words, value)


NONE = [
    "They were told about the 2001 number change.",
    "On 3 May 2026 the council met.",
    "The mill opened in 1987 and closed in 2011.",
    "It began at 02:40 and ended at 5 p.m.",
    "See https://example.org/2023/07/report-15.pdf for more.",
    "Article 5 of Resolution 1701 applies.",
    "Version 2.3.1 of the tool was used.",
    "COVID-19 and the S&P 500 were in the news.",
    "The two sides met.",
    "The relationship between the two Koreas is tense.",
    "Call +44 20 7946 0958 at any time.",
    "Dozens of houses and hundreds of sheds were damaged.",
    "She may come in May.",
    "The third attempt was the 21st this year.",
    "Louis XIV is not discussed in Chapter IV.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_quantity_is_left_alone(text):
    assert extract(text) == ()


def test_over_a_count_of_occasions_means_across_them():
    balloons, times = extract(
        "It launched approximately 7,000 balloons over 32 separate occasions since May."
    )
    assert (balloons.qualifier, times.qualifier) == (Qualifier.ABOUT, None)
    assert extract("The siege lasted over 32 days.")[0].qualifier is Qualifier.OVER


RANGES = [
    ("Growth of 2-3% is expected.", 2, 3, "percent"),
    ("Tickets cost $15–$40.", 15, 40, "dollar"),
    ("It employs between 3 and 4 million people.", 3e6, 4e6, "people"),
    ("Expect 20 to 30 guests.", 20, 30, "guest"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), RANGES)
def test_a_range_keeps_both_ends(text, low, high, unit):
    (found,) = extract(text)
    assert found.value == Interval(low, high)
    assert found.unit == unit


def test_from_to_is_a_change_and_not_a_range():
    first, second = extract("The share rose from 12 to 19 per cent.")
    assert (first.value, first.kind) == (12, Kind.PERCENT)
    assert (second.comparison.kind, second.comparison.value) == ("from", 12)


COMPARISONS = [
    ("Revenue reached €2.75 billion, up from €2.1 billion.", "was", 2.1e9),
    ("The city built 310 flats against a target of 1,000.", "target", 1000),
    ("Ten of the 12 councillors came.", "whole", 12),
]


@pytest.mark.parametrize(("text", "kind", "value"), COMPARISONS)
def test_a_second_value_of_the_same_measure(text, kind, value):
    found = extract(text)[0].comparison
    assert (found.kind, found.value) == (kind, value)


MODES = [
    ("The minister denied that 500 jobs would go.", Modality.NEGATED),
    ("The plant will employ 450 workers.", Modality.PLANNED),
    ("It could cost 90 lives.", Modality.HYPOTHETICAL),
    ("Some 90 homes could be lost.", Modality.HYPOTHETICAL),
    ("Some 90 homes will be built.", Modality.PLANNED),
    ("Some 90 homes were lost and could be built again.", Modality.STATED),
    ("No fewer than 90 schools stayed shut.", Modality.STATED),
    ("It could rain, yet 90 people came.", Modality.STATED),
]


@pytest.mark.parametrize(("text", "mode"), MODES)
def test_what_the_sentence_claims(text, mode):
    assert extract(text)[0].modality is mode


def test_who_says_so_and_for_which_time():
    (found,) = extract("Some 300 jobs were lost over the past eight months, according to the Labour Office.")[
        :1
    ]
    assert found.attribution == "Labour Office"
    assert found.period == "over the past eight months"


@given(st.text(st.sampled_from("0123456789.,- andto$%€k'()\n"), max_size=300))
def test_any_heap_of_digits_is_read_without_a_fault(text):
    for found in extract(text):
        assert text[found.start : found.end] == found.text
        assert 0 <= found.start < found.end <= len(text)


PIECES = [
    "1",
    ",",
    ".",
    " ",
    "and ",
    "one ",
    "$",
    "-",
    "(",
    "over ",
    "a ",
    "to ",
    "%",
    "@",
    ":",
    "\n",
    "'s ",
    "E5",
    "°",
]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map("".join))
def test_long_runs_come_to_an_end(piece):
    """A pattern that goes back over what it has read would not finish; the benchmark prints its speed."""
    text = piece * (40_000 // len(piece))
    for found in extract(text):
        assert text[found.start : found.end] == found.text


def test_the_month_of_may_is_no_verb():
    assert extract("Since May it has floated about 7,000 balloons.")[0].modality is Modality.STATED


def test_a_share_brings_its_own_whole():
    (share, *_) = extract("So 68 per cent of residents aged 75 and over live near one.")
    assert share.comparison is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Offers of more than 100 and fewer than 300 pounds came in.", 100, 300),
        ("At most 90 and at least 20 boats sailed.", 20, 90),
        ("They built an 8- to 16-metre mirror.", 8, 16),
        ("Prices ranged from 5 to 9 euros.", 5, 9),
        ("It holds 20~30 litres.", 20, 30),
    ],
)
def test_two_bounds_of_one_value_are_a_range(text, low, high):
    (found,) = extract(text)
    assert found.value == Interval(low, high)


@pytest.mark.parametrize(
    "text", ["More than 100 houses and at least 20 cars burned.", "Over 90 and under 20 do not meet."]
)
def test_bounds_of_two_things_stay_two(text):
    assert len(extract(text)) == 2


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The fall to - 20 degrees came at night.", -20, "degree"),
        ("They lost 75 USD million.", 75e6, "dollar"),
        ("Tickets cost 100€ now.", 100, "euro"),
        ("The wire costs 5US$ in the shop.", 5, "dollar"),
        ("Half a loan: 3M€ was left.", 3e6, "euro"),
        ("It lasted two hours and a half.", 2.5, "hour"),
        ("The firm lost $(56) million.", -56e6, "dollar"),
        ("The net loss was $(0.12) per share.", -0.12, "dollar"),
        ("The firm lost £(14.7)m.", -14.7e6, "pound sterling"),
        ("The loss per share was (6.1)p.", -6.1, "penny"),
        ("The balance was –0.23 points.", -0.23, "point"),
        ("Light makes 3 × 10^8 metres a second.", 3e8, "metre per second"),
        ("Some 2.5 x 10⁶ cells were counted.", 2.5e6, "cell"),
        ("It is 1.2 × 10^-3 m wide.", 0.0012, "metre"),
        ("She got 1.2e6 votes.", 1.2e6, "vote"),
        ("It weighed 3 kg 200 g.", 3.2, "kilogram"),
        ("Cards for USD115 are sold.", 115, "dollar"),
        ("It costs 15 dollars 50.", 15.5, "dollar"),
        ("The museum drew 1.9m visitors.", 1.9e6, "visitor"),
        ("They paid one pound for it.", 1, "pound"),
    ],
)
def test_ways_of_writing_one_value(text, value, unit):
    (found,) = extract(text)
    assert found.value == value
    assert found.unit.startswith(unit)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The survey of 12 February found 38 cracks.", ""),
        ("May said that 38 letters came.", "May"),
        ("An estimated 38 people drowned.", ""),
    ],
)
def test_a_month_or_an_article_is_no_source(text, who):
    found = [one for one in extract(text) if one.value == 38]
    assert [one.attribution for one in found] == [who]


def test_a_sign_behind_one_number_is_not_of_the_next():
    assert [(one.value, one.unit) for one in extract("They paid 5€ 20 times.")] == [(5, "euro"), (20, "time")]


def test_the_sides_of_a_vote_share_what_they_count():
    assert [one.unit for one in extract("The motion passed by 52 to 48 votes.")] == ["vote", "vote"]
    assert [one.unit for one in extract("It rose by 12 to 48 votes.")] == ["", "vote"]


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("A fivefold rise was seen.", "fivefold", 5),
        ("It sold 3x more than planned.", "3x", 3),
        ("A 12-fold fall followed.", "12-fold", 12),
        ("The bill rose by a factor of three.", "three", 3),
    ],
)
def test_multiples(text, written, value):
    (found,) = extract(text)
    assert (found.text, found.value, found.kind, found.unit) == (written, value, Kind.MULTIPLE, "")


def test_a_half_of_a_number_is_a_share_of_it():
    share, whole = extract("Half of the 60 schools closed.")
    assert share.value == 0.5
    assert share.comparison is not None
    assert share.comparison.value == whole.value == 60


def test_one_in_three_with_hyphens_is_a_share():
    (found,) = extract("There is a one-in-three chance of rain.")
    assert found.value == pytest.approx(1 / 3)


def test_an_interval_behind_its_name():
    assert [one.value for one in extract("It is 46% (95% CI 31-61%).")] == [46, 95, Interval(31, 61)]


def test_a_letter_with_two_small_ones_moves_no_number_word():
    (found,) = extract("İİİİİİİİİİİİ is a name. Seven came. They stayed and saw it.")
    assert (found.text, found.value) == ("Seven", 7)


HEAPS = ["5% ", "1:", "£1.5m ", "12 345 ", "five ", "5° ", "5 of 6 of ", "between 5 and ", "(5) ", "½"]


@pytest.mark.parametrize("unit", HEAPS)
def test_a_heap_of_numbers_is_left_out_with_its_reason(unit):
    found = analyze(unit * (4 * LONGEST_SENTENCE // len(unit)))
    assert len(found.quantities) <= MOST_NUMBERS
    assert HEAP in [one.reason for one in found.excluded]


@pytest.mark.parametrize("rows", ["North;12;34\n", "5%. ", "1  2  3\n", "Five. Five. "])
def test_rows_of_figures_in_one_long_paragraph_are_a_heap(rows):
    long = analyze(rows * (LONGEST_ROWS // len(rows) + 1))
    assert [(one.start, one.reason) for one in long.excluded] == [(0, HEAP)]
    assert long.quantities == ()
    assert analyze(rows * (LONGEST_ROWS // len(rows) - 1)).quantities


def test_a_long_paragraph_of_sentences_keeps_its_numbers():
    text = "It has 25 boats and 34 cars. " * (2 * LONGEST_ROWS // 29)
    assert len(analyze(text).quantities) == text.count("has") * 2


def test_a_sentence_with_as_many_numbers_as_it_may_have_is_read():
    text = "The wards had " + ", ".join(f"{at} beds" for at in range(1001, 1001 + MOST_NUMBERS)) + "."
    assert len(analyze(text).quantities) == MOST_NUMBERS


@pytest.mark.parametrize(
    "text",
    [
        "USA 40 schools shut.",
        "The mayor said: ‘40 boats sank in the bay.’",
        "'40 boats sank,' said Ana Ruiz.",
    ],
)
def test_a_count_behind_an_acronym_or_a_mark_is_read(text):
    assert [quantity.value for quantity in extract(text, "en")] == [40]

"""What is counted, how surely, and by whom: the words round a number."""

import pytest

from pressroom.model.quantity import Interval, Kind, Qualifier
from pressroom.numbers import extract


def only(text: str, written: str):
    (found,) = [one for one in extract(text) if one.text == written]
    return found


COUNTED = [
    ("They cut 2,000 sales jobs.", "2,000", "job", "sales jobs"),
    ("Some 95 newly hired nurses began.", "95", "nurse", "hired nurses"),
    ("The motion passed by 52 votes to 48.", "48", "vote", "votes"),
    ("Of the 1,204 passengers, 300 were hurt.", "300", "passenger", "passengers hurt"),
    ("The landslide killed 37 people, 22 of them children.", "22", "child", "children"),
    ("Another 40 were crew.", "40", "crew", "crew"),
    ("Applications for aid rose by 33,000 to 258,000.", "258,000", "application", "Applications"),
    ("The number of Germans out of work rose to 2.82 million.", "2.82 million", "german", "Germans"),
    ("The party fell from 89 to 76 seats.", "89", "seat", "seats"),
    ("They saw 45 and 50 cases.", "45", "case", "cases"),
    ("It has risen in nine of the past 11 weeks.", "nine", "week", ""),
    ("The bridge carries 12,500 vehicles a day.", "12,500", "vehicle per day", "vehicles"),
    ("Homicides reached 23.4 per 100,000 people.", "23.4", "homicide per 100,000 people", "Homicides"),
    ("The toll was 60 dead or missing.", "60", "dead or missing", "dead or missing"),
    ("Two Israelis spoke.", "Two", "israeli", "Israelis"),
    ("The crash killed three and hurt a 12-seat bus.", "three", "", "killed"),
    ("It did harm, killing 158 people and injuring nearly 5,000.", "158", "people", "people killed"),
    ("It did harm, killing 158 people and injuring nearly 5,000.", "5,000", "people", "people injured"),
    ("A soldier who killed 16 villagers was jailed.", "16", "villager", "villagers killed"),
    ("A letter from 12 tenants was noted.", "12", "tenant", "tenants"),
    ("Some 27 people drowned and 14 more were missing.", "14", "people", "people missing"),
    ("There were three women in a class of 110.", "110", "", "class"),
    ("Five men aged between 24 and 57 were jailed.", "Five", "man", "men"),
    ("Revenue rose 5 per cent to 612.", "612", "", ""),
    ("The number waiting more than 12 hours rose to 212.", "212", "", ""),
    ("They found 1,436 suspected cases, 204 of them confirmed.", "204", "case", "confirmed cases"),
    ("Some 640,000 people live in 14 towns, of whom 2,500 left.", "2,500", "people", "people left"),
    ("It has 86 officers, 37 short of its target, and 212 cars.", "37", "", ""),
    ("It ran 212 trains and 80 buses; in the strike they have room for only 400.", "400", "", ""),
    ("So 51 per cent of the 96 parents agreed.", "96", "parent", "parents"),
    ("They put the number of dead at 112.", "112", "dead", "dead"),
    ("The death toll from the floods rose to 223.", "223", "death", "death toll"),
    ("The House voted 219 to 184 to send it on.", "184", "vote", "votes"),
    ("In all 14 people lost their lives.", "14", "people", "people"),
    ("Two mobile clinics carried out tests.", "Two", "clinic", "mobile clinics"),
    ("In paved streets little more than half had survived.", "half", "", ""),
    ("It runs 140 buses out of a fleet of 1,650.", "1,650", "", "fleet"),
    ("The vote gave the Alliance 196 seats.", "196", "seat", "seats"),
    ("The Nationals won 120 seats, the Liberals 47 and the Greens 16.", "47", "seat", "seats"),
]


@pytest.mark.parametrize(("text", "written", "unit", "subject"), COUNTED, ids=[case[0] for case in COUNTED])
def test_the_thing_counted(text, written, unit, subject):
    found = only(text, written)
    assert (found.unit, found.subject) == (unit, subject)


def test_what_befell_the_ones_did_not_befall_the_others():
    text = "At least 43 people have died and more than 60,000 have been driven from their homes."
    assert only(text, "43").subject == "people died"
    assert only(text, "60,000").subject == "people driven"


MEASURED = [
    ("Revenue fell to 56.3 billion crowns from 57.1 billion.", "57.1 billion", "krona", Kind.CURRENCY),
    ("Unemployment fell to 3.5 percent from 3.6 in June.", "3.6", "percent", Kind.PERCENT),
    ("Shares rose 0.8% to 4,567.46.", "4,567.46", "", Kind.NUMBER),
    ("Stocks swelled by 5.5 million barrels to 426 million.", "426 million", "barrel", Kind.DIMENSION),
    ("They lent 120 MEUR.", "120 MEUR", "euro", Kind.CURRENCY),
    ("Offset by a £1.3bn slide.", "£1.3bn", "pound sterling", Kind.CURRENCY),
    ("It weighs 300 pounds.", "300 pounds", "pound", Kind.DIMENSION),
    ("They paid 300 pounds.", "300 pounds", "pound sterling", Kind.CURRENCY),
    ("Turn it by 45 degrees.", "45 degrees", "degree", Kind.DIMENSION),
    ("It was hot, 45 degrees.", "45 degrees", "degree", Kind.TEMPERATURE),
]


@pytest.mark.parametrize(("text", "written", "unit", "kind"), MEASURED, ids=[case[0] for case in MEASURED])
def test_the_unit(text, written, unit, kind):
    found = only(text, written)
    assert (found.unit, found.kind) == (unit, kind)


AGES = [
    ("She was 19 when she left.", "19"),
    ("Holm, who died on Sunday at 93, sang.", "93"),
    ("Djokovic, 37, who won, said so.", "37"),
    ("The rate for those aged 20 to 64 was high.", "20 to 64"),
    ("Mr Smith, 47, was sentenced.", "47"),
    ("They have two sons aged 8 and 11.", "11"),
    ("Pat Holm (34) won.", "34"),
    ("Ann Lee, who is 71, leads.", "71"),
    ("Jo Hart, who turns 40 in May, plays on.", "40"),
    ("A woman, 33, was hurt.", "33"),
    ("Children younger than five get in free.", "five"),
    ("A 34-year-old man was hurt.", "34-year-old"),
    ("The claimant, 47, lost.", "47"),
    ("Five men aged between 24 and 57 were jailed.", "between 24 and 57"),
    ("Three women aged from 19 to 40 were hurt.", "19 to 40"),
    ("Girls aged 6 months to 14 years are meant.", "14 years"),
]


@pytest.mark.parametrize(("text", "written"), AGES, ids=[case[0] for case in AGES])
def test_ages(text, written):
    assert (only(text, written).kind, only(text, written).unit) == (Kind.AGE, "year of age")


JOINED = [
    ("Children aged 6 to 59 months came.", Interval(6, 59)),
    ("Rates are between 5.25% and 5.5% now.", Interval(5.25, 5.5)),
    ("It takes 3 to 4 million tonnes.", Interval(3e6, 4e6)),
    ("Two or three boats sailed.", Interval(2, 3)),
    ("It was cut by more than half.", 0.5),
    ("About 1 in 10,000 people has it.", 1e-4),
    ("One in five adults smokes.", 0.2),
    ("The ratio of 3 to 1 holds.", 3),
    ("Two thirds is to be met by the state.", 2 / 3),
    ("A third said that they had doubts.", 1 / 3),
    ("It took two hours and 30 minutes.", 2.5),
    ("He is 5 ft 3 in tall.", 5.25),
    ("It took 3h 40m.", 3 + 40 / 60),
    ("One metro train in four ran.", 0.25),
    ("Only one in eight of those came.", 0.125),
    ("Prices rise by 12 to 15 per cent.", Interval(12, 15)),
    ("The sea rose 1.5 ± 0.1 mm a year.", 1.5),
    ("It is 12 plus or minus 8.", 12),
]


@pytest.mark.parametrize(("text", "value"), JOINED, ids=[case[0] for case in JOINED])
def test_two_numbers_that_are_one_quantity(text, value):
    (found,) = extract(text)
    assert found.value == (value if isinstance(value, Interval) else pytest.approx(value))


DOUBTS = [
    ("Just shy of 300 came.", Qualifier.NEARLY),
    ("Upwards of 300 came.", Qualifier.OVER),
    ("It drew 300 people or more.", Qualifier.AT_LEAST),
    ("It drew 300-odd people.", Qualifier.ABOUT),
    ("At least another 300 came.", Qualifier.AT_LEAST),
    ("It fell short of the 300 sought.", None),
    ("Volume was below the 30-day average.", None),
    ("They met over the past 30 days.", None),
    ("It lasted over 14 weekends.", Qualifier.OVER),
    ("The festival has been staged over 14 weekends.", None),
    ("They argued about 300 jobs.", None),
    ("The firm was fined over 16 breaches.", None),
    ("It cost as much as $300.", Qualifier.AT_MOST),
    ("An average of 300 came.", None),
    ("Unemployment edged up to 5.2 per cent.", None),
    ("They flew over 32 villages.", None),
    ("It did not fall below 21.1C.", Qualifier.AT_LEAST),
    ("Journeys should not be longer than 75 minutes.", Qualifier.AT_MOST),
    ("It is not true that more than 300 died.", Qualifier.OVER),
]


@pytest.mark.parametrize(("text", "qualifier"), DOUBTS, ids=[case[0] for case in DOUBTS])
def test_how_sure_the_text_is(text, qualifier):
    assert extract(text)[0].qualifier is qualifier


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('Carr said "300 people came" and left.', True),
        ("Carr said “300 people came” and left.", True),
        ('Carr "left" when 300 people came.', False),
    ],
)
def test_what_stands_in_quotation_marks_is_marked(text, quoted):
    assert extract(text)[0].quoted is quoted


def test_these_take_the_noun_of_the_sentence_before():
    found = extract("Some 300 people were hurt. Of these, 40 remain in hospital.")
    assert [(one.value, one.unit) for one in found] == [(300, "people"), (40, "people")]


TIMES = [
    ("Some 1,300 homes were built in 2022, but 1,150 in 2021.", "1,300", "in 2022"),
    ("Some 1,300 homes were built in 2022, but 1,150 in 2021.", "1,150", "in 2021"),
    ("In 2022, 1,300 homes were built.", "1,300", "In 2022"),
    ("Some 1,300 homes were built in 2026-27.", "1,300", "in 2026-27"),
    ("It stood 300 metres high; in 1953 it fell.", "300 metres", ""),
    ("In 2022, 1,300 homes were built, 1,150 in 2021 and 980 the year before.", "980", ""),
    ("There were 14 thefts, fewer than in 2023.", "14", ""),
    ("Some 60,000 have left since 2019/20.", "60,000", "since 2019/20"),
    ("Some 60,000 were driven out in the worst flood since 1953.", "60,000", ""),
    (
        "It put the toll at 100 people since the troops entered combat last December.",
        "100",
        "since the troops entered combat last December",
    ),
]


@pytest.mark.parametrize(("text", "written", "period"), TIMES)
def test_the_time_for_which_a_number_holds(text, written, period):
    assert only(text, written).period == period


def test_a_half_and_what_it_became_are_no_range():
    half, left = extract("The deficit was cut by more than half to 3.1 per cent.")
    assert (half.value, left.value, left.unit) == (0.5, 3.1, "percent")


def test_a_part_of_a_whole_is_not_of_what_was_counted_before():
    found = extract("The outbreak caused at least 1,127 deaths and reached 17 of the 18 states.")
    assert [(one.value, one.unit) for one in found] == [(1127, "death"), (17, "state"), (18, "state")]


def test_the_year_before_in_brackets_is_what_a_value_is_compared_with():
    now, before = extract("The loss before tax was £(14.7)m (H1 2024: profit of £26.1m).")
    assert (now.value, before.value) == (-14.7e6, 26.1e6)
    assert now.comparison is not None
    assert (now.comparison.kind, now.comparison.value) == ("was", 26.1e6)


def test_the_rate_behind_a_rise_is_no_share():
    rise, rate = extract("The crown rose 0.8 per cent against the euro to 24.61.")
    assert (rise.unit, rate.unit) == ("percent", "")


def test_degrees_below_zero():
    (found,) = extract("It was 8 degrees below zero.")
    assert (found.value, found.kind) == (-8, Kind.TEMPERATURE)


def test_a_scale_is_shared_by_both_values_of_a_change():
    first, second = extract("Debt fell from 8.3 to 6.9 billion kroner.")
    assert (first.value, second.value) == (8.3e9, 6.9e9)
    assert second.comparison is not None
    assert second.comparison.value == 8.3e9


def test_a_target_in_brackets():
    (now, _) = extract("On time were 94.2% of trains (target: 95%).")
    assert now.comparison is not None
    assert now.comparison.kind == "target"

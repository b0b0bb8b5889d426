"""What tiles say under their numbers, sentence by sentence."""

import pytest

from pressroom.numbers.labels import display, label
from pressroom.numbers.quantities import extract

SENTENCES = [
    ("The depot is let for £412,000, which the board calls fair.", "£412,000", "depot"),
    (
        "The depot is let for £412,000, which is £18,000 less than the sum set aside.",
        "£18,000",
        "less than the sum set aside",
    ),
    ("Income was £486,000 and expenditure £471,500.", "£486,000", "Income"),
    ("Income was £486,000 and expenditure £471,500.", "£471,500", "expenditure"),
    ("That leaves the club with a surplus of £14,500.", "£14,500", "surplus"),
    (
        "The gate at Mill Lane had been repaired on 29 April, at a cost of £2,150.",
        "£2,150",
        "gate at Mill Lane repaired on 29 April",
    ),
    (
        "Four bids were received for the new roof, between £61,400 and £78,900.",
        "£61,400",
        "Four bids for the new roof",
    ),
    ("The scaffolding alone accounts for more than £90,000.", "£90,000", "scaffolding"),
    ("The ministry sets aside £500,000 for shutters and roofs.", "£500,000", "for shutters and roofs"),
    ("The union sent €20 million in aid.", "€20 million", "aid"),
    ("Visits rose by 4 per cent, and loans by 11 per cent.", "4 per cent", "rise in visits"),
    ("Visits rose by 4 per cent, and loans by 11 per cent.", "11 per cent", "rise in loans"),
    (
        "Delays on the line, which fell by 17 per cent last year, may rise again.",
        "17 per cent",
        "fall in delays on the line",
    ),
    (
        "The report shows that 40 per cent of voters stayed at home.",
        "40 per cent",
        "of voters",
    ),
    ("It cost £3.", "£3", ""),
]


@pytest.mark.parametrize(("sentence", "number", "said"), SENTENCES)
def test_a_label_is_what_the_sentence_says_of_the_number(sentence, number, said):
    (found,) = [one for one in extract(sentence) if number in one.text]
    assert label(found) == said


@pytest.mark.parametrize(
    ("sentence", "shown", "said"),
    [
        ("General reserves rose from £128,000 to £142,500.", "from £128,000 to £142,500", "General reserves"),
        (
            "Visitors have risen from 31,000 to 47,000, although it rained.",
            "from 31,000 to 47,000",
            "Visitors",
        ),
        ("Waiting time, which fell from 41 to 26 days, is a worry.", "from 41 to 26 days", "Waiting time"),
    ],
)
def test_a_change_is_shown_whole(sentence, shown, said):
    (found,) = [one for one in extract(sentence) if one.comparison]
    assert (display(found), label(found)) == (shown, said)


def test_a_plan_says_so():
    (found,) = [one for one in extract("Patching the roof again would cost about £24,000.") if one.unit]
    assert label(found).startswith("possible: ")

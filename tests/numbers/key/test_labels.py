"""What tiles say under their numbers, sentence by sentence."""

import pytest

from pressroom.numbers.key.labels import label
from pressroom.numbers.quantities import extract
from pressroom.numbers.wording.display import display

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
        "of voters stayed at home",
    ),
    ("It cost £3.", "£3", ""),
    ("Revenue rose by 4.2% to £412.6m.", "£412.6m", "Revenue"),
    ("Revenue rose by 4.2% to £412.6m.", "4.2%", "rise in revenue"),
    ("The koruna rose 0.8 per cent against the euro.", "0.8 per cent", "rise in koruna"),
    ("Finance costs rose by £1.9m to £6.6m.", "£1.9m", "rise in finance costs"),
    ("Domestic burglaries were down 18%.", "18%", "fall in domestic burglaries"),
    ("Domestic burglaries fell by 18 per cent to 2,209.", "2,209", "Domestic burglaries"),
    (
        "The board voted to lower the policy rate by 25 basis points.",
        "25 basis points",
        "fall in policy rate",
    ),
    ("The court cut the fine on Brightwater, a firm, from €45m to €29.5m.", "€29.5m", "fine on Brightwater"),
    ("Pupils on roll: 1,087.", "1,087", "Pupils on roll"),
    ("Total cost: £4.2m.", "£4.2m", "Total cost"),
    ("Some 1.3 million families are on the waiting list.", "1.3 million", "families on the waiting list"),
    ("There are 117,000 households in temporary housing.", "117,000", "households in temporary housing"),
    ("There were 4,318 patients in the week.", "4,318", "patients"),
    ("The scaffold stands 12 winters at most.", "12", "winters"),
    ("The bridge carries 12,500 vehicles a day.", "12,500", "vehicles per day"),
    (
        "Some 1.9 million people had no work, 138,000 more than in the last quarter.",
        "138,000",
        "more people than in the last quarter",
    ),
    ("The number of jobs rose by 22,000 on the quarter.", "22,000", "rise in number of jobs"),
    ("They reached 2,450 people, 54% of them women and girls.", "54%", "women and girls among them"),
    ("It counted 31.6 cases per 100,000 inhabitants.", "31.6", "cases per 100,000 inhabitants"),
    ("The firm reported 412 posts, a decrease of 11.3%.", "11.3%", ""),
    ("No fewer than 87% of recruits are fully qualified.", "87%", "of recruits are fully qualified"),
    ("Some 58 per cent of voters chose it.", "58 per cent", "of voters"),
    ("It needs 239,000 more workers.", "239,000", "more workers"),
    ("Last year the country completed 198,600 homes.", "198,600", "homes completed"),
    ("It saw 4,318 patients, 11 per cent more than last week.", "11 per cent", ""),
    ("In our survey, 84 per cent said that they liked it.", "84 per cent", ""),
    ("The board voted to reduce it by $70 billion.", "$70 billion", ""),
    ("Shoppers lost at least €300m.", "€300m", "Shoppers lost"),
    (
        "Nearly four in ten pupils are eligible for free meals.",
        "four in ten",
        "pupils eligible for free meals",
    ),
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


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Bills will climb to £1,717 a year.", "£1,717 a year"),
        ("Brent settled at $82.15 a barrel.", "$82.15 a barrel"),
        ("The firm earned 58 cents per share.", "58 cents per share"),
        ("It paid £40 a few times.", "£40"),
    ],
)
def test_an_amount_is_shown_with_what_it_is_paid_by(sentence, shown):
    assert next(display(one) for one in extract(sentence)) == shown

"""Whether a text claims a number at all, and who does."""

import pytest

from pressroom.model.quantity import Modality
from pressroom.numbers import extract
from pressroom.numbers.key.labels import label

CLAIMS = [
    ("Reports that as many as 60 people had been killed were wrong.", Modality.NEGATED),
    ("A report that 300 soldiers had been executed is false.", Modality.NEGATED),
    ("The army dismissed as fiction a claim that 450 civilians were killed.", Modality.NEGATED),
    ("He refuted suggestions that 1,200 homes had burned.", Modality.NEGATED),
    ("There is no list of 2 million people.", Modality.NEGATED),
    ("There is no list of names; 40 people came.", Modality.STATED),
    ("None of the 600 workers died.", Modality.NEGATED),
    ("All but 40 of the prisoners escaped.", Modality.NEGATED),
    ("They had said £1.1 million; the judge rejected that figure.", Modality.NEGATED),
    ("The motion to borrow $5 million was defeated.", Modality.NEGATED),
    ("Parliament voted down a fund of $4.5 billion.", Modality.NEGATED),
    ("It did not sell 300 houses.", Modality.NEGATED),
    ("There is no evidence that 400 people died.", Modality.NEGATED),
    ("It is wrong that 4,000 jobs were lost.", Modality.NEGATED),
    ("It is not correct that, as was said in June, £2.5 billion was spent.", Modality.NEGATED),
    ("The £100m rights issue is untrue.", Modality.NEGATED),
    ("The city failed in its claim that it had lost €700,000.", Modality.NEGATED),
    ("It could not be confirmed that 40 people died.", Modality.ALLEGED),
    ("Soldiers are said to have killed 40 teenagers.", Modality.ALLEGED),
    ("He was charged with stealing £3m.", Modality.ALLEGED),
    ("The bypass was to cost £4m.", Modality.PLANNED),
    ("Growth is likely to pass 3 per cent.", Modality.PLANNED),
    ("Prosecutors allege that he stole $5.2 million.", Modality.ALLEGED),
    ("He was accused of killing 14 patients.", Modality.ALLEGED),
    ("The mayor wanted 5,000 new homes.", Modality.PLANNED),
    ("She faces a fine of $2.5 million if convicted.", Modality.HYPOTHETICAL),
    ("If access improves we would reach a town, home to some 30,000 people.", Modality.HYPOTHETICAL),
    ("Should funding be cut by 10%, 40 routes would be at risk.", Modality.HYPOTHETICAL),
    ("Without new funds, as many as 90,000 children could die.", Modality.HYPOTHETICAL),
    ("The May report lists 40 ships.", Modality.STATED),
    ("The train may not take more than 340 pupils.", Modality.STATED),
    ("It went to 40 men.", Modality.STATED),
    ("It is wrong; 40 people came.", Modality.STATED),
    ("Not only 300 houses burned.", Modality.STATED),
    ("Some 300 applications were rejected.", Modality.STATED),
    ("They do not have enough, and, as was said, 300 left.", Modality.STATED),
    ("There were no deaths in the year, against 70 injuries.", Modality.STATED),
]


@pytest.mark.parametrize(("text", "mode"), CLAIMS, ids=[text for text, _ in CLAIMS])
def test_what_is_claimed(text, mode):
    assert extract(text)[0].modality is mode


def test_what_was_done_is_not_what_was_promised():
    assert [one.modality for one in extract("They promised 300,000 homes and built 318,000.")] == [
        Modality.PLANNED,
        Modality.STATED,
    ]


def test_an_allegation_says_so_in_its_label():
    (found,) = extract("He was accused of killing 14 patients.")
    assert label(found) == "alleged: patients killed"


SOURCES = [
    ("The minister said that 2,100 had left but the Red Cross says 8,000.", "2,100", "minister"),
    ("The minister said that 2,100 had left but the Red Cross says 8,000.", "8,000", "Red Cross"),
    ("According to Amnesty, 340 were jailed; the state says 12.", "12", "state"),
    ("The coast guard said 27 had drowned.", "27", "coast guard"),
    ("She noted 36 errors.", "36", ""),
    ("The number of cases is estimated at 36.", "36", ""),
    ("The Central Bank forecasts a rate of 36 per cent.", "36 per cent", "Central Bank"),
    ("The haul has an estimated value of £36.", "£36", ""),
    ("The company notes recent reports that 36 left.", "36", ""),
    ("Fares rose 5 per cent, the police say.", "5 per cent", "police"),
    ("The ministry puts the toll at 43.", "43", "ministry"),
    ("Consumer groups say 4,000 homes are cold.", "4,000", "Consumer groups"),
    ("Officers found 36 casings.", "36", ""),
    ("Researchers found 36 errors.", "36", "Researchers"),
]


@pytest.mark.parametrize(("text", "written", "who"), SOURCES)
def test_a_source_holds_for_its_own_part_of_a_sentence(text, written, who):
    (found,) = [one for one in extract(text) if one.text == written]
    assert found.attribution == who


def test_values_of_different_things_are_not_compared():
    found = extract("At least 37 workers have been killed and 52 wounded, compared with 12 killed in 2019.")
    assert [one.comparison for one in found] == [None, None, None]


def test_a_label_tells_of_no_other_number():
    (_, _, third) = extract("Cloud revenue grew 31% to $612 million while hardware fell to $904 million.")
    assert "31" not in label(third)

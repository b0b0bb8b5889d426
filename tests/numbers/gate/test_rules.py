"""Each rule of the gate, with a sentence whose wording it refuses."""

from __future__ import annotations

import pytest

from pressroom.model.numbers import WordingForm
from pressroom.numbers.gate.choice import find_wordings, simplify
from pressroom.numbers.gate.rules import RULES
from pressroom.numbers.languages import language
from pressroom.numbers.quantities import extract
from pressroom.numbers.wording.display import find_place
from pressroom.numbers.wording.draft import Draft
from pressroom.numbers.wording.site import find_site
from pressroom.syntax import parse

# rule: sentence, number
REFUSED = {
    "only whole": (
        "Out of the roughly 12,000 Acme branded stations in the country, Acme itself owns about 2,220.",
        "12,000",
    ),
    "main": (
        "Boat thefts in the bay are now at their lowest since records began, down 38% on the year before.",
        "38%",
    ),
    "empty": ("1% v.", "1%"),
    "counted": ("They were 340, mostly men.", "340"),
    "formula": (r"With \alpha as before, the yard employs 340 welders.", "340"),
    "opens": ("£340 for beds and chairs.", "£340"),
    "ends": ("Nearly 60 per cent of the starters were trained in or lived near Bergen.", "60 per cent"),
    "pronoun": ("They have closed 340 branches in the north.", "340"),
    "earlier": ("In May gross rents were £517, up 2.2% from £506 in 2012.", "2.2%"),
    "borrowed": (
        "The rowing club of the town, which has 340 rowers on four lakes in the far north of the old county"
        " by the sea, was founded in 1989 to teach children.",
        "340",
    ),
    "conceded": ("While rents rose by 1% in the north, they rose by 4% in the south.", "1%"),
    "relative": ("The yard, which employs 340 welders in two shifts, belongs to the port.", "340"),
    "subject": ("The board met on Monday and approved 340 berths.", "340"),
    "another": ("Customs officers seized 340 bags of tea in 12 ports.", "340"),
    "little": ("The total was £340 million.", "£340 million"),
    "dealt": ("Rents and fares rose by 4 and 6 per cent respectively.", "6 per cent"),
    "broken": ("340 pupils applied and there was no room for them.", "340"),
    "question": ("Will the port lose 340 ships?", "340"),
    "whole": ("Fishing makes up most of it, and farming contributed 24%.", "24%"),
    "inner": ("Even though the port has let 340 berths, it is poor.", "340"),
    "frame": ("Ships wait in Kiel, where the port employs 340 pilots.", "340"),
    "again": ("Flu cases in Norway are falling, and 58% of cases are mild.", "58%"),
    "bracket": ("The trust runs a library (340 books lent daily).", "340"),
    "others": ("Reports came from 45 ports, 12 yards and 340 ships.", "340"),
    "verbless": ("40 crores in a full year.", "40 crores"),
    "limit": ("Turnover (excluding fees) was £340 million in the north.", "£340 million"),
    "torn": ("The board let 340 berths and, where it could, the moorings.", "340"),
    "negated": ("The cost of the pier was not £340 million.", "£340 million"),
    "modal": ("Revenue will be about £340 million.", "£340 million"),
    "hangs": ("It says the charges could range from £3 million to £5 million.", "£5 million"),
    "runs on": ("Rents rose by 34%.* ,** Fares fell.", "34%"),
    "smaller": ("The crew has 15 pilots and 45 cooks.", "15"),
    "claim": ("The council plans 340 homes.", "340"),
    "doubtful": ("The blast wrecked the pier, killing 340 sailors.", "340"),
    "long": (
        "The harbour board of the old town let 340 berths to the rowing clubs of the coast for the winter "
        "season after a long debate on Monday.",
        "340",
    ),
}


# rules of which the parser rarely makes a draft: sentence, number, rule of the draft, its words
DRAFTED = {
    "cut": ("The council planted a 340-tree orchard.", "340", "object", "orchard"),
    "joined": (
        "The board gave £34 million to mend the pier and paint a quay.",
        "£34 million",
        "object",
        "to mend the pier",
    ),
    "halved": ("The copper mill employs 340 welders.", "340", "object", "welders copper"),
    "which": (
        "It sold 34% of the bank that he founded.",
        "34%",
        "clause",
        "It sold 34% of the bank",
    ),
    "dateline": (
        "Port Gets £340 for Pier Kiel -- The fund said that it pays.",
        "£340",
        "clause",
        "Port Gets £340 for Pier Kiel",
    ),
    "condition": (
        "Fares could fall by 34% if the toll went.",
        "34%",
        "clause",
        "Fares could fall by 34%",
    ),
    "when": (
        "While in May, sales rose by 34%, they fell in June.",
        "34%",
        "clause",
        "sales rose by 34%",
    ),
    "list": ("It gave 340 pupils schools, courts and parks.", "340", "object", "pupils schools"),
    "speaker": ("“We let 340 berths”, he wept.", "340", "clause", "We let 340 berths"),
    "antecedent": ("The fund gave 340 loans to which it holds.", "340", "object", "loans to which"),
    "address": ("See all 340 boats at www.boats.example now.", "340", "clause", "See all 340 boats"),
    "half": ("It drew 340 officers and guests.", "340", "object", "officers"),
    "time": ("In 2014 it rose, and sales were up 34%.", "34%", "change", "sales"),
    "adverb": ("The board usually reviews 34% of plans.", "34%", "object", "of plans"),
    "base": ("For every 100 men there were 264 women.", "264", "phrase", "women"),
    "name": ("We met there at the New £100 Note unveiling in the town of Bern.", "£100", "phrase", "Note"),
    "age": ("The under 18 conception rate fell.", "18", "phrase", "conception rate"),
    "listed": ("It broke into 6000, 7000 pieces.", "6000", "clause", "It broke into 6000"),
    "difference": ("It sold 34 more than in May.", "34", "shortened", "It sold 34 more"),
    "owned": ("It sold 34 of the firms’ boats.", "34", "phrase", "of the firms ’"),
    "predicate": ("In 34% of towns the men sang.", "34%", "subject", "of towns"),
    "definite": ("The 340 boats sank in May.", "340", "object", "boats sank"),
    "concession": (
        "Although rents fell, fares rose by 34%.",
        "34%",
        "clause",
        "rents fell , fares rose by 34%",
    ),
    "but": (
        "The port had 340 cranes, but that number fell to five.",
        "340",
        "clause",
        "The port had 340 cranes",
    ),
    "aside": (
        "Some 340 boats are in the port - moored or sunk.",
        "340",
        "clause",
        "340 boats are in the port",
    ),
    "more": ("A further 34% of the fleet needs repair.", "34%", "subject", "of the fleet needs repair"),
    "preposition": ("In 340 towns the signs were new.", "340", "subject", "towns signs were new"),
    "year": (
        "2005 – A storm kills 340 people in the bay.",
        "340",
        "clause",
        "A storm kills 340 people in the bay",
    ),
    "main verb": (
        "Some 34% of drivers fined for speed, still drive a car.",
        "34%",
        "subject",
        "of drivers fined for speed",
    ),
    "verbs": (
        "It told 340 people to send money, buy gifts, or pay a friend.",
        "340",
        "clause",
        "It told 340 people to send money",
    ),
    "second": (
        "The law binds firms which have 340 welders and that use lead.",
        "340",
        "clause",
        "The law binds firms which have 340 welders",
    ),
    "or": (
        "Some 340 clerks came to the hall or watched at home.",
        "340",
        "subject",
        "clerks came to the hall",
    ),
    "to come": (
        "The port has 340 berths, which will open in May.",
        "340",
        "clause",
        "The port has 340 berths",
    ),
    "open verb": (
        "Over 34% of them believed local issues were lost.",
        "34%",
        "subject",
        "of them believed",
    ),
    "place": ("In Mexico 34% of children are poor.", "34%", "subject", "of children are poor"),
    "joint": (
        "The firm has 340 clerks, up 28, or nearly half, in the north.",
        "340",
        "shortened",
        "The firm has 340 clerks or nearly half",
    ),
    "behind aside": (
        "Some 340 people came, on Monday, to the debate.",
        "340",
        "clause",
        "340 people came on Monday",
    ),
    "measuring": ("The young make up 34% of the victims.", "34%", "measure", "The young of the victims"),
    "sign": ("Some 24 million € weigh on 340 homes.", "340", "clause", "€ weigh on 340 homes"),
    "many": (
        "Over 340 people were killed and dozens hurt.",
        "340",
        "subject",
        "people were killed and dozens",
    ),
    "repeats": ("It took 34% of sales of sales.", "34%", "object", "of sales of sales"),
    "judgement": (
        "It matters that 34% of the glass is sold.",
        "34%",
        "subject",
        "of the glass is sold",
    ),
    "noun of a noun": (
        "It makes up for the fall of sales, which are 34% of the total.",
        "34%",
        "antecedent",
        "the fall of sales are 34% of the total",
    ),
    "cut off": ("The port sold 340 boats for …", "340", "object", "boats"),
    "unnamed": (
        "The fee is 34% of the loans, they say.",
        "34%",
        "clause",
        "The fee is 34% of the loans",
    ),
    "had": (
        "Ruiz had 340 friends watching his game.",
        "340",
        "clause",
        "Ruiz had 340 friends",
    ),
    "range": ("It lent 340 boats from May through June.", "340", "clause", "It lent 340 boats from May"),
    "source": ("The port needs £340, as the mayor demanded.", "£340", "clause", "The port needs £340"),
    "topic": (
        "Fares rose in May: The rise to £340 was steep.",
        "£340",
        "clause",
        "The rise to £340 was steep",
    ),
    "other half": (
        "In 2028 Kiel got £340; this year it got £290.",
        "£340",
        "clause",
        "In 2028 Kiel got £340",
    ),
    "inside": ("The Oslo 3 index was up 34 points.", "34", "clause", "index was up 34 points"),
    "verb": ("The firm runs 340 km of road and has ferries.", "340 km", "object", "of road and has"),
    "garbled": (
        "The yard employs 340 welders, most of whom are new.",
        "340",
        "shortened",
        "employs 340 welders most",
    ),
}


def test_each_rule_has_an_example():
    assert {rule.name for rule in RULES} == REFUSED.keys() | DRAFTED.keys()


@pytest.mark.parametrize("name", REFUSED)
def test_a_rule_refuses_its_example(name):
    sentence, number = REFUSED[name]
    refused = {wording.refused for wording in find_wordings(find_quantity(sentence, number), "en")}
    assert find_rule(name).reason in refused


@pytest.mark.parametrize("name", DRAFTED)
def test_a_rule_refuses_a_draft(name):
    sentence, number, rule, words = DRAFTED[name]
    quantity = find_quantity(sentence, number)
    place = find_place(quantity)
    tree = parse(simplify(quantity, place), "en")
    site = find_site(tree, place, quantity, language("en").wording, "en")
    wanted = words.split()
    tokens = tuple(at for at in range(len(tree)) if sentence[tree.starts[at] : tree.ends[at]] in wanted)
    assert find_rule(name).refuses(site, Draft(rule, WordingForm.STATEMENT, words, tokens))


def find_quantity(sentence, number):
    return next(each for each in extract(sentence, "en") if number in each.text)


def find_rule(name):
    return next(rule for rule in RULES if rule.name == name)

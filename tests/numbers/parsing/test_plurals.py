"""English nouns in the singular and the plural."""

import pytest

from pressroom.numbers import extract
from pressroom.numbers.languages.en.singulars import SINGULARS, SINGULARS_IN_S
from pressroom.numbers.parsing.plurals import is_plural, singular, singular_by_ending

PAIRS = """
    thieves=thief calves=calf echoes=echo buses=bus series=series viruses=virus nurses=nurse houses=house
    causes=cause clauses=clause crises=crisis criteria=criterion loaves=loaf heroes=hero potatoes=potato
    caches=cache axes=axe quizzes=quiz knives=knife wolves=wolf children=child grandchildren=grandchild
    oxen=ox women=woman policewomen=policewoman gases=gas lenses=lens movies=movie ties=tie taxis=taxi
    shoes=shoe photos=photo boxes=box churches=church cities=city boys=boy MPs=MP homes=home glasses=glass
    data=data people=people hooves=hoof toes=toe dice=die geese=goose
"""


@pytest.mark.parametrize("pair", PAIRS.split())
def test_the_singular_of_a_plural(pair):
    plural, _, noun = pair.partition("=")
    assert singular(plural) == noun
    assert is_plural(plural.lower())


@pytest.mark.parametrize("word", ["lens", "gas", "bus", "canvas", "chaos", "news", "less", "this", "status"])
def test_a_word_in_s_that_is_no_plural(word):
    assert not is_plural(word)


def test_the_table_holds_only_what_endings_do_not_tell():
    assert [plural for plural, noun in SINGULARS.items() if singular_by_ending(plural) == noun] == []
    assert SINGULARS_IN_S.isdisjoint(SINGULARS)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("They caught 12 thieves.", "thief"), ("They sold 40 calves.", "calf"), ("It has 30 buses.", "bus")],
)
def test_what_is_counted_is_named_in_the_singular(text, unit):
    assert extract(text)[0].unit == unit

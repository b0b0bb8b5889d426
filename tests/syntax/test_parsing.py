"""Trees of sentences, and what holds of every tree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.syntax import Tree, parse
from tests.syntax.test_decode import is_tree

# language, sentence, then token: relation and head
TREES = [
    (
        "en",
        "The bakery sold 2,400 loaves in March.",
        ["bakery nsubj sold", "sold root", "2,400 nummod loaves", "loaves obj sold", "March obl sold"],
    ),
    (
        "en",
        "About 300 houses were damaged by the flood.",
        ["300 nummod houses", "houses nsubj:pass damaged", "were aux:pass damaged", "damaged root"],
    ),
    (
        "en",
        "The minister said that prices rose by 5%.",
        ["minister nsubj said", "said root", "prices nsubj rose", "rose ccomp said", "5% obl rose"],
    ),
    (
        "en",
        "The bridge, which cost £68m, will open in May.",
        ["bridge nsubj open", "cost acl:relcl bridge", "£68m obj cost", "will aux open", "open root"],
    ),
    (
        "de",
        "Die Stadt baut 300 neue Wohnungen.",
        ["Stadt nsubj baut", "baut root", "300 nummod Wohnungen", "Wohnungen obj baut"],
    ),
    (
        "de",
        "Bei dem Unfall wurden zwölf Menschen verletzt.",
        ["wurden aux:pass verletzt", "Menschen nsubj:pass verletzt", "Unfall obl verletzt", "verletzt root"],
    ),
    ("de", "Der Zug, der gestern entgleiste, war leer.", ["entgleiste acl:relcl Zug", "Zug nsubj leer"]),
    (
        "fr",
        "La ville construit 300 nouveaux logements.",
        ["ville nsubj construit", "construit root", "300 nummod logements", "logements obj construit"],
    ),
    (
        "fr",
        "Douze personnes ont été blessées par le séisme.",
        ["personnes nsubj:pass blessées", "été aux:pass blessées", "séisme obl:agent blessées"],
    ),
    (
        "fr",
        "Le train qui transportait 200 voyageurs a déraillé.",
        ["transportait acl:relcl train", "train nsubj déraillé"],
    ),
    (
        "es",
        "La ciudad construye 300 viviendas nuevas.",
        ["ciudad nsubj construye", "construye root", "300 nummod viviendas", "viviendas obj construye"],
    ),
    (
        "es",
        "Doce personas fueron detenidas por la policía.",
        ["personas nsubj:pass detenidas", "fueron aux:pass detenidas", "policía obl:agent detenidas"],
    ),
    ("es", "El tren que descarriló estaba vacío.", ["descarriló acl:relcl tren", "tren nsubj vacío"]),
]


def arcs(tree: Tree) -> set[str]:
    return {
        f"{word} {relation} {tree.words[head]}" if head >= 0 else f"{word} {relation}"
        for word, relation, head in zip(tree.words, tree.relations, tree.heads, strict=True)
    }


@pytest.mark.parametrize(("lang", "text", "expected"), TREES, ids=[case[1] for case in TREES])
def test_a_sentence_has_these_arcs(lang, text, expected):
    tree = parse(text, lang)
    assert tree is not None
    assert set(expected) <= arcs(tree)


TAGS = [
    ("en", "Exports of services increased by 45%.", {"increased": "VERB-Fin", "Exports": "NOUN-Plur"}),
    ("en", "Exports of tea multiplied to 45 tonnes in May.", {"multiplied": "VERB-Fin"}),
    ("en", "Two workers were hired and one has been fired.", {"workers": "NOUN-Plur", "hired": "VERB-Past"}),
    ("en", "The firm hired two workers.", {"firm": "NOUN-Sing", "hired": "VERB-Fin", "two": "NUM"}),
    ("de", "Zwei Täter wurden gefasst und werden bestraft.", {"Täter": "NOUN-Plur", "gefasst": "VERB-Past"}),
    ("fr", "Le maire a ouvert deux écoles.", {"maire": "NOUN-Sing", "ouvert": "VERB-Past", "deux": "NUM"}),
    ("es", "El banco cerró dos oficinas.", {"oficinas": "NOUN-Plur", "cerró": "VERB-Fin", "dos": "NUM"}),
    ("en", "Police are looking to find him.", {"are": "AUX-Fin", "looking": "VERB-Ing", "find": "VERB-Inf"}),
]


@pytest.mark.parametrize(("lang", "text", "expected"), TAGS, ids=[case[1] for case in TAGS])
def test_words_have_these_tags(lang, text, expected):
    tree = parse(text, lang)
    assert tree is not None
    tags = dict(zip(tree.words, tree.tags, strict=True))
    assert {word: tags[word] for word in expected} == expected


LEMMAS = [
    ("en", "They bought three shops that she had sold.", {"bought": "buy", "sold": "sell", "shops": "shops"}),
    ("de", "Er hat drei Häuser gekauft.", {"gekauft": "kaufen", "hat": "haben", "Häuser": "häuser"}),
    ("fr", "Ils ont vendu trois magasins.", {"vendu": "vendre", "ont": "avoir"}),
    ("es", "Vendieron tres tiendas.", {"Vendieron": "vender"}),
]


@pytest.mark.parametrize(("lang", "text", "expected"), LEMMAS, ids=[case[1] for case in LEMMAS])
def test_verbs_have_their_infinitive(lang, text, expected):
    tree = parse(text, lang)
    assert tree is not None
    lemmas = dict(zip(tree.words, tree.lemmas, strict=True))
    assert {word: lemmas[word] for word in expected} == expected


def test_children_and_subtrees_are_in_the_order_of_the_text():
    words = ("a", "b", "c", "d")
    tree = Tree((0, 2, 4, 6), (1, 3, 5, 7), words, ("X",) * 4, words, (2, 0, -1, 2), ("dep",) * 4)
    assert (len(tree), tree.root) == (4, 2)
    assert tree.children(2) == [0, 3]
    assert tree.subtree(0) == [0, 1]
    assert tree.subtree(2) == [0, 1, 2, 3]


def test_where_nothing_can_be_parsed_there_is_no_tree():
    assert parse("", "en") is None
    assert parse("  ", "en") is None
    assert parse("Ett hus.", "sv") is None
    assert parse("One.", "../en") is None
    assert parse("word " * 81, "en") is None
    assert parse("word " * 80, "en") is not None


def test_a_tag_of_a_region_finds_its_language():
    assert parse("It rose.", "en-GB") == parse("It rose.", "en")


@given(st.text(max_size=60), st.sampled_from(["en", "de", "fr", "es"]))
@settings(deadline=None)
def test_every_text_has_a_tree_whose_places_are_those_of_its_words(text, lang):
    tree = parse(text, lang)
    if tree is None:
        return
    assert tuple(text[begin:end] for begin, end in zip(tree.starts, tree.ends, strict=True)) == tree.words
    assert is_tree(list(tree.heads))
    assert [relation == "root" for relation in tree.relations] == [head == -1 for head in tree.heads]
    assert len(tree.tags) == len(tree.lemmas) == len(tree.words)

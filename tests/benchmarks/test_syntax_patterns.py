"""Sentences that are made for the parser to learn from are trees over our tokens, the same at each run."""

import pytest
from benchmarks.syntax.parts import VERBS, WORDS, Part, lay_out, make_agree
from benchmarks.syntax.patterns import make_patterns
from benchmarks.syntax.substitution import substitute
from benchmarks.syntax.treebanks import Sentence, is_tree

from pressroom.syntax.tokens import find_tokens


def sentence(*arcs: str) -> Sentence:
    """A sentence of "word tag relation head"; the head is counted from 1, 0 is the root."""
    words, tags, relations, heads = zip(*(arc.split() for arc in arcs), strict=True)
    lemmas = tuple(word.lower() for word in words)
    return Sentence(" ".join(words), words, tags, lemmas, tuple(int(head) - 1 for head in heads), relations)


TREEBANK = [
    sentence("Anna PROPN nsubj 3", "Novak PROPN flat 1", "opened VERB-Fin root 0", "shops NOUN-Plur obj 3"),
    sentence(
        "Acme PROPN compound 2",
        "Council PROPN nsubj 3",
        "wants VERB-Fin root 0",
        "to PART mark 5",
        "paint VERB-Inf xcomp 3",
        "white ADJ amod 8",
        "garden NOUN-Sing compound 8",
        "shed NOUN-Sing obj 5",
        "built VERB-Past acl 8",
        "in ADP case 11",
        "Bonn PROPN obl 9",
    ),
    sentence("Trees NOUN-Plur nsubj 3", "planted VERB-Past acl 1", "died VERB-Fin root 0"),
] * 3


@pytest.fixture(scope="module")
def made() -> list[Sentence]:
    return make_patterns(TREEBANK, 200)


def test_sentences_that_are_made_are_trees_over_our_tokens(made):
    for one in made:
        assert is_tree(list(one.heads))
        assert one.words == tuple(one.text[begin:end] for begin, end in find_tokens(one.text, "en"))
        assert [relation == "root" for relation in one.relations] == [head < 0 for head in one.heads]


def test_each_run_makes_the_same_sentences(made):
    assert make_patterns(TREEBANK, 200) == made


def test_another_verb_takes_the_place_and_the_tree_stays():
    found = substitute(TREEBANK, 4)
    assert len(found) == 4
    for one in found:
        old = next(other for other in TREEBANK if other.heads == one.heads)
        assert (one.tags, one.relations) == (old.tags, old.relations)
        assert {"opened", "planted", "died"} & set(one.words)


def test_a_verb_is_brought_into_the_number_of_its_subject():
    verb = Part("is", "AUX-Fin", "aux:pass")
    make_agree(Part("sold", "VERB-Past", "root", [Part("shares", "NOUN-Plur", "nsubj:pass"), verb]))
    assert verb.word == "are"


def test_a_text_that_would_be_cut_otherwise_is_left_out():
    assert lay_out(Part("can't", "VERB-Fin")) is None


def test_words_are_read_by_their_list():
    assert "March" in WORDS["months"]
    assert next(verb for verb in VERBS["changes"] if verb.past == "rose").participle == "risen"
    assert next(verb for verb in VERBS["deeds"] if verb.past == "planned").participle == "planned"

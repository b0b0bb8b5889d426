"""What the pronoun at the opening of a sentence stands for, in the words of the sentence ahead of it.

"The bridge opens in June. It cost 4 million euros": who reads the second sentence alone cannot tell what cost
so much. The noun is taken only where the sentence ahead has one subject or object alone that the pronoun can
mean; editors set such words in square brackets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from pressroom.model.numbers import Wording
from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import StandIn, WordingWords
from pressroom.numbers.wording.site import MARKS, child, find_phrase_end
from pressroom.syntax import SUBJECTS, Tree, parse

_ARGUMENTS = (*SUBJECTS, "obj", "iobj")
_CLAUSES = ("root", "ccomp", "conj")
POINTS = "points at something that the tile does not show"
LONGEST = 9  # tokens of what a pronoun stands for
_QUOTES = frozenset('"“”„«»‘')


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A pronoun that is the subject of a sentence, by its offsets, and the words that it stands for."""

    start: int
    end: int
    words: str

    def fill(self, sentence: str) -> str:
        """Return the sentence with the words in the place of the pronoun."""
        return f"{sentence[: self.start]}{self.words}{sentence[self.end :]}"


def mark_words(wording: Wording, antecedent: Antecedent) -> Wording:
    """Return a wording with the words that stand for a pronoun in square brackets, refused where it has a
    part of them alone.
    """
    first, rest = antecedent.words[0], antecedent.words[1:]
    found = re.search(rf"(?<!\w)(?i:{re.escape(first)}){re.escape(rest)}(?!\w)", wording.label)
    if found is None:
        return replace(wording, refused=wording.refused or POINTS)
    label = f"{wording.label[: found.start()]}[{found.group()}]{wording.label[found.end() :]}"
    return replace(wording, label=label)


@lru_cache(maxsize=8)
def find_antecedent(sentence: str, previous: tuple[str, ...], lang: str) -> Antecedent | None:
    """Return what the subject of a sentence stands for, None where it is no pronoun, or where that is not
    sure. ``previous`` are the sentences ahead of it, the nearest last. Kept for the other numbers of the
    sentence, which come next.
    """
    words = language(lang).wording
    if not previous or not words.stand_ins or not _may_have_pronoun(sentence, words):
        return None
    tree = parse(sentence, lang)
    subject = _find_pronoun(tree, words) if tree else None
    if tree is None or subject is None:
        return None
    word = tree.words[subject].lower()
    meant = _find_meant(word, previous, words, lang)
    if not meant:
        return None
    start = tree.starts[subject]
    return Antecedent(start, tree.ends[subject], _capitalize(meant, words, opens=start == 0))


def _may_have_pronoun(sentence: str, words: WordingWords) -> bool:
    """Tell in passing whether a sentence is worth parsing."""
    return not _list_pronouns(words).isdisjoint(sentence.lower().split()) and _QUOTES.isdisjoint(sentence)


def _list_pronouns(words: WordingWords) -> frozenset[str]:
    return frozenset(word for stand_in in words.stand_ins for word in stand_in.words)


def _find_pronoun(tree: Tree, words: WordingWords) -> int | None:
    """Return the pronoun that is the subject of the main clause, with no noun ahead of it that it may be."""
    known = _list_pronouns(words)
    subject = 0 if tree.relations[0] in SUBJECTS else child(tree, tree.root, *SUBJECTS)
    if subject is None or tree.words[subject].lower() not in known or tree.subtree(subject) != [subject]:
        return None
    ahead = any(tree.relations[at] in _ARGUMENTS for at in range(subject))
    return None if ahead or _is_empty(tree, subject, words) else subject


def _is_empty(tree: Tree, subject: int, words: WordingWords) -> bool:
    """Tell whether a pronoun stands for nothing, or for a clause behind it: "it is estimated that", "it cost
    3 million to rebuild".
    """
    head = tree.heads[subject]
    word = tree.words[subject].lower()
    stand_in = next((one for one in words.stand_ins if one.empty and word in one.words), None)
    if child(tree, head, "ccomp", "csubj", "csubj:pass") is not None:
        return True
    if stand_in is None:
        return False
    copular = child(tree, head, "cop") is not None
    measured = copular and child(tree, head, "nummod") is not None  # "it is 40 kilometres from Kiel"
    to = any(
        tree.tags[at] == "VERB-Inf" and child(tree, at, "mark") is not None for at in range(head, len(tree))
    )
    paid = tree.lemmas[head] in words.costing
    named = not stand_in.empty_nouns.isdisjoint(map(str.lower, tree.words))
    return tree.lemmas[head] in stand_in.empty_verbs or measured or named or (to and (copular or paid))


def _find_meant(word: str, previous: tuple[str, ...], words: WordingWords, lang: str) -> str:
    stand_ins = [one for one in words.stand_ins if word in one.words]
    for sentence in reversed(previous):
        tree = parse(sentence, lang) if _QUOTES.isdisjoint(sentence) else None
        if tree is None:
            return ""
        nouns = [at for at in range(len(tree)) if tree.relations[at] in _ARGUMENTS]
        meant = [at for at in nouns if any(_agrees(tree, at, one) for one in stand_ins)]
        if meant:
            return _name(sentence, tree, meant[0], words) if len(meant) == 1 else ""
        if not any(tree.words[at].lower() == word for at in nouns):
            return ""  # not the same that is told of on and on
    return ""


def _agrees(tree: Tree, noun: int, stand_in: StandIn) -> bool:
    if child(tree, noun, "conj") is not None:
        return "NOUN-Plur" in stand_in.tags  # "the port and the town"
    if tree.tags[noun] not in stand_in.tags:
        return False
    article = child(tree, noun, "det")
    return not stand_in.articles or article is None or tree.words[article].lower() in stand_in.articles


def _name(sentence: str, tree: Tree, noun: int, words: WordingWords) -> str:
    """Return the phrase of a noun of the main clause, "" where it points back itself or is long."""
    head = tree.heads[noun]
    gendered = any(one.articles for one in words.stand_ins)
    if tree.relations[head] not in _CLAUSES or not (gendered or tree.relations[noun] in SUBJECTS):
        return ""
    if tree.tags[head].startswith(("NOUN", "PROPN")) and child(tree, head, "case") is not None:
        return ""  # "Brin is near the camp": "it" may be the camp
    own = tree.subtree(noun)
    other = any(tree.tags[at] == "PROPN" and tree.relations[at] == "nmod" for at in own)
    if other or (len(own) == 1 and tree.words[noun].isupper()):
        return ""  # "the population of Gorey", of which "it" may mean Gorey; "the TD"
    own = list(range(own[0], max(noun, find_phrase_end(tree, noun)) + 1))
    told = {tree.words[at].lower() for at in own}
    lost = not told.isdisjoint(words.pointing | words.speakers | words.relatives | words.possessives)
    if lost or len(own) > LONGEST or any(tree.words[at] in MARKS for at in own):
        return ""
    named = sentence[tree.starts[own[0]] : tree.ends[own[-1]]]
    plain = own[0] == 0 and tree.tags[own[0]] not in ("PROPN", "X") and not words.capital_nouns
    return named[0].lower() + named[1:] if plain and not named[1:2].isupper() else named


def _capitalize(named: str, words: WordingWords, *, opens: bool) -> str:
    """Return words with a capital where they open a sentence, and else a small letter for an article."""
    first = named.partition(" ")[0].lower()
    if opens:
        return named[0].upper() + named[1:]
    return named[0].lower() + named[1:] if first in words.articles else named

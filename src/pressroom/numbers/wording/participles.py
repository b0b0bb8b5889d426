"""The participle of a verb: "seized" of "seizes", by which a tile says what was done with what it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressroom.numbers.languages.form import WordingWords
from pressroom.numbers.wording.site import child
from pressroom.syntax import Tree


@dataclass(frozen=True, slots=True)
class Passive:
    """What was done, "seized", "being built" or "to be built"; ``verb`` has who does it as its subject.

    ``planned`` where it is not done yet and the words say so.
    """

    words: str
    verb: int
    planned: bool = False


def find_passive(tree: Tree, verb: int, words: WordingWords) -> Passive | None:
    """Return what was done by an active verb, None for verbs that do not state or plan it, and where the
    language of ``words`` has no participle of that use.
    """
    if not words.regular_participle or child(tree, verb, "aux:pass") is not None:
        return None
    tag, word = tree.tags[verb], tree.words[verb].lower()
    helping = {tree.lemmas[at] for at in tree.children(verb) if tree.relations[at] == "aux"}
    done = inflect(tree.lemmas[verb], word, words)
    if tag == "VERB-Past" and helping:
        return Passive(word, verb)
    if tag == "VERB-Fin" and not helping:
        return Passive(done, verb)
    harms = tree.lemmas[verb] in words.harming
    if tag == "VERB-Ing" and not helping and (tree.relations[verb] == "acl" or harms):
        return Passive(done, verb)  # "killing 12 people"
    if tag == "VERB-Ing" and helping and helping <= words.being:
        return Passive(words.being_done.format(done), verb)
    if tag == "VERB-Inf" and helping and helping <= words.future:
        return Passive(words.to_be.format(done), verb, planned=True)
    above = tree.heads[verb]
    decided = tree.relations[verb] == "xcomp" and tree.lemmas[above] in words.deciding
    if tag == "VERB-Inf" and decided and tree.tags[above] in ("VERB-Fin", "VERB-Past"):
        return Passive(words.to_be.format(done), above, planned=True)
    return None


def inflect(lemma: str, form: str, words: WordingWords) -> str:
    """Return the participle by a verb's lemma; ``form`` is one that stands in the text, which is taken where
    it is regular.
    """
    if lemma in words.participles:
        return words.participles[lemma]
    if form.endswith(words.regular_participle):
        return form
    if words.doubling and re.search(words.doubling, lemma):
        return lemma + lemma[-1] + words.regular_participle
    stem, ending = next(
        (
            (lemma[: len(lemma) - len(end)], added)
            for end, added in words.participle_endings
            if lemma.endswith(end)
        ),
        (lemma, words.regular_participle),
    )
    return stem + ending

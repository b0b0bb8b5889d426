"""Sentences of a treebank with other verbs in the place of theirs, the tree as it was."""

from __future__ import annotations

import random
from dataclasses import replace

from benchmarks.syntax.treebanks import Sentence

SUBSTITUTIONS = 2000  # sentences that a run adds
SEED = 7


def substitute(sentences: list[Sentence], count: int) -> list[Sentence]:
    """Copies of sentences in which regular past forms and participles give way to those of other verbs."""
    state = random.getstate()
    random.seed(SEED)
    verbs: dict[bool, dict[str, str]] = {True: {}, False: {}}
    places: list[tuple[Sentence, list[int]]] = []
    for sentence in sentences:
        at_verbs = [at for at, word in enumerate(sentence.words) if _is_regular(word, sentence.tags[at])]
        for at in at_verbs:
            verbs[_has_object(sentence, at)][sentence.words[at]] = sentence.lemmas[at]
        if any(sentence.tags[at] == "VERB-Fin" or sentence.relations[at] == "acl" for at in at_verbs):
            places.append((sentence, at_verbs))
    forms = {kind: list(found.items()) for kind, found in verbs.items()}
    found = [_exchange(*place, forms) for place in random.sample(places, min(count, len(places)))]
    random.setstate(state)
    return found


def _is_regular(word: str, tag: str) -> bool:
    return tag in {"VERB-Fin", "VERB-Past"} and word.endswith("ed") and word.islower() and word.isalpha()


def _has_object(sentence: Sentence, at: int) -> bool:
    """Whether it takes an object; a participle without auxiliary or of a passive does."""
    own = {sentence.relations[other] for other, head in enumerate(sentence.heads) if head == at}
    return "obj" in own or "aux:pass" in own or (sentence.tags[at] == "VERB-Past" and "aux" not in own)


def _exchange(sentence: Sentence, at_verbs: list[int], forms: dict[bool, list[tuple[str, str]]]) -> Sentence:
    words, lemmas = list(sentence.words), list(sentence.lemmas)
    for at in at_verbs:
        words[at], lemmas[at] = random.choice(forms[_has_object(sentence, at)])
    return replace(sentence, text=" ".join(words), words=tuple(words), lemmas=tuple(lemmas))

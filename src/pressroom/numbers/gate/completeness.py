"""Whether a wording tells all that its sentence tells of the number, or leaves a part of it out."""

from __future__ import annotations

from collections.abc import Iterable

from pressroom.model.numbers import WordingForm
from pressroom.numbers.wording.clauses import find_opening
from pressroom.numbers.wording.draft import Draft
from pressroom.numbers.wording.site import (
    MARKS,
    NUMBERED,
    Site,
    child,
    find_above,
    find_words,
    is_clause,
    tells_time,
)
from pressroom.syntax import SUBJECTS

_TELLING = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "X")  # tags
_PARTICIPLES = ("VERB-Ing", "VERB-Past")
_APART = ("conj", "parataxis")
_ADDED = ("advcl", "acl")


def tells_all(site: Site, draft: Draft) -> bool:
    """Tell whether a draft, with its number and the small print, has each noun, verb, adjective and number of
    its sentence, but for what changes nothing of it:

    a dateline, what joins it to the sentence ahead, a phrase with a comma that opens it; who says so, where
    the small print has that; a further clause with a subject of its own, "rents rose by 4%, | and fees fell";
    what a participle behind a comma adds, "has 340 boats, | making it the largest".

    A statement says what its verb says in another form: "meals sold by the canteen", "rise in rents".
    """
    tree = site.tree
    told = {*draft.tokens, *range(site.first, site.last + 1), *range(find_opening(site))}
    if draft.form is WordingForm.STATEMENT:
        told.add(site.clause)
    last = max(*draft.tokens, site.last)
    told.update(_find_source(site))
    told.update(_find_phrase(site, min(*draft.tokens, site.first)))
    told.update(_find_further(site, last))
    told.update(_find_added(site, last))
    needed = _find_needed(site, told)
    return not any(at not in told and tree.tags[at].startswith(_TELLING) for at in needed)


def _find_needed(site: Site, told: set[int]) -> Iterable[int]:
    """Return the tokens that are to be told: those of a relative clause alone, where what it describes is."""
    tree, clause = site.tree, site.clause
    if tree.relations[clause] == "acl:relcl" and tree.heads[clause] in told:
        return tree.subtree(clause)
    numbered = NUMBERED.fullmatch(tree.words[0]) is not None  # "3.2" ahead of a paragraph
    return range(int(numbered), len(tree))


def _find_source(site: Site) -> set[int]:
    """Return the tokens of who says so, and for which time, that the small print has."""
    tree, words, quantity = site.tree, site.words, site.quantity
    told = {*find_words(site, quantity.attribution), *find_words(site, quantity.period)}
    if not quantity.attribution:
        return told
    told.update(at for at, word in enumerate(tree.words) if word.lower() in words.telling)
    above = find_above(tree, site.clause)
    said = [at for at in range(len(tree)) if tree.lemmas[at] in words.saying]
    told.update(said)
    if above in said:  # "recent reports indicate that …, according to the office"
        subject = child(tree, above, *SUBJECTS)
        told.update(tree.subtree(subject) if subject is not None else ())
    return told


def _find_phrase(site: Site, first: int) -> set[int]:
    """Return the tokens of a phrase that opens the sentence, up to its comma, and tells of no place, time or
    deed: "in an unusual move, | …".
    """
    tree = site.tree
    if first == 0 or tree.words[first - 1] != ",":
        return set()
    telling = ("VERB", "AUX", "ADV", "PROPN", "NUM")
    plain = not any(tree.tags[at].startswith(telling) or tells_time(site, at) for at in range(first))
    return {*range(first)} if plain else set()


def _find_further(site: Site, last: int) -> set[int]:
    """Return the tokens of clauses behind a draft that are joined to its own and have their own subject."""
    tree = site.tree
    further: set[int] = set()
    for at in range(last + 1, len(tree)):
        own = child(tree, at, *SUBJECTS)
        if tree.relations[at] not in _APART or not is_clause(tree, at) or own is None:
            continue
        part = tree.subtree(at)
        if tree.lemmas[at] in site.words.saying:
            continue  # "…, the mayor said"
        if part[0] > last and not tree.tags[own].startswith("PRON"):
            further.update(part)
    return further


def _find_added(site: Site, last: int) -> set[int]:
    """Return the tokens behind a draft from a comma with a participle on."""
    tree, at = site.tree, last + 2
    if at >= len(tree) or tree.words[last + 1] not in MARKS:
        return set()
    at += tree.tags[at] == "ADV"
    adds = at < len(tree) and tree.tags[at] in _PARTICIPLES and tree.relations[at] in _ADDED
    return {*tree.subtree(at)} if adds and child(tree, at, *SUBJECTS) is None else set()

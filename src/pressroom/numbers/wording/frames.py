"""Whether the source and the time that a sentence names belong to its number, by the parsed sentence."""

from __future__ import annotations

from dataclasses import replace

from pressroom.model.quantity import Quantity
from pressroom.numbers.wording.clauses import find_dateline
from pressroom.numbers.wording.site import MARKS, Site, child, find_phrase_end, find_words, is_clause
from pressroom.syntax import SUBJECTS

LONGEST_SOURCE = 7  # tokens
LONGEST_LEAD = 3  # tokens of "according to a"
_APART = frozenset({"conj", "advcl", "acl", "acl:relcl", "parataxis", "appos"})


def keep_own_frames(site: Site) -> Quantity:
    """Return the site's quantity without a source that says something else, and a time of another clause."""
    quantity = site.quantity
    source = (quantity.attribution if _is_said(site) else "") or _find_source(site)
    period = quantity.period if _is_timed(site) else ""
    return replace(quantity, attribution=source, period=period)


def _find_source(site: Site) -> str:
    """Return who says the clause of the number, "" for none, a pronoun, or a verb that does more than say:
    "analysts" of "analysts said sales rose 4%", not of "analysts doubt that".
    """
    tree, at = site.tree, site.clause
    while at >= 0:
        above = tree.heads[at]
        if above < 0 or (tree.relations[at] not in ("ccomp", "conj", "xcomp") or not is_clause(tree, above)):
            return ""
        if tree.relations[at] == "ccomp" and _states(site, above):
            return _name_source(site, child(tree, above, "nsubj"), above)
        at = above
    return ""


def _states(site: Site, verb: int) -> bool:
    tree, words = site.tree, site.words
    doubt = words.negating | words.modal
    said = tree.lemmas[verb] in words.saying and tree.tags[verb].startswith("VERB")
    return said and not any(tree.words[at].lower() in doubt for at in tree.children(verb))


def _name_source(site: Site, subject: int | None, verb: int) -> str:
    tree, words = site.tree, site.words
    if subject is None or subject > verb or subject < find_dateline(site):
        return ""
    if tree.tags[subject] != "PROPN" and tree.lemmas[subject] not in words.bodies | words.informing:
        return ""
    own = list(range(tree.subtree(subject)[0], max(subject, find_phrase_end(tree, subject)) + 1))
    while own and tree.words[own[0]].lower() in words.articles:
        own = own[1:]
    unclear = any(tree.words[at].lower() in words.pointing | words.speakers for at in own)
    if not own or unclear or len(own) > LONGEST_SOURCE or any(tree.words[at] in MARKS for at in own):
        return ""
    return site.slice(own[0], own[-1])


def _is_said(site: Site) -> bool:
    """Tell whether the number stands in what its source says: "and Acme announced £3m" is not said of what
    stands ahead of the "and".
    """
    tree, first = site.tree, site.quantity.attribution.partition(" ")[0].lower()
    if first in site.words.pointing | site.words.speakers:
        return False  # "its calculations"
    named = find_words(site, site.quantity.attribution)
    verb = next((tree.heads[at] for at in named if tree.relations[at] in SUBJECTS), None)
    if verb is None and named and _closes_sentence(site, named):
        return True
    if verb is None:
        return _is_beside(site, site.quantity.attribution)
    above = _climb(site, site.holder)
    if verb not in above:
        return tree.relations[verb] != "conj"
    at = above.index(verb)
    below = above[at - 1] if at else site.holder
    own = tree.subtree(below)
    return not (tree.relations[below] in ("conj", "advcl") and is_clause(tree, below) and verb not in own)


def _closes_sentence(site: Site, named: list[int]) -> bool:
    """Tell whether words behind a comma close a sentence of one clause: "…, according to the office"."""
    tree = site.tree
    end = max(named)
    opening = max((at for at in range(min(named)) if tree.words[at] == ","), default=-1)
    rest = all(tree.tags[at] == "PUNCT" for at in range(end + 1, len(tree)))
    near = 0 <= min(named) - opening - 1 <= LONGEST_LEAD
    return rest and near and opening > site.last


def _is_timed(site: Site) -> bool:
    """Tell whether a time stands in the number's clause, and not in one behind it or in an aside."""
    return _is_beside(site, site.quantity.period)


def _is_beside(site: Site, words: str) -> bool:
    tree = site.tree
    told = find_words(site, words)
    if not told:
        return True
    above = {site.holder, *_climb(site, site.holder)}
    at = told[-1]
    while at >= 0 and at not in above:
        case = child(tree, at, "case")
        if tree.relations[at] in _APART or (
            case is not None and tree.words[case].lower() in site.words.accompanying
        ):
            return False
        at = tree.heads[at]
    return True


def _climb(site: Site, at: int) -> list[int]:
    """Return the tokens that govern a token, the nearest first."""
    above = []
    while site.tree.heads[at] >= 0:
        at = site.tree.heads[at]
        above.append(at)
    return above

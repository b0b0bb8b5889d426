"""Whether the source and the time that a sentence names belong to its number, by the parsed sentence."""

from __future__ import annotations

from dataclasses import replace

from pressroom.model.quantity import Quantity
from pressroom.numbers.wording.site import Site, child, find_words, is_clause

_SUBJECTS = ("nsubj", "nsubj:pass")
_APART = frozenset({"conj", "advcl", "acl", "acl:relcl", "parataxis", "appos"})


def keep_own_frames(site: Site) -> Quantity:
    """Return the site's quantity without a source that says something else, and a time of another clause."""
    quantity = site.quantity
    source = quantity.attribution if _is_said(site) else ""
    period = quantity.period if _is_timed(site) else ""
    return replace(quantity, attribution=source, period=period)


def _is_said(site: Site) -> bool:
    """Tell whether the number stands in what its source says: "and Acme announced £3m" is not said of what
    stands ahead of the "and".
    """
    tree, first = site.tree, site.quantity.attribution.partition(" ")[0].lower()
    if first in site.words.pointing | site.words.speakers:
        return False  # "its calculations"
    named = find_words(site, site.quantity.attribution)
    verb = next((tree.heads[at] for at in named if tree.relations[at] in _SUBJECTS), None)
    if verb is None:
        return _is_beside(site, site.quantity.attribution)
    above = _climb(site, site.holder)
    if verb not in above:
        return tree.relations[verb] != "conj"
    at = above.index(verb)
    below = above[at - 1] if at else site.holder
    own = tree.subtree(below)
    return not (tree.relations[below] in ("conj", "advcl") and is_clause(tree, below) and verb not in own)


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

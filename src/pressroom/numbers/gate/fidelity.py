"""How likely a wording that is cut from its sentence still says what the sentence says.

A logistic model over what the wording leaves out and how it was made. It is fitted by benchmarks/fit_tiles.py
to verdicts of readers who saw sentence and tile alone. A whole sentence leaves nothing out and needs none.
"""

from __future__ import annotations

import math

from pressroom.model.numbers import WordingForm
from pressroom.numbers.gate.fidelity_weights import WEIGHTS
from pressroom.numbers.wording.clauses import find_dateline
from pressroom.numbers.wording.draft import Draft
from pressroom.numbers.wording.site import Site, child, is_clause
from pressroom.syntax import FINITE, SUBJECTS

LEAST = 0.8  # probability: of wordings above it, readers found nine in a hundred misleading or wrong
VERY_SHORT, SHORT = 3, 6  # words
MOST_BEHIND, MOST_INSIDE = 12, 6  # tokens that are counted
_CUT = ("nmod", "obl", "advcl", "conj", "acl", "appos", "advmod", "ccomp", "case")
_JOINTS = ("punct", "mark", "cc")
_LEFT_OUT = ("PROPN", "VERB", "ADV", "NOUN")
_FRAMES = ("obl", "obl:tmod", "obl:unmarked", "advcl", "nmod:tmod", "advmod")
_STATED = ("root", "ccomp", "conj")
_CLAUSES = ("root", "conj", "parataxis", "advcl", "acl:relcl", "ccomp")


def is_doubtful(site: Site, draft: Draft) -> bool:
    """Tell whether too many wordings like it, judged by readers, said something else than their sentence."""
    whole = draft.form is WordingForm.SENTENCE or _is_joined_whole(site, draft)
    return not whole and estimate(site, draft) < LEAST


def _is_joined_whole(site: Site, draft: Draft) -> bool:
    """Tell whether a draft is all of a clause that "and" joins to another, with its own subject, where no
    phrase ahead of the two says when or where both hold: "the yard is old, and 38 of the 61 berths are shut".
    """
    tree, head = site.tree, site.clause
    first = tree.heads[head]
    if tree.relations[head] != "conj" or tree.relations[first] not in _STATED or not is_clause(tree, first):
        return False
    subject, other = child(tree, head, *SUBJECTS), child(tree, first, *SUBJECTS)
    if subject is None or other is None or tree.tags[subject] == "PRON":
        return False
    if tree.tags[head] not in FINITE and not any(tree.tags[at] in FINITE for at in tree.children(head)):
        return False
    kept = set(draft.tokens) | set(range(site.first, site.last + 1))
    own = (at for at in tree.subtree(head) if tree.tags[at] not in ("PUNCT", "CCONJ"))
    opening = range(find_dateline(site), tree.subtree(other)[0])
    ahead = any(at in opening and tree.relations[at] in _FRAMES for at in tree.children(first))
    return not ahead and all(at in kept for at in own)


def estimate(site: Site, draft: Draft) -> float:
    """Return the probability that who sees the wording alone would tell the fact as the sentence does."""
    constant, weights = WEIGHTS
    odds = constant + sum(weights.get(name, 0.0) * value for name, value in describe(site, draft).items())
    return 1 / (1 + math.exp(-odds))


def describe(site: Site, draft: Draft) -> dict[str, float]:
    """Return the features of a wording by name; what is absent is 0."""
    tree = site.tree
    kept = set(draft.tokens) | set(range(site.first, site.last + 1))
    words = [at for at in range(find_dateline(site), len(tree)) if tree.tags[at] != "PUNCT"]
    left = [at for at in words if at not in kept]
    found = {
        f"rule {draft.rule}": 1.0,
        f"kind {site.quantity.kind.name.lower()}": 1.0,
        **_describe_extent(kept, left, len(words), len(draft.label.split())),
        **_describe_loss(site, kept, left),
        **_describe_clause(site, kept),
    }
    return {name: value for name, value in found.items() if value}


def _describe_extent(kept: set[int], left: list[int], words: int, length: int) -> dict[str, float]:
    """Return how much is shown and left out, and on which side."""
    first, last = min(kept), max(kept)
    return {
        "very short": float(length <= VERY_SHORT),
        "short": float(VERY_SHORT < length <= SHORT),
        "share left out": len(left) / max(words, 1),
        "left out ahead": min(sum(at < first for at in left), MOST_BEHIND) / MOST_BEHIND,
        "left out behind": min(sum(at > last for at in left), MOST_BEHIND) / MOST_BEHIND,
        "left out inside": min(sum(first < at < last for at in left), MOST_INSIDE) / MOST_INSIDE,
    }


def _describe_loss(site: Site, kept: set[int], left: list[int]) -> dict[str, float]:
    """Return what kinds of words are left out, and which parts of what is shown."""
    tree = site.tree
    cut = [tree.relations[at].split(":")[0] for at in left if tree.heads[at] in kept]
    found = {
        f"left out {tag}": min(sum(tree.tags[at].startswith(tag) for at in left), MOST_INSIDE) / MOST_INSIDE
        for tag in _LEFT_OUT
    }
    found |= {f"cut {relation}": float(min(cut.count(relation), 2)) for relation in _CUT}
    found["cut other"] = float(min(sum(relation not in (*_CUT, *_JOINTS) for relation in cut), 2))
    found["left out numbers"] = float(min(sum(any(map(str.isdigit, tree.words[at])) for at in left), 4))
    return found


def _describe_clause(site: Site, kept: set[int]) -> dict[str, float]:
    """Return what is known of the clause that the number stands in, and of its subject."""
    tree, quantity = site.tree, site.quantity
    subjects = [at for at in tree.children(site.clause) if tree.relations[at].startswith(("nsubj", "csubj"))]
    relation = tree.relations[site.clause]
    return {
        f"clause {relation}": float(relation in _CLAUSES),
        "no subject": float(not subjects),
        "subject left out": float(any(at not in kept for at in subjects)),
        "subject is a pronoun": float(any(tree.tags[at] == "PRON" for at in subjects)),
        "holds a name": float(any(tree.tags[at] == "PROPN" for at in kept)),
        "counts nothing named": float(not quantity.unit),
        "small print": float(bool(quantity.attribution or quantity.period)),
        "not stated as a fact": float(quantity.modality.name != "STATED"),
    }

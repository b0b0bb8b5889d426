"""The rule of the gate about pronouns: what they stand for must be in the wording."""

from __future__ import annotations

from pressroom.model.numbers import WordingForm
from pressroom.numbers.wording.draft import Draft, find_head
from pressroom.numbers.wording.site import Site, child

_NAMING = ("NOUN", "PROPN")
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl", "expl:subj")


def points(site: Site, draft: Draft) -> bool:
    """A pronoun stands for something that the tile does not show."""
    tree, words = site.tree, site.words
    head = find_head(site, draft) if draft.clausal else site.clause
    named = False
    for at in sorted(draft.tokens):
        word, tag, relation = tree.words[at].lower(), tree.tags[at], tree.relations[at]
        owned = relation in ("nmod:poss", "det:poss")
        doing = tree.tags[tree.heads[at]].startswith("VERB")
        if tag == "ADV" and word in words.pointing and relation == "advmod" and doing:
            return True  # "have done so"
        if word in words.speakers and (tag in ("PRON", "DET") or owned):
            return True
        if word in words.pointing and (tag in ("PRON", "DET") or owned) and not _is_bound(site, at):
            if tag == "DET" and relation == "det":
                several = tree.tags[tree.heads[at]] == "NOUN-Plur"
                known = _is_described(site, at) and not several
                if tree.words[tree.heads[at]].lower() not in words.times and not known:
                    return True  # "this area", not "this winter", "this building effort"
            elif not named or not (
                draft.form is WordingForm.SENTENCE  # a noun ahead is shown, and all else that it may mean
                or (
                    (_is_owner_shown(site, draft) or _has_one_owner(site, draft, at))
                    if owned
                    else _is_inner_subject(site, at, head)
                )
            ):
                return True
        named = named or tag.startswith(_NAMING)
    return False


def _is_described(site: Site, at: int) -> bool:
    return child(site.tree, site.tree.heads[at], "compound", "amod", "nmod") is not None


def _is_owner_shown(site: Site, draft: Draft) -> bool:
    """Tell whether the subject, whose "its" and "their" are, stands in a draft: a name, or several."""
    tree = site.tree
    subject = child(tree, find_head(site, draft), *_SUBJECTS) if draft.clausal else None
    if subject is None:
        return draft.rule == "subject"
    owns = (
        any(tree.tags[at] == "PROPN" for at in tree.subtree(subject) if at in draft.tokens)
        or tree.tags[subject] == "NOUN-Plur"
    )
    return owns or tree.words[subject].lower() in site.words.bodies


def _has_one_owner(site: Site, draft: Draft, at: int) -> bool:
    """Tell whether one noun alone stands ahead that a possessive can mean: "dredging the channel to its old
    depth".
    """
    tree = site.tree
    kind = "NOUN-Plur" if tree.words[at].lower() in site.words.owned_by_several else "NOUN-Sing"
    heads = ("compound", "flat", "fixed", "obl:tmod", "obl:unmarked")
    nouns = [
        each for each in range(at) if tree.tags[each] in (kind, "PROPN") and tree.relations[each] not in heads
    ]
    return len(nouns) == 1 and nouns[0] in draft.tokens and tree.tags[nouns[0]] == kind


def _is_inner_subject(site: Site, at: int, head: int) -> bool:
    return site.tree.relations[at] in _SUBJECTS and site.tree.heads[at] != head


def _is_bound(site: Site, at: int) -> bool:
    """Tell whether a pronoun is one that only opens a clause, "there are", "tenants that lost"."""
    relation = site.tree.relations[at]
    return relation.startswith("expl") or (relation in ("nsubj", "obj") and _in_relative(site, at))


def _in_relative(site: Site, at: int) -> bool:
    above = site.tree.heads[at]
    return above >= 0 and site.tree.relations[above] == "acl:relcl"

"""The rule of the gate about pronouns and their like: what they stand for must be in the wording."""

from __future__ import annotations

import re

from pressroom.model.numbers import WordingForm
from pressroom.numbers.wording.draft import Draft, find_head
from pressroom.numbers.wording.site import Site, child
from pressroom.syntax import ANY_SUBJECTS

CONTINUING = 2  # tokens at the opening of a draft
_NAMING = ("NOUN", "PROPN")
_NOMINAL = ("nmod", "det", "compound", "flat", "appos")


def points(site: Site, draft: Draft) -> bool:
    """A pronoun, or a time such as "since then", stands for something that the tile does not show."""
    tree, words = site.tree, site.words
    if _tells_on(site, draft):
        return True
    head = find_head(site, draft) if draft.clausal else site.clause
    for at in sorted(draft.tokens):
        word, tag, relation = tree.words[at].lower(), tree.tags[at], tree.relations[at]
        owned = relation in ("nmod:poss", "det:poss") or (word in words.possessives and relation == "det")
        doing = tree.tags[tree.heads[at]].startswith("VERB") or tree.heads[at] == tree.root
        if tag == "ADV" and word in words.pointing and relation == "advmod" and doing:
            return True  # "have done so"
        if word in words.pointing_back and relation == "amod":
            return True  # "the corresponding funds"
        if word in words.same and _ends_loose(site, draft, at):
            return True  # "in the same period"
        if tag not in ("PRON", "DET") and not owned:
            continue
        if word in words.speakers and not _is_anybody(site, at):
            return True
        if word not in words.pointing or _is_bound(site, at):
            continue
        if tag == "DET" and relation == "det" and not owned:
            if not _is_known(site, at):
                return True
        elif not _is_antecedent_shown(site, draft, at, head, owned=owned):
            return True
    return False


def _tells_on(site: Site, draft: Draft) -> bool:
    """Tell whether a draft goes on from what was told before: "since then", "a further 5 million left"."""
    words, text = site.words, site.quantity.sentence_text
    if any(re.search(rf"\b{phrase}\b", text, re.IGNORECASE) for phrase in words.told_before):
        return True
    return any(site.tree.words[at].lower() in words.continuing for at in draft.tokens[:CONTINUING])


def _ends_loose(site: Site, draft: Draft, at: int) -> bool:
    """Tell whether a time that is called the same as another ends a draft: nothing tells which it is."""
    tree, noun = site.tree, site.tree.heads[at]
    return tree.words[noun].lower() in site.words.times and noun == draft.tokens[-1]


def _is_known(site: Site, at: int) -> bool:
    """Tell "this winter" and "this building effort", which need nothing ahead, from "this area"."""
    tree, noun = site.tree, site.tree.heads[at]
    if tree.words[at].lower() in site.words.far:
        return False  # "that period"
    described = child(tree, noun, "compound", "amod", "nmod") is not None
    return tree.words[noun].lower() in site.words.times or (described and tree.tags[noun] != "NOUN-Plur")


def _is_antecedent_shown(site: Site, draft: Draft, at: int, head: int, *, owned: bool) -> bool:
    """Tell whether what a pronoun stands for is in a draft: in a whole sentence any noun ahead of it may be
    that, but for the one that it describes, "the price of its shares".
    """
    tree = site.tree
    ahead = (one for one in draft.tokens if one < at and not site.first <= one <= site.last)
    named = [one for one in ahead if tree.tags[one].startswith(_NAMING) and not _describes(site, at, one)]
    whole = child(tree, site.clause, *ANY_SUBJECTS)
    if whole is not None and tree.heads[at] in (site.nominal, *range(site.first, site.last + 1)):
        part = tree.subtree(whole)
        named = [one for one in named if one not in part]  # "guests have 41 per cent of them": of what?
    if not owned and tree.heads[at] == tree.root and tree.relations[at] in ANY_SUBJECTS:
        named = [one for one in named if tree.relations[one] in ANY_SUBJECTS]  # "in May, it rose": what?
    if not named or draft.form is WordingForm.SENTENCE:
        return bool(named)
    if owned:
        return _is_owner_shown(site, draft) or _has_one_owner(site, draft, at)
    return _is_inner_subject(site, at, head)


def _describes(site: Site, at: int, noun: int) -> bool:
    """Tell whether a token belongs to what a noun is of: "its" in "the price of its shares", but not in "the
    channel to its old depth".
    """
    tree = site.tree
    while at > noun and tree.relations[at].split(":")[0] in _NOMINAL:
        case = child(tree, at, "case")
        if case is not None and tree.words[case].lower() not in site.words.of:
            return False
        at = tree.heads[at]
    return at == noun


def _is_owner_shown(site: Site, draft: Draft) -> bool:
    """Tell whether the subject, whose "its" and "their" are, stands in a draft: a name, or several."""
    tree = site.tree
    subject = child(tree, find_head(site, draft), *ANY_SUBJECTS) if draft.clausal else None
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
    return site.tree.relations[at] in ANY_SUBJECTS and site.tree.heads[at] != head


def _is_bound(site: Site, at: int) -> bool:
    """Tell whether a pronoun is one that only opens a clause, "there are", "tenants that lost"."""
    relation = site.tree.relations[at]
    stands_for_clause = relation == "nsubj:pass" and _has_clause(site, at)  # "it is estimated that"
    return (
        relation.startswith("expl")
        or stands_for_clause
        or (relation in ("nsubj", "obj") and _in_relative(site, at))
    )


def _is_anybody(site: Site, at: int) -> bool:
    """Tell whether a pronoun is nobody in particular, who says or estimates: "on estime que"."""
    return site.tree.words[at].lower() in site.words.anybody and _has_clause(site, at)


def _has_clause(site: Site, at: int) -> bool:
    """Tell whether the verb of a subject has a clause of its own: "it is estimated that"."""
    return child(site.tree, site.tree.heads[at], "ccomp", "csubj", "csubj:pass") is not None


def _in_relative(site: Site, at: int) -> bool:
    above = site.tree.heads[at]
    return above >= 0 and site.tree.relations[above] == "acl:relcl"

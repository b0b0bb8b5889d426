"""The gate: why a draft may not stand under its number.

Each rule looks at a draft in its sentence and tells whether it refuses it. The first that does gives the
reason that ``report numbers --explain`` shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pressroom.model.numbers import WordingForm
from pressroom.model.quantity import Kind, Modality, Role
from pressroom.numbers.wording.drafts import Draft
from pressroom.numbers.wording.site import Site, child, is_clause

TOO_LONG = "too long for a tile"
SHORTER = {WordingForm.PHRASE: 6, WordingForm.STATEMENT: 1}  # words less than a clause may have
_VERBATIM = (WordingForm.CLAUSE, WordingForm.SENTENCE)
_NAMING = ("NOUN", "PROPN")
_CLAUSE_RELATIONS = frozenset({"ccomp", "xcomp", "csubj", "obj", "obl"})
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl", "expl:subj")
_TOLD_IN_FULL = (Role.EARLIER, Role.THRESHOLD, Role.TARGET, Role.MARGIN, Role.FORECAST)
_COMPLETING = frozenset({"nmod", "compound", "acl", "acl:relcl", "nmod:poss", "amod"})
_HYPHENS = ("-", "\u2010", "\u2011")


@dataclass(frozen=True, slots=True)
class GateRule:
    """A rule: its name, the reason in words, and when it refuses."""

    name: str
    reason: str
    refuses: Callable[[Site, Draft], bool]


def refuse(site: Site, draft: Draft) -> str:
    """Return why a draft may not be shown, "" where it may."""
    return next((rule.reason for rule in RULES if rule.refuses(site, draft)), "")


def _says_nothing(site: Site, draft: Draft) -> bool:
    return not any(site.tree.tags[at].startswith((*_NAMING, "VERB", "ADJ")) for at in draft.tokens)


def _counts_nothing(site: Site, draft: Draft) -> bool:
    """Some 300 were arrested: nobody is named."""
    if site.quantity.kind is not Kind.NUMBER or draft.rule in ("measure", "change", "level", "bracket"):
        return False
    tree = site.tree
    named = site.nominal in draft.tokens and tree.tags[site.nominal].startswith(_NAMING)
    parts = (at for at in tree.children(site.nominal) if tree.relations[at] == "nmod" and at in draft.tokens)
    return not named and not any(tree.tags[at].startswith(_NAMING) for at in parts)


def _is_long(site: Site, draft: Draft) -> bool:
    return len(draft.label.split()) > site.words.longest - SHORTER.get(draft.form, 0)


def _opens_loose(site: Site, draft: Draft) -> bool:
    tree, first = site.tree, draft.tokens[0]
    word, tag = tree.words[first].lower(), tree.tags[first]
    counted = site.quantity.kind is Kind.NUMBER
    if draft.form in _VERBATIM:
        if tag == "ADP" and first == site.first - 1:
            return True  # "at over 1,100 soldiers killed"
        own = tree.heads[first] == _head(site, draft) and tree.relations[tree.heads[first]] != "root"
        return tag == "CCONJ" or (own and (tag == "SCONJ" or word in site.words.joining))
    if tag == "ADP" and word in site.words.of:
        owner = tree.heads[tree.heads[first]]
        return counted and not site.first <= owner <= site.last
    if tag in ("ADP", "ADV"):
        return counted or first != site.last + 1 or draft.rule == "phrase"
    return tag in ("CCONJ", "SCONJ", "PUNCT") or tag.startswith("AUX")


def _ends_loose(site: Site, draft: Draft) -> bool:
    tree, last = site.tree, draft.tokens[-1]
    tag = tree.tags[last]
    if tag in ("CCONJ", "SCONJ", "DET", "PUNCT") or tag.startswith("AUX"):
        return True
    if tree.words[last].lower() in site.words.pointing:
        return True
    if tag == "ADP" and tree.relations[last] in ("case", "mark"):
        return True
    return tree.lemmas[last] in site.words.saying and tag == "VERB-Fin"


def _points(site: Site, draft: Draft) -> bool:
    """A pronoun stands for something that the tile does not show."""
    tree, words = site.tree, site.words
    head = _head(site, draft) if draft.form in _VERBATIM else site.clause
    named = False
    for at in sorted(draft.tokens):
        word, tag, relation = tree.words[at].lower(), tree.tags[at], tree.relations[at]
        owned = relation in ("nmod:poss", "det:poss")
        if tag == "ADV" and word in words.pointing and relation == "advmod":
            return True  # "have done so"
        if word in words.speakers and (tag in ("PRON", "DET") or owned):
            return True
        if word in words.pointing and (tag in ("PRON", "DET") or owned) and not _is_bound(site, at):
            if tag == "DET" and relation == "det":
                if tree.words[tree.heads[at]].lower() not in words.times and not _is_described(site, at):
                    return True  # "this area", not "this winter", "this building effort"
            elif not named or not (_is_owner_shown(draft) if owned else _is_inner_subject(site, at, head)):
                return True
        named = named or tag.startswith(_NAMING)
    return False


def _is_described(site: Site, at: int) -> bool:
    return child(site.tree, site.tree.heads[at], "compound", "amod", "nmod") is not None


def _is_owner_shown(draft: Draft) -> bool:
    """Tell whether the subject, whose "its" and "their" are, stands in a draft."""
    return draft.form in _VERBATIM or draft.rule == "subject"


def _is_inner_subject(site: Site, at: int, head: int) -> bool:
    return site.tree.relations[at] in _SUBJECTS and site.tree.heads[at] != head


def _is_bound(site: Site, at: int) -> bool:
    """Tell whether a pronoun is one that only opens a clause, "there are", "tenants that lost"."""
    relation = site.tree.relations[at]
    return relation.startswith("expl") or (relation in ("nsubj", "obj") and _in_relative(site, at))


def _in_relative(site: Site, at: int) -> bool:
    above = site.tree.heads[at]
    return above >= 0 and site.tree.relations[above] == "acl:relcl"


def _opens_relative(site: Site, draft: Draft) -> bool:
    """A relative clause, "which employs 310 people", tells of something outside it."""
    if draft.form not in _VERBATIM:
        return False
    opening = site.tree.words[draft.tokens[0]].lower()
    return opening in site.words.relatives or site.tree.relations[_head(site, draft)] == "acl:relcl"


def _lacks_subject(site: Site, draft: Draft) -> bool:
    """A clause whose verb shares the subject of another, or has none."""
    if draft.form not in _VERBATIM:
        return False
    head = _head(site, draft)
    return is_clause(site.tree, head) and child(site.tree, head, *_SUBJECTS) is None


def _head(site: Site, draft: Draft) -> int:
    """Return the head of the clause that a verbatim draft is."""
    return next(at for at in draft.tokens if site.tree.heads[at] not in draft.tokens)


def _holds_another(site: Site, draft: Draft) -> bool:
    """Another number stands in a phrase, where nothing says how the two belong together."""
    if draft.form in _VERBATIM or draft.rule in ("subject", "level"):
        return False
    return any(any(map(str.isdigit, site.tree.words[at])) and not _is_date(site, at) for at in draft.tokens)


def _is_date(site: Site, at: int) -> bool:
    tree, word = site.tree, site.tree.words[at]
    if not word.isdigit():
        return False
    near = [each for each in (at - 1, at + 1) if 0 <= each < len(tree.words)]
    year = len(word) == 4 and word[:2] in ("18", "19", "20")
    return year or (int(word) <= 31 and any(tree.tags[each] == "PROPN" for each in near))


def _is_cut(site: Site, draft: Draft) -> bool:
    """A word is cut at its hyphen: "three-set"."""
    end = site.place.shown_end
    return draft.form not in _VERBATIM and site.quantity.sentence_text[end : end + 1] in _HYPHENS


def _says_little(site: Site, draft: Draft) -> bool:
    """A 10 per cent drop, the reduction was 0.4 per cent: of what?"""
    tree = site.tree
    subject = child(tree, site.clause, *_SUBJECTS)
    measured = site.clause == site.nominal or site.role in ("obj", "obl")
    nouns = [site.holder] if tree.tags[site.holder].startswith(_NAMING) else []
    if not nouns and measured and subject is not None:
        nouns = [subject]
    if site.quantity.kind is Kind.NUMBER or not nouns or draft.rule == "bracket":
        return False
    noun = nouns[0]
    more = (tree.relations[at] for at in tree.children(noun) if not site.first <= at <= site.last)
    return tree.lemmas[noun] in site.words.general and not any(relation in _COMPLETING for relation in more)


def _deals_out(site: Site, draft: Draft) -> bool:
    """Of several values dealt out over a list, a tile shows one."""
    return any(site.tree.words[at].lower() in site.words.shared_out for at in draft.tokens)


def _breaks_off(site: Site, draft: Draft) -> bool:
    """What follows belongs to it: a verb, a noun, the list behind a colon, the second of two verbs."""
    tree, last = site.tree, max(draft.tokens)
    if last + 1 >= len(tree.words):
        return False
    word, tag = tree.words[last + 1], tree.tags[last + 1]
    if tag == "CCONJ" and draft.form not in _VERBATIM:
        other = tree.heads[last + 1]  # the second of two, of which the first is in the draft
        apart = other >= 0 and tree.relations[other] == "conj" and tree.heads[other] == site.clause
        return not apart or last == site.clause or tree.tags[last] == "NUM"
    if tag == "CCONJ":
        return tree.tags[last].startswith("VERB")
    if last < site.first and draft.form not in _VERBATIM:
        return False
    return word == ":" or tag in ("VERB-Fin", "AUX-Fin", "NOUN-Sing", "NOUN-Plur", "PROPN", "NUM")


def _lacks_verb(site: Site, draft: Draft) -> bool:
    """A clause without a finite verb is a piece of one."""
    if draft.form is not WordingForm.CLAUSE or ":" in draft.label:
        return False
    head = _head(site, draft)
    near = (head, *site.tree.children(head))
    return not any(site.tree.tags[at] in ("VERB-Fin", "AUX-Fin") for at in near)


def _lacks_limit(site: Site, draft: Draft) -> bool:
    """A bracket behind the subject says what the value is without: "(excluding fees)"."""
    if draft.form in _VERBATIM:
        return False
    brackets = re.findall(r"\(\s*(\w+)", site.quantity.sentence_text)
    return any(word.lower() in site.words.limiting for word in brackets)


def _is_torn(_site: Site, draft: Draft) -> bool:
    label = draft.label
    if " - " in label and draft.form not in _VERBATIM:
        return True
    pairs = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"), ("‘", "’"))
    return label.count('"') % 2 == 1 or any(
        label.count(one) != label.count(other) for one, other in pairs[: None if "‘" in label else 4]
    )


def _is_negated(site: Site, draft: Draft) -> bool:
    tree = site.tree
    return draft.drops and any(
        tree.words[at].lower() in site.words.negating for at in tree.children(site.clause)
    )


def _is_modal(site: Site, draft: Draft) -> bool:
    """The verb that is left out only makes it possible, wanted or future."""
    tree, at = site.tree, site.clause
    while draft.drops and not draft.planned:
        helping = (each for each in tree.children(at) if tree.relations[each].startswith("aux"))
        if any(tree.words[each].lower() in site.words.modal for each in helping):
            return True
        if tree.relations[at] != "conj" or child(tree, at, *_SUBJECTS) is not None:
            return False
        at = tree.heads[at]
    return False


def _hangs_on_another(site: Site, draft: Draft) -> bool:
    """The clause is what somebody plans, wants, expects, believes or denies, or a condition."""
    tree = site.tree
    at = _head(site, draft) if draft.form in _VERBATIM else site.clause
    if draft.planned and tree.tags[at] == "VERB-Inf" and tree.relations[at] == "xcomp":
        at = tree.heads[at]
    while tree.heads[at] >= 0:
        above = tree.heads[at]
        if above not in draft.tokens and _changes_meaning(site, draft, at, above):
            return True
        at = above
    return False


def _changes_meaning(site: Site, draft: Draft, at: int, above: int) -> bool:
    tree, words, relation = site.tree, site.words, site.tree.relations[at]
    if relation in _CLAUSE_RELATIONS and is_clause(tree, at) and is_clause(tree, above):
        says = relation == "ccomp" and tree.lemmas[above] in words.saying
        return not says or _is_doubted(site, above)
    if relation == "acl" and tree.tags[at] == "VERB-Inf":
        return True
    mark = child(tree, at, "mark")
    conditional = mark is not None and tree.words[mark].lower() in words.condition
    return relation == "advcl" and conditional and mark not in draft.tokens


def _is_doubted(site: Site, verb: int) -> bool:
    tree = site.tree
    doubt = site.words.negating | site.words.modal
    return any(tree.words[at].lower() in doubt for at in tree.children(verb))


def _is_claim(site: Site, draft: Draft) -> bool:
    """What is planned, alleged or possible, a limit or an earlier value is told by its own words, or not at
    all.
    """
    if not draft.drops or draft.planned:
        return False
    return site.quantity.modality is not Modality.STATED or site.quantity.role in _TOLD_IN_FULL


RULES: tuple[GateRule, ...] = (
    GateRule("empty", "nothing short tells what it measures", _says_nothing),
    GateRule("counted", "what is counted is not named", _counts_nothing),
    GateRule("opens", "opens with a word that joins it to something else", _opens_loose),
    GateRule("ends", "ends with a word that leads on to something else", _ends_loose),
    GateRule("pronoun", "points at something that the tile does not show", _points),
    GateRule("relative", "its subject stands elsewhere", _opens_relative),
    GateRule("subject", "its verb has its subject elsewhere", _lacks_subject),
    GateRule("another", "holds another number", _holds_another),
    GateRule("cut", "a word is cut at its hyphen", _is_cut),
    GateRule("little", "a word that tells nothing alone", _says_little),
    GateRule("dealt", "several values are dealt out over a list", _deals_out),
    GateRule("broken", "breaks off ahead of what belongs to it", _breaks_off),
    GateRule("verbless", "a piece of a clause, without its verb", _lacks_verb),
    GateRule("limit", "a bracket that it leaves out says what is in the value", _lacks_limit),
    GateRule("torn", "a bracket or a quotation is cut", _is_torn),
    GateRule("negated", "the verb that it leaves out is negated", _is_negated),
    GateRule("modal", "the verb that it leaves out tells of a plan or a possibility", _is_modal),
    GateRule("hangs", "part of what somebody plans, expects, believes or denies", _hangs_on_another),
    GateRule("claim", "the sentence does not state it as a fact or a level", _is_claim),
    GateRule("long", TOO_LONG, _is_long),  # the last: what is refused for it has nothing else against it
)

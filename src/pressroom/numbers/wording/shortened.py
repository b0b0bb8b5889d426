"""The clause of a number without what may go: asides, second verbs, other items of a list, purposes.

What is left out may stand in the middle of the clause, so that the words are no quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pressroom.numbers.languages import language
from pressroom.numbers.wording.clauses import find_opening, is_contrast, is_frame, is_needed
from pressroom.numbers.wording.site import (
    MARKS,
    NUMBERED,
    Site,
    child,
    cut_source,
    find_above,
    find_phrase_end,
    find_shared_subject,
    is_clause,
    is_set_off,
)
from pressroom.syntax import CLAUSE_SUBJECTS, FINITE

_ADDED = frozenset({"conj", "appos", "acl", "acl:relcl", "parataxis", "advcl", "advmod"})
_ADJUNCTS = frozenset({"obl", "advcl", "advmod", "obl:tmod", "obl:unmarked", "nmod:tmod"})
_OPENING = frozenset({"cc", "mark", "discourse", "punct"})
HIGHEST = 3  # clauses that one is looked for in, from the number's own outwards
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")


def shorten(site: Site) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the words and tokens of a number's clause without what may go, more left out each time; then
    those of the clauses that it stands in.
    """
    at: int | None = site.clause
    seen: set[tuple[int, ...]] = set()
    for _ in range(HIGHEST):
        if at is None:
            return
        own = _find_clause(site, at)
        if own is not None:
            for kept in _drop(site, at, own):
                if kept not in seen:
                    seen.add(kept)
                    yield _join(site, kept), kept
        at = find_above(site.tree, at)


def _find_clause(site: Site, head: int) -> set[int] | None:
    """Return the tokens of a finite clause with its subject, which it may share with the verb ahead of it."""
    tree = site.tree
    if not is_clause(tree, head) or not any(tree.tags[at] in FINITE for at in (head, *tree.children(head))):
        return None
    own = set(tree.subtree(head))
    if child(tree, head, *CLAUSE_SUBJECTS) is not None:
        return own
    subject = find_shared_subject(tree, head)
    if subject is None or site.words.drops_subject:
        return None
    joints = {at for at in tree.children(head) if tree.relations[at] == "cc"}
    return (own - joints) | set(tree.subtree(subject))


def _drop(site: Site, head: int, own: set[int]) -> Iterator[tuple[int, ...]]:
    tree = site.tree
    kept = _without_opening(site, head, own)
    for at in sorted(own):
        if at in kept and at != head and _is_aside(site, head, at):
            kept -= set(tree.subtree(at))
    for at in sorted(own):
        if at in kept and at != head:
            kept -= _find_item(site, head, at)
    yield from _trim(site, kept)
    for may_go in (_is_detail, _is_loose, _is_fronted, _is_purpose):
        for at in sorted(own, reverse=True):
            below = tree.heads[at] == head or may_go is _is_detail
            if at in kept and below and may_go(site, at) and not _holds(site, tree.subtree(at)):
                kept -= set(tree.subtree(at))
                yield from _trim(site, kept)


def _is_detail(site: Site, at: int) -> bool:
    """Tell what says more of things named in general behind the number: "sold to clubs | that row at sea"."""
    tree, noun = site.tree, site.tree.heads[at]
    told = tree.relations[at] == "acl:relcl" and tree.subtree(at)[0] > site.last
    general = tree.tags[noun] == "NOUN-Plur" and child(tree, noun, "det", "nmod:poss") is None
    own = {*tree.subtree(site.nominal), *tree.subtree(site.holder)}
    return told and general and noun > site.last and noun not in own


def _without_opening(site: Site, head: int, own: set[int]) -> set[int]:
    """Return tokens without the words that join them to what is ahead, and what stands ahead of those or of a
    colon.
    """
    tree = site.tree
    subject = next((at for at in sorted(own) if tree.relations[at] in CLAUSE_SUBJECTS), head)
    begin = subject if subject in own else head
    start = max(min(own), find_opening(site))
    joins = tree.words[start].lower() in site.words.joining and tree.heads[start] == head
    if NUMBERED.fullmatch(tree.words[start]) or joins:
        start += 1
    for at in sorted(own):
        if at < min(begin, site.first) and (
            tree.words[at] == ":" or (tree.heads[at] == head and _joins(site, at))
        ):
            start = max(start, tree.subtree(at)[-1] + 1)
    return {at for at in own if at >= start}


def _trim(site: Site, kept: set[int]) -> Iterator[tuple[int, ...]]:
    """Yield tokens without marks at the edges, and without those round what was left out."""
    tree = site.tree
    left = [at for at in sorted(kept) if at <= cut_source(site, max(kept))]
    marks = [at for at in left if tree.tags[at] == "PUNCT"]
    for at in marks:
        gone = at - 1 not in kept or at + 1 not in kept
        if tree.words[at] in MARKS and gone:
            left.remove(at)
    while left and tree.tags[left[-1]] in ("PUNCT", "CCONJ"):
        left.pop()
    while left and tree.tags[left[0]] in ("PUNCT", "CCONJ"):
        left.pop(0)
    if left and _is_sound(site, left) and set(range(site.first, site.last + 1)).issubset(left):
        yield tuple(left)


def _is_sound(site: Site, left: list[int]) -> bool:
    """Tell whether what is left reads on: its parts have what they join on to, and no gap shows."""
    tree, behind = site.tree, left[-1] + 1
    if _lacks_joint(site, left) or any(_shows(site, one, other) for one, other in pairwise(left)):
        return False
    names = behind + 1 < len(tree) and tree.tags[behind + 1] == tree.tags[left[-1]] == "PROPN"
    if names and tree.words[behind] == ",":
        return False
    return not any(tree.words[at] in ("–", "—", "--", ":") for at in range(left[0], left[-1] + 1))


def _lacks_joint(site: Site, left: list[int]) -> bool:
    """Tell whether a preposition, a subject or an "and" has lost what it stood by, or a condition is gone."""
    tree, first = site.tree, left[0]
    if tree.tags[first] == "ADP" and tree.words[first].lower() in site.words.of and first > 0:
        return True
    subject = next((at for at in left if tree.relations[at] in CLAUSE_SUBJECTS), None)
    if subject is not None and tree.subtree(subject)[0] not in left:
        return True
    joints = ((at, tree.heads[at]) for at in left if tree.relations[at] == "cc")
    if any(tree.relations[second] == "conj" and tree.heads[second] not in left for _, second in joints):
        return True
    gone = set(range(first, left[-1] + 1)) - set(left)
    return any(tree.words[at].lower() in site.words.condition | site.words.negating for at in gone)


def _shows(site: Site, one: int, other: int) -> bool:
    """Tell whether two tokens side by side show that something is left out between them."""
    tree, gap = site.tree, other - one
    if gap == 1:
        return tree.tags[one] == "SCONJ" and tree.tags[other] in FINITE
    lost, last = tree.tags[one + 1], tree.tags[other - 1]
    if gap == 2 and (lost in ("CCONJ", "VERB-Fin", "PUNCT") or tree.relations[one] in CLAUSE_SUBJECTS):
        return True
    if tree.tags[other] == "ADP" and last.startswith("NOUN"):
        return True  # "jetliners | with an option | for 20 more"
    numbers = tree.tags[one] == tree.tags[other] == "NUM"
    return numbers or (lost == "PUNCT" and last != "PUNCT")  # an aside that is not closed


def _holds(site: Site, part: list[int]) -> bool:
    return any(site.first <= at <= site.last for at in part)


def _joins(site: Site, at: int) -> bool:
    tree, word = site.tree, site.tree.words[at].lower()
    if tree.relations[at] in _OPENING:
        return word not in site.words.condition
    return tree.subtree(at) == [at] and word in site.words.joining


def _is_aside(site: Site, head: int, at: int) -> bool:
    """Tell what a comma or a dash sets off, or a second verb adds."""
    tree, relation = site.tree, site.tree.relations[at]
    if relation not in _ADDED:
        return False
    part = tree.subtree(at)
    if _holds(site, part) or is_needed(site, at):
        return False
    if relation == "conj" and tree.heads[at] == head:
        joint = child(tree, at, "cc")
        either = joint is not None and tree.words[joint].lower() in language(site.lang).ranges.or_
        shares = _shares_time(site, part) or is_contrast(site, at)
        return is_clause(tree, at) and not either and not shares
    if relation == "appos" and child(tree, tree.heads[at], "conj") is not None:
        return False  # a list
    if relation in ("acl", "acl:relcl", "appos", "parataxis") or (relation == "advcl" and at > head):
        return is_set_off(tree, at) and _is_closed(site, part)
    alone = relation == "advmod" and len(part) == 1 and tree.heads[at] == head
    if alone and child(tree, head, "ccomp") is not None:
        return False  # "rechnet damit, dass"
    return alone and tree.words[at].lower() in site.words.joining


def _is_closed(site: Site, part: list[int]) -> bool:
    """Tell whether a mark, or the end, stands behind an aside."""
    tree, behind = site.tree, part[-1] + 1
    return behind >= len(tree) or tree.tags[behind] == "PUNCT" or tree.tags[part[-1]] == "PUNCT"


def _find_item(site: Site, head: int, at: int) -> set[int]:
    """Return the tokens of another item of the list in which the number stands, where it has a number."""
    tree = site.tree
    if (
        tree.relations[at] != "conj"
        or tree.heads[at] == head
        or is_clause(tree, at)
        or tree.tags[at] == "NUM"
    ):
        return set()
    part, first = tree.subtree(at), tree.heads[at]
    named = tree.tags[site.nominal].startswith("NOUN")  # "2 or even 4 per cent of sales" share theirs
    if (
        named
        and not _shares_time(site, part)
        and not _holds(site, part)
        and _holds(site, tree.subtree(first))
        and _has_digit(site, part)
    ):
        return set(part)
    return set()


def _shares_time(site: Site, part: list[int]) -> bool:
    """Tell whether the time or place at the end of the last item may be that of the whole list."""
    tree = site.tree
    told = any(tree.words[at].lower() in site.words.times | site.words.placing for at in part)
    return told or (bool(site.quantity.period) and tree.words[part[-1]] in site.quantity.period.split())


def _has_digit(site: Site, part: list[int]) -> bool:
    return any(any(map(str.isdigit, site.tree.words[at])) for at in part)


def _is_purpose(site: Site, at: int) -> bool:
    tree = site.tree
    return (
        tree.relations[at] == "advcl"
        and (tree.tags[at] == "VERB-Inf" or (tree.tags[at] == "VERB-Ing" and child(tree, at, "mark") is None))
        and not is_needed(site, at)
        and tree.subtree(at)[0] > site.last
        and is_set_off(tree, at)
    )


def _is_fronted(site: Site, at: int) -> bool:
    tree, part = site.tree, site.tree.subtree(at)
    behind = part[-1] + 1
    ahead = tree.relations[at] in _ADJUNCTS and part[-1] < min(site.first, tree.heads[at])
    begins = part[0] == 0 or tree.tags[part[0] - 1] == "PUNCT"
    may_go = ahead and begins and not is_needed(site, at) and not is_frame(site, at)
    return may_go and behind < len(tree.words) and tree.words[behind] == ","


def _is_loose(site: Site, at: int) -> bool:
    tree, part = site.tree, site.tree.subtree(at)
    if tree.relations[at] not in _ADJUNCTS or part[0] <= site.last or is_needed(site, at):
        return False
    if site.words.capital_nouns and not is_set_off(tree, at):
        return False  # "allein mit Kursen sparen"
    return tree.words[part[0]].lower() in site.words.accompanying | site.words.reasons


def _join(site: Site, kept: tuple[int, ...]) -> str:
    runs: list[list[int]] = []
    for at in kept:
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    text = " ".join(site.slice(run[0], run[-1]) for run in runs)
    text = _BRACKETS.sub("", text)
    return text[0].upper() + text[1:]


def tell_of_antecedent(site: Site) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield a relative clause with what its pronoun stands for: "The yard employs 310 people" of "the yard,
    which employs 310 people, is closed".
    """
    tree, head = site.tree, site.clause
    noun, subject = tree.heads[head], child(tree, head, "nsubj", "nsubj:pass")
    if tree.relations[head] != "acl:relcl" or subject is None or noun > subject:
        return
    if tree.words[subject].lower() not in site.words.relatives or tree.subtree(subject) != [subject]:
        return
    if not is_set_off(tree, head) or not tree.tags[noun].startswith(("NOUN", "PROPN")):
        return  # "firms that employ 310 people pay a tax" tells of some firms
    begin = tree.subtree(noun)[0]
    while tree.relations[begin] in ("case", "punct", "cc", "mark"):
        begin += 1
    if tree.tags[begin] == "ADP":
        return
    named = tuple(range(begin, find_phrase_end(tree, noun) + 1))
    own = tuple(at for at in tree.subtree(head) if at > subject)
    marks = [at for at in own if tree.words[at] in MARKS and at > site.last]
    own = tuple(at for at in own if not marks or at < marks[0])
    if not named or named[-1] >= subject or not own or own[-1] < site.last or site.first <= named[-1]:
        return
    tokens = (*named, *own)
    yield _join(site, tokens), tokens

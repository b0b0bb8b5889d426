"""Rules of the gate about times: those that are told ahead of a number, and whose they are."""

from __future__ import annotations

from pressroom.numbers.languages import language
from pressroom.numbers.wording.clauses import find_dateline
from pressroom.numbers.wording.draft import Draft
from pressroom.numbers.wording.site import Site, child, is_clause, tells_time
from pressroom.syntax import ANY_SUBJECTS

LONGEST_MONTH = 31  # days
NEAR_COMPARISON = 3  # tokens from "than" to the time that follows


def lacks_time(site: Site, draft: Draft) -> bool:
    """A time is told ahead of the number, and none under it."""
    small = site.quantity.period
    if small or any(tells_time(site, at) and not _is_compared(site, at) for at in draft.tokens):
        return False
    compared = site.quantity.comparison is not None and site.quantity.comparison.kind == "from"
    end = len(site.tree) if draft.drops and compared else site.first  # "from 3 to 4 million in ten years"
    left = (at for at in range(find_dateline(site), end) if at not in draft.tokens)
    return any(tells_time(site, at) and not _is_of_another(site, at) for at in left)


def _is_compared(site: Site, at: int) -> bool:
    """Tell whether a time is that of a value which another is compared with: "381 fewer than in 2011"."""
    near = {word.lower() for word in site.tree.words[max(at - NEAR_COMPARISON, 0) : at]}
    return not near.isdisjoint(language(site.lang).ellipsis.comparing | site.words.comparing)


def _is_of_another(site: Site, at: int) -> bool:
    """Tell whether a time belongs to the subject of another clause, "the survey in May found that", or to a
    clause that another is set against, "sales rose in May, while 20 shops closed".
    """
    tree = site.tree
    told = at
    while at >= 0 and not is_clause(tree, at):
        if tree.relations[at] in ANY_SUBJECTS and tree.heads[at] != site.clause:
            return True
        at = tree.heads[at]
    if told > at and not _governs(site, at):
        return True  # "lost depth since autumn, and 38 berths"
    mark = child(tree, site.clause, "mark")
    set_against = mark is not None and tree.words[mark].lower() in site.words.joining
    return set_against and tree.relations[site.clause] == "advcl" and at == tree.heads[site.clause]


def _governs(site: Site, verb: int) -> bool:
    """Tell whether the number's clause is that of a verb or part of it, not one that an "and" joins to it."""
    tree, at = site.tree, site.clause
    while at != verb and at >= 0 and tree.relations[at] != "conj":
        at = tree.heads[at]
    return at == verb


def borrows_time(site: Site, draft: Draft) -> bool:
    """The small print has the time of another clause: "the club, which has 340 oars, was founded in 1989"."""
    if draft.rule != "antecedent" or not site.quantity.period:
        return False
    at = site.quantity.sentence_text.find(site.quantity.period)
    return not any(site.tree.starts[one] == at for one in draft.tokens)


def is_date(site: Site, at: int) -> bool:
    """Tell whether a token is a number of a date: "2017", "5" of "5 May", "3rd"."""
    tree, word = site.tree, site.tree.words[at]
    endings = language(site.lang).dates.ordinal_endings
    day = next((word.removesuffix(each) for each in endings if word.endswith(each)), word)
    if day.isdigit() and int(day) <= LONGEST_MONTH and _is_by_name(site, at):
        return True
    if not word.isdigit():
        noun = tree.heads[at]
        return tree.tags[at] == "ADJ" and noun > at and tree.words[noun].lower() in site.words.times
    return len(word) == 4 and word[:2] in ("18", "19", "20")


def counts(site: Site, at: int) -> bool:
    """Tell whether a token is a number in digits and no date or name: "254,000", not "2017", "5 May" or "line
    7".
    """
    return any(map(str.isdigit, site.tree.words[at])) and not is_date(site, at) and not _is_in_name(site, at)


def _is_in_name(site: Site, at: int) -> bool:
    """Tell whether a whole number stands between a noun and a verb, and counts nothing."""
    tree = site.tree
    if not tree.words[at].isdigit() or at == 0 or at + 1 >= len(tree):
        return False
    return tree.tags[at - 1] in ("NOUN-Sing", "PROPN") and tree.tags[at + 1].startswith(("VERB-Fin", "AUX"))


def _is_by_name(site: Site, at: int) -> bool:
    """Tell whether a name, as that of a month, stands beside a token."""
    near = (each for each in (at - 1, at + 1) if 0 <= each < len(site.tree))
    return any(site.tree.tags[each] == "PROPN" for each in near)

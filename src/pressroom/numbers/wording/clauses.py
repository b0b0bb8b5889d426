"""The clause with the number in it, verbatim, cut at the boundaries of clauses only."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.numbers.languages import language
from pressroom.numbers.wording.site import (
    NUMBERED,
    Site,
    child,
    cut_source,
    find_above,
    is_clause,
    is_set_off,
)

DASHES = ("--", "–", "—", "-")
LONGEST_DATELINE = 24  # tokens
SHORTEST_PLACE = 2  # letters
SHORT = 11  # tokens; a clause of no more is shown with all that it has
_LEADING = frozenset({"advcl", "obl", "advmod", "parataxis", "obl:tmod", "obl:unmarked", "nmod:tmod"})
_TRAILING = frozenset({"advcl", "parataxis", "acl:relcl", "acl"})
_ADDED = frozenset({"appos", "acl", "acl:relcl", "parataxis"})
_VERBS = frozenset({"VERB-Fin", "VERB-Past", "VERB-Inf", "AUX-Fin"})


def find_spans(site: Site) -> Iterator[tuple[int, int]]:
    """Yield first and last token of each clause that holds the number, the innermost clause first."""
    seen = set()
    at: int | None = site.clause
    while at is not None:
        for span in sorted(_cut(site, at), key=_by_length):
            if span not in seen:
                seen.add(span)
                yield span
        at = find_above(site.tree, at)


def _by_length(span: tuple[int, int]) -> tuple[bool, int]:
    """Sort spans: of the short ones the longest first, of the long ones the shortest."""
    size = span[1] - span[0] + 1
    return (True, size) if size > SHORT else (False, -size)


def _cut(site: Site, head: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of a clause: whole, without what may go behind it, and without what may go on both
    sides. Nothing is left out in the middle.
    """
    own = site.tree.subtree(head)
    own = _without_joints(site, head, own)
    if not own or own[0] > site.first or own[-1] < site.last:
        return
    first, last = own[0], own[-1]
    end = _find_end(site, head, last)
    last, end = cut_source(site, last), cut_source(site, end)
    yield first, last
    yield first, end
    yield _find_start(site, head, first), end
    told = _find_relative(site, head, last)
    if told is not None:
        yield first, told


def is_whole(site: Site, first: int, last: int) -> bool:
    """Tell whether a span is its whole sentence, but for the marks at its ends and a word that joins it to
    the one before: "(FSO) - | In 2012, …", "However, | …".
    """
    tree = site.tree
    if last < len(tree) - 2:
        return False
    joints = [at for at in range(find_opening(site), first) if tree.tags[at] != "PUNCT"]
    if site.words.capital_nouns and any(tree.tags[at] != "CCONJ" for at in joints):
        return False  # in German what stands ahead of the verb cannot go: "somit | wurden 340 Boote gezählt"
    return all(tree.tags[at] != "SCONJ" and _is_joint(site, tree.root, at) for at in joints)


def _find_relative(site: Site, head: int, last: int) -> int | None:
    """Return the last token ahead of a relative clause that a comma adds to a clause, whatever the parser
    made of it: "the bill was £3m a year, | which includes fees".
    """
    tree = site.tree
    for at in range(max(site.last, head) + 1, last):
        if tree.words[at] == "," and tree.words[at + 1].lower() in site.words.adding:
            return at - 1
    return None


def _without_joints(site: Site, head: int, own: list[int]) -> list[int]:
    """Return tokens of a clause without the marks round it and the words that join it to what is ahead."""
    tree, opening = site.tree, find_opening(site)
    own = [at for at in own if at >= opening]
    while own and tree.tags[own[-1]] == "PUNCT":
        own = own[:-1]
    while own and _is_joint(site, head, own[0]):
        own = own[1:]
    return own


def find_opening(site: Site) -> int:
    """Return the token behind a dateline and an aside such as "In addition,", "Furthermore,", whatever the
    parser joins it to; 0 where there are none.
    """
    tree, first = site.tree, find_dateline(site)
    comma = next((at for at in range(first, site.first) if tree.words[at] == ","), first)
    ahead = site.slice(first, comma - 1).lower() if comma > first else ""
    aside = ahead in site.words.asides or ahead in site.words.joining
    return comma + 1 if aside and not site.words.capital_nouns else first


def find_dateline(site: Site) -> int:
    """Return the token behind the place and date that run into a sentence, 0 where there are none: "KIEL, May
    3, 2029 /Newswire/ -- | The fund said …", "LYON, le 3 mai 2029 – | La ville …". Each word of them has a
    capital, but for those of the date, and none is a verb.
    """
    tree, dates = site.tree, language(site.lang).dates
    small = {*dates.of_month, *dates.ahead_of_day, *(() if dates.capital_months else dates.months)}
    for at in range(1, min(LONGEST_DATELINE, site.first)):
        word = tree.words[at - 1]
        of_date = at > 1 and word in small
        if not of_date and (tree.tags[at - 1] in _VERBS or (word[:1].isalpha() and not word[0].isupper())):
            return 0
        if tree.words[at] in DASHES and tree.words[at + 1][:1].isupper():
            shouted = len(tree.words[0]) > SHORTEST_PLACE and tree.words[0].isupper()
            dated = any(any(map(str.isdigit, word)) for word in tree.words[:at])
            return at + 1 if shouted or dated else 0
    return 0


def _is_joint(site: Site, head: int, at: int) -> bool:
    tree, word = site.tree, site.tree.words[at].lower()
    if tree.tags[at] == "PUNCT" or (at == 0 and at < site.first and NUMBERED.fullmatch(tree.words[at])):
        return True
    if tree.tags[at] == "CCONJ" and all(tree.tags[each] == "PUNCT" for each in range(at)):
        return tree.subtree(at) == [at]  # "But 80 per cent paid", whatever the parser joins it to
    if tree.heads[at] != head or tree.subtree(at) != [at]:
        return False
    if tree.relations[at] == "mark":
        return word not in site.words.condition | site.words.ordering and tree.relations[head] != "root"
    return tree.tags[at] == "CCONJ" or word in site.words.joining


def _find_end(site: Site, head: int, last: int) -> int:
    """Return the last token of a clause without the clauses that follow in it."""
    tree = site.tree
    for each in reversed(tree.children(head)):
        part = tree.subtree(each)
        loose = all(tree.tags[at] == "PUNCT" for at in range(part[-1] + 1, last + 1))
        if each > head and site.last < part[0] <= last and loose and _may_go(site, each):
            last = part[0] - 1
            while last > site.last and tree.tags[last] in ("PUNCT", "CCONJ"):
                last -= 1
    return without_apposition(site, head, last)


def without_apposition(site: Site, head: int, last: int) -> int:
    """Return the last token of a clause without the phrase that a comma adds to its end, as in "spent £2
    billion on aid, an increase of 3 per cent".
    """
    tree = site.tree
    for each in tree.subtree(head):
        part = tree.subtree(each)
        added = tree.relations[each] in _ADDED and is_set_off(tree, each) and part[0] > site.last
        if (
            added
            and part[-1] == last
            and not is_needed(site, each)
            and child(tree, tree.heads[each], "conj") is None
        ):
            last = part[0] - 1
            while last > site.last and tree.tags[last] == "PUNCT":
                last -= 1
    return last


def _may_go(site: Site, at: int) -> bool:
    """Tell whether a part behind a clause may be left out: a clause of its own that a comma sets off or "and"
    adds, or what a comma sets off and takes nothing away.
    """
    tree = site.tree
    relation = tree.relations[at]
    if relation == "conj":
        return is_clause(tree, at) and tree.tags[at] in _VERBS and not is_contrast(site, at)
    if not is_set_off(tree, at):
        return False
    return relation in (*_TRAILING, "obl") and not is_needed(site, at)


def is_contrast(site: Site, at: int) -> bool:
    """Tell whether a second verb takes back what the first says: "but did not provide any"."""
    tree, joint = site.tree, child(site.tree, at, "cc")
    told = joint is not None and tree.words[joint].lower() in site.words.contrast
    subject = child(tree, at, "nsubj", "nsubj:pass")
    return told and (subject is None or tree.tags[subject] == "PRON")  # "but later it fell to 2%"


def is_needed(site: Site, at: int) -> bool:
    """Tell a condition, and what a value is compared with, from what may be left out at an edge."""
    tree, words = site.tree, site.words
    changing = words.condition | words.comparing | words.excepting
    return any(tree.words[each].lower() in changing for each in (tree.subtree(at)[0], at))


def is_frame(site: Site, at: int) -> bool:
    """Tell whether a phrase ahead of its clause says for what, where or when the clause holds: "of this
    increase", "under the plan", "in Tunisia"; not where the small print has that time.
    """
    tree, words = site.tree, site.words
    if not tree.relations[at].startswith(("obl", "nmod")):
        return False
    part = [each for each in tree.subtree(at) if tree.tags[each] != "PUNCT"]
    phrase = site.slice(part[0], part[-1]).lower()
    indefinite = any(tree.words[each].lower() in language(site.lang).numerals.articles for each in part[:2])
    small = indefinite or phrase == site.quantity.period.lower() or phrase in words.asides
    return not small and tree.words[part[0]].lower() not in words.accompanying | words.joining


def _find_start(site: Site, head: int, first: int) -> int:
    """Return the first token of a clause without what a comma sets off ahead of it."""
    tree = site.tree
    for each in tree.children(head):
        part = [at for at in tree.subtree(each) if tree.tags[at] != "PUNCT"]
        ahead = bool(part) and each < head and part[0] == first and part[-1] < site.first
        if ahead and tree.words[part[-1] + 1] == "," and _may_stay_out(site, each):
            first = part[-1] + 1
            while tree.tags[first] == "PUNCT":
                first += 1
    return first


def _may_stay_out(site: Site, at: int) -> bool:
    tree = site.tree
    phrase = [tree.words[one].lower() for one in tree.subtree(at)]
    points = not site.words.pointing.isdisjoint(phrase)
    if tree.relations[at] == "advcl" or points or phrase[0] in site.words.limiting:
        return False  # "as noted by analysts, …", "with this rise, …", "including today's sum, …"
    return tree.relations[at] in _LEADING and not is_needed(site, at) and not is_frame(site, at)

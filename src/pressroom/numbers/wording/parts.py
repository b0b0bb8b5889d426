"""Parts of a statement, cut from the parsed sentence: noun phrases, subjects, agents, tails of clauses."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.numbers.wording.clauses import without_apposition
from pressroom.numbers.wording.site import (
    MARKS,
    NUMBERED,
    Site,
    child,
    cut_source,
    find_phrase_end,
    find_shared_subject,
    is_set_off,
    tells_time,
)

_LOOSE = frozenset({"parataxis", "cc", "conj", "discourse", "vocative"})
_HELPING = frozenset({"aux", "aux:pass", "cop", "advmod", "punct"})
_CORE = frozenset({"obj", "iobj", "xcomp", "ccomp", "csubj"})
_PLACES = frozenset({"obl", "obl:tmod", "obl:unmarked", "nmod:tmod", "obl:agent"})
_ADJUNCTS = frozenset({"obl", "advmod", "advcl", "obl:tmod", "obl:unmarked", "nmod:tmod"})
LONGEST_CLAUSE = 8  # tokens of a clause of time that is added to a statement
LONGEST_AGENT = 6  # tokens
FARTHEST_DOER = 1  # verbs between one and the one whose subject it shares
FARTHEST = 14  # tokens between a participle and the subject that it shares
SHORT_TAIL = 12  # tokens behind a number; a statement that has more is also tried without its last adjuncts


def cut_noun_phrase(site: Site) -> tuple[str, tuple[int, ...]]:
    """Return the words of the number's noun phrase without the number, and their tokens."""
    tree, head = site.tree, site.holder
    ahead = [at for at in tree.subtree(head) if at < site.first]
    if head != site.nominal:  # "a fine of £300": the fine
        ahead = [at for at in ahead if at not in tree.subtree(site.nominal)]
    while ahead and is_opening(site, ahead[0]):
        ahead = ahead[1:]
    if ahead and tree.words[ahead[-1]].lower() in site.words.worth:
        return "", ()
    end = max(find_phrase_end(tree, head), find_phrase_end(tree, site.nominal), site.last)
    behind = list(range(site.last + 1, end + 1))
    parts = [site.slice(part[0], part[-1]) for part in (ahead, behind) if part]
    return " ".join(parts), tuple(ahead + behind)


def is_opening(site: Site, at: int) -> bool:
    """Tell whether a token only opens a phrase: an article, a preposition, a conjunction, a mark."""
    opening = site.tree.relations[at] in ("case", "mark", "cc", "punct")
    return opening or site.tree.words[at].lower() in site.words.articles


def complete(site: Site, label: str, used: tuple[int, ...]) -> tuple[str, tuple[int, ...]] | None:
    """Add to a statement what else its clause says of place, time and manner; None where something belongs to
    the verb that cannot be added.
    """
    tree = site.tree
    known, added, parts = set(used) | set(range(site.first, site.last + 1)), [], [label]
    end = max((site.last, *used))
    for each in tree.children(site.clause):
        part = [at for at in tree.subtree(each) if tree.tags[at] != "PUNCT"]
        if not part:
            continue
        timed = part[-1] < site.first and _is_time_clause(site, each)
        if _goes_on(site, each, end) or (timed and (len(part) > LONGEST_CLAUSE or known.intersection(part))):
            return None
        if not timed and (known.issuperset(part) or each == site.top or part[0] > end):
            continue
        if not timed and _belongs(site, each, part, known):
            return None
        if timed or (tree.relations[each] in _PLACES and not known.intersection(part)):
            words = lower_first(site, part) if timed else _add_words(site, part)
            if _is_aside(site, words):
                continue
            if part[-1] < site.first and tree.tags[end] == "ADV":
                return None  # "in the valley, 340 people were born abroad", not "abroad in the valley"
            if any(tells_time(site, at) for at in part) and any(tells_time(site, at) for at in used):
                return None  # "in week 20, … compared to 298 in week 19"
            parts.append(words)  # "since the outbreak began"
            added += part
    return " ".join(parts), (*used, *added)


def _add_words(site: Site, part: list[int]) -> str:
    words = site.slice(part[0], part[-1])
    return words if site.tree.tags[part[0]] in ("PROPN", "X") else words[0].lower() + words[1:]


def _belongs(site: Site, at: int, part: list[int], known: set[int]) -> bool:
    """Tell whether a part belongs to the verb and cannot be added to a statement."""
    tree, relation, opening = site.tree, site.tree.relations[at], site.tree.words[part[0]].lower()
    if part[0] < site.first and opening in site.words.parting:
        return True  # "of the 64 cases, 61 are mild"
    if relation in _CORE or (relation == "advcl" and _is_condition(site, at)):
        return True
    if part[0] > 0 and tree.tags[part[0] - 1] in ("ADP", "SCONJ") and part[0] - 1 not in known:
        return True  # parsed apart from the word that says how it belongs
    # "together with the second vaccine"
    return relation in _PLACES and part[0] < site.clause and opening in site.words.accompanying


def _goes_on(site: Site, at: int, end: int) -> bool:
    """Tell whether a phrase belongs to the verb behind an aside: "gave £3m from the fund, which is old, | for
    Kiel".
    """
    tree = site.tree
    first = tree.subtree(at)[0]
    if tree.relations[at] != "obl" or first <= end + 1 or tree.words[first - 1] != ",":
        return False
    inside = first - 2
    while inside > end and tree.relations[inside] not in ("acl:relcl", "appos"):
        inside = tree.heads[inside]
    return inside > end


def _is_time_clause(site: Site, at: int) -> bool:
    """Tell whether a clause ahead of its verb says since when or until when: "since the outbreak began"."""
    mark = child(site.tree, at, "mark")
    told = site.tree.relations[at] == "advcl" and mark is not None
    words = site.words.joining | site.words.condition
    return told and mark is not None and site.tree.words[mark].lower() not in words


def _is_aside(site: Site, words: str) -> bool:
    """Tell what joins a sentence to others, and the time that the small print has."""
    small = words.lower()
    joins = small in site.words.asides or small in site.words.joining
    return joins or (bool(site.quantity.period) and small == site.quantity.period.lower())


def _is_condition(site: Site, clause: int) -> bool:
    mark = child(site.tree, clause, "mark")
    return mark is not None and site.tree.words[mark].lower() in site.words.condition


def find_tail(site: Site) -> int:
    """Return the last token of the number's clause, without what a comma or "and" adds behind its verb."""
    tree, verb = site.tree, site.clause
    end = max(verb, site.last, find_phrase_end(tree, site.nominal))
    for each in tree.children(verb):
        if each < verb or tree.subtree(each)[-1] <= end:
            continue
        if tree.relations[each] == "punct":
            if tree.words[each] in MARKS:
                break
            continue
        if tree.relations[each] == "conj" and each == verb + 2:
            end = tree.subtree(each)[-1]  # "killed or wounded"
            continue
        if is_set_off(tree, each) or tree.relations[each] in _LOOSE:
            break
        end = tree.subtree(each)[-1]
    return cut_source(site, without_apposition(site, verb, _add_clause(site, end)))


def _add_clause(site: Site, end: int) -> int:
    """Return the last token of a tail with the clause of time that follows without a comma, which may have
    been parsed as one of an outer verb: "an estimated 40 deaths since the troops arrived".
    """
    tree, behind = site.tree, end + 1
    if behind >= len(tree) or tree.tags[behind] != "SCONJ" or tree.relations[behind] != "mark":
        return end
    clause = tree.subtree(tree.heads[behind])
    return clause[-1] if clause[0] == behind else end


def find_tails(site: Site) -> Iterator[int]:
    """Yield the last token of the number's clause, then of the clause without its last adjuncts, where they
    make it long.
    """
    tree, end = site.tree, find_tail(site)
    yield end
    least = max(site.clause, site.last, find_phrase_end(tree, site.nominal))
    for each in reversed(tree.children(site.clause)):
        part = tree.subtree(each)
        if end - site.last <= SHORT_TAIL or each < site.clause or part[0] <= least:
            return
        if part[-1] > end:
            continue
        cases = {
            tree.words[at].lower() for at in tree.children(each) if tree.relations[at] in ("case", "mark")
        }
        if (
            tree.relations[each] not in _ADJUNCTS
            or part[-1] != end
            or not cases
            or not cases <= site.words.loose
        ):
            return
        end = part[0] - 1
        yield end


def find_agent(site: Site, verb: int) -> list[int] | None:
    """Return the tokens of who did it, none for a pronoun that stands for somebody named before; None where
    they are many, or those who speak.
    """
    tree = site.tree
    subject = _find_doer(site, verb)
    if subject is None or (tree.relations[verb] == "advcl" and verb - subject > FARTHEST):
        return None
    if tree.tags[subject] == "PRON":
        return None if tree.words[subject].lower() in site.words.speakers | site.words.relatives else []
    own = tree.subtree(subject)
    own = own[: own.index(max(subject, find_phrase_end(tree, subject))) + 1]
    cut = tree.subtree(subject)[len(own) :]
    if cut and tree.words[cut[0]] not in MARKS and cut[0] < verb:
        return None  # "Brookings Global" of "Brookings Global-CERES Initiative"
    own = [at for at in own if at < verb or at not in tree.subtree(verb)]
    while own and tree.words[own[-1]].lower() in site.words.relatives:
        own = own[:-1]
    while own and tree.relations[own[0]] in ("case", "mark"):
        own = own[1:]
    if not own or tree.tags[own[0]] == "ADP":
        return None
    if any(tree.tags[at] == "NOUN-Plur" and tree.tags[at + 1] == "PROPN" for at in own[:-1]):
        return None  # "Despite the restrictions Acme, which …": a comma is missing, and the two are no name
    joined = own == list(range(own[0], own[-1] + 1))
    short = len(own) <= LONGEST_AGENT and not any(tree.words[at] in MARKS for at in own)
    return own if joined and short else None


def _find_doer(site: Site, verb: int, far: int = FARTHEST_DOER) -> int | None:
    """Return the subject of a verb, which it may share with another, or have ahead of "which" or "who"."""
    tree = site.tree
    subject = child(tree, verb, "nsubj")
    relation, above = tree.relations[verb], tree.heads[verb]
    if relation == "acl:relcl" and (subject is None or tree.words[subject].lower() in site.words.relatives):
        return None if tree.relations[above] == "nmod" else above  # "an app for the watch that tracks"
    if subject is None and relation in ("conj", "advcl", "xcomp") and above >= 0 and far:
        return _find_doer(site, above, far - 1)
    return subject


def find_subject(site: Site, verb: int) -> list[int]:
    """Return the tokens of a verb's subject without its article, none for a pronoun."""
    tree = site.tree
    mark = child(tree, verb, "mark")
    if mark is not None and tree.words[mark].lower() in site.words.accompanying:
        return []  # "trade with Spain rose, with Japan fell"
    subject = find_shared_subject(tree, verb)
    if subject is None or tree.heads[subject] == verb:
        return find_name(site, subject, verb)
    first = tree.heads[subject]  # the verb whose subject it shares
    return find_name(site, subject, min([first, *(at for at in tree.children(first) if at > subject)]))


def find_name(site: Site, noun: int | None, verb: int) -> list[int]:
    """Return the tokens of a noun phrase without its article; none for a pronoun, and where words stand
    between the phrase and its verb that belong to neither.
    """
    tree = site.tree
    if noun is None or not tree.tags[noun].startswith(("NOUN", "PROPN", "SYM", "X")):
        return []
    whole = tree.subtree(noun)
    own = list(range(whole[0], max(noun, find_phrase_end(tree, noun)) + 1))
    inflected = site.words.capital_nouns and len(own) > 1 and tree.tags[own[1]] == "ADJ"  # "der neue Preis"
    while own and tree.words[own[0]].lower() in site.words.articles and not inflected:
        own = own[1:]
    while own and NUMBERED.fullmatch(tree.words[own[0]]):
        own = own[1:]
    if (
        not own
        or (site.first <= own[-1] and site.last >= own[0])
        or any(site.tree.words[at] in MARKS for at in own)
    ):
        return []
    for at in range(own[-1] + 1, min(verb, site.first)):
        part = _part_of(site, at, noun, verb)
        if part is None or not (tree.relations[part] in _HELPING or is_set_off(tree, part)):
            return []
        if tree.words[at] == ":" or tree.words[at].lower() in site.words.excepting | site.words.limiting:
            return []  # "inflation, excluding energy, was"
    return own


def _part_of(site: Site, at: int, noun: int, verb: int) -> int | None:
    """Return the token right below a noun or its verb through which a token hangs on them."""
    tree = site.tree
    while at >= 0 and tree.heads[at] not in (noun, verb):
        at = tree.heads[at]
    return at if at >= 0 else None


def add_article(site: Site, own: list[int]) -> list[int]:
    """Return the tokens of a noun phrase with the article ahead of them, if there is one."""
    ahead = own[0] - 1
    return [ahead, *own] if ahead >= 0 and site.tree.words[ahead].lower() in site.words.articles else own


def lower_first(site: Site, own: list[int]) -> str:
    """Return the words of tokens, with a small letter where the capital is only that of the sentence."""
    words, first = site.slice(own[0], own[-1]), own[0]
    second = words.partition(" ")[2][:1]
    shouted = len(words.split()[0]) > 1 and words[:2].isupper()
    shouted = shouted or any(map(str.isupper, words.split()[0][1:]))  # "LangChain"
    if words.partition(" ")[0].lower() in site.words.articles and not site.words.capital_nouns:
        return words[0].lower() + words[1:] if first == 0 else words
    known = words.partition(" ")[0].lower() in site.words.informing | site.words.bodies
    if first == 0 and known and not second.isupper() and not shouted:
        return words[0].lower() + words[1:]
    named = site.tree.tags[first] in ("PROPN", "X") or shouted or first > 0 or second.isupper()
    named = named or words.partition(" ")[0].lower() in site.words.demonyms
    return words if named or site.words.capital_nouns else words[0].lower() + words[1:]

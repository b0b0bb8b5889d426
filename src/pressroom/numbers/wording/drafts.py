"""Drafts: the ways in which a sentence allows its number to be worded, each cut from the parsed sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pressroom.model.numbers import WordingForm
from pressroom.model.quantity import Kind
from pressroom.numbers.wording.clauses import find_spans
from pressroom.numbers.wording.participles import find_passive
from pressroom.numbers.wording.site import (
    MARKS,
    NUMBERED,
    Site,
    child,
    find_clause,
    find_phrase_end,
    is_set_off,
)

_SUBJECTS = ("nsubj", "nsubj:pass")
_MEASURES = frozenset({"obj", "obl", "obl:npmod", "obl:unmarked", "xcomp"})
_CHANGES = frozenset({"obj", "obl", "obl:npmod", "obl:unmarked", "advmod", "obl:tmod", "nummod"})
_LOOSE = frozenset({"parataxis", "cc", "conj", "discourse", "vocative"})
_HELPING = frozenset({"aux", "aux:pass", "cop", "advmod", "punct"})
_CORE = frozenset({"obj", "iobj", "xcomp", "ccomp", "csubj"})
_PLACES = frozenset({"obl", "obl:tmod", "obl:unmarked", "nmod:tmod", "obl:agent"})
_ADJUNCTS = frozenset({"obl", "advmod", "advcl", "obl:tmod", "obl:unmarked", "nmod:tmod"})
_MINUS = ("-", "−", "–")
LONGEST_AGENT = 6  # tokens
FARTHEST_DOER = 1  # verbs between one and the one whose subject it shares
FARTHEST = 14  # tokens between a participle and the subject that it shares
SHORT_TAIL = 12  # tokens behind a number; a statement that has more is also tried without its last adjuncts


@dataclass(frozen=True, slots=True)
class Draft:
    """A wording before the gate: the words of the label, and the tokens of the sentence that are in it.

    ``rule`` names how it was made; ``drops`` tells that the clause's verb or its auxiliaries are left out, so
    that the verb must be one that states; ``planned`` that the words themselves tell of a plan.
    """

    rule: str
    form: WordingForm
    label: str
    tokens: tuple[int, ...]
    drops: bool = False
    planned: bool = False


def make_drafts(site: Site) -> Iterator[Draft]:
    """Yield the drafts of a number that hold any words, those preferred first."""
    for make in MAKERS:
        for draft in make(site):
            if draft.tokens:
                yield draft
    for first, last in find_spans(site):
        whole = first == 0 and last >= len(site.tree.words) - 2
        form = WordingForm.SENTENCE if whole else WordingForm.CLAUSE
        yield Draft("clause", form, site.slice(first, last), tuple(range(first, last + 1)))


def _word_phrase(site: Site) -> Iterator[Draft]:
    """There are 12 wards in the town: "wards in the town"."""
    tree, words = site.tree, site.words
    verb = tree.lemmas[site.clause]
    exists = child(tree, site.clause, "expl") is not None and verb in words.being
    verbless = site.role == "" and child(tree, site.clause, "nsubj", "nsubj:pass", "cop", "expl") is None
    if not site.direct or not (exists or verbless):
        return
    label, tokens = _noun_phrase(site)
    if exists:
        rest = tuple(range(max((site.last, *tokens)) + 1, _find_tail(site) + 1))
        label = f"{label} {site.slice(rest[0], rest[-1])}".lstrip() if rest else label
        tokens += rest
    yield Draft("phrase", WordingForm.PHRASE, label, tokens, drops=True)


def _noun_phrase(site: Site) -> tuple[str, tuple[int, ...]]:
    """Return the words of the number's noun phrase without the number, and their tokens."""
    tree, head = site.tree, site.holder
    ahead = [at for at in tree.subtree(head) if at < site.first]
    if head != site.nominal:  # "a fine of £300": the fine
        ahead = [at for at in ahead if at not in tree.subtree(site.nominal)]
    while ahead and _is_opening(site, ahead[0]):
        ahead = ahead[1:]
    if ahead and tree.words[ahead[-1]].lower() in site.words.worth:
        return "", ()
    end = max(find_phrase_end(tree, head), find_phrase_end(tree, site.nominal), site.last)
    behind = list(range(site.last + 1, end + 1))
    parts = [site.slice(part[0], part[-1]) for part in (ahead, behind) if part]
    return " ".join(parts), tuple(ahead + behind)


def _is_opening(site: Site, at: int) -> bool:
    opening = site.tree.relations[at] in ("case", "mark", "cc", "punct")
    return opening or site.tree.words[at].lower() in site.words.articles


def _word_measure(site: Site) -> Iterator[Draft]:
    """Turnout was 41 per cent in the north: "turnout in the north"."""
    tree, words = site.tree, site.words
    verb = tree.lemmas[site.clause]
    copular = site.clause == site.nominal and child(tree, site.clause, "cop") is not None
    related = site.direct and site.role in _MEASURES
    if site.holder != site.nominal or not (copular or (related and verb in words.measuring | words.costing)):
        return
    if not site.first <= site.nominal <= site.last:
        return  # "the winners were 12 schools"
    counted = site.quantity.kind is Kind.NUMBER
    own = _subject(site, site.clause)
    if not own or (counted and copular and tree.tags[own[-1]] == "PROPN"):
        return  # "Ann Lee was 16"
    name = _lower(site, own)
    if verb in words.costing and not copular:
        name = words.cost.format(_lower(site, _with_article(site, own)))
    rest = tuple(range(site.last + 1, _find_tail(site) + 1))
    label = f"{name} {site.slice(rest[0], rest[-1])}" if rest else name
    yield from _state(site, "measure", label, tuple(own) + rest)


def _word_change(site: Site) -> Iterator[Draft]:
    """Fares rise by 4.9 per cent in March: "rise in fares in March"; they cut fares by 4 per cent: "fall"."""
    tree, words, verb = site.tree, site.words, site.clause
    lemma = tree.lemmas[verb]
    if not site.direct or site.role not in _CHANGES or not _is_change(site) or _was_before(site):
        return
    theme = child(tree, verb, "nsubj:pass") or _object_beside(site)
    if theme is not None:
        rises, falls = lemma in words.raising, lemma in words.lowering
    else:
        theme = child(tree, verb, "nsubj")
        rises, falls = lemma in words.rising, lemma in words.falling
    own = _name(site, theme, verb)
    if not own or not (rises or falls) or not words.rise:
        return
    rest = tuple(range(max(site.last, own[-1]) + 1, _find_tail(site) + 1))
    label = _frame(site, rises=rises).format(_lower(site, own))
    label = f"{label} {site.slice(rest[0], rest[-1])}" if rest else label
    yield from _state(site, "change", label, tuple(own) + rest)


def _frame(site: Site, *, rises: bool) -> str:
    """Return "rise in {}" or "fall in {}"; "change in {}" where the number shows its sign."""
    if site.quantity.text[:1] in _MINUS:
        return site.words.change
    return site.words.rise if rises else site.words.fall


def _state(site: Site, rule: str, label: str, used: tuple[int, ...]) -> Iterator[Draft]:
    """Yield a statement with all that belongs to it, if it can be had."""
    whole = _complete(site, label, used)
    if whole is not None:
        yield Draft(rule, WordingForm.STATEMENT, whole[0], whole[1], drops=True)


def _is_change(site: Site) -> bool:
    """Tell whether the number is the size of a change: "rose 4%", "by 4%"; not "to 4%", "below 4%"."""
    tree = site.tree
    cases = [at for at in tree.children(site.holder) if tree.relations[at] == "case"]
    ahead = site.first - 1
    if ahead >= 0 and tree.tags[ahead] == "ADP":
        cases.append(ahead)
    return all(tree.words[at].lower() in site.words.by for at in cases)


def _object_beside(site: Site) -> int | None:
    found = child(site.tree, site.clause, "obj")
    return None if found == site.holder else found


def _word_level(site: Site) -> Iterator[Draft]:
    """Turnout fell by 3 points to 41 per cent: "turnout, down 3 points"; from £9 to £12: what rose."""
    tree, words, verb = site.tree, site.words, site.clause
    lemma = tree.lemmas[verb]
    own = _subject(site, verb)
    if lemma not in words.rising | words.falling or not own or not site.first <= site.nominal <= site.last:
        return
    if _was_before(site):
        if site.direct and site.role in _CHANGES:
            yield from _state(site, "level", _lower(site, own), tuple(own))
        return
    cases = (tree.words[at].lower() for at in tree.children(site.holder) if tree.relations[at] == "case")
    if not site.direct or not words.to.intersection(cases):
        return
    size = next((at for at in tree.children(verb) if _is_size(site, at)), None)
    frame = words.up if lemma in words.rising else words.down
    if size is None or not frame:
        return
    part = tree.subtree(size)
    part = part[1:] if tree.relations[part[0]] == "case" else part
    label = f"{_lower(site, own)}, {frame.format(site.slice(part[0], part[-1]))}"
    yield from _state(site, "level", label, (*own, *tree.subtree(size)))


def _was_before(site: Site) -> bool:
    """Tell whether the tile shows the value before as well, "from £9 to £12"."""
    comparison = site.quantity.comparison
    return comparison is not None and comparison.kind == "from" and site.place.shown_start < site.place.start


def _is_size(site: Site, at: int) -> bool:
    """Tell whether a token is how much something rose or fell by: "by 3 points", "4%"."""
    tree = site.tree
    cases = {tree.words[each].lower() for each in tree.children(at) if tree.relations[each] == "case"}
    digits = any(map(str.isdigit, site.slice(tree.subtree(at)[0], tree.subtree(at)[-1])))
    return tree.relations[at] in _CHANGES and digits and cases <= site.words.by


def _word_subject(site: Site) -> Iterator[Draft]:
    """Some 60,600 homes have been reported damaged: "homes have been reported damaged"."""
    tree = site.tree
    if site.role not in _SUBJECTS or site.top != site.nominal:
        return
    first = tree.subtree(site.nominal)[0]
    if not all(_is_opening(site, at) for at in range(first, site.first)):
        return
    for end in _find_tails(site):
        tokens = tuple(range(site.last + 1, end + 1))
        if tokens:
            yield Draft("subject", WordingForm.STATEMENT, site.slice(tokens[0], tokens[-1]), tokens)


def _word_object(site: Site) -> Iterator[Draft]:
    """Police seized 40 kg of cocaine in the port: "of cocaine seized by police in the port"."""
    tree, words, verb = site.tree, site.words, site.clause
    if site.role not in ("obj", "iobj") or not site.direct:
        return
    passive = find_passive(tree, verb, words)
    if passive is None or tree.lemmas[verb] in _no_object(site):
        return
    phrase, tokens = _noun_phrase(site)
    if not tokens and site.quantity.kind is Kind.NUMBER:
        return
    particle = child(tree, verb, "compound:prt")
    done = f"{passive.words} {tree.words[particle]}" if particle is not None else passive.words
    after = max(find_phrase_end(tree, site.nominal), find_phrase_end(tree, site.holder), site.last)
    agent = _find_agent(site, passive.verb)
    if agent is None:
        return
    by = words.agent.format(_lower(site, agent)) if agent else ""
    for end in _find_tails(site):
        rest = tuple(at for at in range(after + 1, end + 1) if at != particle)
        if rest and tree.tags[rest[0]].startswith(("NOUN", "PROPN", "NUM", "VERB-Fin")):
            continue  # it belongs to the phrase, and was parsed apart from it
        tail = site.slice(rest[0], rest[-1]) if rest else ""
        parts = (done, by, phrase, tail) if _opens_with_place(site, tokens) else (phrase, done, by, tail)
        label = " ".join(part for part in parts if part)
        whole = _complete(site, label, tokens + tuple(agent) + rest)
        if whole is not None:
            used = whole[1] or (verb,)
            yield Draft("object", WordingForm.STATEMENT, whole[0], used, drops=True, planned=passive.planned)


def _no_object(site: Site) -> frozenset[str]:
    """Return the verbs whose object is nothing that was done: "has", "totals", "rose", "said"."""
    words = site.words
    return words.having | words.measuring | words.costing | words.rising | words.falling | words.saying


def _opens_with_place(site: Site, tokens: tuple[int, ...]) -> bool:
    """Tell "to the fund" of "£3m to the fund" from "of cocaine"."""
    tree = site.tree
    return (
        bool(tokens) and tree.tags[tokens[0]] == "ADP" and tree.words[tokens[0]].lower() not in site.words.of
    )


def _word_bracket(site: Site) -> Iterator[Draft]:
    """Exports of goods fell (-2%): "change in exports of goods"; (+3%): "rise in exports of goods"."""
    tree, words, text = site.tree, site.words, site.quantity.sentence_text
    rises, falls = text[: site.place.shown_start].endswith("+"), site.quantity.text[:1] in _MINUS
    opening = site.first - 1
    while opening > 0 and tree.words[opening] in ("+", *_MINUS):
        opening -= 1
    alone = text[site.place.shown_end : site.place.shown_end + 1] == ")"
    if opening < 1 or tree.words[opening] != "(" or not alone or not (rises or falls) or not words.rise:
        return
    ahead = opening - 1
    verb = find_clause(tree, ahead)
    if tree.tags[ahead].startswith("NOUN"):
        noun = ahead
        while tree.heads[noun] >= 0 and tree.relations[noun] in ("nmod", "compound", "acl"):
            noun = tree.heads[noun]
        listed = tree.relations[noun] == "conj" or child(tree, noun, "conj") is not None
        own = [] if listed else [at for at in tree.subtree(noun) if at <= ahead]
    else:
        own = _subject(site, verb) if tree.lemmas[verb] in words.rising | words.falling else []
    while own and _is_opening(site, own[0]):
        own = own[1:]
    if not own or own != list(range(own[0], own[-1] + 1)):
        return
    general = any(tree.lemmas[at] in words.general for at in own)
    if not general and tree.lemmas[verb] not in words.rising | words.falling:
        return
    name = _lower(site, own)
    label = name if general else _frame(site, rises=rises).format(name)
    yield from _state(site, "bracket", label, tuple(own))


def _word_described(site: Site) -> Iterator[Draft]:
    """They put the toll at 40 sailors killed or wounded: the noun phrase itself says what befell them."""
    tree = site.tree
    described = child(tree, site.nominal, "acl")
    if described is None or described < site.last or tree.tags[described] != "VERB-Past":
        return
    if site.holder != site.nominal or site.role in _SUBJECTS:
        return
    label, tokens = _noun_phrase(site)
    if described in tokens:
        yield Draft("described", WordingForm.PHRASE, label, tokens, drops=True)


MAKERS: tuple[Callable[[Site], Iterable[Draft]], ...] = (
    _word_phrase,
    _word_measure,
    _word_change,
    _word_level,
    _word_subject,
    _word_object,
    _word_bracket,
    _word_described,
)


def _complete(site: Site, label: str, used: tuple[int, ...]) -> tuple[str, tuple[int, ...]] | None:
    """Add to a statement what else its clause says of place, time and manner; None where something belongs to
    the verb that cannot be added.
    """
    tree, verb = site.tree, site.clause
    known, added, parts = set(used) | set(range(site.first, site.last + 1)), [], [label]
    for each in tree.children(verb):
        part = [at for at in tree.subtree(each) if tree.tags[at] != "PUNCT"]
        relation = tree.relations[each]
        if not part or known.issuperset(part) or each == site.top or part[0] > max((site.last, *used)):
            continue
        if relation in _CORE or (relation == "advcl" and _is_condition(site, each)):
            return None
        if part[0] > 0 and tree.tags[part[0] - 1] in ("ADP", "SCONJ") and part[0] - 1 not in known:
            return None  # parsed apart from the word that says how it belongs
        if relation in _PLACES and not known.intersection(part):
            words = site.slice(part[0], part[-1])
            if _is_aside(site, words):
                continue
            proper = tree.tags[part[0]] in ("PROPN", "X")
            parts.append(words if proper else words[0].lower() + words[1:])
            added += part
    return " ".join(parts), (*used, *added)


def _is_aside(site: Site, words: str) -> bool:
    """Tell what joins a sentence to others, and the time that the small print has."""
    small = words.lower()
    joins = small in site.words.asides or small.partition(" ")[0] in site.words.joining
    return joins or (bool(site.quantity.period) and small == site.quantity.period.lower())


def _is_condition(site: Site, clause: int) -> bool:
    mark = child(site.tree, clause, "mark")
    return mark is not None and site.tree.words[mark].lower() in site.words.condition


def _find_tail(site: Site) -> int:
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
    return end


def _find_tails(site: Site) -> Iterator[int]:
    """Yield the last token of the number's clause, then of the clause without its last adjuncts, where they
    make it long.
    """
    tree, end = site.tree, _find_tail(site)
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


def _find_agent(site: Site, verb: int) -> list[int] | None:
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
    own = [at for at in own if at < verb or at not in tree.subtree(verb)]
    while own and tree.relations[own[0]] in ("case", "mark"):
        own = own[1:]
    joined = own == list(range(own[0], own[-1] + 1))
    short = len(own) <= LONGEST_AGENT and not any(tree.words[at] in MARKS for at in own)
    return own if joined and short else None


def _find_doer(site: Site, verb: int, far: int = FARTHEST_DOER) -> int | None:
    """Return the subject of a verb, which it may share with another, or have ahead of "which" or "who"."""
    tree = site.tree
    subject = child(tree, verb, "nsubj")
    relation, above = tree.relations[verb], tree.heads[verb]
    if relation == "acl:relcl" and (subject is None or tree.words[subject].lower() in site.words.relatives):
        return above
    if subject is None and relation in ("conj", "advcl", "xcomp") and above >= 0 and far:
        return _find_doer(site, above, far - 1)
    return subject


def _subject(site: Site, verb: int) -> list[int]:
    """Return the tokens of a verb's subject without its article, none for a pronoun."""
    return _name(site, child(site.tree, verb, *_SUBJECTS), verb)


def _name(site: Site, noun: int | None, verb: int) -> list[int]:
    """Return the tokens of a noun phrase without its article; none for a pronoun, and where words stand
    between the phrase and its verb that belong to neither.
    """
    tree = site.tree
    if noun is None or tree.tags[noun] == "PRON":
        return []
    whole = tree.subtree(noun)
    own = list(range(whole[0], max(noun, find_phrase_end(tree, noun)) + 1))
    while own and tree.words[own[0]].lower() in site.words.articles:
        own = own[1:]
    while own and NUMBERED.fullmatch(tree.words[own[0]]):
        own = own[1:]
    if (
        not own
        or (site.first <= own[-1] and site.last >= own[0])
        or MARKS.intersection(map(_word(site), own))
    ):
        return []
    for at in range(own[-1] + 1, min(verb, site.first)):
        part = _part_of(site, at, noun, verb)
        if part is None or not (tree.relations[part] in _HELPING or is_set_off(tree, part)):
            return []
    return own


def _word(site: Site) -> Callable[[int], str]:
    return site.tree.words.__getitem__


def _part_of(site: Site, at: int, noun: int, verb: int) -> int | None:
    """Return the token right below a noun or its verb through which a token hangs on them."""
    tree = site.tree
    while at >= 0 and tree.heads[at] not in (noun, verb):
        at = tree.heads[at]
    return at if at >= 0 else None


def _with_article(site: Site, own: list[int]) -> list[int]:
    ahead = own[0] - 1
    return [ahead, *own] if ahead >= 0 and site.tree.words[ahead].lower() in site.words.articles else own


def _lower(site: Site, own: list[int]) -> str:
    """Return the words of tokens, with a small letter where the capital is only that of the sentence."""
    words, first = site.slice(own[0], own[-1]), own[0]
    second = words.partition(" ")[2][:1]
    named = site.tree.tags[first] in ("PROPN", "X") or words[:2].isupper() or first > 0 or second.isupper()
    return words if named or site.words.capital_nouns else words[0].lower() + words[1:]

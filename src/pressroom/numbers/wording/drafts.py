"""Drafts: the ways in which a sentence allows its number to be worded, each cut from the parsed sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pressroom.model.numbers import WordingForm
from pressroom.model.quantity import Kind
from pressroom.numbers.languages import language
from pressroom.numbers.wording.clauses import find_spans
from pressroom.numbers.wording.participles import find_passive
from pressroom.numbers.wording.parts import (
    add_article,
    complete,
    cut_noun_phrase,
    find_agent,
    find_name,
    find_subject,
    find_tail,
    find_tails,
    is_opening,
    lower_first,
)
from pressroom.numbers.wording.shortened import shorten, tell_of_antecedent
from pressroom.numbers.wording.site import Site, child, find_clause, find_phrase_end

_SUBJECTS = ("nsubj", "nsubj:pass")
_MEASURES = frozenset({"obj", "obl", "obl:npmod", "obl:unmarked", "xcomp"})
_CHANGES = frozenset({"obj", "obl", "obl:npmod", "obl:unmarked", "advmod", "obl:tmod", "nummod"})
SHORTEST_NAME = 3  # tokens of a noun phrase like "growth" that says of what
QUOTED = 12  # words of a clause that is quoted rather than shortened
_MINUS = ("-", "−", "–")


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

    @property
    def clausal(self) -> bool:
        """Whether it is a clause, with its verb: the text's own, or shortened."""
        return self.rule in ("clause", "shortened", "antecedent")


def find_head(site: Site, draft: Draft) -> int:
    """Return the head of the clause that a draft is."""
    if draft.rule == "antecedent":
        return site.clause
    return next(at for at in draft.tokens if site.tree.heads[at] not in draft.tokens)


def make_drafts(site: Site) -> Iterator[Draft]:
    """Yield the drafts of a number that hold any words, those preferred first."""
    for make in MAKERS:
        for draft in make(site):
            if draft.tokens:
                yield draft
    clauses = list(_quote_clauses(site))
    yield from (draft for draft in clauses if len(draft.label.split()) <= QUOTED)
    yield from _word_shortened(site, {draft.tokens for draft in clauses})
    yield from (draft for draft in clauses if len(draft.label.split()) > QUOTED)


def _quote_clauses(site: Site) -> Iterator[Draft]:
    for first, last in find_spans(site):
        whole = first == 0 and last >= len(site.tree.words) - 2
        form = WordingForm.SENTENCE if whole else WordingForm.CLAUSE
        yield Draft("clause", form, site.slice(first, last), tuple(range(first, last + 1)))


def _word_shortened(site: Site, quoted: set[tuple[int, ...]]) -> Iterator[Draft]:
    for label, tokens in tell_of_antecedent(site):
        yield Draft("antecedent", WordingForm.STATEMENT, label, tokens)
    for label, tokens in shorten(site):
        if tokens not in quoted:
            yield Draft("shortened", WordingForm.STATEMENT, label, tokens)


def _word_phrase(site: Site) -> Iterator[Draft]:
    """There are 12 wards in the town: "wards in the town"."""
    tree, words = site.tree, site.words
    verb = tree.lemmas[site.clause]
    exists = child(tree, site.clause, "expl") is not None and verb in words.being
    verbless = site.role == "" and child(tree, site.clause, "nsubj", "nsubj:pass", "cop", "expl") is None
    if not site.direct or not (exists or verbless):
        return
    label, tokens = cut_noun_phrase(site)
    if exists:
        rest = tuple(range(max((site.last, *tokens)) + 1, find_tail(site) + 1))
        label = f"{label} {site.slice(rest[0], rest[-1])}".lstrip() if rest else label
        tokens += rest
    yield Draft("phrase", WordingForm.PHRASE, label, tokens, drops=True)


def _word_measure(site: Site) -> Iterator[Draft]:
    """Turnout was 41 per cent in the north: "turnout in the north"."""
    tree, words = site.tree, site.words
    verb = tree.lemmas[site.clause]
    copular = site.clause == site.nominal and child(tree, site.clause, "cop") is not None
    related = site.direct and site.role in _MEASURES
    if site.last + 1 < len(tree) and tree.words[site.last + 1].lower() in words.directions:
        return  # "was 0.9% lower than in 2010"
    if (
        _find_direction(site)
        or site.holder != site.nominal
        or not (copular or (related and verb in words.measuring | words.costing))
    ):
        return
    if not site.first <= site.nominal <= site.last:
        return  # "the winners were 12 schools"
    counted = site.quantity.kind is Kind.NUMBER
    own = find_subject(site, site.clause)
    if not own or (counted and copular and tree.tags[own[-1]] == "PROPN"):
        return  # "Ann Lee was 16"
    name = lower_first(site, own)
    if verb in words.costing and not copular:
        name = words.cost.format(lower_first(site, add_article(site, own)))
    rest = tuple(range(site.last + 1, find_tail(site) + 1))
    label = f"{name} {site.slice(rest[0], rest[-1])}" if rest else name
    yield from _state(site, "measure", label, tuple(own) + rest)


def _word_change(site: Site) -> Iterator[Draft]:
    """Fares rise by 4.9 per cent in March: "rise in fares in March"; they cut fares by 4 per cent: "fall"."""
    tree, words, verb = site.tree, site.words, site.clause
    lemma, direction = tree.lemmas[verb], _find_direction(site)
    stands = site.direct and site.role in _CHANGES
    if tree.tags[verb] == "ADJ" or not (stands or direction) or not _is_change(site) or _was_before(site):
        return
    theme = child(tree, verb, "nsubj:pass") or _object_beside(site)
    if direction:
        theme = child(tree, verb, "nsubj")
        rises, falls = direction in words.rising, direction in words.falling
    elif theme is not None:
        rises, falls = lemma in words.raising, lemma in words.lowering
    else:
        theme = child(tree, verb, "nsubj")
        rises, falls = lemma in words.rising, lemma in words.falling
    own = find_name(site, theme, verb)
    if not own or not (rises or falls) or not words.rise or _is_bare_name(site, theme):
        return
    rest = tuple(range(max(site.last, own[-1]) + 1, find_tail(site) + 1))
    label = _frame(site, rises=rises).format(lower_first(site, own))
    label = f"{label} {site.slice(rest[0], rest[-1])}" if rest else label
    yield from _state(site, "change", label, tuple(own) + rest)


def _find_direction(site: Site) -> str:
    """Return the word of a change without a verb of its own, "up" of "shares were up 4%", else ""."""
    tree = site.tree
    if child(tree, site.clause, "cop") is None and tree.lemmas[site.clause] not in site.words.being:
        return ""
    near = {*tree.children(site.nominal), *tree.children(site.clause), site.clause, site.first - 1}
    ahead = (at for at in sorted(near) if 0 <= at < site.first and "," not in tree.words[at : site.first])
    found = (tree.words[at].lower() for at in ahead)
    return next((word for word in found if word in site.words.directions), "")


def _is_bare_name(site: Site, theme: int | None) -> bool:
    """Tell whether what rose is a name alone, which does not say what of it, or something told ahead: "Acme
    rose 3%", "the measure fell".
    """
    tree = site.tree
    paces = language(site.lang).periods.paces
    if theme is not None and paces and re.fullmatch("|".join(paces), tree.words[theme], re.IGNORECASE):
        return True
    if theme is not None and tree.tags[theme] == "NOUN-Sing":
        definite = child(tree, theme, "det")
        alone = tree.subtree(theme) == [theme - 1, theme]
        if definite is not None and alone and tree.words[definite].lower() not in _indefinite(site):
            return True
    if theme is None or tree.tags[theme] != "PROPN" or site.words.capital_nouns:
        return False
    return not any(tree.tags[at].startswith("NOUN") for at in tree.subtree(theme) if at < site.clause)


def _indefinite(site: Site) -> frozenset[str]:
    return language(site.lang).numerals.articles


def _frame(site: Site, *, rises: bool) -> str:
    """Return "rise in {}" or "fall in {}"; "change in {}" where the number shows its sign."""
    if site.quantity.text[:1] in _MINUS:
        return site.words.change
    return site.words.rise if rises else site.words.fall


def _state(site: Site, rule: str, label: str, used: tuple[int, ...]) -> Iterator[Draft]:
    """Yield a statement with all that belongs to it, if it can be had."""
    whole = complete(site, label, used)
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
    own = find_subject(site, verb)
    if lemma not in words.rising | words.falling or not own or not site.first <= site.nominal <= site.last:
        return
    if _was_before(site):
        if site.direct and site.role in _CHANGES:
            yield from _state(site, "level", lower_first(site, own), tuple(own))
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
    label = f"{lower_first(site, own)}, {frame.format(site.slice(part[0], part[-1]))}"
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
    if not all(is_opening(site, at) for at in range(first, site.first)):
        return
    for end in find_tails(site):
        tokens = tuple(range(site.last + 1, end + 1))
        whole = complete(site, site.slice(tokens[0], tokens[-1]), tokens) if tokens else None
        if whole is not None:
            yield Draft("subject", WordingForm.STATEMENT, whole[0], whole[1])


def _word_object(site: Site) -> Iterator[Draft]:
    """Police seized 40 kg of cocaine in the port: "of cocaine seized by police in the port"."""
    tree, words, verb = site.tree, site.words, site.clause
    if site.role not in ("obj", "iobj") or not site.direct:
        return
    passive = find_passive(tree, verb, words)
    if passive is None or tree.lemmas[verb] in _no_object(site) or _was_before(site):
        return
    phrase, tokens = cut_noun_phrase(site)
    if not tokens and site.quantity.kind is Kind.NUMBER:
        return
    if tokens and all(tree.tags[at] in ("ADJ", "DET") for at in tokens):
        return  # "additional $487 million"
    particle = _find_particle(site, verb)
    done = f"{passive.words} {tree.words[particle]}" if particle is not None else passive.words
    after = max(find_phrase_end(tree, site.nominal), find_phrase_end(tree, site.holder), site.last)
    if passive.verb != verb and (site.quantity.period or child(tree, passive.verb, "obl") is not None):
        return  # the time of a decision is not that of what was decided
    agent = find_agent(site, passive.verb)
    if agent is None:
        return
    by = words.agent.format(lower_first(site, agent)) if agent else ""
    for end in find_tails(site):
        rest = tuple(at for at in range(after + 1, end + 1) if at != particle)
        if rest and tree.tags[rest[0]].startswith(("NOUN", "PROPN", "NUM", "VERB-Fin")):
            continue  # it belongs to the phrase, and was parsed apart from it
        if site.quantity.kind is Kind.CURRENCY and not tokens and not rest:
            continue  # "spent by Acme": on what?
        tail = site.slice(rest[0], rest[-1]) if rest else ""
        parts = (done, by, phrase, tail) if _opens_with_place(site, tokens) else (phrase, done, by, tail)
        label = " ".join(part for part in parts if part)
        whole = complete(site, label, tokens + tuple(agent) + rest)
        if whole is not None:
            used = whole[1] or (verb,)
            yield Draft("object", WordingForm.STATEMENT, whole[0], used, drops=True, planned=passive.planned)


def _find_particle(site: Site, verb: int) -> int | None:
    """Return the particle that is part of a verb: "away" of "turn away"."""
    tree, behind = site.tree, verb + 1
    if behind < site.first and tree.words[behind].lower() in site.words.particles:
        return behind
    return child(tree, verb, "compound:prt")


def _no_object(site: Site) -> frozenset[str]:
    """Return the verbs whose object is nothing that was done: "has", "totals", "rose", "said"."""
    words = site.words
    return (
        words.worth
        | words.having
        | words.measuring
        | words.costing
        | words.rising
        | words.falling
        | words.saying
    )


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
        own = find_subject(site, verb) if tree.lemmas[verb] in words.rising | words.falling else []
    while own and is_opening(site, own[0]):
        own = own[1:]
    if not own or own != list(range(own[0], own[-1] + 1)):
        return
    general = any(tree.lemmas[at] in words.general for at in own)
    if not general and tree.lemmas[verb] not in words.rising | words.falling:
        return
    name = lower_first(site, own)
    moves = tree.lemmas[verb] in words.rising | words.falling
    if general and not moves and len(own) < SHORTEST_NAME:
        return  # "a slight reduction (-0.3%)"
    label = name if general and not moves else _frame(site, rises=rises).format(name)
    yield from _state(site, "bracket", label, tuple(own))


def _word_described(site: Site) -> Iterator[Draft]:
    """They put the toll at 40 sailors killed or wounded: the noun phrase itself says what befell them."""
    tree = site.tree
    described = child(tree, site.nominal, "acl")
    if described is None or described < site.last or tree.tags[described] != "VERB-Past":
        return
    if site.holder != site.nominal or site.role in _SUBJECTS:
        return
    label, tokens = cut_noun_phrase(site)
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

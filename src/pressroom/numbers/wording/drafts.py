"""Drafts: the ways in which a sentence allows its number to be worded, each cut from the parsed sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from pressroom.model.numbers import WordingForm
from pressroom.model.quantity import Kind
from pressroom.numbers.languages import language
from pressroom.numbers.wording.changes import find_direction, word_bracket, word_change, word_level
from pressroom.numbers.wording.clauses import find_spans, is_whole
from pressroom.numbers.wording.draft import Draft, join, state, was_before
from pressroom.numbers.wording.participles import find_passive
from pressroom.numbers.wording.parts import (
    add_article,
    complete,
    cut_noun_phrase,
    find_agent,
    find_subject,
    find_tail,
    find_tails,
    is_opening,
    lower_first,
)
from pressroom.numbers.wording.shortened import shorten, tell_of_antecedent
from pressroom.numbers.wording.site import Site, child, find_opening_name, find_phrase_end, tells_time
from pressroom.syntax import FINITE, SUBJECTS

_MEASURES = frozenset({"obj", "obl", "obl:npmod", "obl:unmarked", "xcomp"})
_COUNT = re.compile(r"\([^\w()]{0,2}\d[^()]*\)")
_CLOSING_COUNT = re.compile(r"(?P<bracket>\s*\([^\w()]{0,2}\d[^()]*\))[\s.]*$")
_CLOSING = re.compile(r"(?P<bracket>\s*\([^()]*[^\W\d_]{3,}[^()]*\))[\s.]*$")
QUOTED = 9  # words of a clause that is quoted rather than shortened


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
    spans = list(find_spans(site))
    if find_opening_name(site) is not None:
        spans += [(0, last) for _, last in spans[:1]]
    for first, last in dict.fromkeys(spans):
        whole = is_whole(site, first, last)
        form = WordingForm.SENTENCE if whole else WordingForm.CLAUSE
        label = site.slice(first, last)
        verbs = any(tag in FINITE for tag in site.tree.tags)
        if whole and (not verbs or site.tree.words[site.first - 1] == ":"):
            label += _find_bracket(site, last, _CLOSING)
        elif whole and _COUNT.search(label):
            label += _find_bracket(site, last, _CLOSING_COUNT)
        yield Draft("clause", form, label, tuple(range(first, last + 1)))


def _find_bracket(site: Site, last: int, closing: re.Pattern[str]) -> str:
    """Return the words in brackets that close a line without a verb, where they may be all that says of what
    its value is: "Trade in 2016: £60 billion (third of all partners)"; and the last of several numbers in
    brackets, "piers (3%) and quays (4%)". Other brackets are blank in the tree.
    """
    behind = site.quantity.sentence_text[max(site.tree.ends[last], site.place.shown_end) :]
    found = closing.match(behind)
    return found["bracket"] if found else ""


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
        label = join(site, label, rest)
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
        find_direction(site)
        or site.holder != site.nominal
        or not (copular or (related and verb in words.measuring | words.costing))
    ):
        return
    cases = {tree.words[at].lower() for at in tree.children(site.holder) if tree.relations[at] == "case"}
    if verb in words.coming and not cases & words.to:
        return  # "the gap came after a £3m deficit"
    if not site.first <= site.nominal <= site.last:
        return  # "the winners were 12 schools"
    counted = site.quantity.kind is Kind.NUMBER
    own = find_subject(site, site.clause)
    if not own or (counted and copular and tree.tags[own[-1]] == "PROPN"):
        return  # "Ann Lee was 16"
    after = tree.words[site.last + 1].lower() if site.last + 1 < len(tree) else ""
    value = site.quantity.value
    half = site.quantity.kind is Kind.NUMBER and isinstance(value, float | int) and 0 < value < 1
    if (site.quantity.kind is Kind.PERCENT or half) and after in language(
        site.lang
    ).numerals.of | words.articles:
        whole = tree.heads[site.last + 1]
        if tree.relations[whole] == "nmod" and site.first <= tree.heads[whole] <= site.last:
            return  # "exports are 18% of output"
    if _is_definite(site, own) and verb not in words.costing and site.quantity.kind is Kind.CURRENCY:
        return  # "the bill was £3m": which one?
    name = lower_first(site, own)
    if verb in words.costing and not copular:
        name = words.cost.format(lower_first(site, add_article(site, own)))
    rest = tuple(range(site.last + 1, find_tail(site) + 1))
    label = join(site, name, rest)
    yield from state(site, "measure", label, tuple(own) + rest)


def _is_definite(site: Site, own: list[int]) -> bool:
    """Tell whether a name is one noun that was told of before: "the bill"."""
    tree, noun = site.tree, own[0]
    article = child(tree, noun, "det")
    told = article is not None and tree.words[article].lower() not in language(site.lang).numerals.articles
    return told and len(own) == 1 and tree.tags[noun] == "NOUN-Sing"


def _word_subject(site: Site) -> Iterator[Draft]:
    """Some 60,600 homes have been reported damaged: "homes have been reported damaged"."""
    tree = site.tree
    if site.role not in SUBJECTS or site.top != site.nominal:
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
    if passive is None or tree.lemmas[verb] in _no_object(site) or was_before(site):
        return
    phrase, tokens = cut_noun_phrase(site)
    if not tokens and site.quantity.kind is Kind.NUMBER:
        return
    joined = [at for at in tree.children(site.nominal) if tree.relations[at] == "conj"]
    if any(at > max(tokens, default=at) for at in joined):
        return  # "200 community | , government and industry leaders"
    if _takes_no_participle(site, tokens):
        return
    particle = _find_particle(site, verb)
    done = f"{passive.words} {tree.words[particle]}" if particle is not None else passive.words
    after = max(find_phrase_end(tree, site.nominal), find_phrase_end(tree, site.holder), site.last)
    if passive.verb != verb and (site.quantity.period or child(tree, passive.verb, "obl") is not None):
        return  # the time of a decision is not that of what was decided
    agent = find_agent(site, passive.verb)
    if agent is None or (agent and tree.tags[agent[-1] + 1] in ("NUM", "PROPN")):
        return  # "Capital | One provided"
    by = words.agent.format(lower_first(site, agent)) if agent else ""
    for end in find_tails(site):
        rest = tuple(at for at in range(after + 1, end + 1) if at != particle)
        if rest and tree.tags[rest[0]].startswith(("NOUN", "PROPN", "NUM", "VERB-Fin")):
            continue  # it belongs to the phrase, and was parsed apart from it
        if _leaves_open(site, tokens, rest, agent):
            continue
        kind_of = _find_kind(site, rest) if site.quantity.kind is Kind.CURRENCY and not tokens else ()
        phrase = site.slice(kind_of[0], kind_of[-1]) if kind_of else phrase
        behind = rest[len(kind_of) :]
        tail = site.slice(behind[0], behind[-1]) if behind else ""
        parts = (done, by, phrase, tail) if _opens_with_place(site, tokens) else (phrase, done, by, tail)
        label = " ".join(part for part in parts if part).replace(" ,", ",")
        whole = complete(site, label, tokens + tuple(agent) + rest)
        if whole is not None:
            used = whole[1] or (verb,)
            yield Draft("object", WordingForm.STATEMENT, whole[0], used, drops=True, planned=passive.planned)


def _takes_no_participle(site: Site, tokens: tuple[int, ...]) -> bool:
    """Tell whether a phrase has no noun, "additional | $487 million", or ends in a clause, "of the bank that
    the mayor set up | owned by the port".
    """
    tree = site.tree
    bare = bool(tokens) and all(tree.tags[at] in ("ADJ", "DET") for at in tokens)
    return bare or any(tree.relations[at] == "acl:relcl" for at in tokens)


def _leaves_open(site: Site, tokens: tuple[int, ...], rest: tuple[int, ...], agent: list[int]) -> bool:
    """Tell whether words do not say on what a sum was "spent by Acme", or whose shares were "bought by Acme |
    in Novo".
    """
    if site.quantity.kind is Kind.CURRENCY:
        return not tokens and _tells_only_time(site, rest, agent)
    placed = (
        bool(rest) and site.tree.tags[rest[0]] == "ADP" and not tells_time(site, site.tree.heads[rest[0]])
    )
    return site.quantity.kind is Kind.PERCENT and bool(agent) and placed


def _find_kind(site: Site, rest: tuple[int, ...]) -> tuple[int, ...]:
    """Return the tokens right behind a sum that say what money it is: "£3m in direct aid"."""
    tree = site.tree
    if not rest or tree.tags[rest[0]] != "ADP" or tree.words[rest[0]].lower() not in site.words.of:
        return ()
    noun = tree.heads[rest[0]]
    if (
        not tree.tags[noun].startswith("NOUN")
        or tells_time(site, noun)
        or child(tree, noun, "det", "conj") is not None
    ):
        return ()
    end = find_phrase_end(tree, noun)
    return tuple(at for at in rest if at <= end)


def _tells_only_time(site: Site, rest: tuple[int, ...], agent: list[int]) -> bool:
    """Tell whether what stands behind a sum says no more than when, and nobody is named."""
    first = next((at for at in rest if site.tree.tags[at].startswith(("NOUN", "PROPN", "NUM"))), None)
    return first is None or (not agent and tells_time(site, first))


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


def _word_part(site: Site) -> Iterator[Draft]:
    """She runs the charity's network of 140 clinics: "clinics in the charity's network"."""
    tree, words, at = site.tree, site.words, site.nominal
    above = tree.heads[at]
    if tree.relations[at] != "nmod" or not words.made_of or above < 0 or site.holder != at:
        return
    if tree.lemmas[above] not in words.collective or not tree.tags[at].startswith("NOUN"):
        return
    cases = [tree.words[each].lower() for each in tree.children(at) if tree.relations[each] == "case"]
    whole = list(range(tree.subtree(above)[0], above + 1))
    while whole and tree.relations[whole[0]] in ("case", "mark", "cc", "punct"):
        whole = whole[1:]
    label, tokens = cut_noun_phrase(site)
    if len(cases) != 1 or cases[0] not in words.of or not whole or not tokens or tokens[0] < whole[0]:
        return
    name = words.made_of.format(label, site.slice(whole[0], whole[-1]))
    yield Draft("part", WordingForm.PHRASE, name, (*whole, *tokens), drops=True)


def _word_portion(site: Site) -> Iterator[Draft]:
    """Three firms share the contracts, with £12m of them signed: "of [the contracts] signed"."""
    tree, words, at = site.tree, site.words, site.nominal
    pronoun = child(tree, at, "nmod")
    if pronoun is None or pronoun < site.last or tree.words[pronoun].lower() not in words.several_others:
        return
    meant = [each for each in range(site.first) if tree.tags[each] == "NOUN-Plur"]
    objects = [each for each in meant if tree.relations[each] in ("obj", "nsubj:pass")]
    if len(objects) != 1 or meant[-1] != objects[0] or pronoun != site.last + 2:
        return
    noun = objects[0]
    named = tuple(range(tree.subtree(noun)[0], noun + 1))
    rest = tuple(range(pronoun + 1, find_tail(site) + 1))
    of = site.slice(site.last + 1, site.last + 1)
    label = join(site, f"{of} [{site.slice(named[0], named[-1])}]", rest)
    yield Draft("portion", WordingForm.STATEMENT, label, (*named, *rest))


def _word_described(site: Site) -> Iterator[Draft]:
    """They put the toll at 40 sailors killed or wounded: the noun phrase itself says what befell them."""
    tree = site.tree
    described = child(tree, site.nominal, "acl")
    if described is None or described < site.last or tree.tags[described] != "VERB-Past":
        return
    if site.holder != site.nominal or site.role in SUBJECTS:
        return
    label, tokens = cut_noun_phrase(site)
    if described in tokens:
        yield Draft("described", WordingForm.PHRASE, label, tokens, drops=True)


MAKERS: tuple[Callable[[Site], Iterable[Draft]], ...] = (
    _word_phrase,
    _word_measure,
    word_change,
    word_level,
    _word_subject,
    _word_object,
    word_bracket,
    _word_described,
    _word_part,
    _word_portion,
)

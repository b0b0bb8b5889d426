"""Drafts of changes: what rose or fell by a number, and the level that it reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.model.quantity import Kind
from pressroom.numbers.languages import language
from pressroom.numbers.wording.draft import Draft, join, state, was_before
from pressroom.numbers.wording.parts import find_name, find_subject, find_tail, is_opening, lower_first
from pressroom.numbers.wording.site import Site, child, find_clause

_CHANGES = frozenset({"obj", "obl", "obl:npmod", "obl:unmarked", "advmod", "obl:tmod", "nummod"})
SHORTEST_NAME = 3  # tokens of a noun phrase like "growth" that says of what
_MINUS = ("-", "−", "–")


def word_change(site: Site) -> Iterator[Draft]:
    """Fares rise by 4.9 per cent in March: "rise in fares in March"; they cut fares by 4 per cent: "fall"."""
    tree, words, verb = site.tree, site.words, site.clause
    lemma, direction = tree.lemmas[verb], find_direction(site)
    stands = site.direct and site.role in _CHANGES
    if site.quantity.qualifier_text.lower() in language(site.lang).roles.crossing:
        return  # "sank below 45%": where to, not by how much
    if tree.tags[verb] == "ADJ" or not (stands or direction) or not _is_change(site) or was_before(site):
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
    if site.quantity.kind is Kind.NUMBER and site.nominal in rest:
        return  # "grew by 340 people": people are counted, and something else grew
    label = _frame(site, rises=rises).format(lower_first(site, own))
    label = join(site, label, rest)
    yield from state(site, "change", label, tuple(own) + rest)


def word_level(site: Site) -> Iterator[Draft]:
    """Turnout fell by 3 points to 41 per cent: "turnout, down 3 points"; from £9 to £12: what rose."""
    tree, words, verb = site.tree, site.words, site.clause
    lemma = tree.lemmas[verb]
    own = find_subject(site, verb)
    if lemma not in words.rising | words.falling or not own or not site.first <= site.nominal <= site.last:
        return
    if was_before(site):
        if site.direct and site.role in _CHANGES:
            yield from state(site, "level", lower_first(site, own), tuple(own))
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
    yield from state(site, "level", label, (*own, *tree.subtree(size)))


def word_bracket(site: Site) -> Iterator[Draft]:
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
    yield from state(site, "bracket", label, tuple(own))


def find_direction(site: Site) -> str:
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


def _is_size(site: Site, at: int) -> bool:
    """Tell whether a token is how much something rose or fell by: "by 3 points", "4%"."""
    tree = site.tree
    cases = {tree.words[each].lower() for each in tree.children(at) if tree.relations[each] == "case"}
    digits = any(map(str.isdigit, site.slice(tree.subtree(at)[0], tree.subtree(at)[-1])))
    return tree.relations[at] in _CHANGES and digits and cases <= site.words.by

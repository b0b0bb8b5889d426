"""Values that one sentence lists, each with its name: "£4m on roads, £2m on schools and £1m on parks"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressroom.model.numbers import NumberRelation, RelationKind
from pressroom.model.quantity import Kind, Quantity
from pressroom.numbers.languages import all_languages, language
from pressroom.numbers.parsing.patterns import any_of
from pressroom.numbers.relating.sites import by_sentence, is_amount, parse_sentence
from pressroom.numbers.wording.display import NumberPlace, find_place
from pressroom.syntax import SUBJECTS, Tree

MOST = 8  # values
TABLE = 3  # values that are a table in words, whatever the weight of each
LONGEST_NAME = 6  # words
LONGEST_BETWEEN = 100  # characters from a value to the next
_ALL = all_languages()
_AND = any_of(_ALL.ranges.and_)
_JOINT = re.compile(rf"[,;]\s(?:{_AND}\s)?|\s{_AND}\s", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][^\d,;:.()]{1,40}?\s")
_MONTH = re.compile(any_of(_ALL.dates.months), re.IGNORECASE)
_NOUNS = ("NOUN", "PROPN")
_VERBS = ("VERB", "AUX")
_OPENING = (*_NOUNS, "DET", "ADJ")
_GENITIVES = ("'s", "’s", "s'", "s’")
_TIMES = ("nmod:tmod", "obl:tmod", "nmod:unmarked", "obl:unmarked")


@dataclass(frozen=True, slots=True)
class _ValueRun:
    """Values of one unit that follow one another in a sentence, with no other between."""

    values: tuple[Quantity, ...]
    places: tuple[NumberPlace, ...]
    sentence: str
    tree: Tree


def find_lists(quantities: list[Quantity], key: Collection[int], lang: str) -> Iterator[NumberRelation]:
    """Yield the values of each list, with the names that stand behind all of them, or ahead of them.

    One of two values has to be a key number, known by its start; the others are not parsed.
    """
    for group in by_sentence(quantities):
        for values in _split(group):
            told = len(values) >= TABLE or any(one.start in key for one in values)
            run = _locate(values, lang) if told and 1 < len(values) <= MOST else None
            if run is None:
                continue
            names = _name_behind(run, language(lang).relations.listing) or _name_ahead(run)
            if names and len({name.lower() for name in names}) == len(names):
                yield NumberRelation(RelationKind.LIST, run.values, tuple(names))


def _split(group: list[Quantity]) -> Iterator[list[Quantity]]:
    """Yield the values of a sentence that follow one another and are alike."""
    run: list[Quantity] = []
    for one in group:
        if run and not (_may_be_listed(one) and _are_alike(run[-1], one)):
            yield run
            run = []
        run = [*run, one] if _may_be_listed(one) else []
    yield run


def _may_be_listed(quantity: Quantity) -> bool:
    points = quantity.kind is Kind.PERCENT and " " in quantity.unit  # of per cent: they are a difference
    return is_amount(quantity) and quantity.comparison is None and not points


def _are_alike(first: Quantity, second: Quantity) -> bool:
    measure = (first.kind, first.unit, first.rate) == (second.kind, second.unit, second.rate)
    sources = {one.attribution for one in (first, second) if one.attribution}
    return measure and len(sources) <= 1


def _locate(values: Sequence[Quantity], lang: str) -> _ValueRun | None:
    """Return values with their places in the parsed sentence, None where one has none, or two no joint."""
    sentence = values[0].sentence_text
    places = tuple(place for place in map(find_place, values) if place)
    if not all(_is_joined(sentence[one.shown_end : two.shown_start]) for one, two in pairwise(places)):
        return None  # most sentences, which need not be parsed
    tree = parse_sentence(sentence, lang)
    return _ValueRun(tuple(values), places, sentence, tree) if tree and len(places) == len(values) else None


def _is_joined(between: str) -> bool:
    return len(between) <= LONGEST_BETWEEN and "(" not in between and _JOINT.search(between) is not None


def _name_behind(run: _ValueRun, listing: Mapping[str, str]) -> list[str]:
    """Return what stands behind each value with one preposition, "£4m on roads, £2m on schools", [] where one
    has no such name, or more than a name stands between two values.
    """
    tree, names, words, heads = run.tree, [], set(), []
    for at, value in enumerate(run.values):
        limit = run.places[at + 1].shown_start if at + 1 < len(run.values) else len(run.sentence)
        first = _find_name(tree, value, run.places[at], listing)
        tokens = _take_name(tree, first, limit) if first else []
        if not tokens:
            return []
        start, end = tree.starts[tokens[0]], tree.ends[tokens[-1]]
        if limit < len(run.sentence) and not _JOINT.fullmatch(run.sentence, end, limit):
            return []
        names.append(run.sentence[start:end])
        words.add(listing[tree.words[first - 1].lower()])
        heads.append(next(at for at in tokens if tree.heads[at] not in tokens))
    return _checked(names) if len(words) == 1 and _are_of_one_class(tree, heads) else []


def _find_name(tree: Tree, value: Quantity, place: NumberPlace, listing: Mapping[str, str]) -> int:
    """Return the token behind the preposition that follows a value and what it counts, 0 for none."""
    counted = {*f"{value.unit_text} {value.subject}".lower().split()} - set(listing)
    at = next((at for at in range(len(tree)) if tree.starts[at] >= place.shown_end), len(tree))
    while at < len(tree) and tree.words[at].lower() in counted:
        at += 1
    return at + 1 if at + 1 < len(tree) and tree.words[at].lower() in listing else 0


def _take_name(tree: Tree, first: int, limit: int) -> list[int]:
    """Return the tokens of the noun phrase that begins with one, up to a mark, a time or an offset."""
    within = [at for at in range(first, len(tree)) if tree.starts[at] < limit]
    head = first
    while tree.heads[head] in within:
        head = tree.heads[head]
    times = [child for child in tree.children(head) if tree.relations[child] in _TIMES]
    told = set(tree.subtree(head)).difference(*map(tree.subtree, times))
    taken: list[int] = []
    for at in within:
        if at not in told or tree.tags[at] == "PUNCT":
            break
        taken.append(at)
    while taken and tree.relations[taken[-1]] == "cc":
        taken.pop()
    return taken if head in taken and tree.tags[head].startswith(_NOUNS) else []


def _are_of_one_class(tree: Tree, heads: Sequence[int]) -> bool:
    """Tell whether names are all proper or all common, and all months or none: not "in Brin, 12 in March"."""
    proper = {tree.tags[at].startswith("PROPN") for at in heads}
    months = {_MONTH.fullmatch(tree.words[at]) is not None for at in heads}
    return len(months) == 1 and (len(proper) == 1 or True in months)


def _name_ahead(run: _ValueRun) -> list[str]:
    """Return the names ahead of values, the first of which is the subject of the verb that the others leave
    out: "fees brought in £41,000, rents £33,000 and grants £26,000"; [] where one has none.
    """
    if not run.values[0].unit:
        return []  # "in game 3 of the series and game 4"
    names = [_find_subject(run)]
    for first, second in pairwise(run.places):
        joints = [*_JOINT.finditer(run.sentence, first.shown_end, second.shown_start)]
        start = joints[0].end() if len(joints) == 1 else second.shown_start
        tokens = [at for at in range(len(run.tree)) if start <= run.tree.starts[at] < second.shown_start]
        plain = _NAME.fullmatch(run.sentence, start, second.shown_start)
        apart = any(run.tree.words[at].lower() in _ALL.relations.apart for at in tokens)
        name = run.sentence[start : second.shown_start].strip()
        names.append(name if plain and not apart and _is_noun_phrase(run.tree, tokens) else "")
    return _checked(names)


def _find_subject(run: _ValueRun) -> str:
    """Return the subject of the verb that the first value is the object of, "" where it is none."""
    tree, start = run.tree, run.places[0].start
    at = next((at for at in range(len(tree)) if tree.ends[at] > start), -1)
    while at >= 0:
        for below in tree.children(at):
            if tree.relations[below] in SUBJECTS and tree.ends[below] < start:
                own = [one for one in tree.subtree(below) if tree.ends[one] <= start]
                name = run.sentence[tree.starts[own[0]] : tree.ends[own[-1]]]
                return name if _is_noun_phrase(tree, own) else ""
        at = tree.heads[at]
    return ""


def _is_noun_phrase(tree: Tree, tokens: Sequence[int]) -> bool:
    """Tell whether tokens begin as a noun phrase does, with a noun and no verb: not "just behind Brin"."""
    tags = [tree.tags[at] for at in tokens]
    nouns, verbs = ([tag for tag in tags if tag.startswith(kind)] for kind in (_NOUNS, _VERBS))
    opens = bool(tags) and tags[0].startswith(_OPENING) and not tree.words[tokens[-1]].endswith(_GENITIVES)
    return opens and bool(nouns) and not verbs


def _checked(names: list[str]) -> list[str]:
    plain = not any(sign.isdigit() for name in names for sign in name)
    return names if plain and all(name and len(name.split()) <= LONGEST_NAME for name in names) else []

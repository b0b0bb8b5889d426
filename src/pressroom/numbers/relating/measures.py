"""Several measures of one thing: "a 40-kilometre fence. This construction occupied 10,000 soldiers"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pressroom.model.numbers import NumberRelation, RelationKind
from pressroom.model.quantity import Kind, Quantity
from pressroom.numbers.languages import all_languages, language
from pressroom.numbers.relating.sites import by_sentence, is_level, locate, parse_sentence
from pressroom.numbers.wording.site import Site
from pressroom.syntax import Tree

MOST = 4
NEXT = 4  # characters between two sentences that follow each other
STEM = 6  # letters by which a word is known again in another form
_WORDS = all_languages().relations
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
_OBJECTS = ("obj", "iobj", "")


def find_measures(quantities: list[Quantity], key: Collection[int], lang: str) -> Iterator[NumberRelation]:
    """Yield quantities of different kinds that are said of one subject, or of what the next sentence takes
    up with "this", where one of them is a key number, known by its start.
    """
    sentences = by_sentence(quantities)
    for at, group in enumerate(sentences):
        before = sentences[at - 1] if at else []
        own = _said_of_subject(group, lang) if _may_measure(group, before, key) else []
        if before and own and group[0].sentence.start - before[0].sentence.end <= NEXT:
            own = [*_taken_up(before, group, lang), *own]
        kinds = [one.kind for one in own]
        if 2 <= len(own) <= MOST and len(set(kinds)) == len(kinds):
            yield NumberRelation(RelationKind.MEASURES, tuple(own), ("",) * len(own))


def _may_measure(group: list[Quantity], before: list[Quantity], key: Collection[int]) -> bool:
    """Tell whether a sentence, with what it takes up, has measures of two kinds and a key number at all: most
    have not, and need not be parsed.
    """
    own = _find_levels(group)
    told = group[0].sentence_text.lower().startswith(tuple(_WORDS.this))
    held = [*own, *(before if told else ())]
    return bool(own) and len({one.kind for one in held}) > 1 and any(one.start in key for one in held)


def _find_levels(group: list[Quantity]) -> list[Quantity]:
    return [one for one in group if one.comparison is None and is_level(one)]


def _said_of_subject(group: list[Quantity], lang: str) -> list[Quantity]:
    """Return the quantities of a sentence that are said of its one subject, [] where others stand in it."""
    tree = parse_sentence(group[0].sentence_text, lang)
    if tree is None or len(_subjects(tree)) != 1:
        return []
    if any(word.lower() in language(lang).relations.each for word in tree.words):
        return []  # "about 300 at each event over ten years"
    found = []
    for one in group:
        if one.kind is Kind.DURATION and any(one.text in other.period for other in group):
            found.append(one)  # "over the past eight months"
        elif one.kind is not Kind.DURATION and _is_object(one, lang):
            found.append(one)
    return found if all(is_level(one) and one.comparison is None for one in found) else []


def _subjects(tree: Tree) -> list[int]:
    return [at for at in range(len(tree)) if tree.relations[at] in _SUBJECTS]


def _is_object(quantity: Quantity, lang: str) -> bool:
    """Tell whether a quantity is counted by its unit and stands as an object of the sentence's verbs."""
    site = locate(quantity, lang)
    if site is None or not quantity.unit or not site.direct:
        return False
    return site.role in _OBJECTS and _is_main(site)


def _is_main(site: Site) -> bool:
    """Tell whether a clause is the main one, or is joined to it by "and"."""
    at = site.clause
    while site.tree.heads[at] >= 0:
        if site.tree.relations[at] != "conj":
            return False
        at = site.tree.heads[at]
    return True


def _taken_up(before: list[Quantity], group: list[Quantity], lang: str) -> list[Quantity]:
    """Return the quantities of the sentence before that "this construction" of the next takes up."""
    tree, earlier = (parse_sentence(one[0].sentence_text, lang) for one in (group, before))
    if tree is None or earlier is None or tree.words[0].lower() not in _WORDS.this:
        return []
    subject = tree.subtree(_subjects(tree)[0])
    stems = {tree.words[at][:STEM].lower() for at in subject if len(tree.words[at]) > STEM}
    for at in reversed(range(len(earlier))):
        if earlier.words[at][:STEM].lower() in stems:
            held = earlier.subtree(at)
            return [one for one in before if is_level(one) and _holds(held, one, lang)]
    return []


def _holds(tokens: list[int], quantity: Quantity, lang: str) -> bool:
    site = locate(quantity, lang)
    return site is not None and site.nominal in tokens and bool(quantity.unit)

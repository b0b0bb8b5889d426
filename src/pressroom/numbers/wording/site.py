"""Where a number stands in its parsed sentence: its noun phrase, its clause, and its part in that clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from pressroom.model.quantity import Kind, Quantity
from pressroom.numbers.languages.form import WordingWords
from pressroom.numbers.wording.display import NumberPlace
from pressroom.syntax import CLAUSE_SUBJECTS, Tree

_NOMINAL = ("NOUN", "PROPN")
_ATTRIBUTIVE = frozenset({"nummod", "compound", "amod", "det", "advmod"})
_MODIFIERS = frozenset({"amod", "compound", "case", "fixed", "flat", "det", "aux", "aux:pass", "cop"})
_PREDICATED = frozenset({"nsubj", "csubj", "cop"})
_TIMED = frozenset({"obl", "nmod", "obl:tmod", "nmod:tmod", "obl:unmarked", "compound"})
_BEHIND_A_NOUN = frozenset(
    {"nmod", "acl", "acl:relcl", "amod", "compound", "flat", "fixed", "conj", "cc", "nummod"}
    | {"advmod", "punct", "nmod:poss", "obl", "case", "det", "dep", "nmod:tmod", "appos"}
)


@dataclass(frozen=True)
class Site:
    """A number in its sentence.

    ``first`` and ``last`` are the tokens that the tile's big figure takes up: qualifier, number, unit, rate;
    ``nominal`` is the head of the noun phrase that the number belongs to; ``holder`` that of the phrase which
    names it, "fine" in "a fine of £300", else the nominal.
    """

    tree: Tree
    place: NumberPlace
    quantity: Quantity
    words: WordingWords
    lang: str
    first: int
    last: int
    nominal: int
    holder: int

    @cached_property
    def clause(self) -> int:
        """The head of the clause in which the number stands: a verb, a predicate, or the root."""
        return find_clause(self.tree, self.holder)

    @cached_property
    def top(self) -> int:
        """The token right below the clause's head through which the number hangs on it."""
        at = self.holder
        while at != self.clause and self.tree.heads[at] != self.clause:
            at = self.tree.heads[at]
        return at

    @property
    def role(self) -> str:
        """The relation through which the number hangs on its clause, "" where it is the head itself."""
        return "" if self.top == self.clause else self.tree.relations[self.top]

    @cached_property
    def direct(self) -> bool:
        """Whether the phrase itself stands in that role, alone or in a list, and not within another."""
        at = self.holder
        while at != self.top:
            if self.tree.relations[at] != "conj":
                return False
            at = self.tree.heads[at]
        return True

    def slice(self, first: int, last: int) -> str:
        """Return the text of the tokens from ``first`` to ``last``; the number has its qualifier and rate."""
        start = self.place.shown_start if first == self.first else self.tree.starts[first]
        end = self.place.shown_end if last == self.last else self.tree.ends[last]
        text = self.quantity.sentence_text
        closes = text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end)
        return text[start : end + closes]


def find_site(
    tree: Tree, place: NumberPlace, quantity: Quantity, words: WordingWords, lang: str
) -> Site | None:
    """Return where a number stands in its parsed sentence, None where no token holds it."""
    inside = _tokens(tree, place.start, place.end)
    if not inside:
        return None
    head = next((at for at in reversed(inside) if tree.heads[at] not in inside), inside[-1])
    nominal = _nominal(tree, head)
    shown = _tokens(tree, place.shown_start, place.shown_end)
    holder = _holder(tree, nominal, shown[0], quantity, words)
    return Site(tree, place, quantity, words, lang, shown[0], shown[-1], nominal, holder)


def _tokens(tree: Tree, start: int, end: int) -> list[int]:
    return [at for at in range(len(tree.words)) if tree.starts[at] < end and tree.ends[at] > start]


def _nominal(tree: Tree, head: int) -> int:
    """Return the noun that a number stands by: "homes" of "60,600 homes", "grant" of "a £2m grant"."""
    at = head
    while tree.relations[at] in _ATTRIBUTIVE and tree.heads[at] > at and _is_nominal(tree, tree.heads[at]):
        at = tree.heads[at]
    return at


def _is_nominal(tree: Tree, at: int) -> bool:
    return tree.tags[at].startswith(_NOMINAL) or tree.tags[at] in ("SYM", "NUM", "ADJ")


def _holder(tree: Tree, nominal: int, first: int, quantity: Quantity, words: WordingWords) -> int:
    """Return the noun that an amount is the size of, "fine" of "a fine of £300", else the nominal."""
    above = tree.heads[nominal]
    if tree.relations[nominal] != "nmod" or above < 0 or above > first or not _is_nominal(tree, above):
        return nominal
    case = [at for at in tree.children(nominal) if tree.relations[at] == "case"]
    if not case or tree.words[case[0]].lower() not in words.of:
        return nominal
    between = set(range(above + 1, first)) - set(tree.subtree(nominal))
    return nominal if between or quantity.kind is Kind.NUMBER else above


def is_clause(tree: Tree, at: int) -> bool:
    """Tell whether a token heads a clause: a verb that is no modifier, a predicate, or what has a subject."""
    if tree.relations[at] in _MODIFIERS:
        return False
    if tree.tags[at].startswith(("VERB", "AUX")):
        return True
    return any(
        tree.relations[child].split(":")[0] in ("nsubj", "csubj", "cop") for child in tree.children(at)
    )


def find_clause(tree: Tree, at: int) -> int:
    """Return the head of the clause in which a token stands."""
    while not is_clause(tree, at) and tree.heads[at] >= 0:
        at = tree.heads[at]
    return at


def find_shared_subject(tree: Tree, verb: int) -> int | None:
    """Return the subject of a verb, which it may share with the one ahead: "has 11 stops and cost £3m"."""
    at = verb
    for _ in range(MOST_SHARING):
        subject = child(tree, at, *CLAUSE_SUBJECTS)
        if subject is not None:
            return subject if at == verb or subject < at else None
        first = tree.heads[at]
        joined = tree.relations[at] in ("conj", "parataxis") and first >= 0 and is_clause(tree, first)
        bound = child(tree, at, "mark") is not None and child(tree, at, "aux") is None  # "is now to cost £3m"
        if not joined or bound or child(tree, at, "expl") is not None:
            return None
        at = first
    return None


def find_above(tree: Tree, at: int) -> int | None:
    """Return the head of the clause that a clause stands in, None for the outermost."""
    above = tree.heads[at]
    while above >= 0 and not is_clause(tree, above):
        above = tree.heads[above]
    return above if above >= 0 else None


def find_phrase_end(tree: Tree, nominal: int) -> int:
    """Return the last token of a noun phrase, without what a comma sets off from it."""
    end, own = nominal, set(tree.subtree(nominal))
    for child in tree.children(nominal):
        if child < nominal or (tree.tags[child] == "PUNCT" and tree.words[child] not in MARKS):
            continue
        part = tree.subtree(child)
        if tree.relations[child] not in _BEHIND_A_NOUN or is_set_off(tree, child):
            break
        if not own.issuperset(range(end, part[0])):
            break
        end = max(end, part[-1])
    return end


def find_opening_name(site: Site) -> int | None:
    """Return the colon behind a name that opens the sentence, "Kiel: 340 boats were let"; None where none
    does, or the small print has the name.
    """
    tree = site.tree
    colon = next((at for at in range(1, min(LONGEST_PLACE + 1, site.first)) if tree.words[at] == ":"), None)
    if colon is None or tree.words[0] in site.quantity.attribution:
        return None
    return colon if all(tree.tags[at] == "PROPN" for at in range(colon)) else None


def is_set_off(tree: Tree, at: int) -> bool:
    """Tell whether a comma, a dash or a bracket stands ahead of a token's phrase."""
    first = min(tree.subtree(at))
    return tree.words[first] in MARKS or (first > 0 and tree.words[first - 1] in MARKS)


def find_words(site: Site, words: str) -> list[int]:
    """Return the tokens of words of the sentence, none where they do not stand in it as written."""
    start = site.quantity.sentence_text.find(words) if words else -1
    return _tokens(site.tree, start, start + len(words)) if start >= 0 else []


def tells_time(site: Site, at: int) -> bool:
    """Tell whether a token is a year, or the noun of a phrase that says when."""
    tree, word = site.tree, site.tree.words[at]
    year = len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")
    named = word.lower() in site.words.times and tree.tags[at].startswith(_NOMINAL)
    return year or (named and tree.relations[at] in _TIMED)


def cut_source(site: Site, end: int) -> int:
    """Return the last token of a wording without the ", according to Acme" at its end: the small print has
    it.
    """
    told = find_words(site, site.quantity.attribution)
    if not told or not max(site.last, site.clause) < told[0] <= end:
        return end
    marks = [at for at in range(max(site.last, site.clause) + 1, told[0]) if site.tree.words[at] in MARKS]
    return marks[-1] - 1 if marks and told[0] - marks[-1] <= FAR_SOURCE else end


MOST_SHARING = 3  # verbs that share a subject
LONGEST_PLACE = 3  # tokens of a name that opens a sentence, with a colon behind it
FAR_SOURCE = 4  # tokens from a comma to the source behind it
NUMBERED = re.compile(r"\d+(?:\.\d+)+\.?")  # "3.2" ahead of a paragraph
MARKS = frozenset(",;:()–—-") | {"--"}


def child(tree: Tree, at: int, *relations: str) -> int | None:
    """Return the first dependent of a token in one of these relations."""
    return next((each for each in tree.children(at) if tree.relations[each] in relations), None)

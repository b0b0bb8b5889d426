"""Names with a number in them, which a whole text gives away: "412 Storage Partners", "Boeing 737"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache, lru_cache

from pressroom.numbers.languages import language
from pressroom.numbers.parsing.exclusions import Exclusion
from pressroom.numbers.parsing.patterns import any_of, capitalized
from pressroom.numbers.parsing.plurals import is_plural, is_plural_name
from pressroom.numbers.parsing.rule import Rule

_WORD = r"[^\W\d_a-zß-ÿ][\w&-]*"  # with a capital
_CAPITALS = rf" {_WORD}(?: {_WORD})*"
# a pattern that begins with a digit, a space or a letter is searched for fast; what must not stand ahead is
# looked at afterwards
_BEHIND_A_NAME = re.compile(r" \d{1,4}(?![\w.,-]?\d|%|\w)(?= ?(?P<behind>[^\W\d_]+|\S|$))")
_TELLING = r"(?P<behind>['’]s\b|,? \w+)?"
_JOINED = frozenset(".,$£€¥-")
LONGEST_WORD = 30
MANY_FOLLOWERS = 4  # words that stand behind a name, of which a count has one or two
MOST_COUNTED = 2  # how many times as often a name stands alone as ahead of what may be counted
_CAPITAL = re.compile(rf"{_WORD} ")


@cache
def _leading(lang: str) -> tuple[re.Pattern[str], ...]:
    """Return what finds a number, in digits or in words with a capital, and the capitalized words behind."""
    small = {word for word, value in language(lang).numerals.small.items() if value > 1 and word.isalpha()}
    number = any_of(word.capitalize() for word in small)
    return tuple(re.compile(rf"(?P<name>{first}{_CAPITALS}){_TELLING}") for first in (r"\d{1,4}", number))


@cache
def _singular(lang: str) -> re.Pattern[str]:
    """Return what stands behind the name of one thing: "is", "has", "'s", ", a"."""
    table = language(lang)
    verbs = any_of(table.names.singular_verbs)
    article = any_of(table.numerals.articles)
    ending = (
        rf"|(?!{any_of(table.nouns.stop)}\b)[a-z]+{table.names.singular_ending}"
        if table.names.singular_ending
        else ""
    )
    return re.compile(rf"['’]s| (?:{verbs}{ending})|, {article}")


def find_recurring_names(text: str, lang: str = "en") -> frozenset[str]:
    """Return the names with a number in them that a text repeats, as written, so that no sentence takes the
    number for a count.

    A phrase of a number and capitalized words is one where it recurs and once stands as one thing ("412
    Storage Partners is …"). A capitalized word and a number are one where they recur and nothing is counted.
    """
    found: Counter[str] = Counter()
    one: Counter[str] = Counter()
    counting: Counter[str] = Counter()
    followers: defaultdict[str, set[str]] = defaultdict(set)
    for pattern in _leading(lang):
        for match in pattern.finditer(text):
            ahead = text[max(0, match.start() - 2) : match.start()]
            if ahead and (ahead[-1].isalnum() or ahead[-1] in _JOINED):
                continue
            name, behind = match["name"], match["behind"] or ""
            found[name] += 1
            several = " " in name.partition(" ")[2]
            if several and _singular(lang).fullmatch(behind):
                one[name] += 1
            if name[0].isalpha() and ahead[:1].islower():
                one[name] += 1  # "at Four Seasons"
    for match in _BEHIND_A_NAME.finditer(text):
        nearest = max(0, match.start() - LONGEST_WORD)
        start = max(text.rfind(blank, nearest, match.start()) for blank in (" ", "\n")) + 1
        name, behind = text[start : match.end()], match["behind"]
        if not _CAPITAL.match(name):
            continue
        found[name] += 1
        followers[name].add(behind)
        counts = behind.isalpha() and _may_be_counted(behind, lang)
        (counting if counts or is_plural_name(name.partition(" ")[0]) else one)[name] += 1
    table = language(lang)
    qualifiers = {phrase.partition(" ")[0] for phrase in table.qualifiers.before}
    opening = capitalized(table.nouns.stop | table.nouns.verbs | qualifiers)
    return frozenset(
        name
        for name in found
        if (one[name] > MOST_COUNTED * counting[name] or len(followers[name]) >= MANY_FOLLOWERS)
        and found[name] > 1
        and name.partition(" ")[0] not in opening
        and not _is_dated(name, lang)
    )


def _may_be_counted(word: str, lang: str) -> bool:
    """Tell whether a word behind a number may be what it counts: "Bremen 40 people", not "Boeing 737 is"."""
    if lang.startswith("en"):
        return word[0].islower() and is_plural(word)
    table = language(lang)
    return word.lower() not in table.nouns.stop | table.names.singular_verbs


def _is_dated(name: str, lang: str) -> bool:
    dates = language(lang).dates
    words = name.lower().split()
    return any(word in dates.months or word in dates.weekdays for word in words)


def find_names(text: str, begin: int, end: int, names: frozenset[str]) -> list[Exclusion]:
    """Return where known names stand in a sentence."""
    found: list[Exclusion] = []
    known = _by_rarest_word(names)
    words = sorted(known.keys() & _LETTERS.findall(text, begin, end))
    for name in (name for word in words for name in known[word]):
        at = text.find(name, begin, end)
        while at >= 0:
            stop = at + len(name)
            joined = text[at - 1 : at].isalnum() or text[stop : stop + 1].isalnum()
            if not joined:
                found.append(Exclusion(at, stop, "part of a name", RECURRING.name))
            at = text.find(name, stop, end)
    return found


_LETTERS = re.compile(r"[^\W_]+")


@lru_cache(maxsize=8)
def _by_rarest_word(names: frozenset[str]) -> dict[str, list[str]]:
    """Return names by the word that the fewest share: a text may have thousands, a sentence has few."""
    words = {name: _LETTERS.findall(name) for name in sorted(names)}
    shared = Counter(word for held in words.values() for word in held)
    found: dict[str, list[str]] = {}
    for name, held in words.items():
        found.setdefault(min(held, key=shared.__getitem__), []).append(name)
    return found


RECURRING = Rule(
    "recurring.name",
    find_names,
    "412 Storage Partners is new. They met 412 Storage Partners again.",
    "412 Storage Partners: part of a name",
)
RULES = (RECURRING,)

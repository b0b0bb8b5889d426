"""Who says a number, in the words of its sentence."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pressroom.numbers.languages import all_languages, language
from pressroom.numbers.parsing.patterns import any_of, capitalized, compile_later
from pressroom.numbers.parsing.rule import Rule
from pressroom.numbers.parsing.tokens import Tokens

_ALL = all_languages()
_WORDS = _ALL.sources
_DATES = language("en").dates
LONGEST_LINK = 80  # characters ahead of a name in which what it belongs to is looked for
_CAPITAL = r"[A-Z][\w’'&.-]{0,30}"
_YEAR = r"(?<=\s)(?:19|20)\d\d(?=\s)"  # "an analysis of 2023 data"
_INITIAL = r"(?<=\b[A-Z])\.(?=[A-Z]\b|\s[A-Z])"  # the dot of a letter that stands for a word: "U.S. Treasury"


def _statement() -> str:
    """Return what tells who says something: "The fire service said", "aid groups estimated", "Police put
    it", "Ana Ruiz, the mayor, said".
    """
    the = any_of(capitalized(_WORDS.articles))
    joint = rf"(?:{any_of(_WORDS.of)}\s+(?:{any_of(_WORDS.the)}\s+)?|{any_of(_WORDS.joints)}\s+)?"
    name = rf"(?:{the}\s+)?(?:{any_of(_WORDS.particles)}\s+)?(?:{_CAPITAL}\s+{joint}){{0,5}}{_CAPITAL}"
    no_speaker = rf"{any_of(_WORDS.no_speakers | _WORDS.adverbs)}\b"
    noun = rf"{the}\s+(?:(?!{no_speaker})[a-z’'-]{{2,30}}\s+){{0,2}}(?!{no_speaker})[a-z’'-]{{2,30}}"
    kind = rf"(?:[A-Z][\w-]{{2,30}}|(?!{no_speaker})[a-z-]{{3,30}})"
    group = rf"{kind}\s{any_of(_WORDS.groups | _WORDS.speakers)}"
    speakers = any_of(capitalized(_WORDS.speakers))
    puts = rf"{any_of(_WORDS.putting)}(?=\s{any_of(_WORDS.put)}\b)"
    said_to_be = any_of(_ALL.claims.to)
    ambiguous = rf"{any_of(_WORDS.nouns_as_well)}(?=\s+(?:{_opening_of_what_is_said()}))"
    verb = rf"(?:{any_of(_WORDS.saying)}(?!\s+{said_to_be}\b)|{ambiguous}|{puts})"
    apposition = r"(?:,\s[^,;.\d]{2,60},)?"
    adverb = rf"(?:{any_of(_WORDS.adverbs)}\s+)?"
    return rf"\b(?P<who>{name}|{noun}|{group}|{speakers}){apposition}\s+{adverb}(?P<verb>{verb})\b"


def _opening_of_what_is_said() -> str:
    """Return what stands behind a verb of saying and not behind a noun that is written alike: "reports that",
    "reports 40", but not "reports now".
    """
    words = _ALL.claims.that | _ALL.nouns.determiners | _WORDS.articles | _WORDS.pronouns
    words |= {phrase for phrase in language("en").qualifiers.before if phrase[:1].isalpha()}
    return rf"{any_of(words)}\b|[\d$£€“\"]"


def _closing() -> str:
    """Return what tells at the end of a sentence who said what is ahead: "…, the State Office estimates"."""
    the = any_of(capitalized(_WORDS.articles))
    name = rf"(?:{the}\s+)?(?:{_CAPITAL}\s+(?:{any_of(_WORDS.joints)}\s+)?){{0,4}}{_CAPITAL}"
    return rf",\s+(?P<who>{name})\s+{any_of(_WORDS.nouns_as_well)}(?=\s*\.?\s*$)"


def _inverted() -> str:
    """Return what tells who said what stands ahead: "…, said Ana Ruiz, the mayor"."""
    that = any_of(_ALL.claims.that)
    who = rf"(?!{that}\b)(?:{any_of(_WORDS.articles)}\s+)?(?:[\w’'&.-]+\s+){{0,5}}?[\w’'&-]+"
    ends = rf"(?=[,;:]|(?!{_INITIAL})\.|\s*$|\s{any_of(_WORDS.behind_name)}\b)"
    return rf"[,”\"’'“]\s+{any_of(_WORDS.inverted)}\s+(?P<who>{who}){ends}"


_THAT = compile_later(lambda: rf"\s+{any_of(_ALL.claims.that)}\b")
_CALLING = compile_later(lambda: rf"\b{any_of(_WORDS.calling)}\s[^,;]{{0,80}}$")
_STATEMENT, _INVERTED, _CLOSING = map(compile_later, (_statement, _inverted, _closing))
_ACCORDING = compile_later(
    lambda: (
        rf"\b{any_of(_WORDS.according)}\s+(?P<who>(?:[^,.;:\n\d()“”\"]|{_INITIAL}|{_YEAR}){{2,90}}?)"
        rf"(?=[,;:\n()“”\"]|(?!{_YEAR})\d|(?!{_INITIAL})\.|\s(?:{_behind_name()}|{_doubt()}"
        rf"|{any_of(_DATES.weekdays)})\b|\s*$|\s[$£€])"
    ),
    re.IGNORECASE,
)


def _behind_name() -> str:
    """Return what ends a name; not what joins two parts of it, "Centre for Economic | and Social Rights", or
    of a list, "Acme | and other firms".
    """
    more = rf"(?-i:[A-Z])|{any_of(_WORDS.more_names)}\b"
    return rf"(?!{any_of(_WORDS.joints)}\s(?:{more})){any_of(_WORDS.behind_name)}"


def _doubt() -> str:
    """Return the phrases of doubt, with which a number begins: "according to police at least 40"."""
    return any_of({phrase for phrase in language("en").qualifiers.before if phrase[:1].isalpha()})


_FINDERS = compile_later(
    lambda: rf"{any_of(_WORDS.finders)}|\b{any_of(_WORDS.finding_offices)}\b", re.IGNORECASE
)
_ARTICLE = compile_later(lambda: rf"^{any_of(_WORDS.articles)}\s+", re.IGNORECASE)
# what a name belongs to: "a spokesman for Acme", "the head of the fund"
_BELONGING = compile_later(
    lambda: (
        rf"(?P<head>\b{any_of(capitalized(_WORDS.articles))}\s+(?:[\w’'-]+\s+){{0,2}}[\w’'-]+"
        rf"|^[A-Z][a-z]+(?:\s[a-z]+)?)\s+"
        rf"{any_of(_WORDS.belonging)}\s+$"
    )
)
_OBJECT = compile_later(lambda: rf"\b{any_of(capitalized(_WORDS.before_objects))}\s+$")
_VALUE_AHEAD = compile_later(lambda: rf"\b{any_of(_WORDS.values)}\s$")  # "the number | police gave"
# where another speaker may take over: "the minister said 2,100 but the Red Cross says 8,000"
_TURNS = compile_later(lambda: rf";|\b{any_of(_WORDS.turns)}\b")
# words without one of which a sentence names no source
_TELLING = {
    word
    for phrase in _WORDS.saying | _WORDS.putting | _WORDS.according | _WORDS.nouns_as_well | _WORDS.inverted
    for word in phrase.split()
} - _WORDS.auxiliaries | _WORDS.telling


@cache
def _named() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in _WORDS.named)


def may_be_sourced(tokens: Tokens) -> bool:
    """Tell whether a sentence has a word without which none names a source."""
    return not _TELLING.isdisjoint(tokens.words)


def find_attribution(text: str, begin: int, end: int, start: int) -> str:
    """Return who is given as the source of a number at ``start``, in the words of its part of a sentence;
    "" for none.
    """
    for turn in _TURNS().finditer(text, begin, end):
        if turn.start() >= start:
            end = turn.start()
            break
        begin = turn.end()
    said = _find_speakers(text, begin, end)
    ahead = [who for _, stop, who in said if stop <= start]
    if ahead:
        return ahead[-1]
    # "though 40 boats came, the mayor said that …": what is said stands behind
    behind = [
        (stop, who)
        for first, stop, who in said
        if not _THAT().match(text, stop, end) and not _VALUE_AHEAD().search(text, begin, first)
    ]
    if not behind or _CALLING().search(text, start, behind[0][0]):
        return ""  # "40 boats came, after what the mayor said was a storm"
    return behind[0][1]


@lru_cache(maxsize=8)  # asked for each number of a part
def _find_speakers(text: str, begin: int, end: int) -> tuple[tuple[int, int, str], ...]:
    """Return who says what in a part of a sentence, each with where the words that tell so begin and end."""
    for pattern in (_ACCORDING(), *_named()):
        match = pattern.search(text, begin, end)
        if match:
            return ((begin, end, _ARTICLE().sub("", match["who"].strip())),)
    statements = (
        (match.start(), match.end(), _speaker(match, begin))
        for match in _STATEMENT().finditer(text, begin, end)
    )
    said = tuple(one for one in statements if one[2])
    if said:
        return said
    behind = _INVERTED().search(text, begin, end) or _CLOSING().search(text, begin, end)
    return ((begin, end, _speaker(behind, begin)),) if behind else ()


def _speaker(match: re.Match[str], begin: int) -> str:
    """Return who speaks in a statement, "" where nobody does: what stands there is no person or document."""
    text, start = match.string, match.start("who")
    who = _ARTICLE().sub("", match["who"].strip())
    first = who.partition(" ")[0]
    while first.lower() in _WORDS.nobody and " " in who and not first[0].isupper():
        who = _ARTICLE().sub("", who.partition(" ")[2])  # "and police said"
        first = who.partition(" ")[0]
    last = who.rpartition(" ")[2].lower()
    if first.lower() in _WORDS.nobody or last in _ALL.roles.former or last in _WORDS.pronouns:
        return ""  # "the previously announced £7m", "Yesterday I"
    ahead = text[max(begin, start - LONGEST_LINK) : start]
    if first.lower() in _DATES.months and re.search(r"\d\s*$", ahead):
        return ""  # "the survey of 12 February found"
    belongs = _BELONGING().search(ahead)
    if belongs:
        who = _ARTICLE().sub("", f"{belongs['head']}{ahead[belongs.end('head') :]}{match['who']}")
    elif _OBJECT().search(ahead):
        return ""  # "on enterprise SLA reports"
    verb = match.groupdict().get("verb") or ""
    return "" if verb in _WORDS.finding and not _FINDERS().search(who) else who


ATTRIBUTION = Rule(
    "sources.attribution", find_attribution, "The police said 83 people died.", "83 = 83 people, by police"
)
RULES = (ATTRIBUTION,)

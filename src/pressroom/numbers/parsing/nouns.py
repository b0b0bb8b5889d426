"""What is counted: the noun phrase behind a number, or ahead of it, or in the clause before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressroom.numbers.languages import language
from pressroom.numbers.languages.en.plurals import COMPOUND as _COMPOUND
from pressroom.numbers.languages.form import (
    Language,
)
from pressroom.numbers.languages.lists import words
from pressroom.numbers.parsing.numberwords import parse_compound
from pressroom.numbers.parsing.plurals import is_plural, is_plural_name, singular
from pressroom.numbers.parsing.tokens import HYPHENS, Tokens, TokenType

_LATIN = "\u024f"  # the last letter of the Latin alphabets
LONGEST = 7  # words of a noun phrase

_STATES = frozenset({"dead", "missing", "injured", "wounded", "killed", "hurt", "homeless", "displaced"})
_PERSONS = frozenset({"people", "men", "women", "children", "troops"})
_NEVER_LAST = words("new separate other different total additional extra further such own")
_PARTICIPLE = re.compile(
    r"(?:\s+more)?\s+(?:(?:have|has|had|were|was|are|is|being|been|be|will be|to be|have been|has been"
    r"|had been|still|also|already|now)\s+)*(?P<words>(?:missing|homeless|pending|outstanding|vacant|absent"
    r"|unpaid|(?!(?:exceed|need|proceed|succeed|feed|breed|speed|seed|indeed|bleed)\b)(?!(?:stay|remain"
    r"|seem|appear|want|need|agree|liv|work|start|happen|occurr|report|receiv|pass|end|head|turn|call|gain"
    r"|enter|exceed|achiev|attend|visit|vot|join|appli|protest|march|travel|respond|benefit|struggl"
    r"|complain|answer|chang)ed\b)\w+ed|hidden|taken|given|broken|stolen|driven|shown|known|grown|blown"
    r"|thrown|hurt|dead|killed|lost|held|born|put|cut|shut|sold|built|made|found|left|sent)(?:\s+(?:or"
    r"|and)\s+(?:\w+ed|missing|hurt|dead))?)\b(?!\s+(?:their|his|her|its|the|a|an|out)\b)"
)
_CARRYING = re.compile(
    r"\s+(?P<words>(?:carrying|bearing|living|working|seeking|laden with)\s+\w+|aged\s+\d+(?! (?:months"
    r"|weeks|days|to)\b)(?:[–-]\d+|\s(?:and|or)\s(?:over|older|above|under))?)\b"
)
_STATE = re.compile(r" (?P<more>(?:or|and) (?:dead|missing|injured|wounded|killed|hurt))\b")


@dataclass(slots=True, eq=False, repr=False)
class Counted:
    """What is counted: the head noun in the singular, the noun phrase, the participle behind it, where it
    ends.
    """

    noun: str
    phrase: str
    last: int = 0
    state: str = ""

    @property
    def subject(self) -> str:
        """Return the noun phrase with what befell it: "soldiers killed or wounded"."""
        return f"{self.phrase} {self.state}" if self.state else self.phrase


def counted_after(tokens: Tokens, first: int, lang: str, *, one: bool = False) -> Counted | None:
    """Return what stands behind a number as the thing counted, None where nothing is.

    ``first`` is the place behind the number; ``one`` tells that the number is one, so that the noun is
    singular.
    """
    table = language(lang)
    at = tokens.skip_hyphen(first)
    hyphened = at > first
    if not hyphened:
        at = _over_fillers(tokens, at, table)
    run = _run(tokens, at, table)
    if not run:
        return None
    if not lang.startswith("en") or tokens.written(at)[0] > _LATIN:
        return _foreign(tokens, run, table, one=one)
    if hyphened and not tokens.written(at)[:1].isupper():
        # "a 12-seat minibus" counts seats
        return Counted(singular(tokens.low(at)), tokens.cut(at, run[-1] + 1), run[-1] + 1)
    head = _head(tokens, run, one=one)
    return _whole(tokens, at, head) if head is not None else None


def _over_fillers(tokens: Tokens, at: int, table: Language) -> int:
    """Return the place behind words that tell nothing of the thing: "40 of them were new", "22 of whom were
    children".
    """
    if tokens.low(at) == "of" and tokens.low(at + 1) in _THEM:
        at += 2
    if tokens.low(at) in _BEING and is_plural(tokens.low(at + 1)) and tokens.low(at + 1) not in _STATES:
        return at + 1  # "40 were crew": what they were is what is counted
    while tokens.low(at) in table.nouns.fillers:
        at += 1
    return at + 1 if tokens.low(at) in _ADVERBS else at


_THEM = words("them whom these those which")
_BEING = words("were are")
_ADVERBS = words(
    "newly previously highly fully nearly heavily mostly largely severely seriously critically officially "
    "badly recently"
)


def _run(tokens: Tokens, at: int, table: Language) -> list[int]:
    """Return the places of the words that may make a noun phrase from here on."""
    places: list[int] = []
    while len(places) < LONGEST:
        sort = tokens.type(at)
        low = tokens.low(at)
        if places and low in HYPHENS and tokens.glued(at) and tokens.glued(at + 1):
            at += 1
            continue
        if low == "&" and places:
            at += 1
            continue
        if sort is TokenType.NAME and places and not tokens.glued(at):
            places.append(at)
            at += 1
            continue
        if (
            sort is not TokenType.WORD
            or low in table.nouns.stop
            or low in table.numerals.small
            or parse_compound(low, table.numerals) is not None
        ):
            break
        if not _modifies(tokens, at, table):
            break
        places.append(at)
        at += 1
    return places


def _head(tokens: Tokens, run: list[int], *, one: bool) -> int | None:
    """Return the place of the head noun: the first plural, unless it opens a compound or another plural
    follows.
    """
    for number, place in enumerate(run):
        low = tokens.low(place)
        joined = tokens.low(place + 1) in HYPHENS and tokens.glued(place + 1) and tokens.glued(place + 2)
        behind = run[number + 1] if number + 1 < len(run) else None
        if behind is not None and not joined and low in _COMPOUND and is_plural(tokens.low(behind)):
            return behind
        if joined:
            continue
        if (
            is_plural(low)
            or (low.endswith("is") and tokens.written(place)[0].isupper())
            or (low in _COMPOUND and behind is None)
        ):
            if behind is not None and _is_noun_plural(tokens, behind) and low not in _PERSONS:
                return behind
            return place
    if one:
        return _singular_head(tokens, run)
    return run[0] if tokens.low(run[0]) in _STATES else None


def _is_noun_plural(tokens: Tokens, place: int) -> bool:
    word = tokens.written(place)
    return word.islower() and is_plural(word)


def _singular_head(tokens: Tokens, run: list[int]) -> int | None:
    """Return the last word of a singular phrase, before what looks like a verb."""
    head = None
    for place in run:
        low = tokens.low(place)
        if head is not None and (low.endswith(("ed", "ing", "ly"))):
            break
        head = place
    return head


def _foreign(tokens: Tokens, run: list[int], table: Language, *, one: bool) -> Counted | None:
    """Take the noun by its place: the first capital where nouns have one, the first word where adjectives
    follow.
    """
    head: int | None = run[0]
    if table.nouns.adjectives_follow:
        head = next((place for place in run[:3] if tokens.low(place)[-1] in "sx"), run[0] if one else None)
    if table.nouns.capital_nouns:
        head = next((place for place in run if tokens.written(place)[:1].isupper()), None)
    return Counted(tokens.written(head), tokens.cut(run[0], head + 1), head + 1) if head is not None else None


def _whole(tokens: Tokens, first: int, head: int) -> Counted | None:
    """Add to a noun phrase the second state or the participle that stands behind it."""
    text = tokens.text
    low = tokens.low(head)
    limit, end = tokens.ends[-1], tokens.ends[head]
    if low in _NEVER_LAST or low.endswith("ly"):
        return None
    phrase = tokens.cut(first, head + 1)
    state = _STATE.match(text, end) if low in _STATES else None
    if state and state.end() <= limit:
        both = f"{phrase} {state['more']}"
        return Counted(both.lower() if head == first else f"{low} {state['more']}", both, head + 1)
    noun = singular(tokens.written(head))
    noun = noun if noun.isupper() and len(noun) > 1 else noun.lower()
    return Counted(
        noun, phrase, head + 1, state_behind(text, end, limit, plural=is_plural_name(tokens.written(head)))
    )


def state_behind(text: str, end: int, limit: int, *, plural: bool) -> str:
    """Return the participle that stands behind a noun, or behind a number without one: "killed or wounded".

    What is said of one thing is not said of several: "a letter from 12 tenants was noted".
    """
    for more in (_CARRYING.match(text, end), _PARTICIPLE.match(text, end)):
        if more and more["words"] == "aged":
            return ""  # "men aged between 24 and 57"
        if more and more.end() <= limit and not (plural and _OF_ONE.match(more.group())):
            return more["words"]
    return ""


_OF_ONE = re.compile(r"\s+(?:was|is|has)\b")
# beginnings of verbs → what befell those whom the number behind them counts
_BEFELL = {
    "kill": "killed", "injur": "injured", "wound": "wounded", "hurt": "hurt", "displac": "displaced",
    "arrest": "arrested",
    "detain": "detained", "rescu": "rescued", "evacuat": "evacuated", "infect": "infected",
    "execut": "executed", "deport": "deported",
    "kidnap": "kidnapped", "abduct": "abducted", "behead": "beheaded", "murder": "murdered",
    "poison": "poisoned", "drown": "drowned",
    "trapp": "trapped", "uproot": "uprooted", "jail": "jailed", "releas": "released", "freed": "freed",
    "freeing": "freed",
    "vaccinat": "vaccinated", "dismiss": "dismissed", "sack": "sacked", "destroy": "destroyed",
    "damag": "damaged",
}  # fmt: skip  # pairs of words
_BEFALLING = tuple(_BEFELL)
HUMANS = words(
    "people person soldier civilian child woman man boy girl villager student passenger resident worker "
    "officer protester patient police "
    "teacher driver guest migrant refugee miner tourist pupil fighter hostage prisoner troops"
)
_BETWEEN = words("a an the another further some up to about at least an")


def befallen(tokens: Tokens, first: int, counted: Counted | None) -> Counted | None:
    """Add what befell the counted by the verb ahead of the number: "killing 158 people", "injured 12"."""
    at = first - 1
    while tokens.low(at) in _BETWEEN:
        at -= 1
    low = tokens.low(at)
    if low == "dead" and tokens.low(at - 1) in ("shot", "shooting"):
        state = "shot dead"
    elif low.startswith(_BEFALLING):
        state = next(state for verb, state in _BEFELL.items() if low.startswith(verb))
    else:
        return counted
    if tokens.low(at - 1) in ("was", "were", "been", "be", "being"):
        return counted
    things = state in ("destroyed", "damaged")
    if counted is None or (not counted.last and not things and counted.noun not in HUMANS):
        return Counted("", state)  # nobody is named: "injured 12"
    return Counted(counted.noun, counted.phrase, counted.last, state)


_LINKS = words(
    "was were is are had has have be been passed topped exceeded surpassed of at by to stood stands "
    "reached reaches totalled "
    "totaled totals hit fell fallen rose risen grew grown dropped climbed came from increased decreased "
    "cost costs around about "
    "over nearly almost more than less some just only numbered numbers total totalling now already "
    "approximately roughly least up "
    "down jumped slipped edged ticked with an estimated a the record swelled shrank declined will would "
    "could may might should "
    "remained remains currently still"
)  # fmt: skip  # a list of words
_VERBS = words(
    "was were is are passed topped exceeded surpassed stood stands reached reaches totalled totaled totals "
    "hit fell fallen rose risen "
    "grew grown dropped climbed increased decreased numbered numbers jumped slipped edged ticked swelled "
    "shrank declined remained remains"
)
_CLAUSES = words("; : . while whereas but which who when as because although though since where and that —")
_TIMES = words(
    "years months weeks days hours minutes seconds decades times quarters percent figures numbers sales "
    "analysts economists"
)
FAR = 14  # tokens from a toll to its number
REACH = 8  # tokens between a number and what it measures
_NUMBER_OF = words("number count tally total numbers figure amount share proportion percentage rate")
_NO_NOUN = words(
    "little much available which that who it they he she there this these those also more most all some "
    "many much year month week day time"
)


def counted_before(tokens: Tokens, first: int, lang: str) -> Counted | None:
    """Return what stands ahead of a number as the thing counted or measured: "cases passed", "membership
    fell from".
    """
    if tokens.low(first - 1) == "voted":
        return Counted("vote", "votes")  # "voted 219 to 184"
    if tokens.low(first - 1) == "to" and "toll" in tokens.lows[max(0, first - FAR) : first]:
        return Counted("death", "death toll")  # "The death toll from the floods rose to 223"
    table = language(lang)
    at = first - 1
    while (
        at >= 0
        and first - at < REACH
        and (tokens.low(at) in _LINKS or tokens.low(at).startswith(table.ranges.moving))
    ):
        at -= 1
    if at < 0 or at == first - 1 or tokens.type(at) is TokenType.NUMERAL:
        return None
    low = tokens.low(at)
    if low == "cent" or low in table.units.names or low in table.numerals.fractions:
        return None  # "rose 5 per cent to 612"
    is_noun = tokens.type(at) is TokenType.WORD and len(low) > 3 and not low.endswith(("ed", "ing", "ly"))
    is_noun = is_noun and low not in table.nouns.stop and low not in table.nouns.verbs and low not in _NO_NOUN
    links = tokens.lows[at + 1 : first]
    says = any(low in _VERBS or low.startswith(table.ranges.moving) for low in links)
    subject = _subject(tokens, at, table) if says else None
    if not is_noun or (subject and not is_plural(low)):
        return subject
    if not tokens.written(at)[0].islower() and at > 0:
        return subject
    first_word = _first_word(tokens, at, table)
    if tokens.low(first_word - 1) == "of" and tokens.low(first_word - 2) in _NUMBER_OF:
        return Counted(singular(low), tokens.cut(first_word, at + 1))
    if subject and tokens.low(first_word - 1) in table.nouns.stop and first_word > 0:
        return subject  # "applications for houses rose to": what rose stands at the head of its clause
    # a plural is counted ("cases passed 5,000"); a singular is measured and names no unit ("membership fell
    # to")
    return Counted(singular(low) if is_plural(low) else "", tokens.cut(at, at + 1))


def _subject(tokens: Tokens, at: int, table: Language) -> Counted | None:
    """Return the first plural of a clause, which its verb speaks of: "Applications for aid rose to"."""
    start = at
    while start > 0 and tokens.low(start - 1) not in _CLAUSES:
        start -= 1
    for place in range(start, at + 1):
        low = tokens.low(place)
        if (
            tokens.type(place) is not TokenType.WORD
            or low in table.nouns.stop
            or low in _TIMES
            or not is_plural(low)
        ):
            continue
        if tokens.type(place - 1) is TokenType.NUMERAL or (
            place > start and tokens.low(place + 1) in HYPHENS
        ):
            return None
        return Counted(singular(low).lower(), tokens.cut(_first_word(tokens, place, table), place + 1))
    return None


def _first_word(tokens: Tokens, at: int, table: Language) -> int:
    """Return where the phrase of a noun begins, three modifiers ahead at most."""
    first = at
    while first > 0 and at - first < 3 and _modifies(tokens, first - 1, table):
        first -= 1
    return first


def _modifies(tokens: Tokens, at: int, table: Language) -> bool:
    """Tell whether a word may be part of a noun phrase; what looks like a verb may where a hyphen or a
    plural follows.
    """
    low = tokens.low(at)
    if tokens.type(at) is not TokenType.WORD or low in table.nouns.stop:
        return False
    if low not in table.nouns.verbs:
        return True
    behind = tokens.low(at + 1)
    hyphened = behind in HYPHENS and tokens.glued(at + 1) and tokens.glued(at + 2)
    return hyphened or (
        (low.endswith("ed") or low in _ADJECTIVES) and is_plural(behind) and behind not in table.nouns.stop
    )


_ADJECTIVES = words("paid lost sold built bought found shown given taken known spent kept")


def stands_alone(tokens: Tokens, at: int, lang: str) -> bool:
    """Tell whether no noun can begin at a place: a verb, a word of grammar or a sign stands there."""
    if not _modifies(tokens, at, language(lang)):
        return True
    low = tokens.low(at)
    return low.endswith(("ed", "ly", "ing")) and not is_plural(tokens.low(at + 1))

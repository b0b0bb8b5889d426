"""Numbers that are part of a proper name, and scores."""

from __future__ import annotations

from pressroom.numbers.languages.form import words
from pressroom.numbers.naming.dates import is_month
from pressroom.numbers.naming.look import DASHES, WEEKDAYS, Look, Naming
from pressroom.numbers.parsing.nouns import is_plural_name
from pressroom.numbers.parsing.tokens import HYPHENS, Lexemes, Sort

_SCORE_WORDS = words("cayó ganó perdió venció derrotó derrota empate goleó battu battue défaite gagné victoire s'incline égalité "
    "gewann verlor siegte unterlag sieg niederlage win wins won winning beat beats beaten beating lost lose losing loss draw drew drawn defeat defeats defeated victory victories score scores scored "
    "scoreline lead leads led trail trailed trailing record ahead level equaliser final halftime half-time thrashed edged upset sweep swept "
    "down series ruling vote voted decision set sets aggregate penalties friendly homer hammered routed downed topped tie tied shutout")  # fmt: skip


def part_of_name(look: Look) -> Naming | None:
    """A plain number behind a proper name, "Boeing 737", or a number word within one, "Three Rivers"."""
    if not look.bare:
        return None
    if not look.digits:
        return _capital_word(look)
    before = look.first - 1
    grouped = "," in look.digits or len(look.digits) > LONGEST_IN_A_NAME
    in_time = look.lexemes.low(before) in WEEKDAYS or is_month(look, before)
    if grouped or look.qualified or in_time or _is_first_of_two(look):
        return None
    named = _opens_a_name(look) or _closes_a_title(look)
    named = named or (look.is_capital(before) and _is_behind_a_name(look))
    return Naming(look.first, look.last, "part of a name") if named else None


def title(look: Look) -> Naming | None:
    """A number and a unit that are all of a title: the programme "60 Minutes"."""
    quoted = look.ahead() in _QUOTES and (look.behind() in _QUOTES or look.behind(1) in _QUOTES)
    capital = look.lexemes.written(look.last - 1)[:1].isupper() and not look.table.capital_nouns
    return (
        Naming(look.first, look.last, "part of a name") if quoted and capital and look.measure.unit else None
    )


_QUOTES = frozenset("\"“”‘’'«»")


def _closes_a_title(look: Look) -> bool:
    """Tell the last word of a title, "Despicable Me 4", from a count."""
    closes = look.behind() in _QUOTES or (look.behind() in (".", ",") and look.behind(1) in _QUOTES)
    return closes and look.lexemes.written(look.first - 1)[:1].isupper() and look.whole


LONGEST_IN_A_NAME = 5  # characters


def _is_behind_a_name(look: Look) -> bool:
    """Tell "Boeing 737" and "China's Chang'e 6" from "In London 300 officers" and "Tuesday 14 people"."""
    lexemes, before = look.lexemes, look.first - 1
    if look.table.capital_nouns and not look.whole:
        return False
    if look.table.capital_nouns and look.counts() and not _is_a_founding_year(look):
        return False
    if before == 0:
        low = lexemes.low(before)
        if not look.whole or look.counts() or low in look.table.verbs or low.endswith("ly"):
            return False
    name = before
    while look.is_capital(name - 1) or lexemes.low(name - 1) == "&":
        name -= 1
    opening = lexemes.low(name - 1) in _PREPOSITIONS
    if lexemes.low(name - 1) == "the" and not look.table.capital_nouns:
        if lexemes.low(name - 2) in _GIVING and look.counts():
            return False  # "gave the Alliance 196 seats"
        if _is_party(look, before):
            return False
    if "." in look.digits and opening:
        return False
    acronym = lexemes.written(before).isupper() and len(lexemes.written(before)) > 1
    return acronym or not look.counts() or not (opening or not look.whole)


def _is_party(look: Look, at: int) -> bool:
    """Tell "120 seats, the Liberals 47, the Greens 16" from "the Chargers 16": a list of counts of one thing."""
    ahead = look.previous > 0 and look.lexemes.low(look.last) in (",", ".", ";", "and", "")
    return ahead and look.whole and is_plural_name(look.lexemes.written(at))


_GIVING = words("gave give gives giving handed hand hands awarded left leaves leaving allotted allocated won")
_PREPOSITIONS = words("in on at from to near across of by for with since en à im")


def _is_a_founding_year(look: Look) -> bool:
    """Tell the year in the name of a club, "TSG 1899 Hoffenheim", from a count."""
    before = look.lexemes.written(look.first - 1)
    return before.isupper() and len(before) > 1 and look.whole and 1800 <= int(look.digits) <= 2100


def _is_first_of_two(look: Look) -> bool:
    """Tell the first of a range or a share: "Area 3 to 4", "32 von 116", "CI 31-61%"."""
    lexemes, behind = look.lexemes, look.behind()
    if lexemes.sort(look.last + 1) is not Sort.NUMERAL:
        return False
    dashed = behind in DASHES and lexemes.low(look.last + 2) in ("%", "per", "percent")
    return dashed or behind in look.table.to or behind == "von"


def _opens_a_name(look: Look) -> bool:
    """Tell "19 Entertainment, a firm" and "the 2012 Games"-like names from "12 North Korean soldiers" and "300 Americans"."""
    at = look.last
    if look.whole and _is_acronym(look.lexemes, at):
        return True  # "737 MAX"
    if (
        look.table.capital_nouns
        or look.lexemes.glued(at)
        or not look.is_capital(at)
        or len(look.lexemes.low(at)) < 3
    ):
        return False
    while look.is_capital(at):
        if is_plural_name(look.lexemes.written(at)):
            return False
        at += 1
    places = range(at, at + 3)
    return not any(
        look.lexemes.sort(place) is Sort.WORD and is_plural_name(look.lexemes.written(place))
        for place in places
    )


def _is_acronym(lexemes: Lexemes, at: int) -> bool:
    written = lexemes.written(at)
    alone = lexemes.low(at + 1) not in HYPHENS and lexemes.sort(at + 1) is not Sort.WORD
    return len(written) > 2 and written.isupper() and alone and lexemes.sort(at) is Sort.WORD


def _capital_word(look: Look) -> Naming | None:
    lexemes = look.lexemes
    if not lexemes.written(look.first)[:1].isupper() or look.table.capital_nouns or look.measure.numeral.part:
        return None
    start = look.first == 0 or lexemes.low(look.first - 1) in ("“", '"', ":", "‘", "'", "(")
    behind = lexemes.over_hyphen(look.last)
    if lexemes.low(behind) == "&":
        return Naming(look.first, behind + 1, "part of a name")
    if not look.is_capital(behind):
        return (
            Naming(look.first, look.last, "part of a name")
            if not start and look.is_capital(look.first - 1)
            else None
        )
    if not start and lexemes.low(look.first - 1) == "the" and is_plural_name(lexemes.written(behind)):
        return Naming(look.first, behind + 1, "part of a name")  # "the Seven Sisters cliffs"
    at = behind
    while look.is_capital(at):
        at += 1
    if (
        lexemes.sort(at) is Sort.WORD
        and is_plural_name(lexemes.written(at))
        and lexemes.low(at) not in look.table.stop
    ):
        return None  # "Two North Korean soldiers"
    if start and at == behind + 1 and is_plural_name(lexemes.written(behind)):
        return None  # "Ten Republicans voted"
    return Naming(look.first, at, "part of a name")


def score(look: Look) -> Naming | None:
    """A sports score or a split vote: "won 3-1", "6-4, 6-2", "a 3-2 victory"."""
    lexemes = look.lexemes
    if not (look.whole or not look.digits) or not look.bare:
        return None
    dash = look.last
    if lexemes.low(dash) == ":" and not look.english:
        return _score_with_colon(look)
    if lexemes.low(dash) not in DASHES or not lexemes.glued(dash) or not lexemes.glued(dash + 1):
        return None
    other = dash + 1
    if lexemes.sort(other) is Sort.NUMERAL and look.digits:
        high = lexemes.low(other)
        if (
            not high.isdigit()
            or lexemes.low(other + 1) in ("%", "per", "percent")
            or _symbol_follows(lexemes, other + 1)
        ):
            return None
        if (
            lexemes.low(other + 1) in HYPHENS
            and lexemes.glued(other + 1)
            and lexemes.sort(other + 2) is Sort.WORD
        ):
            return None
        value, second = int(look.digits), int(high)
        window = {lexemes.low(at) for at in range(max(0, look.first - 8), min(lexemes.size, other + 6))}
        series = (
            lexemes.low(other + 1) in (",", "and", ";")
            and lexemes.sort(other + 2) is Sort.NUMERAL
            and lexemes.low(other + 3) in DASHES
        )
        if value >= second or (window & _SCORE_WORDS and value <= 200) or series:
            return Naming(look.first, other + 1, "score")
    return None


def _score_with_colon(look: Look) -> Naming | None:
    """2:0, as scores are written in other languages; a ratio says that it is one."""
    lexemes, other = look.lexemes, look.last + 1
    glued = lexemes.glued(look.last) and lexemes.glued(other) and lexemes.sort(other) is Sort.NUMERAL
    if not glued or not look.whole or not look.table.ratios.isdisjoint(lexemes.words):
        return None
    return Naming(look.first, other + 1, "score")


def _symbol_follows(lexemes: Lexemes, at: int) -> bool:
    return lexemes.sort(at) is Sort.MONEY

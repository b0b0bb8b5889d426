"""Numbers that are part of a proper name, and scores."""

from __future__ import annotations

from pressroom.numbers.languages import all_languages
from pressroom.numbers.naming.dates import is_month
from pressroom.numbers.naming.occurrence import DASHES, Naming, Occurrence
from pressroom.numbers.parsing.plurals import is_plural_name
from pressroom.numbers.parsing.tokens import HYPHENS, Tokens, TokenType

_ALL = all_languages()
_GOING_ON = _ALL.names.listing | {",", ";"}
_PERCENT = {"%", *(phrase.partition(" ")[0] for phrase in _ALL.spelling.percent)}


def match_part_of_name(occurrence: Occurrence) -> Naming | None:
    """A plain number behind a proper name, "Boeing 737", or a number word within one, "Three Rivers"."""
    if _is_behind_a_sort(occurrence) or _is_a_capital_measure(occurrence):
        return Naming(occurrence.first, occurrence.last, "part of a name")
    if not occurrence.bare:
        return None
    if not occurrence.digits:
        return _capital_word(occurrence)
    before = occurrence.first - 1
    grouped = "," in occurrence.digits or len(occurrence.digits) > LONGEST_IN_A_NAME
    in_time = occurrence.tokens.low(before) in _ALL.dates.weekdays or is_month(occurrence, before)
    if grouped or occurrence.qualified or in_time or _is_first_of_two(occurrence):
        return None
    named = _opens_a_name(occurrence) or _closes_a_title(occurrence) or _is_a_heading(occurrence)
    named = named or (occurrence.is_capital(before) and _is_behind_a_name(occurrence))
    return Naming(occurrence.first, occurrence.last, "part of a name") if named else None


def _is_behind_a_sort(occurrence: Occurrence) -> bool:
    """Tell the title in "the film 12 Angry Men" by the sort of thing that it is of."""
    sort = occurrence.ahead() in occurrence.table.names.titled and not occurrence.table.nouns.capital_nouns
    return sort and occurrence.is_capital(occurrence.last)


def _is_a_heading(occurrence: Occurrence) -> bool:
    """Tell the name that opens a line ahead of a colon, "Nokia 9000 Communicator: the first of them"."""
    tokens, last = occurrence.tokens, occurrence.last
    alone = occurrence.first == 1 and occurrence.whole and tokens.low(last + 1) == ":"
    return alone and occurrence.is_capital(0) and tokens.written(last)[:1].isupper()


def _is_a_capital_measure(occurrence: Occurrence) -> bool:
    """Tell "Three Mile Island" from "Three miles"."""
    written = [occurrence.tokens.written(at)[:1] for at in range(occurrence.first, occurrence.last + 1)]
    capitals = not occurrence.headline and not occurrence.table.nouns.capital_nouns
    named = capitals and bool(occurrence.measure.unit) and not occurrence.digits
    return named and all(letter.isupper() for letter in written)


def match_title(occurrence: Occurrence) -> Naming | None:
    """A number and a unit that are all of a title: the programme "60 Minutes"."""
    quoted = occurrence.ahead() in _QUOTES and (
        occurrence.behind() in _QUOTES or occurrence.behind(1) in _QUOTES
    )
    capital = (
        occurrence.tokens.written(occurrence.last - 1)[:1].isupper()
        and not occurrence.table.nouns.capital_nouns
    )
    return (
        Naming(occurrence.first, occurrence.last, "part of a name")
        if quoted and capital and occurrence.measure.unit
        else None
    )


_QUOTES = frozenset("\"“”‘’'«»")


def _closes_a_title(occurrence: Occurrence) -> bool:
    """Tell the last word of a title, "Despicable Me 4", from a count."""
    closes = occurrence.behind() in _QUOTES or (
        occurrence.behind() in (".", ",") and occurrence.behind(1) in _QUOTES
    )
    return closes and occurrence.tokens.written(occurrence.first - 1)[:1].isupper() and occurrence.whole


LONGEST_IN_A_NAME = 5  # characters


def _is_behind_a_name(occurrence: Occurrence) -> bool:
    """Tell "Boeing 737" and "China's Chang'e 6" from "In London 300 officers" and "Tuesday 14 people"."""
    tokens, before = occurrence.tokens, occurrence.first - 1
    if occurrence.table.nouns.capital_nouns and not occurrence.whole:
        return False
    if occurrence.table.nouns.capital_nouns and occurrence.counts() and not _is_a_founding_year(occurrence):
        return False
    written = tokens.written(before)
    # "UFC 196", "S&P 500"
    acronym = written.isupper() and (len(written) > 1 or tokens.low(before - 1) == "&")
    if before == 0:
        if acronym and occurrence.whole and _is_titled(occurrence):
            return True
        low = tokens.low(before)
        if (
            not occurrence.whole
            or occurrence.counts()
            or low in occurrence.table.nouns.verbs
            or low.endswith("ly")
        ):
            return False
    name = before
    while occurrence.is_capital(name - 1) or tokens.low(name - 1) == "&":
        name -= 1
    opening = tokens.low(name - 1) in _ALL.names.before_names
    if tokens.low(name - 1) in _ALL.names.the and not occurrence.table.nouns.capital_nouns:
        if tokens.low(name - 2) in _ALL.names.giving and occurrence.counts():
            return False  # "gave the Alliance 196 seats"
        if _is_party(occurrence, before):
            return False
    if "." in occurrence.digits and opening:
        return False
    return acronym or not occurrence.counts() or not (opening or not occurrence.whole)


def _is_titled(occurrence: Occurrence) -> bool:
    """Tell "UFC 196 results: …", a line with a colon behind the noun, from "USA 400 schools shut"."""
    tokens = occurrence.tokens
    return tokens.low(occurrence.last + 1) == ":" and not tokens.text.isupper()


def _is_party(occurrence: Occurrence, at: int) -> bool:
    """Tell "120 seats, the Liberals 47, the Greens 16" from "the Chargers 16": a list of counts of one
    thing.
    """
    ahead = occurrence.previous > 0 and occurrence.tokens.low(occurrence.last) in _GOING_ON | {".", ""}
    return ahead and occurrence.whole and is_plural_name(occurrence.tokens.written(at))


def _is_a_founding_year(occurrence: Occurrence) -> bool:
    """Tell the year in the name of a club, "TSG 1899 Hoffenheim", from a count."""
    before = occurrence.tokens.written(occurrence.first - 1)
    return (
        before.isupper() and len(before) > 1 and occurrence.whole and 1800 <= int(occurrence.digits) <= 2100
    )


def _is_first_of_two(occurrence: Occurrence) -> bool:
    """Tell the first of a range or a share: "Area 3 to 4", "32 von 116", "CI 31-61%"."""
    tokens, behind = occurrence.tokens, occurrence.behind()
    if tokens.type(occurrence.last + 1) is not TokenType.NUMERAL:
        return False
    dashed = behind in DASHES and tokens.low(occurrence.last + 2) in _PERCENT
    return dashed or behind in occurrence.table.ranges.to or behind in _ALL.names.of_total


def _opens_a_name(occurrence: Occurrence) -> bool:
    """Tell "19 Entertainment, a firm" and "the 2012 Games"-like names from "12 North Korean soldiers" and
    "300 Americans".
    """
    at = occurrence.last
    if occurrence.whole and _is_acronym(occurrence.tokens, at):
        return True  # "737 MAX"
    if (
        occurrence.table.nouns.capital_nouns
        or occurrence.tokens.glued(at)
        or not occurrence.is_capital(at)
        or len(occurrence.tokens.low(at)) < 3
    ):
        return False
    while occurrence.is_capital(at):
        if is_plural_name(occurrence.tokens.written(at)):
            return False
        at += 1
    places = range(at, at + 3)
    return not any(
        occurrence.tokens.type(place) is TokenType.WORD and is_plural_name(occurrence.tokens.written(place))
        for place in places
    )


def _is_acronym(tokens: Tokens, at: int) -> bool:
    written = tokens.written(at)
    alone = tokens.low(at + 1) not in HYPHENS and tokens.type(at + 1) is not TokenType.WORD
    return len(written) > 2 and written.isupper() and alone and tokens.type(at) is TokenType.WORD


def _capital_word(occurrence: Occurrence) -> Naming | None:
    tokens = occurrence.tokens
    if (
        not tokens.written(occurrence.first)[:1].isupper()
        or occurrence.table.nouns.capital_nouns
        or occurrence.headline
        or occurrence.measure.numeral.part
    ):
        return None
    start = occurrence.first == 0 or tokens.low(occurrence.first - 1) in ("“", '"', ":", "‘", "'", "(")
    behind = tokens.skip_hyphen(occurrence.last)
    if tokens.low(behind) == "&":
        return Naming(occurrence.first, behind + 1, "part of a name")
    if not occurrence.is_capital(behind):
        return (
            Naming(occurrence.first, occurrence.last, "part of a name")
            if not start and occurrence.is_capital(occurrence.first - 1)
            else None
        )
    if (
        not start
        and tokens.low(occurrence.first - 1) in _ALL.names.the
        and is_plural_name(tokens.written(behind))
    ):
        return Naming(occurrence.first, behind + 1, "part of a name")  # "the Seven Sisters cliffs"
    at = behind
    while occurrence.is_capital(at):
        at += 1
    if (
        tokens.type(at) is TokenType.WORD
        and is_plural_name(tokens.written(at))
        and tokens.low(at) not in occurrence.table.nouns.stop
    ):
        return None  # "Two North Korean soldiers"
    if start and at == behind + 1 and is_plural_name(tokens.written(behind)):
        return None  # "Ten Republicans voted"
    return Naming(occurrence.first, at, "part of a name")


def match_score(occurrence: Occurrence) -> Naming | None:
    """A sports score or a split vote: "won 3-1", "6-4, 6-2", "a 3-2 victory"."""
    tokens = occurrence.tokens
    if not (occurrence.whole or not occurrence.digits) or not occurrence.bare:
        return None
    dash = occurrence.last
    if tokens.low(dash) == ":" and not occurrence.english:
        return _score_with_colon(occurrence)
    if tokens.low(dash) not in DASHES or not tokens.glued(dash) or not tokens.glued(dash + 1):
        return None
    other = dash + 1
    if tokens.type(other) is TokenType.NUMERAL and occurrence.digits:
        high = tokens.low(other)
        if not high.isdigit() or tokens.low(other + 1) in _PERCENT or _symbol_follows(tokens, other + 1):
            return None
        if (
            tokens.low(other + 1) in HYPHENS
            and tokens.glued(other + 1)
            and tokens.type(other + 2) is TokenType.WORD
        ):
            return None
        value, second = int(occurrence.digits), int(high)
        window = {tokens.low(at) for at in range(max(0, occurrence.first - 8), min(tokens.size, other + 6))}
        series = (
            tokens.low(other + 1) in _GOING_ON
            and tokens.type(other + 2) is TokenType.NUMERAL
            and tokens.low(other + 3) in DASHES
        )
        if value >= second or (window & _ALL.names.scores and value <= 200) or series:
            return Naming(occurrence.first, other + 1, "score")
    return None


def _score_with_colon(occurrence: Occurrence) -> Naming | None:
    """2:0, as scores are written in other languages; a ratio says that it is one."""
    tokens, other = occurrence.tokens, occurrence.last + 1
    glued = tokens.glued(occurrence.last) and tokens.glued(other) and tokens.type(other) is TokenType.NUMERAL
    if not glued or not occurrence.whole or not occurrence.table.names.ratios.isdisjoint(tokens.words):
        return None
    return Naming(occurrence.first, other + 1, "score")


def _symbol_follows(tokens: Tokens, at: int) -> bool:
    return tokens.type(at) is TokenType.MONEY

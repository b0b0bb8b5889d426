"""Numbers that refer or identify: articles, rooms, codes, addresses, lists of them."""

from __future__ import annotations

from pressroom.numbers.languages import all_languages, language
from pressroom.numbers.languages.units import UNITS_OF_LETTERS
from pressroom.numbers.naming.occurrence import DASHES, Naming, Occurrence, joints
from pressroom.numbers.parsing.plurals import is_plural
from pressroom.numbers.parsing.tokens import HYPHENS, Tokens, TokenType

_NAMES = all_languages().names
NEAREST_BASE = 4  # tokens from a rate to the many that it is counted by
_BASES = tuple(10.0**power for power in range(2, 7))
_SUFFIXES = _NAMES.behind_digits | language("en").dates.ordinal_endings | {"x"}


def match_reference(occurrence: Occurrence) -> Naming | None:
    """A number behind a word that makes it a name: "Article 5", "Room 204", "No. 10", "#3"."""
    if not occurrence.digits or occurrence.measure.scale != 1:
        return None
    at = occurrence.first - 1
    if occurrence.tokens.low(at) in (".", ":", "'", "’") and occurrence.tokens.glued(at):
        at -= 1
    word = occurrence.tokens.low(at)
    if word in ("#", "№", "§") or occurrence.tokens.written(at) == "§§":
        return Naming(occurrence.first, occurrence.last, "reference")
    if (
        occurrence.tokens.written(at) in occurrence.table.names.roads
        and occurrence.ahead(2) in occurrence.table.names.on_roads
    ):
        return Naming(at, occurrence.last, "reference")
    if (
        occurrence.tokens.written(at) in occurrence.table.names.bills
        and occurrence.tokens.low(occurrence.first - 1) == "."
        and occurrence.whole
    ):
        return Naming(at, occurrence.last, "reference")
    if occurrence.tokens.low(at) in ("°", "º") and occurrence.tokens.low(at - 1) in _NAMES.number_letters:
        return Naming(occurrence.first, occurrence.last, "reference")
    if (
        word in occurrence.table.names.references
        and at >= 0
        and not (word in _NAMES.small_references and occurrence.tokens.written(at).isupper())
    ):
        capital = occurrence.tokens.written(at)[:1].isupper()
        if occurrence.measure.unit and occurrence.measure.unit not in UNITS_OF_LETTERS:
            return None
        if occurrence.qualified or (
            occurrence.counts() and not capital and (word in _NAMES.also_counted or is_plural(word))
        ):
            return None
        if "," in occurrence.digits and len(occurrence.digits) > 4 and not capital:
            return None
        if (
            occurrence.tokens.low(at) != occurrence.tokens.low(occurrence.first - 1)
            and occurrence.tokens.low(occurrence.first - 1) == "."
            and not (capital or len(word) <= 4)
        ):
            return None
        return Naming(occurrence.first, _over_brackets(occurrence.tokens, occurrence.last), "reference")
    return None


def match_rank(occurrence: Occurrence) -> Naming | None:
    """A number in words behind what it ranks: "number two", "Platz drei", "Position zwei"."""
    told = occurrence.ahead() in occurrence.table.names.ranks and occurrence.bare and not occurrence.counts()
    return Naming(occurrence.first, occurrence.last, "reference") if told else None


def _over_brackets(tokens: Tokens, at: int) -> int:
    """Return the place behind the parts of a reference: "(3)(b)" of "section 12(3)(b)"."""
    while tokens.low(at) == "(" and tokens.glued(at) and tokens.low(at + 2) == ")":
        at += 3
    return at


def match_listed(occurrence: Occurrence, earlier: Naming | None) -> Naming | None:
    """The next of a list of references or scores: "sections 3, 4 and 7", "6-4, 3-6"."""
    if (
        earlier is not None
        and earlier.reason == "score"
        and occurrence.first - earlier.last <= 2
        and occurrence.whole
    ):
        if occurrence.ahead() == "(" and occurrence.behind() == ")":
            return Naming(occurrence.first, occurrence.last, "score")  # of the tie-break: "7-6 (4)"
        dash = occurrence.last
        if occurrence.tokens.low(dash) in DASHES and occurrence.tokens.type(dash + 1) is TokenType.NUMERAL:
            return Naming(occurrence.first, dash + 2, "score")
    if (
        earlier is None
        or earlier.reason not in ("reference", "year", "date")
        or not occurrence.whole
        or not occurrence.bare
    ):
        return None
    between = [occurrence.tokens.low(at) for at in range(earlier.last, occurrence.first)]
    if not between or len(between) > 2 or not joints(occurrence.lang).issuperset(between):
        return None
    years = earlier.reason == "year" and len(occurrence.digits) == 4 and not occurrence.qualified
    if occurrence.counts() and not years and not _continues(occurrence, earlier, between):
        return None
    if earlier.reason != "reference" and (len(occurrence.digits) != 4 or earlier.reason == "date"):
        return None
    return Naming(occurrence.first, occurrence.last, earlier.reason)


def _continues(occurrence: Occurrence, earlier: Naming, between: list[str]) -> bool:
    """Tell whether a number ends a row of references, whatever stands behind it: "Grades 10 to 12 pupils",
    "Grade 7–12 pupils", "Grade 11 and 12 courses"; not "Resolution 40 to 12 countries".
    """
    word, last = occurrence.tokens.low(earlier.first - 1), occurrence.tokens.written(earlier.last - 1)
    if earlier.reason != "reference" or not last.isdigit() or int(last) >= int(occurrence.digits):
        return False
    ranged = not DASHES.isdisjoint(between) or (is_plural(word) and "," not in between)
    return ranged or int(last) + 1 == int(occurrence.digits)


def match_identifier(occurrence: Occurrence) -> Naming | None:
    """A number that a hyphen, a slash or nothing joins to letters: "COVID-19", "A/76", "737s", "3D",
    "under-21s".
    """
    tokens, numeral = occurrence.tokens, occurrence.measure.numeral
    first = numeral.first
    before = tokens.low(first - 1)
    if (
        occurrence.digits
        and tokens.glued(first)
        and occurrence.first == first  # not "minus-30"
        and (before in DASHES or before in ("/", ".", "+"))
        and tokens.glued(first - 1)
    ):
        other = tokens.type(first - 2)
        if (
            before in HYPHENS
            and other in (TokenType.WORD, TokenType.NAME)
            and first - 1 != occurrence.previous
        ):
            return Naming(first - 2, occurrence.last, "name or identifier")
        if before in ("/", ".", "+") and other in (TokenType.WORD, TokenType.NAME):
            return Naming(first, occurrence.last, "name or identifier")
        if before == "/" and other is TokenType.NUMERAL and not occurrence.measure.unit:
            return Naming(first - 2, occurrence.last, "identifier")
    if (
        tokens.glued(first)
        and tokens.type(first - 1) in (TokenType.WORD, TokenType.NAME)
        and occurrence.measure.first == first
        and occurrence.digits
    ):
        return Naming(first, occurrence.last, "name or identifier")
    if (
        occurrence.digits
        and tokens.skip_hyphen(occurrence.last) > occurrence.last
        and tokens.low(occurrence.last + 1) in occurrence.table.numerals.small
    ):
        return Naming(first, occurrence.last + 2, "part of a name")  # "7-Eleven"
    after = tokens.type(occurrence.last)
    if not occurrence.digits or occurrence.measure.unit or not tokens.glued(occurrence.last):
        return None
    if after in (TokenType.WORD, TokenType.NAME) and tokens.low(occurrence.last) not in _SUFFIXES:
        return Naming(first, occurrence.last + 1, "name or identifier")
    letters = tokens.written(occurrence.last + 1)
    if (
        tokens.low(occurrence.last) in HYPHENS
        and tokens.glued(occurrence.last + 1)
        and (
            tokens.type(occurrence.last + 1) is TokenType.NAME
            or (letters.isupper() and len(letters) <= 2 and occurrence.bare)
        )
    ):
        return Naming(first, occurrence.last + 2, "name or identifier")
    return None


def match_address(occurrence: Occurrence) -> Naming | None:
    """1600 Harbour Street; 11, rue de l’Université."""
    if not occurrence.whole or not occurrence.bare or len(occurrence.digits) > 5:
        return None
    names = occurrence.table.names
    if names.before_postcode and _is_postcode(occurrence):
        return Naming(occurrence.first, occurrence.last, "postcode")
    if names.streets_ahead and _is_behind_street(occurrence):
        return Naming(occurrence.first, occurrence.last, "street address")
    if names.streets_behind and occurrence.behind(occurrence.behind() == ",") in names.streets_behind:
        return Naming(occurrence.first, occurrence.last, "street address")
    if occurrence.behind_phrase() in names.blocks:
        # "the 4700 block of West Harrison Street"
        return Naming(occurrence.first, occurrence.last + 1, "street address")
    for at in range(occurrence.last + 1, occurrence.last + 4):
        if not occurrence.tokens.written(at - 1)[:1].isupper():
            return None
        if (
            occurrence.tokens.low(at).rstrip(".") in names.street_endings
            and occurrence.tokens.written(at)[0].isupper()
        ):
            return Naming(occurrence.first, at + 1, "street address")
    return None


def _is_behind_street(occurrence: Occurrence) -> bool:
    """Tell "en la calle de Alcalá, 12" from a count."""
    streets = occurrence.table.names.streets_ahead
    return occurrence.ahead() == "," and any(occurrence.ahead(back) in streets for back in range(3, 7))


def _is_postcode(occurrence: Occurrence) -> bool:
    """Tell "in 72336 Balingen" from "in 72 336 Haushalten"."""
    told = len(occurrence.digits) == len("00000") and (
        occurrence.ahead() == "," or occurrence.ahead() in occurrence.table.names.before_postcode
    )
    return told and occurrence.tokens.written(occurrence.last)[:1].isupper()


def match_rate_base(occurrence: Occurrence) -> Naming | None:
    """What a rate is counted by: "23 per 100,000 people"."""
    ahead, names = occurrence.ahead(), occurrence.table.names
    near = 0 < occurrence.first - occurrence.previous <= NEAREST_BASE and occurrence.previous > 0
    told = ahead in names.per or (near and ahead in names.per_many and occurrence.measure.value in _BASES)
    return Naming(occurrence.first, occurrence.last, "the base of a rate") if told else None


def match_code(occurrence: Occurrence) -> Naming | None:
    """A number with a zero ahead, or one in the hundreds of millions without separators."""
    digits = occurrence.digits
    if occurrence.whole and ((len(digits) > 1 and digits[0] == "0") or len(digits) > 9) and occurrence.bare:
        return Naming(occurrence.first, occurrence.last, "identifier")
    return None


def match_compound_rest(occurrence: Occurrence) -> Naming | None:
    """The last part of a word of numbers, "mid-18", "24-7"."""
    before = occurrence.ahead()
    if (
        before in HYPHENS
        and occurrence.tokens.glued(occurrence.first)
        and occurrence.tokens.glued(occurrence.first - 1)
    ):
        word = occurrence.tokens.low(occurrence.first - 2)
        counted = occurrence.first - 1 == occurrence.previous or word in occurrence.table.numerals.small
        counted = counted or (word in _NAMES.in_ and occurrence.ahead(3) in HYPHENS)  # "one-in-three"
        if (
            occurrence.tokens.type(occurrence.first - 2) is TokenType.WORD
            and not counted
            and not occurrence.measure.unit
        ):
            return Naming(occurrence.first - 2, occurrence.last, "name or identifier")
    return None

"""Numbers that refer or identify: articles, rooms, codes, addresses, lists of them."""

from __future__ import annotations

from pressroom.numbers.languages.form import words
from pressroom.numbers.naming.look import DASHES, ENGLISH_ORDINALS, Look, Naming, joints
from pressroom.numbers.parsing.nouns import is_plural
from pressroom.numbers.parsing.tokens import HYPHENS, Lexemes, Sort

_SUFFIXES = frozenset({"x", "fold", "er", "plus"}) | ENGLISH_ORDINALS


def reference(look: Look) -> Naming | None:
    """A number behind a word that makes it a name: "Article 5", "Room 204", "No. 10", "#3"."""
    if not look.digits or look.measure.scale != 1:
        return None
    at = look.first - 1
    if look.lexemes.low(at) in (".", ":", "'", "’") and look.lexemes.glued(at):
        at -= 1
    word = look.lexemes.low(at)
    if word in ("#", "№", "§") or look.lexemes.written(at) == "§§":
        return Naming(look.first, look.last, "reference")
    if look.lexemes.written(at) in look.table.roads and look.ahead(2) in look.table.on_roads:
        return Naming(at, look.last, "reference")
    if (
        look.lexemes.written(at) in _BILLS
        and look.lexemes.low(look.first - 1) == "."
        and look.english
        and look.whole
    ):
        return Naming(at, look.last, "reference")
    if look.lexemes.low(at) in ("°", "º") and look.lexemes.low(at - 1) == "n":
        return Naming(look.first, look.last, "reference")
    if (
        word in look.table.references
        and at >= 0
        and not (word in ("p", "pp", "v") and look.lexemes.written(at).isupper())
    ):
        capital = look.lexemes.written(at)[:1].isupper()
        if look.measure.unit and look.measure.unit not in (
            "ampere",
            "metre",
            "gram",
            "volt",
            "litre",
            "hour",
            "second",
            "tonne",
        ):
            return None
        if look.qualified or (look.counts() and not capital and (word in _ALSO_VERBS or is_plural(word))):
            return None
        if "," in look.digits and len(look.digits) > 4 and not capital:
            return None
        if (
            look.lexemes.low(at) != look.lexemes.low(look.first - 1)
            and look.lexemes.low(look.first - 1) == "."
            and not (capital or len(word) <= 4)
        ):
            return None
        return Naming(look.first, _over_brackets(look.lexemes, look.last), "reference")
    return None


def rank(look: Look) -> Naming | None:
    """A number in words behind what it ranks: "number two", "Platz drei", "Position zwei"."""
    told = look.ahead() in look.table.ranks and look.bare and not look.counts()
    return Naming(look.first, look.last, "reference") if told else None


_BILLS = frozenset({"S", "H.R"})  # "S. 1425", of a parliament
_ALSO_VERBS = words("act order note question line step rule point exercise answer figure item schedule title grade box train protocol convention option target unit "
    "group case release block model mark experiment permit form pitch track coach lot team round week day season")  # fmt: skip


def _over_brackets(lexemes: Lexemes, at: int) -> int:
    """Return the place behind the parts of a reference: "(3)(b)" of "section 12(3)(b)"."""
    while lexemes.low(at) == "(" and lexemes.glued(at) and lexemes.low(at + 2) == ")":
        at += 3
    return at


def listed(look: Look, earlier: Naming | None) -> Naming | None:
    """The next of a list of references or scores: "sections 3, 4 and 7", "6-4, 3-6"."""
    if earlier is not None and earlier.reason == "score" and look.first - earlier.last <= 2 and look.whole:
        if look.ahead() == "(" and look.behind() == ")":
            return Naming(look.first, look.last, "score")  # of the tie-break: "7-6 (4)"
        dash = look.last
        if look.lexemes.low(dash) in DASHES and look.lexemes.sort(dash + 1) is Sort.NUMERAL:
            return Naming(look.first, dash + 2, "score")
    if (
        earlier is None
        or earlier.reason not in ("reference", "year", "date")
        or not look.whole
        or not look.bare
    ):
        return None
    between = [look.lexemes.low(at) for at in range(earlier.last, look.first)]
    if not between or len(between) > 2 or not joints(look.lang).issuperset(between):
        return None
    years = earlier.reason == "year" and len(look.digits) == 4 and not look.qualified
    if look.counts() and not years:
        return None
    if earlier.reason != "reference" and (len(look.digits) != 4 or earlier.reason == "date"):
        return None
    return Naming(look.first, look.last, earlier.reason)


def identifier(look: Look) -> Naming | None:
    """A number that a hyphen, a slash or nothing joins to letters: "COVID-19", "A/76", "737s", "3D", "under-21s"."""
    lexemes, numeral = look.lexemes, look.measure.numeral
    first = numeral.first
    before = lexemes.low(first - 1)
    if (
        look.digits
        and lexemes.glued(first)
        and (before in DASHES or before in ("/", "."))
        and lexemes.glued(first - 1)
    ):
        other = lexemes.sort(first - 2)
        if before in HYPHENS and other in (Sort.WORD, Sort.NAME) and first - 1 != look.previous:
            return Naming(first - 2, look.last, "name or identifier")
        if before in ("/", ".") and other in (Sort.WORD, Sort.NAME):
            return Naming(first, look.last, "name or identifier")
        if before == "/" and other is Sort.NUMERAL and not look.measure.unit:
            return Naming(first - 2, look.last, "identifier")
    if (
        lexemes.glued(first)
        and lexemes.sort(first - 1) in (Sort.WORD, Sort.NAME)
        and look.measure.first == first
        and look.digits
    ):
        return Naming(first, look.last, "name or identifier")
    if (
        look.digits
        and lexemes.over_hyphen(look.last) > look.last
        and lexemes.low(look.last + 1) in look.table.small
    ):
        return Naming(first, look.last + 2, "part of a name")  # "7-Eleven"
    after = lexemes.sort(look.last)
    if not look.digits or look.measure.unit or not lexemes.glued(look.last):
        return None
    if after in (Sort.WORD, Sort.NAME) and lexemes.low(look.last) not in _SUFFIXES:
        return Naming(first, look.last + 1, "name or identifier")
    letters = lexemes.written(look.last + 1)
    if (
        lexemes.low(look.last) in HYPHENS
        and lexemes.glued(look.last + 1)
        and (
            lexemes.sort(look.last + 1) is Sort.NAME
            or (letters.isupper() and len(letters) <= 2 and look.bare)
        )
    ):
        return Naming(first, look.last + 2, "name or identifier")
    return None


def address(look: Look) -> Naming | None:
    """1600 Harbour Street; 11, rue de l’Université."""
    if not look.whole or not look.bare or len(look.digits) > 5:
        return None
    if look.lang.startswith("de"):
        return Naming(look.first, look.last, "postcode") if _is_postcode(look) else None
    if look.lang.startswith("es"):
        streets = {look.ahead(back) for back in range(3, 7)} & look.table.streets
        return Naming(look.first, look.last, "street address") if streets and look.ahead() == "," else None
    if look.lang.startswith("fr"):
        street = look.behind(1 if look.behind() == "," else 0) in look.table.streets
        return Naming(look.first, look.last, "street address") if street else None
    if look.behind() == "block" and look.behind(1) == "of":
        return Naming(look.first, look.last + 1, "street address")  # "the 4700 block of West Harrison Street"
    for at in range(look.last + 1, look.last + 4):
        if not look.lexemes.written(at - 1)[:1].isupper():
            return None
        if look.lexemes.low(at).rstrip(".") in _STREETS and look.lexemes.written(at)[0].isupper():
            return Naming(look.first, at + 1, "street address")
    return None


def _is_postcode(look: Look) -> bool:
    """Tell "in 72336 Balingen" from "in 72 336 Haushalten"."""
    told = len(look.digits) == len("00000") and look.ahead() in ("in", "aus", "nach", ",")
    return told and look.lexemes.written(look.last)[:1].isupper()


_STREETS = words(
    "street walk gardens grove hill mews quay wharf st road rd avenue ave lane drive boulevard blvd square place court way close terrace row broadway parade crescent"
)


def base(look: Look) -> Naming | None:
    """What a rate is counted by: "23 per 100,000 people"."""
    return (
        Naming(look.first, look.last, "the base of a rate") if look.ahead() == "per" and look.digits else None
    )


def code(look: Look) -> Naming | None:
    """A number with a zero ahead, or one in the hundreds of millions without separators."""
    digits = look.digits
    if look.whole and ((len(digits) > 1 and digits[0] == "0") or len(digits) > 9) and look.bare:
        return Naming(look.first, look.last, "identifier")
    return None


def compound_rest(look: Look) -> Naming | None:
    """The last part of a word of numbers, "mid-18", "24-7"."""
    before = look.ahead()
    if before in HYPHENS and look.lexemes.glued(look.first) and look.lexemes.glued(look.first - 1):
        word = look.lexemes.low(look.first - 2)
        counted = look.first - 1 == look.previous or word in look.table.small
        counted = counted or (word == "in" and look.ahead(3) in HYPHENS)  # "one-in-three"
        if look.lexemes.sort(look.first - 2) is Sort.WORD and not counted and not look.measure.unit:
            return Naming(look.first - 2, look.last, "name or identifier")
    return None

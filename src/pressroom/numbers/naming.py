"""Numbers that name instead of counting: dates, years, references, ordinals, parts of names, idioms, scores."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import Language, words
from pressroom.numbers.lexemes import HYPHENS, Lexemes, Sort
from pressroom.numbers.measures import Measure
from pressroom.numbers.nouns import is_plural
from pressroom.numbers.phrases import Phrases

_ORDINALS = frozenset({"st", "nd", "rd", "th", "er", "ère", "re", "e", "ème", "º", "ª", "°", "o", "a"})
_ENGLISH_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_WEEKDAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
)
_SUFFIXES = frozenset({"x", "fold", "er", "plus"}) | _ENGLISH_ORDINALS
_DASHES = frozenset("-–—\u2010\u2011")
_SCORE_WORDS = words("win wins won winning beat beats beaten beating lost lose losing loss draw drew drawn defeat defeats defeated victory victories score scores scored "
    "scoreline lead leads led trail trailed trailing record ahead level equaliser final halftime half-time thrashed edged upset sweep swept "
    "down series ruling vote voted decision set sets aggregate penalties friendly homer hammered routed downed topped tie tied shutout")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Naming:
    """Lexemes ``first`` to ``last`` (exclusive) that name something, and why they are no quantity."""

    first: int
    last: int
    reason: str


@dataclass(frozen=True, slots=True)
class Look:
    """A measure in its sentence, and what the rules below ask of it."""

    lexemes: Lexemes
    measure: Measure
    table: Language
    lang: str
    qualified: bool
    previous: int = -1  # where the measure ahead ends

    @property
    def first(self) -> int:
        """Return where the measure begins."""
        return self.measure.first

    @property
    def last(self) -> int:
        """Return the place behind it."""
        return self.measure.last

    @property
    def digits(self) -> str:
        """Return the digits as written, "" for words."""
        return self.measure.numeral.digits

    @property
    def bare(self) -> bool:
        """Tell whether no unit or scale stands by."""
        return not self.measure.unit and self.measure.scale == 1

    @property
    def whole(self) -> bool:
        """Tell whether it is written in digits without separators."""
        return self.digits.isdigit()

    def ahead(self, back: int = 1) -> str:
        """Return the word so far ahead of it."""
        return self.lexemes.low(self.first - back)

    def behind(self, on: int = 0) -> str:
        """Return the word so far behind it."""
        return self.lexemes.low(self.last + on)

    def counts(self) -> bool:
        """Tell whether a plural in small letters, which it may count, stands close behind."""
        for place in range(self.last, self.last + 4):
            low = self.lexemes.low(place)
            if self.lexemes.sort(place) is not Sort.WORD or low in self.table.stop or low in self.table.verbs:
                return False
            if self.table.capital_nouns:
                return True
            if self.lexemes.written(place)[0].islower() and (is_plural(low) or self.table.adjectives_follow):
                return True
        return False

    def is_capital(self, at: int) -> bool:
        """Tell whether a word is written with a capital and is no word of grammar."""
        written = self.lexemes.written(at)
        if len(written) == 1 and at > 0 and written not in ("I", "A", "É", "Y", "O"):
            return written.isupper()
        return (
            any(letter.isupper() for letter in written[:3])
            and self.lexemes.sort(at) in (Sort.WORD, Sort.NAME)
            and self.lexemes.low(at) not in self.table.stop
        )


def _decade(look: Look) -> Naming | None:
    if look.ahead() in ("años", "années") and look.measure.value in range(10, 100, 10) and look.bare:
        return Naming(look.first, look.last, "decade")
    if look.digits.endswith("0") and look.behind() == "er" and look.behind(1) == "jahre":
        return Naming(look.first, look.last + 2, "decade")
    plural = look.lexemes.low(look.measure.numeral.last)
    at = look.measure.numeral.last
    if plural in ("'s", "'", "’") and look.lexemes.low(at) != "s" and plural != "'s":
        at, plural = at + 1, look.lexemes.low(at + 1)
    if plural not in ("s", "'s") or not look.lexemes.glued(at) or not look.whole:
        return None
    if len(look.digits) in (2, 4) and look.digits.endswith("0") and look.lang.startswith("en"):
        return Naming(look.first, at + 1, "decade")
    return (
        Naming(look.first, at + 1, "name")
        if look.lang.startswith("en") and plural == "s" and len(look.digits) != 1 and not look.measure.unit
        else None
    )


def _ordinal(look: Look) -> Naming | None:
    at = look.last
    suffix = look.lexemes.low(at)
    english = look.lang.startswith("en")
    if (
        look.digits
        and look.lexemes.glued(at)
        and suffix in (_ENGLISH_ORDINALS if english else _ORDINALS)
        and not look.measure.unit
    ):
        return Naming(look.first, at + 1, "ordinal")
    joined = look.lexemes.over_hyphen(at)
    if english and not look.digits and look.lexemes.low(joined) in look.table.fractions and look.bare:
        word = look.lexemes.low(joined)
        if joined > at and word not in ("half", "halves", "quarter", "quarters") and not word.endswith("s"):
            return Naming(look.first, joined + 1, "ordinal")  # "twenty-third"
    if english and joined > at and look.lexemes.low(joined) in ("first", "second") and not look.measure.unit:
        return Naming(look.first, joined + 1, "ordinal")
    return None


def _date(look: Look) -> Naming | None:
    """A day by its month, on either side, or a year behind a month."""
    if not look.whole or look.measure.unit or len(look.digits) > 4:
        return None
    at = look.last
    while (
        look.lexemes.low(at) in (".", "de", "of", "del", "d", "'", "’")
        and look.table.months
        and at - look.last < 2
    ):
        at += 1
    if len(look.digits) <= 2 and _is_month(look, at):
        return Naming(look.first, at + 1, "date")
    if len(look.digits) <= 2 and look.behind() in _DASHES | look.table.to | look.table.and_ | {",", "/"}:
        # "14-18 May", "14 and 15 May"
        other = look.last + 1
        if look.lexemes.sort(other) is Sort.NUMERAL and len(look.lexemes.low(other)) <= 2:
            for month in (other + 1, other + 2):
                if _is_month(look, month) and (
                    month == other + 1 or look.lexemes.low(other + 1) in (".", "de", "of")
                ):
                    return Naming(look.first, month + 1, "date")
    ahead = look.first - 1
    while look.lexemes.low(ahead) in (".", ",", "de", "del", "the") and look.first - ahead < 3:
        ahead -= 1
    if _is_month(look, ahead):
        if len(look.digits) == 4:
            return Naming(ahead, look.last, "date")
        counted = look.lexemes.low(ahead - 1) in ("in", "during", "since", "en", "im") and look.counts()
        if len(look.digits) <= 2 and 1 <= int(look.digits) <= 31 and not counted and look.ahead() != ",":
            return Naming(ahead, look.last, "date")
    if look.ahead() in _DASHES | look.table.to | look.table.and_ | {","} and len(look.digits) <= 2:
        # the second of "May 3-5"
        day = look.first - 2
        if (
            look.lexemes.sort(day) is Sort.NUMERAL
            and len(look.lexemes.low(day)) <= 2
            and _is_month(look, day - 1)
            and not look.counts()
        ):
            return Naming(look.first, look.last, "date")
    if look.ahead() in _WEEKDAYS and len(look.digits) <= 2 and not look.counts():
        return Naming(look.first, look.last, "date")
    return None


def _is_month(look: Look, at: int) -> bool:
    low = look.lexemes.low(at).rstrip(".")
    if low not in look.table.months:
        return False
    return not look.table.capital_months or look.lexemes.written(at)[:1].isupper()


def _time(look: Look) -> Naming | None:
    at = look.lexemes.over_hyphen(look.last)
    if look.digits and look.behind() in look.table.clock | {"a", "p"} and look.measure.value <= 2400:
        last = look.last + 1
        if look.behind() in ("a", "p"):
            if not (look.behind(1) == "." and look.behind(2) == "m"):
                return None
            last = look.last + 3
        return Naming(look.first, last, "time of day")
    if look.behind() in ("o'clock", "uhr", "o"):
        return Naming(look.first, at + 1, "time of day") if look.behind() != "o" else None
    if (
        look.lang.startswith(("fr", "es"))
        and look.measure.unit == "hour"
        and look.ahead() in ("à", "vers", "dès", "las", "la")
    ):
        return Naming(look.first, look.last, "time of day")
    if look.lang.startswith("fr") and look.measure.unit == "" and look.behind() == "h" and look.digits:
        return Naming(look.first, look.last + 1, "time of day")
    return None


_NO_YEAR = words(
    "than over about under nearly almost approximately around roughly some least up exactly only just another"
)
_OF_YEARS = words("elections figures results games sales levels estimates budgets data forecasts accounts finals earnings earnings-report protests riots attacks "
    "floods fires guidelines rules regulations reforms talks olympics playoffs championships awards standings projections statistics plans "
    "polls primaries midterms cuts prices models terms series news sanctions hurricanes wildfires")  # fmt: skip


def _year(look: Look) -> Naming | None:
    if not look.whole or len(look.digits) != 4 or not look.bare or not 1000 <= int(look.digits) <= 2199:
        return None
    value = int(look.digits)
    numeral = look.measure.numeral
    ahead = look.ahead()
    if look.qualified and (
        ahead != "before"
        and not (ahead in ("around", "about", "circa") and 1500 <= value <= 2100 and not look.counts())
    ):
        return None
    likely = 1700 <= value <= 2100
    dated = ahead in look.table.dated or (ahead in _DASHES and look.ahead(2) in look.table.dated)
    if look.counts():
        noun = next(
            (
                look.lexemes.low(at)
                for at in range(look.last, look.last + 4)
                if is_plural(look.lexemes.low(at))
            ),
            "",
        )
        determined = ahead in (
            "the",
            "its",
            "their",
            "his",
            "her",
            "this",
            "our",
            "our",
            "'s",
        ) or ahead.endswith("'s")
        surely = ahead in (
            "in",
            "since",
            "until",
            "early",
            "late",
            "mid",
            "during",
            "seit",
            "jahr",
            "jahre",
            "en",
            "depuis",
            "desde",
            "im",
            "anfang",
            "ende",
        )
        if not likely or not (surely or determined or noun in _OF_YEARS):
            return None
    elif not likely and not dated:
        return None
    if (
        look.behind() == "-"
        and look.lexemes.glued(look.last)
        and look.lexemes.sort(look.last + 1) is Sort.WORD
    ):
        return Naming(look.first, look.last, "year")
    return Naming(look.first, numeral.last, "year")


def _reference(look: Look) -> Naming | None:
    """A number behind a word that makes it a name: "Article 5", "Room 204", "No. 10", "#3"."""
    if not look.digits or look.measure.scale != 1:
        return None
    at = look.first - 1
    if look.lexemes.low(at) in (".", ":", "'", "’") and look.lexemes.glued(at):
        at -= 1
    word = look.lexemes.low(at)
    if word in ("#", "№", "§") or look.lexemes.written(at) == "§§":
        return Naming(look.first, look.last, "reference")
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


_ALSO_VERBS = words("act order note question line step rule point exercise answer figure item schedule title grade box train protocol convention option target unit "
    "group case release block model mark experiment permit form pitch track coach lot team round week day season")  # fmt: skip


def _over_brackets(lexemes: Lexemes, at: int) -> int:
    """Return the place behind the parts of a reference: "(3)(b)" of "section 12(3)(b)"."""
    while lexemes.low(at) == "(" and lexemes.glued(at) and lexemes.low(at + 2) == ")":
        at += 3
    return at


def _listed(look: Look, earlier: Naming | None) -> Naming | None:
    """The next of a list of references or scores: "sections 3, 4 and 7", "6-4, 3-6"."""
    if earlier is not None and earlier.reason == "score" and look.first - earlier.last <= 2 and look.whole:
        dash = look.last
        if look.lexemes.low(dash) in _DASHES and look.lexemes.sort(dash + 1) is Sort.NUMERAL:
            return Naming(look.first, dash + 2, "score")
    if (
        earlier is None
        or earlier.reason not in ("reference", "year", "date")
        or not look.whole
        or not look.bare
    ):
        return None
    between = [look.lexemes.low(at) for at in range(earlier.last, look.first)]
    joints = {",", "/", ";"} | _DASHES | look.table.and_ | look.table.to | look.table.or_
    if not between or len(between) > 2 or not joints.issuperset(between):
        return None
    years = earlier.reason == "year" and len(look.digits) == 4 and not look.qualified
    if look.counts() and not years:
        return None
    if earlier.reason != "reference" and (len(look.digits) != 4 or earlier.reason == "date"):
        return None
    return Naming(look.first, look.last, earlier.reason)


def _joined(look: Look) -> Naming | None:
    """A number that a hyphen, a slash or nothing joins to letters: "COVID-19", "A/76", "737s", "3D", "under-21s"."""
    lexemes, numeral = look.lexemes, look.measure.numeral
    first = numeral.first
    before = lexemes.low(first - 1)
    if look.digits and lexemes.glued(first) and before in _DASHES | {"/", "."} and lexemes.glued(first - 1):
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


def _part_of_name(look: Look) -> Naming | None:
    """A plain number behind a proper name, "Boeing 737", or a number word within one, "Three Rivers"."""
    lexemes = look.lexemes
    if not look.bare:
        return None
    if look.digits:
        before = look.first - 1
        if (
            "," in look.digits
            or len(look.digits) > 5
            or look.qualified
            or lexemes.low(before) in _WEEKDAYS
            or _is_month(look, before)
        ):
            return None
        if not look.is_capital(before) or (look.table.capital_nouns and look.counts()):
            return None
        if before == 0 and not (
            look.whole
            and not look.counts()
            and lexemes.low(before) not in look.table.verbs
            and not lexemes.low(before).endswith("ly")
        ):
            return None
        name = before
        while look.is_capital(name - 1) or lexemes.low(name - 1) == "&":
            name -= 1
        opening = lexemes.low(name - 1) in (
            "in",
            "on",
            "at",
            "from",
            "to",
            "near",
            "across",
            "of",
            "by",
            "for",
            "with",
            "since",
            "en",
            "à",
            "im",
        )
        if look.counts() and (opening or not look.whole):
            return None
        if look.table.capital_nouns and not look.whole:
            return None
        if "." in look.digits and opening:
            return None
        return Naming(look.first, look.last, "part of a name")
    return _capital_word(look)


def _capital_word(look: Look) -> Naming | None:
    lexemes = look.lexemes
    if not lexemes.written(look.first)[:1].isupper() or look.table.capital_nouns or look.measure.numeral.part:
        return None
    start = look.first == 0 or lexemes.low(look.first - 1) in ("“", '"', ":", "‘", "'", "(")
    behind = lexemes.over_hyphen(look.last)
    if not look.is_capital(behind):
        return (
            Naming(look.first, look.last, "part of a name")
            if not start and look.is_capital(look.first - 1)
            else None
        )
    at = behind
    while look.is_capital(at):
        at += 1
    if (
        lexemes.sort(at) is Sort.WORD
        and is_plural(lexemes.low(at))
        and lexemes.low(at) not in look.table.stop
    ):
        return None  # "Two North Korean soldiers"
    if start and at == behind + 1 and is_plural(lexemes.low(behind)):
        return None  # "Ten Republicans voted"
    return Naming(look.first, at, "part of a name")


def _address(look: Look) -> Naming | None:
    if not look.whole or not look.bare or len(look.digits) > 5:
        return None
    for at in range(look.last + 1, look.last + 4):
        if not look.is_capital(at - 1):
            return None
        if look.lexemes.low(at).rstrip(".") in _STREETS and look.lexemes.written(at)[0].isupper():
            return Naming(look.first, at + 1, "street address")
    return None


_STREETS = words(
    "street st road rd avenue ave lane drive boulevard blvd square place court way close terrace row broadway parade crescent"
)


def _score(look: Look) -> Naming | None:
    """A sports score or a split vote: "won 3-1", "6-4, 6-2", "a 3-2 victory"."""
    lexemes = look.lexemes
    if not (look.whole or not look.digits) or not look.bare:
        return None
    dash = look.last
    if lexemes.low(dash) not in _DASHES or not lexemes.glued(dash) or not lexemes.glued(dash + 1):
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
            and lexemes.low(other + 3) in _DASHES
        )
        if value > second or (window & _SCORE_WORDS and value <= 200) or series:
            return Naming(look.first, other + 1, "score")
    return None


def _symbol_follows(lexemes: Lexemes, at: int) -> bool:
    return lexemes.sort(at) is Sort.MONEY


@cache
def _idioms(lang: str) -> Phrases[str]:
    return Phrases(dict.fromkeys(language(lang).idioms, "idiom"))


def _idiom(look: Look) -> Naming | None:
    """A turn of speech that holds a number word, a definite pair, a pronoun."""
    if look.digits and look.ahead() not in ("catch", "number", "plan"):
        return None
    lexemes, first = look.lexemes, look.first
    for back in range(4):
        if first - back < 0:
            break
        if back and not _idioms(look.lang).begins(lexemes.low(first - back)):
            continue
        found = _idioms(look.lang).at(lexemes, first - back)
        if found and found[0] > first:
            return Naming(first - back, max(found[0], look.measure.numeral.last), "idiom")
    value, numeral = look.measure.value, look.measure.numeral
    if (
        value == 2
        and not numeral.digits
        and look.ahead() in _PAIRS
        and look.measure.unit == ""
        and look.behind() not in HYPHENS
    ):
        return Naming(first - 1, numeral.last, "definite pair")
    return None


_PAIRS = words(
    "the those these both its their our his her other les des ces ses leurs die beiden der den los las sus"
)


def _pronoun(look: Look) -> Naming | None:
    """ "One" where it counts nothing: alone, ahead of a verb, behind an article or an adjective."""
    if look.digits or look.measure.numeral.part or look.measure.value not in (0, 1):
        return None
    word = look.lexemes.low(look.measure.numeral.first)
    if word not in look.table.one and look.measure.value == 1:
        return None
    if look.measure.scale != 1:
        return None
    reason = Naming(look.first, look.last, "a pronoun or an article")
    if look.measure.value == 0:
        return None if look.measure.unit else reason
    if not look.lang.startswith("en"):
        return (
            None
            if look.measure.unit and look.ahead() in ("d'", "de", "mindestens", "au", "al", "plus", "más")
            else reason
        )
    ahead, behind = look.ahead(), look.behind()
    if ahead in (
        "no",
        "the",
        "this",
        "that",
        "any",
        "every",
        "each",
        "another",
        "first",
        "last",
        "next",
        "only",
        "which",
        "day",
        "number",
        "some",
        "little",
        "good",
        "new",
        "big",
    ):
        return reason
    if look.measure.unit and look.measure.kind.value != "duration":
        return None
    if look.measure.unit:
        return (
            reason
            if look.measure.unit == "day" and look.qualified is False and behind not in (",", ".")
            else None
        )
    hyphen = behind in HYPHENS and look.lexemes.glued(look.last)
    if (
        hyphen
        or look.lexemes.sort(look.last) is not Sort.WORD
        or behind in look.table.stop
        or behind in look.table.verbs
    ):
        return (
            None
            if behind in ("in", "out")
            and look.lexemes.sort(look.last + 1) is not None
            and _few(look, look.last + 1)
            else reason
        )
    if behind in _NOT_ONE or behind.endswith(("ly", "ing")):
        return reason
    return None


_NOT_ONE = words("thing way side reason example day time such kind sort point stage hand end version possibility sense word more-time man's look might "
    "giant key area aspect option senior official expert analyst observer")  # fmt: skip


def _few(look: Look, at: int) -> bool:
    return any(
        look.lexemes.sort(place) is Sort.NUMERAL
        or look.lexemes.low(place) in look.table.small
        or look.lexemes.low(place) in look.table.hundred
        for place in (at, at + 1)
    )


def _code(look: Look) -> Naming | None:
    """A number with a zero ahead, or one in the hundreds of millions without separators."""
    digits = look.digits
    if look.whole and ((len(digits) > 1 and digits[0] == "0") or len(digits) > 9) and look.bare:
        return Naming(look.first, look.last, "identifier")
    return None


def _compound_rest(look: Look) -> Naming | None:
    """The last part of a word of numbers, "mid-18", "24-7"."""
    before = look.ahead()
    if before in HYPHENS and look.lexemes.glued(look.first) and look.lexemes.glued(look.first - 1):
        word = look.lexemes.low(look.first - 2)
        counted = look.first - 1 == look.previous or word in look.table.small
        if look.lexemes.sort(look.first - 2) is Sort.WORD and not counted and not look.measure.unit:
            return Naming(look.first - 2, look.last, "name or identifier")
    return None


# in this order; the first that names tells why. Where a unit or a scale stands by, the first few are enough
_MEASURED: tuple[Callable[[Look], Naming | None], ...] = (_decade, _time, _reference, _joined)
_DIGITS = (
    *_MEASURED[:2],
    _code,
    _date,
    _ordinal,
    *_MEASURED[2:],
    _compound_rest,
    _score,
    _year,
    _address,
    _idiom,
    _part_of_name,
)
_WORDS = (_time, _ordinal, _decade, _compound_rest, _idiom, _pronoun, _part_of_name)


def named(look: Look, earlier: Naming | None) -> Naming | None:
    """Return what a number names instead of counting, None where it counts. ``earlier`` is the naming just ahead."""
    rules = _WORDS if not look.digits else _DIGITS if look.bare else _MEASURED
    for rule in rules:
        naming = rule(look)
        if naming:
            return naming
    return _listed(look, earlier)

"""A table's cell as a value: digits in any of the usual separators, with the words that bound it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pressroom.figures.text.numerals import SEPARATORS
from pressroom.figures.text.units import read_unit
from pressroom.model.figure import Datum
from pressroom.model.quantity import Qualifier

MISSING = {
    "",
    "-",
    "–",
    "—",
    "…",
    "...",
    "..",
    ".",
    "/",
    "n/a",
    "na",
    "n. a.",
    "k. a.",
    "k.a.",
    "nd",
    "n.d.",
    "s/d",
    "null",
    "none",
}
BOUNDS = {
    Qualifier.AT_LEAST: (
        "at least", "≥", ">=", "mindestens", "wenigstens", "au moins", "al menos", "almeno", "pelo menos",
        "ten minste", "minstens", "co najmniej", "щонайменше", "ما لا يقل عن", "לפחות", "至少", "最少",
        "최소",
    ),
    Qualifier.OVER: (
        "more than", "over", "above", ">", "über", "mehr als", "plus de", "más de", "più di", "oltre",
        "mais de",
        "meer dan", "ruim", "ponad", "powyżej", "понад", "більше ніж", "أكثر من", "יותר מ-", "יותר מ־",
        "超过", "超過",
    ),
    Qualifier.AT_MOST: (
        "up to", "at most", "≤", "<=", "bis zu", "höchstens", "jusqu’à", "jusqu'à", "hasta", "fino a",
        "al massimo", "até", "no máximo", "hoogstens", "maximaal", "najwyżej", "щонайбільше", "حتى",
        "ما لا يزيد على",
        "עד", "至多", "最多", "最大", "최대",
    ),
    Qualifier.UNDER: (
        "fewer than",
        "less than",
        "under",
        "below",
        "<",
        "weniger als",
        "unter",
        "moins de", "menos de", "meno di", "minder dan", "poniżej", "mniej niż", "менше ніж", "أقل من",
        "פחות מ-",
        "פחות מ־", "不到",
    ),
    Qualifier.NEARLY: (
        "nearly", "almost", "fast", "beinahe", "presque", "casi", "quasi", "quase", "bijna", "prawie",
        "niemal",
        "майже", "ما يقرب من", "כמעט", "将近", "거의",
    ),
    Qualifier.ABOUT: (
        "about",
        "around",
        "approximately",
        "approx.",
        "roughly",
        "some",
        "circa",
        "ca.",
        "c.",
        "~",
        "≈",
        "etwa",
        "rund",
        "ungefähr",
        "environ",
        "unos", "cerca de", "aproximadamente", "ongeveer", "około", "ok.", "близько", "приблизно", "نحو",
        "حوالي",
        "زهاء", "כ-", "כ־", "בערך", "约", "約", "大约", "약",
    ),
}  # fmt: skip  # lists of words
# short ones stand for a size where they follow the digits at once, or a currency comes first: "5m people",
# "€5 m", and never "5 m" alone, which is a length
SCALES = {
    "k": 1e3,
    "thousand": 1e3,
    "tsd": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "millions": 1e6,
    "mio": 1e6,
    "millionen": 1e6,
    "millón": 1e6,
    "millones": 1e6,
    "bn": 1e9,
    "billion": 1e9,
    "billions": 1e9,
    "mrd": 1e9,
    "milliarde": 1e9,
    "milliarden": 1e9,
    "milliard": 1e9,
    "milliards": 1e9,
    "tn": 1e12,
    "trillion": 1e12,
    "trillions": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
}
# sizes of one language alone, some by a word that means another size in English
SCALES_OF: Mapping[str, Mapping[str, float]] = {
    "de": {"tausend": 1e3, "billion": 1e12, "billionen": 1e12, "bio": 1e12},
    "fr": {"mille": 1e3, "billion": 1e12, "billions": 1e12},
    "es": {"mil": 1e3, "mil millones": 1e9, "billón": 1e12, "billones": 1e12},
    "it": {
        "mila": 1e3, "milione": 1e6, "milioni": 1e6, "mln": 1e6, "miliardo": 1e9, "miliardi": 1e9,
        "mld": 1e9,
    },
    "pt": {"mil": 1e3, "milhão": 1e6, "milhões": 1e6, "mil milhões": 1e9, "bilhão": 1e9, "bilhões": 1e9},
    "nl": {"duizend": 1e3, "miljoen": 1e6, "mln": 1e6, "miljard": 1e9, "mld": 1e9, "biljoen": 1e12},
    "pl": {
        "tys": 1e3, "mln": 1e6, "milion": 1e6, "miliony": 1e6, "milionów": 1e6, "mld": 1e9, "miliard": 1e9,
        "miliardy": 1e9, "miliardów": 1e9, "bln": 1e12,
    },
    "uk": {
        "тис": 1e3, "млн": 1e6, "мільйон": 1e6, "мільйони": 1e6, "мільйонів": 1e6, "млрд": 1e9,
        "мільярд": 1e9,
        "мільярди": 1e9, "мільярдів": 1e9, "трлн": 1e12,
    },
    "ar": {"ألف": 1e3, "آلاف": 1e3, "مليون": 1e6, "ملايين": 1e6, "مليار": 1e9, "مليارات": 1e9},
    "he": {"אלף": 1e3, "אלפים": 1e3, "מיליון": 1e6, "מיליארד": 1e9},
    "zh": {"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8},
    "ja": {"万": 1e4, "億": 1e8, "兆": 1e12},
    "ko": {"만": 1e4, "억": 1e8, "조": 1e12},
}  # fmt: skip  # lists of words
_LENGTHS = frozenset({"m"})
_DIGITS = r"\d+(?:[.,’'\u00a0\u202f ]\d+)*"
_CURRENCY = r"(?:[A-Z]{1,3})?[€$£¥₹₩₽₺₦₴₪]|(?-i:[A-Z]{3})|Rs\.?|(?-i:R)(?=\s?\d)"
_TAIL = r"(?:[^\d]|(?<=[^\W\d_])\d){0,40}"  # words and signs; a digit belongs to the letter before it, "CO2"
_NUMBER = re.compile(
    rf"(?P<sign>[-−–+])?\s?(?P<before>{_CURRENCY})?\s?(?P<inner>[-−])?(?P<digits>{_DIGITS})"
    rf"(?P<power>e[-+]?\d+)?(?P<after>{_TAIL})",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"(?P<before>{_CURRENCY})?\s?(?P<low>{_DIGITS})\s?(?:–|—|-| to | bis | à | a )"
    rf"\s?(?:{_CURRENCY})?\s?(?P<high>{_DIGITS})(?P<after>{_TAIL})",
    re.IGNORECASE,
)
_SCALE_WORDS = re.compile(r"(?P<joined>[^\W\d_]++)\.?(?:\s(?P<second>[^\W\d_]++))?(?![\d/])")
LONGEST = 28
CJK = "\u2e80"  # from here on, scripts that part no words by blanks


@dataclass(frozen=True, slots=True)
class CellValue:
    """A cell that is a value or a missing one, with its unit as it is printed, "" for none."""

    datum: Datum
    unit: str = ""


def parse_datum(cell: object, lang: str) -> Datum | None:
    """Return a cell's value with its words; None for a cell that is no value. A missing one is
    ``Datum(None)``.
    """
    found = parse_cell(cell, lang)
    return found.datum if found else None


def parse_cell(cell: object, lang: str) -> CellValue | None:
    """Return a cell's value with its words and its unit; None for a cell that is no value."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return CellValue(Datum(float(cell)))
    text = " ".join(str("" if cell is None else cell).split())
    if text.lower() in MISSING:
        return CellValue(Datum(None))
    qualifier, rest = _qualified(text)
    label = text if len(text) <= LONGEST else ""
    found = _RANGE.fullmatch(rest)
    if found:
        size, unit = _size(found, lang)
        low, high = (parse_value(found[end], lang) * size for end in ("low", "high"))
        if low > high:
            return None
        return CellValue(Datum(low, qualifier or Qualifier.BETWEEN, high, label), unit)
    number = _NUMBER.fullmatch(f"-{rest[1:-1]}" if rest.startswith("(") and rest.endswith(")") else rest)
    if not number:
        return None
    size, unit = _size(number, lang)
    value = parse_value(number["digits"], lang) * float(f"1{number['power'] or ''}") * size
    negative = number["sign"] in ("-", "−", "–") or number["inner"] is not None
    return CellValue(Datum(-value if negative else value, qualifier, None, label), unit)


def _size(found: re.Match[str], lang: str) -> tuple[float, str]:
    """Return what the digits of a value are multiplied by, and its unit."""
    before, after = found["before"] or "", found["after"]
    sizes = {**SCALES, **SCALES_OF.get(lang.split("-")[0].lower(), {})}
    words = _SCALE_WORDS.match(after.lstrip())
    if words:
        one = words["joined"].lower()
        two = f"{one} {(words['second'] or '').lower()}"
        apart = after[:1].isspace() and not before
        if two in sizes:
            return sizes[two], read_unit(before, after.lstrip()[words.end() :])
        if one in sizes and not (apart and one in _LENGTHS):
            rest = after.lstrip()[words.end("joined") :].removeprefix(".")
            return sizes[one], read_unit(before, rest)
    return 1.0, read_unit(before, after)


def _qualified(text: str) -> tuple[Qualifier | None, str]:
    low = text.lower()
    for qualifier, words in BOUNDS.items():
        for word in words:
            apart = not word[-1].isalpha() or word[-1] >= CJK or low[len(word) : len(word) + 1] == " "
            if low.startswith(word) and apart:
                return qualifier, text[len(word) :].strip()
    return None, text


def parse_value(digits: str, lang: str) -> float:
    """Return digits with their separators as a number, the language deciding where one mark could mean
    either.
    """
    text = re.sub(r"[\s’'\u00a0\u202f]", "", digits)
    decimal = SEPARATORS.get(lang.split("-")[0].lower(), SEPARATORS["en"])[0]
    marks = [mark for mark in text if mark in ".,"]
    if len(set(marks)) == 2:
        decimal = marks[-1]
    elif len(marks) > 1:
        decimal = "," if marks[0] == "." else "."
    elif marks and not re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", text):
        decimal = marks[0]
    group = "," if decimal == "." else "."
    return float(text.replace(group, "").replace(decimal, "."))

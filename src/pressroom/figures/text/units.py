"""The units of cells: which one a cell is in, and whether the cells of a scale are all in one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

PER_CENT = "%"
# a unit as it is printed → the other ways to write it; capitals tell "MW" from "mW"
MEASURES: Mapping[str, str] = {
    PER_CENT: "per cent|percent|per cents|pct|pct.|Prozent|pour cent|por ciento|per cento|procent|％",
    "‰": "per mille|per mil|Promille|pour mille|por mil",
    "percentage points": "percentage point|pp|ppt|Prozentpunkte|Prozentpunkt|points de pourcentage",
    "mg": "milligram|milligrams|Milligramm|milligrammes",
    "g": "gram|grams|gramme|grammes|Gramm|gr|gramos",
    "kg": "kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos|Kilogramm|kilogramos",
    "t": "tonne|tonnes|Tonnen|toneladas|tonelada|metric tons|metric ton",
    "Mt": "megatonne|megatonnes",
    "kt": "kilotonne|kilotonnes",
    "lb": "lbs|pound weight",
    "oz": "ounce|ounces",
    "mm": "millimetre|millimetres|millimeter|millimeters|Millimeter",
    "cm": "centimetre|centimetres|centimeter|centimeters|Zentimeter",
    "m": "metre|metres|meter|meters|Meter|mètre|mètres|metro|metros",
    "km": "kilometre|kilometres|kilometer|kilometers|Kilometer|kilomètre|kilomètres|kilómetros",
    "mi": "mile|miles|Meilen",
    "ft": "foot|feet",
    "in": "inch|inches|Zoll",
    "m²": "m2|sqm|sq m|square metres|square metre|square meters|Quadratmeter|mètres carrés",
    "km²": "km2|sq km|square kilometres|square kilometers|Quadratkilometer",
    "ha": "hectare|hectares|Hektar|hectáreas",
    "m³": "m3|cubic metres|cubic metre|cubic meters|Kubikmeter",
    "ml": "millilitre|millilitres|milliliter|Milliliter",
    "l": "L|litre|litres|liter|liters|Liter|litros",
    "s": "sec|sec.|second|seconds|Sekunden|secondes|segundos",
    "min": "min.|mins|minute|minutes|Minuten|minutos",
    "h": "hr|hrs|hour|hours|Stunde|Stunden|heure|heures|hora|horas",
    "days": "day|Tag|Tage|Tagen|jour|jours|día|días",
    "weeks": "week|Woche|Wochen|semaine|semaines|semana|semanas",
    "months": "month|Monat|Monate|mois|mes|meses",
    "years": "year|yr|yrs|Jahr|Jahre|an|ans|année|années|año|años",
    "kW": "kilowatt|kilowatts",
    "MW": "megawatt|megawatts",
    "GW": "gigawatt|gigawatts",
    "kWh": "kilowatt hours|Kilowattstunden",
    "MWh": "megawatt hours|Megawattstunden",
    "GWh": "gigawatt hours|Gigawattstunden",
    "TWh": "terawatt hours|Terawattstunden",
    "°C": "℃|degrees Celsius|Grad Celsius|Grad",
    "°F": "℉|degrees Fahrenheit",
}
# who is counted, in words that no rule of plurals joins
COUNTED: Mapping[str, str] = {
    "people": "person|persons|Person|Personen|personne|personnes|persona|personas|Menschen",
    "men": "man|Männer|Mann|hommes|homme|hombres|hombre",
    "women": "woman|Frauen|Frau|femmes|femme|mujeres|mujer",
    "children": "child|Kinder|Kind|enfants|enfant|niños|niño",
}
CURRENCIES: Mapping[str, str] = {
    "€": "EUR|euro|euros|Euro",
    "$": "USD|US$|dollar|dollars|US dollars|US-Dollar|Dollar",
    "£": "GBP|pound|pounds|pounds sterling|Pfund|livres sterling|libras esterlinas",
    "¥": "JPY|yen|Yen",
    "CNY": "RMB|yuan|renminbi|CN¥|Yuan",
    "CHF": "Fr.|SFr.|Franken|Swiss francs|francs suisses",
    "C$": "CAD|CA$|Canadian dollars",
    "A$": "AUD|AU$|Australian dollars",
    "NZ$": "NZD|New Zealand dollars",
    "HK$": "HKD|Hong Kong dollars",
    "S$": "SGD|Singapore dollars",
    "₹": "INR|Rs|Rs.|rupees|rupee",
    "₩": "KRW|won",
    "₽": "RUB|roubles|rubles|Rubel",
    "₺": "TRY|lira|Lira",
    "R$": "BRL|reais",
    "zł": "PLN|zloty|zlotys|Zloty",
    "Kč": "CZK|koruna",
    "SEK": "Swedish kronor",
    "NOK": "Norwegian kroner",
    "DKK": "Danish kroner",
    "₦": "NGN|naira",
    "₴": "UAH|hryvnia|hryvnias",
    "₪": "ILS|shekels",
    "R": "ZAR|rand",
    "MX$": "MXN|Mexican pesos",
    "p": "pence|pennies",
    "¢": "cent|cents|ct",
}  # fmt: skip  # a list of words
# what a table says of a value besides its unit
REMARKS = frozenset(
    (
        "est", "est.", "estimate", "estimated", "prov", "prov.", "provisional", "preliminary", "rev", "rev.",
        "revised", "projected", "forecast", "approx", "approx.", "geschätzt", "vorläufig", "estimé",
        "provisoire", "estimado",
    )
)  # fmt: skip  # a list of words
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_SIGNS = re.compile(r"[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜ]+$")
_WORD = re.compile(r"[^\W\d_]{3,}")
_IN = re.compile(r"(?:.*?[\s,;:–-])?(?:in|en)\s+(?P<unit>\S+(?:\s\S+)?)", re.IGNORECASE)
_LONGEST_ENDING = 3  # letters by which a plural is longer: "Person", "Personen"


def read_unit(before: str, after: str) -> str:
    """Return the unit of a value from what is written before and after its digits, "" for none.

    Remarks and signs of notes are no units; one in brackets is where it is a known one.
    """
    found = _BRACKETS.search(after)
    if found:
        inner = " ".join((found[1] or found[2] or "").split())
        after = after.replace(found[0], inner if _known(inner) else " ")
    after = " ".join(after.split())
    if not _known(after):
        after = _SIGNS.sub("", after).rstrip(" ,;:")
    words = " ".join(word for word in after.split(" ") if word.casefold() not in REMARKS)
    head, _, rest = words.partition(" ")
    if head in ("%", "％", PER_CENT) or _known(words[: len("per cent")]) == PER_CENT:
        words = PER_CENT  # "5% of GDP": what it is a share of is told once, in one row
    elif _known(head) and not _known(words):
        words = f"{_known(head)} {rest}".strip()
    return " ".join(part for part in (_known(before) or before, _known(words) or words) if part)


def read_heading_unit(name: str) -> str:
    """Return the unit that a column's name states ("Weight (kg)", "Share in %"), "" for none."""
    for found in _BRACKETS.finditer(name):
        inner = (found[1] or found[2] or "").removeprefix("in ").strip()
        if _known(inner):
            return _known(inner)
    last = name.replace(",", " ").split(" ")[-1] if name else ""
    if last and not last.isalpha() and _known(last):
        return _known(last)
    found_in = _IN.fullmatch(name)
    return _known(found_in["unit"]) if found_in else ""


def is_one_unit(one: str, other: str) -> bool:
    """Tell whether two units are the same, in words that differ in number at most ("ship", "ships")."""
    if one == other:
        return True
    if _known(one) or _known(other) or not one or not other:
        return False
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return bool(_WORD.match(short)) and long.startswith(short) and len(long) - len(short) <= _LONGEST_ENDING


def is_named_in(unit: str, names: str) -> bool:
    """Tell whether titles or a column's name say what is counted: "boxes" in "Boxes sent"; no measure is."""
    if _known(unit) and unit not in COUNTED:
        return False
    words = _WORD.findall(names.casefold())
    return any(is_one_unit(_known(word) or word, unit) for word in words)


def _known(words: str) -> str:
    """Return how a unit is printed, "" for one that no table has."""
    return _table().get(words) or (_folded().get(words.casefold(), "") if len(words) > 2 else "")


@cache
def _table() -> dict[str, str]:
    return {
        way: unit
        for unit, others in {**MEASURES, **COUNTED, **CURRENCIES}.items()
        for way in (unit, *others.split("|"))
    }


@cache
def _folded() -> dict[str, str]:
    """Return units by their ways of writing in small letters, but for those that capitals tell apart."""
    found: dict[str, set[str]] = {}
    for way, unit in _table().items():
        found.setdefault(way.casefold(), set()).add(unit)
    return {way: units.pop() for way, units in found.items() if len(units) == 1}

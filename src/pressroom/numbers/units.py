"""Units that need no language: symbols and abbreviations, with their canonical name and kind."""

from __future__ import annotations

from collections.abc import Mapping

CURRENCY_SIGNS: Mapping[str, str] = {
    "$": "dollar", "US$": "dollar", "A$": "australian dollar", "AU$": "australian dollar",
    "C$": "canadian dollar", "CA$": "canadian dollar", "NZ$": "new zealand dollar",
    "HK$": "hong kong dollar", "S$": "singapore dollar", "NT$": "taiwan dollar", "R$": "real",
    "£": "pound sterling", "€": "euro", "¥": "yen", "₹": "rupee", "₩": "won", "₽": "ruble", "₪": "shekel",
    "₿": "bitcoin", "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "yen", "CNY": "yuan",
    "CHF": "swiss franc", "INR": "rupee", "AUD": "australian dollar", "CAD": "canadian dollar",
    "KRW": "won", "RUB": "ruble", "BRL": "real", "SEK": "krona", "NOK": "norwegian krone",
    "DKK": "danish krone", "ZAR": "rand", "NZD": "new zealand dollar", "HKD": "hong kong dollar",
    "SGD": "singapore dollar", "MXN": "mexican peso", "AED": "dirham", "ILS": "shekel",
}  # fmt: skip

# symbol, case kept → (canonical name, kind)
SYMBOLS: Mapping[str, tuple[str, str]] = {
    "km": ("kilometre", "dimension"), "m": ("metre", "dimension"), "cm": ("centimetre", "dimension"),
    "mm": ("millimetre", "dimension"), "nm": ("nanometre", "dimension"), "µm": ("micrometre", "dimension"),
    "μm": ("micrometre", "dimension"), "mi": ("mile", "dimension"), "ft": ("foot", "dimension"),
    "yd": ("yard", "dimension"), "in": ("inch", "dimension"), "km²": ("square kilometre", "dimension"),
    "km2": ("square kilometre", "dimension"), "m²": ("square metre", "dimension"),
    "m2": ("square metre", "dimension"), "m³": ("cubic metre", "dimension"), "m3": ("cubic metre", "dimension"),
    "ha": ("hectare", "dimension"), "sq km": ("square kilometre", "dimension"),
    "sq mi": ("square mile", "dimension"), "sq ft": ("square foot", "dimension"),
    "kg": ("kilogram", "dimension"), "g": ("gram", "dimension"), "mg": ("milligram", "dimension"),
    "µg": ("microgram", "dimension"), "t": ("tonne", "dimension"), "lb": ("pound", "dimension"),
    "lbs": ("pound", "dimension"), "oz": ("ounce", "dimension"), "l": ("litre", "dimension"),
    "L": ("litre", "dimension"), "ml": ("millilitre", "dimension"), "mL": ("millilitre", "dimension"),
    "kW": ("kilowatt", "dimension"), "MW": ("megawatt", "dimension"), "GW": ("gigawatt", "dimension"),
    "W": ("watt", "dimension"), "TW": ("terawatt", "dimension"), "kWh": ("kilowatt-hour", "dimension"),
    "MWh": ("megawatt-hour", "dimension"), "GWh": ("gigawatt-hour", "dimension"),
    "TWh": ("terawatt-hour", "dimension"), "kV": ("kilovolt", "dimension"), "V": ("volt", "dimension"),
    "Hz": ("hertz", "dimension"), "kHz": ("kilohertz", "dimension"), "MHz": ("megahertz", "dimension"),
    "GHz": ("gigahertz", "dimension"), "KB": ("kilobyte", "dimension"), "MB": ("megabyte", "dimension"),
    "GB": ("gigabyte", "dimension"), "TB": ("terabyte", "dimension"), "dB": ("decibel", "dimension"),
    "hPa": ("hectopascal", "dimension"), "kPa": ("kilopascal", "dimension"), "MPa": ("megapascal", "dimension"),
    "bar": ("bar", "dimension"), "hp": ("horsepower", "dimension"), "mph": ("mile per hour", "dimension"),
    "km/h": ("kilometre per hour", "dimension"), "kph": ("kilometre per hour", "dimension"),
    "m/s": ("metre per second", "dimension"), "mpg": ("mile per gallon", "dimension"),
    "rpm": ("revolutions per minute", "dimension"), "ppm": ("ppm", "dimension"), "ppb": ("ppb", "dimension"),
    "°C": ("celsius", "temperature"), "ºC": ("celsius", "temperature"), "℃": ("celsius", "temperature"),
    "°F": ("fahrenheit", "temperature"), "ºF": ("fahrenheit", "temperature"), "°": ("degree", "temperature"),
    "K": ("kelvin", "temperature"), "kcal": ("kilocalorie", "dimension"), "kJ": ("kilojoule", "dimension"),
    "ms": ("millisecond", "duration"), "min": ("minute", "duration"), "hrs": ("hour", "duration"),
    "hr": ("hour", "duration"), "h": ("hour", "duration"), "s": ("second", "duration"),
    "secs": ("second", "duration"), "mins": ("minute", "duration"), "yrs": ("year", "duration"),
    "%": ("percent", "percent"), "‰": ("permille", "percent"), "pp": ("percentage point", "percent"),
    "bp": ("basis point", "percent"), "bps": ("basis point", "percent"),
}  # fmt: skip

# symbols that are words or letters as well: taken only when they touch the number ("5m"), or in small print
ONLY_TOUCHING = frozenset({"m", "in", "t", "g", "l", "L", "h", "s", "K", "W", "V", "min", "bar"})

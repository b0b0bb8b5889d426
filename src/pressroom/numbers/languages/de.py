"""German."""

from __future__ import annotations

from pressroom.numbers.languages.form import Language, units

_ONES = [
    "null",
    "eins",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
_SMALL = {word: value for value, word in enumerate(_ONES)}
_SMALL |= {word: 10 * value for value, word in enumerate(_TENS, 2)}
_SMALL |= {
    f"{'ein' if one == 1 else _ONES[one]}und{tens}": 10 * value + one
    for value, tens in enumerate(_TENS, 2)
    for one in range(1, 10)
}

_SMALL |= {f"{'ein' if one == 1 else _ONES[one]}hundert": 100 * one for one in range(1, 10)}
_SMALL |= {f"hundert{tens}": 100 + 10 * value for value, tens in enumerate(_TENS, 2)}
_SMALL |= {f"{_ONES[one]}tausend": 1000 * one for one in range(2, 13)}

LANGUAGE = Language(
    small=_SMALL,
    hundred=frozenset({"hundert"}),
    scales={
        "tausend": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6, "mio.": 1e6, "milliarde": 1e9,
        "milliarden": 1e9, "mrd": 1e9, "mrd.": 1e9, "billion": 1e12, "billionen": 1e12, "tsd": 1e3,
    },
    fractions={"drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "achtel": 8, "zehntel": 10},
    before={
        "mehr als": "over", "über": "over", "gut": "over", "rund": "about", "etwa": "about", "ungefähr": "about",
        "circa": "about", "ca.": "about", "knapp": "nearly", "fast": "nearly", "beinahe": "nearly",
        "nahezu": "nearly", "mindestens": "at_least", "wenigstens": "at_least", "nicht weniger als": "at_least",
        "weniger als": "under", "unter": "under", "höchstens": "at_most", "maximal": "at_most", "bis zu": "at_most",
        "nicht mehr als": "at_most", "schätzungsweise": "about", "um die": "about", "an die": "about",
        "zwischen": "between",
    },
    after={"oder mehr": "at_least", "und mehr": "at_least", "oder weniger": "at_most"},
    months={
        "januar": 1, "jänner": 1, "februar": 2, "märz": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7,
        "august": 8, "september": 9, "oktober": 10, "november": 11, "dezember": 12,
    },
    decimal=",",
    grouping=".",
    units=units(
        {
            "dimension": "kilometer=kilometre kilometern=kilometre meter=metre metern=metre zentimeter=centimetre "
            "millimeter=millimetre hektar=hectare quadratkilometer=square_kilometre quadratmeter=square_metre "
            "kubikmeter=cubic_metre tonnen=tonne tonne=tonne kilogramm=kilogram kilo=kilogram gramm=gram "
            "liter=litre litern=litre megawatt=megawatt gigawatt=gigawatt kilowatt=kilowatt "
            "kilowattstunden=kilowatt-hour megawattstunden=megawatt-hour terawattstunden=terawatt-hour",
            "duration": "sekunden=second minuten=minute stunden=hour stunde=hour tage=day tagen=day wochen=week "
            "monate=month monaten=month jahre=year jahren=year jahrzehnte=decade jahrhunderte=century",
            "currency": "euro=euro cent=cent dollar=dollar us-dollar=dollar franken=swiss_franc "
            "schweizer_franken=swiss_franc pfund=pound_sterling yen=yen rubel=ruble kronen=krona",
            "percent": "prozent=percent prozentpunkte=percentage_point prozentpunkten=percentage_point "
            "prozentpunkt=percentage_point",
            "temperature": "grad_celsius=celsius grad=degree",
            "age": "jahre_alt=year_of_age",
        }
    ),
    stop=frozenset(
        ["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "und", "oder", "aber", "sondern", "in", "im", "an", "am", "auf", "bei", "für", "von", "vom", "mit", "zu", "zum", "zur", "nach", "aus", "durch", "über", "unter", "zwischen", "seit", "bis", "während", "vor", "hinter", "neben", "ohne", "gegen", "um", "wie", "als", "wenn", "weil", "dass", "ob", "ist", "sind", "war", "waren", "wird", "werden", "wurde", "wurden", "hat", "haben", "hatte", "hatten", "kann", "können", "soll", "sollen", "muss", "müssen", "sich", "nicht", "auch", "noch", "nur", "schon", "mehr", "weniger", "pro", "je", "laut", "er", "sie", "es", "wir", "ihr", "sein", "ihre"]
    ),
    and_word="und",
    range_words=("bis", "und"),
    per_words=("pro", "je"),
    percent=frozenset({"prozent"}),
    vague=frozenset({"dutzende", "hunderte", "tausende", "millionen", "milliarden"}),
    negation=frozenset({"nicht", "kein", "keine", "bestritt", "dementierte", "nie"}),
    planned=frozenset({"wird", "werden", "soll", "sollen", "plant", "planen", "ziel", "geplant", "erwartet"}),
    hypothetical=frozenset({"könnte", "könnten", "würde", "würden", "falls", "wenn"}),
    references=(
        "artikel", "art", "kapitel", "abschnitt", "paragraf", "paragraph", "absatz", "abs", "nr", "nummer", "seite",
        "seiten", "abbildung", "abb", "tabelle", "anlage", "anhang", "raum", "zimmer", "saal", "halle", "linie", "gleis",
        "flug", "klasse", "stufe", "phase", "version", "band", "heft", "spieltag", "frage", "punkt", "telefon",
    ),
    dated=(
        "jahr", "jahre", "jahres", "seit", "ab", "bis", "vor", "nach", "von", "zu", "gegenüber", "anfang", "ende", "mitte",
        "sommer", "winter", "frühjahr", "frühling", "herbst", "und",
    ),
)  # fmt: skip

"""French."""

from __future__ import annotations

from pressroom.numbers.languages.form import Language, units

_ONES = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_SMALL = {word: value for value, word in enumerate(_ONES)}
_SMALL |= {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70}
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_SMALL |= {f"{word}-{_ONES[one]}": ten + one for word, ten in _TENS.items() for one in range(2, 10)}
_SMALL |= {f"{word} et {one}": ten + 1 for word, ten in _TENS.items() for one in ("un", "une")}
_SMALL |= {f"soixante-{_ONES[one]}": 60 + one for one in range(12, 20)} | {"soixante et onze": 71}
_SMALL |= {f"quatre-vingt-{_ONES[one]}": 80 + one for one in range(1, 20)}
_SMALL |= {"soixante-dix": 70, "quatre-vingts": 80, "quatre-vingt-dix": 90, "huitante": 80, "nonante": 90}

LANGUAGE = Language(
    small=_SMALL,
    hundred=frozenset({"cent", "cents"}),
    scales={
        "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "md": 1e9, "mds": 1e9,
        "mio": 1e6, "billion": 1e12, "billions": 1e12,
    },
    fractions={"demi": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5},
    before={
        "plus de": "over", "plus d’": "over", "au-delà de": "over", "environ": "about", "quelque": "about",
        "près de": "nearly", "près d’": "nearly", "presque": "nearly", "autour de": "about", "à peu près": "about",
        "au moins": "at_least", "pas moins de": "at_least", "un minimum de": "at_least", "moins de": "under",
        "moins d’": "under", "jusqu’à": "at_most", "jusqu'à": "at_most", "au minimum": "at_least", "plus d'": "over", "moins d'": "under",
        "près d'": "nearly", "au plus": "at_most", "au maximum": "at_most",
        "pas plus de": "at_most", "une moyenne de": "about", "entre": "between",
    },
    after={"ou plus": "at_least", "et plus": "at_least", "ou moins": "at_most", "environ": "about"},
    months={
        "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8,
        "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
    },
    decimal=",",
    grouping=".",
    units=units(
        {
            "dimension": "kilomètres=kilometre kilomètre=kilometre mètres=metre mètre=metre centimètres=centimetre "
            "millimètres=millimetre hectares=hectare hectare=hectare kilomètres_carrés=square_kilometre "
            "mètres_carrés=square_metre mètres_cubes=cubic_metre tonnes=tonne tonne=tonne kilogrammes=kilogram "
            "kilos=kilogram grammes=gram litres=litre litre=litre mégawatts=megawatt gigawatts=gigawatt "
            "kilowatts=kilowatt kilowattheures=kilowatt-hour mégawattheures=megawatt-hour",
            "duration": "secondes=second minutes=minute heures=hour heure=hour jours=day jour=day semaines=week "
            "semaine=week mois=month ans=year an=year années=year année=year décennies=decade siècles=century",
            "currency": "euros=euro euro=euro centimes=cent dollars=dollar dollar=dollar francs_suisses=swiss_franc "
            "francs=franc livres_sterling=pound_sterling livres=pound_sterling yens=yen roubles=ruble",
            "percent": "pour_cent=percent points_de_pourcentage=percentage_point point_de_pourcentage=percentage_point",
            "temperature": "degrés_celsius=celsius degrés=degree",
        }
    ),
    stop=frozenset(
        ["le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "et", "ou", "mais", "ni", "car", "donc", "à", "au", "aux", "en", "dans", "sur", "sous", "par", "pour", "avec", "sans", "chez", "vers", "entre", "depuis", "pendant", "avant", "après", "contre", "selon", "que", "qui", "dont", "où", "quand", "si", "comme", "est", "sont", "était", "étaient", "a", "ont", "avait", "avaient", "sera", "seront", "fut", "furent", "été", "être", "avoir", "peut", "peuvent", "doit", "doivent", "ne", "pas", "plus", "moins", "se", "s", "ce", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "il", "elle", "ils", "elles", "nous", "vous"]
    ),
    and_word="et",
    range_words=("à", "et"),
    per_words=("par",),
    percent=frozenset({"pour cent"}),
    vague=frozenset({"dizaines", "douzaines", "centaines", "milliers", "millions", "milliards"}),
    negation=frozenset({"ne", "n", "pas", "aucun", "aucune", "dément", "démenti", "jamais"}),
    planned=frozenset({"prévoit", "prévoient", "prévu", "objectif", "sera", "seront", "devrait", "devraient"}),
    references=(
        "article", "art", "chapitre", "section", "paragraphe", "alinéa", "n°", "numéro", "page", "pages", "figure", "tableau",
        "annexe", "salle", "chambre", "bureau", "ligne", "quai", "vol", "classe", "phase", "version", "tome", "journée",
        "question", "point", "téléphone",
    ),
    dated=(
        "en", "depuis", "avant", "après", "fin", "début", "année", "années", "à", "de", "entre", "et", "été", "hiver",
        "printemps", "automne", "dès", "d’ici", "d'ici",
    ),
    hypothetical=frozenset({"pourrait", "pourraient", "si", "serait", "seraient"}),
)  # fmt: skip

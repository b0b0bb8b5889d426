"""Spanish."""

from __future__ import annotations

from pressroom.numbers.languages.form import Language, units

_ONES = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
]
_SMALL = {word: value for value, word in enumerate(_ONES)}
_SMALL |= {
    "treinta": 30,
    "cuarenta": 40,
    "cincuenta": 50,
    "sesenta": 60,
    "setenta": 70,
    "ochenta": 80,
    "noventa": 90,
}
_SMALL |= {"doscientos": 200, "trescientos": 300, "cuatrocientos": 400, "quinientos": 500, "seiscientos": 600}
_SMALL |= {"setecientos": 700, "ochocientos": 800, "novecientos": 900}

_SMALL |= {
    f"{tens} y {'un' if one == 1 else _ONES[one]}": _SMALL[tens] + one
    for tens in ("treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
    for one in range(1, 10)
} | {"veintiún": 21, "veintiuna": 21}

LANGUAGE = Language(
    small=_SMALL,
    hundred=frozenset({"cien", "ciento"}),
    scales={"mil": 1e3, "millón": 1e6, "millones": 1e6, "billón": 1e12, "billones": 1e12, "mm": 1e6},
    fractions={"tercio": 3, "tercios": 3, "cuarto": 4, "cuartos": 4, "quinto": 5, "quintos": 5},
    before={
        "más de": "over", "más del": "over", "menos del": "under", "cerca del": "nearly", "por encima de": "over", "unos": "about", "unas": "about", "alrededor de": "about",
        "cerca de": "nearly", "casi": "nearly", "aproximadamente": "about", "en torno a": "about",
        "al menos": "at_least", "por lo menos": "at_least", "no menos de": "at_least", "como mínimo": "at_least",
        "menos de": "under", "por debajo de": "under", "hasta": "at_most", "como máximo": "at_most",
        "no más de": "at_most", "un máximo de": "at_most", "entre": "between",
    },
    after={"o más": "at_least", "o menos": "at_most"},
    months={
        "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8,
        "septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
    },
    decimal=",",
    grouping=".",
    units=units(
        {
            "dimension": "kilómetros=kilometre kilómetro=kilometre metros=metre metro=metre centímetros=centimetre "
            "milímetros=millimetre hectáreas=hectare kilómetros_cuadrados=square_kilometre "
            "metros_cuadrados=square_metre metros_cúbicos=cubic_metre toneladas=tonne tonelada=tonne "
            "kilogramos=kilogram kilos=kilogram gramos=gram litros=litre megavatios=megawatt gigavatios=gigawatt "
            "kilovatios=kilowatt",
            "duration": "segundos=second minutos=minute horas=hour hora=hour días=day día=day semanas=week semana=week "
            "meses=month mes=month años=year año=year décadas=decade siglos=century",
            "currency": "euros=euro euro=euro céntimos=cent dólares=dollar dólar=dollar pesos=peso "
            "libras=pound_sterling libras_esterlinas=pound_sterling yenes=yen rublos=ruble francos_suizos=swiss_franc",
            "percent": "por_ciento=percent puntos_porcentuales=percentage_point punto_porcentual=percentage_point",
            "temperature": "grados_celsius=celsius grados=degree",
        }
    ),
    stop=frozenset(
        ["el", "la", "los", "las", "un", "una", "unos", "unas", "de", "del", "y", "e", "o", "u", "pero", "ni", "que", "en", "a", "al", "por", "para", "con", "sin", "sobre", "bajo", "entre", "desde", "hasta", "durante", "antes", "después", "contra", "según", "como", "cuando", "donde", "quien", "si", "es", "son", "era", "eran", "fue", "fueron", "será", "serán", "ha", "han", "había", "habían", "ser", "estar", "está", "están", "puede", "pueden", "debe", "deben", "no", "más", "menos", "se", "su", "sus", "este", "esta", "estos", "estas", "ese", "esa", "lo", "le", "les", "nos"]
    ),
    and_word="y",
    range_words=("a", "y"),
    per_words=("por",),
    percent=frozenset({"por ciento"}),
    vague=frozenset({"decenas", "docenas", "cientos", "centenares", "miles", "millones"}),
    negation=frozenset({"no", "nunca", "ningún", "ninguna", "negó", "desmintió"}),
    planned=frozenset({"prevé", "prevén", "previsto", "objetivo", "meta", "será", "serán", "planea"}),
    references=(
        "artículo", "art", "capítulo", "sección", "párrafo", "apartado", "número", "núm", "página", "páginas", "figura",
        "tabla", "cuadro", "anexo", "sala", "habitación", "aula", "línea", "andén", "vuelo", "clase", "fase", "versión",
        "tomo", "jornada", "pregunta", "punto", "teléfono", "despacho",
    ),
    dated=(
        "en", "desde", "hasta", "antes de", "después de", "año", "años", "a", "de", "del", "entre", "y", "verano",
        "invierno", "primavera", "otoño", "finales de", "principios de", "mediados de",
    ),
    hypothetical=frozenset({"podría", "podrían", "si", "sería", "serían"}),
)  # fmt: skip

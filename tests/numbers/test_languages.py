"""German, French and Spanish: number formats, scale words, qualifiers, money, shares, dates."""

import pytest

from pressroom.numbers import extract

CASES = [
    ("de", "Mehr als 2.300 Einwohner wurden evakuiert.", 2300, "over"),
    ("de", "Der Schaden beträgt 1.250.000,50 Euro.", 1250000.5, None),
    ("de", "Rund 3,5 Millionen Wähler blieben fern.", 3.5e6, "about"),
    ("de", "Mindestens 14 Menschen starben.", 14, "at_least"),
    ("de", "Knapp 61,3 Prozent stimmten zu.", 61.3, "nearly"),
    ("de", "Die Kosten liegen bei 4,5 Mrd. Euro.", 4.5e9, None),
    ("de", "Einundzwanzig Häuser brannten.", 21, None),
    ("de", "Bis zu 450 Arbeiter werden eingestellt.", 450, "at_most"),
    ("de", "Der Zaun ist 40 Kilometer lang.", 40, None),
    ("fr", "Plus de 2 300 habitants ont été évacués.", 2300, "over"),
    ("fr", "La participation était de 61,3 %.", 61.3, None),
    ("fr", "Environ 3,5 millions d’électeurs se sont abstenus.", 3.5e6, "about"),
    ("fr", "Au moins 14 personnes sont mortes.", 14, "at_least"),
    ("fr", "Les dégâts s’élèvent à 1,2 milliard d’euros.", 1.2e9, None),
    ("fr", "Près de 450 ouvriers ont été engagés.", 450, "nearly"),
    ("fr", "La clôture mesure 40 kilomètres.", 40, None),
    ("es", "Más de 2.300 vecinos fueron evacuados.", 2300, "over"),
    ("es", "La participación fue del 61,3 por ciento.", 61.3, None),
    ("es", "Unos 3,5 millones de votantes se abstuvieron.", 3.5e6, "about"),
    ("es", "Al menos 14 personas murieron.", 14, "at_least"),
    ("es", "El coste asciende a 1.250.000,50 euros.", 1250000.5, None),
    ("es", "Casi 450 obreros fueron contratados.", 450, "nearly"),
    ("es", "La valla mide 40 kilómetros.", 40, None),
]


@pytest.mark.parametrize(("lang", "text", "value", "qualifier"), CASES, ids=[case[1] for case in CASES])
def test_a_number_in_another_language(lang, text, value, qualifier):
    (found,) = extract(text, lang)
    assert found.value == pytest.approx(value)
    assert (str(found.qualifier) if found.qualifier else None) == qualifier


NONE = [
    ("de", "Am 3. Mai 2026 tagte der Rat."),
    ("de", "Die Mühle schloss im Jahr 2011."),
    ("fr", "Le conseil s’est réuni le 3 mai 2026."),
    ("es", "El consejo se reunió el 3 de mayo de 2026."),
]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_dates_are_no_quantities(lang, text):
    assert extract(text, lang) == ()

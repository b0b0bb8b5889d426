"""German, French and Spanish: number formats, scale words, qualifiers, money, shares, dates."""

import pytest

from pressroom.model.quantity import Interval, Kind
from pressroom.numbers import extract
from pressroom.numbers.languages import LANGUAGES, all_languages, language

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
    ("de", "Die Sanierung kostet 3,5 Mio. € und dauert lange.", 3.5e6, None),
    ("de", "Der Kreis gab rund 40 Mrd.€ ein wenig zu schnell aus.", 4e10, "about"),
    ("de", "Mindestens ein Mensch starb.", 1, "at_least"),
    ("de", "Fast jeder fünfte Erwachsene schläft schlecht.", 0.2, "nearly"),
    ("fr", "Une trentaine de pompiers sont venus.", 30, "about"),
    ("fr", "Une douzaine de maisons ont brûlé.", 12, None),
    ("fr", "Au moins une personne est morte.", 1, "at_least"),
    ("fr", "Un intervalle de quatre à six heures suffit.", Interval(4, 6), None),
    ("fr", "La salle est fermée depuis plus de deux ans.", 2, "over"),
    ("fr", "Elle mesure 1,62\u00a0m et porte un manteau.", 1.62, None),
    ("es", "Hubo una treintena de incendios.", 30, "about"),
    ("es", "La noche bajó a 8 grados bajo cero.", -8, None),
    ("fr", "Plus de 2 300 habitants ont été évacués.", 2300, "over"),
    ("fr", "La participation était de 61,3 %.", 61.3, None),
    ("fr", "Environ 3,5 millions d’électeurs se sont abstenus.", 3.5e6, "about"),
    ("fr", "Au moins 14 personnes sont mortes.", 14, "at_least"),
    ("fr", "Les dégâts s’élèvent à 1,2 milliard d’euros.", 1.2e9, None),
    ("fr", "Près de 450 ouvriers ont été engagés.", 450, "nearly"),
    ("fr", "La clôture mesure 40 kilomètres.", 40, None),
    ("fr", "Le billet coûte 12,50€ en ligne.", 12.5, None),
    ("fr", "Une ferme sur quatre a fermé.", 0.25, None),
    ("fr", "Les trois quarts des puits sont à sec.", 0.75, None),
    ("fr", "La panne a duré deux heures et demie.", 2.5, None),
    ("es", "Más de 2.300 vecinos fueron evacuados.", 2300, "over"),
    ("es", "La participación fue del 61,3 por ciento.", 61.3, None),
    ("es", "Unos 3,5 millones de votantes se abstuvieron.", 3.5e6, "about"),
    ("es", "Al menos 14 personas murieron.", 14, "at_least"),
    ("es", "El coste asciende a 1.250.000,50 euros.", 1250000.5, None),
    ("es", "Casi 450 obreros fueron contratados.", 450, "nearly"),
    ("es", "Una de cada cuatro granjas cerró.", 0.25, None),
    ("es", "Llovió en tres cuartas partes del valle.", 0.75, None),
    ("es", "La valla mide 40 kilómetros.", 40, None),
]


@pytest.mark.parametrize(("lang", "text", "value", "qualifier"), CASES, ids=[case[1] for case in CASES])
def test_a_number_in_another_language(lang, text, value, qualifier):
    (found,) = extract(text, lang)
    assert found.value == (value if isinstance(value, Interval) else pytest.approx(value))
    assert (str(found.qualifier) if found.qualifier else None) == qualifier


NONE = [
    ("de", "Am 3. Mai 2026 tagte der Rat."),
    ("de", "Die Mühle schloss im Jahr 2011."),
    ("fr", "Le conseil s’est réuni le 3 mai 2026."),
    ("es", "El consejo se reunió el 3 de mayo de 2026."),
    ("de", "Der Ausschuss tagt am Mittwoch, 12. März 2025, im Rathaus."),
    ("de", "Die Brücke ist bis zum 30.09. gesperrt."),
    ("de", "Der Brand brach kurz nach halb drei aus."),
    ("de", "Der Klub gewann mit 2:0 im eigenen Stadion."),
    ("de", "Der Unfall geschah auf der A 7 bei Göttingen."),
    ("de", "Hinweise nimmt die Wache unter der Rufnummer 0551 229-0 an."),
    ("de", "Gesucht werden Zeugen von zwischen 14 und 15.30 Uhr."),
    ("de", "Der Neubau in 72336 Balingen wird fertig."),
    ("de", "Die TSG 1899 Hoffenheim spielt auswärts."),
    ("de", "Boeing verschiebt die 737 MAX."),
    ("de", "Sie landete auf Platz sieben."),
    ("de", "Am 7. Spieltag trennte man sich 2:2 von Bremen."),
    ("fr", "Le sommet se tiendra du 14 au 16 juin."),
    ("fr", "Le musée est ouvert de 10h à 18h."),
    ("fr", "La vigilance dure jusqu’à jeudi 6 heures."),
    ("fr", "Il a gagné 6-3, 4-6, 7-6 (4), 6-2."),
    ("es", "Empataron 1-1 en la ida."),
    ("es", "La fábrica de la calle Mayor, 18 es un museo."),
    ("es", "Murió el día 8."),
    ("es", "Es la 9.ª jornada."),
    ("fr", "L’exposition est au 11, rue de la Gare."),
    ("fr", "Il suffit de composer le 17."),
    ("es", "La reunión empieza a las diez de la mañana."),
    ("es", "El plan durará hasta 2027."),
    ("es", "Código postal 41001."),
]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_what_names_is_no_quantity(lang, text):
    assert extract(text, lang) == ()


def test_a_range_with_articles_in_it():
    (found,) = extract("El margen será de entre el 8 % y el 10,5 %.", "es")
    assert found.value == Interval(8, 10.5)


def test_what_is_no_noun_in_german_is_not_counted():
    found = extract("Von den Mitteln sind 12 Mio.€ gekommen.", "de")
    assert [(one.value, one.subject) for one in found] == [(12e6, "")]


def test_both_sides_of_a_vote_are_votes():
    found = extract("Der Rat stimmte mit 38 zu 17 Stimmen dafür.", "de")
    assert [(one.value, one.unit) for one in found] == [(38, "Stimmen"), (17, "Stimmen")]


def test_a_noun_ahead_of_a_german_number_is_no_name():
    found = extract("Wegen des Sturms fielen am Flugplatz 32 von 116 Flügen aus.", "de")
    assert [one.value for one in found] == [32, 116]


@pytest.mark.parametrize(
    ("lang", "text", "written"),
    [
        ("fr", "Les enfants sont âgés de 11 à 15 ans.", "11 à 15 ans"),
        ("fr", "La femme, âgée de 34 ans, est saine.", "34 ans"),
        ("fr", "Les plus de 65 ans votent.", "65 ans"),
        ("es", "Una mujer y su hija, de 56, fueron rescatadas.", "56"),
        ("es", "La campaña es para personas de 60 a 64 años.", "60 a 64 años"),
    ],
)
def test_ages_of_persons(lang, text, written):
    (found,) = extract(text, lang)
    assert (found.text, found.kind, found.unit) == (written, Kind.AGE, "year of age")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_of_all_languages_has_the_words_of_each(lang):
    for subject, table in vars(language(lang)).items():
        united = getattr(all_languages(), subject)
        for name, value in vars(table).items():
            if isinstance(value, (frozenset, tuple, dict)):
                missing = set(value) - set(getattr(united, name))
                assert not missing, f"{subject}.{name}"

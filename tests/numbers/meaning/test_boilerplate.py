"""What tells nothing of a text's matter is known by its words, or by the heading above it."""

import pytest

from pressroom.numbers.meaning.boilerplate import find_cited, is_about, is_boilerplate, opens_boilerplate

BOILERPLATE = [
    ("en", "The post Pier fund gives $5,000 to divers appeared first on The Quay."),
    ("en", "This release contains forward-looking statements about 2026."),
    ("en", "For more information, call 0171 555 or visit the pier."),
    ("en", "Copyright 2024 Pier Trust. All rights reserved."),
    ("en", "Sign up for our weekly newsletter, read by 40,000 people."),
    ("en", "Media contact: Ana Ruiz, 40 Quay Street"),
    ("de", "Der Beitrag 40 neue Boote erschien zuerst auf Hafenblatt."),
    ("de", "Weitere Informationen erhalten Sie unter 0171 555."),
    ("de", "Diese Mitteilung enthält zukunftsgerichtete Aussagen."),
    ("fr", "L’article 40 bateaux est apparu en premier sur Le Quai."),
    ("fr", "Pour plus d’informations, appelez le 0171 555."),
    ("fr", "© 2024 Le Quai, tous droits réservés."),
    ("es", "La entrada 40 barcos apareció primero en El Muelle."),
    ("es", "Para más información, llame al 0171 555."),
    ("es", "Suscríbase a nuestro boletín, que leen 40.000 personas."),
]
MATTER = [
    ("en", "Some 2,000 people subscribed to the scheme in May."),
    ("en", "The firm won $4m in a copyright suit."),
    ("en", "About 300 people called the harbour."),
    ("de", "Über 300 Boote liegen im Hafen."),
    ("fr", "Le port a publié 40 avis."),
    ("es", "El puerto publicó 40 avisos."),
]
HEADINGS = [
    ("en", "About Pier Trust"),
    ("en", "About the company"),
    ("en", "ABOUT US"),
    ("en", "Notes to editors:"),
    ("en", "Press contact"),
    ("de", "Über die Stiftung"),
    ("de", "Über Hafen AG"),
    ("de", "Hinweise für Redaktionen"),
    ("fr", "À propos de la fondation"),
    ("fr", "Contact presse"),
    ("es", "Acerca de la fundación"),
    ("es", "Aviso legal"),
]
HEADINGS_OF_MATTER = [
    ("en", "About 300 boats are lost"),
    ("en", "About half of the boats are lost"),
    ("en", "The new pier"),
    ("de", "Über 300 Boote verloren"),
    ("fr", "Le nouveau quai"),
    ("es", "El nuevo muelle"),
]


@pytest.mark.parametrize(("lang", "text"), BOILERPLATE)
def test_boilerplate_is_known_by_its_words(lang, text):
    assert is_boilerplate(text, lang)


@pytest.mark.parametrize(("lang", "text"), MATTER)
def test_what_a_text_tells_is_no_boilerplate(lang, text):
    assert not is_boilerplate(text, lang)


@pytest.mark.parametrize(("lang", "heading"), HEADINGS)
def test_a_heading_opens_boilerplate(lang, heading):
    assert opens_boilerplate(heading, lang)


@pytest.mark.parametrize(("lang", "heading"), HEADINGS_OF_MATTER)
def test_a_heading_of_matter_does_not(lang, heading):
    assert not opens_boilerplate(heading, lang)


@pytest.mark.parametrize(
    ("lang", "paragraph", "holds"),
    [
        ("en", "About PQR The Pier and Quay Research centre PQR looks after piers. It employs 2,100.", True),
        ("en", "About Pier Trust Pier Trust looks after piers. It employs 2,100 people.", True),
        ("en", "About Ann Roe, little is known. She let 40 boats.", False),
        ("en", "About 300 people called the harbour, and 300 wrote.", False),
        ("de", "Über Hafen AG Die Hafen AG beschäftigt 2100 Leute.", True),
        ("fr", "À propos de Quai SA Quai SA emploie 2100 personnes.", True),
    ],
)
def test_a_paragraph_that_holds_its_own_heading(lang, paragraph, holds):
    assert is_about(paragraph, lang) is holds


CITED = [
    "Alven Chronicle: Old harbour gets £14 million for cranes",
    "Quay (Alven, AV): Harbour to receive £15m",
    "YourPort: £14m coming to the old pier",
]


def test_headlines_of_others_are_known_by_their_list():
    rest = ["Alven: The old pier was sold for £3m.", "The pier costs £3m."]
    assert find_cited([*CITED, *rest]) == frozenset(CITED)


def test_a_title_that_names_its_place_is_no_cited_headline():
    assert find_cited(["South Alven: Exports rise by 5%", "The pier costs £3m.", CITED[0]]) == frozenset()

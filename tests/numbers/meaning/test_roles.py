"""What part a value plays in its sentence, where something tells it."""

import pytest

from pressroom.numbers import extract

ROLES = [
    # language, text, the roles of its values
    ("en", "It was the last time that the fund held less than $4 billion.", ["threshold"]),
    ("en", "The firm passed the 4,000 mark.", ["threshold"]),
    ("en", "Turnout fell by 3 points to 41 per cent.", ["change", "level"]),
    ("en", "Fares rose 4.9 per cent.", ["change"]),
    ("en", "A 5% rise in rents is due.", ["change"]),
    ("en", "Turnout fell below 21 per cent.", ["level"]),
    ("en", "She led by a 12-point margin, a gap of 300 votes.", ["margin", "margin"]),
    ("en", "The rate fell from 5% to 3%.", ["earlier", "level"]),
    ("en", "The toll fell from 90 cases to 40 and then 12.", ["earlier", "earlier", "level"]),
    ("en", "Sales were $4m, up from $3m.", [None, "earlier"]),
    ("en", "Sales grew by 0.5%, after 0.3% in May.", ["change", "earlier"]),
    ("en", "A sum of £3m was budgeted for the pier.", [None]),
    ("en", "It sold 340 boats in May and then bought 40.", [None, None]),
    ("en", "The 340 boats were followed by 40 ferries.", [None, None]),
    ("en", "It burned down, after 30 men had left.", [None]),
    ("en", "It lost £4m, where a surplus of £3m had been expected.", [None, "earlier"]),
    ("de", "Die Wirtschaft wuchs um 0,5 %, nach 0,3 % im Mai.", ["change", "earlier"]),
    (
        "fr",
        "Le nombre a diminué de 1’291 bateaux (-3,2%) pour s’établir à 39’142.",
        ["change", None, "level"],
    ),
    ("en", "May's 2.6% was followed by 3.1% in June.", ["earlier", None]),
    ("en", "Profit was $3m a year earlier.", ["earlier"]),
    ("en", "It replaces the previously announced $3m.", ["earlier"]),
    ("en", "It lent more than its earlier $3m.", ["earlier"]),
    ("de", "Bisher wurden 340 Boote vermietet.", [None]),
    ("es", "Fue más que el curso anterior con 340 alumnos.", [None]),
    ("en", "‘We let 340’ Mr Hale said.", [None]),
    ("en", "They built 12 homes, against a target of 40.", [None, "target"]),
    ("en", "Analysts had expected a profit of €9 million.", ["forecast"]),
    ("en", "They cut 300 jobs.", [None]),
    ("en", "They brought 40 dogs to 12 shelters.", [None, None]),
    ("de", "Ein Anstieg von 5 Prozent folgte.", ["change"]),
    ("de", "Die Mieten stiegen um 5 Prozent auf 900 Euro.", ["change", "level"]),
    ("fr", "Une hausse de 5 % a suivi.", ["change"]),
    ("es", "Un aumento de 5 % siguió.", ["change"]),
]


@pytest.mark.parametrize(("lang", "text", "roles"), ROLES)
def test_the_role_of_a_value(lang, text, roles):
    assert [one.role for one in extract(text, lang)] == roles

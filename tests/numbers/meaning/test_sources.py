"""Who says a number: only who really does, and nobody rather than the wrong one."""

import pytest

from pressroom.numbers import extract

SOURCES = [
    # language, text, value, source
    ("en", "Crews that dreaded the monthly DMV reports now finish 70% sooner.", 70, ""),
    ("en", "A spokesman for Acme said 40 jobs would go.", 40, "spokesman for Acme"),
    ("en", "The head of the harbour fund said 40 berths were let.", 40, "head of the harbour fund"),
    ("en", "Ana Ruiz, the mayor of Bremen, said 300 homes were lost.", 300, "Ana Ruiz"),
    ("en", "In Bremen, police said 40 cars burned.", 40, "police"),
    ("en", "According to police at least 40 people died.", 40, "police"),
    ("en", "“We lost 300 jobs,” said Ana Ruiz, the mayor.", 300, "Ana Ruiz"),
    ("en", "About 40 ships left, says the harbour board in its report.", 40, "harbour board"),
    ("en", "Analysts had expected a profit of €9 million.", 9_000_000, "Analysts"),
    ("en", "Health officials said 40 died and police said 12 were hurt.", 40, "Health officials"),
    ("en", "Health officials said 40 died and police said 12 were hurt.", 12, "police"),
    ("en", "Figures from the Labour Office show 300 jobs were lost.", 300, "Figures from the Labour Office"),
    ("en", "The flood fears sent 300 people away.", 300, ""),
    ("en", "The survey also showed that 40 berths are shut.", 40, "survey"),
    ("en", "The union fears 300 jobs will go.", 300, "union"),
    ("en", "The firm is said to be worth $4m.", 4_000_000, ""),
    ("en", "After the flood the mayor said 40 homes were lost.", 40, "mayor"),
    ("en", "It blamed a rival, which said 40 units failed.", 40, ""),
    ("en", "Over 25 years the value of bank notes in use has grown to $890 million.", 890_000_000, ""),
    (
        "en",
        "It has 10 million pupils, according to the U.S. Board of Schools.",
        10_000_000,
        "U.S. Board of Schools",
    ),
    ("en", "Clients opened 142,000 accounts, according to a report Thursday.", 142_000, "report"),
    ("en", "Rents were 50 per cent of sales, van Dam said.", 50, "van Dam"),
    (
        "en",
        "Exports were 136 million tonnes, the official Banco do Norte announced.",
        136_000_000,
        "Banco do Norte",
    ),
    ("en", "Yesterday I said that 180 people had been there.", 180, ""),
    ("en", "In 2006 a study reached the conclusion that 660 clerks came.", 660, "study"),
    ("en", "It sent 5,000 clerks after what the owners Acme said was a storm.", 5_000, ""),
    ("en", "Earnings rose to 66 cents, topping the estimate, according to Acme Estimates.", 66, ""),
    ("en", "Although 8,100 people had applied, the office stated that only 5 were let in.", 8_100, ""),
    (
        "en",
        "Vi, who has almost 5 million fans, explained that fitness is no longer a goal.",
        5_000_000,
        "",
    ),
    ("en", "There were 150 people on both trains, the same number police said had been hurt.", 150, ""),
    ("en", "The train left the rails, hurting 14 people, police said.", 14, "police"),
    ("en", "Some 80,000 people are held in camps, the State Office estimates.", 80_000, "State Office"),
    ("en", "It cut 300 jobs, in the latest Acme estimates.", 300, ""),
    (
        "en",
        "Some 40,000 were held, according to the Centre for Economic and Social Rights and other groups.",
        40_000,
        "Centre for Economic and Social Rights and other groups",
    ),
    ("en", "Alvish state TV said on Monday that 65 people had been hurt.", 65, "Alvish state TV"),
    ("de", "Laut Polizei starben 40 Menschen.", 40, "Polizei"),
    ("de", "Es gab 40 Unfälle, sagte Ana Ruiz.", 40, "Ana Ruiz"),
    ("fr", "Selon la police, 40 personnes sont mortes.", 40, "la police"),
    ("fr", "Selon les Nations unies, 40 personnes sont mortes.", 40, "les Nations unies"),
    ("fr", "Il y a eu 40 accidents, a déclaré Ana Ruiz.", 40, "Ana Ruiz"),
    (
        "fr",
        "Selon les chiffres provisoires de l’office, il y a 40 ports.",
        40,
        "les chiffres provisoires de l’office",
    ),
    ("es", "Hay 40 barcos, informó el diario local El Faro.", 40, "el diario local El Faro"),
    ("es", "Llegaron 900 personas, explicó un alto cargo de la SG.", 900, "un alto cargo de la SG"),
    ("es", "Según la policía, murieron 40 personas.", 40, "la policía"),
    ("es", "Hubo 40 accidentes, dijo Ana Ruiz.", 40, "Ana Ruiz"),
]


@pytest.mark.parametrize(("lang", "text", "value", "who"), SOURCES)
def test_a_source_is_who_says_the_number(lang, text, value, who):
    (found,) = [one for one in extract(text, lang) if one.value == value]
    assert found.attribution == who

"""For which time a number holds: stretches, lists of years, paces, and what is repeated."""

import pytest

from pressroom.numbers import extract

TIMES = [
    # language, text, the number as written, its time
    ("en", "It spent £68m on gifts in 2001, 2002 and 2003.", "£68m", "in 2001, 2002 and 2003"),
    ("en", "The firms share nearly £12m of work signed in 2003.", "£12m", "in 2003"),
    ("en", "It had 300 staff between 2001 and 2005.", "300", "between 2001 and 2005"),
    ("en", "In just the past 25 years, sales have grown to £890m.", "£890m", "In just the past 25 years"),
    ("en", "Rents rose 6.2% in a year.", "6.2%", "in a year"),
    ("en", "On a monthly basis, rents rose by 0.9%.", "0.9%", "On a monthly basis"),
    ("en", "Rents rose 3.2% month on month.", "3.2%", "month on month"),
    ("en", "Rents rose 3.2% year-over-year.", "3.2%", "year-over-year"),
    ("en", "Output grew at an annualised rate of 2.4%.", "2.4%", "at an annualised rate"),
    ("en", "Exports rose 4% from a year earlier.", "4%", "from a year earlier"),
    ("en", "Profit was $4m, up from $3m a year earlier.", "$3m", "a year earlier"),
    ("en", "The town spends £2.1bn on fuel a year.", "£2.1bn", "a year"),
    ("en", "They treat 40 patients per doctor each week.", "40", "each week"),
    ("en", "Some 300 jobs went in the first quarter of 2023.", "300", "in the first quarter of 2023"),
    ("en", "Exports grew 4% in the year to June.", "4%", "in the year to June"),
    ("en", "Some 40 boats sank in May.", "40", "in May"),
    ("en", "The ferry makes 30 trips a day.", "30", ""),
    ("en", "It opened 40 shops and a day later two more.", "40", ""),
    ("de", "Im ersten Quartal 2023 sanken 40 Boote.", "40", "Im ersten Quartal 2023"),
    (
        "de",
        "Die Mieten stiegen um 3,2 Prozent gegenüber dem Vorjahr.",
        "3,2 Prozent",
        "gegenüber dem Vorjahr",
    ),
    ("de", "Die Werft baut jährlich 300 Boote.", "300", "jährlich"),
    ("fr", "Les loyers ont augmenté de 3,2 % sur un an.", "3,2 %", "sur un an"),
    ("fr", "Il y a eu 40 accidents en 2023.", "40", "en 2023"),
    ("en", "It sold 70 boats (in 2029: 71), all of them new.", "70", ""),
    ("fr", "En 2028, il a vendu 70 bateaux (en 2029: 71).", "70", "En 2028"),
    ("es", "Los precios subieron un 3,2 % en tasa interanual.", "3,2 %", "en tasa interanual"),
    ("es", "En el primer trimestre de 2023 hubo 40 robos.", "40", "En el primer trimestre de 2023"),
]


@pytest.mark.parametrize(("lang", "text", "written", "period"), TIMES)
def test_the_time_of_a_number_is_told_in_the_words_of_its_sentence(lang, text, written, period):
    (found,) = [one for one in extract(text, lang) if one.text == written]
    assert found.period == period

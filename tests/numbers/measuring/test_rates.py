"""What money, shares, measures and counts are counted by."""

import pytest

from pressroom.numbers import extract

OF_MONEY = [
    # language, text, the quantity as written, its rate
    ("en", "The board pays $0.03 per share.", "$0.03 per share", "per share"),
    ("en", "Barley fell to $61.20 per ton.", "$61.20 per ton", "per ton"),
    ("en", "Berths let for £41,350 a year.", "£41,350 a year", "per year"),
    ("en", "Divers earn $15 an hour.", "$15 an hour", "per hour"),
    ("en", "Divers pay $300 each month.", "$300 each month", "per month"),
    ("en", "Divers have a $15-an-hour job.", "$15-an-hour", "per hour"),
    ("en", "A swim costs $5 a go.", "$5 a go", "per go"),
    ("en", "Masks cost $40 each.", "$40 each", "per item"),
    ("en", "Water costs $2.50 per 1,000 litres.", "$2.50 per 1,000 litres", "per 1,000 litres"),
    ("en", "It spent $50 per registered voter.", "$50 per registered voter", "per registered voter"),
    ("en", "Power costs €0.4/kWh.", "€0.4/kWh", "per kilowatt-hour"),
    ("en", "It raised $40m a year ago.", "$40m", ""),
    ("en", "It raised $40m a week earlier.", "$40m", ""),
    ("en", "It lost $40m a lawyer said.", "$40m", ""),
    ("de", "Der Lohn liegt bei 13,90 Euro je Stunde.", "13,90 Euro je Stunde", "per hour"),
    ("de", "Sie zahlt 40 Euro pro Aktie.", "40 Euro pro Aktie", "per Aktie"),
    ("de", "Sie zahlt 300 Euro im Monat.", "300 Euro im Monat", "per month"),
    ("de", "Sie zahlte 300 Euro im Jahr 2023.", "300 Euro", ""),
    ("fr", "La place coûte 200 euros la nuit.", "200 euros la nuit", "per nuit"),
    ("fr", "Elle gagne 12 euros l’heure.", "12 euros l’heure", "per hour"),
    ("fr", "Elle a versé 40 millions d’euros la semaine dernière.", "40 millions d’euros", ""),
    ("es", "Gana 1.184 euros al mes.", "1.184 euros al mes", "per month"),
    ("es", "Cuesta 12 euros a la semana.", "12 euros a la semana", "per week"),
    ("es", "Cuesta 25 euros por persona.", "25 euros por persona", "per persona"),
]
OF_COUNTS = [
    ("en", "The ferry makes 30 trips a day.", "trip per day"),
    ("en", "They treat 40 patients per doctor.", "patient per doctor"),
    ("en", "There were 23 cases per 100,000 people.", "case per 100,000 people"),
    ("en", "There were 23 cases a week after the flood.", "case"),
    ("de", "Es gab 23 Fälle je 100.000 Einwohner.", "Fälle per 100.000 Einwohner"),
    ("de", "Es gab 23 Fälle im Jahr zuvor.", "Fälle"),
    ("fr", "Il y a 23 cas pour 100 000 habitants.", "cas per 100 000 habitants"),
    ("es", "Hay 23 casos por cada 100.000 habitantes.", "casos per 100.000 habitantes"),
]


@pytest.mark.parametrize(("lang", "text", "written", "rate"), OF_MONEY)
def test_money_keeps_what_it_is_counted_by(lang, text, written, rate):
    (amount,) = extract(text, lang)
    assert (amount.text, amount.rate) == (written, rate)


@pytest.mark.parametrize(("lang", "text", "unit"), OF_COUNTS)
def test_a_count_has_its_rate_in_its_unit(lang, text, unit):
    (count,) = extract(text, lang)
    assert count.unit == unit


def test_the_rate_of_a_change_is_written_once_for_both_values():
    first, second = extract("The price rose from $2.10 to $2.25 a share.")
    assert (first.rate, second.rate) == ("per share", "per share")


def test_a_percentage_keeps_its_time_and_no_other_noun():
    yearly, part = extract("Rents rose 3% a year and took 4% per household.")
    assert (yearly.rate, part.rate) == ("per year", "")

from datetime import timedelta, timezone

import pytest

from pressroom.circulate.mail.embargo import parse_embargo

UNCERTAIN = [
    "until midnight on 5 May 2026",
    "until 6 o'clock on 5 May 2026",
    "until 9 a.m. ET on 5 May 2026",
    "until 5.30pm IST, 5 May 2026",
    "until 25:10 on 5 May 2026",
    "until 7 on 5 May 2026",
    "محظور النشر حتى السادسة صباح 5 مايو 2026",
    "2026年5月5日早上六点前不得发布",
    "Embargo fino alle sei del 5 maggio 2026",
]
LOCAL = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("EMBARGOED until 6 a.m. on 5 May 2026", "2026-05-05T06:00:00+02:00"),
        ("Embargo: 00:01 GMT, Tuesday 5 May 2026", "2026-05-05T00:01:00+00:00"),
        ("Strictly embargoed until 11.30pm BST on 4 May 2026", "2026-05-04T23:30:00+01:00"),
        ("Embargoed until noon, 5 May 2026", "2026-05-05T12:00:00+02:00"),
        ("Under embargo until 12 a.m. EST May 5, 2026", "2026-05-05T00:00:00-05:00"),
        ("Embargoed until 0600 GMT on 5 May 2026", "2026-05-05T06:00:00+00:00"),
        ("Embargoed until 2359 hrs on 5 May 2026", "2026-05-05T23:59:00+02:00"),
        ("Embargo: 0001 hrs BST, 5 May 2026", "2026-05-05T00:01:00+01:00"),
        ("Embargo: 9 a.m. JST, 5 May 2026", "2026-05-05T09:00:00+09:00"),
        ("Sperrfrist: 5. Mai 2026, 18 Uhr", "2026-05-05T18:00:00+02:00"),
        ("محظور النشر حتى 5 مايو 2026، 06:00", "2026-05-05T06:00:00+02:00"),
        ("2026年5月5日前不得发布", "2026-05-05T00:00:00+02:00"),
        ("解禁日時：令和8年5月5日 6:00", "2026-05-05T06:00:00+02:00"),
        ("Embargo do 5 maja 2026 r., godz. 6.00", "2026-05-05T06:00:00+02:00"),
        ("Sous embargo jusqu’au 5 mai 2026 à 6h30", "2026-05-05T06:30:00+02:00"),
        ("Embargado hasta el 5 de mayo de 2026", "2026-05-05T00:00:00+02:00"),
        ("2026-05-05T06:00+01:00", "2026-05-05T06:00:00+01:00"),
        ("2026-05-05", "2026-05-05T00:00:00+02:00"),
    ],
)
def test_the_time_of_an_embargo(words, time):
    found = parse_embargo(words, LOCAL)
    assert found is not None
    assert found.isoformat() == time


@pytest.mark.parametrize(
    "words",
    [
        "Embargoed",
        "Embargoed until the speech begins",
        "until May 2026",
        "Embargo 31 June 2026",
        "",
        *UNCERTAIN,
    ],
)
def test_no_time_is_made_up(words):
    assert parse_embargo(words, LOCAL) is None


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("Embargoed until 5 May 2027, 06:00 UTC+02:00", "2027-05-05T06:00:00+02:00"),
        ("Embargo: 6 a.m. GMT+1, 5 May 2027", "2027-05-05T06:00:00+01:00"),
        ("EMBARGOED – not for publication before 00:01 on 5 May 2027", "2027-05-05T00:01:00+02:00"),
    ],
)
def test_a_zone_by_its_distance(words, time):
    found = parse_embargo(words, LOCAL)
    assert found is not None
    assert found.isoformat() == time


def test_two_days_are_no_certain_one():
    assert parse_embargo("Embargo: 5 May 2027 – Not for publication before 6 May 2027", LOCAL) is None

import pytest

from pressroom.pipeline.embargo import word_embargo
from pressroom.translations import list_words


@pytest.mark.parametrize(
    ("text", "lang", "worded"),
    [
        ("2027-05-05 06:00", "en-GB", "Embargoed until 5 May 2027, 06:00"),
        ("2027-05-05T06:00:00+02:00", "en-GB", "Embargoed until 5 May 2027, 06:00 UTC+02:00"),
        ("2027-05-05", "de", "Sperrfrist bis 5. Mai 2027"),
        ("2027-05-05T06:00", "es", "Embargado hasta el 5 de mayo de 2027, 06:00"),
        ("2027-05-05T06:00", "fr", "Sous embargo jusqu’au 5 mai 2027, 06:00"),
        ("6 a.m. on 5 May 2027", "en-GB", "Embargoed until 6 a.m. on 5 May 2027"),
        ("until noon, 5 May 2027", "en-GB", "Embargoed until noon, 5 May 2027"),
        ("hasta el 5 de mayo de 2027", "es", "Embargado hasta el 5 de mayo de 2027"),
        ("Embargoed until the speech", "en-GB", "Embargoed until the speech"),
        ("Not for publication before 5 May", "en-GB", "Not for publication before 5 May"),
        ("Sperrfrist: 5. Mai 2027, 6 Uhr", "de", "Sperrfrist: 5. Mai 2027, 6 Uhr"),
        ("محظور النشر حتى 5 مايو 2027", "ar", "محظور النشر حتى 5 مايو 2027"),
        ("2027年5月5日前不得发布", "zh", "2027年5月5日前不得发布"),
        ("", "en-GB", ""),
    ],
)
def test_what_a_page_prints_of_an_embargo(text, lang, worded):
    assert word_embargo(text, lang, dict(list_words(lang))["embargo"]) == worded

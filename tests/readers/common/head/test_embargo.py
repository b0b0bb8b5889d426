"""An embargo in the words of press offices, and what only sounds like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.readers.common.head.embargo import find_embargo, is_bare, is_embargo_line, tells_time

SAID = [
    "EMBARGOED",
    "Embargo: noon",
    "** EMBARGO: 00.01 hours, Tuesday 4 May 2027 **",
    "Strictly embargoed until the speech begins",
    "STRICTLY EMBARGOED: not for publication before 00:01 on 5 May 2027",
    "Under strict embargo until 00:01 on 5 May 2027",
    "Not for release until 5 May 2027",
    "Not to be published before 5 May 2027",
    "Do not publish before 6 a.m. on 5 May 2027",
    "For release on 5 May 2027 at 6 a.m.",
    "FOR RELEASE: 10:00 A.M. EST, TUESDAY, MAY 5, 2027",
    "HOLD FOR RELEASE UNTIL 5 May 2027",
    "Please respect the embargo: 5 May 2027, 6 a.m.",
    "Bitte beachten Sie die Sperrfrist: 5. Mai 2027",
    "Merci de respecter l’embargo : 5 mai 2027",
    "Gesperrt bis 5. Mai 2027, 6 Uhr",
    "Nicht vor dem 5. Mai 2027, 6 Uhr veröffentlichen",
    "Bitte nicht vor dem 5. Mai 2027 veröffentlichen",
    "Sperrfrist: Beginn der Rede",
    "Sperrvermerk: 5. Mai 2027",
    "Frei ab 5. Mai 2027, 6 Uhr",
    "Veröffentlichung erst ab 5. Mai 2027, 6 Uhr",
    "Sous embargo strict jusqu’au 5 mai 2027 à 6 h",
    "Ne pas publier avant le 5 mai 2027 à 6 heures",
    "Diffusion interdite avant le 5 mai 2027",
    "Embargado hasta el 5 de mayo de 2027",
    "Bajo embargo hasta el 5 de mayo de 2027",
    "No publicar antes del 5 de mayo de 2027",
    "Prohibida su difusión hasta el 5 de mayo de 2027",
    "Embargo fino al 5 maggio 2027, ore 6.00",
    "Da non pubblicare prima del 5 maggio 2027",
    "Sob embargo até 5 de maio de 2027",
    "Onder embargo tot 5 mei 2027 om 6.00 uur",
    "Niet publiceren voor 5 mei 2027",
    "Embargo do 5 maja 2027 r., godz. 6.00",
    "Ембарго до 5 травня 2027 року",
    "محظور النشر حتى السادسة صباح 5 مايو 2027",
    "אמברגו עד 5 במאי 2027",
    "אסור לפרסום לפני 5 במאי 2027",
    "2027年5月5日前不得发布",
    "2027年5月5日之前請勿報導",
    "解禁日時：令和9年5月5日 6:00",
    "2027年5月5日まで報道禁止",
    "엠바고: 2027년 5월 5일 06:00",
    "2027년 5월 5일 06:00 이후 보도",
]
IN_SENTENCES = [
    "This release is embargoed until 6 a.m. on 5 May 2027.",
    "The information in this release is strictly embargoed until 5 May 2027.",
    "This report must not be published before 5 May 2027.",
    "Diese Mitteilung ist bis zum 5. Mai 2027 gesperrt.",
    "Der Text darf nicht vor dem 5. Mai 2027 veröffentlicht werden.",
    "Ce communiqué est sous embargo jusqu'au 5 mai 2027.",
    "Este comunicado está bajo embargo hasta el 5 de mayo de 2027.",
]
IN_PARTS = [
    ("MEDIA ADVISORY – EMBARGOED UNTIL 6 A.M. ON 5 MAY 2027", "EMBARGOED UNTIL 6 A.M. ON 5 MAY 2027"),
    ("Press release | Embargo: 5 May 2027, 6 a.m.", "Embargo: 5 May 2027, 6 a.m."),
    ("PRESS RELEASE (EMBARGOED UNTIL 5 MAY 2027)", "EMBARGOED UNTIL 5 MAY 2027"),
    ("The dock opens in May. [Sperrfrist: 5. Mai 2027, 6 Uhr]", "Sperrfrist: 5. Mai 2027, 6 Uhr"),
    ("Press release, embargoed until 5 May 2027", "embargoed until 5 May 2027"),
    ("Pressenotiz · 4. Mai 2027 · Sperrfrist: 5. Mai 2027", "Sperrfrist: 5. Mai 2027"),
]
NOT_SAID = [
    "这份报告去年公开发布",
    "حظر النشر في القضية",
    "Embargo do Iraku zniesiono",
    "報道解禁を巡る議論",
    "Embargo on arms to Marn",
    "Embargo lifted",
    "Arms embargo until 2027 agreed",
    "The ministry extended the embargo on oil until 5 May 2027.",
    "Oil from Marn is under embargo until 5 May 2027, the ministry said.",
    "The report on the oil embargo was published in 2026.",
    "The embargo on oil: 5 facts",
    "Oil, embargoed until 5 May 2027, is cheap",
    "Marn must respect the embargo on oil until 5 May 2027.",
    "The ban (an embargo on arms) holds until 2027",
    "For immediate release: 12 March 2026",
    "FOR IMMEDIATE RELEASE",
    "For use in 12 schools",
    "No use of pesticides before 2030 was found",
    "The study was released before the vote on 5 May 2027.",
    "Published 4 May 2026",
    "Veröffentlicht am 4. Mai 2026",
    "Freigegeben am Ende doch",
    "Frei zugänglich ab 5 Jahren",
    "Die Straße ist bis 5. Mai 2027 gesperrt.",
    "Sperrung der A7 bis 5. Mai 2027",
    "Publié le 4 mai 2026",
    "L'embargo sur le pétrole dure jusqu'au 5 mai 2027.",
    "El embargo al petróleo dura hasta el 5 de mayo de 2027.",
    "",
]


@pytest.mark.parametrize("line", SAID)
def test_a_line_that_says_an_embargo(line):
    assert is_embargo_line(line)
    assert find_embargo(line) == line.strip("* ")


@pytest.mark.parametrize("line", IN_SENTENCES)
def test_a_sentence_that_says_it_of_the_paper(line):
    assert find_embargo(line)
    assert find_embargo(f"The bridge opens in May. {line} The mayor speaks.") == line


@pytest.mark.parametrize(("line", "part"), IN_PARTS)
def test_an_embargo_in_a_part_of_a_line(line, part):
    assert find_embargo(line) == part
    assert not is_embargo_line(line)


@pytest.mark.parametrize("line", NOT_SAID)
def test_what_only_sounds_like_one(line):
    assert find_embargo(line) == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("EMBARGOED", False),
        ("Sperrfrist: Beginn der Rede", False),
        ("Embargo 1973", False),
        ("Embargo: noon, 5 May", True),
        ("Sperrfrist: 18 Uhr, 5. Mai", True),
        ("Embargo: 2027-05-05", True),
        ("Embargado hasta el 5 de mayo", True),
    ],
)
def test_words_that_name_a_time(words, told):
    assert tells_time(words) is told


@pytest.mark.parametrize("line", ["Embargo", "Sperrfrist:", "STRICT EMBARGO"])
def test_the_bare_word(line):
    assert is_bare(line)
    assert not is_bare(f"{line} 5 May")


def test_an_embargo_ahead_of_a_headline_is_found_and_the_line_stays_a_title():
    line = "EMBARGOED until 6 a.m. on 5 May 2027: Port opens a second dock"
    assert find_embargo(line) == line
    assert not is_embargo_line(line)


@given(st.text(max_size=300))
def test_any_line_is_read(line):
    found = find_embargo(line)
    assert found in line
    assert found == "" or found.strip()

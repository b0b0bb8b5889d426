"""Numbers that name instead of counting, each with its reason."""

import pytest

from pressroom.numbers.quantities import analyze

NAMED = [
    ("On 3 May 2026 the council met.", "date"),
    ("It met on May 3-5, 2026.", "date"),
    ("The meeting on Friday, march 13, was long.", "date"),
    ("It was told at the 14 th session.", "ordinal"),
    ("It fell in the second half of the decade.", "part of a period"),
    ("They met on May the 3 at noon.", "date"),
    ("Between 14 and 15 May nothing moved.", "date"),
    ("The act dates from 03/04/2021.", "date"),
    ("It opened in 1987.", "year"),
    ("The 2024 elections were calm.", "year"),
    ("The 2019-20 season began.", "year"),
    ("Between 2015 and 2020 emissions fell.", "year"),
    ("Growth stalled in the 1990s.", "decade"),
    ("He is in his 30s.", "decade"),
    ("It began at 5 p.m. sharp.", "time of day"),
    ("At 10.30 the bell rang.", "time of day"),
    ("It is open from 3 to 5 p.m. on weekdays.", "time of day"),
    ("It ran between 14 and 15:30.", "time of day"),
    ("She is number two at the bank.", "reference"),
    ("It voted on S. 1425 today.", "reference"),
    ("He was one of the most respected men.", "idiom"),
    ("She is one of them.", "idiom"),
    ("The road is shut between junctions 14 and 15.", "reference"),
    ("It lies on chromosome 7 of the mouse.", "reference"),
    ("Quote incident 318 when you call.", "reference"),
    ("The fire was in the 4700 block of West Street.", "street address"),
    ('The programme "60 Minutes" is on.', "part of a name"),
    ('They saw "Despicable Me 4" there.', "part of a name"),
    ("He climbs the Seven Sisters cliffs.", "part of a name"),
    ("They were asked on Oct. 24-27, it said.", "date"),
    ("He wants to rule beyond 2027 too.", "year"),
    ("They drew 1-1 at home.", "score"),
    ("Callers to 101 waited.", "telephone number"),
    (f"The key is {'7' * 40} today.", "identifier"),
    ("As shown (Smith 2020: 45).", "citation"),
    ("The Academy, 5 and 6 November 2024.", "date"),
    ("The train leaves Selby at 8.17 each day.", "time of day"),
    ("It was the 21st outage.", "ordinal"),
    ("The twenty-third psalm was read.", "ordinal"),
    ("Article 5 applies.", "reference"),
    ("Section 12(3)(b) applies.", "reference"),
    ("See pages 12 to 20.", "reference"),
    ("See p. 44 for more.", "reference"),
    ("Chapter 12 deals with appeals.", "reference"),
    ("The Boeing 737 jets stay on the ground.", "part of a name"),
    ("He met the non-Boeing 737 crew.", "part of a name"),
    ("The class of ’78 met.", "year"),
    ("Ann Lee ’15 named a Rhodes scholar.", "year"),
    ("Nokia 9000 Communicator: the first of them", "part of a name"),
    ("UFC 196 results: Ruiz upsets Lind.", "part of a name"),
    ("Boeing 737s were moved.", "part of a name"),
    ("An iPhone 14 or older will do.", "part of a name"),
    ("China's Chang'e 6 brought rocks home.", "part of a name"),
    ("The Three Rivers council met.", "part of a name"),
    ("The 7-Eleven chain grew.", "part of a name"),
    ("The Group of 77 met.", "part of a name"),
    ("COVID-19 spread.", "name or identifier"),
    ("The file A/RES/76/1 is closed.", "identifier"),
    ("The office is at 1600 Harbour Street.", "street address"),
    ("City won 3-1 at home.", "score"),
    ("She won 6-4, 3-6, 7-5.", "score"),
    ("The council voted 7-2 for it.", "score"),
    ("The two sides met.", "definite pair"),
    ("It is back to square one.", "idiom"),
    ("One creditor after another left.", "a pronoun or an article"),
    ("A four-figure sum was paid.", "idiom"),
    ("Homicides reached 23.4 per 100,000 people.", "the base of a rate"),
    ("The code is 00417.", "identifier"),
    ("Ring 0800 111 2222 at once.", "telephone number"),
    ("Go to https://example.org/2023 for it.", "address on the web"),
    ("Use v2.3.1 of it.", "version"),
    ("It is at 1 High Street.", "street address"),
    ("2004 reinforces the trend.", "year"),
    ("He sold his 19 Entertainment company.", "part of a name"),
    ("Callers may dial 211 at any time.", "telephone number"),
    ("The lab runs retry(3) twice.", "computer code"),
    ("1. Close the valve.", "number of an item or section"),
]


@pytest.mark.parametrize(("text", "reason"), NAMED, ids=[text for text, _ in NAMED])
def test_what_names_is_told_with_its_reason(text, reason):
    assert reason in [exclusion.reason for exclusion in analyze(text).excluded]


COUNTS = [
    ("In London 300 officers were on duty.", 300),
    ("The index stood at 8.17 then.", 8.17),
    ("Shares opened at 15,812.30 after a week.", 15812.3),
    ("In May 30 people came.", 30),
    ("Since 2015 residents have moved: 2000 people left.", 2000),
    ("More than 2000 were there.", 2000),
    ("On Monday 14 people were hurt.", 14),
    ("It orders 42 trains.", 42),
    ("Two North Korean soldiers fled.", 2),
    ("Ten Republicans voted against it.", 10),
    ("One person died.", 1),
    ("It built 250 units.", 250),
    ("They lost 1200 jobs.", 1200),
]


@pytest.mark.parametrize(("text", "value"), COUNTS, ids=[text for text, _ in COUNTS])
def test_what_counts_is_not_taken_for_a_name(text, value):
    assert value in [one.value for one in analyze(text).quantities]


def test_more_than_two_numbers_with_strokes_are_no_fraction():
    text = "They chose the key 3/4/5 for it."
    found = analyze(text)
    assert found.quantities == ()
    assert ("3/4/5", "identifier") in [(text[one.start : one.end], one.reason) for one in found.excluded]


def test_words_of_number_without_a_value_are_kept_apart():
    found = analyze("Dozens of houses and hundreds of sheds were damaged.")
    assert found.quantities == ()
    assert [(one.text, one.value, one.unit) for one in found.vague] == [
        ("Dozens", None, "house"),
        ("hundreds", None, "shed"),
    ]

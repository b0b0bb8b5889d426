"""Which numbers of a text are key numbers, and in which order."""

import pytest

from pressroom.model.numbers import Reason
from pressroom.model.quantity import Role
from pressroom.numbers import find
from pressroom.numbers.key.rank import NEVER, RULES, Candidate, Position
from pressroom.numbers.quantities import extract
from pressroom.readers import ReaderSettings, read


def keys(*paragraphs: str):
    text = "Report\n\n" + "\n\n".join(paragraphs) + "\n"
    return find(read(text.encode(), "a.txt", ReaderSettings())).key


def test_what_fell_to_a_number_is_what_it_counts():
    found = keys("Domestic burglaries fell by 18 per cent to 2,209.")
    assert [(key.quantity.text, key.label) for key in found] == [
        ("2,209", "“Domestic burglaries fell by 18 per cent to 2,209”")
    ]


def test_a_number_that_is_said_again_has_a_point_more():
    first = "The mill has 310 looms, and it sells what they weave."
    (once,) = keys(first, "Nobody knows why it needs so many.")
    (again,) = keys(first, "Nobody knows why it needs 310 looms.")
    assert again.score == once.score + 1
    assert {reason.rule for reason in again.reasons} - {reason.rule for reason in once.reasons} == {
        "repeated"
    }


def test_an_opening_does_not_keep_out_what_the_sections_begin_with():
    opening = (
        "The port has 510 cranes. The firm runs 420 trains. The mill has 310 looms. "
        "The school has 610 pilots. The town owns 730 boats."
    )
    yard = ("1. Building", "The yard employs 840 welders.", "It says that it needs 840 welders.")
    valley = ("2. Farming", "The valley has 950 farms.", "Few knew that it has 950 farms.")
    found = keys(opening, *yard, *valley)
    assert {key.score for key in found} == {3}
    assert [key.quantity.text for key in found] == ["510", "420", "310", "610", "840", "950"]


def test_what_a_survey_found_behind_its_error_keeps_its_weight():
    share = extract("With a margin of error of 3 points, 61 per cent said yes.", "en")[-1]
    formal = next(holds for rule, _, _, holds in RULES if rule == "formal")
    assert not formal(Candidate(share, Position.BODY))


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("In the year-ago period, the port earned £53 million.", "before"),
        ("A year earlier, the port let 5,300 berths.", "before"),
        ("The claim names eleven rowers as necessary parties.", "formal"),
        ("The report on the port has 340 pages.", "formal"),
        ("A sample of about 1,200 rowers was asked in May.", "formal"),
        ("The margin of error is 3 points.", "formal"),
        ("The harbour survey among 1,200 rowers closed in May.", "formal"),
    ],
)
def test_an_earlier_value_and_a_formality_weigh_less(sentence, rule):
    assert rule in {reason.rule for reason in reasons(sentence, "en")}


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Im Vorjahreszeitraum verdiente der Hafen 53 Millionen Franken.", "before"),
        ("Der Bericht über den Hafen hat 340 Seiten.", "formal"),
        ("Eine Umfrage bei rund 27’000 Ruderern ging voraus.", "formal"),
    ],
)
def test_an_earlier_value_and_a_formality_weigh_less_in_german(sentence, rule):
    assert rule in {reason.rule for reason in reasons(sentence, "de")}


@pytest.mark.parametrize(
    ("sentence", "place", "shown"),
    [
        ("It has been in use for over 30 years.", Position.BODY, False),
        ("It has been in use for over 30 years.", Position.OPENING, True),
        ("He was sentenced to over 30 years.", Position.BODY, True),
        ("A rower called 911 around ten.", Position.OPENING, False),
        ("Rents are 58 per cent, up from 47 per cent last year.", Position.OPENING, True),
        ("Most think so, up from 47 per cent last year.", Position.OPENING, False),
        ("Compared with the 340 of last year, 460 berths are let.", Position.OPENING, False),
        ("Compared with May, the fleet fell by 460 boats.", Position.OPENING, True),
        ("A soup ($9) with bread is warm.", Position.OPENING, False),
        ("The soup costs $9 in town.", Position.OPENING, True),
        ("The 10-seat-per-row cabins are new.", Position.OPENING, False),
        ("Ann Roe has nearly 20 years of legal expertise.", Position.OPENING, False),
        ("They waited for over 20 years.", Position.OPENING, True),
        ("It opens between 8.00 and 18.30 on most days.", Position.OPENING, False),
        ("It costs between 8.25 and 18.32 on most days.", Position.OPENING, True),
        ("These are yards with two or more crews.", Position.OPENING, False),
        ("At least two crews came.", Position.OPENING, True),
        ("***without the games: 1.6%", Position.OPENING, False),
        ("The rate is close to 1 death in 50 there.", Position.OPENING, False),
        ("The port sold 46 boats in 2012.", Position.OPENING, True),
        ("They cleaned parks in the 48217 zip code.", Position.OPENING, False),
        ("Three men dead in storm", Position.TITLE, True),
        ("Three men meet in town", Position.TITLE, False),
    ],
)
def test_what_is_never_shown(sentence, place, shown):
    candidate = Candidate(extract(sentence, "en")[0], place)
    assert any(holds(candidate) for _, holds in NEVER) is not shown


def test_what_a_survey_found_keeps_its_weight():
    for sentence in (
        "Some 61 per cent of a sample of rowers said yes.",
        "The port let 340 berths, says a survey among rowers.",
        "Some 61 per cent said yes, with a margin of error of 3 points.",
        "Some 61 per cent said yes when the survey was conducted.",
    ):
        assert "formal" not in {reason.rule for reason in reasons(sentence, "en")}


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("The survey gathered answers from 200 sailors.", "formal"),
        ("The sampling error is 2.8% at most.", "formal"),
        ("The sample comprises 1,074 sailors.", "formal"),
        ("The poll drew on respondents from 23 countries.", "formal"),
        ("The plan covers 25 countries.", "few"),
        ("All of it, 100% of the takings, goes to the fund.", "all"),
    ],
)
def test_what_weighs_less(sentence, rule):
    assert rule in {reason.rule for reason in reasons(sentence, "en")}


def test_people_what_befell_them_and_changes_keep_their_weight():
    for sentence in (
        "The storm hurt 25 people.",
        "The storm killed 25 sheep.",
        "The plan covers 250 countries.",
        "Rents rose by 100%.",
        "Takings doubled, a rise of 100%.",
    ):
        assert not {"few", "all"} & {reason.rule for reason in reasons(sentence, "en")}


def test_a_value_set_against_an_earlier_one_keeps_its_weight():
    for sentence in (
        "Compared with the year-ago period, sales rose to £53 million.",
        "In the year-ago period it lost money: now it earns £53 million.",
    ):
        assert "before" not in {reason.rule for reason in reasons(sentence, "en")}


def reasons(sentence, lang):
    candidate = Candidate(extract(sentence, lang)[0], Position.BODY)
    return [Reason(rule, points, words) for rule, points, words, holds in RULES if holds(candidate)]


@pytest.mark.parametrize(
    ("lang", "sentence", "earlier"),
    [
        ("fr", "Le conseil a voté contre 13 projets.", False),
        ("fr", "Le taux est bas, contre 13 % en mai.", True),
        ("fr", "Le taux est de 9 % contre 13 % en mai.", True),
        ("de", "Die Quote lag bei 14 gegenüber 12 Prozent im Mai.", True),
        ("de", "Der Hafen liegt gegenüber 12 Häusern.", False),
    ],
)
def test_one_word_sets_a_value_against_another_where_another_is_told(lang, sentence, earlier):
    assert (extract(sentence, lang)[-1].role is Role.EARLIER) is earlier


def shown(title: str, *paragraphs: str):
    text = f"{title}\n\n" + "\n\n".join(paragraphs) + "\n"
    found = find(read(text.encode(), "a.txt", ReaderSettings()))
    return [(key.display, key.label) for key in found.key]


def test_degrees_of_a_title_are_those_of_the_text_and_a_condition_gives_way():
    found = shown(
        "New kiln stores heat at 900 degrees",
        "The kiln was opened on Monday in the town, by those who built it.",
        "The air inside reaches up to 900 degrees Celsius, as the firm says.",
        "At 900 degrees, though, not all tiles are alike. They crack when it cools.",
    )
    assert [display for display, _ in found] == ["up to 900 degrees Celsius"]


def test_a_tile_is_not_the_whole_title_again():
    found = shown("180 kilometres in three days", "The club of the town rowed down to the sea, and is glad.")
    assert found == []


def test_what_an_option_allows_is_not_what_is_sold():
    opening = "The port sells 10,400 shares. Its banks have an option to buy up to another 1,600 shares."
    assert [display for display, _ in shown("Port sells shares", opening)] == ["10,400"]


def test_a_qualifier_is_shown_over_the_words_between():
    found = shown("Port plans berths", "The port will build up to an additional 1,600 berths for its guests.")
    assert [display for display, _ in found] == ["up to 1,600"]


def test_a_sum_behind_a_code_with_a_point_is_one_sum_of_one_sentence():
    found = shown(
        "Aid of the canton", "In 2002, public aid reached SFr. 1.46 billion, or 0.3 % of all that was earned."
    )
    assert found[0][0] == "SFr. 1.46 billion"
    assert all("1.46" in label or label.startswith("public") for _, label in found)


def test_what_is_left_of_a_possession_is_not_shown():
    found = shown(
        "Earnings of the ports",
        "Net earnings from direct investment by ports’ abroad came to £80.2 billion in 2012.",
    )
    assert all("ports’ in" not in label and not label.endswith("’") for _, label in found)


def test_of_whom_a_share_is_stands_in_its_tile():
    nights = "The lake had 1.84 million nights."
    found = shown("Guests", f"{nights} Guests from abroad accounted for 41 per cent of them.")
    assert [display for display, _ in found] == ["1.84 million"]

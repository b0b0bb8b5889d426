import tomllib

import pytest

from pressroom.errors import PressroomError, UsageError
from pressroom.model.quantity import Modality
from pressroom.numbers import NumberOverrides, collect_warnings, find, render_sidecar
from pressroom.readers import ReaderSettings, read

TEXT = """Floods in the valley

More than 2,300 residents were evacuated on Tuesday, according to the Civil Protection Office. \
At least 14 people are missing.

What it costs

The repair will cost about £12 million ($15 million). The valley lies 40 kilometres from the coast.

The Office counted more than 2,300 residents in shelters. It has two boats of the 155mm type and 3 cooks.
"""


def document(text: str = TEXT):
    return read(text.encode(), "flood.txt", ReaderSettings())


def find_with(*rows):
    return find(document(), overrides=NumberOverrides.parse([(row, "flood.toml") for row in rows]))


def test_the_key_numbers_come_first_with_their_reasons():
    numbers = find(document())
    assert [(key.display, key.label) for key in numbers.key][:2] == [
        ("more than 2,300", "residents were evacuated on Tuesday"),
        ("at least 14", "people are missing"),
    ]
    assert "about £12 million" in [key.display for key in numbers.key]
    assert numbers.key[0].detail.startswith("Civil Protection Office")
    assert {reason.rule for reason in numbers.key[0].reasons} >= {
        "opening",
        "people",
        "qualified",
        "attributed",
    }


def test_every_number_points_at_its_place_and_sentence():
    source = document()
    for quantity in find(source).quantities:
        assert source.text[quantity.start : quantity.end] == quantity.text
        assert quantity.sentence.start <= quantity.start < quantity.end <= quantity.sentence.end


def test_what_is_left_out_has_its_reason():
    reasons = {skipped.text: skipped.reason for skipped in find(document()).skipped}
    assert reasons["$15 million"] == "a conversion of the number ahead of it"
    assert "small count" in reasons["3"]


def test_tiles_are_never_padded():
    assert find(document("A note\n\nThe shop has three doors and a garden behind it.\n")).key == ()


def test_at_most_two_numbers_of_one_sentence_are_shown(monkeypatch):
    monkeypatch.setattr("pressroom.numbers.gate.fidelity.LEAST", 0.0)  # each clause has a tile of its own
    text = "Fees\n\nVisits rose by 4 per cent, loans rose by 5 per cent, and fees rose by 6 per cent.\n"
    assert len(find(document(text)).key) == 2


def test_the_second_number_of_a_sentence_gives_way_to_one_of_another():
    told = [
        f"In {name} the share of gas is {20 + at} per cent, and the share of heat is {60 + at} per cent."
        for at, name in enumerate(("Aldmoor", "Brin", "Corby", "Dale"))
    ]
    text = f"Gas\n\n{' '.join(told[:2])}\n\n{' '.join(told[2:])}\n"
    shown = [key.quantity.value for key in find(document(text)).key]
    assert {20, 21, 22, 23} <= set(shown)


def test_a_share_is_no_small_count():
    found = find(document("Schools\n\nOne in five teachers is ill, and four children sang.\n"))
    assert [key.display for key in found.key] == ["One in five"]


def test_a_value_beside_an_earlier_one_has_a_point_for_it():
    found = find(document("Visits\n\nVisits rose from 3,900 to 4,700, and loans came to 4,900.\n"))
    assert "is set beside an earlier value or a target" in [reason.words for reason in found.key[0].reasons]


def test_an_editor_hides_pins_orders_and_labels():
    numbers = find_with(
        {"words": "2,300", "hide": True},
        {"words": "40 kilometres", "pin": True, "order": 1, "label": "to the coast"},
    )
    assert "2,300" not in [key.quantity.text for key in numbers.key]
    first = numbers.key[0]
    assert (first.display, first.label, first.edited) == ("40 kilometres", "to the coast", ("label",))


def test_a_pinned_number_that_is_gone_is_an_error_with_both_sentences():
    with pytest.raises(PressroomError) as caught:
        find_with({"words": "2,900", "pin": True, "sentence": "More than 2,900 residents were evacuated."})
    message = caught.value.diagnostic.message
    assert "More than 2,900 residents were evacuated." in message
    assert "More than 2,300 residents were evacuated on Tuesday" in message
    assert caught.value.diagnostic.where == "flood.toml"


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"words": 3},
        {"words": "3", "pin": "yes"},
        {"words": "3", "colour": "red"},
        {"words": "3", "label": 1},
        {"words": "3", "order": True},
        {"words": "3", "label": "two\nlines"},
        {"words": "3", "label": "\x1b[2J"},
        {"words": "3", "pin": True, "hide": True},
    ],
)
def test_a_wrong_entry_is_refused(row):
    with pytest.raises(UsageError):
        find_with(row)


def test_a_pin_on_what_is_no_number_of_its_own_says_so():
    with pytest.raises(PressroomError) as caught:
        find_with({"words": "Tuesday", "pin": True})
    assert "stands in the text, but is not read there" in caught.value.diagnostic.message


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"words": "2,900", "hide": True}, "names no number of the text"),
        (
            {
                "words": "14",
                "label": "people missing",
                "sentence": "At least 14 people are dead.",
            },
            "its sentence has changed",
        ),
    ],
)
def test_an_entry_that_may_no_longer_fit_is_told(row, told):
    (note,) = collect_warnings(find_with(row))
    assert told in note.message
    assert note.where == "flood.toml"


def test_an_entry_that_fits_is_not_told_of():
    assert (
        collect_warnings(
            find_with({"words": "14", "label": "missing", "sentence": "At least 14 people are missing."})
        )
        == ()
    )


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("There is no evidence that 400 people died.", "denied: dead"),
        ("Up to 400 people could die.", "possible: dead"),
    ],
)
def test_an_editor_s_own_words_keep_what_the_sentence_claims(sentence, shown):
    rows = [({"words": "400", "pin": True, "label": "dead"}, "a.toml")]
    numbers = find(document(f"Toll\n\n{sentence}\n"), overrides=NumberOverrides.parse(rows))
    assert [key.label for key in numbers.key] == [shown]


def test_the_written_sidecar_steers_to_the_same_numbers_and_is_written_once():
    numbers = find(document())
    text = render_sidecar(numbers)
    rows = tomllib.loads(text)["number"]
    assert [row["words"] for row in rows] == [key.quantity.text for key in numbers.key]
    again = find(document(), overrides=NumberOverrides.parse([(row, "flood.toml") for row in rows]))
    assert [key.id for key in again.key] == [key.id for key in numbers.key]
    assert render_sidecar(numbers, text) == text
    assert tomllib.loads(render_sidecar(numbers, 'title = "Floods"\n'))["title"] == "Floods"


def test_an_entry_is_known_in_whatever_form_it_stands_there():
    numbers = find(document())
    words = numbers.key[0].quantity.text
    for form in (
        f"[[number]]\nwords = '{words}'\n",
        f"[numbers]\nwords='{words}'\n",
        f"number = {{words = '{words}'}}\n",
    ):
        added = render_sidecar(numbers, form).removeprefix(form)
        assert f'words = "{words}"' not in added
        assert added.count("words = ") == len(numbers.key) - 1
    # only an entry for a number steers it
    other = f'[[confirmed]]\nwords = "{words}"\n'
    assert render_sidecar(numbers, other).count(f'words = "{words}"') == 2


def test_two_values_for_one_thing_are_a_conflict():
    text = (
        "Toll\n\nThe city counted 60 injured residents on Monday. That is too many for its hospital.\n\n"
        "The army counted 85 injured residents.\n"
    )
    (conflict,) = find(document(text)).conflicts
    assert "60" in conflict.words
    assert "85" in conflict.words


def test_dates_keep_the_precision_of_the_text():
    text = "Dates\n\nIt began in February 2022. A pact was signed in June and on 3 May 2024 it took effect.\n"
    assert [event.iso for event in find(document(text)).events] == ["2022-02", "", "2024-05-03"]
    resolved = find(document(text), reference_date="2024-12-01").events
    assert [event.iso for event in resolved] == ["2022-02", "2024-06", "2024-05-03"]


@pytest.mark.parametrize("lang", ["de", "fr", "es"])
def test_a_month_of_another_language_is_no_date(lang):
    assert find(document("Report\n\nTheresa May 2017, Theresa May 3.\n"), lang=lang).events == ()


def test_numbers_in_table_bodies_are_no_key_numbers():
    text = "| Town | Visits |\n|---|---|\n| North | 5,000 visitors |\n"
    numbers = find(read(text.encode(), "t.md", ReaderSettings()))
    assert numbers.key == ()


def test_a_part_is_shown_with_its_whole_and_the_whole_never_alone():
    text = "Roof\n\nThe survey found that 38 of the 96 lead sheets are cracked.\n"
    (key,) = find(document(text)).key
    assert (key.display, key.label) == ("38", "of the 96 lead sheets are cracked")


def test_a_count_behind_a_month_is_no_day():
    found = find(
        document("Report\n\nAt the end of May 3,415 cases were pending.\n"), reference_date="2025-06-01"
    )
    assert [event.iso for event in found.events] == ["2025-05"]


def test_a_double_year_is_no_event_of_its_first():
    assert find(document("Report\n\nSome 340 pupils came in 2021/22.\n")).events == ()


def test_a_dateline_is_no_event():
    text = (
        "The bridge\n\nSeoul, 3 December 2024\n\nIt opened on 5 June 2024 and closed again after one week.\n"
    )
    found = find(read(text.encode(), "a.txt", ReaderSettings()))
    assert [event.iso for event in found.events] == ["2024-06-05"]


def test_what_an_editor_pins_is_shown_whatever_a_rule_says():
    numbers = find_with({"words": "155mm", "pin": True})
    assert "155mm" in [key.display for key in numbers.key]
    assert "155mm" not in [skipped.text for skipped in numbers.skipped]


def test_what_an_editor_hides_is_listed_with_that_reason():
    numbers = find_with({"words": "2,300", "hide": True, "sentence": ""})
    hidden = [skipped for skipped in numbers.skipped if skipped.reason == "hidden by the editor"]
    assert {skipped.text for skipped in hidden} == {"2,300"}


def test_pins_take_their_places_before_what_was_found():
    shares = "\n\n".join(
        f"In town {name} the share of homes with gas is {20 + at} per cent."
        for at, name in enumerate("ABCDEFGH")
    )
    text = f"Gas\n\n{shares}\n\nThe pipe is 40 kilometres long.\n"
    found = find(document(text))
    assert len(found.key) == 8  # each has points enough
    pinned = find(
        document(text), overrides=NumberOverrides.parse([({"words": "40 kilometres", "pin": True}, "g.toml")])
    )
    assert len(pinned.key) == 8
    assert pinned.key[0].display == "40 kilometres"


def test_a_number_of_the_title_is_told_where_the_text_says_it_in_full():
    told = "At least 43 people have died in the valley, the agency said."
    text = f"Floods kill at least 43 in the valley\n\n{told}\n"
    numbers = find(document(text))
    assert [key.label for key in numbers.key] == ["people have died in the valley"]
    assert [key.quantity.start for key in numbers.key] == [text.rindex("43")]


def test_what_is_merely_possible_comes_after_what_is_stated():
    text = "Homes\n\nSome 1,400 homes could be lost. Some 1,200 homes were lost.\n"
    assert find(document(text)).key[0].quantity.text == "1,200"


def test_words_without_a_value_are_on_record():
    numbers = find(document("Storm\n\nDozens of houses were damaged.\n"))
    (vague,) = [skipped for skipped in numbers.skipped if skipped.text == "Dozens"]
    assert vague.reason == "a word without a value"
    assert (vague.quantity.value, vague.quantity.unit) == (None, "house")


def test_a_text_without_a_short_clause_shows_a_longer_one():
    told = (
        "The old grain store at the northern end of Aldmoor harbour burned with some 4,200 tonnes of barley "
        "and early wheat in the first cold night."
    )
    (key,) = find(document(f"Grain\n\n{told}\n")).key
    assert (key.quantity.text, key.label) == ("4,200 tonnes", f"“{told.rstrip('.')}”")
    (key,) = find(document(f"Grain\n\n{told} Some 40 tonnes of oats were sold.\n")).key
    assert key.display == "some 40 tonnes"


LIST = "Homes for the town\n\nThe town is small, and it grows.\n\n{}\n\n- {}\n- 4 schools\n"


@pytest.mark.parametrize(
    ("lang", "lead", "item"),
    [
        ("en", "The state plans:", "120,000 homes in the north"),
        ("en", "It is said that by 2030 the state will build:", "120,000 homes in the north"),
        ("de", "Das Land plant:", "120.000 Wohnungen im Norden"),
        ("fr", "La région prévoit :", "120 000 logements au nord"),
        ("es", "El gobierno prevé:", "120.000 viviendas en el norte"),
    ],
)
def test_what_is_planned_ahead_of_a_list_is_told_of_its_items(lang: str, lead: str, item: str) -> None:
    numbers = find(document(LIST.format(lead, item)), lang=lang)
    (homes,) = [each for each in numbers.quantities if each.value == 120_000]
    assert homes.modality is Modality.PLANNED
    assert numbers.key == ()


@pytest.mark.parametrize(
    ("lead", "item"),
    [
        ("The state has built:", "120,000 homes in the north"),
        ("The state plans a lot. Last year it built:", "120,000 homes in the north"),
        ("The state plans more.", "120,000 homes were built in the north"),  # nothing leads to the list
    ],
)
def test_what_is_done_ahead_of_a_list_is_a_fact(lead: str, item: str) -> None:
    numbers = find(document(LIST.format(lead, item)))
    (homes,) = [each for each in numbers.quantities if each.value == 120_000]
    assert homes.modality is Modality.STATED


@pytest.mark.parametrize(
    ("lang", "text", "label"),
    [
        (
            "fr",
            "LYON, le 3 mai 2026 – Les deux bateaux ont coûté 41 millions d'euros.",
            "«\u202fLes deux bateaux ont",
        ),
        (
            "es",
            "MADRID, 3 de mayo de 2026 – Los dos barcos han costado 41 millones de euros.",
            "«Los dos barcos han",
        ),
        (
            "de",
            "KIEL, 3. Mai 2026 – Die beiden Schiffe haben 41 Millionen Euro gekostet.",
            "„Die beiden Schiffe",
        ),
    ],
)
def test_a_tile_has_no_place_and_day_ahead_of_its_clause(lang: str, text: str, label: str) -> None:
    (key,) = find(document(f"Boats\n\n{text}\n"), lang=lang).key
    assert key.label.startswith(label)

"""The language of a text that does not say it."""

from __future__ import annotations

import pytest

from pressroom.language import FEW, guess_language

SENTENCES = [
    ("de", "Die Feuerwehr hat jetzt zwei neue Fahrzeuge."),
    ("de", "Niemand wurde verletzt."),
    ("de", "Baustelle auf der Hauptstraße"),
    ("de", "Kosten: 4 Millionen Euro"),
    ("fr", "Les pompiers ont reçu deux véhicules."),
    ("fr", "La récolte est bonne."),
    ("fr", "Plus d’argent pour les écoles"),
    ("es", "Los bomberos tienen dos vehículos nuevos."),
    ("es", "Por favor, inscríbase antes del viernes."),
    ("en", "The harvest was good."),
    ("en", "Ferry timetable 2026"),
    ("it", "I pompieri hanno due nuovi mezzi."),
    ("pt", "Ninguém ficou ferido."),
    ("nl", "De brandweer heeft twee nieuwe wagens."),
    ("sv", "Brandkåren har två nya bilar."),
    ("pl", "Straż pożarna ma dwa nowe wozy."),
    ("cs", "Most bude v květnu uzavřen."),
    ("fi", "Tarvitsemme kaksi uutta bussia."),
    ("ar", "يغلق الجسر في مايو."),
    ("fa", "پل در ماه مه بسته می‌شود."),
    ("he", "הגשר ייסגר במאי."),
    ("ru", "Мост закроют в мае."),
    ("uk", "Міст закриють у травні."),
    ("bg", "Мостът ще бъде затворен през май."),
    ("el", "Η γέφυρα κλείνει τον Μάιο."),
    ("ja", "橋は五月に閉鎖されます。"),
    ("zh", "大桥将于五月关闭。"),
    ("zh-Hant", "大橋將於五月關閉，市議會說。"),
]


@pytest.mark.parametrize(("lang", "sentence"), SENTENCES)
def test_one_sentence_is_enough(lang: str, sentence: str) -> None:
    assert guess_language(sentence).lang == lang


def test_a_guess_from_few_words_is_doubtful_and_one_from_many_is_not() -> None:
    sentence = "The council has voted for the new bridge, and it will open in May. "
    assert guess_language(sentence).doubtful
    assert not guess_language(sentence * (FEW // 10)).doubtful


def test_a_text_half_in_another_language_is_close() -> None:
    half = "The council has voted for the bridge. " * 9 + "Der Rat hat für die Brücke gestimmt. " * 9
    assert guess_language(half).close


def test_the_whole_text_counts_and_addresses_do_not() -> None:
    german = "Der Rat hat für die neue Brücke gestimmt, und sie wird im Mai eröffnet. "
    assert guess_language("Abstract: the council has voted for it. " + german * 5).lang == "de"
    assert guess_language("Es ist schön. https://x.org/the/and/of/with/for/that/this").lang == "de"


@pytest.mark.parametrize("text", ["", "12 345", "???"])
def test_where_nothing_tells_it_is_english_and_doubtful(text: str) -> None:
    guess = guess_language(text)
    assert (guess.lang, guess.close) == ("en", True)


@pytest.mark.parametrize(("piece", "count"), [("1", 0), ("b1", 100_000), ("1.", 0), ("b@", 0), ("b@c. ", 0)])
def test_a_long_word_is_looked_at_once(piece: str, count: int) -> None:
    found = guess_language(piece * 100_000)  # the limit of time tells whether each letter looks at all others
    assert found.words == count


def test_of_languages_that_are_as_likely_it_is_one_that_reports_have_words_in() -> None:
    guess = guess_language("Flood appeal. Homes flooded: 2.4M. Aid needed: $3.1B. Tents: 12,400")
    assert (guess.lang, guess.close) == ("en", True)  # by little more it would be Danish


@pytest.mark.parametrize(
    ("text", "lang", "close"),
    [("Що знищив вогонь", "uk", False), ("Новый закон", "ru", False), ("Дорога закрита", "ru", True)],
)
def test_where_no_letter_tells_ukrainian_from_russian_words_do_or_it_is_said(text, lang, close) -> None:
    guess = guess_language(text)
    assert (guess.lang, guess.close) == (lang, close)


def test_how_words_are_spelt_is_not_asked_where_the_words_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "It was said that the wells of the town were open and that they had been so for a year. " * 8
    asked: list[str] = []

    def ask(word: str) -> dict[str, float]:
        asked.append(word)
        return {}

    monkeypatch.setattr("pressroom.language._spell_all", ask)
    guess_language.cache_clear()
    assert guess_language(text).lang == "en"
    assert asked == []
    guess_language("Wells of the town")
    guess_language.cache_clear()
    assert asked != []

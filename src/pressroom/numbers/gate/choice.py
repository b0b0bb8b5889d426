"""The wordings of a number: all that its sentence allows, in their order, each with the gate's verdict."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import lru_cache

from pressroom.language.quotation import find_quotation_marks
from pressroom.model.numbers import TOO_LONG, Wording, WordingForm
from pressroom.model.quantity import Kind, Quantity
from pressroom.numbers.gate.completeness import tells_all
from pressroom.numbers.gate.rules import refuse
from pressroom.numbers.languages import language
from pressroom.numbers.wording.antecedents import Antecedent, find_antecedent, mark_words
from pressroom.numbers.wording.display import NumberPlace, detail, display, find_place
from pressroom.numbers.wording.draft import Draft
from pressroom.numbers.wording.drafts import make_drafts
from pressroom.numbers.wording.frames import keep_own_frames
from pressroom.numbers.wording.site import Site, find_site
from pressroom.syntax import Tree, parse

# The parser has learned from sentences in which few numbers have a qualifier, a scale and a rate: "at least
# 40" reads to it as a place, "66.7 billion kWh" as three things. What is known already is taken out.
_BRACKETS = re.compile(r"\s?\([^()]*\)")
_MARKS_OF_NOTES = re.compile(r"(?<=[.!?])[*†‡]")
_UNIT = re.compile(r"(?<=[\s\d])(?P<unit>[^\W\d_]+[²³]?)$")
_PLAIN = {Kind.PERCENT: "45%", Kind.CURRENCY: "$45"}
_VERBATIM = (WordingForm.CLAUSE, WordingForm.SENTENCE)


def find_wordings(quantity: Quantity, lang: str) -> tuple[Wording, ...]:
    """Return the wordings of a number, in the order in which they are preferred. The first that is not
    refused is the one to show; there may be none.
    """
    place, shown, words = find_place(quantity), display(quantity), language(lang).wording
    if place is None:
        return ()
    field = _word_field(quantity, place, shown)
    if field is not None:
        return (field,)
    if _parse(simplify(quantity, place, words.totals), lang) is None:
        return (_quote_sentence(quantity, shown, lang),)
    return tuple(wording for _, _, wording in find_drafts(quantity, lang))


def find_drafts(quantity: Quantity, lang: str) -> Iterator[tuple[Site, Draft, Wording]]:
    """Yield the drafts of a number in their order, each with its place in the parsed sentence and the wording
    that it is; none where the sentence cannot be parsed. A pronoun that is the sentence's subject is named.
    """
    antecedent = find_antecedent(quantity.sentence_text, quantity.previous, lang)
    if antecedent is not None:
        quantity = _name(quantity, antecedent)
    place, shown, words = find_place(quantity), display(quantity), language(lang).wording
    tree = _parse(simplify(quantity, place, words.totals), lang) if place else None
    site = find_site(tree, place, quantity, words, lang) if tree and place else None
    if site is None:
        return
    site = replace(site, quantity=keep_own_frames(site))
    for draft in make_drafts(site):
        wording = _word(site, draft, shown)
        yield site, draft, mark_words(wording, antecedent) if antecedent else wording


def _name(quantity: Quantity, antecedent: Antecedent) -> Quantity:
    """Return a number with its sentence in which the subject is named."""
    sentence = antecedent.fill(quantity.sentence_text)
    longer = len(sentence) - len(quantity.sentence_text)
    return replace(quantity, sentence_text=sentence, start=quantity.start + longer, end=quantity.end + longer)


def _word_field(quantity: Quantity, place: NumberPlace, shown: str) -> Wording | None:
    """Return the words of a line that is a name and its value: "People in need: 134.0M"."""
    sentence = quantity.sentence_text
    ahead, behind = sentence[: place.shown_start], sentence[place.shown_end :]
    named = _FIELD.fullmatch(ahead)
    if named is None or behind.strip(" .") or _is_small(quantity):
        return None
    return Wording(shown, named["name"], WordingForm.PHRASE, "", detail(quantity, named["name"]))


def _is_small(quantity: Quantity) -> bool:
    """Tell a bare number whose unit may stand elsewhere, as that of a table does."""
    value = quantity.value
    return quantity.kind is Kind.NUMBER and not (isinstance(value, float | int) and value >= LEAST_OF_A_FIELD)


LEAST_OF_A_FIELD = 1000
_FIELD = re.compile(r"(?P<name>[^\W\d][^:\d.;]{2,50}):\s+")


def _word(site: Site, draft: Draft, shown: str) -> Wording:
    label = _FOOTNOTE.sub("", _label(site, draft))
    small_print = detail(site.quantity, label)
    return Wording(shown, label, draft.form, refuse(site, draft), small_print, tells_all(site, draft))


_FOOTNOTE = re.compile(
    r"(?<=[^\W\d_])\*{1,4}(?=[\s,.;:)”»“]|$)"
    r"|\[\d{1,2}\]|(?<=[^\W\d_][.»”\"])\d{1,2}(?=\W*$)|(?<=[»”\"]\.)\d{1,2}(?=\W*$)"
)


def _quote_sentence(quantity: Quantity, shown: str, lang: str) -> Wording:
    """Return the sentence as a wording: what is left where it cannot be parsed, as in a language without
    weights.
    """
    sentence = quantity.sentence_text.strip().rstrip(".")
    refused = "" if _SENTENCE.match(sentence) else NO_SENTENCE
    if len(sentence.split()) > language(lang).wording.longest_sentence:
        refused = TOO_LONG
    label = _quote(sentence, lang)
    return Wording(shown, label, WordingForm.SENTENCE, refused, detail(quantity, label))


NO_SENTENCE = "no sentence, as far as its language is known"
_SENTENCE = re.compile(r"[^\W\d_]\S*(?:\s+\S+){4}")  # five words, and no number first


def _label(site: Site, draft: Draft) -> str:
    """Return a draft's words; those of a clause in quotation marks, since they are the text's own."""
    return _quote(draft.label, site.lang) if draft.form in _VERBATIM else draft.label


def _quote(label: str, lang: str) -> str:
    opening, closing = find_quotation_marks(lang, 0)
    return f"{opening}{label[0].upper()}{label[1:]}{closing}"


@lru_cache(maxsize=8)
def _parse(sentence: str, lang: str) -> Tree | None:
    """Parse a sentence; kept for the other numbers of it, which come next."""
    return parse(sentence, lang)


def simplify(quantity: Quantity, place: NumberPlace, totals: Collection[str] = ()) -> str:
    """Return the sentence of a number made easy to parse, as long as it was: brackets, the qualifier and one
    of ``totals`` ahead of it, "a total of", are blank, the number is a plain one.
    """
    text = _blank_total(quantity.sentence_text, place, totals)
    text = _MARKS_OF_NOTES.sub(" ", text)
    text = _BRACKETS.sub(lambda found: _keep(found, place), text)
    number = _write(quantity, text[place.start : place.end])
    return "".join(
        (
            text[: place.shown_start],
            " " * (place.start - place.shown_start),
            number.ljust(place.end - place.start),
            " " * (place.shown_end - place.end),
            text[place.shown_end :],
        )
    )


def _blank_total(text: str, place: NumberPlace, totals: Collection[str]) -> str:
    ahead = text[: place.shown_start]
    told = next((words for words in totals if ahead.lower().endswith(f"{words} ")), "")
    begin = len(ahead) - len(told) - 1
    if not told or (begin > 0 and ahead[begin - 1].isalnum()):
        return text
    return f"{text[:begin]}{' ' * (len(ahead) - begin)}{text[place.shown_start :]}"


def _keep(found: re.Match[str], place: NumberPlace) -> str:
    holds = found.start() < place.shown_end and found.end() > place.shown_start
    return found.group() if holds else " " * len(found.group())


def _write(quantity: Quantity, text: str) -> str:
    """Return a number written plainly, ``text`` itself where that would be longer or it is part of a word."""
    if "-" in text.strip("-") and quantity.kind not in _PLAIN:
        return text
    plain = _PLAIN.get(quantity.kind, "1" if quantity.value == 1 else "45")
    if quantity.kind is Kind.NUMBER and isinstance(quantity.value, float | int) and 0 < quantity.value < 1:
        plain = "45%"  # "half of the schools"
    unit = _UNIT.search(text) if quantity.kind not in (Kind.NUMBER, *_PLAIN) else None
    plain = f"{plain} {unit['unit']}" if unit else plain
    return plain if len(plain) <= len(text) else text

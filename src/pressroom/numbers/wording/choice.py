"""The wordings of a number: all that its sentence allows, in their order, each with the gate's verdict."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from pressroom.model.numbers import Wording, WordingForm
from pressroom.model.quantity import Kind, Quantity
from pressroom.numbers.languages import language
from pressroom.numbers.languages.form import WordingWords
from pressroom.numbers.wording.display import NumberPlace, detail, display, find_place
from pressroom.numbers.wording.draft import Draft
from pressroom.numbers.wording.drafts import make_drafts
from pressroom.numbers.wording.frames import keep_own_frames
from pressroom.numbers.wording.gate import TOO_LONG, refuse
from pressroom.numbers.wording.simplified import simplify
from pressroom.numbers.wording.site import Site, find_site
from pressroom.syntax import Tree, parse

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
    tree = _parse(simplify(quantity, place, words.totals), lang)
    if tree is None:
        return (_quote_sentence(quantity, shown, words),)
    site = find_site(tree, place, quantity, words, lang)
    if site is None:
        return ()
    site = replace(site, quantity=keep_own_frames(site))
    return tuple(_word(site, draft, shown) for draft in make_drafts(site))


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
    return Wording(shown, label, draft.form, refuse(site, draft), detail(site.quantity, label))


_FOOTNOTE = re.compile(r"\[\d{1,2}\]|(?<=[^\W\d_][.»”\"])\d{1,2}(?=\W*$)|(?<=[»”\"]\.)\d{1,2}(?=\W*$)")


def _quote_sentence(quantity: Quantity, shown: str, words: WordingWords) -> Wording:
    """Return the sentence as a wording: what is left where it cannot be parsed, as in a language without
    weights.
    """
    sentence = quantity.sentence_text.strip().rstrip(".")
    refused = TOO_LONG if len(sentence.split()) > words.longest else ""
    label = _quote(sentence, words)
    return Wording(shown, label, WordingForm.SENTENCE, refused, detail(quantity, label))


def _label(site: Site, draft: Draft) -> str:
    """Return a draft's words; those of a clause in quotation marks, since they are the text's own."""
    return _quote(draft.label, site.words) if draft.form in _VERBATIM else draft.label


def _quote(label: str, words: WordingWords) -> str:
    opening, closing = words.quotes or ("“", "”")
    return f"{opening}{label[0].upper()}{label[1:]}{closing}"


@lru_cache(maxsize=8)
def _parse(sentence: str, lang: str) -> Tree | None:
    """Parse a sentence; kept for the other numbers of it, which come next."""
    return parse(sentence, lang)

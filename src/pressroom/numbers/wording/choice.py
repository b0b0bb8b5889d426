"""The wordings of a number: all that its sentence allows, in their order, each with the gate's verdict."""

from __future__ import annotations

from functools import lru_cache

from pressroom.model.numbers import Wording, WordingForm
from pressroom.model.quantity import Quantity
from pressroom.numbers.languages import language
from pressroom.numbers.wording.display import display, find_place
from pressroom.numbers.wording.drafts import Draft, make_drafts
from pressroom.numbers.wording.gate import refuse
from pressroom.numbers.wording.simplified import simplify
from pressroom.numbers.wording.site import Site, find_site
from pressroom.syntax import Tree, parse

_VERBATIM = (WordingForm.CLAUSE, WordingForm.SENTENCE)
UNREADABLE = "its sentence could not be parsed"


def find_wordings(quantity: Quantity, lang: str) -> tuple[Wording, ...]:
    """Return the wordings of a number, in the order in which they are preferred. The first that is not
    refused is the one to show; there may be none.
    """
    place = find_place(quantity)
    tree = _parse(simplify(quantity, place), lang) if place else None
    site = find_site(tree, place, quantity, language(lang).wording) if tree and place else None
    if site is None:
        return ()
    shown = display(quantity)
    return tuple(
        Wording(shown, _label(site, draft), draft.form, refuse(site, draft)) for draft in make_drafts(site)
    )


def _label(site: Site, draft: Draft) -> str:
    """Return a draft's words; those of a clause in quotation marks, since they are the text's own."""
    label = draft.label
    if draft.form in _VERBATIM:
        opening, closing = site.words.quotes or ("“", "”")
        return f"{opening}{label[0].upper()}{label[1:]}{closing}"
    return label


@lru_cache(maxsize=8)
def _parse(sentence: str, lang: str) -> Tree | None:
    """Parse a sentence; kept for the other numbers of it, which come next."""
    return parse(sentence, lang)

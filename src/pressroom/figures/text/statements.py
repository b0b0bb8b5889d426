"""Whether a text states a number as a fact, so that a picture may show it as one."""

from __future__ import annotations

from pressroom.figures.text.doubts import find_doubt
from pressroom.figures.text.prospects import is_to_come
from pressroom.figures.text.quotations import is_said_by_unnamed
from pressroom.model.document import Document
from pressroom.model.quantity import Modality, Quantity, Role

TO_COME = "it is planned, expected or feared: full marks would show it as a fact"
SUPPOSED = "it is supposed or denied: a picture would show it as a fact"
UNNAMED = "it stands in a quotation, and who says so is not named in its sentence: a picture would state it"
HEADLINE = "it stands in the headline, which leaves words out: the text has to say it"
NO_VALUE = "the text gives a word and no value"


def find_statement_objection(quantity: Quantity, document: Document) -> str:
    """Return why no picture may show a number as a fact, "" where one may."""
    if quantity.value is None:
        return NO_VALUE
    if quantity.modality is Modality.PLANNED or quantity.role in (Role.FORECAST, Role.TARGET):
        return TO_COME
    if quantity.modality is not Modality.STATED:
        return SUPPOSED
    if is_to_come(quantity):
        return TO_COME
    if doubt := find_doubt(quantity):
        return doubt
    if is_said_by_unnamed(quantity, document.text):
        return UNNAMED
    title = document.title
    return HEADLINE if title and title.span.start <= quantity.start < title.span.end else ""

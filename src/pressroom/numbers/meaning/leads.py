"""What the line that leads to a list claims of the numbers of its items: "The state plans: – 120 homes"."""

from __future__ import annotations

from dataclasses import replace

from pressroom.model.quantity import Modality, Quantity
from pressroom.numbers.meaning.claims import find_claim
from pressroom.numbers.parsing.sentences import split_sentences
from pressroom.numbers.parsing.tokens import Tokens

OF_LEAD = "claims.lead"  # the rule that stays with a number whose own sentence says nothing of it
_LEADS = (":", "：")


def add_lead(quantity: Quantity, lead: str, lang: str) -> Quantity:
    """Return a number of a list as the line ahead of its list tells it: planned, alleged, possible or denied.

    ``lead`` is the paragraph ahead of the list; only its last sentence, which ends in a colon, leads to it.
    """
    if quantity.modality is not Modality.STATED or not lead.rstrip().endswith(_LEADS):
        return quantity
    plain = lead.rstrip().rstrip(":：").rstrip()
    begin = split_sentences(plain, lang).round(len(plain) - 1)[0]
    told = f"{plain[begin:]} 7"  # any number in the place of the list
    tokens = Tokens(told, 0, len(told))
    claim = find_claim(tokens, tokens.size - 1, tokens.size, lang)
    if claim.modality is Modality.STATED:
        return quantity
    return replace(quantity, modality=claim.modality, rules=(*quantity.rules, claim.rule, OF_LEAD))

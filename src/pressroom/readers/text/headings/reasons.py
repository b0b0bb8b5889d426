"""Why a line was taken for a heading, in words."""

from __future__ import annotations

import re
from functools import cache

from pressroom.readers.text.headings.classify import Features, Weights
from pressroom.readers.text.headings.features import (
    IN_OUTLINE,
)


def explain(features: Features, weights: Weights) -> tuple[str, ...]:
    """Return the features that spoke loudest for a heading, in words."""
    if len(features) == 1:
        return tuple(features)
    weight = weights.table.get
    loud = sorted(
        [(told, feature) for feature in features if (told := weight(feature, 0.0)) > 0], reverse=True
    )
    said = [words for _, feature in loud if (words := _said(feature))]
    return tuple(dict.fromkeys(said))[:5] or ("short, with a longer text after it",)


_WORDING = {
    IN_OUTLINE: "its number carries on the outline",
    "ends a letter": "no mark at its end",
    "begins upper": "begins with a capital",
    "previous none": "the first line",
    "blank: blank yes/yes": "blank lines round it",
    "blank: blank yes/no": "a blank line before it",
    "some: blank yes/no": "a blank line before it",
    "some: blank yes/yes": "blank lines round it",
    "next text stop": "whole sentences follow",
    "next text colon": "an introduction follows",
    "next bullet open": "a list follows",
    "next bullet stop": "a list follows",
    "previous text stop": "a finished sentence before it",
    "case like all": "written like all sure headings",
    "case like most": "written like most sure headings",
    "ending like all": "ends like all sure headings",
    "gap like all": "spaced like all sure headings",
    "begins like a sure one": "begins like another heading",
    "known heading": "words that head many texts",
}
_PLAIN = re.compile(
    r"all capitals|title case|a question|one of many questions|underlined|number (?!like)"
    r"|in the outline|same |more blank"
)


@cache
def _said(feature: str) -> str:
    """Return a feature in words, "" for one that is only a measure."""
    return _WORDING.get(feature) or (feature if _PLAIN.match(feature) else "")

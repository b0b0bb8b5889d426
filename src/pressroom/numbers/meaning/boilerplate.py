"""What tells nothing of a text's matter: who sends it, whom to call, what the law makes it say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from pressroom.numbers.languages import language
from pressroom.numbers.parsing.patterns import any_of

_CAPITAL = r"[^\W\d_a-zß-ÿ]"
LONGEST_HEADING = 70  # characters; what is longer is no heading


@cache
def _sentences(lang: str) -> re.Pattern[str]:
    words = language(lang).boilerplate
    openings = "|".join(words.openings) or "(?!)"
    sentences = "|".join(words.sentences) or "(?!)"
    return re.compile(rf"^\W*(?:{openings})|\b(?:{sentences})|©", re.IGNORECASE)


@cache
def _headings(lang: str) -> re.Pattern[str]:
    words = language(lang).boilerplate
    about = rf"{any_of(words.about)}\s*(?:(?i:{any_of(words.who)})\b|{_CAPITAL})"
    return re.compile(rf"(?:{'|'.join(words.headings) or '(?!)'})\s*:?\s*$|{about}[^.!?]*:?\s*$")


@lru_cache(maxsize=8)  # asked for each number of a sentence
def is_boilerplate(text: str, lang: str) -> bool:
    """Tell whether a sentence or a paragraph is boilerplate by its own words: "The post … appeared first on
    …", "For more information, call …", a disclaimer, a line of copyright.
    """
    return bool(_sentences(lang).search(text))


@cache
def _about(lang: str) -> re.Pattern[str]:
    """Return the pattern of a paragraph that a copy ran into its heading: "About Acme Acme is …"."""
    about = any_of(language(lang).boilerplate.about)
    name = rf"(?P<name>{_CAPITAL}[\w&.’'-]*(?: {_CAPITAL}[\w&.’'-]*){{0,4}}?)"
    return re.compile(rf"{about}\s*{name}:? (?=[^.]{{0,{_NAMED}}}\b(?P=name)\b)")


_NAMED = 100  # characters in which the text under the heading has the name again


def is_about(paragraph: str, lang: str) -> bool:
    """Tell whether a paragraph holds its own heading, and says who the sender is."""
    return bool(_about(lang).match(paragraph))


_NAME = r"[^\W\d_a-z][\w.&’'-]*"
_TOLD = r"(?:[^\W\d_]|[$£€])(?:\S* ){3,}\S*[^\W_]"  # four words and more, and no full stop
_HEADLINE = re.compile(rf"{_NAME}(?: {_NAME}){{0,4}}(?: \([^()]*\))?: {_TOLD}")
LEAST_OF_HEADLINES = 3


def find_cited(paragraphs: Sequence[str]) -> frozenset[str]:
    """Return the paragraphs that are headlines of others, where a text lists several: "Alven Chronicle: Old
    Harbour to Get £14m".
    """
    found = [words for words in paragraphs if _HEADLINE.fullmatch(words.strip())]
    return frozenset(found if len(found) >= LEAST_OF_HEADLINES else ())


def opens_boilerplate(heading: str, lang: str) -> bool:
    """Tell whether all that stands under a heading is boilerplate: "About Acme", "Notes to editors"."""
    heading = heading.strip()
    return len(heading) <= LONGEST_HEADING and bool(_headings(lang).match(heading))

"""Titles of figures: the text's own words with the numbers in them, at most fifteen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressroom.figures.rules.candidates import MOST_WORDS, Candidates
from pressroom.figures.text.open_nouns import OF_WORDS, OPEN_NOUNS
from pressroom.model.numbers import KeyNumber, WordingForm
from pressroom.model.quantity import Kind, Quantity

SHORTEST_NAME = 4  # letters of a word that can name a thing
_VERBATIM = (WordingForm.CLAUSE, WordingForm.SENTENCE)
_QUOTES = re.compile(r"^[“„«\"]\s?|\s?[”“»\"]$")
_JOINING = re.compile(r"(?:but|and|also|aber|und|auch|mais|et|pero|y)\b", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^()]*\)")
_UNFINISHED = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|of|to|the|an?|and|or|with|by|from|that|"
    r"ist|sind|war|waren|und|oder|der|die|das|est|sont|et|ou|le|les|es|son|y|el|los)$"
)
_BEING = re.compile(
    r"\s(?:is|are|was|were|stood at|stands at|came to|ist|sind|war|waren|est|sont|était|es|son|fue)$"
)
POINTING = re.compile(
    r"(?:this|that|these|those|dies\w*|jene\w*|ce|cela|cette|ces|est[aeo]s?)\b", re.IGNORECASE
)
_PERSONAL = re.compile(r"(?:it|they|he|she)\b", re.IGNORECASE)
_SEGMENT_END = re.compile(r"[,;:!?)]|\.(?!\d)|\s[–—-]\s|\s?\(")


# language → words right ahead of a number that is no thing by itself: what it is of stands ahead of these
_TELLING_OF = {
    lang: re.compile(rf"\b(?:{words})$", re.IGNORECASE)
    for lang, words in {
        "en": r"of|to|at|with|by|from|total(?:l?ed|s)?|reach(?:ed|es)|hit|averaged?|includ(?:ed?|es|ing)"
        r"|(?<!there )(?:is|are|was|were)|be|been|stood|showed",
        "de": r"auf|von|bei|mit|um|betr[uä]g\w*|lag(?:en)?|liegt|liegen|erreicht\w*|ist|sind|war|waren",
        "fr": r"de|à|par|est|sont|étai(?:t|ent)|attei\w+|s[’']élev\w+",
        "es": r"de|a|con|en|por|es|son|fue(?:ron)?|era|alcanz\w+",
    }.items()
}
_WITHOUT_SUBJECT = re.compile(
    r"from\s[$£€\d]|(?:in|at|for|during)\s(?:the\s)?\w+\s"
    r"(?:fell|rose|grew|dropped|increased|declined|climbed|was|were|totall?ed)\b",
    re.IGNORECASE,
)
_NO_THING = re.compile(
    r"(?:a |the )?(?:new |record |all-time )*(?:high|low|peak|record|level|total)", re.IGNORECASE
)


def find_title(found: Candidates, quantities: Sequence[Quantity], *, opening: bool = False) -> str:
    """Return the title for a figure of quantities of one sentence, "" where its words make none.

    Tried in this order: a clause or sentence that a tile may show; a share with all that stands ahead of it;
    the number with the words that follow it;
    the words from the first number to the last, with ``opening`` only where they open the sentence; those
    behind the name of what is measured; the sentence from its beginning.
    """
    needed = [one.text for one in quantities]
    needed += [one.comparison.text for one in quantities if one.comparison]
    tried = [*_tried(found, quantities, opening=opening)]
    if _opens_with_whole(quantities[0]):
        # the number by itself would close the title, and what it counts be left out
        tried = [words for words in tried if not words.rstrip(" .,;:").endswith(quantities[0].text)]
        tried += [_BRACKET.sub("", words) for words in tried]
    for words in tried:
        tidy = " ".join(words.split()).strip(" .,;:")
        whole = tidy.count("(") == tidy.count(")") and not _UNFINISHED.search(tidy)
        if not whole or _is_relative(tidy) or _names_others(found, quantities, tidy):
            continue
        if _loses_thing(tidy, quantities[0], found.lang):
            continue
        if is_short(tidy) and all(" ".join(part.split()) in tidy for part in needed):
            return tidy[:1].upper() + tidy[1:]
    return ""


def _loses_thing(title: str, quantity: Quantity, lang: str) -> bool:
    """Tell whether a title begins behind what its number is of: "unemployment totalled | 1.86 million people,
    up from …", "revenues in the quarter fell … and | in the year fell to …".
    """
    if _WITHOUT_SUBJECT.match(title):
        return True
    sentence = " ".join(quantity.sentence_text.split())
    at = sentence.find(title)
    number = quantity.qualifier_text or quantity.text
    telling = _TELLING_OF.get(lang.partition("-")[0])
    if telling is None or at <= 0 or not title.startswith(number):
        return False
    return telling.search(sentence[:at].rstrip()) is not None


def _opens_with_whole(quantity: Quantity) -> bool:
    """Tell "Of the 40 schools (five of them private), 12 are shut"."""
    whole = quantity.comparison
    return whole is not None and whole.kind == "whole" and whole.start < quantity.start


def name_measure(found: Candidates, quantities: Sequence[Quantity]) -> str:
    """Return the words ahead of the first number that open its sentence and name what is measured: "Turnout
    was 63 per cent in Aldmoor, …"; "" where they are none, many, or tell of another number.
    """
    first = min(quantities, key=lambda one: one.start)
    sentence = " ".join(first.sentence_text.split())
    ahead = sentence[: min(found.places(first, sentence))[0]].strip(" .,;:")
    words = _BEING.sub("", ahead).strip(" .,;:")
    named = any(len(word) >= SHORTEST_NAME for word in words.split())
    plain = named and not any(sign.isdigit() for sign in words) and not _JOINING.match(words)
    short = len(words.split()) <= MOST_WORDS and not _is_relative(words)
    points = POINTING.match(words) or _PERSONAL.match(words)
    return words[:1].upper() + words[1:] if plain and short and not points else ""


def _names_others(found: Candidates, quantities: Sequence[Quantity], title: str) -> bool:
    """Tell whether a title has another number of the sentence and kind, which is not drawn."""
    first = quantities[0]
    own = {one.start for one in quantities} | {one.comparison.start for one in quantities if one.comparison}
    others = [
        one
        for one in (*found.numbers.quantities, *(skip.quantity for skip in found.numbers.skipped))
        if one is not None
        and one.kind is first.kind
        and one.sentence.start == first.sentence.start
        and not any(one.start <= start < one.end for start in own)
    ]
    words = " ".join(title.split())
    known = [one.text for one in quantities] + [one.comparison.text for one in quantities if one.comparison]
    return any(
        re.search(rf"(?<![\w.,]){re.escape(one.text)}(?!\w|[.,]\d)", words)
        for one in others
        if one.text[:1].isdigit() and not any(one.text in text for text in known)
    )


def _is_relative(title: str) -> bool:
    """Tell whether a title opens with a word that says nothing without what it is of: "Usage increased"."""
    found = OPEN_NOUNS.match(title)
    return found is not None and found[1].lower() not in OF_WORDS


def is_short(words: str) -> bool:
    """Tell whether words are few enough for a title, and more than a number."""
    return 2 <= len(words.split()) <= MOST_WORDS and any(letter.isalpha() for letter in words)


def name_of(key: KeyNumber | None) -> str:
    """Return the words that name what a key number measures, "" where its tile does not open with them."""
    if key is None:
        return ""
    taken = next((wording for wording in key.wordings if not wording.refused), None)
    if taken is not None and taken.form in _VERBATIM:
        return ""
    name = key.name or key.label
    tells = any(len(word) >= SHORTEST_NAME for word in name.split())
    return name if tells and key.label.lower().startswith(name.lower()) else ""


def _tried(found: Candidates, quantities: Sequence[Quantity], *, opening: bool) -> Iterator[str]:
    keys = [key for key in map(found.key_number, quantities) if key]
    sentence = " ".join(quantities[0].sentence_text.split())
    for key in keys:
        yield from (
            _QUOTES.sub("", wording.label)
            for wording in key.wordings
            if wording.form in _VERBATIM and not wording.refused
        )
    for key in keys:
        told = f"{key.display} {key.label}"
        if told.lower() in sentence.lower() or key.edited or (not key.wordings and len(quantities) == 1):
            yield told
    start, *ends = _cut(found, quantities, sentence)
    opens = bool(start) and not _JOINING.match(sentence) and not _SEGMENT_END.search(sentence[:start])
    if quantities[0].kind is Kind.PERCENT and opens:
        yield sentence[: ends[0]]  # "sales were 18% of turnover": whose share stands ahead
    if not (opening and start):
        cuts = [sentence[start:end] for end in (ends if len(quantities) == 1 and not opening else ends[:1])]
        if _is_free(found, quantities, sentence[:start]):
            yield from (words for words in cuts if opening or _name_thing(quantities, words))
        name = next((name for name in map(name_of, keys) if name and name.lower() in sentence.lower()), "")
        if name and not _NO_THING.fullmatch(name):
            yield from (f"{name}: {words[:1].lower()}{words[1:]}" for words in cuts)
    moved = [one.comparison.kind for one in quantities if one.comparison] in (["from"], ["was"])
    if moved and opens and not POINTING.match(sentence) and not _PERSONAL.match(sentence):
        yield from (sentence[:end] for end in ends)


def _is_free(found: Candidates, quantities: Sequence[Quantity], ahead: str) -> bool:
    """Tell whether no other number of the same clause stands ahead: "for every 100 men there were 264"."""
    first = min(quantities, key=lambda one: one.start)
    begin = first.sentence.start + max(ahead.rfind(mark) for mark in ",;:") + 1
    dates = [(event.start, event.end) for event in found.numbers.events]
    own = {one.comparison.start for one in quantities if one.comparison}
    starts = [one.start for one in found.numbers.quantities] + [one.start for one in found.numbers.skipped]
    return not any(
        begin <= at < first.start and at not in own and not any(start <= at < end for start, end in dates)
        for at in starts
    )


def _name_thing(quantities: Sequence[Quantity], words: str) -> bool:
    """Tell whether words say what is counted or measured."""
    units = [one.unit_text or one.unit for one in quantities if one.kind is Kind.NUMBER]
    subjects = [one.subject for one in quantities if _names(one)]
    return any(part and part in words for part in (*units, *subjects))


def _names(quantity: Quantity) -> bool:
    """Tell whether a subject has a word of its own, beyond the unit: not "kWh net"."""
    return any(len(word) >= SHORTEST_NAME and word not in quantity.text for word in quantity.subject.split())


def _cut(found: Candidates, quantities: Sequence[Quantity], sentence: str) -> tuple[int, int, int]:
    """Return where the first number begins, where the last one's phrase ends, and where the last itself."""
    places = [place for one in quantities for place in found.places(one, sentence)]
    start, end = min(places)[0], max(end for _, end in places)
    if sentence.count("(", start, end) > sentence.count(")", start, end) and sentence[end : end + 1] == ")":
        end += 1
    stop = _SEGMENT_END.search(sentence, end)
    return start, stop.start() if stop else len(sentence), end

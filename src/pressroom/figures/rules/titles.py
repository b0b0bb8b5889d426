"""Titles of figures: the text's own words with the numbers in them, at most fifteen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressroom.figures.rules.candidates import Candidates
from pressroom.figures.text.open_nouns import OF_WORDS, OPEN_NOUNS
from pressroom.model.figure import MOST_TITLE_WORDS, SHORTEST_NAME
from pressroom.model.numbers import TOO_LONG, KeyNumber, WordingForm, find_shown
from pressroom.model.quantity import Kind, Quantity

_VERBATIM = (WordingForm.CLAUSE, WordingForm.SENTENCE)
_QUOTES = re.compile(r"^[“„«\"]\s?|\s?[”“»\"]$")
_JOINING = re.compile(r"(?:but|and|also|aber|und|auch|mais|et|pero|y)\b", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^()]*\)")
_UNFINISHED = re.compile(
    r"(?<!/)\b(?:is|are|was|were|be|been|has|have|had|will|would|of|to|the|an?|and|or|with|by|from|that|"
    r"ist|sind|war|waren|und|oder|der|die|das|est|sont|et|ou|le|les|es|son|y|el|los)$"
)
_BEING = re.compile(
    r"\s(?:is|are|was|were|stood at|stands at|came to|amount(?:s|ed)? to|total(?:s|l?ed)|ist|sind|war|waren"
    r"|beträgt|betragen|betrug(?:en)?|est|sont|était|s[’']él[eè]v\w+ à|es|son|fue|asciend\w+ a)$"
)
POINTING = re.compile(
    r"(?:this|that|these|those|dies\w*|jene\w*|ce|cela|cette|ces|est[aeo]s?)\b", re.IGNORECASE
)
_PERSONAL = re.compile(r"(?:it|they|he|she)\b", re.IGNORECASE)
_EMPTY = re.compile(r"(?:there|here|es|dort|hier|ce|il y a|hay|allí|aquí)$", re.IGNORECASE)
_TWO_NUMBERS = re.compile(r"\d{1,3}\s\d")  # of which the first is that of a paragraph or a note
_SEGMENT_END = re.compile(r"[;!?)]|[.,:](?!\d)|\s[–—-]\s|\s?\(")
_PACE_BEHIND = re.compile(
    r"\s(?:[ymq]/[ymq]|yoy|qoq|year[- ]on[- ]year|in [1-4]Q\d\d|in Q[1-4] \d{4})(?![\w/])", re.IGNORECASE
)
_THAT_AHEAD = re.compile(r"\b(?:that|dass|que)\s(?:\w+\s)?$|\bqu[’']$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|von|de|desde)\s$", re.IGNORECASE)
# what sets a further value beside the one before: "up from 40 in May | and 38 a year earlier"
_JOINT = re.compile(
    r"\s(?:and|but|while|against|compared|und|aber|gegen(?:über)?|et|mais|contre|y|pero|frente)\s",
    re.IGNORECASE,
)
_ENDS_AHEAD_OF_NOUN = re.compile(r"\b(?:an?|eine[mnr]?|une?|una)\s[\d.,]+$")  # "compared with a 14.9 | rise"
_VERB_BEHIND = re.compile(r"\s(?:zu)?[a-zäöüß]+(?:en|t)\b")
_BEING_THERE = re.compile(r"\bthere (?:are|is|were|was)(?: now)?(?: an?)?\s$", re.IGNORECASE)
_TIME_AHEAD = re.compile(r"[^\W\d_]+\s[^,;:.\d]{0,20}\d{1,4},\s")  # "In week 20, ", which names a row
# a number and its thing right ahead of what it was before: "4.8 million tonnes of goods, down from"
_BARE_THING = re.compile(
    r"\D{0,12}[\d.,]+(?:[-\s][^\W\d_][\w’']*){1,4}?(?:\s(?:of|der|von|de|d[’'])\s?\w+){0,2}"
    r"(?:,|\s\(|\s(?:up|down|compared|against|versus|after|gegenüber|nach|contre|frente)\b)"
)

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


def find_title(found: Candidates, quantities: Sequence[Quantity], *, related: bool = False) -> str:
    """Return the title for a figure of quantities of one sentence, "" where its words make none.

    It is a wording of a key number that may stand in a tile, or is too long only for that, or the whole
    sentence. For values that the text ``related`` to one another, as a level to the one before, it may be a
    piece of the sentence with both: the name of what is measured, a thing and its number, or all from the
    beginning.
    """
    needed = [one.text for one in quantities]
    needed += [one.comparison.text for one in quantities if one.comparison]
    sentence = " ".join(quantities[0].sentence_text.split())
    tried = [*_list_wordings(found, quantities, sentence, related=related)]
    tried += _list_pieces(found, quantities, sentence) if related else []
    tried += [] if _points(sentence) else [sentence]
    for words in tried:
        tidy = _add_pace(" ".join(words.split()).strip(" .,;:"), sentence)
        whole = tidy.count("(") == tidy.count(")") and not _UNFINISHED.search(tidy)
        if not whole or _is_relative(tidy) or _names_others(found, quantities, tidy):
            continue
        if _TWO_NUMBERS.match(tidy) or _loses_speaker(found, quantities[0], tidy, sentence):
            continue
        if _loses_thing(tidy, quantities[0], found.lang) or _ENDS_AHEAD_OF_NOUN.search(tidy):
            continue
        if is_short(tidy) and all(" ".join(part.split()) in tidy for part in needed):
            return tidy[:1].upper() + tidy[1:]
    return ""


def _add_pace(title: str, sentence: str) -> str:
    """Return a title with the words right behind it that say what its last value is compared with: "y/y"."""
    at = sentence.find(title)
    behind = _PACE_BEHIND.match(sentence, at + len(title)) if at >= 0 else None
    return f"{title}{behind[0]}" if behind else title


def _loses_speaker(found: Candidates, quantity: Quantity, title: str, sentence: str) -> bool:
    """Tell whether a title is what somebody says, "she told a paper that | …", and nothing names who."""
    at = sentence.find(title)
    told = at > 0 and _THAT_AHEAD.search(sentence[:at]) is not None
    return told and not found.find_source(quantity)


def title_change(found: Candidates, quantity: Quantity) -> tuple[str, str]:
    """Return the words ahead of a value and the one before it as a title, "" for none, and what the two count
    where the title does not say so.
    """
    change = found.find_change(quantity)
    if change is None or _is_relative(change.words) or _names_others(found, [quantity], change.words):
        return "", ""
    unit = quantity.unit_text if quantity.kind is Kind.NUMBER else ""
    return change.words, change.counted or ("" if unit.lower() in change.words.lower() else unit)


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


def cut_clause(found: Candidates, quantity: Quantity) -> str:
    """Return the sentence of a number up to the end of its clause, "" where it points back."""
    sentence = " ".join(quantity.sentence_text.split())
    if _JOINING.match(sentence) or _points(sentence):
        return ""
    words = sentence[: _cut(found, [quantity], sentence)[1]].strip(" .,;:")
    whole = words.count("(") == words.count(")") and not _UNFINISHED.search(words)
    return words if whole and not _is_relative(words) else ""


def name_measure(found: Candidates, quantities: Sequence[Quantity]) -> str:
    """Return the words ahead of the first number that open its sentence and name what is measured: "Turnout
    was 63 per cent in Aldmoor, …"; "" where they are none, many, or tell of another number.
    """
    first = min(quantities, key=lambda one: one.start)
    sentence = " ".join(first.sentence_text.split())
    ahead = sentence[: min(found.places(first, sentence))[0]].strip(" .,;:")
    words, being = _BEING.subn("", ahead)
    words = words.strip(" .,;:") if being or ahead.endswith(":") else ""
    named = any(len(word) >= SHORTEST_NAME for word in words.split())
    plain = named and not any(sign.isdigit() for sign in words) and not _JOINING.match(words)
    short = len(words.split()) <= MOST_TITLE_WORDS and not _is_relative(words) and not _EMPTY.match(words)
    return words[:1].upper() + words[1:] if plain and short and not _points(words) else ""


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
    return 2 <= len(words.split()) <= MOST_TITLE_WORDS and any(letter.isalpha() for letter in words)


def name_of(key: KeyNumber | None) -> str:
    """Return the words that name what a key number measures, "" where its first wording that passed does not
    open with them: "unemployment in the district".
    """
    if key is None:
        return ""
    first = next((one for one in key.wordings if not one.refused), None)
    if first is not None and first.form in _VERBATIM:
        return ""
    name = key.name or key.label
    label = first.label if first is not None and not key.edited else key.label
    tells = any(len(word) >= SHORTEST_NAME for word in name.split())
    return name if tells and label.lower().startswith(name.lower()) else ""


def _list_wordings(
    found: Candidates, quantities: Sequence[Quantity], sentence: str, *, related: bool
) -> Iterator[str]:
    """Yield the wordings of key numbers against which nothing stands but their length; for one number alone
    those that leave nothing of the sentence out.
    """
    keys = [key for key in map(found.key_number, quantities) if key]
    for key in keys:
        for wording in key.wordings:
            told = wording.whole or related or len(quantities) > 1
            if told and wording.form in _VERBATIM and wording.refused in ("", TOO_LONG):
                words = _QUOTES.sub("", wording.label)
                yield from (words, _BRACKET.sub("", words))
    for key in keys:
        words = f"{key.display} {key.label}"
        shown = find_shown(key.wordings)
        whole = shown is None or shown.whole or related or len(quantities) > 1
        own = key.edited or (not key.wordings and len(quantities) == 1)
        if own or (whole and words.lower() in sentence.lower()):
            yield words


def _list_pieces(found: Candidates, quantities: Sequence[Quantity], sentence: str) -> Iterator[str]:
    """Yield pieces of a sentence with a value and the one that it is related to."""
    start, *ends = _cut(found, quantities, sentence)
    ends = ends[:1] if len(quantities) > 1 else ends  # the last of several needs its name
    origin = _FROM.search(sentence[:start])
    start = origin.start() if origin else start
    ahead = sentence[:start]
    for end in ends:
        words = sentence[start:end]
        plain = len(quantities) > 1 or _BARE_THING.match(words)
        begins = _BEING_THERE.search(ahead) or _TIME_AHEAD.fullmatch(ahead)
        if (plain or begins) and _is_free(found, quantities, ahead) and _name_thing(quantities, words):
            yield words
    for key in filter(None, map(found.key_number, quantities)):
        name = name_of(key)
        if name and name.lower() in sentence.lower() and not _NO_THING.fullmatch(name):
            yield from (f"{name}: {sentence[start:end]}" for end in ends)
    if not _JOINING.match(sentence) and not _SEGMENT_END.search(ahead) and not _points(sentence):
        yield from (sentence[:end] for end in ends)


def _points(words: str) -> bool:
    """Tell whether words open with one that points at the sentence ahead of them."""
    return POINTING.match(words) is not None or _PERSONAL.match(words) is not None


def _name_thing(quantities: Sequence[Quantity], words: str) -> bool:
    """Tell whether words say what is counted or measured."""
    units = [one.unit_text or one.unit for one in quantities if one.kind is Kind.NUMBER]
    subjects = [one.subject for one in quantities if _names(one)]
    return any(part and part in words for part in (*units, *subjects))


def _names(quantity: Quantity) -> bool:
    """Tell whether a subject has a word of its own, beyond the unit: not "kWh net"."""
    return any(len(word) >= SHORTEST_NAME and word not in quantity.text for word in quantity.subject.split())


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


def _cut(found: Candidates, quantities: Sequence[Quantity], sentence: str) -> tuple[int, ...]:
    """Return where the first number begins, and where words may end: at the end of the clause, ahead of what
    is joined to the last number, and right behind it.
    """
    places = [place for one in quantities for place in found.places(one, sentence)]
    start, end = min(places)[0], max(end for _, end in places)
    if sentence.count("(", start, end) > sentence.count(")", start, end) and sentence[end : end + 1] == ")":
        end += 1
    stop, joint = _SEGMENT_END.search(sentence, end), _JOINT.search(sentence, end)
    clause = stop.start() if stop else len(sentence)
    joined = min(joint.start(), clause) if joint else clause
    if found.lang.startswith("de") and _VERB_BEHIND.match(sentence, end):
        return start, clause, joined  # "von 40 auf 25 Prozent | gefallen"
    return start, clause, joined, end

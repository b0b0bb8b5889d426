"""What the words of a line say for a heading or against it: verbs, dates, names, well-known headings."""

from __future__ import annotations

import re

from pressroom.readers.common.head.dates import DATE
from pressroom.readers.text.words.phrases import ANSWER, KEY, KNOWN, SPOKEN

_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|should|must|shall|(?-i:may)|might|does|did|said|says"
    r"|been|isn['’]t|don['’]t"
    r"|doesn['’]t|can['’]t|won['’]t|it['’]s|that['’]s|we['’]re|i['’]m|ist|sind|war|waren|hat|haben"
    r"|wird|est|sont|était|a été)\b",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"(?:the|this|these|those|that|it|we|i|you|they|he|she|there|here|if|when|while|as|for|in|on|at"
    r"|by|to|and|but|or|so"
    r"|please|see|note|also|however|since|after|before|from|with|all|each|our|my|your|a|an)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:what|who|whom|whose|when|where|why|which|how|is|are|do|does|did|can|could|should|would"
    r"|will|may|must|was|were|has"
    r"|have|am|was|wer|wie|wo|warum|wann|welche[rns]?|qui|que|quoi|quand|pourquoi|comment|qué|quién"
    r"|cómo|dónde)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:\d{1,2}\.?\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr"
    r"|avr|juil|août)"
    r"[a-zéûä]*\.?\s?\d{1,4}|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?i:by|von|par|por|di|from|written by|posted by|author|authors|editor|contributed by)\b:?\s+[A-ZÀ-Þ]"
)
_GREETING = re.compile(
    r"(?:dear|hi|hello|hey|greetings|good (?:morning|afternoon|evening)|sehr geehrte|liebe|lieber"
    r"|cher|chère|estimad[oa]s?"
    r"|yours|sincerely|(?:best|kind|warm) (?:regards|wishes)|regards|best,|cheers|thanks|thank you"
    r"|respectfully|cordially"
    r"|mit freundlichen|to whom it may)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:figure|fig\.|table|chart|graph|photo|image|box|map|abbildung|abb\.|tabelle|tab\.|exhibit"
    r"|plate|diagram|listing|source|credit)s?\b\.?\s*(?:\d|[A-Z]?\d|:)",
    re.IGNORECASE,
)
# who was there, by name: a person with initials, or one of the fields of minutes
_PERSON = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Hon)\.? )?(?:[A-ZÀ-Þ][\w'’-]* )?(?:[A-ZÀ-Þ]\.[ -]?){1,3}"
    r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?(?:\s*[,(].{0,40})?"
)
_ROLL = re.compile(
    r"(?:present(?:ed by|er)?|presenters?|attend(?:ees|ance|ing)|in attendance|apologies|absent|regrets"
    r"|chair(?:ed by)?|facilitator|scribe|note[ -]?taker|minutes (?:taken )?by|moderator"
    r"|anwesend|entschuldigt|présents?|excusés?)\s*[:–-]\s+\S",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://|www\.|\S@\S+\.\w|\w\(\)|[=<>{}|\\^`$]|::|\w{2}/\S+/")
_SENTENCES = re.compile(
    r"(?<=[^\s.][^\s.])(?<!\bMr)(?<!\bDr)(?<!\bSt)(?<!\bMs)(?<!\bNo)[.!?]['\"”’)]*\s+[\"“‘'(]?[A-ZÀ-Þ]"
    r"|[。！？][」』”’）]*[^\s」』”’）]"
)
_ATTRIBUTED = re.compile(r"(?:--?|[–—―])\s*[^\W\d_]|(?:--?|[–—―])\s*[@“\"]")
_DIGIT = re.compile(r"\d")
_DASHED = "-–—―"
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "by",
        "to",
        "for",
        "and",
        "or",
        "but",
        "nor",
        "from",
        "with",
        "as",
        "into",
        "vs",
        "via",
        "per",
        "de",
        "la",
        "le",
        "du",
        "des",
        "et",
        "der",
        "die",
        "das",
        "und",
        "von",
    ]
)


def describe_wording(body: str, words: list[str], tail: str) -> list[str]:
    """Return the features of a line's words: their case, the marks between them, what they are about.

    ``words`` are those of ``body``, ``tail`` is the mark or letter that it ends with.
    """
    features: list[str] = []
    _case(body, words, features)
    _punctuation(body, features)
    _lexical(body, tail, features)
    return features


def _case(body: str, words: list[str], features: list[str]) -> None:
    if body.isupper():
        if len(body) > 3 or len(words) > 1:
            features.append("all capitals")
        return
    capital = small = 0
    for word in words[1:]:
        first = word[0]
        if first.isupper():
            capital += 1
        elif first.islower() and word not in _SMALL:
            small += 1
    if capital and not small:
        features.append("title case")
    elif small and not capital:
        features.append("sentence case")
    elif capital:
        features.append("mixed case")


def _punctuation(body: str, features: list[str]) -> None:
    if _SENTENCES.search(body):
        features.append("two sentences")
    commas = body.count(", ") + body.count("，") + body.count("، ")
    if commas:
        features.append("commas" if commas > 1 else "comma")
    if "; " in body:
        features.append("semicolon")
    if ": " in body:
        features.append("inner colon")
        if KEY.match(body):
            after = body[body.index(": ") + 1 :].lstrip()
            features.append("key and value" if not after[:1].islower() else "key and small value")
    if " - " in body or " – " in body or "—" in body or " -- " in body:
        features.append("dash")
    if "(" in body:
        features.append("bracket")
    if _URL.search(body):
        features.append("address or code")
    if '"' in body or "“" in body:
        features.append("quoted words")


def _lexical(body: str, tail: str, features: list[str]) -> None:
    question = _QUESTION.match(body, 1 if body[0] == "¿" else 0)
    if tail == "?":
        features.append("a question" if question else "question mark")
        if "title case" in features:
            features.append("a question in title case")
    elif _VERB.search(body):
        features.append("a verb")
    elif question:
        features.append("question word")
    if _OPENER.match(body):
        features.append("sentence opener")
    if KNOWN.fullmatch(body):
        features.append("known heading")
    _day_and_people(body, features)
    if _CAPTION.match(body):
        features.append("caption word")
    if SPOKEN.match(body):
        features.append("speaker")
    if ANSWER.fullmatch(body):
        features.append("an empty answer")


def _day_and_people(body: str, features: list[str]) -> None:
    date = _DATE.search(body) if _DIGIT.search(body) else None
    if date is None and not body.isascii():
        date = DATE.search(body)
    if date:
        features.append("a date" if len(date.group()) * 2 > len(body) else "a date in it")
    if body[0] in _DASHED and _ATTRIBUTED.match(body):
        features.append("an attribution")
    if _BYLINE.match(body):
        features.append("byline")
    if "." in body and _PERSON.fullmatch(body):
        features.append("a person")
    if _ROLL.match(body):
        features.append("those present")
    if _GREETING.match(body):
        features.append("greeting")

"""What is no number by its form alone, whatever stands round it: addresses, codes, dates in digits, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pressroom.numbers.languages import all_languages
from pressroom.numbers.parsing.patterns import any_of
from pressroom.numbers.parsing.rule import Rule
from pressroom.numbers.parsing.tokens import Tokens


@dataclass(slots=True, eq=False, repr=False)
class Exclusion:
    """A stretch of text in which no quantity is looked for, and why."""

    start: int
    end: int
    reason: str
    rule: str = ""


_WORDS = all_languages().spelling
_PERCENT = any_of(_WORDS.percent, space=" ?")
_PHONE, _DIALLING = any_of(_WORDS.phones), any_of(_WORDS.dialling)
_DIALLING_SHORT, _GROUPS = any_of(_WORDS.dialling_short), any_of(_WORDS.groups)
_MERIDIEM = r"[ap]\.?m\b\.?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_VERSION_TAIL = r"\d{1,4}\.\d{1,5}\.\d{1,5}(?:[.-]\w{1,10}){0,4}\b(?![,.]?\d)"
_MINUTES = r"\d{0,2}(?:\.\d{1,4})?"

# A rule is the reason, which is shown to the editor, and a pattern; of the rules of one table, the first that
# fits. Every pattern ends soon: none may backtrack far
_Form = tuple[str, str]
_HEXADECIMAL = r"\b(?=\d{0,8}[A-Za-z])[\dA-Fa-f]{8,64}\b"
WITH_A_DIGIT_RULES: tuple[Rule[_Form], ...] = (
    Rule("exclusions.iso-date", ("date", r"\b\d{4}-\d{2}-\d{2}(?:T[\d:.Z+-]{1,20})?"),
        "It opened on 2024-05-01.", "2024-05-01: date"),
    Rule("exclusions.date-in-digits", ("date", r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b(?![/\d]|\.\d)"),
        "Er kam am 03.05.2024 an.", "03.05.2024: date", "de"),
    Rule("exclusions.clock",
        ("time of day", rf"\b\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d{{1,3}})?)?(?:\s?{_MERIDIEM})?"),
        "Doors open at 19:30 on Friday.", "19:30: time of day"),
    Rule("exclusions.clock-with-point",
        ("time of day", rf"\b\d{{1,2}}\.\d{{2}}\s?{_MERIDIEM}|\b\d{{1,2}}\s?h\s?\d{{2}}\b"),
        "Doors open at 7.30 pm on Friday.", "7.30 pm: time of day"),
    Rule("exclusions.clock-with-word", ("time of day", rf"\b\d{{1,2}}\.\d{{2}} {any_of(_WORDS.oclock)}\b"),
        "Beginn ist um 19.30 Uhr im Saal.", "19.30 Uhr: time of day", "de"),
    Rule("exclusions.network-address",
        ("network address", r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?![\w.])"),
        "The server at 192.168.0.12 was down.", "192.168.0.12: network address"),
    Rule("exclusions.version", ("version", rf"\b(?!\d{{1,3}}(?:\.\d{{3}}){{1,4}}(?![\d.])){_VERSION_TAIL}"),
        "They use release 2.14.3 now.", "2.14.3: version"),
    Rule("exclusions.telephone",
        ("telephone number", r"\b\d{3}[-.]\d{3,4}-\d{4}\b|\b1-800-[\w-]{4,12}|\b0\d(?:[ .]\d{2}){4}\b"),
        "Ask 212-555-0142 for help.", "212-555-0142: telephone number"),
    Rule("exclusions.telephone-with-nought",
        ("telephone number", r"\b0\d{1,4}[ /-]\d{3,8}(?:[ -]\d{2,8}){0,3}\b"),
        "The office has the line 0171 555123.", "0171 555123: telephone number"),
    Rule("exclusions.coordinates",
        ("coordinates", rf"\b\d{{1,3}}(?:\.\d{{1,8}})?°\s?{_MINUTES}['′]?\s?{_MINUTES}[\"″]?\s?[NSEW]\b"),
        "The wreck lies at 51°30′N.", "51°30′N: coordinates"),
    Rule("exclusions.identifier",
        ("identifier", r"\d{25,}|\b\d{1,9}/\d{1,9}/[A-Z]{2,4}\b|\b\d{2,6}(?:-\d{2,6}){2,4}\b"),
        "The file 12-345-678 is lost.", "12-345-678: identifier"),
    Rule("exclusions.hexadecimal", ("identifier", _HEXADECIMAL),
        "The commit 4f824d9a broke it.", "4f824d9a: identifier"),
    Rule("exclusions.idiom-in-digits", ("idiom", rf"\b(?:{'|'.join(_WORDS.digit_idioms)})\b"),
        "The shop is open 24/7 now.", "24/7: idiom"),
    Rule("exclusions.course", ("idiom", rf"\b101\b(?= {any_of(_WORDS.courses)})"),
        "She took a Physics 101 course.", "101: idiom"),
    Rule("exclusions.span-of-years",
        ("year", rf"\b{_YEAR} ?[–/-] ?(?:{_YEAR}|\d\d)\b(?![,.]?\d|\s?%| ?{_PERCENT})"),
        "The war of 1914–18 left scars.", "1914–18: year"),
)  # fmt: skip  # a row in one line or two
WITH_A_SIGN_RULES: tuple[Rule[_Form], ...] = (
    Rule("exclusions.handle", ("address on the web", r"(?<!\w)[@#][A-Za-z]\w{0,40}"),
        "They wrote to @team42 about it.", "@team42: address on the web"),
    Rule("exclusions.telephone-with-code",
        ("telephone number", r"\+\d{1,3}[\s(-]{1,2}\d[\d\s()-]{5,16}\d|\(\d{3}\)\s?\d{3}-\d{4}"),
        "Ring +44 20 7946 0958 for help.", "+44 20 7946 0958: telephone number"),
    Rule("exclusions.reference-mark", ("reference mark", r"\[\s?\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,8}\s?\]"),
        "The bridge is old [12].", "[12]: reference mark"),
    Rule("exclusions.code-in-ticks", ("computer code", r"`[^`\n]{1,200}`"),
        "Set `retries = 3` first.", "`retries = 3`: computer code"),
    Rule("exclusions.citation",
        ("citation",
         r"\([^()\d]{0,60}\b(?:1[89]|20)\d\d[a-z]?(?:[;,][^()]{0,80}|: ?\d{1,4}(?:[–-]\d{1,4})?)?\)"),
        "Losses fell (Smith, 2019).", "(Smith, 2019): citation"),
)  # fmt: skip  # a row in one line or two
WITH_A_LETTER_RULES: tuple[Rule[_Form], ...] = (
    Rule("exclusions.web-address", ("address on the web", r"\b(?:https?://|www\.)[^\s<>\"]{1,500}"),
        "See https://example.org/2024 for more.", "https://example.org/2024: address on the web"),
    Rule("exclusions.mail-address", ("address on the web", r"\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"),
        "Write to desk24@example.org today.", "desk24@example.org: address on the web"),
    Rule("exclusions.version-letter",
        ("version", rf"\bv{_VERSION_TAIL}|\bv\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}\b"),
        "They moved to v3.2 in May.", "v3.2: version"),
    Rule("exclusions.telephone-named",
        ("telephone number", rf"(?i:\b{_PHONE}\b)[^\d\n]{{1,20}}\d[\d ()/-]{{6,16}}\d\b"),
        "Phone 020 7946 0958 for help.", "Phone 020 7946 0958: telephone number"),
    Rule("exclusions.emergency-call", ("telephone number", rf"(?i:\b{_DIALLING}\s)\d{{3}}\b(?!\s[a-z]+s\b)"),
        "In a fire, call 112 at once.", "call 112: telephone number"),
    Rule("exclusions.emergency-number", ("telephone number", rf"(?i:\b{_DIALLING_SHORT}\s)\d{{2,3}}\b"),
        "En cas de feu, composez le 18.", "composez le 18: telephone number", "fr"),
    Rule("exclusions.code",
        ("computer code", r"\b[A-Za-z_]\w{0,20}\(\d{0,9}\)|\b[a-z_]\w{0,20}\s?==?\s?-?\d[\d.]{0,12}\b"),
        "The call run(42) failed.", "run(42): computer code"),
    Rule("exclusions.exit-code", ("computer code", rf"\b{any_of(_WORDS.commands)} \d{{1,3}}\b"),
        "It stopped with exit 137 again.", "exit 137: computer code"),
    Rule("exclusions.file-number",
        ("identifier", r"\b[A-Z]{1,5}/[A-Z\d]{1,6}(?:/[\w.]{1,8}){1,4}|\b[A-Z]{1,3}\d[A-Z\d]?\s\d[A-Z]{2}\b"),
        "The resolution A/RES/76 passed.", "A/RES/76: identifier"),
    Rule("exclusions.hexadecimal-word", ("identifier", _HEXADECIMAL),
        "The commit a4f824d9 broke it.", "a4f824d9: identifier"),
    Rule("exclusions.citation-of-many", ("citation", rf"\b{any_of(_WORDS.citations)},? \(?\d{{4}}\b"),
        "Losses fell, says Lee et al. 2019.", "et al. 2019: citation"),
    Rule("exclusions.group-name", ("part of a name", rf"\b{_GROUPS} (?:\d{{1,3}}|[A-Z][a-z]{{2,8}})\b"),
        "Ministers of the Group of 20 met.", "Group of 20: part of a name"),
)  # fmt: skip  # a row in one line or two
# a number that opens a line belongs to a list or a heading
_ITEM, _SECTION = r"\(?(?P<item>\d{1,3})[.)](?=\s)", r"(?P<section>\d{1,2}(?:\.\d{1,2}){1,4}\.?)"
_OPENING = rf"\s{{0,8}}(?:{_ITEM}|{_SECTION}(?=\s+[^\W\d_a-z])|#{{1,6}}\s{{0,4}}(?P<head>\d[\d.]{{0,8}}))"
OPENING_RULES: tuple[Rule[_Form], ...] = (
    Rule("exclusions.opening", ("number of an item or section", _OPENING),
        "2.1 Scope of the work", "2.1: number of an item or section"),
)  # fmt: skip  # a row in one line or two
# ahead of a sentence, of which a line may hold several
SENTENCE_RULES: tuple[Rule[_Form], ...] = (
    Rule("exclusions.minute-of-a-game",
        ("minute of a game", r"\s{0,8}(?P<minute>\d{1,3}(?:\+\d{1,2})?['’′])(?=\s?[^\W\d_a-z])"),
        "54' Moss comes on for Hale.", "54': minute of a game"),
)  # fmt: skip  # a row in one line or two
RULES = (*WITH_A_DIGIT_RULES, *WITH_A_SIGN_RULES, *WITH_A_LETTER_RULES, *OPENING_RULES, *SENTENCE_RULES)
# most sentences have none of these, and are not searched at all: digits that something other than a comma
# joins or that a nought opens, a sign, or a word or a sign behind which a number is no quantity
_JOINED = re.compile(
    r"\d(?:[-/.:–] ?\d| [–-] ?\d|°| ?h ?\d|[A-Fa-f]\w|01\b|60 ?d|\d{24}|(?<=(?<![\d.,])0)\d)"
)
_SIGNS = frozenset("(@#+[`")
_FIRST_WORDS = (
    phrase.lower().partition(" ")[0]
    for phrases in (_WORDS.phones, _WORDS.dialling, _WORDS.dialling_short, _WORDS.groups, _WORDS.commands)
    for phrase in phrases
)
_CITING = {phrase.rstrip(".").rpartition(" ")[2] for phrase in _WORDS.citations}
_TELLING = frozenset({"@", "=", "==", "/", "http", "https", "www", *_FIRST_WORDS, *_CITING})
_A_DIGIT, _A_SIGN, _CALL = re.compile(r"\d+"), re.compile(r"[(@#+[`]"), re.compile(r"\w\(\d{0,9}\)")


@cache
def _pattern(rules: tuple[Rule[_Form], ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<_{number}>{rule.apply[1]})" for number, rule in enumerate(rules)))


@cache
def _opening(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def find_exclusions(tokens: Tokens, start: int, end: int) -> list[Exclusion]:
    """Find in a sentence, which stands at ``start`` to ``end`` of its text, everything that is no quantity
    by its form.
    """
    text = tokens.text
    found: list[Exclusion] = []
    if _JOINED.search(text, start, end):
        found += _each(WITH_A_DIGIT_RULES, text, end, _A_DIGIT.finditer(text, start, end))
    if not _SIGNS.isdisjoint(tokens.words):
        found += _each(WITH_A_SIGN_RULES, text, end, _A_SIGN.finditer(text, start, end))
    if tokens.named or not _TELLING.isdisjoint(tokens.words) or _CALL.search(text, start, end):
        found += (
            _exclusion(WITH_A_LETTER_RULES, match)
            for match in _pattern(WITH_A_LETTER_RULES).finditer(text, start, end)
        )
    opens_line = start == 0 or text[start - 1] == "\n"
    for rule in (*OPENING_RULES, *SENTENCE_RULES) if opens_line else SENTENCE_RULES:
        opening = _opening(rule.apply[1]).match(text, start, end)
        if opening:
            found.insert(0, Exclusion(*opening.span(opening.lastgroup or 0), rule.apply[0], rule.name))
    return found if len(found) < 2 else _apart(found)


def _each(
    rules: tuple[Rule[_Form], ...], text: str, end: int, places: Iterator[re.Match[str]]
) -> Iterator[Exclusion]:
    """Yield what a rule matches at one of the places."""
    pattern = _pattern(rules)
    for place in places:
        match = pattern.match(text, place.start(), end)
        if match:
            yield _exclusion(rules, match)


def _exclusion(rules: tuple[Rule[_Form], ...], match: re.Match[str]) -> Exclusion:
    rule = rules[int((match.lastgroup or "_0")[1:])]
    return Exclusion(*match.span(), rule.apply[0], rule.name)


def _apart(found: list[Exclusion]) -> list[Exclusion]:
    """Return the exclusions in their order, without those that begin inside another."""
    apart: list[Exclusion] = []
    for exclusion in sorted(found, key=lambda exclusion: (exclusion.start, -exclusion.end)):
        if not apart or exclusion.start >= apart[-1].end:
            apart.append(exclusion)
    return apart

"""The parts of a letter: salutation and the lines ahead of it, closing and the lines after it."""

from __future__ import annotations

import re

from pressroom.model.document import Role
from pressroom.readers.common.head.mail_fields import is_mail_field
from pressroom.readers.text.roles.patterns import DATELINE, SHORT, SPEECH
from pressroom.readers.text.units.facts import UnitFacts

SALUTATION = re.compile(
    r"(?:dear|hello|hi|hey|greetings|to whom it may concern|sehr geehrte[rs]?|liebe[rs]?|guten tag"
    r"|cher|chère|chers|chères|madame|monsieur"
    r"|estimad[oa]s?|querid[oa]s?|gentile|geachte|beste|ladies and gentlemen|(?:your )?excellenc(?:y|ies)"
    r"|(?:mr\.? |madam )(?:speaker|president|chair\w*)|honou?rable members|colleagues"
    r"|(?:sehr geehrte )?damen und herren|mesdames(?:,? messieurs)?|señoras y señores"
    r"|egregi[oa]|spettabile|car[oaie]s?|prezad[oa]s?|ex\.?m[oa]\.?|szanown\w+|drog[ia]\w*|(?:вель?ми)?шановн\w+"
    r"|السيدة?|السادة|حضرة|عزيزت?ي|الأستاذة?|לכבוד|שלום|尊敬的|亲爱的|親愛的|敬启者|敬啟者|존경하는|친애하는"
    r"|to (?:the|all|members of|an)\b)(?:[^.?]|\b(?:dr|prof|mrs?|ms|st|mme|m|д-ре)\.){0,70}[,:!،，：]?"
    r"|[א-ת ]{2,30} (?:היקר|הנכבד)\w{0,2}[,:]?|拝啓|謹啓|前略"
    r"|an (?:den|die|das|alle)\b[^.?]{3,70}:|aux? [^.?]{3,70}:",
    re.IGNORECASE,
)
_WITHOUT_SIGN = frozenset(("拝啓", "謹啓", "前略"))
# words to all open a letter only where a colon ends them and a paragraph follows
_TO_ALL = re.compile(r"(?:to (?:the|all|members of|an)|an (?:den|die|das|alle)|aux?)\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:yours?(?: (?:sincerely|faithfully|truly|ever))?|sincerely(?: yours)?|(?:with )?(?:best"
    r"|kind|warm|kindest|warmest)(?: (?:regards|wishes))?|regards"
    r"|respectfully(?: (?:yours|submitted))?|cordially|cheers|many thanks|thanks(?: again)?"
    r"|thank you|in solidarity|all the best|take care|love|god bless|blessings"
    r"|with (?:all|every|many|much|love|best|kind|warm|my|our)\b[^.?!:;]{0,30}|yours in \w+"
    r"|mit (?:freundlichen|besten|herzlichen) grü(?:ß|ss)en"
    r"|(?:beste|viele|herzliche|liebe) grü(?:ß|ss)e|hochachtungsvoll|cordialement|bien à vous"
    r"|(?:avec mes )?salutations(?: distinguées)?"
    r"|(?:für|i\. ?a\.|im auftrag|gez\.|on behalf of|pour (?:le|la|les)|por (?:el|la)) [^.?!:;]{3,50}"
    r"|atentamente|saludos(?: cordiales)?|cordiali saluti|met vriendelijke groet(?:en)?"
    r"|cordialmente|(?:con )?distinti saluti|con osservanza|(?:com os melhores )?cumprimentos|atenciosamente"
    r"|hoogachtend|z (?:poważaniem|wyrazami szacunku)|з (?:повагою|пошаною)"
    r"|مع (?:فائق|خالص|أطيب|وافر)\b.{0,30}|وتفضلوا بقبول.{0,40}|وتقبلوا.{0,40}|בכבוד רב|בברכה"
    r"|此致(?:敬[礼禮])?|敬[礼禮]|[顺順][颂頌]商祺|敬上|敬具|謹言|草々|드림|올림)\s*[,.!،，。！]?",
    re.IGNORECASE,
)


def find_letter_parts(facts: list[UnitFacts]) -> dict[int, Role]:
    """Return what only a letter has: salutation and the lines ahead of it, closing and the lines after it.

    None of them is a heading, short as they are, so this is asked first.
    """
    found: dict[int, Role] = {}
    for at, fact in enumerate(facts):
        if fact.unit.kind != "text" or not fact.text or fact.size > SHORT:
            continue
        if _CLOSING.fullmatch(fact.text):
            _signature(facts, at, found)
        elif (
            SALUTATION.fullmatch(fact.text)
            and (fact.text[-1] in ",:!،，：！" or fact.text in _WITHOUT_SIGN)
            and _opens_letter(facts, at)
        ):
            found[at] = "salutation"
            _address(facts, at, found)
        elif at and _BY_NAME.fullmatch(fact.text) and is_mail_field(facts[at - 1].start):
            found[at] = "salutation"
        elif at and QUOTING.match(fact.start) and _is_name(facts[at - 1]):
            found[at - 1] = "signature"
    if "salutation" in found.values():
        _last_lines(facts, found)
    return found | _find_signed_and_dated(facts)


def _opens_letter(facts: list[UnitFacts], at: int) -> bool:
    """Tell whether what may be a salutation is one: "To the Council:" only near the top, over a text."""
    if not _TO_ALL.match(facts[at].text):
        return True
    long = at + 1 < len(facts) and facts[at + 1].size > SHORT and facts[at + 1].tail in ".:"
    return facts[at].tail == ":" and at <= _TOP and long


_TOP = 6  # units
# "Walter," as the first line of a mail
_BY_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?:(?: and| und| et| y)? [A-ZÀ-Þ][\w'’-]+){0,2},")


def _find_signed_and_dated(facts: list[UnitFacts]) -> dict[int, Role]:
    """Return the name in capitals that a paper ends with, where the place and the day stand under it."""
    last = len(facts) - 1
    if last < _LEAST_SIGNED or not facts[last].text or DATELINE.fullmatch(facts[last].text) is None:
        return {}
    name = facts[last - 1]
    signed = name.text.isupper() and name.unit.kind == "text" and _CAPITALS.fullmatch(name.text)
    return {last - 1: "signature", last: "dateline"} if signed and facts[last - 2].tail in ".!" else {}


_LEAST_SIGNED = 3
_CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){1,4}")


# the line that mail programs put ahead of the mail that is answered
QUOTING = re.compile(
    r"(?:on|am|le|el|il) .{5,120}\b(?:wrote|schrieb|a écrit|escribió|ha scritto)\b.{0,60}:$", re.IGNORECASE
)
_LETTERS_ONLY = re.compile(r"[A-ZÀ-Þ][^\d:;!?]*")


def _is_name(fact: UnitFacts) -> bool:
    return (
        fact.unit.kind == "text"
        and fact.text.count(" ") < _MOST_NAMES
        and fact.tail.isalpha()
        and bool(_LETTERS_ONLY.fullmatch(fact.text))
    )


_MOST_NAMES = 5


def _last_lines(facts: list[UnitFacts], found: dict[int, Role]) -> None:
    """Take the name and office that a letter ends with for its signature, whatever formula stands ahead."""
    begin = len(facts)
    while begin > 1 and len(facts) - begin < _MOST_LAST and _is_name(facts[begin - 1]):
        begin -= 1
        if facts[begin].unit.blank:
            break
    if begin < len(facts) and facts[begin].unit.blank and facts[begin - 1].tail in ".!,":
        for at in range(begin, len(facts)):
            found.setdefault(at, "signature")


_MOST_LAST = 3
# formulas that nothing but a letter has, with a comma behind or not
_REGARDS = re.compile(
    r"\b(?:regards|wishes|grü(?:ß|ss)en?|cordialement|salutations|saludos|saluti|groet(?:en)?)[,.!]?$",
    re.IGNORECASE,
)


def _signature(facts: list[UnitFacts], at: int, found: dict[int, Role]) -> None:
    """A closing formula and the short lines after it, as far as they are followed by nothing longer."""
    after = at + 1
    while after < len(facts) and after - at < 8 and _is_line(facts[after]) and facts[after].tail not in "?:":
        after += 1
    if _ends_with_address(facts, at, after):
        after = len(facts)
    if after < len(facts):  # the text goes on: only the lines right under the formula are its own
        after = next((end for end in range(at + 2, after) if facts[end].unit.blank), after)
    named = after > at + 1 and (
        facts[at].tail in (",", "،", "，") or (_REGARDS.search(facts[at].text) and _is_name(facts[at + 1]))
    )
    if after == len(facts) or named:
        for index in range(at, after):
            found[index] = "signature"


def _ends_with_address(facts: list[UnitFacts], at: int, after: int) -> bool:
    """Tell whether a text ends with who wrote it and how to reach them: lines under a formula."""
    rest = facts[at + 1 :]
    return (
        len(facts) > after > at + 1
        and len(rest) <= _MOST_SIGNED
        and all(fact.unit.kind in ("text", "table", "indented") and fact.tail not in ".?!:" for fact in rest)
        and all(fact.size <= _LONGEST_SIGNED for fact in rest)
        and any(_REACHED.search(fact.text) for fact in rest)
    )


_MOST_SIGNED, _LONGEST_SIGNED = 16, 200  # units, characters
_REACHED = re.compile(
    r"@|\bwww\.|https?://|\b(?:tel(?:efon)?|phone|fon|fax|mobil\w*|tél|m|t)\b\.?:?\s*[+(]?\d", re.IGNORECASE
)


def _address(facts: list[UnitFacts], at: int, found: dict[int, Role]) -> None:
    """Find the lines ahead of a salutation: several are the address, one is a date or a heading."""
    end = at
    while end > 0 and at - end < 16 and _is_line(facts[end - 1]):
        begin = end - 1
        while begin > 0 and not facts[begin].unit.blank and _is_line(facts[begin - 1]):
            begin -= 1
        if any(SPEECH.fullmatch(facts[index].text) for index in range(begin, end)):
            return  # title, speaker and day of a speech, which begins with a salutation too
        dated = {at for at in range(begin, end) if facts[at].text and DATELINE.fullmatch(facts[at].text)}
        for index in range(begin, end):
            if index in dated:
                found[index] = "dateline"
            elif end - begin - len(dated) > 1 or _REFERENCE.match(facts[index].start):
                found.setdefault(index, "address")
        end = begin


# "Account number: 558 201", "Our ref: AB/12", but not the subject of a letter
_REFERENCE = re.compile(r"[^\W\d_][\w.'’ -]{1,30}:\s*[\w./ -]{0,12}\d[\d./ -]*$")


def _is_line(fact: UnitFacts) -> bool:
    return (
        fact.unit.kind in ("text", "indented", "item")
        and fact.size <= SHORT
        and not (fact.tail in ".!?" and fact.size > 40)
    )

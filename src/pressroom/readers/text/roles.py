"""What part a paragraph plays: byline, dateline, salutation, address, signature, note, caption, turn."""

from __future__ import annotations

import re
from collections import Counter

from pressroom.model.document import Role
from pressroom.readers.text.dates import DATE, opens_dated
from pressroom.readers.text.features import Facts
from pressroom.readers.text.lexicon import SPOKEN

HEAD = 8  # units at the top in which a byline or dateline may stand
_SHORT = 80

_NAME = r"(?:[A-ZÀ-Þ][\w.'’-]*|de|van|von|der|den|la|bin|al)"
BYLINE = re.compile(
    r"(?i:by|von|par|por|di|door|text:?|interview:?|authors?:|(?:written|posted|reported|prepared|compiled"
    r"|drafted|interviewed|story|words|report) by)[:\s]\s*"
    rf"(?P<name>[A-ZÀ-Þ][\w.'’-]*(?:(?:, and | and | und | et | y |, | & "
    rf"| ){_NAME}){{0,12}})(?:\s*[,|–—-]\s.{{0,60}})?"
)
_SPOKEN = re.compile(  # who speaks, under the title of a speech
    r"(?:opening |closing |keynote )?(?:speech|remarks|statement|address|lecture|keynote|interview|rede"
    r"|ansprache|grußwort|discours|allocution|discurso|intervención)"
    r"\s+(?:by|with|of|from|von|mit|de|par|del)\b.{3,160}",
    re.IGNORECASE,
)
_PLACE = r"[A-ZÀ-Þ][\w.'’-]+(?:[ ,/]+[A-ZÀ-Þ][\w.'’()-]*){0,5}"
_DATELINE = re.compile(
    rf"(?:(?:published|updated|posted|date|datum|issued|as of"
    rf"|for immediate release)[:\s]*(?:on\s+)?)?(?:{_PLACE}\s*[,:|/–—-]+\s*)?"
    rf"(?:le |den |am |the |el |il |a )?"
    rf"{DATE.pattern}(?:\s*[,|–—-]?\s*(?:at\s+)?\d{{1,2}}[:.]\d{{2}}.{{0,12}})?[.]?",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"(?:dear|hello|hi|hey|greetings|to whom it may concern|sehr geehrte[rs]?|liebe[rs]?|guten tag"
    r"|cher|chère|chers|chères|madame|monsieur"
    r"|estimad[oa]s?|querid[oa]s?|gentile|geachte|beste)\b[^.?]{0,70}[,:!]?",
    re.IGNORECASE,
)
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
    r"|atentamente|saludos(?: cordiales)?|cordiali saluti|met vriendelijke groet(?:en)?)\s*[,.!]?",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:notes?|sources?|quellen?|anmerkung|hinweis|nota|fuente|credit|photo(?:graph)?|picture"
    r"|image)\s*:\s+\S",
    re.IGNORECASE,
)
CAPTION = re.compile(
    r"(?P<label>(?:figure|fig\.|table|tab\.|chart|graph|box|map|exhibit|plate|diagram|abbildung"
    r"|abb\.|tabelle|tableau|graphique|tabla|gráfico|figura|cuadro)"
    r"\s*(?:\d{1,3}(?:[.-]\d{1,3})*[a-z]?|[IVX]{1,5}|[A-Z](?:\.?\d+)?))\s*(?P<sep>[.:|–—-]\s*|$)",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"(?P<who>(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir"
    r"|The)\.?\s)?[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ(][\w.'’)-]*){0,3})\s?(?::|\.?\s[–—-])\s+\S"
)


def roles(facts: list[Facts], heads: set[int], title: int | None, known: dict[int, Role]) -> dict[int, Role]:
    """Return the roles of units that play one, by index; ``heads`` are headings, which play none.

    ``known`` are those of a letter.
    """
    found = {at: role for at, role in known.items() if at not in heads}
    _top(facts, heads, title, found)
    speakers = _speakers(facts, heads)
    for at, fact in enumerate(facts):
        if at in heads or at in found or fact.unit.kind != "text" or not fact.text:
            if at not in heads and at not in found and fact.unit.kind == "text" and speakers:
                _turn(fact.start, speakers, at, found)
            continue
        text = fact.text
        if CAPTION.match(text) and fact.tail != ";" and _is_caption(text):
            found[at] = "caption"
        elif _NOTE.match(text):
            found[at] = "note"
        elif speakers:
            _turn(text, speakers, at, found)
    return found


def _is_caption(text: str) -> bool:
    match = CAPTION.match(text)
    return match is not None and (bool(match["sep"]) or len(text) == match.end())


def _turn(text: str, speakers: frozenset[str], at: int, found: dict[int, Role]) -> None:
    match = _TURN.match(text)
    # one who speaks but once is known by capitals, where the others' names have them as well
    capitals = match is not None and match["who"].isupper() and all(name.isupper() for name in speakers)
    if match and (match["who"] in speakers or capitals):
        found[at] = "turn"


def _speakers(facts: list[Facts], heads: set[int]) -> frozenset[str]:
    """Return the names ahead of a colon that come again: people who speak by turns."""
    names: Counter[str] = Counter()
    for at, fact in enumerate(facts):
        if at not in heads and fact.unit.kind == "text":
            match = _TURN.match(fact.start)
            if match:
                names[match["who"]] += 1
    again = {name for name, count in names.items() if count > 1}
    return frozenset(again) if len(again) > 1 else frozenset()


def _top(facts: list[Facts], heads: set[int], title: int | None, found: dict[int, Role]) -> None:
    """Find byline, dateline and standfirst among the first units."""
    begin = 0 if title is None else title + 1
    first = None
    for at in range(begin, min(begin + HEAD, len(facts))):
        fact = facts[at]
        if at in heads or at in found:
            break
        text = fact.text.rstrip(".")
        if fact.unit.kind != "text" or not text or fact.size > _SHORT * 1.5:
            continue
        if fact.aside and _KEYED.match(fact.start):
            continue  # "Date: …" among the fields of a head
        if fact.tail not in "?!;" and (BYLINE.fullmatch(text) or _SPOKEN.fullmatch(text)):
            found[at] = "byline"
        elif _DATELINE.fullmatch(fact.text):
            found[at] = "dateline"
        if at in found and first is None:
            first = at
    if title is not None and begin not in found and begin < len(facts) and begin not in heads:
        fact = facts[begin]
        dated = first == begin + 1 and 40 < fact.size <= 350
        if fact.unit.kind == "text" and (dated or (fact.size <= 350 and is_standfirst(facts, title))):
            found[begin] = "standfirst"


def is_standfirst(facts: list[Facts], title: int) -> bool:
    """Tell whether the line under a title is its second part: what comes next has a place and a day ahead."""
    if title + 2 >= len(facts):
        return False
    line, below = facts[title + 1 : title + 3]
    if line.number or line.unit.drawn or line.tail in ":?" or line.unit.kind != "text":
        return False
    return line.size >= _SHORTEST_STANDFIRST and (
        opens_dated(below.start) or bool(below.text and _DATELINE.fullmatch(below.text))
    )


_SHORTEST_STANDFIRST = 30
_KICKER = re.compile(
    r"[(\[]?(?:for (?:immediate )?release|(?:press|media|news) (?:release|statement|notice|information)"
    r"|embargo(?:ed)?\b.{0,60}|(?:not )?for publication\b.{0,40}|check against delivery|as delivered"
    r"|pressemitteilung|presseinformation|es gilt das gesprochene wort|seul le prononcé fait foi"
    r"|communiqué(?: de presse)?|comunicado de prensa|comunicato stampa|draft"
    r"|(?:strictly )?confidential|restricted)\s*[)\]]?[:.]?",
    re.IGNORECASE,
)
# the kind of paper, where fields that tell more come next
_PAPER = re.compile(
    r"(?:(?:internal|office|joint) )?(?:memo(?:randum)?|circular|note|vermerk|aktennotiz|note de service"
    r"|nota interna)\s*:?",
    re.IGNORECASE,
)
_KEYED = re.compile(r"[^\W\d_][\w()/&'’. -]{0,38}?:\s")
_ENDS = re.compile(r"[-–—*#~\s]*(?:ends?|ende|fin|30)[-–—*#~.\s]*|#{3,5}", re.IGNORECASE)


def kickers(facts: list[Facts]) -> set[int]:
    """Return the lines at the top that say what sort of paper this is, ahead of its title or under it."""
    found = set()
    for at, fact in enumerate(facts[:3]):
        below = facts[at + 1] if at + 1 < len(facts) else None
        paper = below is not None and _PAPER.fullmatch(fact.text) and _KEYED.match(below.start)
        if fact.unit.kind == "text" and (paper or _KICKER.fullmatch(fact.text)):
            found.add(at)
        elif at:  # the first line may be the title, with the sort of paper under it
            break
    return found if len(facts) > len(found) else set()


def speakers(facts: list[Facts]) -> set[int]:
    """Return the lines under a title that say who speaks there, with the line of place and day after them."""
    found = {at for at, fact in enumerate(facts[:5]) if at and _SPOKEN.fullmatch(fact.text)}
    after = {at + 1 for at in found if at + 1 < len(facts) and _DATELINE.fullmatch(facts[at + 1].text)}
    return found | after


def spoken(facts: list[Facts]) -> set[int]:
    """Return the lines that two people say by turns: "MUSEUM: And then?", "BENNING: Then we see."."""
    found: set[int] = set()
    before = None
    for at, fact in enumerate(facts):
        turn = SPOKEN.match(fact.start) if fact.unit.kind == "text" else None
        if turn and before and turn["who"] != before["who"]:
            found.update((at - 1, at))
        elif fact.tail == ":" and _QUOTING.match(fact.start):
            found.add(at)
        before = turn
    return found


def ends(facts: list[Facts]) -> dict[int, Role]:
    """Return the line that says that a release ends there ("ENDS", "###"), and who wrote it as the last."""
    found: dict[int, Role] = {
        at: "note"
        for at, fact in enumerate(facts)
        if at and fact.unit.kind == "text" and fact.size <= 12 and _ENDS.fullmatch(fact.text)
    }
    last = len(facts) - 1
    if last > 1 and facts[last].size <= _SHORT and BYLINE.fullmatch(facts[last].text.rstrip(".")):
        found[last] = "byline"
    return found


def letter(facts: list[Facts]) -> dict[int, Role]:
    """Return what only a letter has: salutation and the lines ahead of it, closing and the lines after it.

    None of them is a heading, short as they are, so this is asked first.
    """
    found: dict[int, Role] = {}
    for at, fact in enumerate(facts):
        if fact.unit.kind != "text" or not fact.text or fact.size > _SHORT:
            continue
        if _CLOSING.fullmatch(fact.text):
            _signature(facts, at, found)
        elif _SALUTATION.fullmatch(fact.text) and fact.text[-1] in ",:!":
            found[at] = "salutation"
            _address(facts, at, found)
        elif at and _QUOTING.match(fact.start) and _is_name(facts[at - 1]):
            found[at - 1] = "signature"
    if "salutation" in found.values():
        _last_lines(facts, found)
    return found


# the line that mail programs put ahead of the mail that is answered
_QUOTING = re.compile(
    r"(?:on|am|le|el|il) .{5,120}\b(?:wrote|schrieb|a écrit|escribió|ha scritto)\b.{0,60}:$", re.IGNORECASE
)
_LETTERS_ONLY = re.compile(r"[A-ZÀ-Þ][^\d:;!?]*")


def _is_name(fact: Facts) -> bool:
    return (
        fact.unit.kind == "text"
        and fact.text.count(" ") < _MOST_NAMES
        and fact.tail.isalpha()
        and bool(_LETTERS_ONLY.fullmatch(fact.text))
    )


_MOST_NAMES = 5


def _last_lines(facts: list[Facts], found: dict[int, Role]) -> None:
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


def _signature(facts: list[Facts], at: int, found: dict[int, Role]) -> None:
    """A closing formula and the short lines after it, as far as they are followed by nothing longer."""
    after = at + 1
    while after < len(facts) and after - at < 8 and _is_line(facts[after]) and facts[after].tail not in "?:":
        after += 1
    if after < len(facts):  # the text goes on: only the lines right under the formula are its own
        after = next((end for end in range(at + 2, after) if facts[end].unit.blank), after)
    if after == len(facts) or (after > at + 1 and facts[at].tail == ","):
        for index in range(at, after):
            found[index] = "signature"


def _address(facts: list[Facts], at: int, found: dict[int, Role]) -> None:
    """Lines together ahead of a salutation are who writes and to whom; one alone is a date, or a "
    "heading.
    """
    end = at
    while end > 0 and at - end < 16 and _is_line(facts[end - 1]):
        begin = end - 1
        while begin > 0 and not facts[begin].unit.blank and _is_line(facts[begin - 1]):
            begin -= 1
        if any(_SPOKEN.fullmatch(facts[index].text) for index in range(begin, end)):
            return  # title, speaker and day of a speech, which begins with a salutation too
        dated = {at for at in range(begin, end) if facts[at].text and _DATELINE.fullmatch(facts[at].text)}
        for index in range(begin, end):
            if index in dated:
                found[index] = "dateline"
            elif end - begin - len(dated) > 1 or _REFERENCE.match(facts[index].start):
                found.setdefault(index, "address")
        end = begin


# "Account number: 558 201", "Our ref: AB/12", but not the subject of a letter
_REFERENCE = re.compile(r"[^\W\d_][\w.'’ -]{1,30}:\s*[\w./ -]{0,12}\d[\d./ -]*$")


def _is_line(fact: Facts) -> bool:
    return (
        fact.unit.kind in ("text", "indented", "item")
        and fact.size <= _SHORT
        and not (fact.tail in ".!?" and fact.size > 40)
    )

# ruff: noqa: E501 - patterns read better unbroken
"""What part a paragraph plays: byline, dateline, salutation, address, signature, note, caption, turn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping

from pressroom.model.document import Role
from pressroom.readers.common.head.dates import DATE, opens_with_date
from pressroom.readers.common.head.embargo import is_embargo_line, tells_time
from pressroom.readers.common.head.lines import is_issuer, is_rubric, read_head_line
from pressroom.readers.common.head.mail_fields import is_mail_field
from pressroom.readers.common.head.words import CONTACT, ENDING, ISSUER
from pressroom.readers.text.roles.patterns import BYLINE, CREDIT, DATELINE, KEYED, PUBLISHED, SHORT, SPEECH
from pressroom.readers.text.roles.speakers import find_initials
from pressroom.readers.text.units.facts import UnitFacts
from pressroom.readers.text.units.fields import FIELD, split_key

HEAD = 8  # units at the top in which a byline or dateline may stand
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


def assign_roles(
    facts: list[UnitFacts], heads: set[int], title: int | None, known: dict[int, Role]
) -> dict[int, Role]:
    """Return the roles of units that play one, by index; ``heads`` are headings, which play none.

    ``known`` are those of a letter.
    """
    found = {at: role for at, role in known.items() if at not in heads}
    _top(facts, heads, title, found)
    labels = _labels(facts)
    speakers = _speakers(facts, heads | labels)
    for at, fact in enumerate(facts):
        if at in heads or at in found or at in labels or fact.unit.kind != "text":
            continue
        if not fact.text:
            if speakers:
                _turn(fact.start, speakers, at, found)
            continue
        text = fact.text
        if CAPTION.match(text) and fact.tail != ";" and _is_caption(text):
            found[at] = "caption"
        elif _NOTE.match(text):
            if speakers or not _is_among_fields(facts, at):
                found[at] = "note"
        elif speakers:
            _turn(text, speakers, at, found)
    return found


def _is_among_fields(facts: list[UnitFacts], at: int) -> bool:
    """Tell whether "Source: …" is one field of several on lines right above or below it, and no note."""
    count = 0
    for step in (-1, 1):
        here = at
        while 0 <= here + step < len(facts) and not facts[max(here, here + step)].unit.blank:
            here += step
            text = facts[here].text
            if facts[here].unit.kind != "text" or not FIELD.match(text) or CAPTION.match(text):
                break
            count += not _NOTE.match(text)
    return count >= _LEAST_FIELDS


_LEAST_FIELDS = 2  # beside one that may be a note


def _labels(facts: list[UnitFacts]) -> frozenset[int]:
    """Return the paragraphs of minutes that say ahead what they are, "ACTION: …", as nobody speaks there."""
    found = {
        at: label["what"].lower() for at, fact in enumerate(facts) if (label := _LABEL.match(fact.start))
    }
    return frozenset(found) if len(found) > 2 and len(set(found.values())) > 1 else frozenset()


_LABEL = re.compile(
    r"(?P<what>notes?|actions?(?: items?)?|motion|decisions?|resolved|votes?|follow-?up)\s?:", re.IGNORECASE
)


def _is_caption(text: str) -> bool:
    match = CAPTION.match(text)
    return match is not None and (bool(match["sep"]) or len(text) == match.end())


def _turn(text: str, speakers: frozenset[str], at: int, found: dict[int, Role]) -> None:
    match = _TURN.match(text)
    # one who speaks but once is known by capitals, where the others' names have them as well
    capitals = match is not None and match["who"].isupper() and all(name.isupper() for name in speakers)
    if match and (match["who"] in speakers or capitals or find_initials(text, speakers)):
        found[at] = "turn"


def _speakers(facts: list[UnitFacts], heads: Collection[int]) -> frozenset[str]:
    """Return the names ahead of a colon that come again: people who speak by turns."""
    names: Counter[str] = Counter()
    for at, fact in enumerate(facts):
        if at not in heads and fact.unit.kind == "text":
            match = None if is_mail_field(fact.start) else _TURN.match(fact.start)
            if match:
                names[match["who"]] += 1
    again = {name for name, count in names.items() if count > 1}
    return frozenset(again) if len(again) > 1 else frozenset()


def _top(facts: list[UnitFacts], heads: set[int], title: int | None, found: dict[int, Role]) -> None:
    """Find byline, dateline and standfirst among the first units."""
    begin = 0 if title is None else title + 1
    first = None
    for at in range(begin, min(begin + HEAD, len(facts))):
        fact = facts[at]
        if at in heads or at in found:
            break
        text = fact.text.rstrip(".")
        if fact.unit.kind != "text" or not text or fact.size > SHORT * 1.5:
            continue
        if fact.aside and KEYED.match(fact.start) and not PUBLISHED.match(fact.text):
            continue  # "Date: …" among the fields of a head
        if fact.tail not in "?!;" and (BYLINE.fullmatch(text) or SPEECH.fullmatch(text)):
            found[at] = "byline"
        elif DATELINE.fullmatch(fact.text) and not _NAMED_PAPER.match(fact.text):
            found[at] = "dateline"
        if at in found and first is None:
            first = at
    if title is not None and begin not in found and begin < len(facts) and begin not in heads:
        fact = facts[begin]
        dated = first == begin + 1 and 40 < fact.size <= 350
        if fact.unit.kind == "text" and (dated or (fact.size <= 350 and is_standfirst(facts, title))):
            found[begin] = "standfirst"


# "Weekly Bulletin: 4 May 2026" is what a paper is called
_NAMED_PAPER = re.compile(
    r"(?!(?i:published|updated|posted|last|for immediate|as of))[A-ZÀ-Þ][\w'’-]* [^:]{2,60}:(?!\d\d)"
)


def is_standfirst(facts: list[UnitFacts], title: int) -> bool:
    """Tell whether the line under a title is its second part: what comes next has a place and a day ahead, or
    is a block of "Key: value" lines.
    """
    if title + 2 >= len(facts):
        return False
    line, below = facts[title + 1 : title + 3]
    if line.number or line.unit.drawn or line.tail in ":?" or line.unit.kind != "text":
        return False
    return line.size >= _SHORTEST_STANDFIRST and (
        opens_with_date(below.start)
        or bool(below.text and DATELINE.fullmatch(below.text))
        or _opens_fields(facts, title + 2)
    )


def _opens_fields(facts: list[UnitFacts], at: int) -> bool:
    """Tell whether a block of "Key: value" lines begins here, each of them short, and none a turn of speech."""
    fields = _list_fields(facts, at) if facts[at].unit.blank and KEYED.match(facts[at].start) else []
    return len(fields) >= _LEAST_FIELDS and all(
        each.unit.kind == "text" and 0 < each.size <= SHORT for each in fields
    )


_SHORTEST_STANDFIRST = 30
_MARKING = re.compile(r"[(\[]?(?:draft|(?:strictly )?confidential|restricted)\s*[)\]]?[:.]?", re.IGNORECASE)
_LONGEST_HEAD = 9  # units
# the kind of paper, where fields that tell more come next
_PAPER = re.compile(
    r"(?:(?:internal|office|joint) )?(?:memo(?:randum)?|circular|note|vermerk|aktennotiz|note de service"
    r"|nota interna|nota di servizio|promemoria|nota de serviço|memorando|memorándum|notitie"
    r"|notatka(?: służbowa)?|(?:службова|доповідна) записка|مذكرة(?: داخلية)?|מזכר|备忘录|備忘錄|(?:社内)?メモ"
    r"|메모|업무 ?연락)\s*[:：]?",
    re.IGNORECASE,
)


def find_kickers(facts: list[UnitFacts]) -> dict[int, Role]:
    """Return the lines at the top that say what sort of paper this is, ahead of its title or under it.

    Beside a line that announces a paper stand others that say of it only there: who issues it, its day, whom
    to ask.
    """
    found: dict[int, Role] = {}
    beside: dict[int, Role] = {}
    announced = False
    for at, fact in enumerate(facts[:_LONGEST_HEAD]):
        below = facts[at + 1] if at + 1 < len(facts) else None
        head = read_head_line(fact.text) if fact.unit.kind in ("text", "indented") else None
        role = _find_role_beside(facts, at)
        if head is not None or _MARKING.fullmatch(fact.text):
            found[at] = "dateline" if head and head.day and not head.kind else "note"
            announced = announced or (head is not None and head.announces)
        elif below is not None and _PAPER.fullmatch(fact.text) and KEYED.match(below.start):
            found[at] = "note"
        elif role:
            beside[at] = role
        elif at:  # the first line may be the title, with the sort of paper under it
            break
    last = max(found, default=-1)
    if announced:
        found |= {at: role for at, role in beside.items() if at < last or _is_led(at, last, beside)}
    return found if len(facts) > len(found) else {}


def _is_led(at: int, last: int, beside: Mapping[int, Role]) -> bool:
    """Tell whether nothing but such lines stands between the last one that announces and this one."""
    return beside[at] != "note" and all(each in beside for each in range(last + 1, at))


def _find_role_beside(facts: list[UnitFacts], at: int) -> Role | None:
    """Return the role that a line has only in a head: an office, a day, a contact."""
    fact = facts[at]
    if fact.unit.kind not in ("text", "indented") or not 0 < fact.size <= SHORT * 1.5:
        return None
    if KEYED.match(fact.start) and not all(_is_own_field(each) for each in _list_fields(facts, at)):
        return None  # one of a table of fields
    if DATELINE.fullmatch(fact.text) and not _NAMED_PAPER.match(fact.text):
        return "dateline"
    key, _, value = split_key(fact.text)
    if value and CONTACT.fullmatch(key.strip()):
        return "address"
    return "note" if fact.tail not in ".:;,?!" and (is_issuer(fact.text) or is_rubric(fact.text)) else None


def _is_own_field(fact: UnitFacts) -> bool:
    key = split_key(fact.text)[0].strip()
    return (
        read_head_line(fact.text) is not None
        or DATELINE.fullmatch(fact.text) is not None
        or CONTACT.fullmatch(key) is not None
    )


def _list_fields(facts: list[UnitFacts], at: int) -> list[UnitFacts]:
    """Return the "Key: value" lines that stand together with one, itself among them."""
    first = last = at
    while first and not facts[first].unit.blank and KEYED.match(facts[first - 1].start):
        first -= 1
    while last + 1 < len(facts) and not facts[last + 1].unit.blank and KEYED.match(facts[last + 1].start):
        last += 1
    return facts[first : last + 1]


def find_embargoes(facts: list[UnitFacts]) -> set[int]:
    """Return the lines that say an embargo, wherever they stand; none of them is a heading."""
    return {
        at
        for at, fact in enumerate(facts)
        if fact.unit.kind == "text" and is_embargo_line(fact.text) and tells_time(fact.text)
    }


def find_first_day(facts: list[UnitFacts]) -> dict[int, Role]:
    """Return the first line where it says no more than the day, above a line that can be the title."""
    if len(facts) < _LEAST_DATED or not facts[0].text or _DAY.fullmatch(facts[0].text) is None:
        return {}
    below = facts[1]
    title = below.unit.kind == "text" and below.size <= SHORT * 1.5 and below.tail not in ".:;,"
    return {0: "dateline"} if title else {}


# "4 May 2026", "Hull, 4 May 2026"; what stands ahead of a comma may be a title: "Minutes, 4 May 2026"
_DAY = re.compile(
    rf"(?:(?!(?i:minutes|agenda|notes|report|update|news|protokoll))[A-ZÀ-Þ][\w'’-]+, )?"
    rf"(?:(?:the|le|den|am|el|il) )?(?i:{DATE.pattern})\.?"
)
_LEAST_DATED = 3  # units: the day, the title, and a text


def find_day_below(facts: list[UnitFacts]) -> dict[int, Role]:
    """Return the line of office and day right under a title, over a text: "Statistics Office, 4 May 2026".

    Where other lines of the text are days as well, each heads what happened on it.
    """
    if len(facts) < _LEAST_DATED:
        return {}
    if not _is_day(facts[1]):
        return _find_day_of_place(facts)
    over = facts[2].unit.kind == "text" and facts[2].size > SHORT and facts[2].tail in ".!?"
    over = over or _HOUR.search(facts[1].text) is not None  # a meeting's day, with nobody's words below yet
    return {1: "dateline"} if over and sum(map(_is_day, facts)) == 1 else {}


def _find_day_of_place(facts: list[UnitFacts]) -> dict[int, Role]:
    """Return the one line of place and day further below the title, over the text: "Hull, 4 May 2026"."""
    days = [at for at, fact in enumerate(facts) if _is_day(fact)]
    if len(days) != 1 or not 1 < days[0] < min(HEAD, len(facts) - 1):
        return {}
    below = facts[days[0] + 1]
    sentence = below.unit.kind == "text" and below.size > SHORT // 2 and below.tail in ".!?"
    return {days[0]: "dateline"} if sentence and _PLACED_DAY.fullmatch(facts[days[0]].text) else {}


_PLACED_DAY = re.compile(rf"[A-ZÀ-Þ][\w'’ -]{{1,30}}, (?:(?:the|le|den|am|el) )?(?i:{DATE.pattern})\.?")
_HOUR = re.compile(r"\b\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?|uhr|h)?$", re.IGNORECASE)


def _is_day(fact: UnitFacts) -> bool:
    if fact.unit.kind != "text" or not 0 < len(fact.text) <= SHORT or _NAMED_PAPER.match(fact.text):
        return False
    return DATELINE.fullmatch(fact.text) is not None


_REACHED = re.compile(r"\d{3}|@|\bwww\.")


def find_contacts(facts: list[UnitFacts]) -> dict[int, Role]:
    """Return the lines of name, number and address under a line such as "Media contact:", with that line.

    Without a colon, or with a blank line under it, that line may be a heading.
    """
    found: dict[int, Role] = {at: "address" for at, fact in enumerate(facts) if _is_contact(fact)}
    for at, fact in enumerate(facts[:-1]):
        if at in found or fact.unit.kind != "text" or not CONTACT.fullmatch(fact.text):
            continue
        below = at + 1
        end = below + 1
        while end < len(facts) and not facts[end].unit.blank and facts[end].size <= SHORT:
            end += 1
        lines = range(below, end)
        if facts[below].size > SHORT or any(
            facts[each].unit.kind not in ("text", "indented") for each in lines
        ):
            continue
        if not any(_REACHED.search(facts[each].text) for each in lines):
            continue  # no number and no address: prose
        if fact.tail == ":" and not facts[below].unit.blank:
            found.update(dict.fromkeys((at, *lines), "address"))
        elif len(lines) > 1:
            found.update(dict.fromkeys(lines, "address"))
    return found


def _is_contact(fact: UnitFacts) -> bool:
    """Tell whether a line is all of a contact: "Media contact: Jan Weiss, 0555 123 456"."""
    key, colon, value = fact.text.partition(":")
    return bool(
        colon
        and fact.unit.kind == "text"
        and fact.size <= SHORT * 1.5
        and CONTACT.fullmatch(key.strip())
        and _REACHED.search(value)
    )


def find_closing_block(facts: list[UnitFacts]) -> dict[int, Role]:
    """Return the lines that a paper ends with after its text: who issues it, and how to reach them.

    Short lines alone do not make it: the first names an office, and one of them has a number or an address.
    """
    begin = len(facts)
    while begin and _is_closing_line(facts[begin - 1]):
        begin -= 1
    offices = [at for at in range(begin, len(facts)) if _is_office(facts[at].text)]
    if not begin or not offices or facts[offices[0] - 1].tail not in '.!)»”"':
        return {}
    block = range(offices[0], len(facts))
    if len(block) < _LEAST_CLOSING or not any(_REACHED.search(facts[at].text) for at in block):
        return {}
    return dict.fromkeys(block, "address")


def _is_office(text: str) -> bool:
    return ISSUER.fullmatch(_SHORT_FORM.sub("", " ".join(text.split()))) is not None


def _is_closing_line(fact: UnitFacts) -> bool:
    sentence = fact.tail in ".!?" and fact.size > SHORT // 2
    return fact.unit.kind in ("text", "indented") and bool(fact.text) and fact.size <= SHORT and not sentence


_LEAST_CLOSING = 3  # lines
_SHORT_FORM = re.compile(r"(?:,\s*|\s*\()[^\W\d_]{2,8}\)?$")  # "…, SDC", "… (seco)"


def find_credits(facts: list[UnitFacts]) -> dict[int, Role]:
    """Return the lines that say who wrote the text or took its pictures.

    News pages have the name of a correspondent on one line and the office on the next.
    """
    found: dict[int, Role] = {}
    for at, fact in enumerate(facts):
        credit = CREDIT.fullmatch(fact.text) if fact.unit.kind == "text" and fact.size <= SHORT else None
        if credit:
            found[at] = "byline" if credit["words"] else "note"
        elif (
            0 < at < HEAD
            and fact.unit.kind == "text"
            and not fact.unit.blank
            and _OFFICE.fullmatch(fact.text)
            and _WRITER.fullmatch(facts[at - 1].text)
        ):
            found |= {at - 1: "byline", at: "byline"}
    return found


_WRITER = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,3}(?:(?: and | und | & |, )[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,3})*"
)
_OFFICE = re.compile(
    r"(?:[\w&'’, -]{2,40} )?(?:correspondent|reporter|editor|journalist|columnist|redakteur(?:in)?|korrespondent(?:in)?"
    r"|journaliste|correspondante?|redactor|redactora|corresponsal)(?:,? (?:in|for|at|für|à|en) [\w .'’-]{2,40})?",
    re.IGNORECASE,
)


def find_endings(facts: list[UnitFacts]) -> dict[int, Role]:
    """Return the line that says that a release ends there ("ENDS", "###"), and who wrote it as the last."""
    found: dict[int, Role] = {
        at: "note"
        for at, fact in enumerate(facts)
        if at and fact.unit.kind == "text" and fact.size <= 12 and ENDING.fullmatch(fact.text)
    }
    last = len(facts) - 1
    if last > 1 and facts[last].size <= SHORT and BYLINE.fullmatch(facts[last].text.rstrip(".")):
        found[last] = "byline"
    return found

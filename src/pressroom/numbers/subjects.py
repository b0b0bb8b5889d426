"""What is counted, who says so, and for which time: the words round a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressroom.numbers.languages import language

_GAP = re.compile(r"[ \u00a0\u202f-]")
_WORD = re.compile(r"[^\W\d_][\w’'-]*(?:-[\w’']+)*")
_PARTICIPLE = re.compile(
    r"\s+(?:(?:have|has|had|were|was|are|is|being|been|be|will be|to be|have been|has been|had been)\s+)*"
    r"(?P<words>(?:(?!(?:stay|remain|seem|appear|want|need|agree|liv|work|start|happen|occurr|report|receiv|pass|end|head|turn|call)ed\b)\w+ed|hidden|taken|given|broken|stolen|driven|shown|known|grown|blown|thrown|hurt|dead|killed|lost|held|born|put|cut|shut|sold|built|made|found|left|sent)"
    r"(?:\s+(?:or|and)\s+(?:\w+ed|missing|hurt|dead))?)\b"
)
_CARRYING = re.compile(
    r"\s+(?P<words>(?:carrying|bearing|living|working|seeking|laden with)\s+\w+|aged\s+\d+(?:[–-]\d+|\s(?:and|or)\s(?:over|older|above|under))?)\b"
)
_DURATION = re.compile(
    r"\b(?:(?:over|in|during|for|within|throughout|since|between|by|until|through)\s+(?:the\s+)?(?:(?:past|last|next|first|previous|same|coming)\s+)"
    r"(?:\w+\s+){0,2}(?:days?|weeks?|months?|years?|decades?|quarters?|hours?)|since\s+(?:early |late |mid-)?(?:[A-Z]\w+|\d{4})(?:\s\d{4})?|"
    r"(?:this|last|next)\s+(?:year|month|week|quarter|summer|winter|spring|autumn|[A-Z]\w+)|in\s+(?:\d{4}|[A-Z]\w+ \d{4}))\b"
)
_ACCORDING = re.compile(r"\baccording to\s+(?P<who>[^,.;\n]{3,90})", re.IGNORECASE)
_SAID = re.compile(
    r"(?P<who>(?:[Tt]he\s+)?(?:[A-Z][\w’'&.-]*\s+(?:of\s+(?:the\s+)?|for\s+|and\s+)?){1,6}|[Pp]olice|[Oo]fficials|[Rr]esearchers|[Ss]cientists|[Aa]nalysts)"
    r"\s*(?:said|says|reported|reports|estimated|estimates|announced|found|warned|stated|confirmed|noted)\b"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is counted: the head noun in the singular, and the phrase with its modifiers and participle."""

    noun: str
    phrase: str


def singular(word: str) -> str:
    """Return the singular of an English noun, as far as its ending shows it."""
    lower = word.lower()
    irregular = {
        "people": "people",
        "children": "child",
        "men": "man",
        "women": "woman",
        "feet": "foot",
        "lives": "life",
        "dead": "dead",
        "police": "police",
        "mice": "mouse",
        "homes": "home",
        "wives": "wife",
        "series": "series",
        "species": "species",
    }
    if lower in irregular:
        return irregular[lower]
    if lower.endswith("ies") and len(lower) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ss|x|ch|sh|z)es$", lower):
        return word[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def subject_after(text: str, end: int, limit: int, lang: str) -> Subject | None:
    """Return what stands behind a number as the thing counted, None where nothing is."""
    stop = language(lang).stop
    words: list[str] = []
    at = end
    last = end
    of_seen = False
    while at < limit and len(words) < 7:
        gap = _GAP.match(text, at)
        if not gap and words:
            break
        match = _WORD.match(text, gap.end() if gap else at)
        if not match:
            break
        word = match.group()
        lower = word.lower()
        if lower == "of" and not words and not of_seen:
            of_seen = True
            at = match.end()
            continue
        if lower == "the" and of_seen and not words:
            at = match.end()
            continue
        if lower in stop or (words and _is_verb(lower, words)):
            break
        words.append(word)
        at = last = match.end()
        plural = lower.endswith("s") and not lower.endswith(("ss", "us", "is", "ous"))
        if (plural or lower in _PLURALS) and word[0].islower():
            break
    while words and (words[-1].lower().endswith("ly") or words[-1].lower() in _NEVER_LAST):
        words.pop()
        last = text.rfind(words[-1], end, last) + len(words[-1]) if words else end
    if not words:
        return None
    return _whole(words, text, last, limit, lang)


def _whole(words: list[str], text: str, last: int, limit: int, lang: str) -> Subject:
    """Add to the words of a noun phrase the second state or the participle that stands behind them."""
    state = _STATE.match(text, last) if words[-1].lower() in _STATES else None
    if state and state.end() <= limit:
        words.append(state["more"])
        return Subject(" ".join(words).lower(), " ".join(words))
    noun = singular(words[-1]) if lang.startswith("en") else words[-1]
    phrase = " ".join(words)
    for more in (_CARRYING.match(text, last), _PARTICIPLE.match(text, last)):
        if more and more.end() <= limit:
            return Subject(noun.lower() if not noun.isupper() else noun, f"{phrase} {more['words']}")
    return Subject(noun.lower() if not noun.isupper() else noun, phrase)


# what befell people stands for them, and two such words name one count: "85 dead or missing"
_STATES = frozenset({"dead", "missing", "injured", "wounded", "killed", "hurt"})
_STATE = re.compile(r" (?P<more>(?:or|and) (?:dead|missing|injured|wounded|killed|hurt))\b")

_PLURALS = frozenset(("people", "children", "men", "women", "troops", "police"))
_NEVER_LAST = {"new", "separate", "other", "different", "total", "additional", "extra", "further", "such"}
_VERBS = {
    "risen",
    "fallen",
    "grown",
    "gone",
    "come",
    "been",
    "shrunk",
    "depend",
    "rely",
    "went",
    "came",
    "took",
    "made",
    "left",
    "gave",
    "got",
    "won",
    "lost",
    "fell",
    "rose",
    "grew",
    "ran",
    "sat",
    "stood",
    "died",
    "live",
    "lives",
    "work",
    "works",
    "want",
    "wants",
    "need",
    "needs",
    "remain",
    "remains",
    "say",
    "says",
    "think",
    "hold",
    "holds",
    "make",
    "makes",
    "take",
    "takes",
    "use",
    "uses",
    "get",
    "gets",
    "go",
    "goes",
    "comes",
    "apply",
    "applies",
    "voted",
    "vote",
    "agreed",
    "thought",
    "said",
    "told",
    "knew",
    "felt",
    "kept",
}


def _is_verb(word: str, words: list[str]) -> bool:
    return word in _VERBS or (word.endswith("ed") and len(word) > 4 and words[-1].lower().endswith("s"))


_BEFORE = re.compile(
    r"(?:^|[\s(])(?P<noun>[a-z]{4,})(?:\s+(?:was|were|is|are|had|has|have|be|been|passed|topped|exceeded|of|at|by|to|stood|reached|totalled|totaled|hit|fell|rose|grew|dropped|climbed|came|from|increased|decreased|cost|costs|around|about))+\s*$"
)


def subject_before(text: str, begin: int, start: int) -> Subject | None:
    """Return what stands ahead of a number as the thing measured ("membership dropped from")."""
    match = _BEFORE.search(text, max(begin, start - 80), start)
    if not match or match["noun"] in _VERBS or match["noun"].endswith("ed"):
        return None
    noun = singular(match["noun"])
    # a plural is counted ("cases passed 5,000"); a singular is measured and names no unit ("membership fell to")
    return Subject(noun if noun != match["noun"] else "", match["noun"])


def attribution(text: str, begin: int, end: int) -> str:
    """Return who a sentence gives as its source, in its words; "" for none."""
    match = _ACCORDING.search(text, begin, end) or _SAID.search(text, begin, end)
    if not match:
        return ""
    who = match["who"].strip().rstrip(",")
    ahead = text[max(begin, match.start("who") - 4) : match.start("who")]
    if who.split()[0].lower() in language("en").months and re.search(r"\d\s*$", ahead):
        return ""  # "the survey of 12 February found"
    return re.sub(r"^(?:a|an|the)\s", "", who, flags=re.IGNORECASE)


def period(text: str, begin: int, end: int) -> str:
    """Return the time that a sentence gives for its number, in its words; "" for none."""
    match = _DURATION.search(text, begin, end)
    return match.group() if match else ""

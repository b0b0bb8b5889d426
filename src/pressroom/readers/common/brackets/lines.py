"""What a line in brackets asks for: "[new page]", "[box: Who was asked]", "[marking: CONFIDENTIAL]"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pressroom.language.scripts import WITHOUT_BLANKS
from pressroom.readers.common.brackets.words import list_words

BracketKind = Literal["page", "landscape", "box", "marking", "end"]
# the kinds of callouts by their words in all languages that reports have words in
_CALLOUTS = {
    "note": "note|hinweis|nota|opmerking|uwaga|примітка|ملاحظة|הערה|说明|說明|注記|참고",
    "tip": "tip|tipp|conseil|consejo|suggerimento|dica|wskazówka|порада|نصيحة|עצה|提示|ヒント|도움말",
    "important": "important|wichtig|importante|belangrijk|ważne|важливо|مهم|חשוב|重要|중요",
    "warning": "warning|warnung|avertissement|advertencia|avvertenza|aviso|waarschuwing"
    "|ostrzeżenie|попередження|تحذير|אזהרה|警告|경고",
    "caution": "caution|vorsicht|attention|precaución|attenzione|atenção|let op"
    "|przestroga|обережно|تنبيه|זהירות|注意|주의",
}
CALLOUTS = {word: name for name, held in _CALLOUTS.items() for word in held.split("|")}
PLAIN = "box"  # a box that is none of these

_LINE = re.compile(r"\[\s*(?P<key>[^:：\[\]|\n]{1,40}?)\s*(?:[:：]\s*(?P<words>[^\[\]\n]*?)\s*)?\]")


def _join(name: str) -> str:
    """Return a pattern of the words that any language has for a thing."""
    return "|".join(map(re.escape, list_words(name)))


_KINDS: Mapping[str, tuple[BracketKind, str]] = {
    **dict.fromkeys(list_words("page"), ("page", "")),
    **dict.fromkeys(list_words("landscape"), ("landscape", "")),
    **dict.fromkeys(list_words("marking"), ("marking", "")),
    **{word: ("box", name) for word, name in CALLOUTS.items()},
    **dict.fromkeys(list_words("box"), ("box", PLAIN)),
    # upright pages are what is left once the landscape ones end
    **dict.fromkeys(list_words("portrait"), ("end", "landscape")),
}
_MARKING = re.compile(rf"(?i:{_join('marking')})\s*[:：]\s*(?P<words>\S.{{1,60}})")
_END = re.compile(
    rf"/\s*(?P<closed>.*)"
    rf"|(?:{_join('end')})(?:\b|(?<=['’{WITHOUT_BLANKS}]))\s*(?P<ahead>.*)"
    rf"|(?P<behind>.+?)\s*(?:{_join('end_behind')})"
)


@dataclass(frozen=True, slots=True)
class BracketLine:
    """What a line in brackets asks for.

    ``name`` is the kind of a box ("tip"), or of what ends ("landscape", "box", "" for whatever is open);
    ``words`` stand behind the colon and begin at ``at`` of the line.
    """

    kind: BracketKind
    name: str = ""
    words: str = ""
    at: int = 0


def read_bracket_line(text: str) -> BracketLine | None:
    """Return what a line in brackets asks for, None for any other line."""
    found = _LINE.fullmatch(text) if text.startswith("[") else None
    if found is None:
        return None
    key, said = found["key"].casefold(), found["words"] or ""
    ends = _END.fullmatch(key)
    if ends and not said:
        return _read_end(ends["closed"] or ends["ahead"] or ends["behind"] or "")
    kind = _read_key(key)
    needed = kind is not None and kind.kind == "marking"
    if kind is None or (needed and not said) or (said and kind.kind in ("page", "landscape")):
        return None
    if kind.kind == "end":
        return None if said else kind
    return BracketLine(kind.kind, kind.name, said, found.start("words") if said else 0)


def read_marking(text: str) -> str:
    """Return the marking that a line says in capitals ("Marking: SECRET"), "" for any other line."""
    found = _MARKING.fullmatch(text)
    return found["words"] if found and found["words"].isupper() else ""


def _read_end(of: str) -> BracketLine | None:
    if not of:
        return BracketLine("end")
    ended = _read_key(of)
    return BracketLine("end", "landscape" if ended.kind == "landscape" else PLAIN) if ended else None


def _read_key(key: str) -> BracketLine | None:
    found = _KINDS.get(key)
    return BracketLine(*found) if found else None

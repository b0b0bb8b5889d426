"""What a line in brackets asks for: "[new page]", "[box: Who was asked]", "[marking: CONFIDENTIAL]"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

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

_LINE = re.compile(r"\[\s*(?P<key>[^:：\[\]|\n]{2,40}?)\s*(?:[:：]\s*(?P<words>[^\[\]\n]*?)\s*)?\]")
_KEYS: dict[BracketKind, str] = {
    "page": "new page|page break|neue seite|seitenumbruch|nouvelle page|saut de page|nueva página"
    "|salto de página",
    "landscape": "landscape|querformat|paysage|apaisado",
    "marking": "marking|classification|einstufung|marquage|clasificación",
}
_MARKING = re.compile(rf"(?i:{_KEYS['marking']})\s*:\s*(?P<words>\S.{{1,60}})")
_BOXES = "box|kasten|encadré|recuadro"
_UPRIGHT = "portrait|hochformat|vertical"
_END = re.compile(r"(?:/|(?:end of|end|ende|fin de|fin del|fin)\b\s*)(?P<of>.*)")


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
        return _read_end(ends["of"])
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
    for kind, keys in _KEYS.items():
        if key in keys.split("|"):
            return BracketLine(kind)
    if key in _BOXES.split("|"):
        return BracketLine("box", PLAIN)
    if key in _UPRIGHT.split("|"):
        return BracketLine("end", "landscape")
    name = CALLOUTS.get(key)
    return BracketLine("box", name) if name else None

"""The "Key: value" lines at the head of a memo or of minutes, known by what their keys mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from pressroom.model.document import Block, Definition, DefinitionList, Paragraph
from pressroom.model.inline import Text, words

# what a key means → how it is written, in small letters
_KEYS = {
    "to": "to|an|für|à|destinataire|destinataires|para|a|aan|voor|do|кому|إلى|אל|לכבוד"
    "|致|收件人|宛先|宛て|수신",
    "from": "from|von|de|auteur|absender|da|van|od|від|من|מאת|发件人|發件人|自|差出人|発信者|발신",
    "cc": "cc|copy|copies|kopie|copie|copia|cópia|kopia|копія|نسخة|העתק|העתקים|抄送|副本|写し|참조",
    "date": "date|datum|fecha|data|дата|التاريخ|تاريخ|תאריך|日期|日付|날짜|일자",
    "subject": "subject|re|betreff|betrifft|objet|concerne|asunto|assunto|oggetto|onderwerp|temat|dotyczy"
    "|тема|الموضوع|נושא|הנדון|主题|主題|件名|제목",
    "present": "present|members present|anwesend|anwesende|teilnehmer|teilnehmende|présents|présent|presentes"
    "|asistentes|presenti|aanwezig|obecni|присутні|الحاضرون|الحضور|נוכחים"
    "|出席|出席者|出席人员|出席人員|참석자|참석",
    "attending": "in attendance|also present|gäste|weitere teilnehmer|également présents|invités|invitados"
    "|invitati|convidados|genodigden|zaproszeni|запрошені|المدعوون|מוזמנים"
    "|列席|列席人员|列席人員|列席者|배석",
    "apologies": "apologies|apologies for absence|absent|entschuldigt"
    "|excusés|excusé|ausentes|assenti|afwezig|nieobecni|відсутні|المعتذرون|الغائبون|חסרים|נעדרים"
    "|缺席|请假|請假|欠席|欠席者|불참",
    "chair": "chair|vorsitz|sitzungsleitung|président|présidence|preside|presiede|presidente|voorzitter"
    '|przewodniczący|головуючий|головуюча|الرئيس|رئيس الجلسة|יושב ראש|יו"ר|יו״ר'
    "|主持人|主席|議長|座長|의장|주재",
}
_MEANINGS = {key: meaning for meaning, keys in _KEYS.items() for key in keys.split("|")}
ATTENDANCE = frozenset({"present", "attending", "apologies", "chair"})


@dataclass(frozen=True, slots=True)
class HeadField:
    """A line of the head: what its key means ("to", or the key itself), key and value as HTML, and the words
    of the value.
    """

    key: str
    term: str
    value: str
    words: str


def list_head_fields(
    blocks: tuple[Block, ...], render: Callable[[Definition], tuple[str, str]]
) -> tuple[HeadField, ...]:
    """Return the fields of blocks, in their order; ``render`` writes key and value as HTML."""
    found = []
    for item in _list_items(blocks):
        term, value = render(item)
        said = " ".join(words(each.inlines) for each in item.blocks if isinstance(each, Paragraph))
        found.append(HeadField(name_field(item), term, value, " ".join(said.split())))
    return tuple(found)


def name_field(item: Definition) -> str:
    """Return what the key of a field means, or the key itself in small letters."""
    key = words(item.term).strip(" :：").casefold()
    return _MEANINGS.get(key, key)


def find_attendance(blocks: tuple[Block, ...]) -> tuple[tuple[Definition, ...], tuple[Block, ...]]:
    """Return who was there and who was not, as fields, and the blocks without them."""
    found: list[Definition] = []
    rest: list[Block] = []
    for block in blocks:
        items = _read_attendance(block)
        found += items
        if not items:
            rest.append(block)
    return tuple(found), tuple(rest)


def _read_attendance(block: Block) -> tuple[Definition, ...]:
    """Return the fields of a block of them, or of a paragraph that begins with one: "Present: …"."""
    if isinstance(block, DefinitionList) and block.fields:
        known = [name_field(item) in ATTENDANCE for item in block.items]
        return block.items if any(known) else ()
    if isinstance(block, Paragraph) and block.inlines and isinstance(block.inlines[0], Text):
        first = block.inlines[0]
        found = re.search("[:：]", first.value)
        key, value = (first.value[: found.start()], first.value[found.end() :]) if found else ("", "")
        if found and _MEANINGS.get(key.strip().casefold()) in ATTENDANCE:
            shift = len(first.value) - len(value.lstrip())
            start = None if first.start is None else first.start + shift
            said = (Text(value.lstrip(), start), *block.inlines[1:])
            return (Definition((Text(key, first.start),), (replace(block, inlines=said),), block.span),)
    return ()


def without_fields(blocks: tuple[Block, ...], printed: Collection[str] = ()) -> tuple[Block, ...]:
    """Return blocks without those that are fields, and without a line over them that is ``printed`` already:
    the kind of paper, in small letters.
    """
    return tuple(
        block
        for block in blocks
        if not (isinstance(block, DefinitionList) and block.fields)
        and not (isinstance(block, Paragraph) and block.role == "note" and _fold(block) in printed)
    )


def _fold(block: Paragraph) -> str:
    return words(block.inlines).strip(" :：").casefold()


def _list_items(blocks: tuple[Block, ...]) -> Iterator[Definition]:
    for block in blocks:
        if isinstance(block, DefinitionList) and block.fields:
            yield from block.items

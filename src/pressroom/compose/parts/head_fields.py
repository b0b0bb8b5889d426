"""The "Key: value" lines at the head of a memo or of minutes, known by what their keys mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from pressroom.model.document import Block, Definition, DefinitionList, Paragraph
from pressroom.model.inline import Text, words

# what a key means → how it is written, in small letters
_KEYS = {
    "to": "to|an|für|à|destinataire|destinataires|para|a|aan|voor|do",
    "from": "from|von|de|auteur|absender|da|van|od",
    "cc": "cc|copy|copies|kopie|copie|copia",
    "date": "date|datum|fecha|data",
    "subject": "subject|re|betreff|betrifft|objet|concerne|asunto|oggetto|onderwerp|temat",
    "present": "present|members present|anwesend|anwesende|teilnehmer|teilnehmende|présents|présent|presentes"
    "|asistentes|presenti|aanwezig|obecni",
    "attending": "in attendance|also present|gäste|weitere teilnehmer|également présents|invités|invitados",
    "apologies": "apologies|apologies for absence|absent|entschuldigt"
    "|excusés|excusé|ausentes|assenti|afwezig",
    "chair": "chair|vorsitz|sitzungsleitung|président|présidence|preside",
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
    key = words(item.term).strip(" :").casefold()
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
        key, colon, value = first.value.partition(":")
        if colon and _MEANINGS.get(key.strip().casefold()) in ATTENDANCE:
            shift = len(first.value) - len(value.lstrip())
            start = None if first.start is None else first.start + shift
            said = (Text(value.lstrip(), start), *block.inlines[1:])
            return (Definition((Text(key, first.start),), (replace(block, inlines=said),), block.span),)
    return ()


def without_fields(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks without those that are fields."""
    return tuple(block for block in blocks if not (isinstance(block, DefinitionList) and block.fields))


def _list_items(blocks: tuple[Block, ...]) -> Iterator[Definition]:
    for block in blocks:
        if isinstance(block, DefinitionList) and block.fields:
            yield from block.items

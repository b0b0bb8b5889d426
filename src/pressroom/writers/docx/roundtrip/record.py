"""What a Word file records of the source's blocks, so that edits made in Word can be applied to the source.

A custom XML part holds the ids of the source's blocks in order, and a digest of each paragraph that the
report made itself (labels, captions, sources). Both follow from the words; the words themselves are not in
it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from pressroom.writers.docx.package.archive import new_part
from pressroom.writers.docx.package.markup import DECLARATION, escape
from pressroom.writers.docx.roundtrip.wordtext import (
    WordParagraph,
    digest_emphasis,
    normalize_spaces,
    read_paragraphs,
    split_blocks,
)

if TYPE_CHECKING:
    from docx.package import Package
    from lxml.etree import _Element

NAMESPACE = "urn:pressroom:blocks"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
NAME = "/customXml/item{}.xml"
PROPERTIES_NAME = "/customXml/itemProps{}.xml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PROPERTIES = (
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
    'ds:itemID="{5F1B0A63-6D0C-5A0B-9D2F-3C1D8B7E4A21}"><ds:schemaRefs>'
    f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)


@dataclass(frozen=True, slots=True)
class BlockRecord:
    """The ids of the blocks in order, the digests of the paragraphs that the report adds, the source's name.

    ``emphases`` has for each block the digest of what is bold or italic in it.
    """

    blocks: tuple[str, ...]
    made: frozenset[str]
    source: str = ""
    emphases: tuple[str, ...] = ()


def digest(text: str) -> str:
    """Return the digest of a paragraph's words."""
    return hashlib.sha256(normalize_spaces(text).encode()).hexdigest()[:16]


def make_record(paragraphs: list[WordParagraph]) -> BlockRecord:
    """Make the record of a finished file."""
    found = [
        (ident, digest_emphasis(paragraph, start, end))
        for paragraph in paragraphs
        for ident, start, end in split_blocks(paragraph)
    ]
    blocks = tuple(ident for ident, _ in found)
    made = frozenset(digest(paragraph.text) for paragraph in paragraphs if not paragraph.blocks)
    return BlockRecord(blocks, made, emphases=tuple(shown for _, shown in found))


def store_record(package: Package, body: _Element, source: str) -> None:
    """Store the record of a document's body in the package, with its source's name; an older one goes."""
    record = make_record(read_paragraphs(body))
    blocks = zip(record.blocks, record.emphases, strict=True)
    rows = "".join(
        f'<block id="{escape(ident)}" look="{shown}"/>' if shown else f'<block id="{escape(ident)}"/>'
        for ident, shown in blocks
    )
    rows += "".join(f'<made digest="{value}"/>' for value in sorted(record.made))
    text = f'{DECLARATION}<blocks xmlns="{NAMESPACE}" source="{escape(source)}">{rows}</blocks>'
    main = package.main_document_part
    for ident, rel in list(main.rels.items()):
        if rel.reltype == _RELATION and NAMESPACE.encode() in rel.target_part.blob[:300]:
            del main.rels[ident]
    taken = {str(part.partname) for part in package.iter_parts()}
    number = next(number for number in count(1) if NAME.format(number) not in taken)
    part = new_part(package, NAME.format(number), "application/xml", text.encode())
    properties = new_part(
        package, PROPERTIES_NAME.format(number), _PROPERTIES_TYPE, (DECLARATION + _PROPERTIES).encode()
    )
    part.relate_to(properties, _RELATION + "Props")
    main.relate_to(part, _RELATION)


def load_record(package: Package) -> BlockRecord | None:
    """Return the record that a file carries, None when it carries none."""
    from lxml.etree import fromstring

    for rel in package.main_document_part.rels.values():
        if rel.reltype == _RELATION and NAMESPACE.encode() in rel.target_part.blob[:400]:
            root = fromstring(rel.target_part.blob)
            nodes = list(root.iter(f"{{{NAMESPACE}}}block"))
            blocks = tuple(node.get("id", "") for node in nodes)
            emphases = tuple(node.get("look", "") for node in nodes)
            made = frozenset(node.get("digest", "") for node in root.iter(f"{{{NAMESPACE}}}made"))
            return BlockRecord(blocks, made, root.get("source", ""), emphases)
    return None

"""What a Word file records of the source's blocks, so that edits made in Word can be applied to the source.

A custom XML part holds the ids of the source's blocks in order, each with its look, and a digest of each
paragraph that the report made itself (labels, captions, sources). All follow from the words; the words
themselves are not in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from pressroom.writers.docx.package.archive import new_part
from pressroom.writers.docx.package.bookmarks import has_words
from pressroom.writers.docx.package.markup import DECLARATION, escape
from pressroom.writers.docx.roundtrip.word.story import WordText, read_word
from pressroom.writers.docx.roundtrip.word.wordtext import (
    ATOMS,
    WordParagraph,
    digest_emphasis,
    normalize_spaces,
    show_words,
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
_MARGIN = ' margin="1"'


@dataclass(frozen=True, slots=True)
class RecordedBlock:
    """A block of the source as it was written.

    ``emphasis`` is the digest of what is bold or italic in it; ``words`` that of its letters in Word, "" if
    they are those of its id; ``lead`` are the words ahead of its mark, such as a number. ``name`` and
    ``level`` are its style's name, None where the file does not say, and its level in a list. ``runs_on``: it
    stands in the paragraph of the block before it.
    """

    ident: str
    emphasis: str = ""
    words: str = ""
    lead: str = ""
    name: str | None = None
    level: int = -1
    runs_on: bool = False
    behind: str = ""  # the digest of the report's own paragraph, such as code, that it stands behind

    @property
    def look(self) -> tuple[str, int] | None:
        """The style's name and the level in a list, None where the file does not say."""
        return None if self.name is None else (self.name, self.level)

    def has_words(self, text: str) -> bool:
        """Tell whether a text in Word is the one that was written."""
        if self.words:
            return digest(text) == self.words
        if self.name is None:  # an older file does not record where notes are called
            text = show_words(text)
        return not set(ATOMS) & set(text) and has_words(self.ident, text)


@dataclass(frozen=True, slots=True)
class MadeParagraph:
    """A paragraph of the report's own, in the text or a margin: the digest of its words, its style's name."""

    digest: str
    name: str = ""
    margin: bool = False


@dataclass(frozen=True, slots=True)
class BlockRecord:
    """The blocks in order, the paragraphs that the report adds, the source's name."""

    blocks: tuple[RecordedBlock, ...]
    made: tuple[MadeParagraph, ...]
    source: str = ""

    @property
    def is_complete(self) -> bool:
        """Tell whether headers and notes are in it, and equal paragraphs counted; not so in older files."""
        return any(block.name is not None for block in self.blocks)


def digest(text: str) -> str:
    """Return the digest of a paragraph's words."""
    return hashlib.sha256(normalize_spaces(text).encode()).hexdigest()[:16]


def make_record(word: WordText) -> BlockRecord:
    """Make the record of a finished file."""
    blocks: list[RecordedBlock] = []
    made: list[MadeParagraph] = []
    behind = ""
    for paragraph in (*word.walk(), *word.margins):
        if paragraph.blocks:
            first, *others = _record_blocks(paragraph)
            blocks += [replace(first, behind=behind), *others]
            behind = ""
        elif paragraph.text.strip():
            behind = digest(paragraph.text)
            margin = paragraph.place.part == "margin"
            made.append(MadeParagraph(digest(paragraph.text), paragraph.name, margin))
    return BlockRecord(tuple(blocks), tuple(made))


def _record_blocks(paragraph: WordParagraph) -> Iterator[RecordedBlock]:
    for number, (ident, start, end) in enumerate(split_blocks(paragraph)):
        words = paragraph.text[start:end].strip("\t")
        same = not set(ATOMS) & set(words) and has_words(ident, words)
        yield RecordedBlock(
            ident,
            digest_emphasis(paragraph, start, end),
            "" if same else digest(words),
            "" if number else paragraph.text[:start],
            paragraph.name,
            paragraph.level,
            number > 0,
        )


def store_record(package: Package, source: str) -> None:
    """Store the record of a finished package in it, with its source's name; an older one goes."""
    record = make_record(read_word(package))
    rows = "".join(map(_write_block, record.blocks))
    rows += "".join(
        f'<made digest="{made.digest}" style="{escape(made.name)}"{_MARGIN if made.margin else ""}/>'
        for made in sorted(record.made, key=lambda made: (made.digest, made.name, made.margin))
    )
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


def _write_block(block: RecordedBlock) -> str:
    said = {
        "id": block.ident,
        "look": block.emphasis,
        "words": block.words,
        "lead": block.lead,
        "style": block.name or "",
        "level": str(block.level) if block.level >= 0 else "",
        "on": "1" if block.runs_on else "",
        "behind": block.behind,
    }
    attributes = (f' {name}="{escape(value)}"' for name, value in said.items() if value or name == "style")
    return f"<block{''.join(attributes)}/>"


def load_record(package: Package) -> BlockRecord | None:
    """Return the record that a file carries, None when it carries none."""
    from lxml.etree import fromstring

    for rel in package.main_document_part.rels.values():
        if rel.reltype == _RELATION and NAMESPACE.encode() in rel.target_part.blob[:400]:
            root = fromstring(rel.target_part.blob)
            blocks = tuple(_load_block(node) for node in root.iter(f"{{{NAMESPACE}}}block"))
            made = tuple(
                MadeParagraph(node.get("digest", ""), node.get("style", ""), node.get("margin") == "1")
                for node in root.iter(f"{{{NAMESPACE}}}made")
            )
            return BlockRecord(blocks, made, root.get("source", ""))
    return None


def _load_block(node: _Element) -> RecordedBlock:
    level = node.get("level", "")
    return RecordedBlock(
        node.get("id", ""),
        node.get("look", ""),
        node.get("words", ""),
        node.get("lead", ""),
        node.get("style"),
        int(level) if level.isdigit() else -1,
        node.get("on") == "1",
        node.get("behind", ""),
    )

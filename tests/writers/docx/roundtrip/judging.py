"""What came of a pull, by the words of two Word files: the edited one, and one of the patched source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from pressroom.compose import compose
from pressroom.readers import read
from pressroom.readers.common.settings import ReaderSettings
from pressroom.writers.docx import write
from pressroom.writers.docx.roundtrip.pull import pull
from pressroom.writers.docx.roundtrip.source_text.edits import PulledEdits
from tests.making import load_template, report
from tests.writers.docx.roundtrip.random_sources import RandomSource

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRUCK = tuple(f"{W}{name}" for name in ("del", "moveFrom"))
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a pull went: ``lost`` words of Word, ``left`` words that it no longer has, what else is wrong."""

    lost: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    silent: bool = False
    wrong: str = ""

    @property
    def right(self) -> bool:
        """Tell whether nothing is wrong."""
        return not (self.lost or self.left or self.silent or self.wrong)


def publish(source: RandomSource, text: str | None = None) -> bytes:
    """Make the Word file of a source, or of a text in its place."""
    document = read((source.text if text is None else text).encode(), source.name, ReaderSettings())
    return write(compose(report(document), load_template(), {}, {}, contents=False))


def take_back(edited: bytes, source: RandomSource) -> PulledEdits:
    """Pull the edits of a Word file."""

    def read_again(text: str):
        return read(text.encode(), source.name, ReaderSettings())

    return pull(edited, read_again(source.text), read_again)


def judge(before: bytes, edited: bytes, source: RandomSource, pulled: PulledEdits) -> Judgement:
    """Judge what came of the edits of a Word file."""
    patched = pulled.apply()
    wanted, made = list_paragraphs(edited), list_paragraphs(publish(source, patched))
    named = Counter(
        _tokens(word for each in pulled.conflicts for word in (each.words, each.source, each.difference))
    )
    if any("note stays" in conflict.reason for conflict in pulled.conflicts):
        named["Notes"] += 1  # what stands over notes that nothing calls
    lost = Counter(_tokens(wanted)) - Counter(_tokens(made)) - named
    left = Counter(_tokens(made)) - Counter(_tokens(wanted)) - named
    nothing = not pulled.edits and not pulled.conflicts
    silent = nothing and (wanted != list_paragraphs(before) or _comments(edited))
    wrong = "" if pulled.conflicts or wanted == made else "other paragraphs than in Word"
    missing = [line for line in source.kept if line not in patched.splitlines()]
    return Judgement(tuple(lost), tuple(left), bool(silent), f"taken out: {missing}" if missing else wrong)


def _tokens(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from _TOKEN.findall(text)


def _comments(data: bytes) -> bool:
    with ZipFile(BytesIO(data)) as archive:
        return "word/comments.xml" in archive.namelist()


def list_paragraphs(data: bytes) -> list[str]:
    """Return the paragraphs of a Word file with all changes accepted, then its notes in order."""
    with ZipFile(BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        held = archive.read("word/footnotes.xml") if "word/footnotes.xml" in archive.namelist() else b"<x/>"
    notes = {note.get(f"{W}id"): note for note in etree.fromstring(held)}
    found = list(_list_paragraphs(body))
    called = [
        call.get(f"{W}id")
        for call in body.iter(f"{W}footnoteReference")
        if not any(up.tag in _STRUCK for up in call.iterancestors())
    ]
    found += [" ".join(_list_paragraphs(notes[ident])) for ident in dict.fromkeys(called) if ident in notes]
    return [said for said in (" ".join(text.split()) for text in found) if said]


def _list_paragraphs(root: etree._Element) -> Iterator[str]:
    said, place = "", None
    for node in root.iter(f"{W}p"):
        row = next((up for up in node.iterancestors(f"{W}tr")), None)
        if row is not None and row.find(f"{W}trPr/{W}del") is not None:
            continue
        inside = next((up for up in node.iterancestors(f"{W}tc")), None)
        if said and inside is not place:  # a paragraph whose end was deleted cannot run on in a cell
            yield said
            said = ""
        place = inside
        for letters in node.iter(f"{W}t", f"{W}br", f"{W}tab"):
            if not any(up.tag in _STRUCK for up in letters.iterancestors()):
                said += letters.text or "" if letters.tag == f"{W}t" else " "
        mark = node.find(f"{W}pPr/{W}rPr")
        if mark is not None and any(child.tag in _STRUCK for child in mark):
            continue
        yield said
        said = ""
    if said:
        yield said

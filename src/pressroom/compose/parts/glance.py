"""“At a glance”: a box ahead of the text, in the author's words or in sentences of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pressroom.model.document import Block, Callout, Document, List, ListItem, Paragraph
from pressroom.model.inline import Text, words
from pressroom.model.numbers import Numbers
from pressroom.model.span import Span
from pressroom.translations import translate

AUTO = "auto"  # the setting by which sentences are taken from the text
KIND = "glance"
MOST = 4  # sentences
LONGEST, SHORTEST = 240, 24  # letters of one at most, bytes at least: a letter of Chinese counts three
_COMPLETE = re.compile(r"[.!?。！？؟][”’»“\"']?$")
_ENDS = re.compile(r"(?<=[.!?؟])[”’»“\"']?\s+|(?<=[。！？])")
# words that a sentence begins with which goes on from the one ahead of it
_ON = re.compile(
    r"(?:it|they|this|that|these|those|he|she|we|but|and|however|so|also|there|then|such"
    r"|er|sie|es|dies|diese|dieser|das|aber|doch|dabei|damit|und"
    r"|il|elle|ils|elles|ce|cela|cette|ces|mais|et|or|el|ella|ellos|esto|este|eso|pero|y)\b",
    re.IGNORECASE,
)


def place_glance(document: Document, wanted: tuple[str, ...], numbers: Numbers, lang: str) -> Document:
    """Return a document with the box that its settings ask for, ahead of its text; without any, as it is.

    ``wanted`` are the author's words, or "auto": whole sentences of the text, word for word, and marked so.
    """
    if not wanted:
        return document
    taken = wanted == (AUTO,)
    lines = choose_sentences(document, numbers) if taken else list(wanted)
    if not lines:
        return document
    span = document.title.span if document.title else Span(document.source, 1, 1, 0, 0)
    items = tuple(ListItem((Paragraph((Text(line, None),), span),), span) for line in lines)
    blocks: tuple[Block, ...] = (List(items, span),)
    if taken:
        note = translate("glance_extracts", lang)
        blocks = (*blocks, Paragraph((Text(note, None),), span))
    box = Callout(KIND, blocks, span, (Text(translate("at_a_glance", lang), None),))
    at = next((index for index, block in enumerate(document.blocks) if _is_text(block)), len(document.blocks))
    return replace(document, blocks=(*document.blocks[:at], box, *document.blocks[at:]))


def choose_sentences(document: Document, numbers: Numbers) -> list[str]:
    """Return up to four whole sentences in the order of the text: the first of all, those of the key numbers
    by their weight, then the first of each section.
    """
    leads = list(_iterate_leads(document))
    keyed = [(key.quantity.sentence.start, key.quantity.sentence_text) for key in numbers.key]
    chosen: dict[str, int] = {}
    for start, sentence in (*leads[:1], *keyed, *leads[1:]):
        plain = " ".join(sentence.split())
        marked = bool(document.find_marking(start))  # what a section keeps to itself does not open the paper
        if not marked and _stands_alone(plain) and len(chosen) < MOST:
            chosen.setdefault(plain, start)
    return sorted(chosen, key=lambda plain: chosen[plain])


def _iterate_leads(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the first sentence of the text and of each of its sections, with its place."""
    for blocks in (document.blocks, *(section.blocks for section in document.sections)):
        first = next((block for block in blocks if _is_text(block)), None)
        if isinstance(first, Paragraph):
            yield first.span.start, _ENDS.split(words(first.inlines).strip(), maxsplit=1)[0]


def _stands_alone(sentence: str) -> bool:
    """Tell whether a sentence is whole, short enough, and goes on from no other."""
    opening = sentence.lstrip("“„«\"'")
    whole = bool(_COMPLETE.search(sentence)) and not opening[:1].islower()
    fits = len(sentence.encode()) >= SHORTEST and len(sentence) <= LONGEST
    return whole and fits and not _ON.match(opening)


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "body"

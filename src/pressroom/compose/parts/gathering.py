"""What minutes say in many places, gathered: decisions, and who is to do what, in the text's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pressroom.model.document import Block, Document, List, Paragraph, Section
from pressroom.model.inline import words

_NUMBER = r"(?P<number>(?:\d{1,3}\.)*\d{1,3}[.)]?\s+)?"
_DECISION = re.compile(
    _NUMBER + r"(?:decisions?|decided|resolved|resolution|agreed|beschluss|beschlossen|décision|décidé"
    r"|decisión|acuerdo|decisione|decisão|besluit|decyzja|uchwała|рішення|ухвалили|القرار|החלטה|决定|決定|결정)"
    r"\s*(?::|–|—|：)\s*(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_ACTION = re.compile(
    _NUMBER + r"(?:actions?(?: points?| items?)?|aufgabe|auftrag|tarea|tâche|azione|tarefa|actie|zadanie"
    r"|завдання|الإجراء|משימה|行动|対応|조치)\s*(?:[(\[](?P<who>[^()\[\]]{2,60})[)\]]\s*)?(?::|–|—|：)\s*(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Gathered:
    """One decision or action: its words, who is to act ("" where that is not set apart), and the section that
    it stands in: its id and its heading, as it is numbered.
    """

    words: str
    who: str
    section: str
    item: str


def gather_decisions(document: Document) -> tuple[Gathered, ...]:
    """Return what a text marks as decided ("Decision: …"), in its order."""
    return tuple(_gather(document, _DECISION))


def gather_actions(document: Document) -> tuple[Gathered, ...]:
    """Return what a text marks as to be done ("Action (Town Clerk): …"), in its order."""
    return tuple(_gather(document, _ACTION))


def _gather(document: Document, pattern: re.Pattern[str]) -> Iterator[Gathered]:
    for section, blocks in ((None, document.blocks), *((each, each.blocks) for each in document.walk())):
        for text in _list_texts(blocks):
            found = pattern.fullmatch(text)
            if found:
                who = found.groupdict().get("who") or ""
                yield Gathered(found["words"], who, section.id if section else "", _name(section))


def _name(section: Section | None) -> str:
    if section is None:
        return ""
    return section.heading.number.rstrip(".") or section.heading.text


def _list_texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(inlines):
                yield " ".join(words(inlines).split())
            case List(items):
                for item in items:
                    yield from _list_texts(item.blocks)
            case _:
                pass

"""Marks of other programs that stay in a text as they are written, and are told with their lines.

Citations, references and diagrams are made by programs that know Markdown's dialects; here they are words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pressroom.model.diagnostic import Diagnostic, Severity
from pressroom.model.document import CodeBlock, Document
from pressroom.model.inline import Text
from pressroom.model.walk import blocks, inlines, runs

RULE = "mark-as-written"
_LISTED = 5  # lines that a warning names beside the first
_DIAGRAMS = frozenset({"mermaid", "dot", "graphviz", "plantuml", "tikz", "d2", "vega-lite", "bpmn", "ditaa"})


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark: what it is, how it is told from words, and what to write instead."""

    name: str
    pattern: re.Pattern[str]
    cure: str


_MARKS = (
    _Mark(
        "citation",
        re.compile(r"\[(?:[^\[\]@]*[\s;])?-?@[\w{][\w:.#$%&+?<>~/{}-]*[^\[\]]*\]|\\cite[pt]?\{[^{}]*\}"),
        "write the source out, as a note: [^1]",
    ),
    _Mark(
        "cross-reference",
        re.compile(r"(?<![\w@.\[;-])@(?:tbl|tab|fig|sec|eq|lst|thm)[-:][\w-]+|\\(?:eq|auto|c)?ref\{[^{}]*\}"),
        'write what it leads to: "Table 1", "Figure 2", "section 3.1"',
    ),
    _Mark(
        "shortcode",
        re.compile(r"\{\{[<%].*?[>%]\}\}|\[\[_?TOC_?\]\]|^\[TOC\]$"),
        "take it out; contents come by themselves, or by the setting contents",
    ),
)
_DIAGRAM_CURE = "put a picture of it in its place, or a table and a ```chart block"


def warn_of_foreign_marks(document: Document) -> Iterator[Diagnostic]:
    """Yield a warning for each kind of mark that is printed as it is written, with the lines of these."""
    texts = [each for run in runs(document) for each in inlines(run.inlines) if isinstance(each, Text)]
    for mark in _MARKS:
        found = [
            ((text.start or 0) + match.start(), match[0])
            for text in texts
            for match in mark.pattern.finditer(text.value)
        ]
        yield from _warn(document, mark.name, mark.cure, found)
    diagrams = [
        (block.span.start, name)
        for block, _ in blocks(document)
        if isinstance(block, CodeBlock) and (name := _name_diagram(block)) in _DIAGRAMS
    ]
    yield from _warn(document, "diagram", _DIAGRAM_CURE, diagrams)


def _name_diagram(block: CodeBlock) -> str:
    return (block.language or block.info).strip("{}. ").partition(" ")[0].casefold()


def _warn(document: Document, name: str, cure: str, found: list[tuple[int, str]]) -> Iterator[Diagnostic]:
    if not found:
        return
    found.sort()
    lines = [document.text.count("\n", 0, start) + 1 for start, _ in found]
    others = list(dict.fromkeys(line for line in lines if line != lines[0]))
    more = f"; others are on line {', '.join(map(str, others[:_LISTED]))}" if others else ""
    more += ", …" if len(others) > _LISTED else ""
    yield Diagnostic(
        Severity.WARNING,
        RULE,
        f"a {name} is printed as it is written: {found[0][1][:60]}{more}",
        cure,
        where=f"{document.source}:{lines[0]}",
    )

"""Checks of a Word file that the usual validators leave out: what Word would repair, drop or show wrongly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from pressroom.check.docx_access import ACCESS_RULES
from pressroom.check.docx_package import DRAWING, R, W, WordFile, open_package
from pressroom.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from lxml.etree import _Element

Rule = Callable[[WordFile], Iterator[Diagnostic]]
_REFERENCE = re.compile(r"^\s*(REF|PAGEREF|NOTEREF)\s+(\S+)")
_NOT_ATTACHED = ("attachedTemplate", "hyperlink")
_MAKE_AGAIN = "make the file again; if it was edited since, open and save it in Word"


def check(data: bytes, name: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a Word file: faults as errors, hurdles for readers as warnings.

    Raises PressroomError when it cannot be read at all.
    """
    word = open_package(data, name)
    return tuple(finding for rule in RULES for finding in rule(word))


def check_fields(word: WordFile) -> Iterator[Diagnostic]:
    """Every complex field begins, separates and ends, and holds no other half."""
    for part, tree in word.stories:
        depth, wrong = 0, False
        for node in tree.iter(f"{W}fldChar"):
            kind = node.get(f"{W}fldCharType")
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
            wrong = wrong or depth < 0 or (kind == "separate" and depth == 0)
            if node.get(f"{W}dirty") in ("1", "true", "on"):
                yield word.diagnose(
                    "field-dirty",
                    f"a field in {part} is marked as out of date, so Word asks or recounts on opening",
                    "make it without the option that has Word update fields",
                    Severity.WARNING,
                )
        if wrong or depth:
            yield word.diagnose("field-unbalanced", f"a field in {part} begins and does not end", _MAKE_AGAIN)


def check_duplicates(word: WordFile) -> Iterator[Diagnostic]:
    """Numbers of drawings, controls and bookmarks, and names of bookmarks, are given once."""
    counts: dict[str, Counter[str]] = {
        kind: Counter() for kind in ("drawing", "control", "bookmark", "bookmark name")
    }
    for _, tree in word.stories:
        counts["drawing"].update(node.get("id", "") for node in tree.iter(f"{DRAWING}docPr"))
        counts["bookmark"].update(node.get(f"{W}id", "") for node in tree.iter(f"{W}bookmarkStart"))
        counts["bookmark name"].update(
            node.get(f"{W}name", "").lower() for node in tree.iter(f"{W}bookmarkStart")
        )
        counts["control"].update(
            node.get(f"{W}val", "") for node in tree.iter(f"{W}id") if _has_parent(node, f"{W}sdtPr")
        )
    for kind, found in counts.items():
        for ident, times in sorted(found.items()):
            if times > 1:
                yield word.diagnose("id-twice", f"the {kind} {ident} occurs {times} times", _MAKE_AGAIN)


def _has_parent(node: _Element, tag: str) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag == tag


def check_numbering(word: WordFile) -> Iterator[Diagnostic]:
    """Every list that a paragraph or style asks for is defined."""
    root = word.part("numbering")
    numbers = {node.get(f"{W}numId"): node for node in root.iter(f"{W}num")} if root is not None else {}
    abstracts = (
        {node.get(f"{W}abstractNumId") for node in root.iter(f"{W}abstractNum")}
        if root is not None
        else set()
    )
    used = {
        node.get(f"{W}val")
        for tree in word.trees.values()
        for node in tree.iter(f"{W}numId")
        if _has_parent(node, f"{W}numPr")
    } - {"0"}
    for ident in sorted(str(ident) for ident in used - set(numbers)):
        yield word.diagnose(
            "list-undefined", f"a paragraph belongs to list {ident}, which is nowhere", _MAKE_AGAIN
        )
    for number, node in numbers.items():
        abstract = node.find(f"{W}abstractNumId")
        if abstract is None or abstract.get(f"{W}val") not in abstracts:
            yield word.diagnose("list-undefined", f"list {number} has no definition", _MAKE_AGAIN)


def check_rows(word: WordFile) -> Iterator[Diagnostic]:
    """Every row covers the table's whole grid."""
    for part, tree in word.stories:
        for table in tree.iter(f"{W}tbl"):
            grid = table.find(f"{W}tblGrid")
            columns = 0 if grid is None else len(grid.findall(f"{W}gridCol"))
            for place, row in enumerate(table.findall(f"{W}tr"), 1):
                wide = sum(_count_columns(cell) for cell in _iterate_cells(row))
                wide += sum(
                    int(node.get(f"{W}val", "0"))
                    for node in row.iterfind(f"{W}trPr/*")
                    if node.tag in _SKIPPED
                )
                if wide != columns:
                    yield word.diagnose(
                        "row-short",
                        f"row {place} of a table in {part} covers {wide} of {columns} columns",
                        _MAKE_AGAIN,
                    )


_SKIPPED = (f"{W}gridBefore", f"{W}gridAfter")


def _iterate_cells(row: _Element) -> Iterator[_Element]:
    """Yield the cells of a row, those in content controls too, without those of tables in it."""
    for cell in row.iter(f"{W}tc"):
        if next(cell.iterancestors(f"{W}tr")) is row:
            yield cell


def _count_columns(cell: _Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else int(span.get(f"{W}val", "1"))


def check_bookmarks(word: WordFile) -> Iterator[Diagnostic]:
    """Every cross-reference and every link inside the file has a place to go to."""
    names = {
        node.get(f"{W}name", "").lower()
        for _, tree in word.stories
        for node in tree.iter(f"{W}bookmarkStart")
    }
    for _, tree in word.stories:
        wanted = [node.get(f"{W}anchor", "") for node in tree.iter(f"{W}hyperlink") if node.get(f"{W}anchor")]
        for node in tree.iter(f"{W}instrText"):
            found = _REFERENCE.match(node.text or "")
            if found:
                wanted.append(found.group(2))
        for name in sorted({name for name in wanted if name.lower() not in names | {"_top"}}):
            yield word.diagnose(
                "target-missing", f"something points at {name}, which is nowhere", _MAKE_AGAIN
            )


def check_notes(word: WordFile) -> Iterator[Diagnostic]:
    """Every note that is called has a body, and every body is called."""
    for kind in ("footnote", "endnote"):
        root = word.part(f"{kind}s")
        bodies = set()
        if root is not None:
            bodies = {
                node.get(f"{W}id")
                for node in root.iter(f"{W}{kind}")
                if node.get(f"{W}type") in (None, "normal")
            }
        calls = {node.get(f"{W}id") for _, tree in word.stories for node in tree.iter(f"{W}{kind}Reference")}
        for ident in sorted(str(ident) for ident in calls - bodies):
            yield word.diagnose("note-missing", f"{kind} {ident} is called and has no text", _MAKE_AGAIN)
        for ident in sorted(str(ident) for ident in bodies - calls):
            yield word.diagnose(
                "note-uncalled", f"{kind} {ident} has text and is called nowhere", _MAKE_AGAIN
            )


_STYLED = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")


def check_styles(word: WordFile) -> Iterator[Diagnostic]:
    """Every style in use is defined."""
    root = word.part("styles")
    known = {node.get(f"{W}styleId") for node in root.iter(f"{W}style")} if root is not None else set()
    used = {node.get(f"{W}val") for _, tree in word.stories for node in tree.iter(*_STYLED)}
    for ident in sorted(str(ident) for ident in used - known):
        yield word.diagnose("style-missing", f"the style {ident} is used and not defined", _MAKE_AGAIN)


def check_parts(word: WordFile) -> Iterator[Diagnostic]:
    """Every relationship leads somewhere, every part has a type, nothing is fetched from outside."""
    for owner, relations in word.relations.items():
        for ident, relation in relations.items():
            if relation.external:
                if relation.kind not in _NOT_ATTACHED:
                    yield word.diagnose(
                        "fetches",
                        f"{owner} fetches a {relation.kind} from {relation.target} when it is opened",
                        "put the file itself into the document",
                    )
            elif relation.target not in word.names:
                yield word.diagnose(
                    "part-missing",
                    f"{owner} asks for {relation.target} ({ident}), which is not in the file",
                    _MAKE_AGAIN,
                )
        tree = word.trees.get(owner)
        if tree is not None:
            yield from _find_dangling(word, owner, tree)
    for name in word.untyped:
        yield word.diagnose("part-untyped", f"{name} has no content type", _MAKE_AGAIN)


def _find_dangling(word: WordFile, owner: str, tree: _Element) -> Iterator[Diagnostic]:
    known = word.relations.get(owner, {})
    used = {
        str(value)
        for node in tree.iter()
        for name, value in node.attrib.items()
        if str(name).startswith(R) and value
    }
    for ident in sorted(used - set(known)):
        yield word.diagnose(
            "relation-missing", f"{owner} uses {ident}, which is no relationship of it", _MAKE_AGAIN
        )


def check_questions(word: WordFile) -> Iterator[Diagnostic]:
    """Nothing makes Word ask on opening."""
    settings = word.part("settings")
    node = settings.find(f"{W}updateFields") if settings is not None else None
    if node is not None and node.get(f"{W}val", "true") not in ("0", "false", "off"):
        yield word.diagnose(
            "asks",
            "Word asks on opening whether to update fields, and on a Mac may set every page number to 1",
            "make it without the option that has Word update fields",
            Severity.WARNING,
        )


RULES: tuple[Rule, ...] = (
    check_fields,
    check_duplicates,
    check_numbering,
    check_rows,
    check_bookmarks,
    check_notes,
    check_styles,
    check_parts,
    check_questions,
    *ACCESS_RULES,
)

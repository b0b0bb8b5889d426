"""What a new edition says otherwise, sentence by sentence, the ones with numbers first."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from pressroom.model.report import Report

MOST = 12
LONGEST = 160
_END = re.compile(r"(?<=[.!?…。！？])[\"”’»)]*\s+(?=[\"“‘«(]*[^\Wa-z_])")
_NUMBER = re.compile(r"\d")


def list_changes(before: str, after: str, report: Report) -> tuple[str, ...]:
    """Return in the report's language what changed between two plain texts, at most ``MOST`` lines."""
    old, new = split_sentences(before), split_sentences(after)
    found: list[tuple[bool, str]] = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        pairs = min(j - i, m - k)
        for first, second in zip(old[i : i + pairs], new[k : k + pairs], strict=True):
            words = report.label("was_now").format(before=_shorten(first), after=_shorten(second))
            found.append((_list_numbers(first) != _list_numbers(second), words))
        for label, rest in (("removed", old[i + pairs : j]), ("added", new[k + pairs : m])):
            found += [
                (bool(_NUMBER.search(each)), report.label(label).format(words=_shorten(each)))
                for each in rest
            ]
    found.sort(key=lambda change: not change[0])
    return tuple(words for _, words in found[:MOST])


def split_sentences(text: str) -> list[str]:
    """Part a plain text into its sentences; a line of a table or a list is one."""
    found: list[str] = []
    for block in text.split("\n\n"):
        lines = [line for line in block.split("\n") if line.strip(" =-")]
        listed = any(re.match(r"\s*(?:[-•]|\d+\.) |.*\S {2,}\S", line) for line in lines)
        for part in lines if listed else [" ".join(line.strip() for line in lines)]:
            found += [each.strip() for each in _END.split(part) if each and each.strip()]
    return found


def _list_numbers(text: str) -> list[str]:
    return re.findall(r"\d[\d.,]*", text)


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + "…"

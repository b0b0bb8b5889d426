"""Whether a plain text is plainly Markdown, as chat assistants and note programs give it."""

from __future__ import annotations

import re

_SIGNS = {
    "headings (#)": re.compile(r"^ {0,3}#{1,6} \S", re.MULTILINE),
    "bold (**)": re.compile(r"(?<![\w*])\*\*(?=\S)[^*\n]{1,200}?(?<=\S)\*\*(?![\w*])"),
    "links": re.compile(r"(?<!!)\[[^\]\n]{1,200}\]\((?:https?://|mailto:|/|#)[^)\s\[]*\)"),
    "pictures": re.compile(r"!\[[^\]\n]{0,200}\]\([^)\n\[]+\)"),
    "code (`)": re.compile(r"(?<!`)`[^`\n]{1,100}`(?!`)"),
    "fenced code": re.compile(r"^ {0,3}```", re.MULTILINE),
    "tables": re.compile(r"^ {0,3}\|?(?:[^\S\n]*:?-{3,}:?[^\S\n]*\|)+[^\S\n]*:?-*:?[^\S\n]*$", re.MULTILINE),
    "quotations (>)": re.compile(r"^ {0,3}> \S", re.MULTILINE),
    "lists": re.compile(r"^ {0,3}(?:[-*+]|\d{1,3}[.)]) \S", re.MULTILINE),
}
_STRONG = ("headings (#)", "bold (**)", "links", "pictures", "tables", "fenced code")
_COMMENT = re.compile(r"^#!|^# ?-\*-|^#(?:include|define|ifdef)\b", re.MULTILINE)
_ENOUGH = 2  # strong signs


def find_markdown(text: str) -> tuple[str, ...]:
    """Return the signs by which a text is plainly Markdown, nothing where it may be none.

    A heading must come with another heading or another sign, anything else with a further strong sign or be
    there three times.
    """
    if _COMMENT.search(text):
        return ()
    counts = {name: len(pattern.findall(text)) for name, pattern in _SIGNS.items()}
    seen = tuple(name for name, count in counts.items() if count)
    strong = [name for name in _STRONG if counts[name]]
    if not strong:
        return ()
    if counts["headings (#)"]:
        clear = counts["headings (#)"] >= _ENOUGH or len(seen) >= _ENOUGH
    else:
        clear = len(strong) >= _ENOUGH or (
            max(counts[name] for name in strong) > _ENOUGH and len(seen) >= _ENOUGH
        )
    return seen if clear else ()

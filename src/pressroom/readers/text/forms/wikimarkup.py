"""The marks of Jira and Confluence ("h2. Scope", "||Metric||Before||"), put as Markdown."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^h([1-6])\. +(?=\S)", re.MULTILINE)
_ITEM = re.compile(r"^([*#-]{1,6}) +(?=\S)")
_LINK = re.compile(r"\[([^\[\]|\n]+)\|((?:https?://|mailto:)[^\]\s|]+)(?:\|[^\]]*)?\]")
_BOLD = re.compile(r"(?<![\w*])\*(\S(?:[^*\n]*\S)?)\*(?![\w*])")
_CODE = re.compile(r"\{\{([^{}\n]+)\}\}")
_FENCE = re.compile(r"\{(?:code|noformat)(?::[^}]*)?\}")
_BOX = re.compile(r"^\{(?:panel|info|note|warning|tip|quote|color)(?::[^}]*)?\}\s*$")
_LEAST = 2  # headings


def read_wiki_markup(text: str) -> str:
    """Return the same text with the marks of Markdown, "" where it has no headings of this kind."""
    if len(_HEADING.findall(text)) < _LEAST:
        return ""
    done: list[str] = []
    fenced = False
    for line in text.split("\n"):
        if _FENCE.fullmatch(line.strip()):
            fenced = not fenced
            done.append("```")
        elif fenced:
            done.append(line)
        elif not _BOX.match(line):
            done += _convert(line.rstrip())
    return "\n".join(done)


def _convert(line: str) -> list[str]:
    heading = _HEADING.match(line)
    if heading:
        return ["", "#" * int(heading[1]) + " " + _inline(line[heading.end() :]), ""]
    if line.startswith("||") and line.endswith("||"):
        cells = [_inline(cell.strip()) for cell in line.strip("|").split("||")]
        return ["", "| " + " | ".join(cells) + " |", "|" + " --- |" * len(cells)]
    item = _ITEM.match(line)
    if item:
        mark = "1." if item[1][-1] == "#" else "-"
        return ["    " * (len(item[1]) - 1) + f"{mark} {_inline(line[item.end() :])}"]
    if line.startswith("bq. "):
        return [f"> {_inline(line[4:])}"]
    return [_inline(line)]


def _inline(text: str) -> str:
    text = _CODE.sub(r"`\1`", text)
    text = _LINK.sub(r"[\1](\2)", text)
    return _BOLD.sub(r"**\1**", text)

# ruff: noqa: E501 - patterns read better unbroken
"""What a chat assistant says round the Markdown that it was asked for."""

from __future__ import annotations

import re

# "Sure — here is the summary:", as the first line, with something marked below
_OPENING = re.compile(
    r"\s*(?:certainly|sure|of course|absolutely|great|got it|okay|ok|here(?:['’]s| is| are| it is)|below is|i['’]ve|natürlich|gerne?|klar|selbstverständlich"
    r"|hier ist|bien sûr|voici|claro|por supuesto|aquí (?:está|tienes))\b[^\n]{0,240}:[ \t]*\n\s*(?=\S)",
    re.IGNORECASE,
)
_MARKED = re.compile(r"#{1,6} |```|-{3,}[ \t]*\n|\*\*[^*\n]+\*\*[ \t]*\n")  # a title, a fence or a rule
# "Let me know if you want it shorter!", as the last line
_CLOSING = re.compile(
    r"\n[ \t]*\n[ \t]*(?:would you like|do you want|shall i|should i|let me know|feel free|i can also|i hope this|if you(?:['’]d)? (?:like|want|need)"
    r"|want me to|möchten sie|möchtest du|soll ich|sag(?:en sie)? mir|souhaitez-vous|voulez-vous|n['’]hésitez pas|¿(?:quieres|quiere|te gustaría))\b[^\n]{0,240}[?!.]\s*\Z",
    re.IGNORECASE,
)
_FENCED = re.compile(r"\s*(```+|~~~+)(?:markdown|md)[ \t]*\n(?P<inner>.*?)\n\1\s*\Z", re.DOTALL)
_RULE = re.compile(r"(?<!\s)\s*\n[ \t]*(?:-{3,}|\*{3,}|_{3,})\s*\Z")
_RULE_AHEAD = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,})[ \t]*\n")


def find_answer(text: str) -> tuple[int, int]:
    """Return the bounds of the answer itself within a text in Markdown: all of it where nothing is round it."""
    begin, end = 0, len(text)
    opening = _OPENING.match(text)
    if opening and _MARKED.match(text, opening.end()):
        begin = opening.end()
    closing = _CLOSING.search(text)
    if closing and (begin or _MARKED.match(text)):
        end = closing.start()
    if (begin, end) != (0, len(text)):
        rule = _RULE_AHEAD.match(text, begin, end)
        begin = rule.end() if rule else begin
        rule = _RULE.search(text, begin, end)
        end = rule.start() if rule else end
    fenced = _FENCED.match(text[begin:end])
    if fenced:
        begin, end = begin + fenced.start("inner"), begin + fenced.end("inner")
    return begin, end

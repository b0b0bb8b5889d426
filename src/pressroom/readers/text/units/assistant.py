# ruff: noqa: E501 - patterns read better unbroken
"""What the page of a chat assistant leaves round an answer that was copied from it."""

from __future__ import annotations

import re
from itertools import takewhile

from pressroom.readers.text.lines.lines import Lines

ASSISTANT_LINE = "line of a chat assistant's page"
PROMPT = "what an assistant was asked"
_ASSISTANTS = r"(?:chatgpt|gpt[\w.-]{0,8}|claude(?: [\w.]+){0,2}|gemini|(?:microsoft )?copilot|le chat|perplexity|assistant)"
_ASKED = re.compile(
    r"(?:you said|you asked|sie sagten|du hast gesagt|vous avez dit|dijiste):?", re.IGNORECASE
)
_SAID = re.compile(rf"{_ASSISTANTS} (?:said|hat gesagt|a dit|dijo):?", re.IGNORECASE)
_MISTAKES = re.compile(rf"{_ASSISTANTS} (?:can|may) (?:also )?make mistakes\b.{{0,80}}", re.IGNORECASE)
_BUTTON = re.compile(
    r"copy(?: code)?|edit|share|retry|regenerate|read aloud|(?:good|bad) response|show (?:more|less)|sources|thinking"
    r"|thought for .{1,30}|(?:was|is) this (?:response|answer) .{3,40}\?|save as pdf|export",
    re.IGNORECASE,
)
_MOST_BUTTONS = 8  # lines below an answer


def find_assistant_lines(lines: Lines) -> dict[int, str]:
    """Return the lines that are the page's or the question, with the reason.

    Of a talk with several questions the questions are text.
    """
    visible = [index for index, size in enumerate(lines.sizes) if size]
    asked = [index for index in visible if _ASKED.fullmatch(lines.content(index))]
    said = [index for index in visible if _SAID.fullmatch(lines.content(index))]
    below = list(takewhile(lambda index: _is_button(lines, index), reversed(visible)))[:_MOST_BUTTONS]
    sure = [index for index in visible if _MISTAKES.fullmatch(lines.content(index))]
    if not said and not sure and len(below) < _LEAST_BUTTONS:
        return {}
    left = dict.fromkeys([*sure, *below], ASSISTANT_LINE)
    if len(said) == 1:
        left[said[0]] = ASSISTANT_LINE
        if len(asked) == 1 and asked[0] < said[0]:
            left |= dict.fromkeys(range(asked[0], said[0]), PROMPT)
    left |= {index: ASSISTANT_LINE for index in visible if lines.content(index).lower() == "copy code"}
    return {index: reason for index, reason in left.items() if lines.sizes[index]}


_LEAST_BUTTONS = 3  # without any other sign


def _is_button(lines: Lines, index: int) -> bool:
    content = lines.content(index)
    return bool(_BUTTON.fullmatch(content) or _MISTAKES.fullmatch(content))

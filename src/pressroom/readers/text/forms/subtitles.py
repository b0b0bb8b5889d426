"""Subtitles of a recording (WebVTT, SubRip), as meetings programs export what was said."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TIME = r"(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}"
_TIMING = re.compile(rf"\s*(?P<start>{_TIME})\s+-->\s+(?P<end>{_TIME})(?:\s.*)?")
_VOICE = re.compile(r"<v(?:\.[^ >]*)? ([^>]+)>")
_TAG = re.compile(r"</?(?:v|c|i|b|u|lang|ruby|rt|\d)[^<>]*>")
_SPEAKER = re.compile(r"(?P<who>[^\W\d_][^:\n]{1,40}):\s+(?=\S)")
_LEAST = 2  # cues
_LONGEST = 500  # characters after which a paragraph ends with the next sentence
_PAUSE = 2.0  # seconds


@dataclass(slots=True)
class _Turn:
    who: str
    words: str
    end: float


def read_subtitles(text: str) -> str:
    """Return what was said as paragraphs, "Name: words" where it is said who spoke; "" for another text."""
    if "-->" not in text:
        return ""
    lines = text.replace("\r", "").split("\n")
    timings = [(at, found) for at, line in enumerate(lines) if (found := _TIMING.fullmatch(line))]
    if len(timings) < _LEAST or any(line.strip() for line in _head(lines, timings[0][0])):
        return ""
    turns: list[_Turn] = []
    ends = [at for at, _ in timings[1:]] + [len(lines)]
    for (at, timing), stop in zip(timings, ends, strict=True):
        said = _read_cue(lines[at + 1 : stop])
        voice = _VOICE.search(said)
        words = " ".join(_TAG.sub("", said).split())
        named = None if voice else _SPEAKER.match(words)
        who = voice[1].strip() if voice else named["who"] if named else ""
        words = words[named.end() :] if named else words
        _add(turns, _Turn(who, words, _seconds(timing["end"])), _seconds(timing["start"]))
    return "\n\n".join(f"{turn.who}: {turn.words}" if turn.who else turn.words for turn in turns) + "\n"


def _head(lines: list[str], first: int) -> list[str]:
    """Return the lines ahead of the first cue that are no head of subtitles."""
    blocks = "\n".join(lines[:first]).split("\n\n")
    known = re.compile(r"\s*(?:\ufeff?WEBVTT|NOTE\b|STYLE\b|REGION\b|X-TIMESTAMP)|\s*\S{1,60}\s*$")
    return [block for block in blocks if not known.match(block)]


def _read_cue(below: list[str]) -> str:
    """Return the words below the times of a cue, up to the empty line ahead of the next."""
    found: list[str] = []
    for line in below:
        if not line.strip():
            break
        found.append(line)
    return " ".join(found)


def _add(turns: list[_Turn], turn: _Turn, start: float) -> None:
    """Put what somebody goes on saying with what they said."""
    if not turn.words:
        return
    last = turns[-1] if turns else None
    goes_on = last is not None and last.who == turn.who
    if last is not None and goes_on and not turn.who and last.words[-1] in ".!?":
        goes_on = start - last.end < _PAUSE and len(last.words) < _LONGEST
    if last is None or not goes_on:
        turns.append(turn)
        return
    last.words += f" {turn.words}"
    last.end = turn.end


def _seconds(time: str) -> float:
    total = 0.0
    for part in time.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total

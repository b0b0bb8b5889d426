"""Short patterns repeated many times: twice the text may take little more than twice the time to read."""

from __future__ import annotations

import json
import multiprocessing
import random
import resource
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import product
from multiprocessing.connection import Connection
from pathlib import Path

from tests.making import document, paragraph

from pressroom import numbers, readers
from pressroom.model.document import Document

LENGTH = 100_000  # characters
WITHIN = 2.0  # seconds of the processor that numbers may take for so many
GROWTH = 2.6  # times that the time may grow for twice the characters
FIRST = 100  # number of a counted pattern
SHORT = 0.5  # seconds, below which chance decides how it grows
LIMIT = 60  # seconds of the processor, after which a text is given up
_WRITTEN = json.loads(Path(__file__).with_name("patterns.json").read_text())
# of the counted ones each copy has another number: what is held against all others of its kind
PATTERNS = tuple(("", pattern) for pattern in (*_WRITTEN["patterns"], *_WRITTEN["counted"]))
# what may make a line something else, and what is then repeated within it
LINES = tuple(product(_WRITTEN["openings"], _WRITTEN["letters"]))
# of these the longer patterns are put together by chance
PIECES = (
    *"a1A .,:;-–—/\\|#*_`~^<>[](){}$€%&=+!?'\"“”\n\t§•@",
    *("12", "34\n\n", " May ", "2026 ", " and ", " per ", " of ", " to ", "Dr. ", "http://", " million"),
    *("km", "\n> ", "\n- ", "\n# ", "|-", "[^1]", "](", "<a>", " said ", "  ", ", ", ". ", " five "),
)


def list_patterns(more: int, seed: int) -> tuple[tuple[str, str], ...]:
    """Return the patterns with what each text begins with, and so many more that chance puts together."""
    chance = random.Random(seed)
    mixed = (("", "".join(chance.choices(PIECES, k=chance.randint(2, 6)))) for _ in range(more))
    return tuple(dict.fromkeys((*PATTERNS, *LINES, *mixed)))


def read_text(text: str) -> Document:
    """Read as plain text."""
    return readers.read(text.encode(), "source.txt", readers.ReaderSettings())


def read_markdown(text: str) -> Document:
    """Read as Markdown."""
    return readers.read(text.encode(), "source.md", readers.ReaderSettings())


def join(text: str) -> Document:
    """Return one paragraph with the whole text."""
    return document(paragraph(text, 0), text=text)


SUBJECTS: Mapping[str, tuple[Callable[[str], Document], bool]] = {
    "text": (read_text, False),
    "markdown": (read_markdown, False),
    "numbers of a paragraph": (join, True),
    "numbers of a text": (read_text, True),
}


def measure(subject: str, text: str) -> float:
    """Return the seconds of the processor that a text takes, in a process of its own; LIMIT at most."""
    warm(subject)
    receiving, sending = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_work, args=(subject, text, sending))
    process.start()
    sending.close()
    try:
        seconds = float(receiving.recv())
    except EOFError:  # ended by its limit
        seconds = float(LIMIT)
    process.join()
    return seconds


@cache
def warm(subject: str) -> None:
    """Load here what each process needs."""
    numbers.find(SUBJECTS[subject][0]("A title\n\nThe town sold 25 boats in 2025, 5% more than in May.\n"))


def _work(subject: str, text: str, sending: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
    make, counts = SUBJECTS[subject]
    began = time.process_time()
    try:
        made = make(text)
        if counts:
            began = time.process_time()
            numbers.find(made, lang="en")
    except readers.PressroomError:
        pass
    sending.send(time.process_time() - began)


def repeat(opening: str, pattern: str, size: int) -> str:
    """Return a text of so many characters; "{n}" in a pattern is counted on."""
    copies = (pattern.replace("{n}", str(FIRST + at)) for at in range(size // len(pattern)))
    return f"{opening}{''.join(copies)}x\n"


def judge(subject: str, opening: str, pattern: str) -> tuple[str, str]:
    """Return what came of a pattern, in a word or two, and the seconds it takes in a line."""
    whole, half, growth = measure(subject, repeat(opening, pattern, LENGTH)), 0.0, 0.0
    if whole > SHORT:
        half = measure(subject, repeat(opening, pattern, LENGTH // 2))
        growth = whole / max(half, 0.01)
    said = f"{subject}: {opening!r} {pattern!r}: {half:.2f} s, {whole:.2f} s for {LENGTH:,} characters"
    if whole >= LIMIT:
        return "given up", said
    if growth > GROWTH:
        return "grows faster than its text", said
    if SUBJECTS[subject][1] and whole > WITHIN:
        return "slow", said
    return "linear", said


def run(_: Path, more: int = 0, seed: int = 1) -> tuple[Counter[str], Sequence[str]]:
    """Repeat all patterns, and so many more; return how many were linear, and lines for the others."""
    counts: Counter[str] = Counter()
    bad: list[str] = []
    for opening, pattern in list_patterns(more, seed):
        for subject, (_make, counting) in SUBJECTS.items():
            if counting and opening:
                continue  # of one line, numbers see the words alone
            verdict, said = judge(subject, opening, pattern)
            counts[verdict] += 1
            if verdict != "linear":
                bad.append(f"{verdict}: {said}")
                print(bad[-1], flush=True)
    return counts, bad

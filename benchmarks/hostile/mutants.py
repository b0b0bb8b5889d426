"""Sources of every format with bytes changed at random: built, or refused in one line."""

from __future__ import annotations

import io
import random
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.hostile.batch import make
from tests.hostile.corpus import read_corpus
from tests.hostile.targets import (
    ODT_PARTS,
    SHEET_PARTS,
    SLIDE_PARTS,
    WORD_PARTS,
    make_odt,
    make_sheets,
    make_slides,
    make_word,
)

BATCH = 500
# by the name of its target: the ending of a package, its parts, and what puts them together
PACKAGES = {
    "word": ("docx", WORD_PARTS, make_word),
    "odt": ("odt", ODT_PARTS, make_odt),
    "slides": ("pptx", SLIDE_PARTS, make_slides),
    "sheets": ("xlsx", SHEET_PARTS, make_sheets),
}
TEXTS = {
    "text": "txt",
    "markdown": "md",
    "html": "html",
    "rtf": "rtf",
    "mail": "eml",
    "pdf": "pdf",
    "csv": "csv",
}
# what breaks readers more often than a byte at random
TOKENS = (
    *(
        b"\0",
        b"\xff\xfe",
        b"\xed\xa0\x80",
        b"\r",
        b"\n\n",
        b"\xe2\x80\xae",
        b"-1",
        b"99999999999",
        b"1e999",
        b"../",
    ),
    *(b"---\n", b"```", b"| | |\n", b"<", b"</", b"<table>", b"<!--", b"&#x0;", b"&amp", b'w:val="-1"'),
    *(b"{\\", b"}", b"\\bin9999999 ", b"=?utf-8?b?", b"--x--", b"Content-Type: "),
    *(b"stream\n", b"endobj", b"<<", b"/Kids [1 0 R]"),
)


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return data with one to twelve changes."""
    held = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(held) + 1)
        size = min(chance.choice((1, 1, 2, 8, 64)), len(held) - at)
        match chance.randrange(6):
            case 0 if size:
                held[at] ^= 1 << chance.randrange(8)
            case 1:
                del held[at : at + size]
            case 2:
                held[at:at] = held[at : at + size] * chance.choice((1, 2, 50))
            case 3:
                held[at:at] = chance.choice(TOKENS)
            case 4:
                other = chance.randrange(len(held) + 1)
                held[at:at] = held[other : other + size]
            case _ if chance.random() < 0.05:
                del held[at:]
    return bytes(held)


def make_mutants(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes, of each format in turn."""
    chance = random.Random(seed)
    starts = {name: [data for data in read_corpus(name) if data] for name in (*TEXTS, *PACKAGES)}
    names = list(starts)
    for number in range(count):
        name = names[number % len(names)]
        ending, data = _mutate_file(name, chance.choice(starts[name]), chance)
        yield f"{number:05}.{ending}", data


def _mutate_file(name: str, start: bytes, chance: random.Random) -> tuple[str, bytes]:
    """Change a text; of a package one part, or now and then the package itself. Return its ending, too."""
    if name in TEXTS:
        return TEXTS[name], mutate(start, chance)
    ending, parts, build = PACKAGES[name]
    part = parts[start[0] % len(parts)]
    if chance.random() < 0.8:
        return ending, build({part: mutate(start[1:], chance)})
    return ending, mutate(_pack_plainly(build({part: start[1:]}), chance), chance)


def _pack_plainly(data: bytes, chance: random.Random) -> bytes:
    """Return a package, half the time with its parts as they are, so that changes reach them."""
    if chance.random() < 0.5:
        return data
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(made, "w") as plain:
        for name in packed.namelist():
            plain.writestr(name, packed.read(name))
    return made.getvalue()


def run(folder: Path, count: int, seed: int = 1, jobs: int = 1) -> tuple[Counter[str], Sequence[str]]:
    """Make ``count`` mutants in batches; return how many ended how, and those that ended badly."""
    counts: Counter[str] = Counter()
    bad: list[str] = []
    mutants = make_mutants(count, seed)
    for number in range(0, count, BATCH):
        batch = folder / f"batch-{number}"
        batch.mkdir()
        (batch / "report.toml").touch()
        names = []
        for name, data in islice(mutants, BATCH):
            (batch / name).write_bytes(data)
            names.append(name)
        # by name: tables in a folder are data, and no sources
        found, said = make(batch, ("html",), "out", names, jobs)
        counts += found
        bad += said
        print(f"mutants: {counts.total()} of {count}: {dict(counts)}", flush=True)
        kept = {line.split(": ")[1] for line in said}
        for path in batch.iterdir():
            if str(path) not in kept and path.is_file():
                path.unlink()
        shutil.rmtree(batch / "out", ignore_errors=True)
    return counts, bad

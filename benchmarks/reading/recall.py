"""Words lost by the readers in a folder of files, against an independent reader of each format.

Called by ``python benchmarks/readers.py FOLDER``; ``-v`` names the files below the mark.
"""

from __future__ import annotations

import importlib
import multiprocessing
import re
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.reading.private import PRIVATE
from benchmarks.reading.references import CONVERTED, REFERENCES, by_libreoffice, without_labels
from tests.readers import content

from pressroom.errors import PressroomError
from pressroom.readers import ReaderSettings, extensions, read

_TOKEN = re.compile(r"[^\W_]+")
LARGEST = 20_000_000
LIMIT = 120.0  # seconds that a file may take, its reference included
REFERENCE = "reference"  # the folder in which the texts that LibreOffice exports are kept
SHORTEST_PRIVATE = 4  # letters of a word that tells
OWN_WORDS = ("notes", "slide")  # that a reader writes itself: "Notes to slide 2"
MARK = 0.98  # recall below which -v names a file
_SLOW = 20.0  # seconds of reading from which -v names a file
_LIBRARIES = ("lxml.html", "openpyxl", "pypdfium2", "email.parser", "pressroom.readers.html.read")
_PROCESSES = multiprocessing.get_context("fork")


@dataclass(frozen=True)
class Measured:
    """What came of one file."""

    name: str
    refused: str = ""
    fault: str = ""
    is_empty: bool = False
    leaked: tuple[str, ...] = ()
    words: int = 0
    lost: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    @property
    def recall(self) -> float:
        """The share of the words that were found."""
        return 1 - self.lost.total() / self.words if self.words else 1.0


def measure_folder(folder: Path, verbose: bool) -> None:
    """Print a line for each format of the files in a folder."""
    for name in _LIBRARIES:
        importlib.import_module(name)  # once, and not in each of the processes
    known = set(extensions())
    texts = folder / REFERENCE
    files: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.rglob("*")):
        ending = path.suffix.lower()
        if ending in known and texts not in path.parents and path.stat().st_size <= LARGEST:
            files[ending].append(path)
    total: list[Measured] = []
    for ending, paths in sorted(files.items()):
        if ending in CONVERTED:
            by_libreoffice(paths, texts)
        measured = [_measure_apart(path, texts / f"{path.stem}.txt") for path in paths]
        _show(ending, measured, verbose)
        total += measured
    _show("all", total, verbose=False)


def _show(name: str, files: list[Measured], verbose: bool) -> None:
    words = sum(each.words for each in files)
    lost = sum(each.lost.total() for each in files)
    counted = [each for each in files if each.words]
    refusals = Counter(each.refused for each in files if each.refused)
    refused = ", ".join(f"{count} {rule}" for rule, count in refusals.most_common()) or "none"
    print(
        f"{name:6} {len(files):4} files  recall {1 - lost / max(words, 1):.4f} of {words:,} words"
        f"  below {MARK}: {sum(each.recall < MARK for each in counted)} of {len(counted)}"
        f"  empty {sum(each.is_empty for each in files)}  leaked {sum(bool(each.leaked) for each in files)}"
        f"  faults {sum(bool(each.fault) for each in files)}  refused: {refused}"
        f"  {sum(each.seconds for each in files):.0f} s",
        flush=True,
    )
    if name == "all":
        return
    for each in files:
        if each.fault or each.is_empty or each.leaked:
            print("   fault, empty or leaked:", each.name, each.fault, *each.leaked)
    for each in sorted(counted, key=lambda one: one.recall) if verbose else ():
        if each.recall < MARK:
            print(f"   {each.recall:.3f} {each.name}: {' '.join(list(each.lost)[:12])}")
    for each in files if verbose else ():
        if each.seconds > _SLOW:
            print(f"   {each.seconds:.0f} s {each.name}")


def _measure_apart(path: Path, converted: Path) -> Measured:
    """Measure a file in a process of its own, which ends when its time is over."""
    here, there = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=_send_measured, args=(path, converted, there))
    process.start()
    there.close()
    try:
        measured: Measured = here.recv() if here.poll(LIMIT) else Measured(path.name, fault="no time left")
    except EOFError:
        measured = Measured(path.name, fault="the process died")
    process.kill()
    process.join()
    return measured


def _send_measured(path: Path, converted: Path, to: Connection) -> None:
    to.send(_measure_file(path, converted))


def _measure_file(path: Path, converted: Path) -> Measured:
    data = path.read_bytes()
    ending = path.suffix.lower()
    start = time.perf_counter()
    try:
        document = read(data, path.name, ReaderSettings())
    except PressroomError as error:
        unforeseen = "unforeseen" in error.diagnostic.message
        return Measured(
            path.name,
            refused=error.diagnostic.rule,
            fault=error.diagnostic.message if unforeseen else "",
            seconds=time.perf_counter() - start,
        )
    seconds = time.perf_counter() - start
    if ending in CONVERTED:
        wanted = without_labels(converted.read_text(encoding="utf-8-sig")) if converted.exists() else ""
    else:
        wanted = REFERENCES.get(ending, _no_words)(data)
    told = " ".join((document.text, *(each.message for each in document.diagnostics)))
    want = count_words(wanted)
    return Measured(
        path.name,
        is_empty=bool(want) and not any(map(str.isalnum, document.text)),
        leaked=tuple(_find_leaked(PRIVATE.get(ending, _no_words)(data), want, content.words(document))),
        words=want.total(),
        lost=want - count_words(told),
        seconds=seconds,
    )


def _find_leaked(private: str, shown: Counter[str], text: str) -> list[str]:
    """Return words that stand nowhere but in what is private, and yet in the report."""
    if not private.strip():
        return []
    hidden = [
        word
        for word in count_words(private)
        if len(word) >= SHORTEST_PRIVATE and word not in shown and word not in OWN_WORDS
    ]
    have = count_words(text)
    return [word for word in hidden if word in have]


def count_words(text: str) -> Counter[str]:
    """Count words without case and without the hyphens within them."""
    text = re.sub(r"(?<=\w)[-\u00ad\u2010\u2011]\s*\n\s*(?=\w)", "", text)
    text = re.sub(r"(?<=\w)[-\u00ad\u2010\u2011’'](?=\w)", "", text)
    for letter, plain in (("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi"), ("ﬄ", "ffl")):
        text = text.replace(letter, plain)
    return Counter(_TOKEN.findall(text.casefold()))


def _no_words(_: bytes) -> str:
    return ""

"""Words lost by the readers in a folder of files, against an independent reader of each format.

Called by ``python benchmarks/readers.py FOLDER``; ``-v`` names the files below the mark.
"""

from __future__ import annotations

import csv
import io
import re
import subprocess
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pressroom.errors import PressroomError
from pressroom.readers import ReaderSettings, extensions, read

_TOKEN = re.compile(r"[^\W_]+")
LARGEST = 20_000_000
MARK = 0.98  # recall below which -v names a file


@dataclass
class Tally:
    """What came of the files of one format."""

    files: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    words: int = 0
    found: int = 0
    recalls: list[tuple[float, str, list[str]]] = field(default_factory=list)
    seconds: float = 0.0


def measure_folder(folder: Path, verbose: bool) -> None:
    """Print a line for each format of the files in a folder."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    known = set(extensions())
    for path in sorted(folder.rglob("*")):
        ending = path.suffix.lower()
        if path.is_file() and ending in known and path.stat().st_size <= LARGEST:
            _measure_file(path, tallies[ending])
    for ending, tally in sorted(tallies.items()):
        recall = tally.found / tally.words if tally.words else 1.0
        worst = sorted(tally.recalls)
        refused = ", ".join(f"{count} {rule}" for rule, count in tally.refused.most_common()) or "none"
        print(
            f"{ending:6} {tally.files:4} files  recall {recall:.4f} of {tally.words:,} words"
            f"  below {MARK}: {sum(each[0] < MARK for each in worst)} of {len(worst)}"
            f"  empty {len(tally.empty)}  faults {len(tally.faults)}  refused: {refused}"
            f"  {tally.seconds:.0f} s"
        )
        for name in (*tally.faults, *tally.empty):
            print("   fault or empty:", name)
        for value, name, lost in worst if verbose else ():
            if value < MARK:
                print(f"   {value:.3f} {name}: {' '.join(lost[:12])}")


def _measure_file(path: Path, tally: Tally) -> None:
    tally.files += 1
    data = path.read_bytes()
    start = time.perf_counter()
    try:
        document = read(data, path.name, ReaderSettings())
    except PressroomError as error:
        rule = error.diagnostic.rule
        tally.refused[rule] += 1
        if "unforeseen" in error.diagnostic.message:
            tally.faults.append(f"{path.name}: {error.diagnostic.message}")
        return
    finally:
        tally.seconds += time.perf_counter() - start
    wanted = REFERENCES.get(path.suffix.lower(), _no_words)(data)
    told = " ".join((document.text, *(each.message for each in document.diagnostics)))
    have = count_words(told)
    want = count_words(wanted)
    if want and not _letters(document.text):
        tally.empty.append(path.name)
    lost = want - have
    total = sum(want.values())
    if total:
        tally.words += total
        tally.found += total - sum(lost.values())
        tally.recalls.append((1 - sum(lost.values()) / total, path.name, list(lost)))


def _letters(text: str) -> bool:
    return any(map(str.isalnum, text))


def count_words(text: str) -> Counter[str]:
    """Count words without case and without the hyphens within them."""
    text = re.sub(r"(?<=\w)[-\u00ad\u2010\u2011]\s*\n\s*(?=\w)", "", text)
    text = re.sub(r"(?<=\w)[-\u00ad\u2010\u2011’'](?=\w)", "", text)
    for letter, plain in (("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬀ", "ff"), ("ﬃ", "ffi"), ("ﬄ", "ffl")):
        text = text.replace(letter, plain)
    return Counter(_TOKEN.findall(text.casefold()))


def _no_words(_: bytes) -> str:
    return ""


def by_pdftotext(data: bytes) -> str:
    """Return the words that Poppler finds in a PDF."""
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"], input=data, capture_output=True, check=False, timeout=120
    )
    return done.stdout.decode("utf-8", "replace").replace("\f", "\n")


def by_docx2python(data: bytes) -> str:
    """Return the words that docx2python finds in a Word file."""
    from docx2python import docx2python

    try:
        with docx2python(io.BytesIO(data)) as found:
            return re.sub(r"----(?:media|foot|end).*?----", " ", found.text)
    except Exception:  # a file that it cannot open measures nothing
        return ""


def by_walking(part: str) -> Callable[[bytes], str]:
    """Return a reader of an office package: all text elements of the parts that a pattern names."""
    pattern = re.compile(part)

    def walk(data: bytes) -> str:
        from lxml import etree

        found: list[str] = []
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                for name in package.namelist():
                    if not pattern.fullmatch(name):
                        continue
                    found += [
                        "".join(text.text or " " for text in paragraph.iter("{*}t", "{*}br", "{*}tab"))
                        for paragraph in etree.fromstring(package.read(name)).iter("{*}p")
                    ]
        except (zipfile.BadZipFile, etree.XMLSyntaxError, RuntimeError):
            return ""
        return "\n".join(found).replace("_x000B_", " ")

    return walk


def by_csv(data: bytes) -> str:
    """Return the words of all cells of a CSV file."""
    text = data.decode("utf-8-sig", "replace")
    return "\n".join(" ".join(row) for row in csv.reader(io.StringIO(text)))


REFERENCES: Mapping[str, Callable[[bytes], str]] = {
    ".pdf": by_pdftotext,
    ".docx": by_docx2python,
    ".pptx": by_walking(r"ppt/(?:slides/slide|notesSlides/notesSlide)\d+\.xml"),
    ".csv": by_csv,
}
